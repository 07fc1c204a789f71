"""The wheel, installed in a fresh environment, far from the checkout."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lintpost.config.compile_builtin import compiled
from lintpost.config.needed_words import FILE, BuiltinNeeds
from lintpost.files.compiled_cache import store
from lintpost.files.package import package_stamp
from lintpost.site.literals import Literals
from tests.conftest import ROOT

COMPILED = "import json; from lintpost.config.compile_builtin import compiled; print(json.dumps(compiled()))"
"""In a process of its own, as a build is."""
POST = "---\ntitle: 題\ntags: [AI, AI]\n---\nこれは**「重要」**です。\n"


def test_a_build_does_not_depend_on_what_runs_kept() -> None:
    store("needed words", package_stamp(), {"of an earlier run": ["x"]}, builtin=True)
    assert BuiltinNeeds().known == {}
    asked = BuiltinNeeds()
    asked.use(Literals(), builtin=True)
    assert asked.known == {"of an earlier run": ("x",)}
    assert "of an earlier run" not in compiled()[FILE]


@pytest.mark.slow
def test_the_wheel_works_elsewhere(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(tmp_path / "dist"), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    (sdist,) = (tmp_path / "dist").glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        built = {
            name.split("/")[-1].removesuffix(".json"): archive.read(name).decode()
            for name in names
            if name.startswith("lintpost/compiled/")
        }
    made = subprocess.run(
        [sys.executable, "-c", COMPILED], cwd=ROOT, check=True, capture_output=True
    )
    assert built == json.loads(made.stdout)
    assert "lintpost/rules/bold/span.yml" in names
    assert "lintpost/rules/presets/jekyll.yml" in names
    assert "lintpost/py.typed" in names
    assert "lintpost/cli/completion/lintpost.fish" in names
    listed = subprocess.run(
        ["tar", "tzf", str(sdist)], check=True, capture_output=True
    ).stdout.decode()
    assert "/rules/bold/span.yml" in listed
    for name in ("CHANGELOG.md", "SECURITY.md", "constraints-dev.txt", "action.yml", ".ci/run",
                 "examples/plugin/pyproject.toml", "examples/plugin/lintpost_example/rules/example/exclamations.yml"):  # fmt: skip
        assert f"/{name}\n" in listed
    assert "/.github/workflows/ci.yml\n" in listed
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    programs = tmp_path / "env" / "bin"
    subprocess.run(
        [str(programs / "pip"), "install", "-q", str(wheel)], check=True, capture_output=True
    )
    folder = tmp_path / "somewhere"
    folder.mkdir()
    (folder / "post.md").write_text(POST, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [str(programs / "lintpost"), *arguments], cwd=folder, capture_output=True, check=False
        )

    assert run("init").returncode == 0
    done = run("check", "--output-format", "concise", "--quiet", "--lang", "en")
    assert done.returncode == 1
    rules = [line.split()[2] for line in done.stdout.decode().splitlines()]
    assert rules == ["tags/duplicate", "bold/unrendered"]
    assert run("test-rules").returncode == 0
    assert run("rule", "bold/unrendered").stdout.decode().startswith("# bold/unrendered")
