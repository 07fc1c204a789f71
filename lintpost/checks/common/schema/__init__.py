"""A schema's demands on front matter, in an editor's words."""
