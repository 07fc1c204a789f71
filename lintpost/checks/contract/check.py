"""What a check is: one declaration that everything else is held against."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from lintpost.checks.contract.hit import Copy, Hit, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

Layer = Literal["front-matter", "markdown", "tree", "words"]
"""A layer of the post that is made on demand: `Post.front_matter`, `Post.markdown`, `Post.tree`, and the
words of `lintpost.post.prose.words`. Every check may read the text itself."""

SitePart = Literal[
    "names", "terms", "spellings", "vocabularies", "schema", "files", "clock", "renderers", "yaml"
]
"""A part of the `Site`; `clock` is the time of the run."""

Change = Literal["text", "strong", "emphasis", "link", "block", "comment", "front-matter"]
"""What a fix means to change: letters of the prose and of front-matter texts, bold, emphasis, links, the
structure of blocks, suppression comments, or keys and values of the front matter.
"""

Messages = Mapping[str, tuple[str, ...]]
"""The keys of a check's messages, each with the parameters that a message may name; "" is the key of a
check with one message."""

Facts = dict[str, Any]
"""What a check notes of one post for its review: made of JSON's types (tuples become lists), and small, at
most about 2 KB: the facts of every post of the site are kept, and read together.
"""


class Check(NamedTuple):
    """The declaration of a check. Everything here is tested against what the check does.

    `messages` may depend on the options, where these name the messages or their parameters. `reported` says
    which of the keys can come up under some options (None: all of them).
    `requires` names what the site must have configured for the check to run (None: nothing): a part of the
    site, or ``tags`` and ``categories`` for one of its vocabularies. `package` names the package of an extra
    that a run cannot do without ("": none). Both may depend on the options.

    `run` yields the hits of one post; None for findings that the engine itself reports. `prepare` is called
    once before the first post.

    A check over the whole site has `facts` and `review` in place of `run`, and the registry knows it by
    `looks_over_site`. `facts` notes what the review must know of one post (None: nothing). It is cached, and
    depends on nothing but the post, the options and the site's settings: not on files or the clock. `review`
    is called once in a run, with the facts of all posts for which the rule is on under the same options,
    sorted by path (from the configuration's folder, with slashes), and changes none of them. It may ask the disk and the clock through
    its site, where `site` names ``files`` or ``clock``: the answers are kept. What it yields depends on nothing
    else, and is cached.
    """

    name: str
    options: type[CheckOptions]
    messages: Messages | Callable[[Any], Messages]
    run: Callable[[Post, Any, Site], Iterator[Hit]] | None
    reads: tuple[Layer, ...] = ()
    site: tuple[SitePart, ...] = ()
    requires: str | Callable[[Any], str | None] | None = None
    package: str | Callable[[Any], str] = ""
    reported: Callable[[Any], set[str]] | None = None
    changes: tuple[Change, ...] = ()
    whole_post: bool = False
    """Whether no line of its own is to blame: a hit is reported for a post that changed anywhere."""
    subject: str = ""
    """The parameter that names what a hit is about, where several places of a post can have one fault: a
    name, a paragraph. Reports for people show the places of one subject as one entry. Rules with a
    ``compat`` mode have none: their findings are counted as textlint's are."""
    block_alone: bool = False
    """Whether a hit depends on nothing outside its own block of the body."""
    prepare: Callable[[Any, Site], None] | None = None
    derives: Callable[[Any, Site], object] | None = None
    """What the check takes from the names dictionary beside the mentions in a post, its slips, and how the names in it
    belong together (`Names.mentions`, `slips`, `phrases`, `relations`); its `repr` is compared. A check that asks for
    `Names.names`, or for a property of the whole dictionary, must have it: after an edit of the dictionary its
    findings are kept for posts without the changed names, as long as this is the same
    (`lintpost.site.changed_names`)."""
    derives_for: Callable[[Any, Site], Mapping[tuple[str, ...], object]] | None = None
    """The same where it matters to posts alone that have one of some words in their front matter, in any case and width:
    by those words."""
    facts: Callable[[Post, Any, Site], Facts | None] | None = None
    shares: tuple[str, ...] = ()
    """Keys of its facts whose values other checks note as well: each value is one object of the post's memo, which is
    written, kept and read once for all of them. Reviews are handed one object, too."""
    review: Callable[[Mapping[str, Facts], Any, Site], Iterator[SiteHit]] | None = None
    copies: Callable[[Post, Any], Iterator[Copy]] | None = None
    """Gives the parts of a post with a hit that repeat earlier ones, in order: reports do not say of a
    copy what they say of the first (`lintpost.engine.repeats`)."""

    def messages_for(self, options: CheckOptions) -> Messages:
        """The messages under some options."""
        return self.messages(options) if callable(self.messages) else self.messages

    def reported_for(self, options: CheckOptions) -> set[str]:
        """The keys of the messages that can come up under some options."""
        return set(self.messages_for(options)) if self.reported is None else self.reported(options)

    def requires_for(self, options: CheckOptions) -> str | None:
        """What the site must have under some options; None for nothing."""
        return self.requires(options) if callable(self.requires) else self.requires

    def package_for(self, options: CheckOptions) -> str:
        """The package that must be installed under some options; "" for none."""
        return self.package(options) if callable(self.package) else self.package


def by_option(name: str, messages: Mapping[str, Messages]) -> Callable[[Any], Messages]:
    """Messages that depend on the value of one option."""
    return lambda options: messages[getattr(options, name)]
