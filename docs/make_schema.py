"""Writes the JSON Schemas of the files that people write: ``python docs/make_schema.py``."""

import json
import os

from lintpost.config.editor_schemas.config_schema import config_schema
from lintpost.config.editor_schemas.names_schema import names_schema
from lintpost.config.editor_schemas.tags_schema import tags_schema
from lintpost.packs.builtin import load_pack, rules_folder

if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    schemas = {
        "lintpost": config_schema(load_pack(rules_folder())),
        "tags": tags_schema(),
        "names": names_schema(),
    }
    for name, schema in schemas.items():
        with open(os.path.join(here, f"{name}.schema.json"), "w", encoding="utf-8") as file:
            file.write(json.dumps(schema, indent=1, ensure_ascii=False) + "\n")
