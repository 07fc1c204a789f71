"""The Markdown body: blocks, prose, bold, masks, and the tree of blocks and inlines."""
