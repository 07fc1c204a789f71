"""Workers of every kind: the same results, whatever becomes of them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.engine import process_pool, workers
from lintpost.engine.check_path import CheckedPost
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.run import Run, check_paths
from lintpost.language import Text
from tests.conftest import ROOT, run_cli

POST = (
    "---\ntitle: No. {}\ndate: 2030-01-01\nimage: /a/b.png\n---\n\n"
    + "Githubb, **bold.**text and GITHUB.\n\n" * 40
)


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Forty posts, named from the working folder."""
    (tmp_path / "lintpost.yml").write_text("lang: en\nnames: names.yml\n", "utf-8")
    (tmp_path / "names.yml").write_text("names: [GitHub]\n", "utf-8")
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text(POST.format(number), "utf-8")
    monkeypatch.chdir(tmp_path)
    return sorted(path.name for path in tmp_path.glob("*.md"))


def configurations() -> Configurations:
    return Configurations(None, CliOverrides(lang="en"))


@pytest.fixture
def expected(posts: list[str]) -> list[PostResult]:
    """What one worker says."""
    return list(check_paths(posts, configurations(), jobs=1, keep_text=False))


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor(
    posts: list[str],
    expected: list[PostResult],
    kind: type[ThreadPoolExecutor | ProcessPoolExecutor],
) -> None:
    with kind(2) as executor:
        found = check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        assert list(found) == expected
    assert sum(len(result.findings) for result in expected) == 40 * 83


