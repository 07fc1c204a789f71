"""The rules of the textlint presets that Japanese teams use, from the presets' own READMEs.

They tell a rule without counterpart from one that does not exist.
"""

PRESETS = {
    "preset-ja-technical-writing": (
        "sentence-length max-comma max-ten max-kanji-continuous-len arabic-kanji-numbers "
        "no-mix-dearu-desumasu ja-no-mixed-period no-double-negative-ja no-dropping-the-ra "
        "no-doubled-conjunctive-particle-ga no-doubled-conjunction no-doubled-joshi no-nfd "
        "no-invalid-control-character no-zero-width-spaces no-exclamation-question-mark "
        "no-hankaku-kana ja-no-weak-phrase ja-no-successive-word ja-no-abusage "
        "ja-no-redundant-expression ja-unnatural-alphabet no-unmatched-pair"
    ),
    "preset-japanese": (
        "max-ten no-doubled-conjunctive-particle-ga no-doubled-conjunction no-double-negative-ja "
        "no-doubled-joshi sentence-length no-dropping-the-ra no-mix-dearu-desumasu no-nfd "
        "no-invalid-control-character no-zero-width-spaces no-kangxi-radicals"
    ),
    # By the numbers of the style guide; in a configuration Japanese words follow them (`1.1.1.本文`).
    "preset-jtf-style": (
        "1.1.1 1.1.2 1.1.3 1.1.5 1.2.1 1.2.2 2.1.2 2.1.5 2.1.6 2.1.8 2.1.9 2.1.10 2.2.1 2.2.2 "
        "2.2.3 3.1.1 3.1.2 3.2 3.3 4.1.1 4.1.3 4.2.1 4.2.2 4.2.4 4.2.5 4.2.6 4.2.7 4.2.8 4.2.9 "
        "4.3.1 4.3.2 4.3.3 4.3.4 4.3.5 4.3.6 4.3.7 4.3.8"
    ),
    "preset-ja-spacing": (
        "ja-nakaguro-or-halfwidth-space-between-katakana ja-no-space-around-parentheses "
        "ja-no-space-between-full-width ja-space-between-half-and-full-width "
        "ja-space-after-exclamation ja-space-after-question ja-space-around-code "
        "ja-space-around-link ja-space-around-emphasis ja-space-around-strong "
        "ja-no-space-around-slash"
    ),
    "preset-ai-writing": (
        "no-ai-list-formatting no-ai-hype-expressions no-ai-emphasis-patterns "
        "no-ai-colon-continuation ai-tech-writing-guideline"
    ),
}
OFF_IN_PRESETS = {
    "preset-jtf-style": ("2.1.2", "2.1.5", "2.1.6", "2.2.1"),
    "preset-ja-spacing": ("ja-space-around-emphasis", "ja-space-around-strong"),
}
"""Rules that a preset turns off by default."""
PREFIXES = {"preset-jtf-style": "jtf-", "preset-ai-writing": "ai-writing-"}
"""Prefixes of a preset's rules for `rules_for`."""
_STANDALONE = (
    "prh terminology spellcheck-tech-word no-todo no-dead-link common-misspellings write-good "
    "alex rousseau ginger no-start-duplicated-conjunction max-number-of-lines no-synonyms "
    "no-filler no-dropping-i no-insert-re no-insert-dropping-sa ja-hiragana-keishikimeishi "
    "ja-hiragana-fukushi ja-hiragana-hojodoushi ja-hiragana-daimeishi ja-joyo-or-jinmeiyo-kanji "
    "ja-keishikimeishi date-weekday-mismatch max-doc-width period-in-list-item en-capitalization "
    "stop-words diacritics no-empty-section unexpanded-acronym doubled-spaces "
    "abbr-within-parentheses incremental-headers period-in-header title-case footnote-order "
    "no-mixed-zenkaku-and-hankaku-alphabet detect-bad-chars general-novel-style-ja "
    "no-surrogate-pair allowed-uris no-nfd no-kangxi-radicals ng-word"
)
KNOWN_RULES = frozenset(" ".join([*PRESETS.values(), _STANDALONE]).split())
"""Every rule of the presets, and popular rules that are in none of them."""
