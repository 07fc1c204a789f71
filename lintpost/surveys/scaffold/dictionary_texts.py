"""The text of a site's first `names.yml`."""

from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_quotes, is_plain
from lintpost.surveys.harvest import Harvest, Word


def names_text(found: Harvest, lang: Lang) -> str:
    """The names found in bold, most frequent first."""
    explained = Text(
        "# Names found in bold, with the number of posts. `variants` are spelled otherwise: check\n"
        "# that they are wrong, or move them to `accepted`. kind: product, company, model,\n"
        "# technology, service, person, event or other.",
        "# 太字から集めた名前と記事数。`variants` は誤った表記として扱います"
        "（正しければ `accepted` へ）。\n"
        "# kind: product, company, model, technology, service, person, event, other",
    )
    entries = map(_entry, found.names)
    return "\n".join([explained[lang], "names:", *entries]) + "\n"


def scalar(text: str) -> str:
    """A text as a YAML scalar, quoted where it must be."""
    if is_plain(text) and ": " not in text:
        return text
    return in_quotes(text)


def _entry(word: Word) -> str:
    """One line of YAML, the counts as a comment."""
    fields = [f"name: {scalar(word.name)}", "kind: product"]
    if word.variants:
        fields.append(f"variants: [{', '.join(scalar(text) for text, _ in word.variants)}]")
    counts = " + ".join(str(count) for count in (word.posts, *(n for _, n in word.variants)))
    return f"  - {{{', '.join(fields)}}}  # {counts}"
