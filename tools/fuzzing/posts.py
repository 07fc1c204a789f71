"""Puts posts together from pieces of real ones, and damages them; the same number gives the same post."""

import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*\n", re.DOTALL)
_LONGEST = 700
"""Characters of a piece; longer paragraphs are cut, and say nothing that shorter ones do not."""
_MARKS = (
    "**", "*", "__", "_", "~~", "`", "``", "```\n", "[", "]", "(", ")", "](", "![", "[^1]", "[x]", "|", "\\",
    ":", "::", ":::", "$", "$$", "{%", "%}", "{{", "}}", "{", "}", "<", ">", "</", "<!--", "-->", "&", "&amp;",
    "#", "# ", "- ", "1. ", "> ", "\n", "\n\n", "  \n", "    ", "\t", "---\n", "===\n", " ", "　", "!", "?",
    "（", "）", "［", "］", "「", "」", "：", "；", "，", "．", "！", "？", "／", "～", "－", "Ａ", "１", "％", "＿", "＊",
    "・", "…", "...", "--", "—", "“", "”", "\"", "'", "ｶﾞ", "か\u3099", "⼈", "а", "\u200b", "\ufeff", "\x07", "\x1b",
    "\x85", "\u2028", "\u00a0", "\r", "\r\n", "😀", "👩‍💻", ":tada:", ":+1:", ":bangbang:", "https://example.com/a_b",
    "http://localhost:3000", "user@example.com", "owner/repo", "snake_case", "__init__", "README.md", "/etc/hosts",
    "@[card](https://example.com)", "[[リンク]]", "{: .note}", "{#id}", "<b>", "</b>", "<br>", "<Tab />", "$x_1$",
    "{{< ref \"a.md\" >}}", "{% raw %}", "v1.2.3", "12:30", "1,000", "3.14", "C++", "#タグ", "@name", "＠", "github",
    "<!-- lintpost-disable -->", "<!-- lintpost-disable-next-line ja/latin-space -->",
)  # fmt: skip
_FRONT_MARKS = (
    ": ", ":", "：", " = ", "- ", "-", "[", "]", "{", "}", ", ", '"', "'", "#", " #", "&x ", "*x", "|", ">-", "\\",
    "\n", "\n  ", "\n\t", "\n- ", "　", "\x07", "2026/4/2", "12:30", "010", "1.10", "no", "true", "---\n", "+++\n",
    "title: 題\n", "tags: [GenAI, js]\n", "tags:\n  - GenAI\n  - 古い\n", "date: 2026-4-2\n", "draft: yes\n",
    "reading_time: 90分\n", "layout: page\n", "author: 佐藤 \n", "Title: x\n",
)  # fmt: skip
_TOML = (
    '+++\ntitle = "{title}"\ndate = 2026-04-02\ntags = ["GenAI", "js"]\n[extra]\nlang = "ja"\n+++\n'
)
_JSON = '{{\n  "title": "{title}",\n  "date": "2026-04-02",\n  "tags": ["GenAI", "js"]\n}}\n'


class Pieces(NamedTuple):
    """What posts are put together from: front matter with its fences, and blocks of bodies."""

    fronts: list[str]
    blocks: list[str]


def read_pieces(paths: Iterable[Path]) -> Pieces:
    """The front matter and the blocks between blank lines of some posts; what is no UTF-8 is left out."""
    fronts, blocks = {}, {}
    for path in paths:
        text = path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
        found = _FRONT.match(text)
        if found:
            fronts[found[0]] = None
            text = text[found.end() :]
        for block in re.split(r"\n[ \t]*\n", text):
            if block.strip():
                blocks[block[:_LONGEST].strip("\n") + "\n"] = None
    return Pieces(list(fronts), list(blocks))


def fuzzed_post(pieces: Pieces, pick: random.Random) -> str:
    """A post of a few pieces that were mutated, without NUL, which no post may have."""
    blocks = [_mutated(_block(pieces, pick), _MARKS, pick) for _ in range(pick.randint(1, 3))]
    return (_front(pieces, pick) + pick.choice(("\n", "\n", "")).join(blocks)).replace("\0", "")


def _block(pieces: Pieces, pick: random.Random) -> str:
    """A block of one post, or the beginning of one and the end of another."""
    block = pick.choice(pieces.blocks)
    if pick.random() < 0.4:
        other = pick.choice(pieces.blocks)
        block = block[: pick.randint(0, len(block))] + other[pick.randint(0, len(other)) :]
    return block


def _front(pieces: Pieces, pick: random.Random) -> str:
    kind = pick.random()
    if kind < 0.3:
        return ""
    title = pick.choice(pieces.blocks)[:20].split("\n")[0].replace('"', "").replace("\\", "")
    if kind < 0.4:
        front = _TOML.format(title=title)
    elif kind < 0.45:
        front = _JSON.format(title=title)
    else:
        front = pick.choice(pieces.fronts) if pieces.fronts else f"---\ntitle: {title}\n---\n"
    return _mutated(front, _FRONT_MARKS, pick) if pick.random() < 0.5 else front


def _mutated(text: str, marks: tuple[str, ...], pick: random.Random) -> str:
    for _ in range(pick.choice((0, 0, 1, 1, 2, 3, 5))):
        at = pick.randint(0, len(text))
        end = min(len(text), at + pick.choice((1, 1, 2, 5, 20)))
        what = pick.randrange(6)
        if what == 0:  # drop
            text = text[:at] + text[end:]
        elif what == 1:  # double
            text = text[:end] + text[at:]
        elif what == 2:  # swap
            other = min(len(text), end + end - at)
            text = text[:at] + text[end:other] + text[at:end] + text[other:]
        elif what == 3:  # wrap
            mark = pick.choice(marks)
            text = text[:at] + mark + text[at:end] + mark + text[end:]
        else:
            text = text[:at] + pick.choice(marks) + text[at:]
    return text
