"""Collects the names of a site's posts, for the first `names.yml`."""
