"""A site that is edited at random: what a run over any part of it says never depends on what is cached."""

import os
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lintpost.checks import registry
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site
from tests.conftest import NOW
from tests.engine.review.test_any_site import reported, results

RULE = """\
rule: own/link
check: own-link
severity: warning
title: {en: A link to nothing, ja: リンク切れ}
message: {en: "no {to}", ja: "{to}がない"}
why: {en: Because., ja: 理由。}
examples:
  - good: x
"""
BASE = "names: names.yml\npacks: [pack]\n"
CONFIGS = [
    f"lang: en\n{BASE}rules: {{site/*: on}}\n",
    f"lang: ja\n{BASE}rules: {{site/*: on, own/link: {{ignore: [x.png]}}}}\n",
    f"lang: en\n{BASE}rules: {{site/*: 'off', own/link: error}}\n",
    f"lang: en\n{BASE}rules: {{site/same-title: on}}\nexclude: [b.md]\n",
    f"lang: en\n{BASE}overrides: [{{posts: ['d/**'], rules: {{own/link: 'off', site/same-title: on}}}}]\n",
    f"lang: en\n{BASE}overrides: [{{front-matter: {{k: 1}}, rules: {{own/link: {{ignore: [none]}}}}}}]\n",
]
POSTS = ["a.md", "b.md", "c.md", "d/a.md", "d/e.md"]
FILES = ["x.png", "d/x.png", "ignored.txt"]
TEXTS = [
    "---\ntitle: One\n---\n\n[a.md] [x.png]\n",
    "---\ntitle: One\nk: 1\n---\n\n[a.md] [d/e.md] [c.md]\n",
    "---\ntitle: Two\n---\n\n[c.md] [d/x.png] [d/] [img/] Githubb.\n",
    "[none] [b.md]\n\n<!-- lintpost-disable-line own/link -->\n[none]\n",
    "---\ntitle: One\n---\n\n<!-- lintpost-disable-file own -->\n[none] Githubb.\n",
    "No facts.\n",
    "---\ntitle: Broken\n---\n\nbroken facts [none]\n",
    "\0",
]


