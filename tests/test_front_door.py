"""What visitors and CI meet first: workflows, issue forms, the changelog, the pinned tools."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(
    path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

UNVERIFIED: frozenset[str] = frozenset()
"""Actions pinned by a tag (`owner/name@v1`), because no commit of theirs could be verified."""

_USES = re.compile(r"^\s*(?:- )?uses: (\S+)(?: # (\S+))?$", re.MULTILINE)


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def jobs(name: str) -> dict[str, Any]:
    found: dict[str, Any] = load(ROOT / ".github" / "workflows" / name)["jobs"]
    return found


def used_by(node: Any) -> list[str]:
    """Every value of a key `uses`, in order."""
    if isinstance(node, list):
        return [name for item in node for name in used_by(item)]
    if not isinstance(node, dict):
        return []
    own = [node["uses"]] if isinstance(node.get("uses"), str) else []
    return own + [name for value in node.values() for name in used_by(value)]


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    written = _USES.findall(path.read_text(encoding="utf-8"))
    assert [name for name, _ in written] == used_by(load(path))
    for name, version in written:
        if name.startswith("./") or name in UNVERIFIED:
            continue
        assert re.fullmatch(r"[\w-]+(/[\w-]+)+@[0-9a-f]{40}", name), name
        assert re.fullmatch(r"v\d+\.\d+\.\d+", version), name


def test_an_action_has_one_version_everywhere() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for path in (*WORKFLOWS, ROOT / "action.yml"):
        for name, version in _USES.findall(path.read_text(encoding="utf-8")):
            action, _, commit = name.partition("@")
            pins.setdefault(action, set()).add((commit, version))
    assert {action: found for action, found in pins.items() if len(found) > 1} == {}
    assert pins.keys() >= {"actions/checkout", "actions/attest", "pypa/gh-action-pypi-publish"}


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-actions", [ROOT / "action.yml"]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
)
def test_the_files_fit_their_schemas(schema: str, paths: list[Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()


def test_the_issue_forms() -> None:
    assert [path.stem for path in FORMS] == ["crash", "false-alarm", "miss", "wrong-fix"]


def test_ci_runs_the_script_on_the_lowest_and_newest_python() -> None:
    (job,) = jobs("ci.yml").values()
    lowest, newest = job["strategy"]["matrix"]["python"]
    assert PROJECT["requires-python"] == f">={lowest}"
    assert newest == "3.14"
    assert job["steps"][1]["with"] == {"python-version": "${{ matrix.python }}"}
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]


def test_a_release_starts_from_a_tag_alone() -> None:
    release = load(ROOT / ".github" / "workflows" / "release.yml")
    assert release["on"] == {"push": {"tags": ["v*"]}}
    assert release["permissions"] == {}


def test_a_release_is_tested_built_attested_and_published_in_this_order() -> None:
    found = jobs("release.yml")
    assert {name: job.get("needs") for name, job in found.items()} == {
        "test": None, "build": None, "attest": ["test", "build"], "publish": "attest",
    }  # fmt: skip
    assert found["test"]["uses"] == "./.github/workflows/ci.yml"
    assert found["publish"]["environment"] == "pypi"


def test_only_the_jobs_that_sign_may_sign() -> None:
    """Neither the tests nor the build can publish, and no job holds a token of PyPI."""
    assert {name: job["permissions"] for name, job in jobs("release.yml").items()} == {
        "test": {"contents": "read"},
        "build": {"contents": "read"},
        "attest": {"id-token": "write", "attestations": "write"},
        "publish": {"id-token": "write"},
    }
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "secrets" not in text
    assert "password" not in text


@pytest.mark.parametrize(
    ("tag", "changelog", "error"),
    [
        ("v1.2.3", "## 1.2.3 - 2026-06-01\n", None),
        ("v1.2.3", "## Unreleased\n\nAfter 1.2.3\n", "CHANGELOG.md has no section 1.2.3"),
        ("v1.2.3", "## 1.2.31\n\n## 1x2x3\n", "CHANGELOG.md has no section 1.2.3"),
        ("v1.2.4", "## 1.2.3\n", "the tag is v1.2.4, lintpost/version.py says 1.2.3"),
        ("1.2.3", "## 1.2.3\n", "the tag is 1.2.3, lintpost/version.py says 1.2.3"),
    ],
)
def test_a_tag_must_be_the_version(
    tmp_path: Path, tag: str, changelog: str, error: str | None
) -> None:
    (step,) = (step for step in jobs("release.yml")["build"]["steps"] if step.get("id"))
    (tmp_path / "lintpost").mkdir()
    (tmp_path / "lintpost" / "__init__.py").touch()
    (tmp_path / "lintpost" / "version.py").write_text('__version__ = "1.2.3"\n', "utf-8")
    (tmp_path / "CHANGELOG.md").write_text(changelog, "utf-8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', "utf-8")
    (tmp_path / "bin" / "python").chmod(0o755)
    environment = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "GITHUB_REF_NAME": tag,
        "GITHUB_OUTPUT": str(tmp_path / "output"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr.decode() == ""
    assert done.stdout.decode() == (f"::error::{error}\n" if error else "")
    assert done.returncode == (1 if error else 0)
    if error is None:
        assert (tmp_path / "output").read_text("utf-8") == "version=1.2.3\n"


def test_the_changelog_begins_with_what_is_unreleased() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall("^## (.+)$", text, re.MULTILINE)[0] == "Unreleased"


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md"])
def test_reports_go_where_they_can_be_read(name: str) -> None:
    """No address is named that nobody reads, and no gap of a template is left."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "private vulnerability reporting" in " ".join(text.split())
    assert re.findall(r"[\w.+-]+@[\w.-]+|\[INSERT", text) == []


def test_every_development_tool_has_one_version() -> None:
    lines = (ROOT / "constraints-dev.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line.split("==") for line in lines if line and not line.startswith("#")]
    versions = {canonicalize_name(name): version for name, version in pinned}
    assert len(versions) == len(pinned)
    tools = list(map(Requirement, PROJECT["optional-dependencies"]["dev"]))
    assert {tool.name for tool in tools if canonicalize_name(tool.name) not in versions} == set()
    for tool in tools:
        assert tool.specifier.contains(versions[canonicalize_name(tool.name)]), tool.name
    assert "hatchling" in versions


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_the_readme_installs_the_pinned_tools(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"pip install (.*'\.\[dev\]')", text) == [
        "-q -c constraints-dev.txt -e '.[dev]'"
    ]
