"""Front-matter keys that nobody knows."""

from collections.abc import Iterator
from functools import lru_cache

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.nearest import nearest
from lintpost.site.site import Site


class Options(CheckOptions):
    """`keys` are known beside the schema's ``properties``.

    Every unknown key is reported where the schema says ``additionalProperties: false`` or `closed`
    is true; otherwise only one that looks like a slip for a known key that the post lacks.
    """

    keys: tuple[str, ...] = ()
    closed: bool = False


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each unknown key."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    schema = site.schema.data if site.schema else {}
    properties = schema.get("properties", {})
    closed = options.closed or schema.get("additionalProperties") is False
    known = set(properties) | set(schema.get("required", ()))
    if not closed or options.closed:
        known |= set(options.keys)
    patterns = schema.get("patternProperties", {})
    unknown = [entry for entry in front.root.entries or () if entry.key not in known]
    missing = tuple(sorted(key for key in known if front.get(key) is None)) if unknown else ()
    for entry in unknown:
        if any(_matches(pattern, entry.key) for pattern in patterns):
            continue
        like = _slip(entry.key, missing)
        if closed or like:
            key = "slip" if like else "unknown"
            params = {"key": entry.key, "nearest": like}
            edit = Edit(entry.start, entry.end, like)
            # A full-width space in front is part of the key, and nobody sees it.
            fix = Fix("safe", (edit,)) if entry.key.strip() == like else None
            yield Hit(entry.start, entry.end, key, params, fix)


def _matches(pattern: str, key: str) -> bool:
    import regex

    return regex.search(pattern, key) is not None


@lru_cache(maxsize=1024)  # the posts of a site have the same keys
def _slip(key: str, known: tuple[str, ...]) -> str:
    """The key that this one was meant for: one or two slips in a word of four letters or more."""
    if len(key) < 4:
        return ""
    same = key.strip().replace("-", "_").lower()
    for candidate in known:
        if candidate.replace("-", "_").lower() == same:
            return candidate
    lengths = [word for word in known if abs(len(word) - len(key)) <= 1 and len(word) >= 4]
    if not lengths:
        return ""
    from rapidfuzz.distance import OSA

    limit = 1 if len(key) < 8 else 2
    close = [word for word in nearest(key, lengths) if OSA.distance(key, word) <= limit]
    # "topic" beside "topics" is another key, not a slip.
    close = [word for word in close if key.rstrip("s") != word.rstrip("s")]
    return close[0] if close else ""


CHECK = Check(
    name="unknown-key",
    options=Options,
    messages={"slip": ("key", "nearest"), "unknown": ("key", "nearest")},
    run=run,
    changes=("front-matter",),
    reads=("front-matter",),
    site=("schema",),
)
