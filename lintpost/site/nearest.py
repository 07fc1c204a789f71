"""The known words nearest to an unknown one."""

from collections.abc import Iterable

from lintpost.site.fold import fold


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` known words, best first: those that hold the word or are held, then similar ones.

    Similarity is rapidfuzz's normalised Indel ratio (0-100), of at least 60.
    """
    from rapidfuzz.fuzz import ratio

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
