"""Facts are small: those of all posts are read together."""

from pathlib import Path

from lintpost.checks.registry import looks_over_site
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import Run
from lintpost.packs.builtin import load_pack, rules_folder
from tests.conftest import ROOT

_WANTED = 2_000
"""Bytes of a post, on average."""


def test_facts_of_real_posts_are_small() -> None:
    rules = load_pack(rules_folder())
    names = tuple(name for name, rule in rules.items() if looks_over_site(rule.check))
    paths = sorted(map(str, Path(ROOT, "examples", "posts").rglob("*.md")))
    run = Run(paths, Configurations(None, CliOverrides(select=names), isolated=True), jobs=1)
    sizes: dict[str, int] = {}
    for result in run.facts():
        assert result.facts is not None
        owners = {text: name for name, texts in result.facts.values.items() for text in texts}
        for text, name in owners.items():  # what several rules share counts once
            sizes[name] = sizes.get(name, 0) + len(text.encode())
    assert len(sizes) >= 3
    assert sum(sizes.values()) <= _WANTED * len(paths), sizes
