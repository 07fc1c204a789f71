"""Which of the findings under some settings still hold under others."""

from typing import NamedTuple

from lintpost.engine.cache.manifest import Manifest
from lintpost.engine.compose import OF_COMMENTS
from lintpost.site.changed_names import ChangedNames
from lintpost.site.fold import fold


class Difference(NamedTuple):
    """Of settings from those before: `dropped` are the rules whose old findings count no more in any post, `run` those that
    must run in every post. Where `names` may matter to a post, so must the rules `of_names`.

    Where one of those `over_site` runs or is dropped, the facts must be made anew; `no_facts`: there are none any more.
    `comments`: posts with suppression comments must be composed anew. `copying` are rules that mark copies. `covers`:
    every rule of before is on still, so that the old results can be had again as cheaply. `words`: folded words with which
    in its front matter a rule must run in a post.
    """

    dropped: frozenset[str]
    run: frozenset[str]
    names: ChangedNames | None
    of_names: frozenset[str]
    over_site: frozenset[str]
    no_facts: bool
    comments: bool
    copying: frozenset[str]
    covers: bool
    words: dict[str, set[str]]

    @property
    def size(self) -> tuple[int, int]:
        """How much there is to do, for comparing."""
        return len(self.run), 0 if self.names is None else 1 + self.names.everywhere

    @property
    def keeps_facts(self) -> bool:
        """Whether the facts of all posts hold, and the reviews of the site with them."""
        changed = self.run | self.dropped | (self.of_names if self.names is not None else set())
        return not changed & self.over_site

    def rules_for(self, data: bytes, values: str, characters: int) -> frozenset[str]:
        """The rules to run in a post (UTF-8) with some `escaped_fields` and so many characters in its body."""
        rules = self.run
        if self.names is not None and self.names.affect(data, values):
            rules |= self.of_names
        if self.words:
            text = data.decode(errors="replace")
            front = _folded(text[: len(text) - characters])
            # What an escape stands for may be any word.
            rules |= {
                rule
                for rule, words in self.words.items()
                if "\\" in front or any(word in front for word in words)
            }
        return rules


def difference(old: Manifest, new: Manifest) -> Difference | None:
    """What is to be done about results under old settings; None where nothing can be taken over."""
    if old.common != new.common:
        return None
    run = {rule for rule, digest in new.rules.items() if old.rules.get(rule) != digest}
    dropped = {rule for rule, digest in old.rules.items() if new.rules.get(rule) != digest}
    matters = new.of_names and old.names != new.names
    names = ChangedNames(old.names, new.names) if matters else None
    return Difference(
        frozenset(dropped),
        frozenset(run - OF_COMMENTS),
        names,
        frozenset(new.of_names),
        frozenset({*old.over_site, *new.over_site}),
        not new.over_site,
        bool(dropped or run) or old.comments != new.comments,
        frozenset({*old.copying, *new.copying}),
        old.rules.keys() <= new.rules.keys(),
        _differing_words(old, new),
    )


def _differing_words(old: Manifest, new: Manifest) -> dict[str, set[str]]:
    """For rules that need not run everywhere: the words of which something else is derived than before."""
    found = {}
    for rule in old.for_words.keys() | new.for_words.keys():
        before, after = (
            {(*words, digest) for words, digest in one.for_words.get(rule, ())}
            for one in (old, new)
        )
        words = {_folded(word) for *some, _ in before ^ after for word in some}
        if words and rule in new.rules:
            found[rule] = words
    return found


def _folded(text: str) -> str:
    """A text in which a folded word stands as in its own value, whatever quotes and lines it has in YAML."""
    return fold.__wrapped__(text.replace("''", "'"))
