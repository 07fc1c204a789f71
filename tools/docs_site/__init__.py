"""The documentation site: the guides, a page for each rule, and references made from the program itself."""
