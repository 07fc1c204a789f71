"""The words of a site: found in one pass over a post, and shared with no other site."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import Finding
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.literals import Literals
from lintpost.site.name import Name
from lintpost.site.names import Names

POST = """---
title: ギットハブとGithub
tags: [LLM]
---
Githubで革命的なツールをサーバとサーバーに入れます。ユーザーは食べれる。

Github、github、 GITHUB。LLMとLLM、LLM、LLM。
"""


def test_finds_words_that_overlap_in_either_case() -> None:
    literals = Literals()
    assert literals.numbers(("サーバ", "サーバー", b"api")) == (0, 1, 2)
    assert literals.add("API") == 2
    assert len(literals) == 3
    data = "サーバーとAPIのApi".encode()
    assert literals.find(data) == {0: [0], 1: [0], 2: [15, 21]}


def test_no_words_find_nothing() -> None:
    assert Literals().find(b"text") == {}


def test_a_word_that_is_added_later_is_found_in_the_same_post() -> None:
    literals = Literals()
    post = Post(Source("x.md", "one two"))
    assert literals.numbers(("one",)) == (0,)
    assert literals.in_post(post) == {0: [0]}
    assert literals.numbers(("two",)) == (1,)
    assert literals.in_post(post) == {0: [0], 1: [4]}
    assert literals.is_any_in(post, (1,))
    assert not literals.is_any_in(post, (2,))


def test_two_sites_search_the_same_post_for_their_own_words() -> None:
    post = Post(Source("x.md", "one two"))
    first, second = Literals(), Literals()
    first.add("one")
    second.add("two")
    assert first.in_post(post) == {0: [0]}
    assert second.in_post(post) == {0: [4]}


@pytest.mark.parametrize("size", [10, 10_000])
def test_small_and_large_automatons_find_the_same(size: int) -> None:
    literals = Literals()
    words = [f"word{number:05d}" for number in range(size)]
    assert literals.numbers(tuple(words)) == tuple(range(size))
    text = " ".join(reversed(words)).encode()
    found = literals.find(text)
    assert found == {number: [text.index(word.encode())] for number, word in enumerate(words)}


def _checker(folder: Path, name: str, extends: str) -> Checker:
    config = folder / name / "lintpost.yml"
    config.parent.mkdir()
    config.write_text(f"extends: {extends}\nnames: names.yml\ntags: tags.yml\n")
    (config.parent / "names.yml").write_text("names:\n- {name: GitHub, variants: [ギットハブ]}\n")
    (config.parent / "tags.yml").write_text("tags: [LLM, GitHub]\n")
    return Checker(load_settings(str(config), CliOverrides(lang="en")))


def _findings(checker: Checker) -> tuple[Finding, ...]:
    result = checker.check_source(Source("post.md", POST))
    assert not result.errors
    return result.findings


PRESETS = ("[jekyll, strict]", "[textlint]", "[jtf]", "[ja-editorial, ai-draft]")


def test_settings_in_threads_give_what_each_gives_alone(tmp_path: Path) -> None:
    alone = [
        _findings(_checker(tmp_path, f"alone{at}", extends)) for at, extends in enumerate(PRESETS)
    ]
    assert all(alone)
    checkers = [_checker(tmp_path, f"both{at}", extends) for at, extends in enumerate(PRESETS)]

    def run(checker: Checker) -> list[tuple[Finding, ...]]:
        return [_findings(checker) for _ in range(10)]

    with ThreadPoolExecutor(len(PRESETS)) as pool:
        together = list(pool.map(run, checkers))
    assert together == [[findings] * 10 for findings in alone]


def test_one_pass_over_a_post_for_rules_names_and_tags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes: list[int] = []
    find: Callable[[Literals, bytes], dict[int, list[int]]] = Literals.find

    def counted(self: Literals, data: bytes) -> dict[int, list[int]]:
        if data == POST.encode():
            passes.append(len(self))
        return find(self, data)

    monkeypatch.setattr(Literals, "find", counted)
    checker = _checker(tmp_path, "site", "[jekyll, strict]")
    rules = {finding.rule for finding in _findings(checker)}
    assert {"names/spelling", "ja/word-variants"} <= rules
    words = len(checker.settings.site.literals)
    assert passes == [words]
    _findings(checker)
    assert passes == [words, words]


def test_names_share_the_literals_of_their_site(tmp_path: Path) -> None:
    site = _checker(tmp_path, "site", "recommended").settings.site
    assert site.names is not None
    assert site.names.literals is site.literals
    own = Names([Name("GitHub")])
    assert own.literals is not Names([Name("GitHub")]).literals
