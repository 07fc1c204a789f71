"""Dates as prose and front matter write them, and as generators read them."""
