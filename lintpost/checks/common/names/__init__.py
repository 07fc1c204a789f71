"""Where the names of the dictionary stand, and in which spelling."""
