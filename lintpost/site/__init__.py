"""What checks need to know of a site: names, vocabularies, front-matter schema, files, renderers."""
