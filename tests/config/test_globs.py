import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.config.globs import Globs, matches


@pytest.mark.parametrize(
    ("glob", "path", "hit"),
    [
        ("posts/**", "posts/a/b.md", True),
        ("posts/*.md", "posts/a/b.md", False),
        ("**/_posts/**", "_posts/a.md", True),
        ("README.md", "a/README.md", True),
        ("drafts/", "drafts/a/b.md", True),
        ("*.{md,mdx}", "a/b.mdx", True),
        ("a?c.md", "abc.md", True),
        ("a?c.md", "a/c.md", False),
        ("./posts/*.md", "posts/a.md", True),
        ("./*.md", "posts/a.md", False),
        ("posts/[a-c]*.md", "posts/b.md", True),
        ("posts/[!a-c]*.md", "posts/b.md", False),
        ("posts/[^a-c]*.md", "posts/d.md", True),
        ("posts/[]x].md", "posts/].md", True),
        ("posts[/]a.md", "posts/a.md", False),
        ("posts/[[]slug].md", "posts/[slug].md", True),
        ("posts/[slug.md", "posts/[slug.md", True),
        ("posts/[!].md", "posts/[!].md", False),
        ("a/{b/**,c}/d", "a/b/x/y/d", True),
        ("a/{b/**,c}/d", "a/c/d", True),
        ("a/{b{1,2},c}.md", "a/b2.md", True),
        ("a/{b{1,2},c}.md", "a/b.md", False),
        ("a/{b,}.md", "a/.md", True),
        ("a/{b.md", "a/{b.md", True),
        ("a/b}.md", "a/b}.md", True),
        ("{**/a,b}.md", "x/y/a.md", True),
        ("a/**/b", "a/b", True),
        ("a/**/b", "ab", False),
        ("a**/b", "ab", False),
        ("a**/b", "ax/y/b", True),
        ("a/**.md", "a/b/c.md", True),
        ("a/**", "a", False),
        ("a.md", "a-md", False),
        ("(a|b)+.md", "(a|b)+.md", True),
    ],
)
def test_globs(glob: str, path: str, hit: bool) -> None:
    assert matches(path, (glob,)) is hit


def by_expression(glob: str) -> re.Pattern[str]:
    """A pattern without braces as a regular expression, which is slow and plain."""
    if "/" not in glob:
        glob = f"**/{glob}"
    names = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"((?<![^/])\*\*/|\*\*|\*|\?)", glob.removeprefix("./"))
    return re.compile("".join(names.get(part, re.escape(part)) for part in parts))


@given(
    st.text("ab/*?", min_size=1, max_size=8).filter(
        lambda glob: "***" not in glob and not glob.endswith("/") and glob != "./"
    ),
    st.text("ab/", max_size=8),
)
def test_a_pattern_means_what_its_expression_means(glob: str, path: str) -> None:
    assert matches(path, (glob,)) is (by_expression(glob).fullmatch(path) is not None)


@given(st.lists(st.text("ab/*", min_size=1, max_size=4), min_size=1, max_size=4), st.text("ab/"))
def test_braces_mean_either(globs: list[str], path: str) -> None:
    either = any(matches(path, (f"x/{glob}/y",)) for glob in globs)
    assert matches(path, (f"x/{{{','.join(globs)}}}/y",)) is either
    assert Globs([f"x/{glob}/y" for glob in globs]).match(path) is either


@pytest.mark.parametrize(
    "glob",
    [
        "**/*a**/*a**/*a**/*a**/*a**/*a**/*b",
        "*a" * 20 + "b",
        "{a,*}" * 30 + "b",
        "{" * 500 + "}" * 500,
    ],
)
def test_many_wildcards_take_no_longer(glob: str) -> None:
    path = "/".join(["a" * 50] * 12)
    start = time.process_time()
    assert not matches(path, (glob,))
    assert time.process_time() - start < 2
