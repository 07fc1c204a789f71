"""The language that a configuration asks for, where the configuration itself is not read."""

import argparse
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
    return _lang_of(faulty if os.path.basename(faulty) in FILE_NAMES else find_config(folder))


def working_language(options: argparse.Namespace, lang: Lang) -> Lang:
    """The language of a command that needs no configuration: of ``--lang``, else of the configuration that
    governs the working folder, else `lang`, which is that of the environment.
    """
    chosen: Lang | None = options.lang
    return chosen or _lang_of(find_config(os.getcwd())) or lang


def _lang_of(config: str | None) -> Lang | None:
    try:
        with open_regular(config or "") as file:
            found = _LANG.search(file.read(_MOST))
    except OSError:
        return None
    if found is None:
        return None
    return "ja" if found[1] == b"ja" else "en"
