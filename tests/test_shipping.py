"""The wheel and the sdist as people install them: built twice alike, and run by uvx, pipx and pre-commit.

What needs a registry, an image or a forge of its own (publishing, attestation) is only parsed, in test_front_door.py.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow
POST = "---\ntitle: 題\n---\nこれは**「重要」**です。お召し上がりになられる。\n"
BOLD = "post.md:4:4: error bold/unrendered"


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*command: str | Path, cwd: Path, status: int = 0, **environment: str) -> str:
    """What a command prints, far from the checkout."""
    variables = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "LINTPOST_DEBUG")}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**variables, **environment},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory.mktemp("dist"), ROOT, "--wheel")[0]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "post.md").write_text(POST, "utf-8")
    return folder


def _built(folder: Path, source: Path, *kinds: str) -> list[Path]:
    run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        *kinds,
        "--outdir",
        folder,
        source,
        cwd=folder,
    )
    return sorted(folder.iterdir())


def _copied(folder: Path) -> Path:
    """The files that git has, copied: their times differ from the checkout's."""
    names = run("git", "ls-files", "-z", cwd=ROOT).split("\0")
    for name in filter(None, names):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
        target.chmod((ROOT / name).stat().st_mode)
    return folder


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no git checkout")
def test_wheel_and_sdist_are_the_same_each_time(tmp_path: Path) -> None:
    built = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        built.append(_built(folder, _copied(tmp_path / f"source-{name}"), "--sdist", "--wheel"))
    one, two = built
    assert [path.name for path in one] == [path.name for path in two]
    assert [
        path.read_bytes() == other.read_bytes() for path, other in zip(one, two, strict=True)
    ] == [True, True]


@needs("uvx")
@pytest.mark.parametrize("extra", ["", "[ja]"])
def test_uvx(wheel: Path, site: Path, extra: str) -> None:
    source = f"lintpost{extra} @ {wheel.as_uri()}" if extra else str(wheel)
    command = ("uvx", "--from", source, "lintpost")
    assert BOLD in run(*command, "check", "--output-format", "concise", cwd=site, status=1)
    words = ("check", "--select", "ja/doubled-ga")
    assert run(*command, *words, "--quiet", cwd=site, status=0 if extra else 2) == ""


@needs("pipx")
def test_pipx(wheel: Path, site: Path, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    homes = {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(programs)}
    run("pipx", "install", wheel, cwd=site, **homes)
    lintpost = programs / "lintpost"
    assert BOLD in run(lintpost, "check", "--output-format", "concise", cwd=site, status=1)
    assert "complete" in run(lintpost, "completion", "bash", cwd=site)
    assert run(lintpost, "man", cwd=site).startswith(".TH LINTPOST 1")


@needs("pre-commit")
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no git checkout")
def test_pre_commit(site: Path, tmp_path: Path) -> None:
    """From a repository on this machine, as from any other: it is cloned, built and installed."""
    hooks = _copied(tmp_path / "hooks")
    for folder in (hooks, site):
        run("git", "init", "-q", cwd=folder)
        run("git", "add", ".", cwd=folder)
        run(
            "git",
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.org",
            "commit",
            "-qm",
            "a",
            cwd=folder,
        )
    commit = run("git", "rev-parse", "HEAD", cwd=hooks).strip()
    (site / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks.as_uri()}\n    rev: {commit}\n    hooks:\n      - id: lintpost\n"
        "      - id: lintpost-fix\n        stages: [manual]\n"
    )
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    assert BOLD in run("pre-commit", "run", "--all-files", cwd=site, status=1, **home)
    run(
        "pre-commit",
        "run",
        "--all-files",
        "--hook-stage",
        "manual",
        "lintpost-fix",
        cwd=site,
        status=1,
        **home,
    )
    assert "これは「**重要**」です。" in (site / "post.md").read_text("utf-8")
