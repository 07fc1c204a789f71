"""Any text is checked without a fault, and the workers do not show."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings, load_settings
from lintpost.engine.check_post import Checker
from lintpost.post.source import Source
from lintpost.site.name import Name
from lintpost.site.names import Names
from lintpost.site.schema import Schema
from lintpost.site.site import Renderer, Site
from lintpost.site.vocabulary import Tag, Vocabulary
from tests.conftest import ROOT, run_cli

WORDS = Vocabulary([Tag("AI", ("ＡＩ活用",)), Tag("旧", retired=True, use="AI")])


def settings(renderer: Renderer) -> Settings:
    site = Site(
        renderers=(renderer,),
        names=Names([Name("GitHub", accepted=("ギットハブ",)), Name("GPT-4o", "model", bold="every"), Name("Meta", accepted=("メタ",))]),
        vocabularies={"tags": WORDS, "categories": WORDS},
        schema=Schema({"required": ["title"], "properties": {"title": {"type": "string", "maxLength": 5}, "tags": {"items": {"type": "string"}}}}),
        now=datetime(2026, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    return load_settings(None, CliOverrides(lang="ja"))._replace(site=site)


CHECKERS = {name: Checker(settings(name)) for name in ("kramdown", "commonmark")}
TOKENS = st.sampled_from(
    ["---\n", "+++\n", "title: ", "title = ", "tags: [", "]", "- ", "\n", "\r\n", "\r", "\t", " ", "　", ": ", "'", '"', "{", "}",
     "**", "*", "__", "_", "`", "```\n", "<!-- lintpost-disable bold -->", "<!-- lintpost-enable -->", "<div>", "</div>", "# ", "> ",
     "| a | b |\n|-|-|\n", "[", "](", ")", "![", "{% raw %}", "{% endraw %}", "{{", "}}", "$$", ":::", "&amp;", "\\", "GitHub", "github",
     "ギットハブ", "GPT4o", "メタ", "Meta Quest", "「", "」", "。", "は", "システム", "😀", "é", "𠮷", "date: 2026-13-01\n", "reading_time: 8分\n",
     "AI", "旧", "&a", "*a", "# lintpost: disable tags\n", "\ufeff", "İ", "\u2028", "\x07", "…"]
)  # fmt: skip


@pytest.mark.parametrize("renderer", ["kramdown", "commonmark"])
@pytest.mark.parametrize("path", ["2026-04-02-a.md", "a.mdx"])
@given(tokens=st.lists(TOKENS, max_size=40))
def test_any_text_is_checked(renderer: str, path: str, tokens: list[str]) -> None:
    text = "".join(tokens)
    checker = CHECKERS[renderer]
    result = checker.check_source(Source(path, text))
    assert result.errors == ()
    for finding in result.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text), finding
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)
    assert checker.check_source(Source(path, text)) == result


def test_the_workers_do_not_show() -> None:
    outputs = {
        run_cli(
            "check", "posts", "--jobs", jobs, "--output-format", form, cwd=ROOT / "examples"
        ).stdout
        for jobs in ("1", "2", "3")
        for form in ("json",)
    }
    assert len(outputs) == 1


def test_a_broken_configuration_beside_good_ones(tmp_path: Path) -> None:
    for name, config in (("a", "lang: xx\n"), ("b", "lang: en\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lintpost.yml").write_text(config, encoding="utf-8")
        for post in ("p.md", "q.md"):
            (tmp_path / name / post).write_text("---\ntitle: x\n---\na****b\n", encoding="utf-8")
    done = run_cli("check", "a", "b", "--output-format", "concise", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"b/p.md:4:2:" in done.stdout
    assert "a/lintpost.yml:1:7: `xx` is not one of en, ja" in done.stderr.decode().replace(
        str(tmp_path) + "/", ""
    )


def test_the_configuration_beside_the_post_decides_from_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "lintpost.yml").write_text("lang: ja\nfail-on: error\n", encoding="utf-8")
    (folder / "p.md").write_text("---\ntitle: x\n---\na****b\n", encoding="utf-8")
    done = run_cli("check", "site/p.md", "--output-format", "concise", cwd=tmp_path)
    assert done.returncode == 0
    assert "の間に何もありません" in done.stdout.decode()
