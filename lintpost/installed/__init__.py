"""What other installed packages add to lintpost, by entry points. Nothing here is imported by a run without them."""
