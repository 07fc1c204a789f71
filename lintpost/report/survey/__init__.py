"""Reports of the surveys: tags, names, bold and schemas, as tables and for programs."""
