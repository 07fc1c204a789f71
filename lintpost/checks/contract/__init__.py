"""What a check is: its declaration, options and hits."""
