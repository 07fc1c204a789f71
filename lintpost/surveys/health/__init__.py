"""What an editor-in-chief wants to know of a whole site: figures of each post, and how they change."""
