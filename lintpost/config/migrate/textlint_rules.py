"""textlint's rules as lintpost's: which rules find the same, and with which options.

Rules are named as in textlint. Those of presets that number their rules, or share names with others,
have the preset's prefix: ``jtf-1.1.1``, ``ai-writing-no-ai-hype-expressions``.
"""

from collections.abc import Callable
from typing import Any

from lintpost.config.migrate.textlint_ai import ai_writing
from lintpost.config.migrate.textlint_values import BadOption, pattern_of, patterns, words
from lintpost.packs.builtin import load_pack, rules_folder

Rules = dict[str, dict[str, Any]]
"""lintpost's rules with their options."""

_COMPAT = {"mode": "compat"}
_JTF = {
    "jtf-1.1.1": "style", "jtf-1.1.2": "heading-period",
    "jtf-1.1.5": "caption-style", "jtf-1.2.1": "comma-period", "jtf-1.2.2": "full-width-separators",
    "jtf-2.1.2": "joyo-kanji",
    "jtf-2.1.5": "katakana-spelling", "jtf-2.1.6": "long-vowel", "jtf-2.1.8": "full-width-digits",
    "jtf-2.1.9": "full-width-letters", "jtf-2.1.10": "decimal-comma", "jtf-2.2.1": "kana-words",
    "jtf-2.2.3": "counter-ka", "jtf-3.1.1": "half-full-space", "jtf-3.1.2": "full-full-space",
    "jtf-3.2": "katakana-space", "jtf-4.1.1": "period-in-brackets", "jtf-4.1.3": "comma-period",
    "jtf-4.2.1": "exclamation", "jtf-4.2.2": "question", "jtf-4.2.4": "nakaguro", "jtf-4.2.5": "tilde",
    "jtf-4.2.6": "hyphen", "jtf-4.2.7": "colon", "jtf-4.2.8": "semicolon", "jtf-4.2.9": "dash",
    "jtf-4.3.1": "brackets", "jtf-4.3.2": "square-brackets",
    "ja-no-space-between-full-width": "full-full-space",
    "ja-nakaguro-or-halfwidth-space-between-katakana": "katakana-space",
}  # fmt: skip
_PAIRS = {
    "jtf-4.3.3": "「」", "jtf-4.3.4": "『』", "jtf-4.3.5": '""', "jtf-4.3.6": "{}", "jtf-4.3.7": "<>",
}  # fmt: skip
_TYPOGRAPHY = {
    "no-zero-width-spaces": "zero-width", "no-nfd": "decomposed", "no-hankaku-kana": "half-width-kana",
    "no-kangxi-radicals": "kangxi", "no-unmatched-pair": "unmatched-pair",
}  # fmt: skip
_WITHOUT_OPTIONS: dict[str, Rules] = {
    **{name: {f"jtf/{rule}": {}} for name, rule in _JTF.items()},
    **{name: {"jtf/pairs": {"pairs": [pair]}} for name, pair in _PAIRS.items()},
    **{name: {f"typography/{rule}": _COMPAT} for name, rule in _TYPOGRAPHY.items()},
    "jtf-1.1.3": {"jtf/list-style": {}, "jtf/list-period": {}},
    "jtf-2.2.2": {"jtf/numerals": _COMPAT},
    "arabic-kanji-numbers": {"jtf/numerals": _COMPAT},
    "jtf-4.3.8": {},  # textlint's rule does nothing
    "jtf-prh-dictionaries": {
        "jtf/katakana-spelling": {},
        "jtf/long-vowel": {},
        "jtf/kana-words": {},
    },
    "ja-no-abusage": {"ja/misuse": _COMPAT, "ja/misused-verb": _COMPAT},
    "ja-space-after-exclamation": {"ja/mark-space": {"swap": {"(?<=！) ": "　"}}},
    "ja-space-after-question": {"ja/mark-space": {"swap": {"(?<=？) ": "　"}}},
}

