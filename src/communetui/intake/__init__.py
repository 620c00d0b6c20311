"""The parts of the intake screen: what is typed, what it means, and the controls that hold it."""
