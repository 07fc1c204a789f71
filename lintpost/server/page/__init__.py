"""``lintpost serve``: a local page that shows a post with its findings in the margin."""
