"""Records what each check reads, yields and changes while the examples of all rules run."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Hit, SiteHit
from lintpost.config.active import ActiveRule, active_under
from lintpost.engine.examples import run_examples
from lintpost.packs.builtin import load_pack, rule_files, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.post.post import Post
from lintpost.post.prose import words as words_module
from lintpost.site.names import Names
from lintpost.site.site import Site

SITE_PARTS = {
    "names": "names", "terms": "terms", "spellings": "spellings", "vocabularies": "vocabularies",
    "schema": "schema", "files": "files", "renderers": "renderers", "yaml": "yaml", "now": "clock",
}  # fmt: skip


@dataclass
class Trace:
    """What one check did. `hits` has each hit with the options that it was found under; `facts_site` the parts of
    the site that facts were made from; `of_names` what it asked the names dictionary for, beside mentions.
    """

    reads: set[str] = field(default_factory=set)
    site: set[str] = field(default_factory=set)
    facts_site: set[str] = field(default_factory=set)
    of_names: set[str] = field(default_factory=set)
    hits: list[tuple[Hit | SiteHit, Any]] = field(default_factory=list)


class _Recorder:
    """Attributes accesses of posts and sites to the check that runs."""

    def __init__(self) -> None:
        self.traces: dict[str, Trace] = {}
        self.running: Trace | None = None
        self._in_post = 0

    def reads(self, layer: str) -> None:
        if self.running is not None and not self._in_post:
            self.running.reads.add(layer)

    def wrap(self, layer: str, original: Callable[..., Any]) -> Callable[..., Any]:
        """A method that counts as reading a layer; what it reads of the post itself does not count."""

        def wrapped(*arguments: Any, **named: Any) -> Any:
            self.reads(layer)
            self._in_post += 1
            try:
                return original(*arguments, **named)
            finally:
                self._in_post -= 1

        return wrapped

    def watched(self, original: Any, note: Callable[[], None]) -> Any:
        class Slot:
            def __get__(self, owner: Any, _: type | None = None) -> Any:
                note()
                return original.__get__(owner)

            def __set__(self, owner: Any, value: Any) -> None:
                original.__set__(owner, value)

        return Slot()

    def run_of(self, check: Check) -> Callable[[Post, Any, Site], Iterator[Hit]]:
        assert check.run is not None
        run, trace = check.run, self.traces.setdefault(check.name, Trace())

        def recorded(post: Post, options: Any, site: Site) -> Iterator[Hit]:
            hits = run(post, options, site)
            while True:
                self.running = trace
                hit = next(hits, None)
                self.running = None
                if hit is None:
                    return
                trace.hits.append((hit, options))
                yield hit

        return recorded

    def traced(self, check: Check) -> Check:
        if check.run is not None:
            return check._replace(run=self.run_of(check))
        return (
            check._replace(facts=self.facts_of(check), review=self.review_of(check))
            if check.facts
            else check
        )

    def facts_of(self, check: Check) -> Callable[[Post, Any, Site], Facts | None]:
        assert check.facts is not None
        facts, trace = check.facts, self.traces.setdefault(check.name, Trace())

        def recorded(post: Post, options: Any, site: Site) -> Facts | None:
            before, trace.site = trace.site, set()
            self.running = trace
            try:
                return facts(post, options, site)
            finally:
                self.running = None
                trace.facts_site |= trace.site
                trace.site |= before

        return recorded

    def review_of(self, check: Check) -> Callable[..., Iterator[SiteHit]]:
        assert check.review is not None
        review, trace = check.review, self.traces.setdefault(check.name, Trace())

        def recorded(facts: Any, options: Any, site: Site) -> Iterator[SiteHit]:
            hits = review(facts, options, site)
            while True:
                self.running = trace
                hit = next(hits, None)
                self.running = None
                if hit is None:
                    return
                trace.hits.append((hit, options))
                yield hit

        return recorded

    def active(self, *arguments: Any, **named: Any) -> list[ActiveRule]:
        return [
            rule._replace(check=self.traced(rule.check))
            for rule in active_under(*arguments, **named)
        ]

    def asked(self, part: str, original: Any) -> property:
        """A property of `Names`; what it asks for itself does not count."""

        def wrapped(names: Names) -> Any:
            self.note_names(part)
            running, self.running = self.running, None
            try:
                return original.__get__(names)
            finally:
                self.running = running

        return property(wrapped)

    def note_names(self, part: str) -> None:
        if self.running is not None:
            self.running.of_names.add(part)

    def note_site(self, part: str) -> None:
        if self.running is not None:
            self.running.site.add(part)


@contextmanager
def _patched(recorder: _Recorder) -> Iterator[None]:
    with ExitStack() as stack:

        def replace(owner: Any, name: str, value: Any) -> None:
            stack.enter_context(patch.object(owner, name, value))

        replace(Post, "body", property(recorder.wrap("", Post.body.fget)))  # type: ignore[attr-defined]
        replace(Post, "markdown", property(recorder.wrap("markdown", Post.markdown.fget)))  # type: ignore[attr-defined]
        replace(Post, "tree", recorder.wrap("tree", Post.tree))
        slot = vars(Post)["front_matter"]
        replace(
            Post, "front_matter", recorder.watched(slot, lambda: recorder.reads("front-matter"))
        )
        replace(words_module, "_parse", recorder.wrap("words", words_module._parse))
        for name, part in SITE_PARTS.items():
            note = lambda part=part: recorder.note_site(part)  # noqa: E731
            replace(Site, name, recorder.watched(vars(Site)[name], note))
        for name in ("slips", "phrases"):
            replace(Names, name, recorder.asked(name, vars(Names)[name]))
        for name in ("names", "relations"):
            note = lambda name=name: recorder.note_names(name)  # noqa: E731
            replace(Names, name, recorder.watched(vars(Names)[name], note))
        replace(
            __import__("lintpost.engine.check_post", fromlist=["_"]),
            "active_under",
            recorder.active,
        )
        yield


def trace_examples() -> dict[str, Trace]:
    """What each check did over the examples of all rules, by the check's name."""
    recorder = _Recorder()
    rules = load_pack(rules_folder())
    with _patched(recorder):
        for path in rule_files(rules_folder()):
            words_module.words.cache_clear()
            assert not run_examples(read_rule(path), rules)
    for trace in recorder.traces.values():
        trace.reads.discard("")
    return recorder.traces
