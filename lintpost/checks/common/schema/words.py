"""A schema's demands and a post's values in an editor's words."""

import re
from typing import Any

from lintpost.language import Text
from lintpost.post.lazy import lazy

TYPES = {
    "string": Text("text", "文字列"),
    "integer": Text("a whole number", "整数"),
    "number": Text("a number", "数値"),
    "boolean": Text("true or false", "真偽値（true か false）"),
    "array": Text("a list", "リスト"),
    "object": Text("a group of `key: value` lines", "「キー: 値」の組"),
    "null": Text("empty", "空"),
}
_MINUTES = Text("a whole number of minutes", "分を表す整数")
_UNITS = {"reading_time": _MINUTES, "readingTime": _MINUTES, "reading-time": _MINUTES}
FORMATS = {
    "date": Text("a date such as 2026-04-02", "日付（例：2026-04-02）"),
    "date-time": Text(
        "a date and time with a time zone, such as 2026-04-02T09:00:00+09:00",
        "時差付きの日時（例：2026-04-02T09:00:00+09:00）",
    ),
    "time": Text("a time such as 09:00:00+09:00", "時刻（例：09:00:00+09:00）"),
    "duration": Text("a duration such as PT8M", "期間（例：PT8M）"),
    "uri": Text("a full address such as https://example.com/a", "URL（例：https://example.com/a）"),
    "uri-reference": Text("an address or a path", "URLまたはパス"),
    "iri": Text("a full address such as https://example.com/a", "URL（例：https://example.com/a）"),
    "iri-reference": Text("an address or a path", "URLまたはパス"),
    "email": Text("an e-mail address", "メールアドレス"),
    "idn-email": Text("an e-mail address", "メールアドレス"),
    "hostname": Text("a host name such as example.com", "ホスト名（例：example.com）"),
    "idn-hostname": Text("a host name such as example.com", "ホスト名（例：example.com）"),
    "ipv4": Text("an IPv4 address", "IPv4アドレス"),
    "ipv6": Text("an IPv6 address", "IPv6アドレス"),
    "uuid": Text("a UUID", "UUID"),
    "regex": Text("a regular expression", "正規表現"),
    "json-pointer": Text("a JSON pointer", "JSONポインター"),
}
_SPECIAL = lazy(r"[\\^$.|?*+()\[\]{}]")
_CLASS = lazy(r"\^\[([^\]\\]+)\](\+|\*|\{([0-9]+)(?:,([0-9]*))?\})\$")
_SETS = {
    "a-z": Text("small letters (a-z)", "英小文字"),
    "A-Z": Text("capitals (A-Z)", "英大文字"),
    "0-9": Text("digits", "数字"),
    "_": Text("underscores", "アンダースコア（_）"),
    "-": Text("hyphens", "ハイフン（-）"),
    "/": Text("slashes", "スラッシュ（/）"),
    ".": Text("dots", "ピリオド（.）"),
}


def type_words(types: list[str], key: str) -> Text:
    """ "a list or text", and for a key of known meaning what the number counts."""
    if set(types) <= {"integer", "number"} and key in _UNITS:
        return _UNITS[key]
    order = list(TYPES)
    words = [TYPES[name] for name in sorted(types, key=order.index) if name in TYPES]
    return Text(" or ".join(word.en for word in words), "または".join(word.ja for word in words))


def pattern_words(pattern: str, schema: dict[str, Any]) -> Text:
    """What a text must look like: the schema's own description, or the pattern in words where it is
    a simple one, or an example, or the pattern itself.
    """
    description = schema.get("description") or schema.get("title")
    if isinstance(description, str):
        return Text(f"have this form: {description}", f"次の形にしてください：{description}")
    body = pattern.removeprefix("^").removesuffix("$")
    if not _SPECIAL.search(body) and pattern != body:
        if pattern == f"^{body}":
            return Text(f"begin with {body}", f"「{body}」で始めてください")
        if pattern == f"{body}$":
            return Text(f"end with {body}", f"「{body}」で終えてください")
    if pattern in ("^https?://", "^https?:\\/\\/"):
        return Text("begin with https:// or http://", "「https://」か「http://」で始めてください")
    if found := _CLASS.fullmatch(pattern):
        kinds = _class_words(found[1])
        if kinds is not None:
            least, most = found[3], found[4]
            count = Text("", "")
            if least:
                few = f"{least}" if most is None or most == least else f"{least}–{most}"
                count = Text(f", {few} characters", f"、{few}文字で")
            return Text(
                f"be made of {kinds.en} alone{count.en}",
                f"{kinds.ja}だけで{count.ja}書いてください",
            )
    examples = schema.get("examples")
    if isinstance(examples, list) and examples:
        return Text(f"have the form of {examples[0]}", f"「{examples[0]}」のような形にしてください")
    return Text(f"match the pattern {pattern}", f"次のパターンに合わせてください：{pattern}")


def shown(value: Any) -> str:
    """A value as it is written in YAML, cut where it is long."""
    if value is None:
        return "null"
    if isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, list):
        text = f"[{', '.join(map(shown, value))}]"
    elif isinstance(value, dict):
        text = f"{{{', '.join(f'{key}: {shown(item)}' for key, item in value.items())}}}"
    else:
        text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def place_words(path: list[str | int]) -> Text:
    """`authors` (item 2), `seo` → `title`: where a value stands."""
    en = ja = ""
    for step in path:
        if isinstance(step, int):
            en += f" (item {step + 1})"
            ja += f"の{step + 1}番目"
        else:
            en += f" → `{step}`" if en else f"`{step}`"
            ja += f" の `{step}`" if ja else f"`{step}`"
    if not path:
        return Text("The front matter", "フロントマター")
    return Text(en, ja + " " if ja.endswith("`") else ja)


def condition_words(condition: Any) -> Text | None:
    """An ``if`` in words: `layout` is "post". None for what is not that simple."""
    if not isinstance(condition, dict):
        return None
    found = []
    for key, schema in condition.get("properties", {}).items():
        if not isinstance(schema, dict):
            return None
        if "const" in schema:
            value = shown(schema["const"])
        elif "enum" in schema:
            value = ", ".join(map(shown, schema["enum"]))
        elif isinstance(schema.get("contains"), dict) and "const" in schema["contains"]:
            item = shown(schema["contains"]["const"])
            found.append(Text(f"`{key}` has {item}", f"`{key}` に {item} がある"))
            continue
        else:
            return None
        found.append(Text(f"`{key}` is {value}", f"`{key}` が {value} の"))
    if not found:
        keys = [key for key in condition.get("required", ()) if isinstance(key, str)]
        found = [Text(f"there is `{key}`", f"`{key}` がある") for key in keys]
    if not found:
        return None
    *others, last = (word.ja for word in found)
    linked = (re.sub("ある$", "あり", re.sub(" の$", " で", word)) for word in others)
    ja = "、".join([*linked, last])
    return Text(" and ".join(word.en for word in found), ja)


def _class_words(members: str) -> Text | None:
    left = members
    kinds = []
    for mark, words in _SETS.items():
        if mark in left:
            left = left.replace(mark, "", 1)
            kinds.append(words)
    if left or not kinds:
        return None
    en = [word.en for word in kinds]
    listed = ", ".join(en[:-1]) + " and " + en[-1] if len(en) > 1 else en[0]
    return Text(listed, "・".join(word.ja for word in kinds))
