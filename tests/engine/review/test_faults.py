"""What goes wrong in a rule over the whole site, and what its fixes do."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lintpost.checks import registry
from lintpost.checks.common.noted_text import NotedText, note_texts
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Fix, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.cli.fix.interactive import fix_interactively
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine import time_limit
from lintpost.engine.check_post import Checker
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix_paths import fix_paths
from lintpost.engine.edits.suppress_paths import suppress_paths
from lintpost.engine.finding import PostResult
from lintpost.engine.review.open_reviews import open_reviews
from lintpost.engine.run import Run, check_paths
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.post.source import Source, read_source
from lintpost.site.site import Site

RULE = """\
rule: own/number
check: own-number
severity: warning
title: {en: A number twice, ja: 番号の重複}
message: {en: "{count} posts", ja: "{count}本"}
why: {en: Because., ja: 理由。}
examples:
  - good: x
"""
CONFIG = "lang: en\npacks: [pack]\nrules: {front-matter/missing: off, site/same-title: on}\n"


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    if "broken facts" in post.text:
        raise ValueError("no facts")
    return note_texts(post, ("nr", "title"))


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """A number that an earlier post has becomes the next one that is free."""
    taken: set[str] = set()
    for path, fact in facts.items():
        if "nr" not in fact:
            continue
        noted = NotedText.of_fact(fact["nr"])
        if noted.text == "broken":
            yield SiteHit(path, noted.place, "", {"count": len(facts)})
            raise ValueError("no review")
        if noted.text in taken:
            free = next(n for n in "12345" if n not in {x["nr"][0] for x in facts.values()})
            fix = Fix("safe", (Edit(noted.place.start, noted.place.end, free),))
            yield SiteHit(path, noted.place, "", {"count": len(facts)}, fix)
        taken.add(noted.text)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., list[str]]]:
    """Writes posts of a site with the rule own/number; returns their paths."""
    monkeypatch.chdir(tmp_path)
    module: Any = ModuleType("lintpost.checks.own_number")
    module.CHECK = Check(
        name="own-number", options=Options, messages={"": ("count",)}, run=None, reads=("front-matter",),
        changes=("front-matter",), facts=facts, review=review,
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "lintpost.checks.own_number", module)
    monkeypatch.setitem(registry._MODULES, "own-number", "own_number")
    monkeypatch.setattr(registry, "_SITE_CHECKS", registry._SITE_CHECKS | {"own-number"})
    (tmp_path / "pack" / "own").mkdir(parents=True)
    (tmp_path / "pack" / "own" / "number.yml").write_text(RULE, "utf-8")
    (tmp_path / "lintpost.yml").write_text(CONFIG, "utf-8")

    def write(**posts: str) -> list[str]:
        for name, text in posts.items():
            (tmp_path / f"{name}.md").write_text(text, "utf-8")
        return [f"{name}.md" for name in sorted(posts)]

    registry.find_check.cache_clear()
    yield write
    registry.find_check.cache_clear()


def post(number: str, title: str = "", text: str = "Text.") -> str:
    return f'---\ntitle: "{title or f"No. {number}"}"\nnr: "{number}"\n---\n\n{text}\n'


def run(paths: list[str], cache: str | None = None) -> list[PostResult]:
    configurations = Configurations(None, CliOverrides(), cache=cache)
    try:
        return list(check_paths(paths, configurations, jobs=1, keep_text=False))
    finally:
        configurations.close()


def rules(results: list[PostResult]) -> list[list[str]]:
    return [[finding.rule for finding in result.findings] for result in results]


def errors(results: list[PostResult]) -> list[tuple[str, str]]:
    return [(Path(e.path).name, e.text.en) for result in results for e in result.errors]


def test_broken_facts_are_an_error_of_their_post(site: Callable[..., list[str]]) -> None:
    paths = site(a=post("1", "Same"), b=post("1", "Same", "broken facts"), c=post("1", "Other"))
    error = ("b.md", "internal error in own/number (ValueError: no facts); the other rules went on")
    for cache in (None, "cache", "cache"):
        found = run(paths, cache)
        assert errors(found) == [error]
        assert rules(found) == [["site/same-title"], ["site/same-title"], ["own/number"]]
        assert errors(run(paths[2:], cache)) == [error]  # what it finds without them may be wrong


def test_a_broken_review_is_an_error_of_the_site(site: Callable[..., list[str]]) -> None:
    paths = site(a=post("1", "Same"), b=post("broken", "Same"), c=post("1"))
    error = "internal error in own/number (ValueError: no review); the other rules went on"
    for cache in (None, "cache", "cache"):
        found = run(paths, cache)
        assert errors(found) == [("lintpost.yml", error)]
        assert rules(found) == [["site/same-title"], ["site/same-title"], []]
        assert rules(run(paths[:1], cache)) == [["site/same-title"]]
    configurations = Configurations(None, CliOverrides())
    fixed = [one.result for one in fix_paths(paths, configurations, write=False)]
    assert errors(fixed) == [("lintpost.yml", error)]
    written = list(suppress_paths(paths[2:], configurations, ""))
    assert [(one.findings, len(one.errors)) for one in written] == [(0, 1), (0, 0)]


@pytest.mark.parametrize("part", ["facts", "review"])
def test_a_rule_that_takes_too_long_is_stopped(
    site: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def for_ever(*_: object) -> Iterator[SiteHit]:
        while True:
            pass

    paths = site(a=post("1", "Same"), b=post("1", "Same"))
    module = sys.modules["lintpost.checks.own_number"]
    monkeypatch.setattr(module, "CHECK", module.CHECK._replace(**{part: for_ever}))
    monkeypatch.setattr(time_limit, "SECONDS", 0.2)
    monkeypatch.setattr(time_limit, "_TICK", 0.05)
    found = run(paths)
    assert all("own/number took longer than" in text for _, text in errors(found))
    assert len(errors(found)) == (2 if part == "facts" else 1)
    assert rules(found) == [["site/same-title"], ["site/same-title"]]


@pytest.mark.parametrize("comment", ["", "<!-- lintpost-disable-file own/number -->\n"])
def test_a_post_that_changes_before_the_review(
    site: Callable[..., list[str]], comment: str
) -> None:
    """Its findings are those of one text, not places of one in the other."""
    paths = site(a=post("1", "a"), b=post("1", "Same", comment), c=post("2", "Same"))
    run = Run(paths, Configurations(None, CliOverrides()), keep_text=True)
    checked = list(run.checked())
    new = "x\n" + post("1", "Same", "**")
    Path("b.md").write_text(new, "utf-8")
    expected = Checker(load_settings("lintpost.yml", CliOverrides())).check_source(
        Source("b.md", new), keep_text=True
    )
    results = list(run.completed(checked))
    assert (results[1].findings, results[1].text) == (expected.findings, expected.text)
    assert rules(results)[2] == ["site/same-title"]
    Path("b.md").unlink()
    (error,) = list(run.completed(checked))[1].errors
    assert error.text.en == "no such file"


def test_a_comment_is_not_called_unused_before_the_review(site: Callable[..., list[str]]) -> None:
    comments = "".join(
        f"<!-- lintpost-disable-file {rule} -->\n"
        for rule in ("own/number", "own", "site/*", "", "bold", "bold/empty, site/same-title")
    )
    (path,) = site(a=post("1", "a", comments))
    checker = Configurations(None, CliOverrides()).checker(path)
    source = read_source(path, 100_000)
    unused = [
        [source.text[f.start.offset : f.end.offset] for f in result.findings]
        for result in (
            checker.check_source(source),
            checker.check_source(source, review=lambda _: []),
        )
    ]
    assert unused[0] == ["bold", "bold/empty"]
    assert len(unused[1]) == 7


def test_fixes_are_applied_post_by_post(site: Callable[..., list[str]]) -> None:
    """Each sees the posts before it as they are by then: no two take the same number."""
    paths = site(**{name: post("1", name) for name in "abcd"})
    assert rules(run(paths)) == [[], *[["own/number"]] * 3]
    fixed = list(fix_paths(paths, Configurations(None, CliOverrides()), write=True))
    assert [Path(path).read_text("utf-8") for path in paths] == [
        post(number, name) for number, name in zip("1234", "abcd", strict=True)
    ]
    assert [len(one.applied) for one in fixed] == [0, 1, 1, 1]
    assert rules([one.result for one in fixed]) == [[], [], [], []]
    assert rules(run(paths)) == [[], [], [], []]


def test_unsafe_fixes_are_applied_where_they_are_wanted(
    site: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they are not the fixing of a post takes no review: it cannot depend on one."""
    paths = site(**{name: post("1", name) for name in "abc"})
    module = sys.modules["lintpost.checks.own_number"]

    def unsafe(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
        for hit in review(facts, options, site):
            yield hit._replace(fix=hit.fix and hit.fix._replace(applicability="unsafe"))

    monkeypatch.setattr(module, "CHECK", module.CHECK._replace(review=unsafe))
    configurations = Configurations(None, CliOverrides())
    reviews = open_reviews(paths, configurations)
    assert reviews is not None
    assert [reviews.fix_review_of("b.md", unsafe=wanted) is None for wanted in (False, True)] == [True, False]  # fmt: skip
    fixed = list(fix_paths(paths, configurations, write=True))
    assert [len(one.applied) for one in fixed] == [0, 0, 0]
    assert rules([one.result for one in fixed]) == [[], ["own/number"], ["own/number"]]
    fixed = list(fix_paths(paths, configurations, write=True, unsafe=True))
    assert [len(one.applied) for one in fixed] == [0, 1, 1]
    assert rules(run(paths)) == [[], [], []]


def test_fixes_are_asked_about_post_by_post(
    site: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = site(**{name: post("1", name) for name in "abcd"})
    answers = iter("yny")
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert fix_interactively(paths, Configurations(None, CliOverrides()), "en") == 0
    texts = [Path(path).read_text("utf-8") for path in paths]
    assert texts == [post("1", "a"), post("2", "b"), post("1", "c"), post("3", "d")]


def test_fixes_of_the_site_must_prove_themselves(
    site: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = site(a=post("1"), b=post("1", "b"))
    module = sys.modules["lintpost.checks.own_number"]
    before = Path("b.md").read_text("utf-8")

    def breaks(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
        for hit in review(facts, options, site):
            yield hit._replace(fix=Fix("safe", (Edit(hit.place.start - 1, hit.place.end, "{"),)))

    monkeypatch.setattr(module, "CHECK", module.CHECK._replace(review=breaks))
    fixed = list(fix_paths(paths, Configurations(None, CliOverrides()), write=True))
    assert Path("b.md").read_text("utf-8") == before
    assert fixed[1].result.refused == (("own/number", 1),)
    (finding,) = fixed[1].result.findings
    assert (finding.rule, finding.fix) == ("own/number", None)
