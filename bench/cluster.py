"""Checks many posts on a Dask cluster of this machine, and measures the rate and the memory.

    python bench/cluster.py CORPUS [--posts N] [--workers N] [--kill]

CORPUS is a folder of posts, which are multiplied with other sentences and titles up to N. With `--kill` a second run
has a worker killed in its middle, and must say the same. Needs the extra `dask`.
"""

import argparse
import hashlib
import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from typing import Any

from distributed import LocalCluster
from inputs import multiplied, posts_of
from measure import environment, lintpost

_CONFIG = "lang: en\nextends: recommended\nrules: {site/*: on}\n"
_TITLE = re.compile(r"^(title: *[\"']?)", re.MULTILINE)
_LOOK = 0.25
"""Seconds between two looks at the memory of the workers."""


class Peak(threading.Thread):
    """The largest resident set of each worker, in bytes, and its processor seconds, by its process id; looks until
    `stop`.
    """

    def __init__(self, cluster: Any) -> None:
        super().__init__(daemon=True)
        self.of: dict[int, int] = {}
        self.seconds: dict[int, float] = {}
        self._cluster = cluster
        self._ended = threading.Event()

    def run(self) -> None:
        import psutil

        while not self._ended.wait(_LOOK):
            for worker in self._cluster.workers.values():
                try:
                    process = psutil.Process(worker.pid)
                    size, times = process.memory_info().rss, process.cpu_times()
                except (psutil.Error, TypeError, ValueError):  # killed, or not yet started again
                    continue
                self.of[worker.pid] = max(size, self.of.get(worker.pid, 0))
                self.seconds[worker.pid] = times.user + times.system

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def check(folder: str, cluster: Any, count: int, *, kill_after: float | None) -> tuple[float, str]:
    """Check the posts of a folder on a cluster and print what it took; returns the seconds, and a digest of the
    report. `kill_after`: seconds after which a worker is killed.
    """
    address = cluster.scheduler_address.replace("tcp://", "dask://")
    command = lintpost(
        "check", "--no-cache", "--executor", address, "--output-format", "concise", "."
    )
    peak = Peak(cluster)
    peak.start()
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as report:
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=report)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begin
        report.seek(0)
        text = report.read()
    peak.stop()
    lines = len(text.splitlines()) - 1
    workers = ", ".join(f"{size / 1e6:,.0f}" for size in peak.of.values())
    print(
        f"{count:,} posts in {seconds:.1f} s, {count / seconds:,.0f} a second; status {process.returncode}; "
        f"{lines:,} lines; peak MB: client {usage.ru_maxrss / 1e3:,.0f}, workers {workers}; "
        f"processor seconds: client {usage.ru_utime + usage.ru_stime:.1f}, "
        f"workers since their start {sum(peak.seconds.values()):.1f}",
        flush=True,
    )
    return seconds, hashlib.sha256(text).hexdigest()


def make_posts(corpus: str, count: int, folder: str) -> int:
    """Write a site of so many posts and its configuration; returns the posts\' bytes."""
    found = posts_of(corpus)
    paths = multiplied(found, -(-count // len(found)), os.path.join(folder, "posts"))
    for path in paths[count:]:
        os.remove(path)
    size = 0
    for number, path in enumerate(paths[:count]):
        with open(path, encoding="utf-8") as file:
            text = _TITLE.sub(rf"\g<1>{number} ", file.read(), count=1)
        with open(path, "w", encoding="utf-8") as file:
            size += file.write(text)
    with open(os.path.join(folder, "lintpost.yml"), "w", encoding="utf-8") as file:
        file.write(_CONFIG)
    return size


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure lintpost on a Dask cluster.")
    parser.add_argument("corpus")
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kill", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        size = make_posts(options.corpus, options.posts, folder)
        print(f"{options.posts:,} posts, {size / 1e6:,.0f} million characters", flush=True)
        with LocalCluster(
            n_workers=options.workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
        ) as cluster:
            seconds, report = check(folder, cluster, options.posts, kill_after=None)
            if options.kill:
                _, again = check(folder, cluster, options.posts, kill_after=seconds / 2)
                print("the same report" if again == report else "ANOTHER REPORT")


if __name__ == "__main__":
    main()
