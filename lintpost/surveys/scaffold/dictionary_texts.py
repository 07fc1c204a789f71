"""The texts of a site's first `tags.yml` and `names.yml`."""

from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_comment, in_quotes, is_plain
from lintpost.surveys.harvest import Harvest, Word


def tags_text(found: Harvest, lang: Lang) -> str:
    """The tags and categories in use, most frequent first."""
    explained = Text(
        "# The tags in use, with the number of posts. Merge and retire them here:\n"
        "#   - {name: LLM, aliases: [large language model]}\n"
        "#   - {name: News, retired: {use: Industry}}",
        "# 使われているタグと記事数。統合・廃止はここに書きます。\n"
        "#   - {name: LLM, aliases: [大規模言語モデル]}\n"
        "#   - {name: 最新ニュース, retired: {use: 業界動向}}",
    )
    lines = [explained[lang]]
    for field, words in (("tags", found.tags), ("categories", found.categories)):
        if words:
            lines.append(f"{field}:")
            lines += [_entry(word, "aliases", "") for word in words]
    return "\n".join(lines) + "\n"


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
    entries = (_entry(word, "variants", "product") for word in found.names)
    return "\n".join([explained[lang], "names:", *entries]) + "\n"


def scalar(text: str) -> str:
    """A text as a YAML scalar, quoted where it must be."""
    if is_plain(text) and ": " not in text:
        return text
    return in_quotes(text)


def _entry(word: Word, key: str, kind: str) -> str:
    """One line of YAML, the counts as a comment."""
    name = scalar(word.name)
    counts = str(word.posts)
    fields = [f"name: {name}"]
    if kind:
        fields.append(f"kind: {kind}")
    if word.variants:
        fields.append(f"{key}: [{', '.join(scalar(text) for text, _ in word.variants)}]")
        counts += " + " + " + ".join(str(count) for _, count in word.variants)
    if word.like:
        counts += f"  ≒ {in_comment(word.like)}"
    item = f"{{{', '.join(fields)}}}" if len(fields) > 1 else name
    return f"  - {item}  # {counts}"
