"""Preview rules are off unless they are asked for; old names of rules work, with a note."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.files.settings_error import SettingsError
from lintpost.packs.rule_file import read_rule
from tests.conftest import run_cli as run_bytes

Site = Callable[..., Path]

RULE = """rule: house/word
check: existence
severity: warning
{more}options: {{tokens: [foo], scope: [body]}}
title: {{en: A word, ja: 語}}
message: {{en: "Found {{text}}.", ja: "「{{text}}」があります。"}}
why: {{en: Because., ja: そのため。}}
examples:
  - bad: foo
    at: foo
"""
PREVIEW = RULE.format(more='preview: true\nsince: "0.2"\n')
RENAMED = RULE.format(more='aliases: [{name: old/word, until: "2027-11-30"}]\n')
POST = "---\ntitle: A\n---\n\nfoo\n"
FOUND = "post.md:5:1: warning house/word Found foo.\n"
NOTE = "old/word is called house/word now; the old name works until 2027-11-30\n"


def run_cli(*arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    done = run_bytes(*arguments, cwd=cwd)
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def check(folder: Path, *arguments: str) -> tuple[str, str]:
    done = run_cli(
        "check", "--output-format", "concise", "--quiet", "--no-site", *arguments, cwd=folder
    )
    lines = [line for line in done.stdout.splitlines(keepends=True) if "/word" in line]
    return "".join(lines), done.stderr


@pytest.mark.parametrize(
    ("config", "arguments", "is_on"),
    [
        ("", (), False),
        ("extends: strict\n", (), False),
        ("rules: {house/*: on}\n", (), False),
        ("", ("--select", "house"), False),
        ("", ("--select", "house/word"), True),
        ("rules: {house/word: on}\n", (), True),
        ("preview: true\n", (), True),
        ("preview: true\nrules: {house/word: off}\n", (), False),
        ("preview: true\nrules: {house/*: off}\n", (), False),
        ("preview: false\n", ("--preview",), True),
        ("", ("--preview", "--select", "house"), True),
    ],
)
def test_a_preview_rule(site: Site, config: str, arguments: tuple[str, ...], is_on: bool) -> None:
    files = {"house__house__word_yml": PREVIEW, "post_md": POST}
    folder = site(**files, lintpost_yml=f"packs: house\n{config}")
    assert check(folder, *arguments) == (FOUND if is_on else "", "")


def test_it_is_shown_as_one(site: Site) -> None:
    folder = site(house__house__word_yml=PREVIEW, lintpost_yml="packs: house\n")
    listed = run_cli("rules", "--select", "house/word", cwd=folder).stdout
    assert "A word (preview)" in listed
    page = run_cli("rule", "house/word", cwd=folder).stdout
    assert "Severity: warning · check: `existence` · preview · since 0.2\n" in page


@pytest.mark.parametrize(
    ("config", "arguments", "place"),
    [
        ("rules: {old/word: warning}\n", (), "lintpost.yml:2:19: "),
        ("overrides: [{posts: '*', rules: {old/word: on}}]\n", (), "lintpost.yml:2:44: "),
        ("fixes: {old/word: off}\n", (), "lintpost.yml:2:19: "),
        ("fail-on: {rules: old/word}\n", (), "lintpost.yml:2:18: "),
        ("", ("--select", "old/word"), "--select: "),
    ],
)
def test_an_old_name_works(site: Site, config: str, arguments: tuple[str, ...], place: str) -> None:
    files = {"house__house__word_yml": RENAMED, "post_md": POST, "other_md": POST}
    folder = site(**files, lintpost_yml=f"packs: house\n{config}")
    for _ in range(2):  # the second time from the cache
        found, said = check(folder, *arguments)
        assert found == FOUND.replace("post.md", "other.md") + FOUND
        assert said.count(place + NOTE) == 1
        assert said.count("\n") == 1


def test_old_names_switch_off(site: Site) -> None:
    files = {"house__house__word_yml": RENAMED, "post_md": POST}
    folder = site(**files, lintpost_yml="packs: house\nrules: {old/word: off}\n")
    assert check(folder)[0] == ""
    folder = site(**files, lintpost_yml="packs: house\n")
    assert check(folder, "--ignore", "old/word")[0] == ""


def test_an_old_name_in_a_comment(site: Site) -> None:
    disable = "<!-- lintpost-disable {} -->\nfoo\n\n<!-- lintpost-enable {} -->\nfoo\n"
    text = POST.replace("foo\n", disable.format("old/word", "old/word"))
    files = {"house__house__word_yml": RENAMED, "lintpost_yml": "packs: house\n"}
    folder = site(**files, post_md=text)
    renamed = "“old/word” is called house/word now; the old name works until 2027-11-30. [*]\n"
    found = (
        f"post.md:5:23: info meta/unknown-rule {renamed}"
        f"post.md:8:22: info meta/unknown-rule {renamed}"
        "post.md:9:1: warning house/word Found foo.\n"
    )
    assert check(folder) == (found, "")
    run_cli("check", "--fix", "--select", "meta", cwd=folder)
    fixed = text.replace("old/word", "house/word")
    assert (folder / "post.md").read_text() == fixed
    assert check(folder) == (FOUND.replace(":5:", ":9:"), "")


def test_the_baseline_knows_old_names(site: Site) -> None:
    old = RENAMED.replace("house/word", "old/word").replace("aliases: ", "# ")
    folder = site(house__old__word_yml=old, lintpost_yml="packs: house\n", post_md=POST)
    run_cli("baseline", "create", cwd=folder)
    (folder / "house" / "old" / "word.yml").unlink()
    (folder / "house" / "old").rmdir()
    baseline = "baseline: lintpost-baseline.jsonl\n"
    site(house__house__word_yml=RENAMED, lintpost_yml=f"packs: house\n{baseline}")
    done = run_cli(
        "check", "--baseline-strict", "--output-format", "concise", "--quiet", cwd=folder
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("since: 0.2", "word.yml:4:8: a string is needed here"),
        ("since: soon", 'word.yml:4:8: write a version, such as "1.3"'),
        ("preview: maybe", "word.yml:4:10: "),
        ("aliases: [{name: word, until: '1.0'}]", "word.yml:4:18: a rule is named family/name"),
        ("aliases: [{name: a/b}]", "word.yml:4:11: `until` is missing"),
        ("aliases: [{name: a/b, until: soon}]", 'word.yml:4:30: write a version, such as "1.3"'),
    ],
)
def test_a_mistake_in_the_rule_file(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "word.yml"
    path.write_text(RULE.format(more=f"{line}\n"), "utf-8")
    with pytest.raises(SettingsError) as raised:
        read_rule(str(path))
    assert said in raised.value.message("en")
