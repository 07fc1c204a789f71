"""The language that a configuration asks for, where it could not be read."""

import os
import re

from lintpost.config.run_settings import FILE_NAMES, find_config
from lintpost.language import Lang
from lintpost.post.regular_file import open_regular

_LANG = re.compile(rb"""^lang:[ \t]*["']?(en|ja)\b""", re.MULTILINE)
_MOST = 1_000_000
"""Bytes of a configuration that are searched."""


def configured_language(arguments: list[str], faulty: str) -> Lang | None:
    """The `lang` of the configuration that a faulty file belongs to; None where the command line says
    another, or no configuration does.

    The line is looked for in the text: the file may be no YAML. `faulty` is the path of the settings file with the
    fault: a configuration, or a dictionary in its folder.
    """
    if any(word == "--lang" or word.startswith("--lang=") for word in arguments):
        return None
    folder = os.path.dirname(os.path.abspath(faulty))
    config = faulty if os.path.basename(faulty) in FILE_NAMES else find_config(folder)
    try:
        with open_regular(config or "") as file:
            found = _LANG.search(file.read(_MOST))
    except OSError:
        return None
    if found is None:
        return None
    return "ja" if found[1] == b"ja" else "en"
