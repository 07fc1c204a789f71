"""A particle that comes back in one sentence (textlint's no-doubled-joshi and -conjunctive-particle-ga)."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintpost.checks.common.sentences.prose import CODE, ModeOptions, plains
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import SEPARATORS
from lintpost.post.prose.words import Word, words
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
    code = "ー" if options.compat else CODE
    repeated = _repeated if options.compat else _heavy
    for _, found in plains(post, code, compat=options.compat, separators=options.separators):
        for _, read in found:
            if not options.compat and not _may_be_heavy(read.text):
                continue
            for former, later in repeated(words(read.text), options):
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


_HEAVY = {"は": "係助詞", "が": "格助詞"}
"""What makes a sentence hard to follow where it comes back at once: the topic and the subject."""
# Each は and が up to the next one; を between them is a particle wherever it stands.
_CLOSE = lazy("(?=([はが])([^、，（）「」『』を]{1,12}?)\\1)")
_CLAUSE = lazy(
    "です|ました|ません|てい[るた]|され[るた]|(?<![そ決た])して|する|した(?!が)|ない|できる|である|だった|れば|った(?!ん)"
)
"""What tells a verb or an auxiliary without words."""
_ADVERBS = ("副詞可能", "副詞化")
_QUESTIONS = frozenset(["何", "なに", "誰", "どこ", "どれ", "どちら", "いつ", "いくら"])
_STATES = frozenset(
    [
        "ある",
        "できる",
        "出来る",
        "分かる",
        "わかる",
        "要る",
        "かかる",
        "見える",
        "聞こえる",
        "違う",
        "似る",
    ]
)
"""Predicates that take a second が (何が苦手で, 耳が良い)."""
_CLAUSES = ("動詞", "助動詞", "形容詞")


def _may_be_heavy(text: str) -> bool:
    """Whether `_heavy` can find anything, told without words."""
    if text.count("は") < 2 and text.count("が") < 2:
        return False
    return any(not _CLAUSE.search(match[2]) for match in _CLOSE.finditer(text))


def _heavy(tokens: Sequence[Word], options: Options) -> Iterator[tuple[_Particle, _Particle]]:
    """The repetitions to mend: no other particle, comma, bracket or clause stands between, the two are
    close by, and no pause follows.
    """
    former = -1
    stops = options.separators + options.commas + "/／|｜"
    for index, word in enumerate(tokens):
        features = word.features
        if features.pos == "助詞":
            if _HEAVY.get(word.surface) != features.pos1 or _is_place(tokens, index):
                former = -1
                continue
            if (
                former >= 0
                and tokens[former].surface == word.surface
                and word.surface not in options.allow
            ):
                after = tokens[index + 1] if index + 1 < len(tokens) else None
                near = word.start - tokens[former].start <= 13
                if near and after is not None and not _is_natural_here(tokens, index, after):
                    yield _one(tokens[former]), _one(word)
            former = index
        elif features.pos in _CLAUSES or features.pos1 in _BRACKETS or word.surface in stops:
            former = -1


def _is_natural_here(tokens: Sequence[Word], index: int, after: Word) -> bool:
    """Whether a second は or が is at home: before a pause, behind an adverb (かつては), before a state."""
    before = tokens[index - 1].features
    if after.features.pos == "記号" or before.pos == "副詞" or before.pos1 in _ADVERBS:
        return True
    if tokens[index].surface == "は" and _is_denied(tokens, index + 1):
        return True
    if tokens[index - 1].surface in _QUESTIONS:
        return True
    if tokens[index].surface == "は":
        return False
    features = after.features
    return features.pos == "形容詞" or features.pos1 == "形容動詞語幹" or features.base in _STATES


def _is_denied(tokens: Sequence[Word], index: int) -> bool:
    """Whether ない or ありません comes next: a second は stresses what is not there (彼は興味はない)."""
    features = tokens[index].features
    if features.base != "ある":
        return features.base in ("ない", "無い")
    return any(word.features.base in ("ない", "ん", "ぬ") for word in tokens[index + 1 : index + 3])


def _is_place(tokens: Sequence[Word], index: int) -> bool:
    """Whether a particle is no topic or subject of its own: one of several in a row (には, とは), behind the で
    of では, or after a noun that tells where or when (表面上は, 今回は).
    """
    before = tokens[index - 1] if index else None
    if before is not None and (
        before.features.pos == "助詞"
        or before.surface == "で"
        or "副詞可能" in (before.features.pos1, before.features.pos2)
    ):
        return True
    return any(word.features.pos == "助詞" for word in tokens[index + 1 : index + 2])


def _one(word: Word) -> _Particle:
    return _Particle(word.surface, word.start, 0, (word,))


CHECK = Check(
    name="particle-repetition",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("tree", "words"),
    package="MeCab",
    block_alone=True,
)
