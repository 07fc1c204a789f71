"""The documents that a client has open."""
