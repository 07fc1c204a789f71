"""The Markdown body: blocks, inlines, emphasis, masks."""
