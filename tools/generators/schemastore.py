"""The entry of SchemaStore's catalog (src/api/json/catalog.json), ready to send with a copy of lintpost.schema.json."""

import json

from lintpost.config.run_settings import FILE_NAMES


def schemastore() -> str:
    """The entry as JSON. The schema is stored with SchemaStore, under this address."""
    entry = {
        "name": "lintpost",
        "description": "Configuration of lintpost, a linter for editorial posts (Markdown with front matter)",
        "fileMatch": list(FILE_NAMES),
        "url": "https://www.schemastore.org/lintpost.json",
    }
    return json.dumps(entry, indent=2) + "\n"
