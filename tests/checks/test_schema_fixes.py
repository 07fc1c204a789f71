"""Values written as the schema wants them, in the three formats of front matter."""

import pytest

from lintpost.checks.common.schema.errors import Violation
from lintpost.checks.common.schema.fixes import mended
from lintpost.post.post import Post
from lintpost.post.source import Source

OPEN = {"yaml": "---\nk: {}\n---\n", "toml": "+++\nk = {}\n+++\n", "json": '{{"k": {}}}\n'}
ALL = ("yaml", "toml", "json")


def fixed(form: str, written: str, keyword: str, wanted: tuple[object, ...]) -> str | None:
    """The value after its fix; None where none is offered."""
    post = Post(Source("a.md", OPEN[form].format(written)))
    assert post.front_matter is not None
    entry = post.front_matter.get("k")
    assert entry is not None
    violation = Violation(["k"], keyword, "type", {}, wanted)
    fix = mended(post.text, entry.node, violation, yaml=form == "yaml")
    if fix is None:
        return None
    (edit,) = fix.edits
    assert fix.applicability == "safe"
    text = post.text[: edit.start] + edit.text + post.text[edit.end :]
    return text[len(OPEN[form].partition("{}")[0].replace("{{", "{")) :].partition("\n")[0].rstrip("}")  # fmt: skip


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize(
    ("written", "keyword", "wanted", "after"),
    [
        ('"8分"', "type", ("integer",), "8"),
        ('"-0.5"', "type", ("number",), "-0.5"),
        ('"0.5"', "type", ("integer",), None),
        ('"Yes"', "type", ("boolean",), "true"),
        ("8", "type", ("string",), '"8"'),
        ("true", "type", ("string", "null"), '"true"'),
        ('"Post"', "enum", ("post", "page"), '"post"'),
        ('"2026/4/2"', "format", ("date",), '"2026-04-02"'),
        ('"2026/4/2 10:00"', "format", ("date",), None),
        ('"two words"', "type", ("array",), None),
    ],
)
def test_in_every_format(
    form: str, written: str, keyword: str, wanted: tuple[object, ...], after: str | None
) -> None:
    assert fixed(form, written, keyword, wanted) == after


@pytest.mark.parametrize(("form", "after"), [("yaml", "08"), ("toml", None), ("json", None)])
def test_a_number_that_the_format_does_not_read(form: str, after: str | None) -> None:
    assert fixed(form, '"08"', "type", ("integer",)) == after


@pytest.mark.parametrize(
    ("form", "after"), [("yaml", "[AI, 半導体]"), ("toml", '["AI", "半導体"]'), ("json", '["AI", "半導体"]')]
)  # fmt: skip
def test_a_list_has_its_words_in_quotes_outside_yaml(form: str, after: str) -> None:
    assert fixed(form, '"AI、半導体"', "type", ("array",)) == after


@pytest.mark.parametrize(
    ("written", "after"),
    [("'Post'", "'post'"), ('"""Post"""', '"post"'), ("'''Post'''", "'post'")],
)
def test_the_kind_of_quotes_stays_in_toml(written: str, after: str) -> None:
    assert fixed("toml", written, "enum", ("post",)) == after
