"""``.textlintrc`` (JSON or YAML): https://textlint.github.io/docs/configuring.html."""

import os
import re
from typing import Any

from lintpost.config.migrate.migration import NO_COUNTERPART, OFF, UNKNOWN, Item, Migration
from lintpost.config.migrate.textlint_rules import rules_for
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.lazy import lazy
from lintpost.post.source import Source, UnreadablePost, read_source

# The rules of the presets that Japanese teams use, from their own READMEs, to tell a rule that has
# no counterpart from one that does not exist.
PRESETS = {
    "preset-ja-technical-writing": (
        "sentence-length max-comma max-ten max-kanji-continuous-len arabic-kanji-numbers no-mix-dearu-desumasu "
        "ja-no-mixed-period no-double-negative-ja no-dropping-the-ra no-doubled-conjunctive-particle-ga "
        "no-doubled-conjunction no-doubled-joshi no-nfd no-invalid-control-character no-zero-width-spaces "
        "no-exclamation-question-mark no-hankaku-kana ja-no-weak-phrase ja-no-successive-word ja-no-abusage "
        "ja-no-redundant-expression ja-unnatural-alphabet no-unmatched-pair"
    ),
    "preset-japanese": (
        "max-ten no-doubled-conjunctive-particle-ga no-doubled-conjunction no-double-negative-ja no-doubled-joshi "
        "sentence-length no-dropping-the-ra no-mix-dearu-desumasu no-nfd no-invalid-control-character "
        "no-zero-width-spaces no-kangxi-radicals"
    ),
    # JTF's rules are known by the numbers of the style guide; the Japanese behind them is left out here.
    "preset-jtf-style": (
        "1.1.1 1.1.2 1.1.3 1.1.5 1.2.1 1.2.2 2.1.2 2.1.5 2.1.6 2.1.8 2.1.9 2.1.10 2.2.1 2.2.2 2.2.3 3.1.1 3.1.2 3.2 3.3 "
        "4.1.1 4.1.3 4.2.1 4.2.2 4.2.4 4.2.5 4.2.6 4.2.7 4.2.8 4.2.9 4.3.1 4.3.2 4.3.3 4.3.4 4.3.5 4.3.6 4.3.7 4.3.8"
    ),
    "preset-ja-spacing": (
        "ja-nakaguro-or-halfwidth-space-between-katakana ja-no-space-around-parentheses ja-no-space-between-full-width "
        "ja-space-between-half-and-full-width ja-space-after-exclamation ja-space-after-question ja-space-around-code "
        "ja-space-around-link ja-space-around-emphasis ja-space-around-strong ja-no-space-around-slash"
    ),
    "preset-ai-writing": (
        "no-ai-list-formatting no-ai-hype-expressions no-ai-emphasis-patterns no-ai-colon-continuation "
        "ai-tech-writing-guideline"
    ),
}  # fmt: skip
_STANDALONE = (
    "prh terminology spellcheck-tech-word no-todo no-dead-link common-misspellings write-good alex rousseau ginger "
    "no-start-duplicated-conjunction max-number-of-lines no-synonyms no-filler no-dropping-i no-insert-re "
    "no-insert-dropping-sa ja-hiragana-keishikimeishi ja-hiragana-fukushi ja-hiragana-hojodoushi ja-hiragana-daimeishi "
    "ja-joyo-or-jinmeiyo-kanji ja-keishikimeishi date-weekday-mismatch max-doc-width period-in-list-item en-capitalization "
    "stop-words diacritics no-empty-section unexpanded-acronym doubled-spaces abbr-within-parentheses incremental-headers "
    "period-in-header title-case footnote-order no-mixed-zenkaku-and-hankaku-alphabet detect-bad-chars general-novel-style-ja "
    "no-surrogate-pair allowed-uris no-nfd no-kangxi-radicals ng-word"
)
_KNOWN = frozenset(" ".join([*PRESETS.values(), _STANDALONE]).split())
_NUMBER = lazy(r"^(\d+(?:\.\d+)+)\..*")
_PREFIX = lazy(r"^(?:@[^/]+/)?(?:textlint-rule-)?(preset-)?")


