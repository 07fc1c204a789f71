"""Damaged facts and reviews in the cache count as missing."""

import sqlite3
from pathlib import Path

import pytest

from lintpost.engine.cache.store import NAME
from tests.engine.review.test_any_site import posts_of, reported, results, write, write_site

DAMAGE = [
    "UPDATE posts SET facts = x'ff'",
    "UPDATE posts SET facts = x''",
    "UPDATE posts SET facts = CAST(facts AS TEXT)",
    "UPDATE posts SET facts = CAST('0' || char(10) || 'no tab' AS BLOB)",
    "UPDATE posts SET facts = (SELECT facts FROM posts WHERE path = '1.md')",
    "UPDATE posts SET facts_checksum = 0",
    "UPDATE posts SET digest = 'x'",
    "UPDATE posts SET path = CASE path WHEN '0.md' THEN '1.md' ELSE 'x' END WHERE path < '2.md'",
    "DELETE FROM posts WHERE path > '1.md'",
    "UPDATE reviews SET reviews = '['",
    "UPDATE reviews SET reviews = '{}'",
    "UPDATE reviews SET reviews = replace(reviews, 'One', 'Two')",
    "UPDATE reviews SET reviews = CAST(x'ff' AS TEXT)",
    "UPDATE reviews SET state = ''",
    "UPDATE reviews SET state = state || 'x', checksum = 'x'",
    "UPDATE reviews SET settings_id = settings_id + 1",
    "DELETE FROM reviews",
    "DROP TABLE reviews",
    "ALTER TABLE reviews RENAME COLUMN state TO other",
]


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage(tmp_path: Path, statement: str) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_site(site)
    for number, title in enumerate(["One", "One", "Two", "One: two"]):
        write(site, f"{number}.md", f"title: {title}", "Text.\n")
    paths = posts_of(site)
    expected = reported(results(paths))
    assert sum(len(one[1]) for one in expected) > 2  # type: ignore[arg-type]
    for some in (paths[:1], paths, paths[2:3]):
        results(paths, cache)
        with sqlite3.connect(cache / NAME) as connection:
            try:
                connection.execute(statement)
            except sqlite3.IntegrityError:  # two rows of one path
                connection.execute("DELETE FROM posts WHERE path = '1.md'")
        connection.close()
        for _ in range(2):
            assert reported(results(some, cache)) == [one for one in expected if one[0] in some]
