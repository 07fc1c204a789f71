"""textlint's rules as lintpost's: which rule does the same, and what its options are called here.

The rules are named as in textlint, those of presets that are known by numbers or share names with a
prefix: ``jtf-1.1.1``, ``ai-writing-no-ai-hype-expressions``.
"""

import re
from typing import Any

from lintpost.packs.builtin import load_pack, rules_folder

_JTF = {
    "jtf-1.2.1": "comma-period", "jtf-1.2.2": "full-width-separators", "jtf-2.1.8": "full-width-digits",
    "jtf-2.1.9": "full-width-letters", "jtf-2.1.10": "decimal-comma", "jtf-2.2.3": "counter-ka",
    "jtf-3.1.1": "half-full-space", "jtf-3.1.2": "full-full-space", "ja-no-space-between-full-width": "full-full-space",
    "ja-nakaguro-or-halfwidth-space-between-katakana": "katakana-space", "jtf-3.2": "katakana-space", "jtf-4.1.1": "period-in-brackets",
    "jtf-4.1.3": "comma-period", "jtf-4.2.1": "exclamation", "jtf-4.2.2": "question", "jtf-4.2.4": "nakaguro",
    "jtf-4.2.5": "tilde", "jtf-4.2.6": "hyphen", "jtf-4.2.7": "colon", "jtf-4.2.8": "semicolon", "jtf-4.2.9": "dash",
    "jtf-1.1.1": "style", "jtf-1.1.2": "heading-period", "jtf-1.1.3": "list-style", "jtf-1.1.5": "caption-style",
    "jtf-2.1.2": "joyo-kanji", "jtf-2.1.5": "katakana-spelling", "jtf-2.1.6": "long-vowel", "jtf-2.2.1": "kana-words", "jtf-4.3.1": "brackets", "jtf-4.3.2": "square-brackets",
}  # fmt: skip


_SAME = {
    "no-double-negative-ja": "double-negative", "ja-no-weak-phrase": "weak-phrase", "no-dropping-the-ra": "ra-dropped",
    "no-dropping-i": "i-dropped", "no-insert-dropping-sa": "sa-inserted", "no-insert-re": "re-inserted", "no-filler": "filler",
    "no-doubled-conjunction": "doubled-conjunction", "max-comma": "comma-count",
    "ja-no-space-around-parentheses": "bracket-space", "ja-no-space-around-slash": "slash-space",
}  # fmt: skip


_AROUND = {
    "ja-space-around-code": "code", "ja-space-around-link": "link",
    "ja-space-around-emphasis": "emphasis", "ja-space-around-strong": "bold",
}  # fmt: skip
_PAIRS = {
    "jtf-4.3.3": "「」",
    "jtf-4.3.4": "『』",
    "jtf-4.3.5": '""',
    "jtf-4.3.6": "{}",
    "jtf-4.3.7": "<>",
}
_RENAMED = {
    "sentence-length": ("sentence-length", {"max": "max", "skipPatterns": "skip", "countBy": "code-points", "skipUrlStringLink": "addresses"}),
    "ja-no-mixed-period": ("final-period", {"periodMark": "mark", "allowPeriodMarks": "allow", "allowEmojiAtEnd": "emoji", "forceAppendPeriod": "append"}),
    "max-ten": ("touten-count", {"max": "max", "strict": "strict", "touten": "touten", "kuten": "kuten"}),
    "no-doubled-joshi": ("doubled-particle", {"min_interval": "interval", "strict": "strict", "allow": "allow", "separatorCharacters": "separators", "commaCharacters": "commas"}),
    "no-doubled-conjunctive-particle-ga": ("doubled-ga", {"separatorChars": "separators"}),
    "no-mix-dearu-desumasu": ("style-mix", {"preferInBody": "body", "preferInHeader": "headings", "preferInList": "lists", "strict": "strict"}),
    "ja-no-successive-word": ("successive-word", {"allowOnomatopee": "onomatopoeia", "allow": "allow"}),
}  # fmt: skip


_CLASSES = {"alphabets": "letters", "numbers": "digits"}
_MARKS = {
    "allowHalfWidthExclamation": "!", "allowFullWidthExclamation": "！",
    "allowHalfWidthQuestion": "?", "allowFullWidthQuestion": "？",
}  # fmt: skip


