"""Front matter as trees with spans."""
