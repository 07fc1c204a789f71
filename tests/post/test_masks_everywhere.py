"""What is no prose is masked wherever it stands: exactly, in every block and beside every neighbour."""

import pytest

from lintpost.post.markdown.body import Markdown

THINGS = [r"setup.ilm.enabled", r"process.env.NODE_ENV", r"console.error()", r"document.querySelector", r"JSON.parse", r"index.number_of_shards", r"agents.md", r"next.config.js", r".gitignore", r"__init__", r"__dirname", r"snake_case", r"@octocat", r"@scope/pkg", r"node:fs", r"std::vec", r":tada:", r"00:1A:2B:3C:4D:5E", r"550e8400-e29b-41d4-a716-446655440000", r"gpt-5-mini", r"claude-3.5-sonnet", r"qwen2.5-coder:7b", r"sha256:abcdef", r"03-****-1234", r"owner/repo", r"owner/repo#1", r"vercel/next.js", r"application/json", r"10.1000/xyz123", r"Enum.map/2", r"/var/www", r"src/__tests__/a.ts", r"../b/c", r"${HOME}/bin", r"app/[slug]/page.tsx", r"node_modules/", r"src/**/*.ts", r"D:\slack\bin", r"src\lib\a.ts", r"%APPDATA%\Code", r"/ˈfoʊ/", r"$x^2$", r"$$y^2$$", r"[[ページ]]", r"user@host", r"localhost:3000", r"example.com", r"example.com/a", r"foo@example.com", r"git@github.com:o/r", r"//example.com/a"]  # fmt: skip
THINGS += [
    "GET /messages",
    "{{ x }}",
    "{% x %}",
    "{{< x >}}",
    '::youtube{id="x"}',
    "@[card](https://example.com)",
]
PLACES = [
    "{0}", "{0} を使う", "{0}を使う", "使うのは{0}", "使うのは {0}", "これは{0}です", "これは {0} です",
    "# {0}", "## {0} の話", "## 話は {0}", "{0}\n===", "- {0}", "- {0}: 説明", "1. {0} を", "- あ\n  - {0} い",
    "> {0} です", "> - {0}", "| {0} | b |\n|---|---|\n| {0} | c |", "| a |\n|---|\n| **{0}** |",
    "**{0}**", "**{0}** は", "これは **{0}** です", "*{0}* です", "~~{0}~~", "[{0}](x)", "[あ {0} い](x)",
    "（{0}）", "({0})", "「{0}」", "『{0}』", "{0} 、{0} 。", "a {0} b", "文\n{0}\n文", "({0}), {0}.", "あ：{0} と",
    "あ: {0} と", "{0} / い", "あ → {0}", "[^1]: {0}\n\nあ[^1]",
]  # fmt: skip
FREE = [place for place in PLACES if not any(f"{{0}}{mark}" in place for mark in "をで）」』")]


def spans(text: str) -> list[tuple[int, int]]:
    return [(mask.start, mask.end) for mask in Markdown(text, 0).masks]


def places_of(thing: str, text: str) -> list[tuple[int, int]]:
    starts = [at for at in range(len(text)) if text.startswith(thing, at)]
    return [(at, at + len(thing)) for at in starts]


@pytest.mark.parametrize("thing", THINGS)
def test_it_is_masked(thing: str) -> None:
    texts = [place.replace("{0}", thing) for place in PLACES]
    assert {text: spans(text) for text in texts} == {text: places_of(thing, text) for text in texts}


@pytest.mark.parametrize("thing", ["https://example.com/a", "www.example.com/a?b=c"])
def test_an_address_is_masked_before_white_space_or_a_mark(thing: str) -> None:
    texts = [place.replace("{0}", thing) for place in FREE]
    assert {text: spans(text) for text in texts} == {text: places_of(thing, text) for text in texts}


PROSE = [
    "and/or", "10/20", "he.she", "今日は。明日", "e.g.", "Ｎｏ．１", "a - b", "foo: bar", "（文です。）", "(It is.)", "[x]",
    "U.S.A.", "3.5倍", "v1.2.3", "Node.js", "Booking.com", "C#", "#1", "12:30", "午後3:00", "TCP/IP", "CI/CD",
    "東京/大阪", "python/ruby", "1,000円/月", "$5と$10", "state-of-the-art", "covid-19-related", "gpt-5", "GPT-5-mini",
    "5個@100円", "Wait.what.now", "iPhone.then", "a && b", "x == y", "{0以上}", "「引用」", "100%", "〜3:00", "& co.", "...and",
]  # fmt: skip


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not(text: str) -> None:
    texts = [place.replace("{0}", text) for place in PLACES]
    assert {text: spans(text) for text in texts} == {text: [] for text in texts}
