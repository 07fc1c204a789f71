"""``lintpost init --agent``: tells assistants that draft posts how to use lintpost."""

import os

from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.post.lazy import lazy
from lintpost.report.visible import visible

_TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")
_BEGIN, _END = "<!-- lintpost:begin -->", "<!-- lintpost:end -->"
_MARK = lazy(r"(?m)^<!-- lintpost:(?P<which>begin|end) -->[ \t]*\r?$")
_SKILL = "SKILL.md"
_DESCRIPTION = Text(
    "Write and edit posts of this site in its house style, and check them with lintpost. Use it whenever a post is "
    "drafted, changed or reviewed.",
    "このサイトの記事を、決まりに沿って書き、lintpostで検査する。記事の下書き、修正、確認のときに使う。",
)
"""What a skill is for, by which an assistant finds it."""


def write_agent(target: str, lang: Lang) -> int:
    """Write the section into a file; returns the exit status.

    Of a file that exists only the text between the marks is replaced, or the section is added at the end. Raises
    `UsageError` for a file that cannot be read, and for one whose marks are not one pair.
    """
    before = _read(target, lang)
    after = _with_section(target, before, lang)
    if after == before:
        print(visible(Text(f"Unchanged: {target}", f"変更なし：{target}")[lang]))
        return 0
    if os.path.dirname(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as file:
        file.write(after.encode())
    done = (
        Text(f"Written: {target}", f"作成：{target}")
        if before is None
        else Text(f"Changed: {target}", f"更新：{target}")
    )
    print(visible(done[lang]))
    return 0


def _read(target: str, lang: Lang) -> str | None:
    """The text of a file with its line ends; None if there is none."""
    try:
        with open(target, "rb") as file:
            return file.read().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise UsageError(
            Text(f"{target} is not UTF-8", f"{target} はUTF-8ではありません")[lang]
        ) from None


def _with_section(target: str, before: str | None, lang: Lang) -> str:
    end = "\r\n" if before is not None and "\r\n" in before else "\n"
    with open(os.path.join(_TEMPLATES, f"agent.{lang}.md"), encoding="utf-8") as file:
        section = f"{_BEGIN}\n{file.read()}{_END}".replace("\n", end)
    if before is None:
        return f"{_head(target, lang)}{section}{end}"
    marks = list(_MARK.finditer(before))
    if not marks:
        gap = "" if not before.strip("\ufeff") else end if before.endswith("\n") else end * 2
        return f"{before}{gap}{section}{end}"
    if [mark["which"] for mark in marks] != ["begin", "end"]:
        line = before.count("\n", 0, marks[0].start()) + 1
        text = Text(
            f"{target}:{line}: {_BEGIN} and {_END} must stand there once each, in this order",
            f"{target}:{line}：{_BEGIN} と {_END} は、この順に1つずつでなければなりません",
        )
        raise UsageError(text[lang])
    first, last = marks
    stop = last.end() - (1 if last[0].endswith("\r") else 0)
    return f"{before[: first.start()]}{section}{before[stop:]}"


def _head(target: str, lang: Lang) -> str:
    """What a new file begins with: a skill is found by its front matter."""
    if os.path.basename(target) != _SKILL:
        return ""
    return f"---\nname: lintpost\ndescription: {_DESCRIPTION[lang]}\n---\n\n"