def read_textlint(path: str) -> Migration:
    """The migration of one file. Raises `SettingsError`."""
    file = _read(path)
    root = file.any_mapping(file.root)
    settings: dict[str, Any] = {}
    files: dict[str, str] = {}
    items: list[Item] = []
    for key in root:
        value = file.root.value[key]
        if key == "rules":
            rules = value if isinstance(value, dict) else dict.fromkeys(value or (), True)
            for name, options in rules.items():
                _rule(name, options, path, settings, files, items)
        elif key == "filters":
            for name, options in (value or {}).items():
                items.append(Item(f"filters.{name}", options, "", _filter(name)))
        elif key == "plugins":
            why = Text(
                "lintpost reads Markdown and MDX itself", "MarkdownとMDXはlintpostが直接読みます"
            )
            items.append(Item("plugins", value, "", why))
        else:
            items.append(Item(key, value, "", NO_COUNTERPART))
    return Migration(settings, files, items)


def _read(path: str) -> SettingsFile:
    if path.endswith((".js", ".cjs", ".mjs")):
        raise SettingsError(
            FilePosition(path),
            Text("a configuration in JavaScript cannot be read; write it as .textlintrc.json first",
                 "JavaScriptの設定は読めません。先に .textlintrc.json の形に書き直してください"),
        )  # fmt: skip
    try:
        text = read_source(path, 1_000_000).text
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
    if text.lstrip().startswith("{"):
        # textlint takes comments in JSON; blanks keep every place as it was.
        text = re.sub(r"(?m)^[ \t]*//.*$", lambda line: " " * len(line[0]), text)
        text = re.sub(r"/\*.*?\*/", lambda note: re.sub(r"[^\n]", " ", note[0]), text, flags=re.S)
        text = re.sub(r",(?=\s*[}\]])", " ", text).replace("\t", " ")
    return SettingsFile(Source(path, text))


def _rule(
    name: str, options: Any, path: str, settings: dict[str, Any], files: dict[str, str], items: list[Item]
) -> None:  # fmt: skip
    bare = _PREFIX.sub(lambda match: match[1] or "", name)
    if options is False:
        items.append(Item(name, options, "", OFF))
    elif bare == "prh":
        _prh(name, options if isinstance(options, dict) else {}, path, settings, files, items)
    elif f"preset-{bare.removeprefix('preset-')}" in PRESETS:
        _preset(name, f"preset-{bare.removeprefix('preset-')}", options, settings, items)
    elif not _carried(name, bare, options, settings, items):
        why = NO_COUNTERPART if bare in _KNOWN else UNKNOWN
        items += _options(name, options, why)


def _carried(
    source: str, rule: str, value: Any, settings: dict[str, Any], items: list[Item]
) -> bool:
    """Turn on what does a rule's work here, with the options that it has here too; whether there is anything.

    The rules are those of the ``precise`` mode: who wants textlint's own findings has the preset textlint.
    """
    options = value if isinstance(value, dict) else {}
    plain = rules_for(rule, {})
    if not plain:
        return False
    chosen = settings.setdefault("rules", {})
    for name, given in (rules_for(rule, options) or {}).items():
        own = {
            key: new for key, new in given.items() if key == "pairs" or new != plain[name].get(key)
        }
        before = chosen.get(name)
        if isinstance(before, dict) and "pairs" in before and "pairs" in own:
            own["pairs"] = [*before["pairs"], *own["pairs"]]  # JTF has a rule for each pair
        chosen[name] = {"severity": "on", **own} if own else "on"
    items.append(Item(source, True, ", ".join(plain)))
    for key, inner in options.items():
        is_known = rules_for(rule, {key: inner}) != plain
        items.append(
            Item(f"{source}.{key}", inner, ", ".join(plain))
            if is_known
            else Item(f"{source}.{key}", inner, "", NO_COUNTERPART)
        )
    return True


