"""A rule that does not end over one post is stopped there: it is named, and all else goes on."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lintpost.checks import registry
from lintpost.checks.contract.hit import Hit
from lintpost.config.run_settings import CliOverrides
from lintpost.engine import time_limit
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.run import check_paths
from lintpost.language import Text
from lintpost.post.post import Post
from tests.conftest import run_cli

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="POSIX only")

POSTS = {"a.md": "Hi **a.**b\n", "b.md": f"Hi **a.**b\n\n{'a' * 48}!\n", "c.md": "Hi **a.**b\n"}
RULE = """
rule: own/a
check: {check}
title: {{en: t, ja: t}}
message: {{en: m, ja: m}}
why: {{en: w, ja: w}}
severity: error
options: {options}
examples: [{{bad: aa, at: aa}}]
"""
EVIL = "(a+)+$"
"""Tries more ways than can be tried on letters with something behind them."""
SITES = {
    "pattern": ("packs: [house]", "house/own/a.yml", RULE.format(check="pattern", options=f"{{match: [{EVIL}]}}"), "own/a"),
    "existence": ("packs: [house]", "house/own/a.yml", RULE.format(check="existence", options=f"{{tokens: [{EVIL}]}}"), "own/a"),
    "substitution": ("packs: [house]", "house/own/a.yml", RULE.format(check="substitution", options=f"{{swap: {{{EVIL}: b}}}}"), "own/a"),
    "prh": ("terms: prh.yml", "prh.yml", f"version: 1\nrules: [{{expected: b, pattern: /{EVIL}/}}]", "terms/spelling"),
    "names": ("names: names.yml", "names.yml", f"names: [{{name: Rust, kind: other, variants: [/{EVIL}/]}}]", "names/spelling"),
    "letters": ("packs: [house]", "house/own/a.yml", RULE.format(check="pattern", options=r"{match: ['(\p{L}|\p{L}b?)*$']}"), "own/a"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 1.0)
    monkeypatch.setattr(time_limit, "_TICK", 0.05)


def make(site: Callable[..., Path], kind: str) -> tuple[Path, str]:
    """A site with posts and an expression, and the name of the rule that uses it."""
    setting, path, text, rule = SITES[kind]
    return site(**{"lintpost.yml": f"lang: en\n{setting}\n", path: text}, **POSTS), rule


def results(folder: Path, rule: str, *, jobs: int = 1) -> list[PostResult]:
    overlay = CliOverrides(lang="en", select=(rule, "bold/unrendered"))
    paths = [str(folder / name) for name in POSTS]
    configurations = Configurations(str(folder / "lintpost.yml"), overlay)
    return list(check_paths(paths, configurations, jobs=jobs, keep_text=False))


@pytest.mark.parametrize("kind", SITES)
def test_expressions_of_users(site: Callable[..., Path], kind: str) -> None:
    folder, rule = make(site, kind)
    found = results(folder, rule)
    errors = [(Path(error.path).name, error.text) for one in found for error in one.errors]
    hint = "A regular expression that repeats a repetition, such as (a+)+, may be the cause"
    text = Text(
        f"{rule} took longer than 1 seconds and was stopped; the other rules went on. {hint}",
        f"{rule} は1秒以内に終わらなかったため打ち切りました。ほかのルールの検査は続けました。"
        "(a+)+ のように繰り返しを重ねた正規表現がないか確かめてください",
    )
    assert errors == [("b.md", text)]
    rules = [[f.rule for f in one.findings if f.rule == "bold/unrendered"] for one in found]
    assert rules == [["bold/unrendered"]] * 3


def test_workers_have_the_limit_too(site: Callable[..., Path]) -> None:
    folder, rule = make(site, "pattern")
    for options in ((), ("--jobs=2",), ("--fix",)):
        done = run_cli("check", "--no-cache", "--select", rule, *options, cwd=folder)
        assert done.returncode == 2
        start = f"lintpost: b.md: {rule} took longer than 2 seconds"
        assert [line.startswith(start) for line in done.stderr.decode().splitlines()] == [True]


def test_findings_of_a_rule_that_was_stopped_are_dropped(
    site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many there are is a matter of the machine."""

    def run(post: Post, options: object, site: object) -> Iterator[Hit]:
        yield Hit(0, 1, "", {})
        while True:
            pass

    original = registry.find_check
    monkeypatch.setattr(
        "lintpost.config.active.find_check",
        lambda name: original(name)._replace(run=run) if name == "pattern" else original(name),
    )
    folder, rule = make(site, "pattern")
    assert [(len(one.findings), len(one.errors)) for one in results(folder, rule)] == [(1, 1)] * 3


def test_a_long_post_has_more_time() -> None:
    limit = time_limit.TimeLimit(500_000)
    limit.running = "own/a"
    for _ in range(round((1.0 + 10) / 0.05)):
        limit.tick()
    with pytest.raises(time_limit.RuleTimeout):
        limit.tick()


def test_each_rule_has_its_own_time() -> None:
    limit = time_limit.TimeLimit(0)
    for rule in ("own/a", "own/b", "own/c"):
        limit.running = rule
        for _ in range(20):
            limit.tick()
    limit.running = ""
    for _ in range(30):
        limit.tick()  # between rules nothing is stopped


def test_the_timer_of_a_program_is_left_alone() -> None:
    """And in a thread, which can have none, rules run without a limit."""
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL
    with time_limit.time_limit(0):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[1] == pytest.approx(0.05, abs=0.01)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL

    def enter() -> float:
        with time_limit.time_limit(0):
            return signal.getitimer(signal.ITIMER_VIRTUAL)[1]

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(enter).result() == 0
    before = signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
    try:
        assert enter() == 0
        assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGVTALRM, before)
