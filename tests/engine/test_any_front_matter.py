"""Any text between the fences: it is parsed or has a problem with a place, and no rule falls over it."""

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.post.front_matter.block import parse_front_matter
from lintpost.post.source import Source
from tests.conftest import SHARED

PRESETS = ("jekyll", "hugo", "astro", "zenn", "qiita")
CONFIG = """
extends: {preset}
tags: tags.yml
front-matter:
  required: [title, date, layout]
  order: [title, date, layout, tags, author]
  properties:
    title: {{type: string, minLength: 2, maxLength: 40}}
    date: {{format: date}}
    layout: {{const: post}}
    draft: {{type: boolean}}
    weight: {{type: integer, maximum: 10}}
    reading_time: {{type: integer}}
    author: {{enum: [佐藤]}}
rules:
  front-matter/author: {{authors: [佐藤]}}
"""
FENCES = (("---\n", "\n---\n"), ("+++\n", "\n+++\n"), ("{", "}\n"), ("\n---\r\n", "\r\n---\r\n"))
# What YAML, TOML and JSON, and the rules that look at the values, take for signs of their own.
PIECES = (
    "title", "date", "tags", "layout", "draft", "on", "null", "<<", "=", "a", "b.c", "日付", "２０２６",
    ": ", ":", "：", " = ", "- ", "-", "? ", "[", "]", "{", "}", ", ", ",", '"', "'", "#", " #", "&x ", "*x",
    "!!timestamp ", "!!int ", "!!bool ", "!!float ", "!!set ", "!!binary ", "!a ", "|", ">-", "\\", '"""',
    "\n", "\n  ", "\n\t", "\n- ", "\r", "\r\n", " ", "　", "\x00", "\x07", "\x85", "\u2028", "\ufeff", "😀",
    "2026-04-02", "2026-02-30", "9999-12-31T23:59:59-14:00", "0001-01-01 00:00:00 +14", "12:30", "1:2:3.4",
    "0x1F", "0b1", "010", "1_0", "1e999", ".nan", ".inf", "-0", "9" * 1001, "\\ud800", "\\U0010ffff",
    "true", "Yes", "[[a]]", "[a.b]", '{"a": 1}', "%YAML 1.2", "%TAG ! x", "---", "...", "@", "`", "%",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(("title: ", "date: ", "tags: ", "weight: ", "draft: ")), max_size=4).flatmap(
        lambda keys: st.lists(
            st.lists(st.sampled_from(PIECES), max_size=4).map("".join), min_size=len(keys), max_size=len(keys)
        ).map(lambda values: "\n".join(map("".join, zip(keys, values, strict=True))))
    ),
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.binary(max_size=40).map(lambda data: data.decode("latin-1")),
)  # fmt: skip


@cache
def _checker(preset: str, folder: str) -> Checker:
    config = Path(folder) / f"{preset}.yml"
    config.write_text(CONFIG.format(preset=preset), encoding="utf-8")
    (Path(folder) / "tags.yml").write_text("tags:\n  - AI\n  - {name: LLM, aliases: [llm]}\n")
    families = ("front-matter", "yaml", "tags", "categories")
    return Checker(load_settings(str(config), CliOverrides(lang="en", select=families)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("site"))


def _assert_sound(text: str, checker: Checker) -> None:
    for version in ("1.1", "1.2"):
        front = parse_front_matter(text, version)  # type: ignore[arg-type]
        for problem in front.problems if front is not None else ():
            assert 0 <= problem.start <= problem.end <= len(text)
            assert "." not in problem.key
    result = checker.check_source(Source("2026-04-02-post.md", text), keep_text=True)
    assert result.errors == ()
    for finding in result.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
        finding.message.encode()


@given(st.sampled_from(FENCES), TEXTS, st.sampled_from(PRESETS))
def test_any_text_between_fences(
    folder: str, fences: tuple[str, str], text: str, preset: str
) -> None:
    post = fences[0] + text + fences[1] + "本文。\n"
    if "\0" not in post:  # which no post has: reading refuses it
        _assert_sound(post, _checker(preset, folder))


@given(st.sampled_from(FENCES[:1]), TEXTS, st.sampled_from(PRESETS))
def test_safe_fixes_of_any_text(
    folder: str, fences: tuple[str, str], text: str, preset: str
) -> None:
    """Whatever is mended can be read, and keeps being so."""
    post = fences[0] + text + fences[1] + "本文。\n"
    if "\0" in post:
        return
    checker = _checker(preset, folder)
    fixed = fix_source(checker, Source("2026-04-02-post.md", post))
    before, after = parse_front_matter(post), parse_front_matter(fixed.after)
    if before is not None and not before.problems:
        assert after is not None
        assert not after.problems


def _posts() -> list[str]:
    files = sorted((SHARED / "corpus").rglob("*.md"))[::4]
    return [path.read_text(encoding="utf-8") for path in files]


def _mutated(text: str, pick: random.Random) -> str:
    """A post with a few pieces put in, taken out or doubled in its front matter."""
    front = parse_front_matter(text)
    end = front.inner_end if front is not None else min(len(text), 200)
    for _ in range(pick.randint(1, 4)):
        at = pick.randint(4, max(end, 4))
        until = min(at + pick.randint(0, 12), end)
        piece = pick.choice([*PIECES, text[at:until] * 2, ""])
        text = text[:at] + piece.replace("\0", "") + text[until:]
    return text


def test_real_front_matter_with_faults(corpus: Path, folder: str) -> None:
    pick = random.Random(16)
    for text in _posts():
        for _ in range(3):
            _assert_sound(_mutated(text, pick), _checker(pick.choice(PRESETS), folder))
