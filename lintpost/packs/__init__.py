"""Rule files: the house style book, read and compiled."""
