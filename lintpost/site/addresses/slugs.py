"""Words of titles and file names as generators write them into addresses."""

from unicodedata import category

from lintpost.post.lazy import lazy

_PRETTY_KEPT = frozenset("._~!$&'()+,;=@")
_HUGO_KEPT = frozenset(".\\/_#+~-@")
_PLAIN = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DATED = lazy(r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-")


def jekyll_slug(text: str, *, pretty: bool = False) -> str:
    """Jekyll's slugs (lib/jekyll/utils.rb, `slugify`): the mode ``pretty`` with its case for ``:title``, the mode
    ``default`` for ``:slug``.
    """
    if _PLAIN.match(text):
        return text
    kept = _PRETTY_KEPT if pretty else frozenset()
    chars = [
        char if char in kept or category(char)[0] in "LM" or category(char) == "Nd" else "\0"
        for char in text
    ]
    slug = "-".join(part for part in "".join(chars).split("\0") if part)
    slug = slug.strip("-") if pretty else slug
    return slug if pretty else slug.lower()


def hugo_slug(text: str, *, lower: bool = True) -> str:
    """Hugo's addresses (helpers/path.go, `UnicodeSanitize`): letters, digits, marks and a few signs stay, spaces
    become hyphens, the rest goes.
    """
    found: list[str] = []
    waits = False
    for char in text:
        if char in _HUGO_KEPT or category(char)[0] in "LM" or category(char) == "Nd":
            if waits and char != "-":
                found.append("-")
            waits = False
            found.append(char)
        elif found and found[-1] != "-" and char.isspace():
            waits = True
    slug = "".join(found)
    return slug.lower() if lower else slug


def without_date(stem: str) -> str:
    """A file's name without the date that Jekyll's posts begin with."""
    return _DATED.sub("", stem, 1)
