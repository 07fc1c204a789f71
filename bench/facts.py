"""Measures the facts that rules over the whole site note of posts.

    python bench/facts.py [CORPUS]

CORPUS is a folder of posts (default: examples/posts). Every such rule is on, as its file sets it, optional ones too.
"""

import argparse
import os

from inputs import posts_of
from measure import ROOT

from lintpost.checks.registry import looks_over_site
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import Run
from lintpost.packs.builtin import load_pack, rules_folder

WANTED = 2_000
"""Bytes of a post, on average, over all rules (`lintpost.checks.contract.check.Facts`)."""


def sizes(paths: list[str]) -> dict[str, list[int]]:
    """The bytes of each post\'s facts as JSON, by rule; the sums of posts under "all"."""
    rules = load_pack(rules_folder())
    names = sorted(name for name, rule in rules.items() if looks_over_site(rule.check))
    configurations = Configurations(None, CliOverrides(select=tuple(names)), isolated=True)
    found: dict[str, list[int]] = {name: [] for name in (*names, "all")}
    for result in Run(paths, configurations, jobs=1).facts():
        values = result.facts.values if result.facts is not None else {}
        for name, text in values.items():
            found[name].append(len(text.encode(errors="surrogatepass")))
        found["all"].append(sum(found[name][-1] for name in values))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the facts of posts.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    paths = posts_of(parser.parse_args().corpus)
    print(f"{'bytes of facts':26} {'posts':>6} {'of all posts':>12} {'largest':>8}")
    for name, some in sizes(paths).items():
        print(f"{name:26} {len(some):6} {sum(some) / len(paths):12.0f} {max(some, default=0):8}")
    print(f"{'wanted of all rules':26} {'':6} {WANTED:12}")


if __name__ == "__main__":
    main()
