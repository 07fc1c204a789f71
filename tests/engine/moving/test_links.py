"""Links whose shape asks for care: what each becomes, or that it is left and said."""

from pathlib import Path

import pytest

from tests.engine.moving.sites import move, read, write

HUGO = {"hugo.toml": "baseURL = 'https://own.jp/'\n", "content/a.md": "---\ntitle: a\n---\n"}
TWO = {**HUGO, "hugo.toml": "baseURL = 'https://own.jp/'\ndefaultContentLanguage = 'ja'\n[languages.ja]\n[languages.en]\n",
       "content/a.en.md": "---\ntitle: a\n---\n"}  # fmt: skip
SECTION = {"hugo.toml": HUGO["hugo.toml"], "content/blog/a.md": "---\ntitle: a\n---\n"}
WITH_INDEX = {**SECTION, "content/blog/_index.md": "---\ntitle: s\n---\n"}
JEKYLL = {"_config.yml": "url: https://own.jp\n", "index.html": ""}
NEWS = {**JEKYLL, "news/_posts/2026-01-01-a.md": "---\ntitle: a\n---\n"}
POST = {**JEKYLL, "_posts/2026-01-01-a.md": "---\ntitle: a\n---\n"}
DRAFT = {**JEKYLL, "_drafts/a.md": "---\ntitle: a\n---\n"}
ASTRO = {"astro.config.mjs": "export default {site: 'https://own.jp'}", "src/pages/a.md": "---\ntitle: a\n---\n", "src/pages/index.astro": ""}  # fmt: skip
PLAIN = {"a/x.md": "x\n"}


@pytest.mark.parametrize(("files", "old", "new", "post", "link", "after"), [
    (HUGO, "content/a.md", "content/日本.md", "content/b.md", "[a](/%61/)", "[a](/%E6%97%A5%E6%9C%AC/)"),
    (HUGO, "content/a.md", "content/日本.md", "content/b.md", "[a](/a/ '/a/')", "[a](/日本/ '/a/')"),
    (HUGO, "content/a.md", "content/c.md", "content/b.md", "[/a/](/a/) a.md", "[/a/](/c/) a.md"),
    (HUGO, "content/a.md", "content/c.md", "content/b.md", "[![i](/a/)](/a/)", "[![i](/c/)](/c/)"),
    (HUGO, "content/a.md", "content/c.md", "content/b.md", "<https://own.jp/a/>", "<https://own.jp/c/>"),
    (HUGO, "content/a.md", "content/c.md", "content/b.md", "[a](/a/x/) [b](/ab/) [c](/A/)", None),
    (HUGO, "content/a.md", "content/c.md", "content/b.md", "[a](https://www.own.jp/a/)", "[a](https://www.own.jp/c/)"),
    (TWO, "content/a.en.md", "content/c.en.md", "content/b.en.md", "[a](/en/a/) [x](/a/)", "[a](/en/c/) [x](/a/)"),
    (WITH_INDEX, "content/blog", "content/news", "content/b.md", '[s](/blog/) {{< ref "/blog" >}} [t](blog/_index.md)',
     '[s](/news/) {{< ref "/news" >}} [t](news/_index.md)'),
    (NEWS, "news", "old", "_posts/2026-01-02-b.md", "[a](/news/2026/01/01/a.html) [b](/news/2026/01/01/a) {% post_url news/2026-01-01-a %}",
     "[a](/old/2026/01/01/a.html) [b](/old/2026/01/01/a) {% post_url old/2026-01-01-a %}"),
    (POST, "_posts/2026-01-01-a.md", "_posts/x/2026-01-01-a.md", "_posts/2026-01-02-b.md", "[a]({% post_url 2026-01-01-a %})",
     "[a]({% post_url x/2026-01-01-a %})"),
    (DRAFT, "_drafts/a.md", "_posts/2026-01-01-a.md", "_posts/2026-01-02-b.md", "{% link _drafts/a.md %}",
     "{% link _posts/2026-01-01-a.md %}"),
    (ASTRO, "src/pages/a.md", "src/pages/x/c.md", "src/pages/b.md", "[a](/a/) [a](/a) [a](./a.md) [a](../a/)",
     "[a](/x/c/) [a](/x/c) [a](./x/c.md) [a](../x/c/)"),
    (PLAIN, "a", "b/c", "z.md", "[x](a/x.md) [f](a/) [g](./a) [i](a/x)", "[x](b/c/x.md) [f](b/c/) [g](./b/c) [i](b/c/x)"),
    (PLAIN, "a/x.md", "a/y.md", "z.md", "[x](https://a.jp/a/x.md) [x](mailto:a/x.md) a/x.md", None),
])  # fmt: skip
def test_rewritten(
    tmp_path: Path, files: dict[str, str], old: str, new: str, post: str, link: str, after: str | None
) -> None:  # fmt: skip
    front = "---\ntitle: b\n---\n\n" if files is not PLAIN else ""
    folder = write(tmp_path, {**files, post: f"{front}{link}\n"})
    status, _, errors = move(folder, old, new)
    assert read(folder)[post] == f"{front}{after or link}\n"
    assert (status, [one for one in errors if "was not rewritten" in one]) == (0, [])


@pytest.mark.parametrize(("files", "old", "new", "link", "said"), [
    (SECTION, "content/blog", "content/news", "[s](/blog/)", ["/blog/"]),
    (TWO, "content/a.en.md", "content/c.en.md", '{{< ref "a.en.md" >}} [x](/a/)', []),
    (PLAIN, "a/x.md", "a/y.md", "[x](/x/) [y](../x/) [z](/other/)", ["/x/", "../x/"]),
])  # fmt: skip
def test_left(
    tmp_path: Path, files: dict[str, str], old: str, new: str, link: str, said: list[str]
) -> None:
    folder = write(tmp_path, {**files, "content/b.md": f"{link}\n"})
    status, _, errors = move(folder, old, new)
    left = [one for one in errors if "was not rewritten" in one]
    assert left == [f"lintpost: content/b.md:1: `{one}` was not rewritten: look whether it still leads where it should" for one in said]  # fmt: skip
    assert status == bool(said)


def test_a_draft_gets_no_redirect(tmp_path: Path) -> None:
    folder = write(tmp_path, {**DRAFT, "_config.yml": "plugins: [jekyll-redirect-from]\n"})
    assert move(folder, "_drafts/a.md", "_posts/2026-01-01-b.md")[2] == []
    assert read(folder)["_posts/2026-01-01-b.md"] == DRAFT["_drafts/a.md"]


def test_an_address_of_the_authors_own_stays(tmp_path: Path) -> None:
    text = "---\ntitle: a\nurl: /fixed/\n---\n"
    folder = write(tmp_path, {**HUGO, "content/a.md": text, "content/b.md": "[a](/fixed/) [b](a.md)\n"})  # fmt: skip
    assert move(folder, "content/a.md", "content/c.md")[2] == []
    found = read(folder)
    assert found["content/c.md"] == text
    assert found["content/b.md"] == "[a](/fixed/) [b](c.md)\n"


def test_words_that_two_posts_have_are_left(tmp_path: Path) -> None:
    files = {
        "a/2026-01-01-old.md": "---\ntitle: a\n---\n",
        "b/2026-01-02-old.md": "---\ntitle: b\n---\n",
        "c.md": "---\nrelated_posts: [old, 2026-01-01-old]\n---\n",
    }
    folder = write(tmp_path, files)
    assert move(folder, "a/2026-01-01-old.md", "a/2026-01-01-new.md")[0] == 0
    assert read(folder)["c.md"] == "---\nrelated_posts: [old, 2026-01-01-new]\n---\n"
