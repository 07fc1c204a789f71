import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from lintpost.engine.discovery.discover import Scope, discover
from lintpost.engine.discovery.ignore_files import IgnoreFile, ignored, within
from lintpost.site.files import SiteFiles

Write = Callable[..., Path]


@pytest.fixture
def tree(site: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = site(
        **{
            "a.md": "x", "b.txt": "x", "sub/c.markdown": "x", "sub/d.mdx": "x", "sub/skip/e.md": "x",
            "node_modules/f.md": "x", ".hidden/g.md": "x", "x.md/in.md": "x", "empty/y.txt": "x",
            ".gitignore": "skip/\n*.mdx\n", "sub/.gitignore": "!d.mdx\n",
        }
    )  # fmt: skip
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder


def found(
    tree: Path,
    *arguments: str,
    posts: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
) -> list[str]:
    paths, missing = discover(list(arguments), Scope(str(tree), posts, exclude))
    return [path.replace(os.sep, "/") for path in paths] + [
        f"! {m.argument}: {m.text.en}" for m in missing
    ]


def test_folders_follow_gitignore(tree: Path) -> None:
    assert found(tree) == ["a.md", "sub/c.markdown", "sub/d.mdx", "x.md/in.md"]
    assert found(tree, "sub") == ["sub/c.markdown", "sub/d.mdx"]


def test_a_named_file_is_taken_as_it_is(tree: Path) -> None:
    assert found(tree, "b.txt", "sub/skip/e.md", "./a.md", "a.md") == [
        "a.md",
        "b.txt",
        "sub/skip/e.md",
    ]


def test_patterns_posts_and_exclude(tree: Path) -> None:
    assert found(tree, "**/*.md") == ["a.md", "x.md/in.md"]
    assert found(tree, posts=("sub/**",)) == ["sub/c.markdown", "sub/d.mdx"]
    assert found(tree, exclude=("sub/",)) == ["a.md", "x.md/in.md"]


def test_the_command_line_takes_the_patterns_of_the_configuration(tree: Path) -> None:
    (tree / "sub" / "a.md").write_text("x", encoding="utf-8")
    for pattern, paths in {
        "*.md": ["a.md", "sub/a.md", "x.md/in.md"],
        "./*.md": ["a.md"],
        "sub/*.{md,mdx}": ["sub/a.md", "sub/d.mdx"],
        "{sub,x.md}/*": ["sub/a.md", "sub/c.markdown", "sub/d.mdx", "x.md/in.md"],
        "**/[!a]*.md": ["x.md/in.md"],
        "sub/?.md*": ["sub/a.md", "sub/d.mdx"],
        f"{tree}/sub/*.md": [f"{tree}/sub/a.md"],
        "../*/sub/*.md": [f"../{tree.name}/sub/a.md"],
    }.items():
        assert found(tree, pattern) == paths, pattern


def test_patterns_follow_gitignore_and_no_link_to_a_folder(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree)
    (tree / "link").symlink_to(tree / "sub")
    assert found(tree, "**/*") == ["a.md", "sub/c.markdown", "sub/d.mdx", "x.md/in.md"]
    assert found(tree, "sub/skip/*.md") == ["! sub/skip/*.md: no post matches this pattern"]
    assert found(tree, "*/*", exclude=("sub/*.mdx",)) == ["sub/c.markdown", "x.md/in.md"]
    assert found(tree, "link/*.mdx") == ["link/d.mdx"]  # asked for


def test_a_post_is_shown_under_its_own_path(tree: Path) -> None:
    (tree / "a-link.md").symlink_to(tree / "x.md" / "in.md")
    (tree / "link").symlink_to(tree / "sub")
    assert found(tree) == ["a.md", "sub/c.markdown", "sub/d.mdx", "x.md/in.md"]
    assert found(tree, "link", "sub/d.mdx") == ["link/c.markdown", "sub/d.mdx"]
    assert found(tree, "a-link.md", "x.md") == ["x.md/in.md"]
    assert found(tree, "a-link.md") == ["a-link.md"]


def test_nothing_found_is_said(tree: Path) -> None:
    assert found(tree, "empty") == ["! empty: no posts in here (.md .markdown .mdown .mkd .mdx)"]
    assert found(tree, "nope.md", "no/*.md") == [
        "! nope.md: no such file or folder", "! no/*.md: no post matches this pattern",
    ]  # fmt: skip
    assert found(tree, posts=("nowhere/**",)) == [
        "! nowhere/**: no posts in here (.md .markdown .mdown .mkd .mdx)"
    ]


def test_links(tree: Path) -> None:
    (tree / "sub" / "link.md").symlink_to(tree / "a.md")
    (tree / "sub" / "broken.md").symlink_to(tree / "gone.md")
    (tree / "sub" / "loop").symlink_to(tree)
    assert found(tree) == ["a.md", "sub/broken.md", "sub/c.markdown", "sub/d.mdx", "x.md/in.md"]


def test_links_in_a_circle(tree: Path) -> None:
    """They are posts that cannot be read; the others are found all the same, by the rules over the site too."""
    (tree / "sub" / "one.md").symlink_to("two.md")
    (tree / "sub" / "two.md").symlink_to("one.md")
    (tree / "sub" / "three").symlink_to("three")
    (tree / "sub" / "folder.md").symlink_to(tree / "x.md")
    ours = ["sub/c.markdown", "sub/d.mdx", "sub/one.md", "sub/two.md"]
    assert found(tree) == ["a.md", *ours, "x.md/in.md"]
    posts = {
        os.path.relpath(path, tree).replace(os.sep, "/") for path in SiteFiles(str(tree)).posts()
    }
    assert posts.issuperset(["a.md", *ours, "x.md/in.md"])
    assert "sub/folder.md" not in posts


def test_a_search_knows_nothing_of_those_before(
    tree: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The working folder, the links and what is ignored may change while the process lives."""
    assert found(tree, "sub") == ["sub/c.markdown", "sub/d.mdx"]
    (tree / "sub/.gitignore").unlink()
    assert found(tree, "sub") == ["sub/c.markdown"]
    other = tmp_path_factory.mktemp("other")
    (other / "sub").mkdir()
    (other / "sub/d.mdx").write_text("x", encoding="utf-8")
    monkeypatch.chdir(other)
    assert found(other, "sub", exclude=("sub/c*",)) == ["sub/d.mdx"]
    assert found(tree, "sub", exclude=("sub/**",)) == ["sub/d.mdx"]  # those of another root
    (other / "a.md").write_text("x", encoding="utf-8")
    for target in (other, tree):
        (other / "link").unlink(missing_ok=True)
        (other / "link").symlink_to(target)
        expected = ["link/a.md"] if target is tree else []
        assert found(other, "a.md", "link/a.md") == ["a.md", *expected]


LINES = st.lists(
    st.sampled_from(
        [
            "_site/", "*.log", "*.md", "!a.md", "a.md", "/a.md", "a*", "*", "!*", "**/a.md", "sub/*.md", "*.m?", "[ab].md",
            "node_modules", "# a.md", "", "a.md ", "\\!a.md", "*d", "drafts", "sub/**", "!sub/", "*.mdx", "b.MD", "!*.txt",
        ]
    )
)  # fmt: skip


@given(
    LINES,
    st.sampled_from(["", "sub/", "_site/", "_site/x/", "drafts/", "x/sub/y/", "node_modules/"]),
    st.sampled_from(["a.md", "b.md", "!a.md", "c.mdx", "y.markdown", "drafts/", "sub/"]),
)
def test_patterns_that_no_post_can_match_change_nothing(
    lines: list[str], folder: str, name: str
) -> None:
    found = ignored(name, within(folder or ".", ((os.getcwd(), IgnoreFile(lines)),)))
    assert found is bool(GitIgnoreSpec.from_lines(lines).check_file(folder + name).include)
