"""The time of a check grows with the size of the post, whatever is in it."""

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lintpost.checks.contract.hit import Hit
from lintpost.config.active import ActiveRule, active_rules
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings, load_settings
from lintpost.engine import check_post
from lintpost.engine.check_post import Checker
from lintpost.post.post import Post
from lintpost.post.source import Source

FAMILIES = (
    "ai-writing",
    "bold",
    "en",
    "front-matter",
    "ja",
    "jtf",
    "names",
    "tags",
    "typography",
    "yaml",
)
CONFIG = (
    "extends: [jekyll, strict, known-names]\n"
    f"rules: {{{', '.join(f'{family}/*: on' for family in FAMILIES)}}}\n"
)
HEAD = "---\ntitle: 題\n---\n"
WHOLE = 0.015
"""Seconds that the smallest text of a pattern takes at least."""
SHORTEST = 0.05
"""Seconds below which the time of a rule says nothing."""
MOST = 6.0
"""The time of 8n may be so many times that of 2n: 4 for linear work, 16 for quadratic work."""


def repeated(text: str, *, head: str = HEAD, end: str = "") -> Callable[[int], str]:
    """A post that holds a text n times; `{i}` in it is a number."""
    return lambda n: head + "".join(text.replace("{i}", str(i)) for i in range(n)) + end


def nested(opening: str, inner: str, closing: str) -> Callable[[int], str]:
    """A text in n marks, one in another."""
    return lambda n: HEAD + opening * n + inner + closing * n + "\n"


PATTERNS = {
    # Suppressions
    "comments behind keys": lambda n: (
        "---\n" + "".join(f"a{i}: b # lintpost: disable x\n" for i in range(n)) + "---\n本文\n"
    ),
    "disable and enable": repeated("<!-- lintpost-disable -->\n\n- a\n\n<!-- lintpost-enable -->\n\n"),
    "disable alone": repeated("<!-- lintpost-disable ja -->\n\nこれはは。\n\n"),
    "unknown rules": repeated("<!-- lintpost-disable x/y{i} -->\n\n"),
    "many names": lambda n: f"{HEAD}<!-- lintpost-disable {'bold/empty ' * n}-->\n\n本文\n",
    "unclosed disable": repeated("<!-- lintpost-disable "),
    "disable-line in one line": repeated("a <!-- lintpost-disable-line ja --> "),
    # Prose
    "one long line": repeated("これは文です。Here is a sentence. "),
    "numerals": repeated("一"),
    "digits": repeated("1"),
    "spaces before a letter": lambda n: f"{HEAD}a{' ' * 2 * n}b\n",
    "full-width spaces": lambda n: f"{HEAD}「{'　' * n}い{'　' * n}\n",
    "opening brackets": repeated("「"),
    "brackets in brackets": nested("（", "a", "）"),
    "kanji": repeated("漢字"),
    "hiragana": repeated("ので"),
    "commas": repeated("あ、"),
    "quotation marks": repeated("\"a' "),
    "dashes": repeated("a -- b — "),
    "exclamations": repeated("！？"),
    "sentences": repeated("これは文である。"),
    "lines": repeated("これは文です\n"),
    "paragraphs": repeated("これは文です。\n\n"),
    "the same word": repeated("the the "),
    # Inlines
    "bold": repeated("これは**「重要」**です。"),
    "bold labels": repeated("**Label:** some text here\n\n"),
    "unclosed bold": repeated("**a "),
    "unclosed emphasis": repeated("*a "),
    "stray marks": repeated("これは****です。\n\n"),
    "links": repeated("[資料](https://example.com/{i}) "),
    "brackets": nested("[", "a", "]"),
    "images": repeated("![図](/a{i}.png)\n\n"),
    "code spans": repeated("`a` "),
    "backticks": repeated("`` ` "),
    "entities": repeated("&amp;&#x41;"),
    "addresses": repeated("https://example.com/a_b "),
    "HTML": repeated("<b class=\"x\">a</b> "),
    "unclosed HTML": repeated("<b "),
    "unclosed comments": repeated("a <!--\n"),
    "attribute lists": repeated("a{: .b}\n\n{: .c}\n\n"),
    "footnotes": lambda n: (
        HEAD + "".join(f"a[^{i}]\n\n" for i in range(n)) + "".join(f"[^{i}]: b\n\n" for i in range(n))
    ),
    "reference definitions": lambda n: (
        HEAD + "".join(f"[a{i}] " for i in range(n)) + "\n\n"
        + "".join(f"[a{i}]: /b{i}\n" for i in range(n))
    ),
    "names": repeated("github と GitHub "),
    # Blocks
    "headings": repeated("## 一つ\n\n"),
    "list items": repeated("- 一つ\n"),
    "ordered items": repeated("1. 一つ\n"),
    "table rows": repeated("| 1つ | 一つ |\n", head=f"{HEAD}| a | b |\n|---|---|\n"),
    "quotations": repeated("> 引用\n\n"),
    "deep quotations": lambda n: f"{HEAD}{'> ' * min(n, 1000)}a\n" * 2,
    "deep lists": lambda n: HEAD + "".join(f"{'  ' * (i % 40)}- a\n" for i in range(n)),
    "fences": repeated("```\na\n```\n\n"),
    "rules": repeated("---\n\n"),
    "line ends": repeated("\n"),
    # Templates and front matter
    "mathematics": repeated("$$\na\n"),
    "unclosed Liquid": repeated("a {{ b\n"),
    "unclosed raw": repeated("{% raw %} a\n"),
    "the same key": repeated("k: v\n", head="---\n", end="---\n本文\n"),
    "keys": repeated("k{i}: v\n", head="---\n", end="---\n本文\n"),
    "tags": lambda n: f"---\ntitle: 題\ntags: [{', '.join(f't{i}' for i in range(n))}]\n---\n本文\n",
    "JSON keys": lambda n: "{" + ", ".join(f'"k{i}": 1' for i in range(n)) + "}\n\n本文\n",
}  # fmt: skip

