"""Whatever lies in a folder: a clear word about it, the others checked, no traceback."""

import json
from pathlib import Path

import pytest

from tests.conftest import run_cli

GOOD = b"---\ntitle: x\ntags: [AI, AI]\n---\nbody\n"
FILES: dict[str, tuple[bytes, str]] = {
    "sjis.md": ("---\ntitle: 日本\n---\n".encode("cp932"), "not UTF-8: byte 0x93 on line 2"),
    "utf16.md": ("x".encode("utf-16"), "looks like UTF-16"),
    "nul.md": (b"---\ntitle: x\n---\na\0b\n", "a NUL byte on line 4"),
    "bom.md": (b"\xef\xbb\xbf", "The file is empty."),
    "empty.md": (b"", "The file is empty."),
    "unclosed.md": (b"---\ntitle: x\n\nbody\n", "is never closed"),
    "tabs.md": (b"---\na:\n\t- b\n---\n", "A tab"),
    "laughs.md": (
        (
            "---\na: &a [1,1,1,1,1,1,1,1,1,1]\n"
            + "".join(
                f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 10)}]\n"
                for n in range(9)
            )
            + "---\n"
        ).encode(),
        "more than 20000 values",
    ),
    "deep.md": (b"---\na: " + b"[" * 100_000 + b"]" * 100_000 + b"\n---\n", "More than 100 levels"),
    "deepjson.md": (
        b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
        "More than 100 levels of nesting",
    ),
    "deeptoml.md": (
        b"+++\na = " + b"[" * 100_000 + b"]" * 100_000 + b"\n+++\n",
        "More than 100 levels",
    ),
    "quotes.md": (b"---\ntitle: x\n---\n" + b">" * 50_000 + b" a\n", ""),
    "stars.md": (b"---\ntitle: x\n---\n" + b"*" * 100_000 + b"\n", ""),
    "crlf.md": (b"---\r\ntitle: x\r\ntags: [AI, AI]\r\n---\r\nbody\r\n", "listed twice"),
    "mixed.md": (b"---\r\ntitle: x\ntags: [AI, AI]\r\n---\nbody\rmore\r\n", "listed twice"),
}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_folder_of_horrors(tmp_path: Path, lang: str) -> None:
    for name, (data, _) in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.md").write_bytes(GOOD)
    (tmp_path / "dir.md").mkdir()
    (tmp_path / "broken.md").symlink_to("gone.md")
    with (tmp_path / "big.md").open("wb") as file:
        file.write(b"---\ntitle: x\n---\n" + b"abc\n\n" * 10_000_000)
    done = run_cli("check", "--no-config", "--output-format", "json", "--lang", lang, cwd=tmp_path)
    assert done.returncode == 2
    errors = done.stderr.decode()
    assert "Traceback" not in errors
    report = json.loads(done.stdout)
    said = {finding["path"]: finding["message"] for finding in report["findings"]}
    said |= {error["path"]: error["message"] for error in report["errors"]}
    assert "good.md" in said
    if lang == "en":
        for name, (_, words) in FILES.items():
            if words:
                assert words in said[name], name
        assert "a broken link: its target gone.md" in said["broken.md"]
        assert "50.0 MB is more than max-file-size (10 MB)" in said["big.md"]
    assert set(FILES) - {"quotes.md", "stars.md"} <= set(said)


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    from lintpost.config.run_settings import CliOverrides
    from lintpost.engine.configurations import Configurations
    from lintpost.engine.run import check_paths

    (tmp_path / "a.md").write_bytes(GOOD)
    paths = [str(tmp_path / "a.md"), str(tmp_path / "gone.md")]
    results = list(
        check_paths(paths, Configurations(None, CliOverrides(lang="en")), jobs=1, keep_text=False)
    )
    assert [len(result.findings) for result in results] == [1, 0]
    assert [error.text.en for error in results[1].errors] == ["no such file"]


def test_a_rule_that_breaks_is_named_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    from lintpost.checks.registry import find_check
    from lintpost.checks.tags import duplicate_item
    from lintpost.config import active
    from lintpost.config.run_settings import CliOverrides
    from lintpost.config.settings import load_settings
    from lintpost.engine.check_post import Checker
    from lintpost.post.source import Source

    def broken(*arguments: object) -> object:
        raise ZeroDivisionError("oops")

    broken_check = duplicate_item.CHECK._replace(run=broken)
    monkeypatch.setattr(
        active,
        "find_check",
        lambda name: broken_check if name == "duplicate-item" else find_check(name),
    )
    source = Source("a.md", GOOD.replace(b"body", b"a****b").decode())
    result = Checker(load_settings(None, CliOverrides(lang="en"))).check_source(source)
    assert [finding.rule for finding in result.findings] == ["bold/empty"]
    assert [error.text.en for error in result.errors] == [
        "internal error in categories/duplicate (ZeroDivisionError: oops); the other rules went on",
        "internal error in tags/duplicate (ZeroDivisionError: oops); the other rules went on",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nope.md"], "lintpost: nope.md: no such file or folder"),
        (["check", "--config", "nope.yml"], "lintpost: --config nope.yml: no such file"),
        (["check", "--slect", "x"], "lintpost: unknown option `--slect`"),
        (["chek"], "lintpost: unknown command `chek`; did you mean `check`?"),
        ([], "lintpost: name a command"),
        (
            ["check", "--output-format", "jsn", "a.md"],
            "lintpost: --output-format: unknown value `jsn`; did you mean `json`",
        ),
        (
            ["check", "--select", "nmaes", "a.md"],
            "lintpost: --select/--ignore: unknown rule `nmaes`; did you mean `names/*`",
        ),
        (["check", "--fix", "--diff", "a.md"], "lintpost: --fix writes and --diff does not"),
        (["check", "-", "a.md"], "lintpost: - cannot be mixed"),
        (["check", "--output-file", "no/such/dir/x", "a.md"], "lintpost: "),
        (["rule", "bold/spam"], "lintpost: unknown rule `bold/spam`; did you mean `bold/span`?"),
        (["init", "nowhere"], "lintpost: nowhere is not a folder"),
        (["test-rules", "nowhere"], "lintpost: nowhere: no such folder"),
    ],
)
def test_bad_usage_ends_in_2(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "a.md").write_bytes(GOOD)
    done = run_cli(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(message)
    assert "Traceback" not in done.stderr.decode()
    assert run_cli(*arguments, cwd=tmp_path, LINTPOST_LANG="ja").returncode == 2


def test_an_empty_folder(tmp_path: Path) -> None:
    done = run_cli("check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "no posts in here" in done.stderr.decode()


def test_unreadable_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played."""
    from lintpost.config.run_settings import CliOverrides
    from lintpost.engine.configurations import Configurations
    from lintpost.engine.run import check_paths
    from lintpost.post import source

    real = source.open_regular

    def refuse(path: str) -> object:
        if path.endswith("b.md"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    paths = [str(tmp_path / name) for name in ("a.md", "b.md", "c.md")]
    for path in paths:
        Path(path).write_bytes(GOOD)
    monkeypatch.setattr(source, "open_regular", refuse)
    configurations = Configurations(None, CliOverrides(lang="en"))
    results = list(check_paths(paths, configurations, jobs=1, keep_text=False))
    assert [len(result.findings) for result in results] == [1, 0, 1]
    assert [error.text.en for error in results[1].errors] == ["no permission to read it"]
