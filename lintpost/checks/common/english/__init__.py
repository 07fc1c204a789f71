"""English word classes by closed lists and regular endings, and patterns over them."""
