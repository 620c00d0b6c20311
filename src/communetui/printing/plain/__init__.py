"""Papers of the office that are no form of a circular: lists to call, slips, notices. A5, no log of prints."""
