"""JSON Schemas of the files that people write, for editors."""

import json

from lintpost.config.editor_schemas.config_schema import config_schema
from lintpost.config.editor_schemas.names_schema import names_schema
from lintpost.config.editor_schemas.tags_schema import tags_schema
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.report.json_schema import report_schema


def schemas() -> dict[str, str]:
    """The text of each schema by its path in the repository."""
    found = {
        "lintpost": config_schema(load_pack(rules_folder())),
        "tags": tags_schema(),
        "names": names_schema(),
        "report": report_schema(),
    }
    return {
        f"docs/{name}.schema.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in found.items()
    }
