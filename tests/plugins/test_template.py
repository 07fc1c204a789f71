"""The template of a plug-in, built, installed in a folder of its own, and run; and what its guide says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.plugins.conftest import Install, lintpost, site

GUIDES = ("plugins.md", "plugins.ja.md")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--target", str(folder), str(ROOT / "examples" / "plugin")],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


def test_it_is_installed_whole(tmp_path: Path, packages: Path) -> None:
    done = lintpost("plugins", cwd=tmp_path, packages=packages)
    assert done.stdout == (
        "lintpost-example 1.0.0  checks example: example/exclamations\n"
        "lintpost-example 1.0.0  report example-table: example-table\n"
        "lintpost-example 1.0.0  pack example: example/exclamations\n"
    )
    listed = lintpost("plugins", "--output-format", "json", cwd=tmp_path, packages=packages)
    data = json.loads(listed.stdout)["plugins"]
    assert [(one["kind"], one["gives"], one["fault"]) for one in data] == [
        ("checks", ["example/exclamations"], None),
        ("reports", ["example-table"], None),
        ("packs", ["example/exclamations"], None),
    ]


def test_its_own_tests_pass(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(packages))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "tests"],
        cwd=ROOT / "examples" / "plugin", capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("guide", GUIDES)
def test_the_code_of_the_guide_runs(tmp_path: Path, install: Install, guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text("utf-8")
    check, report = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    rule = (ROOT / "examples/plugin/lintpost_example/rules/example/exclamations.yml").read_text(
        "utf-8"
    )
    message = 'message: {en: "At most {max}.", ja: "{max}まで。"}\nwhy'
    packages = install(
        points="[lintpost.checks]\nexample = shown\n[lintpost.reports]\nshown = report:TableReport\n"
        "[lintpost.packs]\nexample = pack\n",
        shown_py=check,
        report_py=report,
        pack__example__shown_yml=re.sub(r"message:.*?^why", message, rule, flags=re.M | re.S),
    )
    folder = site(tmp_path, "extends: example\n", "One! Two! Three！ `!`\n")
    quiet = ("check", "--select", "example", "--quiet", "--output-format")
    found = lintpost(*quiet, "concise", cwd=folder, packages=packages)
    assert found.stdout == (
        "post.md:5:9: warning example/exclamations At most 1.\n"
        "post.md:5:16: warning example/exclamations At most 1.\n"
    )
    shown = lintpost(*quiet, "shown", cwd=folder, packages=packages)
    assert shown.stdout == "post.md\t2\nposts\t1\n"


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_of_the_guide_are_those_that_are_run_here(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text("utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    assert block.splitlines() == [
        "cp -r examples/plugin my-plugin",
        "pip install --no-deps ./my-plugin",
        "lintpost plugins",
        "lintpost test-rules example",
    ]
