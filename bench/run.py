"""Measures lintpost's run time and memory, as ratios within one run.

    python bench/run.py [CORPUS] [--times N] [--rounds N] [--only ROWS] [--json]

CORPUS is a folder of posts (default: examples/posts); `--times` makes that many copies of them.
README.md in this folder explains what each figure is compared with, and why.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from importlib.metadata import version

from dictionaries import EDITS, dictionary_site
from editor import keystroke_time, start_time
from floors import CHECKING, READING, WORDS
from inputs import config, grown, middle_post, multiplied, posts_of
from measure import ROOT, best_in_turns, commit, inner, lintpost, peak_megabytes

_NOTHING = [sys.executable, "-I", "-c", "pass"]
_NAMES = 50
"""Names added to the dictionary for the rows about more names."""
Row = tuple[str, float, str, float, float]
"""What was measured, its seconds, what it is compared with, its seconds, the highest ratio wanted."""


class Bench:
    """The inputs of a run. Each public method measures one group of rows."""

    def __init__(self, corpus: list[str], times: int, rounds: int, folder: str) -> None:
        self.rounds = rounds
        self.folder = folder
        self.posts = os.path.join(folder, "posts")
        self.paths = multiplied(corpus, times, self.posts)
        self.cache = os.path.join(folder, "cache")
        self.config = config(folder)
        self.words = config(folder, words=True)

    def check(self, *arguments: str, config: str = "", report: str = "concise") -> list[str]:
        """The command that checks with a configuration and a report."""
        chosen = ("--output-format", report, "--config", config or self.config)
        return lintpost("check", *chosen, *arguments)

    def start(self) -> list[Row]:
        """One post of 40 KB in a process of its own, without the result cache."""
        post = middle_post(self.paths, self.folder)
        commands = {
            "nothing": _NOTHING,
            "plain": self.check(post, "--no-cache"),
            "words": self.check(post, "--no-cache", config=self.words),
        }
        best = best_in_turns(commands, self.rounds * 3)
        return [
            ("start", best["plain"], "python -I -c pass", best["nothing"], 8),
            ("start, words", best["words"], "python -I -c pass", best["nothing"], 15),
        ]

    def editor(self) -> list[Row]:
        """The language server: its start, and from a keystroke in a post of 40 KB to the diagnostics."""
        post = middle_post(self.paths, self.folder)
        commands = {
            "version": lintpost("--version"),
            "plain": self.check(post, "--no-cache"),
            "words": self.check(post, "--no-cache", config=self.words),
        }
        best = best_in_turns(commands, self.rounds)
        start = min(start_time(self.folder) for _ in range(self.rounds))
        plain, words = (keystroke_time(one, post, self.folder) for one in (self.config, self.words))
        return [
            ("server, initialize", start, "lintpost --version", best["version"], 4),
            ("server, keystroke", plain, "lintpost check", best["plain"], 0.6),
            ("server, keystroke, words", words, "lintpost check, words", best["words"], 0.6),
        ]

    def corpus(self) -> list[Row]:
        """All posts on one worker, measured inside the process."""
        floors, checks = [], []
        for _ in range(self.rounds):
            floors.append(inner(READING, *self.paths)[0])
            checks.append(inner(CHECKING, self.config, *self.paths)[0])
        return [("corpus", min(checks), "reading, YAML, events", min(floors), 3)]

    def with_words(self) -> list[Row]:
        """All posts with the rules that need MeCab."""
        floors, checks = [], []
        for _ in range(max(1, self.rounds // 2)):
            plain = inner(CHECKING, self.config, *self.paths)[0]
            floors.append(inner(WORDS, *self.paths)[0] + plain)
            checks.append(inner(CHECKING, self.words, *self.paths)[0])
        return [("corpus, words", min(checks), "tokenising + corpus", min(floors), 1.6)]

    def workers(self) -> list[Row]:
        """One worker compared with two, whole processes."""
        rows = []
        for name, chosen in (("", self.config), (", words", self.words)):
            commands = {
                jobs: self.check(self.posts, "--no-cache", "-j", jobs, config=chosen)
                for jobs in "12"
            }
            best = best_in_turns(commands, max(1, self.rounds // 2))
            rows.append((f"one worker{name}", best["1"], "two workers", best["2"], 1.7))
        return rows

    def cached(self) -> list[Row]:
        """The result cache: nothing changed, one post changed; and the cost of the rich report."""
        commands = {}
        for report in ("concise", "rich"):
            cold = self.check(self.posts, "-j1", "--no-cache", report=report)
            warm = self.check(self.posts, "-j1", "--cache-dir", self.cache, report=report)
            commands |= {f"{report}, no cache": cold, report: warm}
        best_in_turns({"fill": commands["concise"]}, 1)
        best = best_in_turns(commands, self.rounds)
        changed = float("inf")
        for number in range(self.rounds):
            with open(self.paths[0], "a", encoding="utf-8") as file:
                file.write(f"\n{number}本目。\n")
            changed = min(changed, best_in_turns({"changed": commands["concise"]}, 1)["changed"])

        def row(what: str, name: str, against: str, wanted: float) -> Row:
            return what, best[name], against, best[against], wanted

        return [
            row("unchanged, concise", "concise", "concise, no cache", 0.15),
            row("unchanged, rich", "rich", "rich, no cache", 0.3),
            row("rich in full, no cache", "rich, no cache", "concise, no cache", 2),
            ("one changed", changed, "unchanged, concise", best["concise"], 1.5),
        ]

    def reports(self) -> list[Row]:
        """Reports of a run in which nothing changed, against the plainest."""
        commands = {
            report: self.check(self.posts, "-j1", "--cache-dir", self.cache, report=report)
            for report in ("concise", "json", "sarif", "github")
        }
        best_in_turns({"fill": commands["concise"], "pages": commands["sarif"]}, 1)
        best = best_in_turns(commands, self.rounds)
        return [
            (f"unchanged, {report}", best[report], "unchanged, concise", best["concise"], 1.5)
            for report in ("json", "sarif", "github")
        ]

    def surveys(self) -> list[Row]:
        """Commands that count: with an empty cache against reading all posts, and when nothing changed."""
        floor = min(inner(READING, *self.paths)[0] for _ in range(self.rounds))
        rows = []
        for what, wanted in (("tags drift", 2), ("names drift", 8)):
            command = lintpost(*what.split(), "--config", self.config, self.posts)
            cold = float("inf")
            for _ in range(self.rounds):
                shutil.rmtree(os.environ["LINTPOST_CACHE_DIR"], ignore_errors=True)
                cold = min(cold, best_in_turns({what: command}, 1)[what])
            warm = best_in_turns({what: command}, self.rounds)[what]
            rows.append((f"{what}, empty cache", cold, "reading, YAML, events", floor, wanted))
            rows.append((f"{what}, unchanged", warm, "empty cache", cold, 0.5))
        return rows

    def dictionary(self) -> list[Row]:
        """One name more in the dictionary, tags and settings edited, over a site whose results are cached."""
        site = dictionary_site(self.folder, self.paths, 500)
        command = self.check(self.posts, "--cache-dir", self.cache + "-names", config=site.path)
        times = {"cold": best_in_turns({"": command}, 1)[""]}
        for edit in EDITS:
            site.make(edit)
            times[edit] = best_in_turns({"": command}, 1)[""]
        return [(f"one {edit}", times[edit], "cold", times["cold"], 0.1) for edit in EDITS]

    def growth(self) -> list[Row]:
        """More names, and longer posts."""
        rows = []
        times = {}
        for factor in (1, 10, 100):
            chosen = config(self.folder, names=_NAMES * factor)
            times[factor] = min(inner(CHECKING, chosen, *self.paths)[0] for _ in range(self.rounds))
        rows.append(("10 x the names", times[10], "the names", times[1], 1.3))
        rows.append(("100 x the names", times[100], "the names", times[1], 1.3))
        longest = max(self.paths, key=os.path.getsize)
        short, long = (grown(longest, size, self.folder) for size in (100_000, 1_000_000))
        one, ten = (
            min(inner(CHECKING, self.config, post)[0] for _ in range(self.rounds))
            for post in (short, long)
        )
        rows.append(("a post ten times as long", ten, "the post", one, 12))
        return rows

    def memory(self) -> list[Row]:
        """Peak memory over all posts and over a quarter of them, in thousands of megabytes.

        The table shows thousandths, which for times are milliseconds and here megabytes.
        """
        some = os.path.join(self.folder, "some")
        os.mkdir(some)
        for path in self.paths[::4]:
            shutil.copy(path, some)
        peaks = [
            peak_megabytes(self.check(folder, "-j1", "--no-cache")) / 1000
            for folder in (self.posts, some)
        ]
        return [("peak memory (MB)", peaks[0], "a quarter of the posts", peaks[1], 1.2)]


ROWS = (
    "start",
    "editor",
    "corpus",
    "with_words",
    "workers",
    "cached",
    "reports",
    "surveys",
    "dictionary",
    "growth",
    "memory",
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure lintpost.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    parser.add_argument("--times", type=int, default=1, help="copies of the corpus")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the fastest counts")
    parser.add_argument("--only", default=",".join(ROWS), help=", ".join(ROWS))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LINTPOST_CACHE_DIR"] = os.path.join(folder, "compiled")
        bench = Bench(posts_of(options.corpus), options.times, options.rounds, folder)
        about = _about(bench.paths)
        if not options.json:
            print(", ".join(f"{key} {value}" for key, value in about.items()))
            print(f"{'':26} {'ms':>9}  {'against':24} {'ms':>9}  {'ratio':>6}  wanted")
        for name in options.only.split(","):
            for row in getattr(bench, name)():
                rows.append(row)
                if not options.json:
                    print(_line(row), flush=True)
    if options.json:
        print(json.dumps({**about, "rows": list(map(_fields, rows))}, indent=2))


def _line(row: Row) -> str:
    what, high, against, low, wanted = row
    times = f"{high * 1e3:9.1f}  {against:24} {low * 1e3:9.1f}"
    return f"{what:26} {times}  {high / low:6.2f}  {wanted}"


def _fields(row: Row) -> dict[str, object]:
    what, high, against, low, wanted = row
    return {
        "what": what,
        "ms": round(high * 1e3, 1),
        "against": against,
        "against_ms": round(low * 1e3, 1),
        "ratio": round(high / low, 3),
        "wanted": wanted,
    }


def _about(paths: list[str]) -> dict[str, str]:
    return {
        "lintpost": version("lintpost"),
        "commit": commit(),
        "Python": platform.python_version(),
        "machine": f"{platform.machine()} with {os.cpu_count()} cores",
        "posts": str(len(paths)),
        "megabytes": str(round(sum(map(os.path.getsize, paths)) / 1e6, 2)),
    }


if __name__ == "__main__":
    main()
