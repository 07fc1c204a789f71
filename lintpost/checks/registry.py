"""The registry: every check by its name. A helper module is never found here."""

from functools import cache
from importlib import import_module

from lintpost.checks.contract.check import Check
from lintpost.language import Text

_MODULES = {
    # bold
    "bold-heading": "bold.heading",
    "bold-label": "bold.label",
    "bold-link": "bold.link",
    "bold-nested": "bold.nested",
    "bold-overuse": "bold.overuse",
    "bold-paragraph": "bold.paragraph",
    "bold-rendering": "bold.rendering",
    "bold-style": "bold.style",
    "emphasis-consistency": "bold.emphasis_consistency",
    "empty-bold": "bold.empty",
    # draft
    "merge-conflict": "draft.merge_conflict",
    # facts
    "announced-count": "facts.announced_count",
    "era": "facts.era",
    "expired": "facts.expired",
    "impossible-date": "facts.impossible_date",
    "impossible-time": "facts.impossible_time",
    "past-plan": "facts.past_plan",
    "percentages": "facts.percentages",
    "reversed-range": "facts.reversed_range",
    "table-sum": "facts.table_sum",
    "weekday": "facts.weekday",
    # front-matter
    "date": "front_matter.date",
    "date-order": "front_matter.date_order",
    "duplicate-key": "front_matter.duplicate_key",
    "empty-value": "front_matter.empty_value",
    "file-slug": "front_matter.file_slug",
    "front-matter-missing": "front_matter.missing",
    "front-matter-schema": "front_matter.schema",
    "front-matter-syntax": "front_matter.syntax",
    "image-file": "front_matter.image_file",
    "key-order": "front_matter.key_order",
    "known-author": "front_matter.known_author",
    "placeholder": "front_matter.placeholder",
    "reading-time": "front_matter.reading_time",
    "required-key": "front_matter.required_key",
    "site-link": "front_matter.site_link",
    "text-length": "front_matter.text_length",
    "summary": "front_matter.summary",
    "title-repeated": "front_matter.title_repeated",
    "title-seam": "front_matter.title_seam",
    "title-year": "front_matter.title_year",
    "unbalanced": "front_matter.unbalanced",
    "unknown-key": "front_matter.unknown_key",
    "value-characters": "front_matter.value_characters",
    "yaml-boolean": "front_matter.yaml_boolean",
    "yaml-joined": "front_matter.yaml_joined",
    "yaml-number": "front_matter.yaml_number",
    "yaml-text": "front_matter.yaml_text",
    # links
    "bare-address": "links.bare_address",
    "broken-link": "links.broken_link",
    "dead-anchor": "links.dead_anchor",
    "dead-link": "links.dead_link",
    "doubled-definition": "links.doubled_definition",
    "empty-link": "links.empty_link",
    "insecure-own-link": "links.insecure_own_link",
    "malformed-address": "links.malformed_address",
    "missing-image": "links.missing_image",
    "same-link-text": "links.same_text",
    "undefined-reference": "links.undefined_reference",
    "unpublished-target": "links.unpublished_target",
    "unused-definition": "links.unused_definition",
    # meta: reported by the engine
    "baseline": "meta.baseline",
    "unknown-rule": "meta.unknown_rule",
    "unused-suppression": "meta.unused_suppression",
    # names
    "name-bold-span": "names.bold_span",
    "name-drift": "names.drift",
    "name-emphasis": "names.emphasis",
    "name-gloss": "names.gloss",
    "name-link": "names.link",
    "name-mixed": "names.mixed",
    "name-near": "names.near",
    "name-owner": "names.owner",
    "name-renamed": "names.renamed",
    "name-spelling": "names.spelling",
    "name-title-body": "names.title_body",
    "term-spelling": "names.term_spelling",
    "unknown-name": "names.unknown",
    # phrases
    "capitalization": "phrases.capitalization",
    "characters": "phrases.characters",
    "conditional": "phrases.conditional",
    "consistency": "phrases.consistency",
    "existence": "phrases.existence",
    "length": "phrases.length",
    "metric": "phrases.metric",
    "occurrence": "phrases.occurrence",
    "pattern": "phrases.pattern",
    "repetition": "phrases.repetition",
    "sequence": "phrases.sequence",
    "substitution": "phrases.substitution",
    "word-forms": "phrases.word_forms",
    # prose
    "bracket-width": "prose.bracket_width",
    "comma-count": "prose.comma_count",
    "conjunction-repetition": "prose.conjunction_repetition",
    "final-period": "prose.final_period",
    "four-kanji": "prose.four_kanji",
    "inline-space": "prose.inline_space",
    "kanji-run": "prose.kanji_run",
    "label-list": "prose.label_list",
    "latin-space": "prose.latin_space",
    "lead-in": "prose.lead_in",
    "near-katakana": "prose.near_katakana",
    "near-phrase": "prose.near_phrase",
    "numerals": "prose.numerals",
    "paired-marks": "prose.paired_marks",
    "particle-ga": "prose.particle_ga",
    "particle-repetition": "prose.particle_repetition",
    "heading-seam": "prose.heading_seam",
    "repeated-paragraph": "prose.repeated_paragraph",
    "sentence-ending": "prose.sentence_ending",
    "sentence-length": "prose.sentence_length",
    "sentence-opening": "prose.sentence_opening",
    "stopped-paragraph": "prose.stopped_paragraph",
    "style-mix": "prose.style_mix",
    "list-period": "prose.list_period",
    "style-words": "prose.style_words",
    "touten-count": "prose.touten_count",
    "unknown-compound": "prose.unknown_compound",
    "unmatched-pair": "prose.unmatched_pair",
    "word-pairs": "prose.word_pairs",
    "word-repetition": "prose.word_repetition",
    "word-variants": "prose.word_variants",
    "wrapped-post": "prose.wrapped_post",
    # site
    "near-duplicate": "site.near_duplicate",
    "orphan": "site.orphan",
    "related-title": "site.related_title",
    "same-address": "site.same_address",
    "same-date": "site.same_date",
    "same-slug": "site.same_slug",
    "same-title": "site.same_title",
    "series-gap": "site.series_gap",
    "shared-paragraph": "site.shared_paragraph",
    "tag-spelling": "site.tag_spelling",
    "title-template": "site.title_template",
    # structure
    "code-paragraph": "structure.code_paragraph",
    "empty-section": "structure.empty_section",
    "fence-language": "structure.fence_language",
    "first-level": "structure.first_level",
    "image-alt": "structure.image_alt",
    "list-number": "structure.list_number",
    "mojibake": "structure.mojibake",
    "required-sections": "structure.required_sections",
    "same-heading": "structure.same_heading",
    "skipped-level": "structure.skipped_level",
    "swallowed-item": "structure.swallowed_item",
    "table-rows": "structure.table_rows",
    "unclosed-fence": "structure.unclosed_fence",
    # tags
    "category-clash": "tags.category_clash",
    "duplicate-item": "tags.duplicate_item",
    "item-count": "tags.item_count",
    "list-type": "tags.list_type",
    "tag-evidence": "tags.evidence",
    "tag-relations": "tags.relations",
    "tag-suggestion": "tags.suggestion",
    "vocabulary": "tags.vocabulary",
}
"""The module of each check, below `lintpost.checks`. Imported at first use: a run needs few of them."""


