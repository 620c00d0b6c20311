"""The parts that screens are built from, one file per thing."""
