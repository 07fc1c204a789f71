"""The external links of posts, and what their servers say of them."""
