"""What identifies a finding when lines have moved and other parts of the post have changed."""

from hashlib import sha256

from lintpost.engine.finding import Finding

_AROUND = 16
_LONGEST = 200
_DIGITS = 12


def fingerprint(finding: Finding, text: str) -> str:
    """Twelve hexadecimal digits of the rule, the text of the finding and its surroundings.

    The surroundings are 16 code points on both sides. White space is squeezed, and of a long finding
    its first 200 code points count. The path is no part of it, so that a renamed post keeps its entries.
    """
    start, end = finding.start.offset, finding.end.offset
    return _hash(finding, text, text[start : min(end, start + _LONGEST)], _DIGITS)


def surroundings(finding: Finding, text: str) -> str:
    """Eight hexadecimal digits of the rule and the surroundings: the text of the finding may change."""
    return _hash(finding, text, "", 8)


def _hash(finding: Finding, text: str, own: str, digits: int) -> str:
    start, end = finding.start.offset, finding.end.offset
    parts = (finding.rule, text[max(0, start - _AROUND) : start], own, text[end : end + _AROUND])
    squeezed = "\0".join(" ".join(part.split()) for part in parts)
    return sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
