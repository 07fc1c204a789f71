"""The command as a user runs it."""

import json
import os
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_cli

Write = Callable[..., Path]
GOOD = "---\ntitle: 題\n---\n本文\n"
WARNING = "---\ntitle: 題\n---\nこれは** **です。\n"


@pytest.mark.parametrize("command", ["", "check", "clean", "rules", "rule", "init", "test-rules"])
def test_help_in_both_languages(command: str) -> None:
    words = [command] if command else []
    english = run_cli(*words, "--help", LINTPOST_LANG="en")
    japanese = run_cli(*words, "--help", LINTPOST_LANG="ja")
    assert english.returncode == japanese.returncode == 0
    assert "examples:" in english.stdout.decode()
    assert "例:" in japanese.stdout.decode()
    assert not re.search(r"[\u3040-\u30ff]", english.stdout.decode())
    assert "オプション" in japanese.stdout.decode()


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        (GOOD, [], 0),
        (WARNING, [], 1),
        (WARNING, ["--fail-on", "error"], 0),
        (WARNING, ["--fail-on", "never"], 0),
        (WARNING, ["--ignore", "bold"], 0),
        (WARNING, ["--select", "names,tags"], 0),
        (WARNING, ["--select", "bold/empty"], 1),
        (WARNING, ["--fix"], 0),
        (WARNING, ["--diff"], 1),
        (WARNING, ["--output-format", "json"], 1),
        (WARNING, ["--output-format", "jsonl"], 1),
        (WARNING, ["--statistics"], 1),
        (WARNING, ["--show-files"], 0),
        (WARNING, ["--show-settings"], 0),
        (WARNING, ["--jobs", "2"], 1),
    ],
)
def test_exit_status(site: Write, text: str, arguments: list[str], status: int) -> None:
    folder = site(a_md=text, b_md=GOOD)
    done = run_cli("check", *arguments, cwd=folder)
    assert done.returncode == status, done.stderr.decode()
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ("README.md", []),
        ("README.md posts/a.md posts/skip.md", ["posts/a.md"]),
        ("posts", ["posts/a.md"]),
        ("posts/skip.md other/b.md", ["other/b.md"]),  # another configuration, which takes it
        ("other/no.md", []),
    ],
)
def test_force_exclude(site: Write, arguments: str, shown: list[str]) -> None:
    folder = site(
        **{
            "README.md": WARNING, "posts/a.md": WARNING, "posts/skip.md": WARNING, "other/b.md": WARNING,
            "other/no.md": WARNING, "lintpost.yml": "posts: [posts/**]\nexclude: [skip.*]\n",
            "other/lintpost.yml": "exclude: [no.md]\n",
        }
    )  # fmt: skip
    (folder / ".git").mkdir()
    done = run_cli("check", "--force-exclude", "--show-files", *arguments.split(), cwd=folder)
    assert done.stdout.decode().splitlines() == shown
    done = run_cli("check", "--force-exclude", *arguments.split(), cwd=folder)
    assert done.returncode == (1 if shown else 0)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("name", "arguments", "status", "written"),
    [
        ("README.md", (), 0, b"0 posts checked, nothing to fix.\n"),
        ("posts/skip.md", ("--output-format", "concise"), 0, b"0 posts checked, nothing to fix.\n"),
        ("README.md", ("--fix",), 0, WARNING.encode()),
        ("README.md", ("--diff",), 0, b""),
        ("posts/a.md", ("--diff", "-q"), 1, b"--- a/posts/a.md\n"),
    ],
)
def test_force_exclude_of_standard_input(
    site: Write, name: str, arguments: tuple[str, ...], status: int, written: bytes
) -> None:
    folder = site(lintpost_yml="posts: [posts/**]\nexclude: [skip.*]\n")
    done = run_cli(
        "check", "-", "--force-exclude", "--stdin-filename", name, *arguments,
        cwd=folder, stdin=WARNING.encode(),
    )  # fmt: skip
    assert (done.returncode, done.stdout[: len(written) or None]) == (status, written)


@pytest.mark.parametrize("epoch", ["9" * 30, "9" * 18, "9" * 5000, "-1", "abc", "１"])
def test_a_source_date_that_is_none_is_the_clock(site: Write, epoch: str) -> None:
    done = run_cli("check", cwd=site(a_md=GOOD), SOURCE_DATE_EPOCH=epoch)
    assert (done.returncode, done.stderr) == (0, b"")


def test_fail_on_of_the_configuration(site: Write) -> None:
    folder = site(a_md=WARNING, lintpost_yml="fail-on: error\n")
    assert run_cli("check", cwd=folder).returncode == 0
    assert run_cli("check", "--fail-on", "info", cwd=folder).returncode == 1
    assert run_cli("check", "--no-config", cwd=folder).returncode == 1


