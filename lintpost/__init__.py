"""The linter for editorial posts: front matter, tags, product names and bold.

The functions and classes named in ``__all__`` are the Python API (docs/api.md); everything below this
package that is not named there may change at any time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lintpost.version import __version__ as __version__

if TYPE_CHECKING:
    from lintpost.api import CheckedText as CheckedText
    from lintpost.api import Edit as Edit
    from lintpost.api import Finding as Finding
    from lintpost.api import Fix as Fix
    from lintpost.api import Location as Location
    from lintpost.api import Settings as Settings
    from lintpost.api import SettingsError as SettingsError
    from lintpost.api import Span as Span
    from lintpost.api import check_paths as check_paths
    from lintpost.api import check_text as check_text
    from lintpost.api import fix_text as fix_text
    from lintpost.api import load_settings as load_settings

__all__ = [
    "CheckedText",
    "Edit",
    "Finding",
    "Fix",
    "Location",
    "Settings",
    "SettingsError",
    "Span",
    "__version__",
    "check_paths",
    "check_text",
    "fix_text",
    "load_settings",
]


def __getattr__(name: str) -> object:
    """A name of the API, imported at first use: the command line needs none of them to start."""
    if name in __all__:
        return getattr(import_module("lintpost.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
