"""A slug, or a file name, that is not what it should be."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from lintpost.checks.common.front_values import fence, strings
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.files import page_stem
from lintpost.site.site import Site

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-"


class Options(CheckOptions):
    """`field` that must say what the file name says. `file` is a regular expression for the name
    itself, its date and its ending left out ("": any); `wanted` says in words what it asks for.
    """

    field: str = "slug"
    file: str = ""
    wanted: str = ""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At the slug that differs, and at the fence of a post whose file is not named as it must be."""
    front = post.front_matter
    if front is None or post.path.startswith("<"):
        return
    stem = page_stem(post.path)
    name = re.sub(_DATE, "", stem, count=1)
    for field in strings(post, (options.field,)):
        slug = field.value.strip().strip("/")
        if slug and _plain(slug) not in (_plain(name), _plain(stem)):
            params = {"key": field.key, "slug": slug, "name": name}
            yield Hit(*field.content, "differs", params)
    if options.file and not re.fullmatch(options.file, name):
        from lintpost.checks.common.schema.words import pattern_words

        said = {"description": options.wanted} if options.wanted else {}
        wanted = pattern_words(f"^{options.file}$", said)
        yield Hit(*fence(post, front), "file", {"name": name, "wanted": wanted})


def _plain(word: str) -> str:
    """A name as addresses compare: macOS stores file names decomposed."""
    return normalize("NFC", word).replace("_", "-").replace(" ", "-").casefold()


CHECK = Check(
    name="file-slug",
    options=Options,
    messages={"differs": ("key", "name", "slug"), "file": ("name", "wanted")},
    run=run,
    reads=("front-matter",),
)
