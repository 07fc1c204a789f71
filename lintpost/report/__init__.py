"""One module per output format; each reads findings only."""
