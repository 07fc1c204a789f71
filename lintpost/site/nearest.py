"""The known words nearest to an unknown one."""

from collections.abc import Iterable

from lintpost.site.fold import fold


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` known words, best first: those that hold the word or are held, then similar ones.

    Similarity is the normalised Indel ratio (0-100, what rapidfuzz calls `ratio`), of at least 60.
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
    """How much of two words their longest common subsequence takes up, 0 to 100.

    Bit-parallel (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"). rapidfuzz takes longer
    to import than a post to check.
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
