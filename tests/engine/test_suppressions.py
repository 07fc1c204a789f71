from pathlib import Path

import pytest

from lintpost.engine.edits.suppression_comments import suppressed_text
from lintpost.post.post import Post
from lintpost.post.source import Source
from tests.conftest import brief, check_text, fix_text

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
        (f"{BAD} <!-- lintpost-disable-line bold/empty -->\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"<!-- lintpost-disable bold -->\n{BAD}\n\n<!-- lintpost-enable bold/empty -->\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"<!-- lintpost-disable bold -->\n{BAD}\n\n<!-- lintpost-enable bold/span -->\n\n{BAD}\n", []),
        (f"<!-- lintpost-disable -->\n{BAD}\n\n<!-- lintpost-enable bold -->\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"<!-- lintpost-disable bold/empty -->\n{BAD}\n\n<!-- lintpost-enable bold -->\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"<!-- lintpost-disable bold -->\n{BAD}\n\n<!-- lintpost-enable bold/empty -->\n\n<!-- lintpost-disable bold/* -->\n\n{BAD}\n", []),
        (f"次は <!-- lintpost-disable bold --> {BAD} <!-- lintpost-enable bold -->\n\n{BAD}\n", [("bold/empty", "****")]),
        (f"<!-- lintpost-disable-file bold -->\n\n<!-- lintpost-enable bold -->\n\n{BAD}\n", []),
        (f"次は<!--lintpost-disable-line bold/empty--> {BAD}\n", []),
        (f"<!-- lintpost-disable-next-line--because -->\n{BAD}\n", []),
        (f"次は <!-- lintpost-disable bold\n\n{BAD}\n", [("bold/empty", "****")]),
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


HEAD = "---\ntitle: 題\n---\n"


def messages(text: str) -> list[tuple[int, int, str]]:
    """What the findings about comments say, with their lines and columns."""
    found = [finding for finding in check_text(text) if finding.rule == "meta/unknown-rule"]
    return [(finding.start.line, finding.start.column, finding.message) for finding in found]


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("<!-- lintpost-disabel bold/empty -->", "lintpost-disabel"),
        ("<!-- lintpost-ignore -->", "lintpost-ignore"),
        ("<!-- lintpost-enable-file bold -->", "lintpost-enable-file"),
        ("<!-- lintpost: disable bold -->", "lintpost: disable"),
        ("<!-- LINTPOST-DISABLE bold -->", "LINTPOST-DISABLE"),
        ("{/* lintpost-disable-nextline bold */}", "lintpost-disable-nextline"),
    ],
)
def test_a_misspelled_comment_is_reported(comment: str, word: str) -> None:
    column = comment.index(word) + 1
    message = (
        f"There is no comment “{word}”; write “lintpost-disable”, “lintpost-disable-file”, "
        "“lintpost-disable-line”, “lintpost-disable-next-line” or “lintpost-enable”."
    )
    assert messages(f"{HEAD}{comment}\n\n本文。\n") == [(4, column, message)]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("tags: [a] # lintpost: disabel tags", "lintpost: disabel"),
        ("# lintpost-disable tags", "lintpost-disable"),
        ("# lintpost: disable-next-line tags", "lintpost: disable-next-line"),
    ],
)
def test_a_misspelled_comment_in_front_matter_is_reported(line: str, word: str) -> None:
    assert messages(f"---\ntitle: 題\n{line}\n---\n本文。\n") == [
        (3, line.index("lintpost") + 1, f"There is no comment “{word}”; write “lintpost: disable”.")
    ]


def test_a_misspelled_rule_of_an_enable_is_reported() -> None:
    text = f"{HEAD}<!-- lintpost-disable bold/empty -->\n\n{BAD}\n\n<!-- lintpost-enable bold/emtpy -->\n"
    assert messages(text) == [(8, 22, "There is no rule “bold/emtpy”; did you mean “bold/empty”?")]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- markdownlint-disable MD013 -->",
        "<!-- textlint-disable -->",
        "<!-- vale off -->",
        "<!-- prettier-ignore -->",
        "<!-- lint disable -->",
        "<!-- lintpost is the linter here -->",
        "<!-- see lintpost-ignore -->",
    ],
)
def test_comments_of_other_tools_mean_nothing(comment: str) -> None:
    found = rules(f"{comment}\n\n{BAD}\n")
    assert found == [("bold/empty", "****")]


def test_a_comment_of_another_tool_in_front_matter_means_nothing() -> None:
    text = "---\ntitle: 題 # noqa\nexcerpt: # yamllint disable-line\n---\n本文\n"
    assert rules(text) == [("front-matter/empty", "excerpt")]


@pytest.mark.parametrize(
    "value",
    ['["# lintpost: disable bold"]', '"# lintpost: disabel"', "|\n  # lintpost: ignore"],
)
def test_a_string_of_the_front_matter_is_no_comment(value: str) -> None:
    assert rules(f"---\ntitle: 題\nx: {value}\n---\n{BAD}\n") == [("bold/empty", "****")]


