"""The facts of one post as the cache stores them: a run over part of a site reads those of all its posts.

A first line says whether the post has comments and which overrides it falls under; then each rule has a line
with its name and its facts as JSON, which has no line ends. The encoding is UTF-8, lone surrogates
included.
"""

from lintpost.engine.finding import PostFacts


def text_of(facts: PostFacts | None) -> bytes:
    """Whole facts without the digest of the post, which the cache has anyway; b"" for None."""
    if facts is None:
        return b""
    head = " ".join(map(str, (int(facts.has_comments), *facts.overrides)))
    lines = [head, *(f"{rule}\t{value}" for rule, value in facts.values.items())]
    return "\n".join(lines).encode(errors="surrogatepass")


def facts_of(data: bytes, digest: str) -> PostFacts | None:
    """What `text_of` wrote. Raises ValueError for anything else."""
    if not data:
        return None
    head, *lines = data.decode(errors="surrogatepass").split("\n")
    has_comments, *overrides = map(int, head.split(" "))
    values = dict(line.split("\t", 1) for line in lines)
    return PostFacts(values, tuple(overrides), bool(has_comments), digest)
