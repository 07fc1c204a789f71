"""Posts put together at random, and a second look at what `check --fix` makes of them."""
