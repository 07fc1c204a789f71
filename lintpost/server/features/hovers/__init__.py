"""What a hover says, one module for each kind of word."""