def test_workers_in_another_folder(
    posts: list[str], expected: list[PostResult], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As those of a cluster are: posts are read by their whole paths and named as they were asked for."""
    other = str(tmp_path_factory.mktemp("other"))
    with ProcessPoolExecutor(1, initializer=os.chdir, initargs=(other,)) as executor:
        found = check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        assert list(found) == expected


def test_an_engine_that_loses_results_is_asked_twice(
    posts: list[str], expected: list[PostResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, lost = workers.check_chunk, []

    def check(task: workers.Task, paths: list[str]) -> list[CheckedPost]:
        if len(lost) < 2:
            lost.append(paths)
            raise ValueError("the worker is gone")
        return original(task, paths)

    monkeypatch.setattr(workers, "check_chunk", check)
    with ThreadPoolExecutor(1) as executor:
        found = check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        assert list(found) == expected
    assert len(lost) == 2


def test_a_post_that_kills_every_worker_is_named(
    posts: list[str], expected: list[PostResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others of its chunk are checked. Dask says so after it has tried several workers."""
    original = workers.check_chunk

    class KilledWorker(Exception):
        pass

    def check(task: workers.Task, paths: list[str]) -> list[CheckedPost]:
        if posts[7] in paths:
            raise KilledWorker
        return original(task, paths)

    monkeypatch.setattr(workers, "check_chunk", check)
    monkeypatch.setattr(workers, "_CHUNK_BYTES", 10**9)
    with ThreadPoolExecutor(1) as executor:
        found = list(
            check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        )
    assert [one for one in found if not one.errors] == [*expected[:7], *expected[8:]]
    assert "was killed" in found[7].errors[0].text.en


def test_workers_that_outlive_a_run_read_the_settings_anew(posts: list[str]) -> None:
    """As those of a cluster do, and threads."""

    def findings(executor: Executor) -> int:
        found = check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        return sum(len(result.findings) for result in found)

    for kind in (ThreadPoolExecutor, ProcessPoolExecutor):
        with kind(1) as executor:
            Path("lintpost.yml").write_text("names: names.yml\n", "utf-8")
            assert findings(executor) == 40 * 83
            Path("lintpost.yml").write_text("names: names.yml\nrules: {names/*: off}\n", "utf-8")
            assert findings(executor) == 40 * 43


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="POSIX only")
def test_no_moment_in_which_an_interrupt_reaches_a_worker(
    posts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it has set its handler a worker would print a traceback: it is born deaf to Ctrl-C."""

    def check(configurations: Configurations, path: str, **more: bool) -> CheckedPost:
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        deaf = signal.SIGINT in mask
        error = PostError(path, Text(str(deaf), ""))
        return CheckedPost(PostResult.failed(error))

    monkeypatch.setattr(workers, "check_path", check)
    found = list(check_paths(posts, configurations(), jobs=2, keep_text=False))
    assert {error.text.en for result in found for error in result.errors} == {"True"}
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_worker_that_is_killed_takes_no_results_with_it(
    posts: list[str], expected: list[PostResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, parent = workers.check_path, os.getpid()

    def check(configurations: Configurations, path: str, **more: bool) -> object:
        if path == "17.md" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(configurations, path, **more)

    monkeypatch.setattr(workers, "check_path", check)
    # Only a forked worker has the patched function, and Python 3.14 no longer forks by default.
    forked = partial(ProcessPoolExecutor, mp_context=get_context("fork"))
    monkeypatch.setattr(process_pool, "ProcessPoolExecutor", forked)
    found = list(check_paths(posts, configurations(), jobs=2, keep_text=False))
    assert [r.path for r in found] == posts
    assert [r for r in found if r.path != "17.md"] == [r for r in expected if r.path != "17.md"]
    assert [e.text.en for r in found for e in r.errors] == [
        "the process that checked it was killed, twice; is there memory enough?"
    ]


def test_workers_end_with_a_run_that_is_given_up(
    posts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, in the middle of what they are at."""
    original = workers.check_path

    def check(configurations: Configurations, path: str, **more: bool) -> object:
        if path > "20.md":
            time.sleep(30)
        return original(configurations, path, **more)

    monkeypatch.setattr(workers, "check_path", check)
    # Rules over the site have the last word on every post: with them no result comes before the last.
    alone = Configurations(None, CliOverrides(lang="en", no_site=True))
    found = check_paths(posts, alone, jobs=2, keep_text=False)
    assert next(found).path == "00.md"
    workers_at_work = [process.pid for process in active_children()]
    assert len(workers_at_work) == 2
    begun = time.monotonic()
    del found
    assert time.monotonic() - begun < 15
    # By number: `active_children` can name one that the executor's thread is just reaping.
    for pid in workers_at_work:
        with pytest.raises(ProcessLookupError):
            os.kill(pid or 0, 0)


def test_interrupted(posts: list[str], tmp_path: Path) -> None:
    """Ctrl-C in a terminal reaches every process; the run ends in 130 and leaves none behind."""
    for number in range(400):
        (tmp_path / f"more-{number}.md").write_text(POST.format(number) * 3, "utf-8")
    command = [
        sys.executable,
        "-m",
        "lintpost",
        "check",
        "-j2",
        "--output-format",
        "concise",
        "--no-cache",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("LINTPOST_DEBUG", None)
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env=environment,
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"interrupted\n")
    # The server that starts the workers since Python 3.14 ends a moment after the run.
    deadline = time.monotonic() + 5
    while _is_alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _is_alive(process.pid)


@pytest.mark.skipif(os.name != "posix", reason="POSIX only")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_workers_end_with_their_parent(posts: list[str], tmp_path: Path, name: str) -> None:
    """A signal to the parent alone, as a CI job that is cancelled gets it; SIGKILL gives it no chance."""
    for number in range(400):
        (tmp_path / f"more-{number}.md").write_text(POST.format(number) * 3, "utf-8")
    command = [sys.executable, "-m", "lintpost", "check", "-j2", "--output-format", "concise"]
    process = subprocess.Popen(
        [*command, "--no-cache"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    number = signal.Signals[name]
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)  # the workers have the pipes, too
    assert (process.returncode, errors) == (-number, b"")
    deadline = time.monotonic() + 10
    while _is_alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _is_alive(process.pid)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="POSIX only")
def test_signal_handlers_are_as_before(posts: list[str]) -> None:
    """Those of a program that uses the engine, too; in a worker they are the default."""

    def handler(*_: object) -> None:
        raise AssertionError

    before = signal.signal(signal.SIGHUP, handler)
    try:
        found = Run(posts, configurations(), jobs=2).checked()
        next(found)
        assert signal.getsignal(signal.SIGHUP) is handler
        assert signal.getsignal(signal.SIGTERM) not in (signal.SIG_DFL, signal.SIG_IGN)
        list(found)
        assert signal.getsignal(signal.SIGHUP) is handler
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def _is_alive(group: int) -> bool:
    """Whether a process group has a process left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def cluster(posts: list[str]) -> Iterator[object]:
    """Two real Dask workers, each a process."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as found:
        yield found


@pytest.mark.slow
def test_dask(posts: list[str], expected: list[PostResult], cluster: object) -> None:
    from distributed import Client

    with Client(cluster) as client, client.get_executor(pure=False, retries=3) as executor:  # type: ignore[no-untyped-call]
        found = check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        assert list(found) == expected
        again = check_paths(posts, configurations(), jobs=1, keep_text=False, executor=executor)
        results = [next(again)]
        os.kill(cluster.workers[0].pid, signal.SIGKILL)  # type: ignore[attr-defined]
        results += again
        assert results == expected
    address = cluster.scheduler_address.replace("tcp://", "dask://")  # type: ignore[attr-defined]
    options = ("check", "--output-format", "concise", "--no-cache")
    done = run_cli(*options, "--executor", address)
    assert done.stdout == run_cli(*options).stdout
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("dask://127.0.0.1:1", "no Dask scheduler answers at 127.0.0.1:1"),
        ("ray://x", "--executor ray://x: write dask://HOST:PORT"),
        ("dask://", "--executor dask://: write dask://HOST:PORT"),
    ],
)
def test_no_such_cluster(
    posts: list[str], address: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    done = run_cli("check", "--executor", address)
    assert (done.returncode, done.stderr.decode()) == (2, f"lintpost: {why}\n")


def _line(stream: object, wanted: str) -> list[str]:
    lines: list[str] = []
    until = time.monotonic() + 20
    while time.monotonic() < until:
        line = stream.readline()  # type: ignore[attr-defined]
        lines.append(line)
        if wanted in line:
            return lines
    raise AssertionError(lines)


@pytest.mark.slow
def test_watch(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("lang: en\n", "utf-8")
    post = tmp_path / "a.md"
    post.write_text("---\ntitle: One\nimage: /assets/a.png\n---\n\n**bold.**text\n", "utf-8")
    (tmp_path / "assets").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "lintpost", "check", "--watch", "--output-format", "concise"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )
    try:
        first = _line(process.stdout, "watching")
        assert [line.split()[2] for line in first[:2]] == ["front-matter/image", "bold/unrendered"]
        (tmp_path / "assets" / "a.png").write_bytes(b"png")
        assert [line.split()[2] for line in _line(process.stdout, "watching")[:1]] == [
            "bold/unrendered"
        ]
        (tmp_path / "lintpost.yml").write_text("lang: en\nrulse: {}\n", "utf-8")
        assert "unknown key `rulse`" in "".join(_line(process.stdout, "watching"))
        (tmp_path / "lintpost.yml").write_text("lang: en\n", "utf-8")
        _line(process.stdout, "watching")
        post.write_text("---\ntitle: One\n---\n\ntext\n", "utf-8")
        assert _line(process.stdout, "watching")[0] == "1 post checked, nothing to fix.\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    finally:
        process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("output", ["report.txt", "report.md"])
def test_watch_with_its_output_in_the_site(tmp_path: Path, output: str) -> None:
    """Writing the report must not begin another pass."""
    (tmp_path / "lintpost.yml").write_text("lang: en\n", "utf-8")
    (tmp_path / "a.md").write_text("---\ntitle: One\n---\n\ntext\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open(tmp_path / output, "wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "lintpost", "check", "--watch"],
            cwd=tmp_path,
            stdout=file,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
    try:
        _line(process.stderr, "watching")
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert "watching" not in process.stderr.read()
    finally:
        process.kill()


def test_watch_only_reports(posts: list[str]) -> None:
    done = run_cli("check", "--watch", "--fix")
    assert done.returncode == 2
    assert "--watch only reports" in done.stderr.decode()
