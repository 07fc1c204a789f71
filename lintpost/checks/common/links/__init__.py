"""Links, their targets and references, within a post and over the site."""
