"""Checks that say a hit depends on its own block alone: other blocks around it change nothing."""

from typing import Any

import pytest

from lintpost.checks.registry import check_names, find_check
from lintpost.config.active import active_rules
from lintpost.engine.examples import example_settings
from lintpost.packs.builtin import load_pack, rule_files, rules_folder
from lintpost.packs.rule_file import Example, RuleDocument, read_rule
from lintpost.post.post import Post
from lintpost.post.source import Source

FILLERS = (
    "これは別の段落です。特に問題はありません。\n",
    "A second paragraph, without anything to report.\n",
    "次の段落では、**太字**と`code`を使う。\n",
    "- 一つ目の項目\n- 二つ目の項目\n",
)
APART = "\n---\n\n"
"""A thematic break: no construct of Markdown reaches across it."""
ALONE = [name for name in check_names() if find_check(name).block_alone]


def hits(document: RuleDocument, example: Example, text: str) -> list[tuple[Any, ...]]:
    settings = example_settings(document.rule, example, load_pack(rules_folder()))
    post = Post(Source(str(example.settings.get("path", "example.md")), text), settings.site.syntax)
    (rule,) = active_rules(settings, post)
    assert rule.check.run is not None
    return sorted(
        (hit.start, hit.end, hit.key) for hit in rule.check.run(post, rule.options, settings.site)
    )


def shifted(found: list[tuple[Any, ...]], by: int) -> list[tuple[Any, ...]]:
    return [(start + by, end + by, key) for start, end, key in found]


def differences(name: str) -> list[str]:
    """The examples in which a block elsewhere adds, moves or removes a hit."""
    found = []
    for path in rule_files(rules_folder()):
        document = read_rule(path)
        if document.rule.check != name:
            continue
        for example in document.examples:
            text = example.text
            if text.startswith(("---", "+++", "{")) or not text.endswith("\n"):
                continue
            own = hits(document, example, text)
            for other in (*FILLERS, text):
                theirs = hits(document, example, other)
                before = hits(document, example, other + APART + text)
                after = hits(document, example, text + APART + other)
                lead, tail = len(other + APART), len(text + APART)
                if before != theirs + shifted(own, lead) or after != own + shifted(theirs, tail):
                    found.append(f"{example.place}: beside {other!r}")
    return found


@pytest.mark.parametrize("name", ALONE)
def test_other_blocks_change_nothing(name: str) -> None:
    assert differences(name) == []
