"""Times that no clock shows."""

from collections.abc import Iterator

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.patterns.signed_patterns import SignedPatterns
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
_ALONE = r"(?<![0-9０-９:：.A-Za-z])"
_HALF = r"[ ]?(?:[ap]\.m\.|[ap]m(?![0-9A-Za-z])|[AP]M(?![0-9A-Za-z]))"
_EVENT = r"開[場演始催]|集合|スタート|終了|閉[場演]"
_VERBS = ("open", "opens", "start", "starts", "begin", "begins", "closes")
_BEGINS = f"(?:{'|'.join(f'(?<={verb} at )' for verb in _VERBS)})"
_PATTERNS = (
    r"(?:午前|午後)(?:1[3-9]|[2-9][0-9]|１[３-９]|[２-９][０-９])時(?!間)",
    r"(?<![0-9０-９])[0-9０-９]{1,2}時[6-9６-９][0-9０-９]分",
    # 25時 is one in the morning to broadcasters; no day of theirs goes beyond 30時.
    rf"(?<![0-9０-９.])(?:3[1-9]|[4-9][0-9])時(?=[0-9]{{1,2}}分|{_EVENT}|に(?:開|集|終|始))",
    rf"{_ALONE}(?:[01]?[0-9]|2[0-9]):[6-9][0-9](?={_HALF}|[ ]?(?:JST|UTC|GMT)(?![A-Za-z])|[ ]?(?:{_EVENT}))",
    rf"{_BEGINS}(?:[01]?[0-9]|2[0-9]):[6-9][0-9](?![0-9:])",
    rf"{_ALONE}(?:1[3-9]|2[0-9]):[0-5][0-9]{_HALF}",
    r"(?<![0-9A-Za-z])[AP]M[ ]?(?:1[3-9]|2[0-9]):[0-5][0-9](?![0-9:])",
    rf"{_ALONE}(?:2[5-9]|[3-9][0-9]):[0-5][0-9][ ](?:UTC|GMT|CET|EST|PST|o.clock)(?![A-Za-z])",
)
_SIGNS = (
    "午前", "午後", *(f"時{digit}" for digit in "6789６７８９"), *(f"{hour}時" for hour in range(31, 60)),
    *(f":{digit}" for digit in "6789"), *(f"{hour}:" for hour in range(13, 60)),
)  # fmt: skip
_NEAR = (
    r"午[前後](?:1[3-9]|[2-9][0-9]|１|[２-９][０-９])|時[6-9６-９][0-9０-９]分|[3-9][0-9]時[0-9開集スに終閉]|"
    r":[0-9]{2}[ ]?(?:[ap]\.?m|[AP]M|JST|UTC|GMT|CET|EST|PST|o.clock|開|集合|スタ|終|閉)|[AP]M[ ]?[12][0-9]:|[a-z] at [0-9]{1,2}:[6-9]"
)
_TIMES = SignedPatterns(_SIGNS, _PATTERNS, _NEAR)


class Options(CheckOptions):
    """None."""


def prepare(options: Options, site: Site) -> None:
    """Let the signs of the patterns be looked for from the first post on."""
    _TIMES.prepare(site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each such time."""
    for name, matches in _TIMES.matches(post, site, _SCOPES):
        scope = scope_of(post, name)
        for _, piece, found in matches:
            text = scope.shown(piece, *found.span())
            yield Hit(*scope.source(piece, *found.span()), "", {"text": text})


CHECK = Check(
    name="impossible-time",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
