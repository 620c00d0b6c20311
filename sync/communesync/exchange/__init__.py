"""The exchange itself: what is sent and taken in, by stick, over the centre's shared folder, or for a transport."""
