"""Two configurations in two threads of one process give what each gives alone."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import fix_source
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.open_post import open_post
from lintpost.engine.run import check_paths
from lintpost.language import Lang
from tests.conftest import ROOT

ROUNDS = 15
JAPANESE = """---
title: {n}本目の記事 Githubの話
date: 2030-01-0{d}
image: /assets/a.png
tags: [AI, ai, 生成AI]
related_posts: [/missing/]
---

昨日、弊社はGithubとMind Sporeを**導入した。**今日もGITHUBです。これは****です。

サーバとサーバーを比べることができます。行なう。とても、とても、とても、とても長い、文です。

- **重要**：項目です
- **AI**：ＡＩとA I

[リンク](https://example.com/github)とhttps://example.com/Github、`Githubb`。
"""
ENGLISH = """---
title: No. {n} about Github
date: 2030-01-0{d}
image: /assets/b.png
tags: [News, news]
---

We will utilize Githubb and **Mind Spore** in order to **win.**Then GITHUB, and the the end.

As an AI language model, I cannot do that -- but "this" is fine...

* **Note**: one
* __Two__ and *three* and _four_

Write 3rd party, e-mail and Javascript; see `Githubb` and <https://example.com/Github>.
"""


class Site(NamedTuple):
    """A site of one language, with a dictionary, a vocabulary and presets of its own."""

    folder: Path
    lang: Lang
    select: tuple[str, ...] = ()

    def write(self, config: str, names: str, tags: str, post: str) -> "Site":
        self.folder.mkdir()
        for name, text in (("lintpost.yml", config), ("names.yml", names), ("tags.yml", tags)):
            (self.folder / name).write_text(text, "utf-8")
        for number in range(6):
            (self.folder / f"{number}.md").write_text(
                post.format(n=number, d=number + 1), encoding="utf-8"
            )
        return self

    def results(self) -> list[PostResult]:
        configurations = Configurations(None, CliOverrides(lang=self.lang, select=self.select))
        paths = sorted(str(path) for path in self.folder.glob("*.md"))
        return list(check_paths(paths, configurations, jobs=1, keep_text=True))

    def fixed(self) -> list[str]:
        configurations = Configurations(None, CliOverrides(lang=self.lang, select=self.select))
        texts = []
        for path in sorted(str(path) for path in self.folder.glob("*.md")):
            opened = open_post(configurations, path)
            assert not isinstance(opened, PostError)
            texts.append(fix_source(*opened, unsafe=True).after)
        return texts

    def run(self) -> tuple[list[PostResult], list[str]]:
        return self.results(), self.fixed()


@pytest.fixture
def sites(tmp_path: Path) -> list[Site]:
    names = "names: [{name: GitHub, variants: [Githubb]}, {name: Mind Spore, bold: never}]\n"
    japanese = Site(tmp_path / "ja", "ja").write(
        "extends: [jekyll, ja-editorial, jtf]\nnames: names.yml\ntags: tags.yml\n",
        "names: [GitHub, MindSpore, {name: サーバー, accepted: [鯖]}]\n",
        "tags: [{name: 生成AI, aliases: [AI]}]\n",
        JAPANESE,
    )
    english = Site(tmp_path / "en", "en").write(
        "extends: [hugo, en-editorial, ai-draft]\nnames: names.yml\ntags: tags.yml\n",
        names,
        "tags: [{name: news, aliases: [News]}]\n",
        ENGLISH,
    )
    some = Site(tmp_path / "some", "en", ("names", "bold", "front-matter")).write(
        "extends: [zenn, known-names]\nnames: names.yml\ntags: tags.yml\nfixes: {names/*: unsafe}\n",
        "names: [Github, GITHUB, {name: JavaScript, variants: [Javascript]}]\n",
        "tags: [AI]\n",
        ENGLISH + JAPANESE.partition("---\n\n")[2],
    )
    return [japanese, english, some]


def at_once(*tasks: Callable[[], object]) -> None:
    """Run tasks in threads that begin together, and raise the first error of any."""
    errors: list[BaseException] = []
    barrier = threading.Barrier(len(tasks))

    def run(task: Callable[[], object]) -> None:
        try:
            barrier.wait()
            task()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_two_configurations_in_two_threads(sites: list[Site]) -> None:
    alone = [site.run() for site in sites]
    assert [sum(len(r.findings) for r in results) > 40 for results, _ in alone] == [True] * 3
    assert not any(result.errors for results, _ in alone for result in results)

    def rounds(index: int) -> None:
        for number in range(ROUNDS):
            assert sites[index].run() == alone[index], f"site {index}, round {number}"

    at_once(*(lambda index=index: rounds(index) for index in range(len(sites))))  # type: ignore[misc]


def test_switches_at_every_few_bytecodes(
    sites: list[Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same with threads that take turns as often as they can."""
    interval = sys.getswitchinterval()
    alone = [site.results() for site in sites]
    sys.setswitchinterval(1e-6)
    try:

        def rounds(index: int) -> None:
            for _ in range(5):
                assert sites[index].results() == alone[index]

        at_once(*(lambda index=index: rounds(index) for index in range(len(sites))))  # type: ignore[misc]
    finally:
        sys.setswitchinterval(interval)


COLD = """
import sys
from pathlib import Path
from tests.engine.test_threads import Site, at_once
sys.setswitchinterval(1e-5)
root, found = Path(sys.argv[1]), {}
sites = [Site(root / "ja", "ja"), Site(root / "en", "en"),
         Site(root / "some", "en", ("names", "bold", "front-matter"))]
def run(site):
    found[site] = site.run()
at_once(*(lambda site=site: run(site) for site in sites))
for site in sites:
    assert found[site] == site.run(), site.folder.name
"""


def test_threads_that_are_the_first_to_check(sites: list[Site]) -> None:
    """In a new process, where patterns are compiled and modules imported while others wait for them."""
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", COLD, str(sites[0].folder.parent)],
            cwd=ROOT, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr.decode()) == (0, "")


def test_sources_are_those_of_their_own_thread(sites: list[Site], tmp_path: Path) -> None:
    """What settings depend on in the cache is never a file that another thread read meanwhile."""

    def depends_on(index: int) -> None:
        site = sites[index]
        for number in range(8):
            cache = tmp_path / f"cache-{index}-{number}"
            overlay = CliOverrides(lang=site.lang, select=site.select)
            configurations = Configurations(None, overlay, cache=str(cache))
            config = configurations.config_for(str(site.folder))
            configurations.cached_settings(config)
            store = configurations.store
            assert store is not None
            assert store._connection is not None
            ((text,),) = store._connection.execute("SELECT value FROM settings").fetchall()
            paths = [path for path, *_ in json.loads(text)[1] if str(tmp_path) in path]
            own = [path for path in paths if path.startswith(str(site.folder))]
            assert len(own) >= 3
            assert paths == own
            configurations.close()

    at_once(*(lambda index=index: depends_on(index) for index in range(len(sites))))  # type: ignore[misc]
