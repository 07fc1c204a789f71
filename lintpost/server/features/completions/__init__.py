"""What can be completed, one module for each kind of place."""
