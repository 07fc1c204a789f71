"""Puts what is compiled from the rule files into the wheel (lintpost/config/compile_builtin.py)."""

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[misc, type-arg]
    """Compiles for wheels; an editable install reads the rule files, which are edited there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to the build."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from lintpost.config.compile_builtin import compiled

        self._folder = tempfile.TemporaryDirectory()
        for name, text in compiled().items():
            path = os.path.join(self._folder.name, f"{name}.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            build_data["force_include"][path] = f"lintpost/compiled/{name}.json"

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Remove the files that were added."""
        if version != "editable":
            self._folder.cleanup()
