"""The settings that decide for the run as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lintpost.config.run_settings import RunSettings

if TYPE_CHECKING:
    from lintpost.config.settings import Settings


class House:
    """The head that most runs need alone, and the whole, which is read when it is asked for."""

    __slots__ = ("head", "settings")

    def __init__(self, head: RunSettings, settings: "Callable[[], Settings]") -> None:
        self.head = head
        self.settings = settings
