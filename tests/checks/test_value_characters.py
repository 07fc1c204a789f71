"""What counts as one emoji, and which characters of a list's items are refused."""

from pathlib import Path

import pytest
import regex

from lintpost.checks.front_matter.value_characters import PLAIN_EMOJI, is_one_emoji
from tests.conftest import brief, check_text


@pytest.mark.parametrize(
    "text",
    ["😀", "✏️", "✏", "👨‍👩‍👧", "👩🏽‍💻", "🇯🇵", "1️⃣", "#️⃣", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☺", "©️", "㊗️", "🫠", "🐈‍⬛"],
)
def test_one(text: str) -> None:
    assert is_one_emoji(text)


@pytest.mark.parametrize(
    "text",
    ["😀😀", "a😀", "😀a", "🇯🇵🇺🇸", "🇯", "1", "#", "a", "文", "★", "👍🏽👍", "\u200d", ":dog:"],
)
def test_not_one(text: str) -> None:
    assert not is_one_emoji(text)


def test_the_quick_answer_is_the_librarys() -> None:
    quick = [chr(code) for code in range(0x20000) if PLAIN_EMOJI.fullmatch(chr(code))]
    assert len(quick) > 700
    assert [char for char in quick if not regex.fullmatch(r"\p{Emoji}", char)] == []


ZENN = {
    "title": "title: x", "emoji": "emoji: 🐕", "type": "type: tech", "topics": "topics: [go]",
    "published": "published: true",
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("topics: [C++]", [("front-matter/characters", "+")]),
        ("topics: [a_b]", [("front-matter/characters", "_")]),
        ('topics: ["a b", "c"]', [("front-matter/characters", " ")]),
        ('topics: ["a\\tb c"]', [("front-matter/characters", '"a\\tb c"')]),
        ("topics:\n  - Node.js", [("front-matter/characters", ".")]),
        ("topics: C#", [("tags/type", "C#"), ("front-matter/characters", "#")]),
        ("topics: [日本語, １２, é]", []),
        ("topics: [abcdefghijklmnopqr]", []),
        ("topics: [abcdefghijklmnopqrs]", [("front-matter/schema", "abcdefghijklmnopqrs")]),
        ("emoji: 🐕🐈", [("front-matter/characters", "🐕🐈")]),
        ("emoji: ':dog:'", [("front-matter/characters", "':dog:'")]),
        ('emoji: "\\U0001F415"', []),
        ("publication_name: my_pub", []),
        ("publication_name: My_pub", [("front-matter/schema", "My_pub")]),
        ("publication_name: a", [("front-matter/schema", "a")]),
        ("publication_name: abcdefghijklmnop", [("front-matter/schema", "abcdefghijklmnop")]),
        ("published_at: 2026-04-02", []),
        ("published_at: 2026-04-02 09:03", []),
        ("published_at: 2026-04-02 9:03", [("front-matter/date", "2026-04-02 9:03")]),
        ("published_at: 2026-04-02 09:03:00", [("front-matter/date", "2026-04-02 09:03:00")]),
        ("published_at: 2026/04/02", [("front-matter/date", "2026/04/02")]),
        ("published_at: '2026-04-31'", [("front-matter/date", "'2026-04-31'")]),
    ],
)
def test_what_zenn_refuses(tmp_path: Path, line: str, found: list[tuple[str, str]]) -> None:
    lines = {**ZENN, line.partition(":")[0]: line}
    text = "\n".join(["---", *lines.values(), "---", "文です。", ""])
    config = tmp_path / "lintpost.yml"
    config.write_text("extends: zenn\n")
    families = ("front-matter", "tags", "yaml")
    findings = check_text(text, config, path="articles/abcdefghijkl.md", select=families)
    assert brief(text, findings) == found


def test_a_space_is_shown(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text("extends: zenn\n")
    text = "---\ntopics: ['a b+c+d e']\n---\n文です。\n"
    (finding,) = check_text(text, config, select=("front-matter/characters",))
    assert finding.message == "`topics`: “a b+c+d e” may not have ␣ +."
