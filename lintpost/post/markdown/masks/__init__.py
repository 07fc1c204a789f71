"""What stands in the text of a body and is no prose: one module for each kind, merged in `find`."""