Rules = dict[str, dict[str, Any]]
"""Rules of lintpost's with their options."""


def rules_for(name: str, options: dict[str, Any]) -> Rules | None:
    """lintpost's rules for a rule of textlint's, and their options; None for one that has no
    counterpart. The options are those of ``compat`` mode."""
    if name.startswith("ai-writing-"):
        return _ai_writing(name.removeprefix("ai-writing-"), options)
    if name == "jtf-prh-dictionaries":
        return {f"jtf/{rule}": {} for rule in ("katakana-spelling", "long-vowel", "kana-words")}
    if name == "jtf-4.3.8":
        return {}  # upstream's rule does nothing
    if name == "no-synonyms":
        names = {
            "preferWords": "prefer",
            "allows": "allow",
            "allowAlphabet": "alphabet",
            "allowNumber": "numbers",
            "allowLexeme": "words",
        }
        return {
            "ja/word-variants": {
                names[key]: value for key, value in options.items() if key in names
            }
        }
    if name == "ja-no-abusage":
        return {"ja/misuse": {"mode": "compat"}, "ja/misused-verb": {"mode": "compat"}}
    if name == "ja-no-redundant-expression":
        return {"ja/redundant": {"mode": "compat", **_redundant(options.get("dictOptions") or {})}}
    found = _rule_for(name, options)
    return None if found is None else dict([found])


_REDUNDANT = {"dict1": [0], "dict2": [1, 2], "dict3": [3], "dict4": [4], "dict5": [5], "dict6": [6]}


def _redundant(dictionaries: dict[str, Any]) -> dict[str, Any]:
    """ja/redundant's patterns with some of upstream's dictionaries off, or with other exceptions."""
    if not dictionaries:
        return {}
    compat = load_pack(rules_folder())["ja/redundant"].compat or {}
    left = [dict(pattern) for pattern in compat["patterns"]]
    for name, given in dictionaries.items():
        for index in _REDUNDANT[name]:
            if "allows" in given:
                left[index]["except"] = [pattern_of(word) for word in given["allows"]]
            if given.get("disabled"):
                left[index]["tokens"] = [{"word": "\0"}]
    return {"patterns": left}


def _ai_writing(name: str, options: dict[str, Any]) -> Rules | None:
    """The rules of textlint's preset ai-writing."""
    allow = [pattern_of(word) for word in options.get("allows", ())]
    compat = {"mode": "compat"}
    if name == "no-ai-hype-expressions":
        return {"ai-writing/hype": {**compat, "exceptions": allow}}
    if name == "no-ai-list-formatting":
        given = {**compat, "labels": not options.get("disableBoldListItems"), "allow": allow}
        if options.get("disableEmojiListItems"):
            given["emoji"] = []
        return {"ai-writing/label-list": given}
    if name == "no-ai-emphasis-patterns":
        labels: dict[str, Any] = {"labels": []} if options.get("disableInfoPatterns") else {}
        return {
            "ai-writing/bold-label": {
                **compat,
                **labels,
                "emoji": not options.get("disableEmojiEmphasisPatterns"),
                "headings": not options.get("disableHeadingEmphasisPatterns"),
                "allow": allow,
            }
        }
    if name == "no-ai-colon-continuation":
        before = [
            kind
            for kind, key in (
                ("code", "CodeBlock"),
                ("list", "List"),
                ("quote", "Quote"),
                ("table", "Table"),
            )
            if not options.get(f"disable{key}")
        ]
        return {"ai-writing/lead-in": {**compat, "before": before, "allow": allow}}
    if name == "ai-tech-writing-guideline":
        ends = ["(?:例えば|たとえば|具体的には|以下)。\\s*$"]
        return {
            "ai-writing/vague": {**compat, "scope": "body", "exceptions": allow},
            "ai-writing/lead-in": {**compat, "before": ["list"], "ends": ends},
        }
    return None