def test_a_comment_on_the_first_line_of_a_post_without_front_matter_ends() -> None:
    text = f"<!-- lintpost-disable bold -->\n\n{BAD}\n\n<!-- lintpost-enable bold -->\n\n{BAD}\n"
    found = [f for f in check_text(text) if f.rule.startswith(("bold", "meta"))]
    assert [(f.rule, f.start.line) for f in found] == [("bold/empty", 7)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- lintpost-disable bold/empty, bold/unrendered -->\n\n本文。\n", "\n本文。\n"),
        ("<!-- lintpost-disable bold/unrendered, bold/empty -->\n\n" + BAD + "\n", "<!-- lintpost-disable bold/empty -->\n\n" + BAD + "\n"),
        ("<!-- lintpost-disable bold/empty, bold/unrendered -->\n\n" + BAD + "\n", "<!-- lintpost-disable bold/empty -->\n\n" + BAD + "\n"),
        ("本文。 <!-- lintpost-disable-line bold/unrendered -->\n", "本文。\n"),
        ("<!-- lintpost-disable bold/unrendered -->\n\n本文。\n\n<!-- lintpost-enable bold/unrendered -->\n", None),
        ("<!-- lintpost-disable bold -->\n\n本文。\n\n<!-- lintpost-enable bold/unrendered -->\n", None),
    ],
)  # fmt: skip
def test_what_the_fix_of_an_unused_comment_leaves(
    before: str, after: str | None, tmp_path: Path
) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text("lang: en\n", encoding="utf-8")
    fixed = fix_text(HEAD + before, config, "bold/empty", "bold/unrendered", "meta")
    assert fixed == HEAD + (before if after is None else after)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.md", f"- {BAD}\n- 次。\n", f"- {BAD} <!-- lintpost-disable-line bold/empty -->\n- 次。\n"),
        ("a.md", f"- 前。\n\n- {BAD}  \n  続き。\n", f"- 前。\n\n- {BAD} <!-- lintpost-disable-line bold/empty -->  \n  続き。\n"),
        ("a.md", f"> {BAD}\n", f"> {BAD} <!-- lintpost-disable-line bold/empty -->\n"),
        ("a.md", f"前。\n{BAD}\n", f"前。\n{BAD} <!-- lintpost-disable-line bold/empty -->\n"),
        ("a.mdx", f"- {BAD}\n", f"- {BAD} {{/* lintpost-disable-line bold/empty */}}\n"),
        ("a.mdx", f"{BAD}\n", f"{BAD} {{/* lintpost-disable-line bold/empty */}}\n"),
        ("a.md", f"- {BAD} `code\n  more`\n", f"<!-- lintpost-disable-file bold/empty -->\n\n- {BAD} `code\n  more`\n"),
        ("a.md", f"- {BAD}\\\n  次\n", f"<!-- lintpost-disable-file bold/empty -->\n\n- {BAD}\\\n  次\n"),
        ("a.md", f"| a |\n|---|\n| {BAD} |\n", f"<!-- lintpost-disable-file bold/empty -->\n\n| a |\n|---|\n| {BAD} |\n"),
    ],
)  # fmt: skip
def test_where_comments_for_the_body_are_written(path: str, before: str, after: str) -> None:
    findings = check_text(before, path=path, select=("bold/empty",))
    assert suppressed_text(Post(Source(path, before)), findings, "") == after
    assert check_text(after, path=path, select=("bold/empty", "meta")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags:\n  - a\n  - a\n", "tags:\n  - a\n  - a  # lintpost: disable tags/duplicate\n"),
        ("tags: [a, a]\n", "tags: [a, a]  # lintpost: disable tags/duplicate\n"),
        ("tags: [b,\n  a, a]\n", "tags: [b,\n  a, a]  # lintpost: disable tags/duplicate\n"),
        ("tags: [a, a] # mine\n", "# lintpost: disable tags/duplicate\ntags: [a, a] # mine\n"),
        (
            "tags: [a, a, 'b\n  c']\n",
            "# lintpost: disable tags/duplicate\ntags: [a, a, 'b\n  c']\n",
        ),
    ],
)
def test_where_comments_for_front_matter_are_written(before: str, after: str) -> None:
    before, after = (f"---\ntitle: 題\n{text}---\n本文。\n" for text in (before, after))
    after = after.replace("---\ntitle: 題\n# lintpost", "---\n# lintpost").replace(
        "tags/duplicate\ntags", "tags/duplicate\ntitle: 題\ntags"
    )
    findings = check_text(before, select=("tags/duplicate",))
    assert suppressed_text(Post(Source("a.md", before)), findings, "") == after
    assert check_text(after, select=("tags/duplicate", "meta")) == []
