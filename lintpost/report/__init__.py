"""The findings of a run in each output format; each module reads findings only."""
