"""Links between the pages of a site: what is at a place, where it leads, and who links there."""
