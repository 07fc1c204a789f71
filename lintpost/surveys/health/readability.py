"""How easy a text is to read, by published formulas; higher is easier in both."""

from lintpost.checks.phrases.metric import syllables
from lintpost.post.lazy import lazy

_WORD = lazy("[A-Za-z][A-Za-z'’-]*")
_LATIN = lazy("[A-Za-zＡ-Ｚａ-ｚ]+")
_HIRAGANA = lazy("[\u3041-\u309f]+")
_KANJI = lazy("[\u3005\u3400-\u9fff\uf900-\ufaff]+")
_KATAKANA = lazy("[\u30a1-\u30fa\u30fc-\u30ff]+")
_FEWEST_SENTENCES = 3
"""Sentences below which a figure says more about chance than about the text."""


def is_japanese(text: str) -> bool:
    """Whether a text reads as Japanese: kana in at least one of twenty characters."""
    kana = sum(map(len, _HIRAGANA.findall(text))) + sum(map(len, _KATAKANA.findall(text)))
    return kana * 20 >= len(text) > 0


def kanji_share(text: str) -> float:
    """Kanji among the kanji, kana and Latin letters of a text, 0 to 1."""
    kanji, hiragana, katakana, latin = (
        sum(map(len, kind.findall(text))) for kind in (_KANJI, _HIRAGANA, _KATAKANA, _LATIN)
    )
    return kanji / ((kanji + hiragana + katakana + latin) or 1)


def reading_ease(sentences: list[str]) -> float | None:
    """The reading ease of a text in sentences; None where they are too few.

    Japanese: the shorter formula of Tateisi, Ono and Yamada, "A Computer Readability Formula of Japanese
    Texts for Machine Scoring" (COLING 1988), from the lengths of sentences and of runs of one script; 50 is
    the average of its samples, 10 the standard deviation. English: Flesch's reading ease (1948); 60 to 70 is plain English.
    """
    if len(sentences) < _FEWEST_SENTENCES:
        return None
    text = "\n".join(sentences)
    return _tateisi(text, sentences) if is_japanese(text) else _flesch(text, len(sentences))


def _tateisi(text: str, sentences: list[str]) -> float:
    length = sum(len(sentence.strip()) for sentence in sentences) / len(sentences)
    commas = (text.count("、") + text.count("，")) / len(sentences)
    return (
        115.79
        - 0.12 * length
        - 1.37 * _mean_run(_LATIN.findall(text))
        + 7.4 * _mean_run(_HIRAGANA.findall(text))
        - 23.18 * _mean_run(_KANJI.findall(text))
        - 5.4 * _mean_run(_KATAKANA.findall(text))
        - 4.67 * commas
    )


def _mean_run(runs: list[str]) -> float:
    return sum(map(len, runs)) / len(runs) if runs else 0.0


def _flesch(text: str, sentences: int) -> float | None:
    words = _WORD.findall(text)
    if not words:
        return None
    spoken = sum(map(syllables, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * spoken / len(words)
