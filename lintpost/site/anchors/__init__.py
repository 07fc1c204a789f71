"""The anchors of a page, by the rules of the renderer that makes them."""
