"""What the parsers of YAML, TOML and JSON say, in both languages."""

import re

from lintpost.language import Text
from lintpost.post.lazy import lazy

_PLACE = lazy(r"(?: starting)? at$|:$")
"""What a message ends in where the parser adds a position."""

_JAPANESE = (
    # json
    (r"Expecting property name enclosed in double quotes", 'キーは " で囲んで書きます'),
    (r"Expecting value", "値がありません"),
    (r"Expecting '(.)' delimiter", r"ここに {0} が必要です"),
    (r"Illegal trailing comma.*", "最後の要素の後にカンマは書けません"),
    (r"Unterminated string", "文字列が閉じられていません"),
    (r"Invalid control character", "文字列の中に制御文字があります"),
    (r"Invalid \\(?:uXXXX )?escape", "\\ で始まるエスケープが正しくありません"),
    # tomllib
    (r"Invalid value", "値がないか、値の書き方が正しくありません"),
    (r"Invalid statement", "「キー = 値」の形で書いてください"),
    (r"Invalid initial character for a key part", "キーに使えない文字です"),
    (r"Expected '=' after a key in a key/value pair", "キーの後に = が必要です"),
    (r"Expected newline or end of document after a statement", "値の後に余分な文字があります"),
    (r"Expected '(\]+)' at the end of an? (?:table|array) declaration", r"表の名前の後に {0} が必要です"),
    (r"Expected '(.+)'", r"ここに {0} が必要です"),
    (r"Unclosed array", "配列の ] がないか、途中のカンマが抜けています"),
    (r"Unclosed inline table", "インラインテーブルの }} がないか、途中のカンマが抜けています"),
    (r"Unescaped '\\' in a string", "\\ で始まるエスケープが正しくありません"),
    (r"Invalid hex value", "\\u の後は16進数で書きます"),
    (r"Escaped character is not a Unicode scalar value", "\\u の番号の文字はありません"),
    (r"(?:Illegal|Found invalid) character (.+)", r"ここに使えない文字（{0}）があります"),
    (r"Invalid date or datetime", "日付か時刻が正しくありません"),
    (r"Cannot overwrite a value", "すでに値のあるキーです"),
    (r"Duplicate inline table key '(.+)'", r"キー「{0}」が重複しています"),
    (r"Cannot (?:declare|mutate|redefine).*", "この表はすでにあり、ここで書き足すことはできません"),
    # libyaml
    (r"(?:.*: )?found unknown escape character", '" の中の \\ で始まるエスケープが正しくありません'),
    (r"(?:.*: )?(?:did not find expected hexdecimal number|found invalid Unicode character.*)",
     "\\x・\\u の番号が正しくありません"),
    (r"(?:.*: )?found duplicate anchor.*", "同じ名前の & が2つあります"),
    (r"(?:.*: )?found unexpected document indicator", "文字列の途中に --- か ... の行があります"),
    (r"(?:.*: )?(?:but found another document|did not find expected <document start>)",
     "ブロックの途中に別の文書の始まりがあります"),
    (r"(?:.*: )?found unexpected ':'", "ここに : は書けません"),
    (r"(?:.*: )?did not find expected alphabetic or numeric character",
     "& と * の後には英数字の名前が必要です"),
    (r"(?:.*: )?did not find expected comment or line break", "| と > の後には改行が必要です"),
    (r"(?:.*: )?found an indentation indicator equal to 0", "| と > の後の字下げの数は1以上です"),
)  # fmt: skip


def explained(message: str) -> Text:
    """A parser's message, whole. What has no translation stands in English in both languages."""
    message = _PLACE.sub("", message)
    for pattern, japanese in _JAPANESE:
        match = re.fullmatch(pattern, message)
        if match:
            return Text(message, japanese.format(*match.groups()))
    return Text(message, message)
