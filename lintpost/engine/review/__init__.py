"""Rules that look over the whole site: facts of each post, and the review of all of them."""
