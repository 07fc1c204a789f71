"""A title that names another year than the post's own as if it were the present."""

import re
from collections.abc import Iterator

from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.common.front_values import strings
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_HEAD = r"[\s【\[［(（「『]*(20\d\d)年(?!度|代|問題|\d{1,2}月期|までに|以降|から|には)"
_EDITION = r"(?i)(?<!\d)(20\d\d)(?:年(?:最新|版|度版|の最新)|\s+(?:edition|guide)\b)"
_AHEAD = (
    r"(?i)予測|予想|見通し|展望|未来図|計画|目標|ロードマップ|に向け|控え|問題|施行|開始|登場|発売|予定|公開へ|"
    r"までに|forecast|outlook|predict|roadmap"
)


class Options(CheckOptions):
    """`dates`: any of them in the title's year makes the title right."""

    fields: tuple[str, ...] = ("title",)
    dates: tuple[str, ...] = (
        "date", "pubDate", "publishDate", "published_at", "last_modified_at", "lastmod", "updated",
        "updatedDate", "modified",
    )  # fmt: skip


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At the year: one that opens the title of an earlier post, or an edition of any other year."""
    front = post.front_matter
    if front is None:
        return
    for field in strings(post, options.fields):
        if "20" not in field.value:
            continue
        entries = [entry for key in options.dates if (entry := front.get(key)) is not None]
        moments = [(entry, parse(entry.node.value)) for entry in entries]
        dated = [(entry, moment.day.year) for entry, moment in moments if moment is not None]
        if not dated:
            return
        years = {year for _, year in dated}
        found = re.search(_EDITION, field.value)
        if found is None:
            found = re.match(_HEAD, field.value)
            if found is None or re.search(_AHEAD, field.value) or int(found[1]) < max(years):
                continue
        if int(found[1]) in years:
            continue
        entry, year = dated[0]
        related = (Related(entry.node.start, entry.node.end),)
        params = {"key": field.key, "year": found[1], "date": entry.key, "own": year}
        yield Hit(*field.span(*found.span(1)), "", params, related=related)


CHECK = Check(
    name="title-year",
    options=Options,
    messages={"": ("date", "key", "own", "year")},
    run=run,
    reads=("front-matter",),
)
