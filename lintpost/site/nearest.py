"""Finding the known words that are most similar to an unknown one."""

from collections.abc import Iterable

from lintpost.site.fold import fold


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` known words with a similarity of at least 60, the most similar first.

    The similarity is the normalized Indel ratio (0 to 100, `rapidfuzz.fuzz.ratio`), or at least 75
    if one word contains the other.
    """
    target = fold(word)
    scored = []
    for candidate in known:
        folded = fold(candidate)
        score = ratio(target, folded)
        shorter = min(len(target), len(folded))
        if shorter >= 2 and (folded in target or target in folded):
            score = max(score, 75 + 25 * shorter / max(len(target), len(folded)))
        if score >= 60:
            scored.append((-score, candidate))
    return [candidate for _, candidate in sorted(scored)[:limit]]


def ratio(one: str, other: str) -> float:
    """The normalized Indel similarity of two words, 0 to 100, from their longest common subsequence.

    Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004). Importing rapidfuzz
    for it would take longer than checking a post.
    """
    places: dict[str, int] = {}
    for index, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << index
    whole = left = (1 << len(one)) - 1
    for char in other:
        taken = left & places.get(char, 0)
        left = (left + taken) | (left - taken)
    common = (whole & ~left).bit_count()
    return 200 * common / (len(one) + len(other)) if one or other else 100.0
