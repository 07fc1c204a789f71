"""The facts of one post as the cache stores them: a run over part of a site reads those of all its posts.

A first line says whether the post has comments and which overrides it falls under. Then come the facts as JSON, which
has neither line ends nor tabs, each once on a line of its own, and a line for each rule with its name and the
numbers of its facts among them. The encoding is UTF-8, lone surrogates included.
"""

from lintpost.engine.finding import PostFacts


def text_of(facts: PostFacts | None) -> bytes:
    """Whole facts without the digest of the post, which the cache has anyway; b"" for None."""
    if facts is None:
        return b""
    head = " ".join(map(str, (int(facts.has_comments), *facts.overrides)))
    numbers: dict[str, int] = {}
    rules = []
    for rule, texts in facts.values.items():
        own = [numbers.setdefault(text, len(numbers)) for text in texts]
        rules.append(f"{rule}\t{' '.join(map(str, own))}")
    return "\n".join((head, *numbers, *rules)).encode(errors="surrogatepass")


def facts_of(data: bytes, digest: str) -> PostFacts | None:
    """What `text_of` wrote. Raises ValueError or IndexError for anything else."""
    if not data:
        return None
    head, *lines = data.decode(errors="surrogatepass").split("\n")
    has_comments, *overrides = map(int, head.split(" "))
    texts: list[str] = []
    values: dict[str, tuple[str, ...]] = {}
    for line in lines:
        rule, tab, numbers = line.partition("\t")
        if tab:
            values[rule] = tuple([texts[int(number)] for number in numbers.split(" ")])
        else:
            texts.append(line)
    return PostFacts(values, tuple(overrides), bool(has_comments), digest)
