"""What `make bench` measures: the bars of the design, ours and the others' side by side in one run."""