NOT_YET = {
    "images": "ProseRuns looks for each run among all images",
    "stray marks": "meant_strong copies all bold for each block",
    "attribute lists": "the tree tries each piece of text against all masks",
    "mathematics": "the tree tries each piece of text against all masks",
    "unclosed Liquid": "the mask looks for the end of each tag",
    "unclosed raw": "the mask looks for the end of each block",
    "the same key": "the fix of each duplicate parses the front matter",
    "JSON keys": "each key is compared with all before it",
}
"""Patterns whose work is not linear yet, with the reason."""


class Meter:
    """Checks posts with every rule on, and takes the CPU time of each rule and of the whole."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "lintpost.yml").write_text(CONFIG, encoding="utf-8")
        monkeypatch.setattr(check_post, "active_rules", self._measured_rules)
        settings = load_settings(str(folder / "lintpost.yml"), CliOverrides(lang="en"))
        self._checker = Checker(settings)
        self._seconds: dict[str, float] = {}
        self.seconds(f"{HEAD}これは文です。Here is one.\n")  # dictionaries and patterns are loaded

    def seconds(self, text: str) -> dict[str, float]:
        """The CPU time in seconds of each rule over a text; of the whole under ""."""
        self._seconds.clear()
        gc.collect()
        start = time.process_time()
        result = self._checker.check_source(Source("a.md", text))
        self._seconds[""] = time.process_time() - start
        assert not result.errors
        return dict(self._seconds)

    def _measured_rules(self, settings: Settings, post: Post) -> list[ActiveRule]:
        return [self._measured(rule) for rule in active_rules(settings, post)]

    def _measured(self, rule: ActiveRule) -> ActiveRule:
        run = rule.check.run
        if run is None:
            return rule

        def measured(*arguments: Any) -> list[Hit]:
            start = time.process_time()
            hits = list(run(*arguments))
            self._seconds[rule.rule.name] = time.process_time() - start
            return hits

        return rule._replace(check=rule.check._replace(run=measured))


@pytest.fixture(scope="module")
def meter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meter]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        gc.disable()  # as the command does: a collection takes longer the more there is
        yield Meter(tmp_path_factory.mktemp("linear"), monkeypatch)
        gc.enable()


def too_steep(meter: Meter, text: Callable[[int], str], n: int) -> dict[str, list[float]]:
    """The rules that take more than `MOST` times as long for 8n as for 2n, with their times for n to 8n."""
    runs = [meter.seconds(text(factor * n)) for factor in (1, 2, 4, 8)]
    times = {rule: [run.get(rule, 0.0) for run in runs] for rule in runs[-1]}
    return {
        rule: row
        for rule, row in times.items()
        if row[3] > SHORTEST and row[3] > MOST * max(row[1], SHORTEST / MOST)
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=NOT_YET[name], strict=False))
        if name in NOT_YET
        else name
        for name in PATTERNS
    ],
)
def test_the_time_of_a_check_is_linear(meter: Meter, name: str) -> None:
    text = PATTERNS[name]
    n = 100
    while n < 6400 and meter.seconds(text(n))[""] < WHOLE:
        n *= 2
    steep = too_steep(meter, text, n)
    for _ in range(
        0 if name in NOT_YET else 2
    ):  # the machine may have been busy: what is steep is steep each time
        if steep:
            again = too_steep(meter, text, n)
            steep = {rule: row for rule, row in again.items() if rule in steep}
    assert steep == {}
