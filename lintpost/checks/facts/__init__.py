"""Checks of what can be reckoned: dates, eras, times, sums, numbers of things."""
