"""What `--fix` writes, looked at a second time: of posts put together at random, and of real ones."""

from pathlib import Path

import pytest

from lintpost.post.edit import Edit
from tests.conftest import SHARED
from tools.fuzzing.front_matter import front_matter_differences
from tools.fuzzing.houses import house
from tools.fuzzing.look import body_differences
from tools.fuzzing.run import ENDINGS, pieces_of, run
from tools.fuzzing.trial import try_post

PLATFORMS = {
    "allforces": "jekyll", "seed-post.md": "jekyll", "rails": "jekyll", "opensource-guide-ja": "jekyll",
    "zenn": "zenn", "zenn-articles": "zenn", "zenn-articles-2": "zenn", "qiita": "qiita",
    "tech-blog-ja": "astro", "vue-ja": "astro", "astro-ja": "astro", "hugo-docs": "hugo", "rust": "zola",
}  # fmt: skip
"""The folders of the corpus."""


@pytest.mark.slow
def test_fixes_of_posts_put_together_at_random(tmp_path: Path) -> None:
    folders = [SHARED / "corpus"] if (SHARED / "corpus").is_dir() else []
    done = run(pieces_of(*folders), 16, str(tmp_path), range(500))
    assert done.failures == []
    assert done.applied > 1000


@pytest.mark.slow
@pytest.mark.parametrize("style", ["default", "compat", "spaced"])
def test_no_fix_of_a_real_post_is_refused(corpus: Path, tmp_path: Path, style: str) -> None:
    applied = 0
    posts = sorted(path for path in corpus.rglob("*") if path.suffix in ENDINGS)
    for path in posts[::12]:
        platform = PLATFORMS[path.relative_to(corpus).parts[0]]
        where = house(f"{platform}-{style}", str(tmp_path))._replace(path=str(path))
        trial = try_post(where, path.read_text(encoding="utf-8"))
        assert (path, trial.failures) == (path, [])
        assert (path, trial.fixed.result.refused) == (path, ())
        applied += len(trial.fixed.applied)
    assert applied > 200


@pytest.mark.parametrize(
    ("before", "after", "changes", "places"),
    [
        ("githubです。\n", "GitHubです。\n", "text", []),
        ("`github`です。\n", "`GitHub`です。\n", "text", ["comrak", "markdown-it"]),
        ("[話](/github)\n", "[話](/GitHub)\n", "text", ["comrak", "markdown-it"]),
        ("<b id=a>話</b>\n", "<b id=b>話</b>\n", "text", ["comrak", "markdown-it", "HTML"]),
        ("一 - 二\n", "- 二\n", "text", ["comrak", "markdown-it"]),
        ("一*二*\n", "一**二**\n", "text", ["comrak", "markdown-it"]),
        ("一*二*\n", "一**二**\n", "emphasis", []),
        ("**一**。\n", "**一。**\n", "strong", []),
        ("[一](/a)\n", "一\n", "text", ["comrak", "markdown-it"]),
        ("一\n\n二\n", "三\n\n四\n", "text", ["comrak", "markdown-it"]),
        ("a https://example.com/ です\n", "a https://example.com/です\n", "text", ["comrak"]),
        ("make_itで:tada:\n", "make itで：tada：\n", "text", ["emoji code", "identifier"]),
        ("{% raw %}と$x_1$\n", "{% Raw %}と$X_1$\n", "text", ["identifier", "formula", "template"]),
        ("<!-- a -->\n\n一\n", "一\n", "comment", []),
        ("<!-- a -->\n\n一\n", "一\n", "text", ["comrak", "markdown-it"]),
    ],
)
def test_the_second_look_sees(before: str, after: str, changes: str, places: list[str]) -> None:
    found = body_differences(before, after, frozenset([changes]), 1, "")
    assert [line.split(": ")[0].split(" '")[0] for line in found] == places


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("title: a", "title: b", []),
        ("draft: no", 'draft: "no"', []),
        ("on: 1", '"on": 1', []),
        ("title: a", "title: a\nlang: ja", []),
        ("title: a", "title: a: b", ["front matter: can no longer be read"]),
    ],
)
def test_the_second_look_at_front_matter(old: str, new: str, differs: list[str]) -> None:
    before = f"---\ntags: [x]\n{old}\nend: 1\n---\n"
    start = before.index(old)
    edits = [Edit(start, start + len(old), new)]
    found = front_matter_differences(before, before.replace(old, new), edits, len(before))
    assert list(found) == differs


def test_the_second_look_sees_what_no_edit_is_near() -> None:
    before, after = "---\na: 1\nb: 2\nc: 3\n---\n", "---\na: 1\nb: 3\nc: 3\n---\n"
    edits = [Edit(4, 5, "a")]
    assert list(front_matter_differences(before, after, edits, len(before))) == [
        "front matter: 'b' differs"
    ]
