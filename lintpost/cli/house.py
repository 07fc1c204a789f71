"""The settings that decide for a run as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lintpost.config.head import Head

if TYPE_CHECKING:
    from lintpost.config.settings import Settings


class House(NamedTuple):
    """The head that most runs need alone, and the whole, which is read when it is asked for."""

    head: Head
    settings: "Callable[[], Settings]"
