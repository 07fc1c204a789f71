"""Measures the work of a check, function by function."""

import cProfile
import gc
import sys
import time
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import lintpost
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.post.source import Source

FAMILIES = (
    "ai-writing",
    "bold",
    "draft",
    "en",
    "facts",
    "front-matter",
    "ja",
    "jtf",
    "links",
    "names",
    "structure",
    "tags",
    "typography",
    "yaml",
)
FILES = {
    "lintpost.yml": "extends: [jekyll, strict, known-names]\ntags: tags.yml\n"
    f"rules: {{{', '.join(f'{family}/*: on' for family in FAMILIES)}}}\n",
    "tags.yml": "tags: [{name: new, aliases: [old]}, {name: gone, retired: true}]\n",
}
_OURS = str(Path(lintpost.__file__).parent)


class Meter:
    """Checks posts with every rule on."""

    def __init__(self, folder: Path) -> None:
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        settings = load_settings(str(folder / "lintpost.yml"), CliOverrides(lang="en"))
        self._checker = Checker(settings)

    def check(self, path: str, text: str) -> None:
        """Check a text; no rule may break or be stopped. Nesting that is too deep is said, and costs no more."""
        result = self._checker.check_source(Source(path, text))
        errors = [error.text.en for error in result.errors]
        assert not [error for error in errors if not error.startswith("nested too deeply")], errors

    def steps(self, path: str, text: str) -> Counter[str]:
        """How many lines of each of our functions run, loops counted each time: the same on any machine."""
        lines: Counter[CodeType] = Counter()

        def count(frame: FrameType, event: str, _: Any) -> Any:
            if event != "return":
                lines[frame.f_code] += 1
            return count

        def enter(frame: FrameType, event: str, argument: Any) -> Any:
            return count if frame.f_code.co_filename.startswith(_OURS) else None

        before = sys.gettrace()
        sys.settrace(enter)
        try:
            self.check(path, text)
        finally:
            sys.settrace(before)
        named: Counter[str] = Counter()
        for code, number in lines.items():
            named[f"{Path(code.co_filename).relative_to(_OURS)} {code.co_qualname}"] += number
        return named

    def seconds(self, path: str, text: str) -> dict[str, float]:
        """The processor time of each function, without those that it calls. What checks keep of other texts (words,
        keys, lines) is forgotten first.
        """
        gc.collect()
        for kept in _bounded_caches():
            kept.cache_clear()
        profile = cProfile.Profile(time.thread_time)
        profile.enable()
        try:
            self.check(path, text)
        finally:
            profile.disable()
        profile.create_stats()
        named: Counter[str] = Counter()
        for (file, _, name), (_, _, own, *_) in profile.stats.items():  # type: ignore[attr-defined]
            named[f"{file.removeprefix(_OURS)} {name}"] += own
        return named


def _bounded_caches() -> list[Any]:
    """The caches of functions that forget: those that keep everything hold what is loaded once."""
    found = (
        value
        for name, module in list(sys.modules.items())
        if name.startswith("lintpost.")
        for value in vars(module).values()
        if hasattr(value, "cache_parameters")
    )
    return [one for one in found if one.cache_parameters()["maxsize"] is not None]
