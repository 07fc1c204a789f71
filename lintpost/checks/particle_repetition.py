"""A particle that comes back in one sentence (textlint's no-doubled-joshi and -conjunctive-particle-ga)."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintpost.checks.hit import Hit, Related
from lintpost.checks.prose import ModeOptions, sentences
from lintpost.post.post import Post
from lintpost.post.sentence_tree import SEPARATORS, plain
from lintpost.post.words import Word, words
from lintpost.site.site import Site

_COMMAS = "、，"
_BRACKETS = ("括弧開", "括弧閉")


class Options(ModeOptions):
    """`interval`: how far apart two of them may be and are still reported, counted in particles, commas
    and brackets. `strict` counts every particle. `particles`: which ones (empty: all). `allow`: which never.
    """

    interval: int = 1
    strict: bool = False
    particles: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    separators: str = SEPARATORS
    commas: str = _COMMAS


class _Particle(NamedTuple):
    """Particles in a row as one (には, とは)."""

    surface: str
    start: int
    number: int
    """Its number among what is counted."""
    words: tuple[Word, ...]

    @property
    def key(self) -> tuple[str, ...]:
        features = [word.features for word in self.words]
        return (
            self.surface,
            *("".join(getattr(f, n) for f in features) for n in ("pos", "pos1", "pos2", "pos3")),
        )

    @property
    def kind(self) -> str:
        return "".join(word.features.pos1 for word in self.words)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each particle that repeats one before it."""
    for _, found in sentences(post, compat=options.compat, separators=options.separators):
        for sentence in found:
            read = plain(sentence.pieces, "ー")
            tokens = words(read.text)
            for former, later in _repeated(tokens, options):
                related = Related(*read.span(former.start, former.start + len(former.surface)))
                span = read.span(later.start, later.start + len(later.surface))
                yield Hit(*span, "", {"text": later.surface}, related=(related,))


def _repeated(tokens: Sequence[Word], options: Options) -> list[tuple[_Particle, _Particle]]:
    groups: dict[tuple[str, ...], list[_Particle]] = {}
    for particle in _particles(tokens, options):
        groups.setdefault(particle.key, []).append(particle)
    found = []
    for particles in groups.values():
        first = particles[0]
        if len(particles) < 2 or first.surface in options.allow:
            continue
        if options.particles and first.surface not in options.particles:
            continue
        if not options.strict and _is_natural(particles, tokens):
            continue
        found += [
            (former, later)
            for former, later in itertools.pairwise(particles)
            if later.number - former.number <= options.interval
            and (options.compat or _is_heavy(former, later, tokens))
        ]
    return sorted(found, key=lambda pair: pair[1].start)


def _particles(tokens: Sequence[Word], options: Options) -> Iterator[_Particle]:
    count = 0
    row: list[Word] = []
    for word in (*tokens, None):
        if word is not None and word.features.pos == "助詞":
            row.append(word)
            continue
        if row:
            yield _Particle("".join(w.surface for w in row), row[0].start, count, tuple(row))
            count, row = count + 1, []
        if word is not None and _is_counted(word, options):
            count += 1


def _is_counted(word: Word, options: Options) -> bool:
    if word.surface in options.separators:
        return True
    if options.strict:
        return False
    features = word.features
    is_comma = features.pos in ("名詞", "記号") and word.surface in options.commas
    return is_comma or features.pos1 in _BRACKETS


def _is_natural(particles: list[_Particle], tokens: Sequence[Word]) -> bool:
    """What is natural to repeat: の, を, て, A や B や C, …か…どうか."""
    first = particles[0]
    if first.kind == "連体化" or (first.kind, first.surface) in (
        ("格助詞", "を"),
        ("接続助詞", "て"),
    ):
        return True
    if len(particles) == 2 and all(particle.kind == "並立助詞" for particle in particles):
        return True
    if len(particles) == 2 and all(particle.surface == "か" for particle in particles):
        last = tokens.index(particles[1].words[0])
        return last > 0 and tokens[last - 1].surface == "どう"
    return False


_HEAVY = {"は": "係助詞", "が": "格助詞", "に": "格助詞", "で": "格助詞"}
"""What makes a sentence hard to follow where it comes back at once: topic, subject, place, means."""


def _is_heavy(former: _Particle, later: _Particle, tokens: Sequence[Word]) -> bool:
    """Whether a repetition is one to mend: no fixed expression, no parallel, and close by."""
    if _HEAVY.get(later.surface) != later.kind:
        return False
    first, last = tokens.index(former.words[-1]), tokens.index(later.words[0])
    between = tokens[first + 1 : last]
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or after.features.pos == "記号":
        return False  # …は、 …で、 : a pause follows, and a clause has ended
    if any(word.features.pos in ("動詞", "助動詞", "形容詞") for word in between):
        return False  # a clause of its own stands between
    return len("".join(word.surface for word in between)) <= 12
