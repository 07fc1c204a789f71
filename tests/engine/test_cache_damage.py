"""Damaged caches: every output is that of a run without a cache, and the damage is gone afterwards."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.engine import run as run_module
from lintpost.engine.cache.store import NAME
from lintpost.engine.finding import PostResult
from lintpost.files import stamp
from tests.conftest import run_cli
from tests.engine.test_cache import POST, results

CONFIG = """lang: en
names: names.yml
tags: tags.yml
packs: [pack, style]
front-matter: {required: [title]}
"""
PADDING = "# " + "x" * 2_000 + "\n"
RULE = """rule: own/word
check: existence
severity: warning
options: {tokens: [bold]}
title: {en: No bold, ja: 太字なし}
message: {en: "“{text}”", ja: "「{text}」"}
why: {en: Why not, ja: 理由}
examples:
  - bad: a bold word
    at: bold
  - good: a word
"""
SQL = (
    "UPDATE posts SET queries = '['",
    "UPDATE posts SET queries = '1 [[\"ahead\", 1, true]]'",
    "UPDATE posts SET result = '[[],0,5]'",
    "UPDATE posts SET result = CAST('[[],0,5]' AS BLOB)",
    "UPDATE posts SET result = CAST('[' AS BLOB)",
    "UPDATE posts SET result = x'ff00'",
    "UPDATE posts SET result = (SELECT result FROM posts WHERE path = '1.md')",
    "UPDATE posts SET path = CASE path WHEN '0.md' THEN '1.md' ELSE 'x' END WHERE path < '2.md'",
    "UPDATE posts SET digest = 'x'",
    "UPDATE posts SET size = size + 1",
    "UPDATE posts SET size = 'x', mtime = 'y', inode = NULL || 'z', ctime = x'00'",
    "UPDATE posts SET mtime = (SELECT mtime FROM posts WHERE path = '1.md'), inode = 5",
    "UPDATE posts SET checksum = 0",
    "UPDATE posts SET checksum = 'x'",
    "UPDATE posts SET settings_id = settings_id + 1",
    "UPDATE fingerprints SET fingerprint = 'x'",
    "UPDATE fingerprints SET used = 'x'",
    "UPDATE fingerprints SET used = -1",
    "UPDATE settings SET value = '['",
    "UPDATE settings SET value = '[]'",
    "UPDATE settings SET value = replace(value, 'names.yml', 'nameX.yml')",
    "UPDATE settings SET value = x'ff'",
    "UPDATE settings SET value = CAST(x'ff' AS TEXT)",
    "UPDATE settings SET checksum = NULL || 1, used = 'x'",
    "DELETE FROM fingerprints",
    "DELETE FROM settings",
    "DELETE FROM posts WHERE path = '1.md'",
    "DROP TABLE posts",
    "ALTER TABLE posts RENAME TO other",
    "ALTER TABLE fingerprints RENAME COLUMN used TO other",
    "PRAGMA user_version = 3",
    "PRAGMA user_version = 0",
)
JSON = (
    b"",
    b"[]",
    b"null",
    b"[1]",
    b"[0,]",
    b'[0,["key",1,2]]',
    b'{"value": [1]}',
    b'{"key": "x", "fingerprint": [1], "value": [1]}',
    b"[" * 100_000,
    b"\xff\xfe\x00",
)


def flip(data: bytearray, draw: random.Random) -> None:
    for _ in range(draw.randint(1, 3)):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def truncate(data: bytearray, draw: random.Random) -> None:
    del data[draw.randrange(len(data)) :]


def zero(data: bytearray, draw: random.Random) -> None:
    start = draw.randrange(len(data))
    length = min(draw.randint(1, 4_000), len(data) - start)
    data[start : start + length] = bytes(length)


def swap(data: bytearray, draw: random.Random) -> None:
    """Two stretches of the file take each other's place."""
    length = draw.randint(1, min(200, len(data) // 2))
    one, other = sorted(draw.randrange(len(data) - length) for _ in range(2))
    first, second = data[one : one + length], data[other : other + length]
    data[one : one + length] = second
    data[other : other + length] = first


def garble(data: bytearray, draw: random.Random) -> None:
    start = draw.randrange(len(data))
    data[start : start + 50] = draw.randbytes(50)


def digit(data: bytearray, draw: random.Random) -> None:
    """Another digit or letter: what is changed stays valid JSON and UTF-8."""
    places = [at for at, byte in enumerate(data) if chr(byte).isdigit()]
    if places:
        data[draw.choice(places)] = draw.choice(b"0123456789")


BYTES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip, truncate, zero, swap, garble, digit,
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a file of each kind that is cached, in ``site``, and its cache in ``cache``."""
    monkeypatch.setattr(
        stamp, "_CLOCK_STEP", -1
    )  # the stamps of files that were just written count
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "site"
    for name, text in {
        "lintpost.yml": CONFIG,
        "names.yml": "names: [GitHub]\n" + PADDING,
        "tags.yml": "tags: [AI]\n" + PADDING,
        "pack/own/word.yml": RULE,
        "style/One.yml": "extends: existence\nmessage: No %s\ntokens: [text]\n",
        "assets/b.png": "png",
        "style/Two.yml": "extends: script\nmessage: No\n",
        "0.md": POST.replace("---\n\n", "date: 2026-06-03\ntags: [IA]\n---\n\n", 1),
        "1.md": POST,
        "2.md": "---\ntitle: Two\nimage: /assets/a.png\n---\n\nMore **bold** text.\n",
        "3.md": POST.replace("GITHUB", "GitHub"),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_two_hundred_ways_to_damage_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, whole = tmp_path / "cache", tmp_path / "whole"
    plain = results(site, None)
    assert {"own/word", "style/one", "names/near", "front-matter/date", "front-matter/image"} <= {
        finding.rule for result in plain for finding in result.findings
    }
    assert results(site, cache) == plain
    cache.rename(whole)
    compiled = sorted(path.name for path in whole.glob("*.json"))
    assert len(compiled) == 7  # built-in rules and their words, names, tags, two packs, the schema
    draw = random.Random(16)
    damages: list[tuple[str, str | bytes | Callable[[bytearray, random.Random], None]]] = [
        *((NAME, statement) for statement in SQL),
        *((name, data) for data in JSON for name in (compiled[0], draw.choice(compiled))),
    ]
    while len(damages) < 200:
        damages.append((NAME if draw.random() < 0.7 else draw.choice(compiled), draw.choice(BYTES)))
    for number, (name, damage) in enumerate(damages):
        shutil.copytree(whole, cache)
        injure(cache / name, damage, draw)
        if name != NAME:
            (cache / NAME).unlink()  # else no compiled file is read
        told = f"{number}: {name}, {getattr(damage, '__name__', damage)}"
        assert results(site, cache) == plain, told
        if name == NAME:  # SQLite may find the damage at the end of the first run
            assert results(site, cache) == plain, told
        assert checked_posts(site, cache, plain, monkeypatch) == [], told
        if name != NAME:
            assert (cache / name).read_bytes() == (whole / name).read_bytes(), told
        shutil.rmtree(cache)


def injure(
    file: Path,
    damage: str | bytes | Callable[[bytearray, random.Random], None],
    draw: random.Random,
) -> None:
    if isinstance(damage, str):
        connection = sqlite3.connect(file, isolation_level=None)
        try:
            connection.execute(damage)
        except sqlite3.IntegrityError:
            pass  # a constraint that keeps this damage out
        finally:
            connection.close()
    elif isinstance(damage, bytes):
        file.write_bytes(damage)
    else:
        data = bytearray(file.read_bytes())
        damage(data, draw)
        file.write_bytes(data)


def checked_posts(
    site: Path, cache: Path, plain: list[PostResult], monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """The posts that one more run still checks."""
    seen: list[str] = []
    with monkeypatch.context() as patched:
        original = run_module.check_path
        patched.setattr(
            run_module,
            "check_path",
            lambda configurations, path, **more: (
                seen.append(os.path.basename(path)) or original(configurations, path, **more)
            ),
        )
        assert results(site, cache) == plain
    return seen


@pytest.mark.parametrize("command", [("rules",), ("check",), ("check", "--no-cache")])
def test_commands_say_nothing_about_damage(
    site: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    whole = run_cli(*command, cwd=site)
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b'{"key": "x", "fingerprint": [1], "value": [1]}')
    damaged = run_cli(*command, cwd=site)
    assert (damaged.returncode, damaged.stdout, damaged.stderr) == (
        whole.returncode, whole.stdout, whole.stderr,
    )  # fmt: skip
