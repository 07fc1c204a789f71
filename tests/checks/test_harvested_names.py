"""Entries of the names dictionary that `lintpost init` collected and nobody has looked at yet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import check_text, fix_text

ENTRY = "names:\n  - {name: MindSpore, kind: company, variants: [Mindspore]%s}\n"
RULES = ("names/spelling", "names/spacing", "names/near", "names/owner")
TEXT = "MindSporeとMindspore、mindspore、Mind Spore、MindSpoore、MindSpore製のCopilot。\n"


def _house(site: Callable[..., Path], mark: str, more: str = "") -> Path:
    names = ENTRY % mark + "  - {name: Copilot, owner: Microsoft}\n" + more
    return site(lintpost_yml="names: names.yml\n", names_yml=names) / "lintpost.yml"


def test_an_unreviewed_entry_says_only_what_it_lists(site: Callable[..., Path]) -> None:
    found = check_text(TEXT, _house(site, ", harvested: true"), select=RULES)
    assert [(f.rule, TEXT[f.start.offset : f.end.offset], f.message) for f in found] == [
        ("names/spelling", "Mindspore",
         "“Mindspore” is mostly written “MindSpore” on this site (an entry to be reviewed)."),
    ]  # fmt: skip
    assert found[0].fix is not None
    assert found[0].fix.applicability == "unsafe"


@pytest.mark.parametrize("mark", ["", ", harvested: false"])
def test_a_reviewed_entry_says_all(site: Callable[..., Path], mark: str) -> None:
    found = check_text(TEXT, _house(site, mark), select=RULES)
    assert [(f.rule, TEXT[f.start.offset : f.end.offset]) for f in found] == [
        ("names/spelling", "Mindspore"),
        ("names/spelling", "mindspore"),
        ("names/spacing", "Mind Spore"),
        ("names/near", "MindSpoore"),
        ("names/owner", "MindSpore製のCopilot"),
    ]
    assert [f.fix and f.fix.applicability for f in found] == [
        "safe", "safe", "safe", "unsafe", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "entry", "before", "after"),
    [
        ("names/gloss", "gloss: Vantor（V社）", "Vantorの話。\n", "Vantor（V社）の話。\n"),
        ("names/gloss", "gloss: Vantor（V社）", "**Vantor**だ。\n", "**Vantor**（V社）だ。\n"),
        ("names/link", "link: /v/", "Vantorの話。\n", "[Vantor](/v/)の話。\n"),
        ("bold/first-mention", "kind: company", "Vantorの話。\n", "**Vantor**の話。\n"),
        (
            "bold/span",
            "kind: company",
            "これは**Vantor製品**の話。\n",
            "これは**Vantor**製品の話。\n",
        ),
    ],
)
def test_no_fix_that_rests_on_it_is_safe(
    site: Callable[..., Path], rule: str, entry: str, before: str, after: str
) -> None:
    for mark, unread in ((", harvested: true", before), ("", after)):
        more = f"  - {{name: Vantor, {entry}{mark}}}\n"
        config = _house(site, mark, more)
        assert fix_text(before, config, rule) == unread
        assert fix_text(before, config, rule, unsafe=True) == after


def test_the_mark_is_kept_in_the_cache(site: Callable[..., Path]) -> None:
    """Of a dictionary that is long enough to be cached, the second reading says the same."""
    more = "".join(f"  - {{name: Word{n:03}, kind: product}}\n" for n in range(100))
    config = _house(site, ", harvested: true", more)
    first, second = (check_text(TEXT, config, select=RULES) for _ in range(2))
    assert first == second
    assert len(first) == 1
