"""The hub: one more replica, which keeps every bundle, merges all communes and answers each station."""