_SAME_OPTIONS = {
    "no-double-negative-ja": "double-negative", "ja-no-weak-phrase": "weak-phrase",
    "no-filler": "filler", "no-dropping-the-ra": "ra-dropped", "no-dropping-i": "i-dropped",
    "no-insert-dropping-sa": "sa-inserted", "no-insert-re": "re-inserted",
    "no-doubled-conjunction": "doubled-conjunction", "max-comma": "comma-count",
    "ja-no-space-around-parentheses": "bracket-space", "ja-no-space-around-slash": "slash-space",
}  # fmt: skip
_SPACE_AROUND = {
    "ja-space-around-code": "code", "ja-space-around-link": "link",
    "ja-space-around-emphasis": "emphasis", "ja-space-around-strong": "bold",
}  # fmt: skip
_RENAMED_OPTIONS = {
    "sentence-length": ("sentence-length", {
        "max": "max", "skipPatterns": "skip", "countBy": "code-points", "skipUrlStringLink": "addresses",
    }),
    "ja-no-mixed-period": ("final-period", {
        "periodMark": "mark", "allowPeriodMarks": "allow", "allowEmojiAtEnd": "emoji",
        "forceAppendPeriod": "append",
    }),
    "max-ten": ("touten-count", {"max": "max", "strict": "strict", "touten": "touten", "kuten": "kuten"}),
    "no-doubled-joshi": ("doubled-particle", {
        "min_interval": "interval", "strict": "strict", "allow": "allow", "separatorCharacters": "separators",
        "commaCharacters": "commas",
    }),
    "no-doubled-conjunctive-particle-ga": ("doubled-ga", {"separatorChars": "separators"}),
    "no-mix-dearu-desumasu": ("style-mix", {
        "preferInBody": "body", "preferInHeader": "headings", "preferInList": "lists", "strict": "strict",
    }),
    "ja-no-successive-word": ("successive-word", {"allowOnomatopee": "onomatopoeia", "allow": "allow"}),
}  # fmt: skip


def rules_for(name: str, options: dict[str, Any]) -> Rules | None:
    """lintpost's rules for a rule of textlint, with their options in ``compat`` mode.

    None for a rule without counterpart; empty for one that finds nothing. Options without counterpart
    are ignored. Raises `BadOption` for a value of the wrong type.
    """
    if name.startswith("ai-writing-"):
        return ai_writing(name.removeprefix("ai-writing-"), options)
    if name in _WITHOUT_OPTIONS:
        return _WITHOUT_OPTIONS[name]
    if name in _CONVERTED:
        return _CONVERTED[name](options)
    if name in _SAME_OPTIONS:
        rule = _SAME_OPTIONS[name]
        return {f"ja/{rule}": {**_COMPAT, **options}}
    if name in _SPACE_AROUND:
        ways = {key: "always" if options.get(key) else "never" for key in ("before", "after")}
        return {f"ja/{_SPACE_AROUND[name]}-space": {**_COMPAT, **ways}}
    if name in _RENAMED_OPTIONS:
        return _renamed(name, options)
    return None


def _renamed(name: str, options: dict[str, Any]) -> Rules:
    rule, names = _RENAMED_OPTIONS[name]
    given = {names[key]: value for key, value in options.items() if key in names}
    if "skip" in given:
        given["skip"] = patterns(given["skip"])
    for key in given.keys() & {"separators", "commas"}:
        given[key] = "".join(words(given[key]))
    if "code-points" in given:
        given["code-points"] = given["code-points"] == "codepoints"
    if "addresses" in given:
        given["addresses"] = not given["addresses"]
    if rule == "successive-word" and "allow" in given:
        given["allow"] = patterns(given["allow"])
    return {f"ja/{rule}": {**_COMPAT, **given}}


def _synonyms(options: dict[str, Any]) -> Rules:
    names = {
        "preferWords": "prefer", "allows": "allow", "allowAlphabet": "alphabet", "allowNumber": "numbers",
        "allowLexeme": "words",
    }  # fmt: skip
    given = {names[key]: value for key, value in options.items() if key in names}
    return {"ja/word-variants": given}


_REDUNDANT = {"dict1": [0], "dict2": [1, 2], "dict3": [3], "dict4": [4], "dict5": [5], "dict6": [6]}
"""The patterns of ja/redundant for each dictionary of ja-no-redundant-expression."""


