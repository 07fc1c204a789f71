"""robots.txt by RFC 9309."""

import pytest

from lintpost.surveys.links.robots import RobotsRules, parse_robots


@pytest.mark.parametrize(("text", "allowed", "refused"), [
    ("", ["/", "/a"], []),
    ("User-agent: *\nDisallow: /", [], ["/", "/a"]),
    ("User-agent: *\nDisallow:", ["/", "/a"], []),
    ("user-AGENT: LintPost/2.0\ndisallow: /a", ["/b"], ["/a", "/a/b", "/ab"]),
    ("User-agent: other\nDisallow: /", ["/a"], []),
    ("User-agent: *\nDisallow: /\n\nUser-agent: lintpost\nDisallow: /x", ["/a"], ["/x"]),
    ("User-agent: other\nUser-agent: lintpost\nDisallow: /x", ["/a"], ["/x"]),
    ("User-agent: lintpost\nDisallow: /x\nUser-agent: other\nDisallow: /\nUser-agent: lintpost\nDisallow: /y", ["/a"], ["/x", "/y"]),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", ["/a/b", "/a/bc"], ["/a", "/a/c"]),
    ("User-agent: *\nAllow: /a\nDisallow: /a", ["/a"], []),
    ("User-agent: *\nDisallow: /*.pdf$", ["/a.pdf?x", "/a.html"], ["/a.pdf", "/b/c.pdf"]),
    ("User-agent: *\nDisallow: /a*b", ["/a", "/b"], ["/ab", "/axxb", "/axb/c"]),
    ("User-agent: *\nDisallow: /a*b*$", ["/a"], ["/ab", "/abc"]),
    ("User-agent: *\nDisallow: /*?", ["/a"], ["/a?b"]),
    ("User-agent: *\nDisallow: /a$", ["/ab"], ["/a"]),
    ("User-agent: *\nDisallow: /aa$", ["/a"], ["/aa"]),
    ("User-agent: *\nDisallow: /a*a$", ["/a"], ["/aa", "/aba"]),
    ("User-agent: *\nDisallow: /日本", ["/a"], ["/%E6%97%A5%E6%9C%AC/x"]),
    ("User-agent: *\nDisallow: /%e6%97%a5", ["/a"], ["/日"]),
    ("\ufeffUser-agent: * # all\nDisallow: /a # here", ["/b"], ["/a"]),
    ("User-agent: *\rDisallow: /a\r\nDisallow: /b", [], ["/a", "/b"]),
    ("Disallow: /a\nUser-agent: *\nAllow: /", ["/a"], []),
    ("User-agent: *\nSitemap: /x\nDisallow: /a", ["/x"], ["/a"]),
    ("<html><body>Not found</body></html>", ["/a"], []),
])  # fmt: skip
def test_rules(text: str, allowed: list[str], refused: list[str]) -> None:
    rules = parse_robots(text, "lintpost")
    assert {one: rules.allows(one) for one in allowed + refused} == {
        **dict.fromkeys(allowed, True),
        **dict.fromkeys(refused, False),
    }


@pytest.mark.parametrize(
    ("value", "seconds"), [("2", 2.0), ("0.5", 0.5), ("-1", 0.0), ("soon", 0.0)]
)
def test_delay(value: str, seconds: float) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {value}", "lintpost").delay == seconds


def test_patterns_are_matched_in_linear_time() -> None:
    rules = RobotsRules((("/" + "*a" * 5_000 + "$", False),))
    assert rules.allows("/" + "a" * 4_999 + "b")
