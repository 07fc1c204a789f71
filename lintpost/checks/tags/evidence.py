"""Tags that nothing in the post bears out."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.front_values import words
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.evidence import read_text
from lintpost.site.site import Site
from lintpost.site.tag_signs import TagSigns, signs_of_tags

_SIGNS = MemoKey[dict[str, TagSigns]]("signs of tags")


class Options(CheckOptions):
    """`field` whose words must be borne out."""

    field: str = "tags"
    vocabulary: Literal["tags", "categories"] = "tags"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each word with evidence of which the post's title, summaries and body have none."""
    vocabulary = site.vocabularies[options.vocabulary]
    signs = _signs(options, site)
    for node, word in words(post, options.field):
        tag = vocabulary.current_tag(word)
        found = signs.get(tag.name) if tag is not None else None
        if found is None or found.occur(*read_text(post)):
            continue
        params = {"word": word, "evidence": list(found.shown[:5])}
        yield Hit(node.start, node.end, "with-evidence" if found.shown else "", params)


def _signs(options: Options, site: Site) -> dict[str, TagSigns]:
    vocabulary, names = site.vocabularies[options.vocabulary], site.names
    return site.memo.get_or_make(
        _SIGNS, lambda: signs_of_tags(vocabulary, names), vocabulary, names
    )


def _signs_by_words(options: Options, site: Site) -> dict[tuple[str, ...], TagSigns]:
    """The signs of each tag by the words that stand for it."""
    words: dict[str, list[str]] = {}
    vocabulary = site.vocabularies[options.vocabulary]
    for tag in vocabulary.tags.values():
        words.setdefault(tag.use or tag.name, []).extend((tag.name, *tag.aliases))
    return {tuple(words[tag]): signs for tag, signs in _signs(options, site).items()}


CHECK = Check(
    name="tag-evidence",
    options=Options,
    messages={"": ("evidence", "word"), "with-evidence": ("evidence", "word")},
    run=run,
    reads=("front-matter",),
    site=("names", "vocabularies"),
    requires=lambda options: options.vocabulary,
    whole_post=True,
    derives_for=_signs_by_words,
)
