import pytest

from tests.conftest import brief, check_text

BAD = "これは****です。"


def rules(text: str, **overlay: object) -> list[tuple[str, str]]:
    head = "" if text.startswith("---") else "---\ntitle: 題\n---\n"
    return brief(head + text, check_text(head + text, **overlay))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"<!-- lintpost-disable bold/empty -->\n\n{BAD}\n\n{BAD}\n", []),
        (f"<!-- lintpost-disable bold -->\n\n{BAD}\n", []),
        (f"<!-- lintpost-disable -->\n\n{BAD}\n", []),
        (f"<!-- lintpost-disable bold/empty -->\n\n{BAD}\n\n<!-- lintpost-enable -->\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"<!-- lintpost-disable bold/empty, names/mixed -- why -->\n\n{BAD}\n", [("meta/unused-suppression", "names/mixed")]),
        (f"<!-- lintpost-disable-next-line bold/empty -->\n{BAD}\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"{BAD}\n\n<!-- lintpost-disable-file bold/empty -->\n", []),
        (f"<!-- lintpost-disable bold/emtpy -->\n\n{BAD}\n", [("meta/unknown-rule", "bold/emtpy"), ("bold/empty", "****")]),
        (f"`<!-- lintpost-disable -->`\n\n```\n<!-- lintpost-disable -->\n```\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"---\ntitle: 題\n# lintpost: disable bold/empty -- ok\n---\n{BAD}\n", []),
        ("---\ntitle: 題\nexcerpt: # lintpost: disable front-matter/empty\n---\n本文\n", []),
        ("---\ntitle: 題\nexcerpt:\ntags: [a] # lintpost: disable front-matter/empty\n---\n本文\n",
         [("front-matter/empty", "excerpt"), ("meta/unused-suppression", "front-matter/empty")]),
    ],
)  # fmt: skip
def test_suppressions(text: str, left: list[tuple[str, str]]) -> None:
    found = [pair for pair in rules(text) if pair[0] != "names/mixed"]
    assert found == [pair for pair in left if pair[1] != "names/mixed"]


def test_a_comment_for_a_rule_that_does_not_run_is_not_judged() -> None:
    assert rules("<!-- lintpost-disable names/mixed -->\n", ignore=("names",)) == []
    assert rules("<!-- lintpost-disable -->\n", select=("bold/empty",)) == []


def test_an_mdx_comment() -> None:
    text = f"---\ntitle: 題\n---\n{{/* lintpost-disable bold/empty */}}\n\n{BAD}\n"
    assert brief(text, check_text(text, path="post.mdx")) == []
