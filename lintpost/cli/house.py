"""The settings that decide for the run as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lintpost.config.run_settings import RunSettings

if TYPE_CHECKING:
    from lintpost.config.settings import Settings


class House:
    """The run settings, and the whole settings, which are read when they are needed."""

    __slots__ = ("run_settings", "settings")

    def __init__(self, run_settings: RunSettings, settings: "Callable[[], Settings]") -> None:
        self.run_settings = run_settings
        self.settings = settings