class Options(CheckOptions):
    """`ignore`: targets that need not be there."""

    ignore: tuple[str, ...] = ()


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The links of a post; whoever looks for files here finds none."""
    assert site.files is None
    if "broken facts" in post.text:
        raise ValueError("no facts")
    found = [
        (match[1], place_of(post, match.start(1), match.end(1)))
        for match in re.finditer(r"\[(\S+)\]", post.text)
    ]
    return {"links": found} if found else None


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """A target is a post with links, a file, a folder with an image, or named in a file."""
    assert site.files is not None
    ignored = {*options.ignore, *(site.files.text("ignored.txt") or "").split()}
    for path, fact in facts.items():
        for target, place in fact["links"]:
            if target == "d/":
                is_file = any(path.endswith(".png") for path in site.files.below(target))
            elif target == "img/":
                is_file = "x.png" in site.files.names_in("")
            else:
                is_file = not target.endswith(".md") and site.files.has(target)
            if target in facts or target in ignored or is_file:
                continue
            others = [(one, Place(*x["links"][0][1])) for one, x in facts.items() if one != path]
            yield SiteHit(path, Place(*place), "", {"to": target}, related=tuple(others[:2]))


@pytest.fixture(autouse=True, scope="module")
def own_check() -> Iterator[None]:
    """Registers the check own-link."""
    module: Any = ModuleType("lintpost.checks.own_link")
    module.CHECK = Check(
        name="own-link", options=Options, messages={"": ("to",)}, run=None, site=("files",), facts=facts, review=review
    )  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "lintpost.checks.own_link", module)
        patch.setitem(registry._MODULES, "own-link", "own_link")
        patch.setattr(registry, "_SITE_CHECKS", registry._SITE_CHECKS | {"own-link"})
        registry.find_check.cache_clear()
        yield
    registry.find_check.cache_clear()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (NOW, NOW))


def write_site(site: Path) -> None:
    write(site / "pack" / "own" / "link.yml", RULE)
    write(site / "names.yml", "names: [GitHub]\n")
    write(site / "lintpost.yml", CONFIGS[0])
    for name, text in zip(POSTS, TEXTS, strict=False):
        write(site / name, text)


def change(site: Path, kind: str, number: int, name: str, other: str) -> None:
    """One edit of a site."""
    path, target = site / name, site / other
    if kind == "settings":
        write(site / "lintpost.yml", CONFIGS[number % len(CONFIGS)])
    elif kind == "names":
        write(site / "names.yml", "names: [GitHub]\n" + "# more\n" * (number % 3))
    elif kind == "file":
        file = site / FILES[number % 3]
        if file.exists():
            file.unlink()
        else:
            write(file, "none" if number % 2 else "c.md")
    elif kind == "write" or not path.exists():
        write(path, TEXTS[number % len(TEXTS)])
    elif kind == "remove":
        path.unlink()
    elif kind == "rename" and name != other:
        os.replace(path, target)
    elif kind == "copy" and name != other:
        shutil.copy2(path, target)  # with its times


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(
            ["write", "write", "remove", "rename", "copy", "settings", "names", "file"]
        ),
        st.integers(0, 23),
        st.sampled_from(POSTS),
        st.sampled_from(POSTS),
    ),
    min_size=1,
    max_size=3,
)


def posts_of(site: Path) -> list[str]:
    return sorted(str(path) for path in site.rglob("*.md"))


@hypothesis_settings(max_examples=25)
@given(st.lists(CHANGES, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_any_changes(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[list[tuple[str, int, str, str]]],
    chance: random.Random,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    site, cache = folder / "site", folder / "cache"
    write_site(site)
    for step in steps:
        for edit in step:
            change(site, *edit)
        paths = posts_of(site)
        part = [path for path in paths if chance.random() < 0.4]
        for some in chance.sample([part, part, paths], chance.randint(1, 3)):
            assert reported(results(some, cache)) == reported(results(some))


def found(site: Path, cache: Path | None) -> list[tuple[str, str, list[str]]]:
    return [
        (
            finding.rule,
            finding.message,
            [os.path.relpath(one.path, site) for one in finding.related],
        )
        for result in results([str(site / "a.md")], cache)
        for finding in result.findings
    ]


def test_a_review_is_made_again_for_what_it_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where neither a fact nor an answer of the disk has changed, the review is not made again."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    write(site / "lintpost.yml", CONFIGS[0].replace("site/*: on", "site/*: 'off'"))
    made: list[str] = []
    check = sys.modules["lintpost.checks.own_link"].CHECK

    def counted(*arguments: Any) -> Iterator[SiteHit]:
        made.append("review")
        return review(*arguments)

    def of(run: Callable[..., Any]) -> tuple[Any, int]:
        made.clear()
        return run(site, cache), len(made)

    monkeypatch.setattr(
        sys.modules["lintpost.checks.own_link"], "CHECK", check._replace(review=counted)
    )
    registry.find_check.cache_clear()
    missing = [("own/link", "no x.png", ["b.md", "c.md"])]
    assert of(found) == (missing, 1)
    assert of(found) == (missing, 0)
    write(site / "x.png", "")
    assert of(found) == ([], 1)
    assert of(found) == ([], 0)
    write(
        site / "b.md", (site / "b.md").read_text("utf-8") + "More.\n"
    )  # of which it notes nothing
    assert of(found) == ([], 0)
    write(site / "b.md", TEXTS[3])
    assert of(found) == ([], 1)
    (site / "x.png").unlink()
    assert of(found) == (missing, 1)
    os.rename(site, tmp_path / "moved")
    assert found(tmp_path / "moved", cache) == missing


def messages(paths: list[str], cache: Path) -> list[list[str]]:
    return [
        [finding.message for finding in result.findings if finding.rule == "own/link"]
        for result in results(paths, cache)
    ]


def test_what_a_review_is_kept_by(tmp_path: Path) -> None:
    """The paths of posts and what they fall under count, with the facts the same letter by letter."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    write(site / "lintpost.yml", CONFIGS[5])
    for name in POSTS[1:]:
        (site / name).unlink()
    for front, expected in (("k: 1", []), ("q: 1", ["no none"]), ("k: 1", [])):
        write(site / "a.md", "No facts.\n")
        write(site / "d" / "e.md", f"---\n{front}\n---\n\n[none]\n")
        for _ in range(2):
            assert messages([str(site / "d" / "e.md")], cache) == [expected]
    write(site / "d" / "e.md", "[c.md]\n")
    write(site / "b.md", "[b.md]\n")
    assert messages(posts_of(site), cache) == [[], [], ["no c.md"]]
    (site / "b.md").rename(site / "c.md")
    assert messages(posts_of(site), cache) == [[], ["no b.md"], []]
    write(site / "b.md", "[b.md]\n")
    assert messages([str(site / "c.md")], cache) == [[]]


def test_a_review_without_some_facts_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when facts took too long on a busy machine: the next run has them."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    write(site / "a.md", "[c.md]\n")
    write(site / "c.md", "[a.md]\n")
    module = sys.modules["lintpost.checks.own_link"]
    with monkeypatch.context() as patch:

        def broken(post: Post, options: Options, site: Site) -> Facts | None:
            if post.path.endswith("c.md"):
                raise ValueError("once")
            return facts(post, options, site)

        patch.setattr(module, "CHECK", module.CHECK._replace(facts=broken))
        registry.find_check.cache_clear()
        paths = posts_of(site)
        assert messages(paths, cache)[0] == ["no c.md"]
    registry.find_check.cache_clear()
    assert reported(results(paths, cache)) == reported(results(paths))
    assert messages(paths, cache)[0] == []
