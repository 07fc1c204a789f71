"""Fixes: exact texts, convergence, and nothing changed but what was named."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import apply_edits, fix_source
from lintpost.files.atomic_write import write_atomically
from lintpost.post.edit import Edit
from lintpost.post.source import Source
from lintpost.site.name import Name
from lintpost.site.names import Names
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary

NAMES = Names(
    [
        Name("NVIDIA", "company", accepted=("エヌビディア",)),
        Name("MindSpore"),
        Name("GPT-4o", "model", variants=("ジーピーティー",)),
        Name("Ascend", bold="consistent"),
    ]
)
TAGS = Vocabulary(
    [
        Tag("生成AI", ("GenAI",)),
        Tag("LLM"),
        Tag("古い", retired=True, use="LLM"),
        Tag("無用", retired=True),
    ]
)
SETTINGS = load_settings(None, CliOverrides(lang="en"))._replace(
    site=Site(names=NAMES, vocabularies={"tags": TAGS}, now=datetime(2026, 6, 1, tzinfo=UTC))
)


def fixed(text: str) -> str:
    return fix_source(Checker(SETTINGS), Source("post.md", text)).after


def test_a_whole_post() -> None:
    text = (
        "\ufeff---\r\ntitle: Nvidiaの話\r\ntags: # 語彙\r\n  - 'GenAI'  # 別名\r\n  - 古い\r\n  - LLM\r\n  - 無用\r\nreading_time: 9 # 分\r\n---\r\n"
        "Nvidiaと**Mind Sporeシステム**、ジーピーティー。\r\n"
    )
    assert fixed(text) == (
        "\ufeff---\r\ntitle: NVIDIAの話\r\ntags: # 語彙\r\n  - '生成AI'  # 別名\r\n  - LLM\r\nreading_time: 1 # 分\r\n---\r\n"
        "**NVIDIA**と**MindSpore**システム、**GPT-4o**。\r\n"
    )


def test_a_fix_that_is_refused_is_tried_again_in_the_text_that_others_leave(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("renderer: commonmark\n")
    checker = Checker(load_settings(str(tmp_path / "lintpost.yml"), CliOverrides(lang="en")))
    done = fix_source(checker, Source("post.md", "\u200b*\u200b ** **A\n"))
    assert [one.rule for one in done.applied] == ["typography/zero-width", "bold/empty"]
    assert done.after == "*\u200b  A\n"
    assert done.result.refused == (("typography/zero-width", 1),)


def test_flow_lists_keep_their_form() -> None:
    assert fixed("---\ntags: [ GenAI , 生成AI, LLM ]\n---\n") == "---\ntags: [ 生成AI, LLM ]\n---\n"
    assert fixed("---\ntags: [無用, LLM]\n---\n") == "---\ntags: [LLM]\n---\n"
    assert fixed('---\ntags: "GenAI, LLM"\n---\n') == "---\ntags: [生成AI, LLM]\n---\n"


def test_a_fix_that_would_break_the_front_matter_is_left_out() -> None:
    text = "---\nreading_time: 9\n---\n本文"
    checker = Checker(SETTINGS)
    real = checker.finding_of

    def broken(*arguments: object) -> object:
        finding = real(*arguments)
        if finding.fix is None:
            return finding
        edit = finding.fix.edits[0]
        return finding._replace(fix=finding.fix._replace(edits=(edit._replace(text='"'),)))

    checker.finding_of = broken
    result = fix_source(checker, Source("post.md", text))
    assert result.after == text
    assert result.result.refused == (("front-matter/reading-time", 1),)
    assert [(f.rule, f.fix) for f in result.result.findings] == [
        ("front-matter/reading-time", None)
    ]
    assert result.result.errors == ()


PIECES = st.sampled_from(
    ["Nvidia", "NVIDIA", "Mind Spore", "MindSpore", "Ascend", "GPT4o", "**", "は", "、", "「", "」", " ", "\n\n", "- ", "> ",
     "# ", "`", "[Nvidia](x)", "ジーピーティー", "|", "*", "_", "システム", "😀", "<b>", "Nvidia Ascend", "Ascendは", "：", "\\"]
)  # fmt: skip
TAG_LISTS = st.lists(
    st.sampled_from(["GenAI", "生成AI", "LLM", "古い", "無用", "llm", "ねこ", "2026"]), max_size=5
)


@given(st.lists(PIECES, max_size=25), TAG_LISTS, st.booleans(), st.integers(0, 9))
@example(["**", "_", "Nvidia", "_", "**"], [], False, 0)
def test_fixes_converge_and_keep_the_rest(
    pieces: list[str], tags: list[str], flow: bool, minutes: int
) -> None:
    listed = (
        f"tags: [{', '.join(tags)}]" if flow else "tags:" + "".join(f"\n  - {tag}" for tag in tags)
    )
    head = f"---\n# 先頭\ntitle: 題  # 注\n{listed}\nreading_time: {minutes}\nother: 'x'\n---\n"
    text = head + "".join(pieces)
    checker = Checker(SETTINGS)
    result = fix_source(checker, Source("post.md", text))
    assert fixed(result.after) == result.after
    assert not [
        f
        for f in result.result.findings
        if f.fix and f.fix.applicability == "safe" and _takes(f, result.after)
    ]
    before = yaml.safe_load(text.split("---\n")[1])
    after = yaml.safe_load(result.after.split("---\n")[1])
    for key in ("title", "other"):
        assert before[key] == after[key]
    assert "# 先頭\ntitle: 題  # 注\n" in result.after

    def letters(body: str) -> str:
        for wrong, right in (
            ("Nvidia", "NVIDIA"),
            ("Mind Spore", "MindSpore"),
            ("GPT4o", "GPT-4o"),
            ("ジーピーティー", "GPT-4o"),
        ):
            body = body.replace(wrong, right)
        return body.replace("*", "")

    assert letters(result.after.split("---\n", 2)[2]) == letters(text.split("---\n", 2)[2])


def _takes(finding: object, text: str) -> bool:
    """Whether a fix that is left would still change anything."""
    return apply_edits(text, finding.fix.edits) != text


def test_apply_edits() -> None:
    assert apply_edits("abcdef", [Edit(4, 5, "E"), Edit(0, 1, ""), Edit(2, 2, "-")]) == "b-cdEf"


def test_files_are_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "post.md"
    target.write_bytes("あ\r\n".encode())
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    assert write_atomically(str(link), "あ\r\n", "い\r\n") is None
    assert target.read_bytes() == "い\r\n".encode()
    assert target.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["link.md", "post.md"]


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "post.md"
    target.write_text("new", encoding="utf-8")
    problem = write_atomically(str(target), "old", "fixed")
    assert problem is not None
    assert problem.en.startswith("changed by someone else")
    assert target.read_text(encoding="utf-8") == "new"


def test_a_site_is_fixed_in_place(site: Callable[..., Path]) -> None:
    folder = site(
        lintpost_yml="names: names.yml\n",
        names_yml="names: [{name: GitHub, bold: any}]\n",
        a_md="---\ntitle: x\n---\ngithub\n",
    )
    from tests.conftest import run_cli

    shown = run_cli("check", "--diff", cwd=folder)
    assert shown.returncode == 1
    assert (
        shown.stdout.decode()
        == "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n ---\n title: x\n ---\n-github\n+GitHub\n"
    )
    assert (folder / "a.md").read_text() == "---\ntitle: x\n---\ngithub\n"
    assert run_cli("check", "--fix", cwd=folder).returncode == 0
    assert (folder / "a.md").read_text() == "---\ntitle: x\n---\nGitHub\n"
    assert run_cli("check", "--diff", cwd=folder).returncode == 0
