"""Measures the facts that rules over the whole site note of posts.

    python bench/facts.py [CORPUS]

CORPUS is a folder of posts (default: examples/posts). Every rule is as its file sets it. What several rules share counts once
in a sum: the cache and the client keep it once.
"""

import argparse
import os
from tempfile import TemporaryDirectory

from inputs import posts_of
from measure import ROOT

from lintpost.checks.registry import looks_over_site
from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import Run
from lintpost.packs.builtin import load_pack, rules_folder

WANTED = 2_000
"""Bytes of a post, on average, over all rules (`lintpost.checks.contract.check.Facts`)."""
PRESETS = ("recommended", "strict")


def facts_of(paths: list[str]) -> list[dict[str, tuple[str, ...]]]:
    """The facts of each post by rule, as JSON; rules that only their own names turn on are among them."""
    names = sorted(
        name for name, rule in load_pack(rules_folder()).items() if looks_over_site(rule.check)
    )
    configurations = Configurations(None, CliOverrides(select=tuple(names)), isolated=True)
    results = Run(paths, configurations, jobs=1).facts()
    return [result.facts.values if result.facts is not None else {} for result in results]


def sizes(posts: list[dict[str, tuple[str, ...]]], rules: set[str]) -> list[int]:
    """The bytes of the facts of some rules, of each post that has any."""
    texts = ({text for rule in rules & post.keys() for text in post[rule]} for post in posts)
    return [sum(len(one.encode(errors="surrogatepass")) for one in some) for some in texts if some]


def on_by(preset: str) -> set[str]:
    """The rules that a preset turns on."""
    with TemporaryDirectory() as folder:
        path = os.path.join(folder, "lintpost.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"extends: {preset}\n")
        states = rule_states(load_settings(path, CliOverrides()))
    return {state.rule.name for state in states if state.on}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the facts of posts.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    paths = posts_of(parser.parse_args().corpus)
    posts = facts_of(paths)
    rules = {name for post in posts for name in post}
    groups = {name: {name} for name in sorted(rules)}
    for preset in PRESETS:
        groups[preset] = rules & on_by(preset)
    groups["all, optional ones too"] = rules
    print(f"{'bytes of facts':26} {'posts':>6} {'of all posts':>12} {'largest':>8}")
    for name, some in groups.items():
        found = sizes(posts, some)
        print(f"{name:26} {len(found):6} {sum(found) / len(paths):12.0f} {max(found, default=0):8}")
    print(f"{'wanted':26} {'':6} {WANTED:12}")


if __name__ == "__main__":
    main()
