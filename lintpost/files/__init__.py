"""Files that people write: reading, positions, errors, and what is cached of them."""
