"""One name in two accepted forms."""

from collections.abc import Iterator

from lintpost.checks.common.names.mentions import FUNCTION_WORDS, is_gloss
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import IMAGE, LINK, QUOTE
from lintpost.post.post import Post
from lintpost.site.name import Mention, Name
from lintpost.site.site import Site

# "Huawei Ascend", "Azure DevOps", 「トヨタ紡織」: a word beside a form makes another name of both.
_LATIN_BEHIND = lazy(r"[ \-][A-Z0-9α-ω]|[\u30a1-\u30fa\u4e00-\u9fff]")
_LATIN_BEFORE = lazy(r"([A-Z][0-9A-Za-z.]*)[ \-]\Z|(?<![0-9A-Za-z])(?:by|of) \Z")
_JAPANESE_BEHIND = lazy(r"[・＝][\u30a1-\u30fa]|[ ]?[A-Z][a-z]|[\u30a1-\u30fa\u4e00-\u9fff]")
_JAPANESE_BEFORE = lazy(r"[\u30a1-\u30fa\u30fc][・＝]\Z|日本\Z|[A-Za-z] ?\Z")
# Words that make no other name of the one before them.
_PLAIN_BEHIND = lazy(
    r"社|製|側|内|等|株|氏|幹部|本社|傘下|独自|向け|版|対応|自身|以外|経由|出身|日本法人"
)
_VERSION = lazy(r"[ \-]?[0-9][0-9.]*\Z")
_JOINTS = lazy(r"[ \-・]")
_REACH = 40


class Options(CheckOptions):
    """`summaries` must name things as `title` does."""

    summaries: tuple[str, ...] = ("excerpt", "description")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At most one hit for each name in the body, and one in each summary."""
    if site.names is None:
        return
    by_place: dict[str, dict[Name, list[Mention]]] = {}
    before: Mention | None = None
    mentions = site.names.mentions(post)
    starts, ends = {one.start for one in mentions}, {one.end for one in mentions}
    for mention in mentions:
        if not mention.name.accepted or mention.role == "variant":
            continue
        gloss = is_gloss(post.text, mention, before)
        if not gloss:
            before = mention
        if gloss or _is_compound(post.text, mention, starts, ends):
            continue
        if not mention.field and post.markdown.flags_at(mention.start) & (QUOTE | IMAGE | LINK):
            continue
        by_place.setdefault(mention.field, {}).setdefault(mention.name, []).append(mention)
    for key in options.summaries:
        for name, found in by_place.get(key, {}).items():
            titled = by_place.get("title", {}).get(name, [])
            first = found[0]
            if titled and not any(_same(one.form, first.form) for one in titled):
                params = {"form": first.form, "other": titled[0].form, "key": key}
                related = (Related(titled[0].start, titled[0].end),)
                yield Hit(first.start, first.end, "title", params, related=related)
    for found in by_place.get("", {}).values():
        yield from _mixed(found)


def _mixed(mentions: list[Mention]) -> Iterator[Hit]:
    """The first mention in another form than most; of two equally frequent, the later form."""
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.form] = counts.get(mention.form, 0) + 1
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda form: counts[form])
    odd = next((mention for mention in mentions if not _same(mention.form, usual)), None)
    if odd is None:
        return
    example = next(mention for mention in mentions if mention.form == usual)
    params = {
        "form": odd.form,
        "other": usual,
        "count": counts[odd.form],
        "usual": counts[usual],
    }
    related = (Related(example.start, example.end),)
    yield Hit(odd.start, odd.end, "body", params, related=related)


def _same(form: str, other: str) -> bool:
    """Whether two forms are one but for spaces, one the other's short form (Rails, Ruby on Rails), or two
    versions.
    """
    one, two = (_JOINTS.sub("", _VERSION.sub("", text)).casefold() for text in (form, other))
    return one in two or two in one


def _is_compound(text: str, mention: Mention, starts: set[int], ends: set[int]) -> bool:
    """Whether a mention is part of a longer name. `starts` and `ends` are those of all mentions: what
    stands in a row of names, 「アリババ・テンセント」, is a name of its own.
    """
    latin = mention.form.isascii()
    behind = (_LATIN_BEHIND if latin else _JAPANESE_BEHIND).match(text, mention.end)
    in_row = text[mention.end : mention.end + 1] == "・" and mention.end + 1 in starts
    if behind and not in_row and not _PLAIN_BEHIND.match(text, mention.end):
        return True
    pattern = _LATIN_BEFORE if latin else _JAPANESE_BEFORE
    before = pattern.search(text, max(0, mention.start - _REACH), mention.start)
    if before is None or (latin and before[1] in FUNCTION_WORDS):
        return False
    return not any(mention.start - back in ends for back in (0, 1))


CHECK = Check(
    name="name-mixed",
    options=Options,
    messages={"title": ("form", "key", "other"), "body": ("count", "form", "other", "usual")},
    run=run,
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
)
