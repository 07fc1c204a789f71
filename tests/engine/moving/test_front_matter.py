"""What a move changes in the front matter of the post itself: slug, date, redirects."""

import pytest

from lintpost.engine.moving.own_values import own_value_edits
from lintpost.engine.moving.redirects import with_redirect
from lintpost.post.edit import apply_edits
from lintpost.post.post import Post
from lintpost.post.source import Source

OLD, NEW = "p/2026-01-02-old.md", "p/2026-03-04-new.md"


@pytest.mark.parametrize(("front", "after"), [
    ("slug: old", "slug: new"),
    ("slug: 'old'", "slug: 'new'"),
    ('slug: "old" # of the file', 'slug: "new" # of the file'),
    ("slug: other", "slug: other"),
    ("slug: [old]", "slug: [old]"),
    ("date: 2026-01-02", "date: 2026-03-04"),
    ("date: 2026-01-02T03:04:05+09:00", "date: 2026-03-04T03:04:05+09:00"),
    ("date: '2026-01-02 10:00'", "date: '2026-03-04 10:00'"),
    ("date: 2026-01-05", "date: 2026-01-05"),
    ("date: 2026/01/02", "date: 2026/01/02"),
    ("pubDate: 2026-01-02", "pubDate: 2026-03-04"),
    ("lastmod: 2026-01-02", "lastmod: 2026-01-02"),
    ("title: 2026-01-02 old", "title: 2026-01-02 old"),
])  # fmt: skip
def test_slug_and_date(front: str, after: str) -> None:
    text = f"---\n{front}\n---\n"
    edits = own_value_edits(Post(Source(OLD, text)), OLD, NEW)
    assert apply_edits(text, edits) == f"---\n{after}\n---\n"


@pytest.mark.parametrize(("old", "new", "after"), [
    ("p/2026-01-02-old.md", "q/2026-01-02-old.md", "slug: old\ndate: 2026-01-02"),
    ("p/2026-01-02-old.md", "p/new.md", "slug: new\ndate: 2026-01-02"),
    ("p/old.md", "p/2026-03-04-new.md", "slug: new\ndate: 2026-01-02"),
    ("p/old/index.md", "p/new/index.md", "slug: new\ndate: 2026-01-02"),
])  # fmt: skip
def test_names(old: str, new: str, after: str) -> None:
    text = "---\nslug: old\ndate: 2026-01-02\n---\n"
    edits = own_value_edits(Post(Source(old, text)), old, new)
    assert apply_edits(text, edits) == f"---\n{after}\n---\n"


@pytest.mark.parametrize(("front", "after"), [
    ("---\ntitle: a\n---\n", '---\ntitle: a\naliases: ["/old/"]\n---\n'),
    ("---\ntitle: a\naliases: [/x/]\n---\n", '---\ntitle: a\naliases: [/x/, "/old/"]\n---\n'),
    ("---\naliases:\n  - /x/\ntitle: a\n---\n", '---\naliases:\n  - /x/\n  - "/old/"\ntitle: a\n---\n'),
    ("---\naliases: /x/\n---\n", '---\naliases: [/x/, "/old/"]\n---\n'),
    ("---\naliases: []\n---\n", '---\naliases: ["/old/"]\n---\n'),
    ("---\naliases: [/old/]\n---\n", "---\naliases: [/old/]\n---\n"),
    ("---\naliases: [/old]\n---\n", "---\naliases: [/old]\n---\n"),
    ("---\naliases: [/new/]\n---\n", '---\naliases: ["/old/"]\n---\n'),
    ("---\naliases:\n  - /new/\n  - /x/\n---\n", '---\naliases:\n  - /x/\n  - "/old/"\n---\n'),
    ("---\r\ntitle: a\r\n---\r\n", '---\r\ntitle: a\r\naliases: ["/old/"]\r\n---\r\n'),
    ("---\n{title: a}\n---\n", None),
    ("---\naliases: 3\n---\n", None),
    ("no front matter\n", None),
    ("+++\ntitle = 'a'\n+++\n", "+++\ntitle = 'a'\naliases = [\"/old/\"]\n+++\n"),
    ("+++\ntitle = 'a'\n\n[extra]\nx = 1\n+++\n", "+++\ntitle = 'a'\naliases = [\"/old/\"]\n\n[extra]\nx = 1\n+++\n"),
    ("+++\n[extra]\nx = 1\n+++\n", "+++\naliases = [\"/old/\"]\n[extra]\nx = 1\n+++\n"),
    ("+++\naliases = ['/x/']\n+++\n", "+++\naliases = ['/x/', \"/old/\"]\n+++\n"),
    ('+++\ntags = [\n  "a",\n]\n[extra]\n+++\n', '+++\ntags = [\n  "a",\n]\naliases = ["/old/"]\n[extra]\n+++\n'),
    ('{\n  "title": "a"\n}\n', '{\n  "title": "a",\n  "aliases": ["/old/"]\n}\n'),
    ('{"title": "a"}\n', '{"title": "a", "aliases": ["/old/"]}\n'),
    ('{"aliases": ["/x/"]}\n', '{"aliases": ["/x/", "/old/"]}\n'),
])  # fmt: skip
def test_redirects(front: str, after: str | None) -> None:
    post = Post(Source("a.md", f"{front}\nText.\n"))
    expected = None if after is None else f"{after}\nText.\n"
    assert with_redirect(post, "aliases", "/old/", "/new/") == expected
