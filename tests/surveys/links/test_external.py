"""Which addresses of a post are external links, and where they stand."""

from pathlib import Path

import pytest

from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.surveys.links.external import LinkPlace, external_addresses

HOST = "https://a.jp"


@pytest.mark.parametrize(("body", "found"), [
    ("[a](https://a.jp/x)", {"https://a.jp/x": (1, 5)}),
    ("[a](<https://a.jp/x> 'title')", {"https://a.jp/x": (1, 6)}),
    ("![a](http://a.jp/x.png)", {"http://a.jp/x.png": (1, 6)}),
    ("<https://a.jp/x>", {"https://a.jp/x": (1, 2)}),
    ("見る：https://a.jp/x。", {"https://a.jp/x": (1, 4)}),
    ("https://a.jp/xをご覧ください", {"https://a.jp/x": (1, 1)}),
    ("(see https://a.jp/x_(y).)", {"https://a.jp/x_(y)": (1, 6)}),
    ("[a][r]\n\n[r]: https://a.jp/x 'title'", {"https://a.jp/x": (3, 6)}),
    ("[a][]\n\n[a]: <https://a.jp/x>", {"https://a.jp/x": (3, 7)}),
    ('<a class="b" href="https://a.jp/x?a=1&amp;b=2">a</a>', {"https://a.jp/x?a=1&b=2": (1, 20)}),
    ("<img src='https://a.jp/x.png'>", {"https://a.jp/x.png": (1, 11)}),
    ('<iframe width="1" src="//a.jp/embed"></iframe>', {"https://a.jp/embed": (1, 24)}),
    ("<video>\n<source src='https://a.jp/x.mp4'>\n</video>", {"https://a.jp/x.mp4": (2, 14)}),
    ("[a](https://a.jp/x#part)", {"https://a.jp/x#part": (1, 5)}),
    ("[a](https://a.jp/日本語)", {"https://a.jp/日本語": (1, 5)}),
    ("@[card](https://a.jp/x_(y))", {"https://a.jp/x_(y)": (1, 9)}),
    ("@[youtube](ApXoWvfEYVU) `@[card](https://a.jp/x)`", {}),
    ("[a](HTTPS://A.jp)", {"HTTPS://A.jp": (1, 5)}),
    ("[a](//a.jp/x)", {"https://a.jp/x": (1, 5)}),
    ("[a](/x) [b](x.md) [c](mailto:a@a.jp) [d](ftp://a.jp) [e](#x) [f](data:text/plain,x)", {}),
    ("`https://a.jp/x` `[a](https://a.jp/y)`", {}),
    ("```html\n<iframe src='https://a.jp/x'></iframe>\n[a](https://a.jp/x)\n```", {}),
    ("    <iframe src='https://a.jp/x'></iframe>", {}),
    ("<!-- [a](https://a.jp/x) <iframe src='https://a.jp/y'> -->", {}),
    ("[a]({{ site.url }}/x) [b](https://{{ host }}/x) <a href='https://${host}/'>x</a>", {}),
    ("[a](https://own.jp/x) [b](http://www.own.jp/y) [c](https://sub.own.jp/z)", {"https://sub.own.jp/z": (1, 52)}),
])  # fmt: skip
def test_body(body: str, found: dict[str, tuple[int, int]], tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("url: https://own.jp\n")
    path = str(tmp_path / "_posts" / "a.md")
    external = external_addresses([Post(Source(path, body))], str(tmp_path))
    assert external == {address: [LinkPlace(path, *place)] for address, place in found.items()}


@pytest.mark.parametrize(("front", "found"), [
    ("link: https://a.jp/x", {"https://a.jp/x": (2, 7)}),
    ('image: "https://a.jp/x.png"', {"https://a.jp/x.png": (2, 9)}),
    ("links:\n  - {url: 'https://a.jp/x', text: a}", {"https://a.jp/x": (3, 12)}),
    ("title: https://a.jp/x is down\nimage: /x.png\nid: http://\nrel: //a.jp/x", {}),
])  # fmt: skip
def test_front_matter(front: str, found: dict[str, tuple[int, int]], tmp_path: Path) -> None:
    path = str(tmp_path / "a.md")
    external = external_addresses([Post(Source(path, f"---\n{front}\n---\n"))], str(tmp_path))
    assert external == {address: [LinkPlace(path, *place)] for address, place in found.items()}


def test_places_of_one_address(tmp_path: Path) -> None:
    one, other = str(tmp_path / "a.md"), str(tmp_path / "b.md")
    posts = [
        Post(Source(one, f"[a]({HOST})\n\n[b]({HOST})")),
        Post(Source(other, f"[a]({HOST})")),
    ]
    assert external_addresses(posts, str(tmp_path)) == {
        HOST: [LinkPlace(one, 1, 5), LinkPlace(one, 3, 5), LinkPlace(other, 1, 5)]
    }