def test_standard_input(site: Write) -> None:
    folder = site(lintpost_yml="rules: {bold/empty: error}\n")
    shown = run_cli(
        "check",
        "-",
        "--stdin-filename",
        "posts/a.md",
        "--output-format",
        "concise",
        cwd=folder,
        stdin=WARNING.encode(),
    )
    assert shown.returncode == 1
    assert (
        shown.stdout.decode().splitlines()[0]
        == "posts/a.md:4:4: error bold/empty There is nothing between these marks. [*]"
    )
    fixed = run_cli("check", "-", "--fix", cwd=folder, stdin=WARNING.encode())
    assert (fixed.returncode, fixed.stdout.decode()) == (0, WARNING.replace("** **", " "))
    assert "1 finding fixed" in fixed.stderr.decode()
    assert run_cli("check", "-", cwd=folder, stdin=b"\xff").returncode == 2


def test_output_file_is_whole_and_plain(site: Write) -> None:
    folder = site(a_md=WARNING)
    done = run_cli(
        "check",
        "--output-format",
        "json",
        "--output-file",
        "out.json",
        "--color",
        "always",
        cwd=folder,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["summary"]["findings"] == 1
    assert sorted(os.listdir(folder)) == ["a.md", "out.json"]


def test_an_output_file_that_cannot_be_written(site: Write) -> None:
    """The error names the file as the user did, not a temporary one; an old report stays."""
    folder = site(a_md=WARNING, out_txt="old")
    for option in ("--output-file=none/out.txt", "--report=json:none/out.txt"):
        done = run_cli("check", option, cwd=folder)
        assert done.returncode == 2
        assert done.stderr.decode() == "lintpost: none/out.txt: No such file or directory\n"
    mode = os.stat(folder / "a.md").st_mode
    assert run_cli("check", "--output-file", "new.txt", cwd=folder).returncode == 1
    assert os.stat(folder / "new.txt").st_mode == mode  # as any new file, by the umask
    assert sorted(os.listdir(folder)) == ["a.md", "new.txt", "out_txt"]


def test_json_is_valid_in_any_encoding(site: Write) -> None:
    folder = site(a_md="---\ntitle: 題\n---\n😀**「重要」**です。\n")
    for encoding in ("utf-8", "ascii", "cp932"):
        done = run_cli(
            "check",
            "--output-format",
            "json",
            "--lang",
            "ja",
            cwd=folder,
            PYTHONIOENCODING=encoding,
        )
        (finding,) = json.loads(done.stdout.decode(encoding))["findings"]
        assert "「重要」" in finding["message"]


def test_no_color_and_color(site: Write) -> None:
    folder = site(a_md=WARNING)
    assert b"\x1b[" in run_cli("check", "--color", "always", cwd=folder).stdout
    assert b"\x1b" not in run_cli("check", cwd=folder, NO_COLOR="1").stdout


def test_quiet_leaves_the_summary_out(site: Write) -> None:
    folder = site(a_md=WARNING)
    done = run_cli("check", "--quiet", "--output-format", "concise", cwd=folder)
    assert done.stdout.decode().count("\n") == 1


def test_the_language_of_the_configuration(site: Write) -> None:
    folder = site(a_md=WARNING, lintpost_yml="lang: ja\n")
    assert "の間に何もありません" in run_cli("check", cwd=folder).stdout.decode()
    assert "nothing between" in run_cli("check", "--lang", "en", cwd=folder).stdout.decode()


def test_each_post_has_the_configuration_nearest_to_it(site: Write) -> None:
    folder = site(a__lintpost_yml="rules: {bold/empty: off}\n", a__x_md=WARNING, b__x_md=WARNING)
    done = run_cli("check", "a", "b", "--output-format", "concise", "--quiet", cwd=folder)
    assert [line.split(":")[0] for line in done.stdout.decode().splitlines()] == ["b/x.md"]


def test_rules_says_what_is_on_and_why(site: Write) -> None:
    folder = site(lintpost_yml="extends: jekyll\nrules:\n  bold/empty: off\n  bold/span: error\n")
    shown = run_cli("rules", cwd=folder, COLUMNS="160").stdout.decode()
    assert re.search(r"bold/empty +off +Bold marks around nothing +lintpost.yml:3", shown)
    assert re.search(
        r"bold/span +off +Bold that takes in more than the name +off: needs `names`", shown
    )
    assert re.search(r"front-matter/required +error", shown)
    assert "有効" in run_cli("rules", "--lang", "ja", cwd=folder).stdout.decode()
    done = run_cli("rules", "--select", "names/mixed", "--output-format", "json", cwd=folder)
    (rule,) = json.loads(done.stdout)["rules"]
    assert (rule["name"], rule["check"], rule["site"]) == ("names/mixed", "name-mixed", False)
    assert (rule["severity"], Path(rule["path"]).name) == ("warning", "mixed.yml")
    assert rule["on"] is False
    assert rule["why"].startswith("off: needs `names`")


def test_rule_shows_the_page(site: Write) -> None:
    folder = site(lintpost_yml="rules:\n  tags/count: {max: 3}\n")
    page = run_cli("rule", "tags/count", cwd=folder).stdout.decode()
    assert page.startswith("# tags/count\n\nToo few or too many tags\n")
    assert "    max: 3\n" in page
    assert "## Why" in page
    assert (
        "## なぜ直すのか"
        in run_cli("rule", "tags/count", "--lang", "ja", cwd=folder).stdout.decode()
    )


def test_init_then_check(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "posts", tmp_path / "posts")
    done = run_cli("init", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(os.listdir(tmp_path)) == ["lintpost.yml", "posts", "tags.yml"]
    assert '\nposts: ["posts/**"]\n' in (tmp_path / "lintpost.yml").read_text(encoding="utf-8")
    assert run_cli("check", cwd=tmp_path).returncode == 1
    assert run_cli("check", "--show-settings", cwd=tmp_path).returncode == 0
    again = run_cli("init", cwd=tmp_path)
    assert again.returncode == 2
    assert "--force overwrites" in again.stderr.decode()
    assert run_cli("init", "--force", cwd=tmp_path).returncode == 0


def test_init_groups_tags(site: Write) -> None:
    posts = {
        f"_posts__p{number}_md": f"---\ntitle: 題{number}\ntags: [AI規制{', ai' if number else ', AI'}]\n---\n本文です。\n"
        for number in range(4)
    }
    folder = site(
        _config_yml="title: x\n",
        **posts,
        _posts__z_md="---\ntitle: z\ntags: [AI規制対応]\n---\n本文です。\n",
    )
    assert run_cli("init", "--lang", "en", cwd=folder).returncode == 0
    assert "extends:\n  - jekyll\n" in (folder / "lintpost.yml").read_text(encoding="utf-8")
    assert "required: [title, tags]" in (folder / "lintpost.yml").read_text(encoding="utf-8")
    tags = (folder / "tags.yml").read_text(encoding="utf-8")
    assert "tags:\n  - AI規制  # 4\n  - {name: ai, aliases: [AI]}  # 3 + 1\n" in tags
    assert "  - AI規制対応  # 1; the topic of AI規制? Then list it there under `aliases`\n" in tags
    assert run_cli("check", cwd=folder).returncode == 1


def test_init_in_an_empty_folder(tmp_path: Path) -> None:
    done = run_cli("init", cwd=tmp_path)
    assert (done.returncode, os.listdir(tmp_path)) == (0, ["lintpost.yml"])
    assert done.stdout.decode() == "No posts here yet. Written: lintpost.yml\n"


def test_the_rules_prove_themselves() -> None:
    done = run_cli("test-rules")
    assert done.returncode == 0
    assert re.fullmatch(r"[\d,]+ examples, 0 failed\.\n", done.stdout.decode())


def test_a_pipe_that_closes_early(site: Write) -> None:
    import subprocess
    import sys

    folder = site(**{f"p{number}.md": WARNING * 30 for number in range(40)})
    reader = subprocess.run(
        f"{sys.executable} -m lintpost check --output-format concise | head -n 1",
        shell=True, cwd=folder, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert reader.stdout.count(b"\n") == 1
    assert reader.stderr == b""


def test_heavy_imports_are_left_out(site: Write) -> None:
    import subprocess
    import sys

    folder = site(lintpost_yml="names: n.yml\ntags: t.yml\nfront-matter: {properties: {title: {type: string}}}\n",
                  n_yml="names: [GitHub]\n", t_yml="tags: [A]\n", a_md="---\ntitle: x\ntags: [A]\n---\n**GitHub**\n")  # fmt: skip
    code = (
        "import sys; from lintpost.cli.main import main; main(['check', 'a.md', '--output-format', 'concise']);"
        "heavy = {'rich', 'pathspec', 'rapidfuzz', 'jsonschema_rs', 'regex', 'concurrent', 'dataclasses', 'tomllib', 'pathlib', 'inspect', 'yaml', 'pyromark', 'tempfile', 'shutil'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    time.sleep(2.1)  # the files are old enough for their times to be trusted
    run_cli("check", "a.md", cwd=folder)  # fills the cache
    done = subprocess.run([sys.executable, "-I", "-c", code.replace("import sys;", f"import sys; sys.path.insert(0, {str(ROOT)!r});")],
                          cwd=folder, capture_output=True, check=True)  # fmt: skip
    assert done.stdout.decode().splitlines()[-1] == "[]"