_SITE_CHECKS = frozenset(
    {
        "dead-anchor",
        "dead-link",
        "insecure-own-link",
        "missing-image",
        "near-duplicate",
        "orphan",
        "related-title",
        "same-address",
        "same-date",
        "same-slug",
        "same-title",
        "series-gap",
        "shared-paragraph",
        "tag-spelling",
        "tag-suggestion",
        "title-template",
        "unpublished-target",
    }
)


def check_names() -> list[str]:
    """The names of all checks, sorted."""
    return sorted(_MODULES)


def looks_over_site(name: str) -> bool:
    """Whether a check looks over the whole site: known without importing it, which keeps other runs fast.

    That of an installed package is imported. False for an unknown one.
    """
    if not is_installed_check(name):
        return name in _SITE_CHECKS
    try:
        return find_check(name).facts is not None
    except KeyError:
        return False


def is_installed_check(name: str) -> bool:
    """Whether a name is that of a check of another package: ``NAMESPACE/CHECK``."""
    return "/" in name


def check_fault(name: str) -> Text | None:
    """Why a check of an installed package cannot be used; None for a sound one, and for lintpost's own."""
    if not is_installed_check(name):
        return None
    from lintpost.checks.installed import fault_of

    return fault_of(name)


@cache
def find_check(name: str) -> Check:
    """The declaration of a check. Raises KeyError for an unknown name.

    For a broken check of an installed package there is one that says so (`lintpost.checks.installed`).
    """
    if is_installed_check(name):
        from lintpost.checks.installed import installed_check

        return installed_check(name)
    check: Check = import_module(f"lintpost.checks.{_MODULES[name]}").CHECK
    return check