def _redundant(options: dict[str, Any]) -> Rules:
    """ja/redundant without the dictionaries that are disabled, and with their exceptions."""
    dictionaries = options.get("dictOptions") or {}
    if not dictionaries:
        return {"ja/redundant": _COMPAT}
    compat = load_pack(rules_folder())["ja/redundant"].compat or {}
    left = [dict(pattern) for pattern in compat["patterns"]]
    if not isinstance(dictionaries, dict) or not dictionaries.keys() <= _REDUNDANT.keys():
        raise BadOption(dictionaries)
    for name, given in dictionaries.items():
        if not isinstance(given, dict):
            raise BadOption(given)
        for index in _REDUNDANT[name]:
            if "allows" in given:
                left[index]["except"] = patterns(given["allows"])
            if given.get("disabled"):
                left[index]["tokens"] = [{"word": "\0"}]
    return {"ja/redundant": {**_COMPAT, "patterns": left}}


def _control(options: dict[str, Any]) -> Rules:
    return {
        "typography/control": {
            "code": options.get("checkCode", False),
            "images": options.get("checkImage", True),
            "allow": words(options.get("allow", [])),
            **_COMPAT,
        }
    }


def _latin_space(options: dict[str, Any]) -> Rules:
    names = {"alphabets": "letters", "numbers": "digits"}
    space = options.get("space", "never")
    classes = ["alphabets", "numbers"] if isinstance(space, str) else words(space)
    between = [names[name] for name in classes if name in names]
    exempt = options.get("exceptPunctuation", True)
    styled = {"scope": ["plain", "heading", "bold"]} if options.get("lintStyledNode") else {}
    return {
        "ja/latin-space": {
            **_COMPAT,
            **styled,
            "space": "never" if space == "never" or not between else "always",
            "between": between or list(names.values()),
            "punctuation": not exempt or "punctuation" in classes,
            "allow": patterns(options.get("allows", [])),
        }
    }


def _bracket_space(options: dict[str, Any]) -> Rules:
    if options.get("requireOutsideHalfParentheses"):
        return {"jtf/bracket-space": {}, "jtf/bracket-outside": {}}
    if options.get("allowOutsideHalfParentheses", True):
        return {"jtf/bracket-space": {}}
    return {"jtf/bracket-space": {"swap": {"[ \u3000]+(?=\\()": "", "(?<=\\))[ \u3000]+": ""}}}


def _kanji_run(options: dict[str, Any]) -> Rules:
    return {"ja/kanji-run": {"max": 5, **options, **_COMPAT}}


def _unnatural_alphabet(options: dict[str, Any]) -> Rules:
    return {"ja/unnatural-alphabet": {**_COMPAT, **_exceptions(options)}}


def _exclamation(options: dict[str, Any]) -> Rules:
    allowed = {
        "allowHalfWidthExclamation": "!", "allowFullWidthExclamation": "！",
        "allowHalfWidthQuestion": "?", "allowFullWidthQuestion": "？",
    }  # fmt: skip
    marks = "".join(mark for key, mark in allowed.items() if not options.get(key))
    tokens = [f"[{marks}]"] if marks else []
    return {"ja/exclamation-question": {**_COMPAT, "tokens": tokens, **_exceptions(options)}}


def _exceptions(options: dict[str, Any]) -> dict[str, Any]:
    """`allow` as `exceptions`: each word with one more character, if there is one."""
    if "allow" not in options:
        return {}
    return {"exceptions": [f"{pattern_of(word)}[^\\n]?" for word in words(options["allow"])]}


_CONVERTED: dict[str, Callable[[dict[str, Any]], Rules]] = {
    "no-synonyms": _synonyms,
    "ja-no-redundant-expression": _redundant,
    "no-invalid-control-character": _control,
    "ja-space-between-half-and-full-width": _latin_space,
    "jtf-3.3": _bracket_space,
    "max-kanji-continuous-len": _kanji_run,
    "ja-unnatural-alphabet": _unnatural_alphabet,
    "no-exclamation-question-mark": _exclamation,
}
