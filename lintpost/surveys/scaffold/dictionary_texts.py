"""The text of a site's first `names.yml`."""

from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_comment, in_quotes, is_plain
from lintpost.surveys.harvest import Harvest
from lintpost.surveys.name_harvest.harvester import HarvestedName


def names_text(found: Harvest, lang: Lang) -> str:
    """The names found in bold, those in most posts first, each marked as harvested."""
    explained = Text(
        "# Names that stand in bold in sentences, with the number of posts; then the other spellings in the\n"
        "# posts, with their counts. Names that the preset known-names has are left out.\n"
        "# Nobody has looked at these entries yet: `harvested: true` says so. While an entry has this mark,\n"
        "# only its `variants` (surely wrong) are reported, and its fixes are unsafe. Look at an entry, then\n"
        "# take the mark away: other cases and spacings of the name become findings, with safe fixes.\n"
        "# kind: product, company, model, technology, service, person, event or other.",
        "# 文中の太字から集めた名前と記事数。続けて、記事にあったほかの表記とその回数。\n"
        "# プリセット known-names にある名前は載せていません。\n"
        "# `harvested: true` は、まだ誰も確かめていない項目の印です。印があるあいだは `variants`（確かな誤り）だけを\n"
        "# 指摘し、修正は要確認（unsafe）として扱います。確かめた項目からは印を消してください。\n"
        "# 印を消すと、大文字・小文字や空白の違いも指摘し、安全な修正を提案します。\n"
        "# kind: product, company, model, technology, service, person, event, other",
    )
    entries = map(_harvested, found.names)
    marked, total = found.bold_first
    # `other` has no policy for bold of its own: where the posts have one, the file says so.
    bold = ", bold: first-mention" if marked * 2 > total else ""
    defaults = f"defaults: {{kind: other{bold}}}"
    return "\n".join([explained[lang], defaults, "names:", *entries]) + "\n"


def scalar(text: str) -> str:
    """A text as a YAML scalar, quoted where it must be."""
    if is_plain(text) and ": " not in text:
        return text
    return in_quotes(text)


def _harvested(name: HarvestedName) -> str:
    """One line of YAML; the posts, and the counts of other spellings, as a comment."""
    fields = [f"name: {scalar(name.name)}"]
    if name.kind is not None:
        fields.append(f"kind: {name.kind}")
    if name.variants:
        fields.append(f"variants: [{', '.join(scalar(text) for text, _ in name.variants)}]")
    counts = [f"{in_comment(text)} {times}" for text, times in (*name.variants, *name.others)]
    behind = f" | {', '.join(counts)}" if counts else ""
    return f"  - {{{', '.join(fields)}, harvested: true}}  # {name.posts}{behind}"
