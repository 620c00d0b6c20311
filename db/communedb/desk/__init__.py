"""What officers do: one function each, one transaction each. Screens, command line and importers call the same ones."""