_OFF = {
    "preset-jtf-style": ("2.1.2", "2.1.5", "2.1.6", "2.2.1"),
    "preset-ja-spacing": ("ja-space-around-emphasis", "ja-space-around-strong"),
}
"""What the presets themselves leave off."""
_PREFIXES = {"preset-jtf-style": "jtf-", "preset-ai-writing": "ai-writing-"}
"""Before the names of a preset's rules, where `rules_for` tells them apart by one."""


def _preset(
    name: str, preset: str, options: Any, settings: dict[str, Any], items: list[Item]
) -> None:
    """Every rule of a preset, as it is set or as the preset sets it."""
    prefix = _PREFIXES.get(preset, "")
    known = PRESETS[preset].split()
    given = options if isinstance(options, dict) else {}
    named = {_NUMBER.sub(r"\1", rule): rule for rule in given}
    for rule in known:
        full = named.get(rule, rule)
        value = given.get(full, rule not in _OFF.get(preset, ()))
        if value is False:
            items.append(Item(f"{name}.{full}", False, "", OFF))
        elif not _carried(f"{name}.{full}", f"{prefix}{rule}", value, settings, items):
            items += _options(f"{name}.{full}", value, NO_COUNTERPART)
    for rule, full in named.items():
        if rule not in known:
            items += _options(f"{name}.{full}", given[full], UNKNOWN)


def _options(name: str, value: Any, why: Text) -> list[Item]:
    found = [Item(name, True, "", why)]
    if isinstance(value, dict):
        found += [Item(f"{name}.{key}", inner, "", why) for key, inner in value.items()]
    return found


def _filter(name: str) -> Text:
    if "comments" in name:
        return Text("write <!-- lintpost-disable RULE --> for it; `--add-suppressions` does", "<!-- lintpost-disable ルール --> と書きます（`--add-suppressions` でも書けます）")  # fmt: skip
    return NO_COUNTERPART


_SKIPS = {"checkLink": "links", "checkBlockQuote": "quotations", "checkEmphasis": "emphasis", "checkHeader": "headings"}  # fmt: skip


def _prh(
    name: str, options: dict[str, Any], path: str, settings: dict[str, Any], files: dict[str, str], items: list[Item]
) -> None:  # fmt: skip
    """The dictionaries as they are; what is looked at becomes `skip` of terms/spelling."""
    terms: list[str] = settings.setdefault("terms", [])
    folder = os.path.dirname(os.path.abspath(path))
    skip = {"links": False, "quotations": False, "emphasis": False, "headings": True}
    rule: dict[str, Any] = {}
    for key, value in options.items():
        source = f"{name}.{key}"
        if key == "rulePaths":
            for each in value:
                full = os.path.join(folder, each)
                shown = os.path.relpath(full).replace(os.sep, "/")
                if os.path.isfile(full):
                    terms.append(shown)
                    items.append(Item(source, each, f"terms: {shown}"))
                else:
                    items.append(
                        Item(
                            source, each, "", Text("there is no such file", "ファイルがありません")
                        )
                    )
        elif key == "ruleContents":
            for number, text in enumerate(value, 1):
                file = f"prh-{number}.yml"
                files[file] = text
                terms.append(file)
                items.append(Item(source, f"({number})", f"terms: {file}"))
        elif key in _SKIPS:
            skip[_SKIPS[key]] = bool(value)
            items.append(Item(source, value, "terms/spelling: skip"))
        elif key == "checkCodeComment":
            rule["comments"] = list(value)
            items.append(Item(source, value, "terms/spelling: comments"))
        else:
            items.append(Item(source, value, "", NO_COUNTERPART))
    skipped = [word for word, looked_at in skip.items() if not looked_at]
    if skipped != ["links", "quotations", "emphasis"]:
        rule["skip"] = skipped
    if rule:
        settings.setdefault("rules", {})["terms/spelling"] = rule
