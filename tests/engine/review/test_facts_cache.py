"""Facts are cached like results: made again for what changed, and for nothing else."""

import os
from pathlib import Path

import pytest

from lintpost.engine import run as run_module
from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.store import Store
from lintpost.engine.configurations import Configurations
from tests.conftest import NOW
from tests.engine.review.test_any_site import found, posts_of, results, write, write_site


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The posts that are checked, those whose facts alone are made with a ``?``."""
    seen: list[str] = []
    original = run_module.check_path

    def check(
        configurations: Configurations, path: str, *, only_facts: bool, **more: bool
    ) -> object:
        seen.append(os.path.basename(path) + "?" * only_facts)
        return original(configurations, path, only_facts=only_facts, **more)

    monkeypatch.setattr(run_module, "check_path", check)
    return seen


def test_what_is_made(tmp_path: Path, made: list[str]) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    for name in ("a", "b", "c", "d"):
        write(site, f"{name}.md", "title: One\nimage: /none.png", "Text.\n")
    paths = posts_of(site)

    def run(*names: str) -> tuple[list[str], int]:
        """What a run over some posts makes, and its findings over the site."""
        done = results([path for path in paths if os.path.basename(path)[0] in names], cache)
        new, made[:] = list(made), []
        return new, sum(len(found(result)) for result in done)

    assert run("a") == (["a.md", "b.md?", "c.md?", "d.md?"], 1)
    assert run("a") == ([], 1)
    assert run("b") == (["b.md"], 1)  # its facts were there, its findings were not
    assert run(*"abcd") == (["c.md", "d.md"], 4)
    assert run(*"abcd") == ([], 4)
    write(site, "d.md", "title: Two", "Text.\n")
    assert run("a") == (["d.md?"], 1)
    assert run(*"abcd") == (["d.md"], 3)
    (site / "none.png").write_bytes(b"")  # findings depend on it, and facts do not
    assert run("a") == (["a.md"], 1)
    (site / "b.md").unlink()
    paths.remove(str(site / "b.md"))
    assert run("a") == ([], 1)
    write(site, "c.md", "title: Three", "")
    assert run("a") == (["c.md?"], 0)
    text = (site / "lintpost.yml").read_text("utf-8")
    for line, expected in (
        ("fail-on: error\n", []),  # nothing depends on it
        ("renderer: kramdown\n", ["a.md", "c.md?", "d.md?"]),  # everything may
    ):
        (site / "lintpost.yml").write_text(text + line, "utf-8")
        os.utime(site / "lintpost.yml", (NOW, NOW))
        assert run("a") == (expected, 0)


def test_facts_alone_are_no_result(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    number = store.settings_id("x")
    alone, whole = (Dependencies((1, 2, 3, 4), digest, ()) for digest in "aw")
    store.save(
        number, {"alone": Entry(alone, b"", b"f", "x"), "whole": Entry(whole, b"r", b"", "x")}
    )
    names = ["alone", "whole"]
    assert store.dependencies(number, names) == {"whole": whole}
    expected = {"alone": (alone, True), "whole": (whole, False)}
    assert store.facts_dependencies(number, names) == expected
    assert store.facts(number, names) == {"alone": b"f", "whole": b""}
    assert store.results(number, names) == {"alone": (b"", b"f"), "whole": (b"r", b"")}
    store.close()