def _rule_for(name: str, options: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The one rule for a rule of textlint's that has one."""
    if name == "no-invalid-control-character":
        return "typography/control", {
            "code": options.get("checkCode", False),
            "images": options.get("checkImage", True),
            "allow": list(options.get("allow", [])),
            "mode": "compat",
        }
    same = {
        "no-zero-width-spaces": "typography/zero-width",
        "no-nfd": "typography/decomposed",
        "no-hankaku-kana": "typography/half-width-kana",
        "no-kangxi-radicals": "typography/kangxi",
        "no-unmatched-pair": "typography/unmatched-pair",
    }
    if name in same:
        return same[name], {"mode": "compat"}
    if name in _SAME:
        return f"ja/{_SAME[name]}", {"mode": "compat", **options}
    if name in _AROUND:
        ways = {key: "always" if options.get(key) else "never" for key in ("before", "after")}
        return f"ja/{_AROUND[name]}-space", {"mode": "compat", **ways}
    if name in _RENAMED:
        rule, names = _RENAMED[name]
        given = {names[key]: value for key, value in options.items() if key in names}
        for key in given.keys() & {"skip"}:
            given[key] = list(map(pattern_of, given[key]))
        for key in given.keys() & {"separators", "commas"}:
            given[key] = "".join(given[key])
        if "code-points" in given:
            given["code-points"] = given["code-points"] == "codepoints"
        if "addresses" in given:
            given["addresses"] = not given["addresses"]
        if name == "ja-no-successive-word" and "allow" in given:
            given["allow"] = list(map(pattern_of, given["allow"]))
        return f"ja/{rule}", {"mode": "compat", **given}
    if name == "ja-space-between-half-and-full-width":
        return "ja/latin-space", {"mode": "compat", **_latin_space(options)}
    if name in _PAIRS:
        return "jtf/pairs", {"pairs": [_PAIRS[name]]}
    if name in ("jtf-2.2.2", "arabic-kanji-numbers"):
        return "jtf/numerals", {"mode": "compat"}
    if name == "jtf-3.3":
        return "jtf/bracket-space", _bracket_space(options)
    if name in ("ja-space-after-exclamation", "ja-space-after-question"):
        mark = "！" if name.endswith("exclamation") else "？"
        return "ja/mark-space", {"swap": {f"(?<={mark}) ": "　"}}
    if name in _JTF:
        return f"jtf/{_JTF[name]}", {}
    if name == "max-kanji-continuous-len":
        return "ja/kanji-run", {"max": 5, **options, "mode": "compat"}
    allow = {"exceptions": [f"{pattern_of(word)}[^\\n]?" for word in options.get("allow", ())]}
    if name == "ja-unnatural-alphabet":
        return "ja/unnatural-alphabet", {"mode": "compat", **(allow if "allow" in options else {})}
    if name == "no-exclamation-question-mark":
        marks = "".join(mark for key, mark in _MARKS.items() if not options.get(key))
        tokens = [f"[{marks}]"] if marks else []
        allow = allow if "allow" in options else {}
        return "ja/exclamation-question", {"mode": "compat", "tokens": tokens, **allow}
    return None


def _latin_space(options: dict[str, Any]) -> dict[str, Any]:
    """ja-space-between-half-and-full-width's options as ja/latin-space has them."""
    space = options.get("space", "never")
    classes = ["alphabets", "numbers"] if isinstance(space, str) else space
    between = [_CLASSES[name] for name in classes if name in _CLASSES]
    exempt = options.get("exceptPunctuation", True)
    return {
        "space": "never" if space == "never" or not between else "always",
        "between": between or list(_CLASSES.values()),
        "punctuation": not exempt or "punctuation" in classes,
        "allow": [pattern_of(word) for word in options.get("allows", ())],
    }


def _bracket_space(options: dict[str, Any]) -> dict[str, Any]:
    """JTF 3.3's options as jtf/bracket-space has them."""
    if options.get("allowOutsideHalfParentheses", True):
        return {}
    return {"swap": {"[ \u3000]+(?=\\()": "", "(?<=\\))[ \u3000]+": ""}}


def pattern_of(word: str) -> str:
    """An entry of textlint's `allow`, a word or a `/pattern/`, as a pattern."""
    return literal[1] if (literal := re.fullmatch("/(.*)/[a-z]*", word)) else re.escape(word)
