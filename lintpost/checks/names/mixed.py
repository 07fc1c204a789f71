"""One name in two accepted forms."""

from collections.abc import Iterator

from lintpost.checks.common.name_mentions import is_gloss
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import IMAGE, LINK, QUOTE
from lintpost.post.post import Post
from lintpost.site.name import Mention, Name
from lintpost.site.site import Site

# "Huawei Ascend", "Meta Platforms": behind a Latin form, a capitalised word makes another name.
_COMPOUND = lazy(r"[ \-][A-Z0-9]")


class Options(CheckOptions):
    """`summaries` must name things as `title` does."""

    summaries: tuple[str, ...] = ("excerpt", "description")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At most one hit for each name in the body, and one in each summary."""
    if site.names is None:
        return
    by_place: dict[str, dict[Name, list[Mention]]] = {}
    before: Mention | None = None
    for mention in site.names.mentions(post):
        if not mention.name.accepted or mention.role == "variant":
            continue
        gloss = is_gloss(post.text, mention, before)
        if not gloss:
            before = mention
        if gloss or _is_compound(post.text, mention):
            continue
        if not mention.field and post.markdown.flags_at(mention.start) & (QUOTE | IMAGE | LINK):
            continue
        by_place.setdefault(mention.field, {}).setdefault(mention.name, []).append(mention)
    for key in options.summaries:
        for name, mentions in by_place.get(key, {}).items():
            titled = by_place.get("title", {}).get(name, [])
            first = mentions[0]
            if titled and not any(_same(one.form, first.form) for one in titled):
                params = {"form": first.form, "other": titled[0].form, "key": key}
                related = (Related(titled[0].start, titled[0].end),)
                yield Hit(first.start, first.end, "title", params, related=related)
    for mentions in by_place.get("", {}).values():
        yield from _mixed(mentions)


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
    """Whether two forms are one, or one the other's short form (Rails, Ruby on Rails)."""
    return form in other or other in form


def _is_compound(text: str, mention: Mention) -> bool:
    return mention.form.isascii() and bool(_COMPOUND.match(text, mention.end))


CHECK = Check(
    name="name-mixed",
    options=Options,
    messages={"title": ("form", "key", "other"), "body": ("count", "form", "other", "usual")},
    run=run,
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
)
