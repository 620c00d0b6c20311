"""The leader's page: the figures of a period in plain words, and as one page of paper."""
