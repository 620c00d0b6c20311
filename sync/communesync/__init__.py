"""What travels between registers: signed, encrypted bundles of journal lines."""
