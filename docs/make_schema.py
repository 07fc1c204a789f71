"""Writes docs/lintpost.schema.json: ``python docs/make_schema.py``."""

import json
import os

from lintpost.config.json_schema import config_schema
from lintpost.packs.builtin import load_pack, rules_folder

if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    schema = config_schema(load_pack(rules_folder()))
    with open(os.path.join(here, "lintpost.schema.json"), "w", encoding="utf-8") as file:
        file.write(json.dumps(schema, indent=1, ensure_ascii=False) + "\n")
