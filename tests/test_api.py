"""The Python API: what another program gets, and what it is not made to import."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies

import lintpost
from lintpost import Edit, Fix, SettingsError
from tests.conftest import ROOT, run_cli

HEAD = "---\ntitle: 記事\n---\n\n"
BOLD = f"{HEAD}これは**「新機能」**です。\n"
FIXED = f"{HEAD}これは「**新機能**」です。\n"
EXAMPLES = ROOT / "examples"


def test_a_text_has_findings_with_places_and_fixes() -> None:
    checked = lintpost.check_text(BOLD, settings=lintpost.load_settings(lang="ja"))
    (finding,) = checked.findings
    assert (checked.path, checked.errors, checked.suppressed) == ("post.md", (), 0)
    assert (finding.path, finding.rule, finding.severity) == ("post.md", "bold/unrendered", "error")
    assert finding.start == lintpost.Location(5, 4, 22)
    assert finding.end == lintpost.Location(5, 13, 31)
    assert finding.fix == Fix("safe", (Edit(22, 25, "「**"), Edit(28, 31, "**」")))
    assert finding.message.startswith("『「新機能」』は太字になりません")


def test_a_comment_switches_a_finding_off() -> None:
    text = BOLD.replace("これ", "<!-- lintpost-disable-next-line bold/unrendered -->\nこれ")
    checked = lintpost.check_text(text)
    assert (checked.findings, checked.suppressed) == ((), 1)


def test_a_text_is_fixed_and_stays_what_it_is_where_nothing_can_be() -> None:
    assert lintpost.fix_text(BOLD) == FIXED
    assert lintpost.fix_text(HEAD) == HEAD


def test_the_path_decides_which_settings_apply(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text(
        "overrides:\n  - posts: drafts/**\n    rules: {bold/unrendered: off}\n", "utf-8"
    )
    loaded = lintpost.load_settings(config)
    found = {
        path: [f.rule for f in lintpost.check_text(BOLD, str(tmp_path / path), loaded).findings]
        for path in ("a.md", "drafts/a.md")
    }
    assert found == {"a.md": ["bold/unrendered"], "drafts/a.md": []}
    nearest = lintpost.check_text(BOLD, str(tmp_path / "drafts" / "a.md"))
    assert nearest.findings == ()


def test_the_same_findings_as_the_command_line() -> None:
    loaded = lintpost.load_settings(EXAMPLES / "lintpost.yml", lang="en")
    done = run_cli(
        "check", "--lang", "en", "--no-cache", "--output-format", "json", str(EXAMPLES / "posts")
    )
    expected = json.loads(done.stdout)["findings"]
    found = [
        f for post in lintpost.check_paths([EXAMPLES / "posts"], loaded) for f in post.findings
    ]
    assert [(f.path, f.rule, f.message, f.start.offset, f.end.offset) for f in found] == [
        (f["path"], f["rule"], f["message"], f["start"]["offset"], f["end"]["offset"])
        for f in expected
    ]
    assert len(found) == 32


def test_rules_over_the_whole_site_are_in_paths(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("rules: {site/same-title: on}\n", "utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\ntitle: 冷却のしくみ\n---\n\n本文です。\n", "utf-8")
    loaded = lintpost.load_settings(tmp_path / "lintpost.yml", select=["site/same-title"])
    found = lintpost.check_paths([tmp_path / "a.md"], loaded)
    assert [[f.rule for f in post.findings] for post in found] == [["site/same-title"]]


def test_rules_are_chosen_by_name() -> None:
    assert (
        lintpost.check_text(BOLD, settings=lintpost.load_settings(ignore=["bold"])).findings == ()
    )
    chosen = lintpost.load_settings(select=["bold/unrendered"])
    assert [f.rule for f in lintpost.check_text(BOLD, settings=chosen).findings] == [
        "bold/unrendered"
    ]


def test_faults_of_the_caller_are_exceptions(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text("rulez: {}\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        lintpost.load_settings(config)
    assert caught.value.message("en").startswith(f"{config}:1:1: unknown key `rulez`")
    with pytest.raises(FileNotFoundError):
        lintpost.load_settings(tmp_path / "none.yml")
    with pytest.raises(FileNotFoundError):
        lintpost.check_paths([ROOT / "none.md"])


def test_an_unreadable_post_is_an_error_of_that_post(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\xfa")
    (tmp_path / "b.md").write_text(BOLD, "utf-8")
    loaded = lintpost.load_settings(lang="en")
    first, second = lintpost.check_paths([tmp_path / "a.md", tmp_path / "b.md"], loaded)
    assert (first.findings, len(first.errors)) == ((), 1)
    assert [f.rule for f in second.findings] == ["bold/unrendered"]


@given(strategies.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_checked_and_fixed(text: str) -> None:
    checked = lintpost.check_text(text)
    assert checked.errors == ()
    for finding in checked.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
    fixed = lintpost.fix_text(text)
    assert lintpost.fix_text(fixed) == fixed


def test_the_package_alone_imports_nothing_of_the_engine() -> None:
    code = "import lintpost, sys; print([m for m in sys.modules if m.startswith('lintpost.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == ["lintpost.version"]
    with pytest.raises(AttributeError, match="has no attribute 'check_txt'"):
        lintpost.check_txt  # type: ignore[attr-defined]  # noqa: B018
    assert set(lintpost.__all__) <= set(dir(lintpost))


def test_every_name_of_the_api_is_in_its_guide() -> None:
    for guide in ("api.md", "api.ja.md"):
        text = (ROOT / "docs" / guide).read_text("utf-8")
        assert [name for name in lintpost.__all__ if f"`{name}" not in text] == []


@pytest.mark.parametrize("guide", ["api.md", "api.ja.md"])
def test_the_examples_of_the_guide_run(guide: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / guide).read_text("utf-8")
    blocks = [part.split("```")[0] for part in text.split("```python\n")[1:]]
    assert len(blocks) == 4
    names: dict[str, Any] = {"text": BOLD}
    for block in blocks:
        exec(block, names)
    assert names["fixed"] == FIXED.replace("記事\n", "記事\nlayout: post\n")
    assert [f.rule for f in names["found"]] == ["front-matter/missing", "bold/unrendered"]


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    shown = []
    for cell in json.loads((EXAMPLES / "api" / "posts.ipynb").read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            *statements, last = ast.parse("".join(cell["source"])).body
            assert isinstance(last, ast.Expr)
            exec(compile(ast.Module(statements, []), "cell", "exec"), names)
            shown.append(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
    assert shown[0] == (5, 32)
    assert shown[1][0] == ("bold/unrendered", 4)
    assert shown[2] == "これは「**新機能**」です。\n"


def test_a_django_field_refuses_a_post_with_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    exceptions = pytest.importorskip("django.core.exceptions")
    monkeypatch.syspath_prepend(str(EXAMPLES / "api"))
    from django_validator import PostValidator  # type: ignore[import-not-found]

    validator = PostValidator(str(EXAMPLES / "lintpost.yml"))
    with pytest.raises(exceptions.ValidationError) as caught:
        validator(BOLD)
    codes = [error.code for error in caught.value.error_list]
    assert "bold/unrendered" in codes
    assert validator == PostValidator(str(EXAMPLES / "lintpost.yml"))
    name, arguments, _ = validator.deconstruct()
    assert (name, arguments) == (
        "django_validator.PostValidator", (str(EXAMPLES / "lintpost.yml"),),
    )  # fmt: skip
