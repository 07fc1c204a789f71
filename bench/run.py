"""Measures lintpost against the least that any checker of the same posts must do.

    python bench/run.py [CORPUS] [--config FILE] [--rounds N] [--json]

CORPUS is a folder of posts (default: examples/posts). Three figures, all ratios within this run:

- start: one post of about 40 KB, concise output, against ``python -I -c pass`` of this very
  interpreter. The best of N processes each.
- corpus: every post, all rules, one worker, against reading, decoding, composing the YAML with the
  C loader and draining pyromark's events for the same files. Both in a process of their own, the
  clock running from the first post to the last; the best of N, each of three passes.
"""

import argparse
import glob
import json
import os
import platform
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)

_PASSES = 3

FLOOR = """
import sys, time
import yaml, pyromark
from yaml import CSafeLoader
best = 1e9
for _ in range(int(sys.argv[1])):
    begin = time.perf_counter()
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            text = file.read().decode()
        if text.startswith("---"):
            end = text.find("\\n---", 3)
            try:
                yaml.compose(text[4:end], Loader=CSafeLoader)
            except yaml.YAMLError:
                pass
        for event in pyromark.events_with_range(text):
            pass
    best = min(best, time.perf_counter() - begin)
print(best)
"""
CHECK = """
import gc, io, sys, time
from lintpost.config.head import Overlay
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import check_paths
from lintpost.report.concise import ConciseReport
from lintpost.report.summary import Summary
gc.disable()
rounds, config, paths = int(sys.argv[1]), sys.argv[2] or None, sys.argv[3:]
configurations = Configurations(config, Overlay(), isolated=config is None)
configurations.checker(paths[0]).check_file(paths[0])
best = 1e9
for _ in range(rounds):
    begin = time.perf_counter()
    report, summary = ConciseReport(io.StringIO(), "ja"), Summary()
    for result in check_paths(paths, configurations, jobs=1, keep_text=False):
        summary.add(result)
        report.post(result)
    report.end(summary)
    best = min(best, time.perf_counter() - begin)
print(best, summary.findings)
"""


def wall(command: list[str]) -> float:
    """Seconds that a process takes."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def inner(code: str, arguments: list[str]) -> list[float]:
    """What a piece of code prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return [float(number) for number in done.stdout.split()]


def middle_post(paths: list[str]) -> str:
    """The post nearest to 40 KB, or one made of a small one."""
    best = min(paths, key=lambda path: abs(os.path.getsize(path) - 40_000))
    if abs(os.path.getsize(best) - 40_000) < 5_000:
        return best
    with open(best, encoding="utf-8") as file:
        text = file.read()
    head, _, body = text.partition("\n---\n")
    made = os.path.join(tempfile.mkdtemp(), "post.md")
    with open(made, "w", encoding="utf-8") as file:
        file.write(head + "\n---\n" + body * max(1, 40_000 // max(len(body.encode()), 1)))
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure lintpost.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    parser.add_argument("--config", default=os.path.join(ROOT, "examples", "lintpost.yml"))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths = sorted(
        path
        for ending in ("md", "markdown", "mdx")
        for path in glob.glob(os.path.join(options.corpus, "**", f"*.{ending}"), recursive=True)
    )
    post = middle_post(paths)
    check = [
        sys.executable, "-m", "lintpost", "check", post, "--config", options.config,
        "--output-format", "concise",
    ]  # fmt: skip
    nothing = min(wall([sys.executable, "-I", "-c", "pass"]) for _ in range(options.rounds))
    start = min(wall(check) for _ in range(options.rounds))
    passes = str(_PASSES)
    # The two take turns, so that a slow moment of the machine hits both.
    floors, checks, whole_floors, whole_checks, findings = [], [], [], [], 0.0
    everything = [*check[:4], options.corpus, *check[5:], "--jobs", "1"]
    for _ in range(max(3, options.rounds // 3)):
        floors.append(inner(FLOOR, [passes, *paths])[0])
        seconds, findings = inner(CHECK, [passes, options.config, *paths])
        checks.append(seconds)
        whole_floors.append(wall([sys.executable, "-c", FLOOR, "1", *paths]))
        whole_checks.append(wall(everything))
    measured = {
        "start": (nothing, start),
        "corpus": (min(floors), min(checks)),
        "process": (min(whole_floors), min(whole_checks)),
    }
    against = {
        "start": "python -I -c pass",
        "corpus": "the floor, inside the process",
        "process": "the floor as a process",
    }
    megabytes = round(sum(map(os.path.getsize, paths)) / 1e6, 2)
    if options.json:
        ratios = {
            name: {"floor_ms": round(low * 1e3, 1), "lintpost_ms": round(high * 1e3, 1), "ratio": round(high / low, 2)}
            for name, (low, high) in measured.items()
        }  # fmt: skip
        about = {"python": platform.python_version(), "machine": platform.machine()}
        counts = {"posts": len(paths), "megabytes": megabytes, "findings": int(findings)}
        print(json.dumps({**about, **counts, **ratios}, indent=2))
        return
    print(
        f"Python {platform.python_version()}, {platform.machine()}; {len(paths)} posts, {megabytes} MB, {int(findings)} findings"
    )
    for name, (low, high) in measured.items():
        print(
            f"{name:8} {high * 1e3:7.1f} ms = {high / low:5.2f} x {against[name]} ({low * 1e3:.1f} ms)"
        )


if __name__ == "__main__":
    main()
