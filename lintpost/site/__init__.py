"""What a house governs: its names, its vocabularies, its front-matter schema, its renderer."""
