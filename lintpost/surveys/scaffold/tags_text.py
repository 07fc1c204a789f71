"""The text of a site's first `tags.yml`."""

from collections import defaultdict
from typing import NamedTuple

from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_comment
from lintpost.surveys.scaffold.dictionary_texts import scalar
from lintpost.surveys.tag_drift import Kind, TagPair, similar_tags
from lintpost.surveys.tag_usage import TagUse

_HEAD = Text(
    "# The tags in use, with the number of posts. Only what is listed here is valid: merge and retire\n"
    "# tags in this file, then write them into the posts with `lintpost tags apply`.\n"
    "#   - {name: LLM, aliases: [large language model]}   the posts' old words for it\n"
    "#   - {name: News, retired: {use: Industry}}         no longer used",
    "# 使われているタグと記事数。ここに書いたタグだけが有効です。統合・廃止もここに書き、\n"
    "# `lintpost tags apply` で記事に反映します。\n"
    "#   - {name: LLM, aliases: [大規模言語モデル]}          記事にある別の書き方\n"
    "#   - {name: 最新ニュース, retired: {use: 業界動向}}    廃止したタグ",
)
_ONCE = Text(
    "  # Used once: keep, merge (as an alias above) or drop (`retired`), when you come to it. Valid until then.",
    "  # 1本だけで使われているもの：残すか、統合する（上の aliases に加える）か、廃止する（retired）か、"
    "手の空いたときに決めます。それまでは有効です。",
)
_SAME: dict[Kind, Text] = {
    "slug": Text("same archive URL as {}", "一覧ページのURLが {} と重なる"),
    "meaning": Text("= {}? Then list it there under `aliases`", "= {}？ 同じなら {} の aliases に"),
    "near": Text("a slip for {}?", "{} の書き間違い？"),
    "holds": Text("the topic of {}? Then list it there under `aliases`", "{} と同じ話題？ 同じなら {} の aliases に"),
    "within": Text("narrower than {}?", "{} の一部？"),
}  # fmt: skip


class TagsText(NamedTuple):
    """The text, the number of tags in it, and of those among them that one post uses."""

    text: str
    tags: int
    once: int


def tags_text(fields: dict[str, list[TagUse]], lang: Lang) -> TagsText:
    """The words of the fields (``tags``, ``categories``), most used first, and the pairs among them.

    Spellings of one word are its aliases; other pairs are comments. Words that one post uses stand below the
    others, to be decided on. They are valid all the same: were they not, each would be an error at once on a site
    whose tags have drifted, and of no post the author did anything wrong that day.
    """
    lines = [_HEAD[lang]]
    tags = waiting = 0
    for field, words in fields.items():
        if words:
            kept, once = _entries(words, lang)
            tags += len(kept) + len(once)
            waiting += len(once)
            lines += [f"{field}:", *kept]
            if once:
                lines += [_ONCE[lang], *once]
    return TagsText("\n".join(lines) + "\n", tags, waiting)


def _entries(words: list[TagUse], lang: Lang) -> tuple[list[str], list[str]]:
    """The lines of the words that several posts use, and of those that one does."""
    aliases: dict[str, list[TagUse]] = defaultdict(list)
    notes: dict[str, list[str]] = defaultdict(list)
    owner: dict[str, str] = {}
    for pair in similar_tags(words):
        keep, drop = pair.keep.word, pair.drop.word
        keep = owner.get(keep, keep)
        if pair.kind == "spelling":
            if drop not in owner and drop != keep and drop not in aliases:
                owner[drop] = keep
                aliases[keep].append(pair.drop)
        elif drop not in owner:
            notes[drop].append(_note(pair, keep, lang))
    kept: list[str] = []
    once: list[str] = []
    for usage in words:
        if usage.word in owner:
            continue
        count = " + ".join(str(one.posts) for one in (usage, *aliases[usage.word]))
        comment = "; ".join([count, *notes[usage.word]])
        line = f"  - {_entry(usage, aliases[usage.word])}  # {in_comment(comment)}"
        (kept if usage.posts > 1 or aliases[usage.word] else once).append(line)
    return kept, once


def _note(pair: TagPair, keep: str, lang: Lang) -> str:
    return _SAME[pair.kind][lang].replace("{}", keep)


def _entry(usage: TagUse, aliases: list[TagUse]) -> str:
    name = scalar(usage.word)
    if not aliases:
        return name
    return f"{{name: {name}, aliases: [{', '.join(scalar(one.word) for one in aliases)}]}}"
