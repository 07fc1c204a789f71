"""What the preset known-names has: its spelling, kind and owner stand, so it is not collected."""

import re
from collections.abc import Iterable, Iterator

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.packs.builtin import preset_path
from lintpost.site.name import Name
from lintpost.surveys.loose import loose


class KnownNames:
    """The forms of some names, right and wrong."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._right: set[str] = set()
        self._keys: set[str] = set()
        for name in names:
            self._right.update(name.forms)
            self._keys.update(map(loose, (*name.forms, *name.variants)))
        self._folded = {form.casefold() for form in self._right}
        self._parts = {part for form in self._right for part in _parts(form)}
        self.words = frozenset(word for form in self._folded for word in form.split(" "))
        """Every word of a right form, folded."""

    def has(self, text: str) -> bool:
        """Whether a text is one of them, or holds one in another spelling (``Github Enterprise``)."""
        if loose(text) in self._keys:
            return True
        return any(
            part.casefold() in self._folded and part not in self._right for part in _parts(text)
        )

    def overlaps(self, text: str) -> bool:
        """Whether a text is a right form, a part of one, or holds one."""
        return text in self._parts or any(part in self._right for part in _parts(text))


def known_names() -> KnownNames:
    """The names of the preset."""
    names = load_settings(preset_path("known-names"), CliOverrides()).site.names
    return KnownNames(names.names if names is not None else ())


def _parts(text: str) -> Iterator[str]:
    """Every run of whole words of a text."""
    ends = [0, *(at for match in re.finditer(r"[ \-]", text) for at in match.span()), len(text)]
    starts, stops = ends[::2], ends[1::2]
    for first, start in enumerate(starts):
        for stop in stops[first:]:
            yield text[start:stop]
