"""What plug-ins are written with (docs/plugins.md). These names are as stable as the Python API; modules that they
come from are not.

A check is declared by `Check`, its options derive from `CheckOptions`, and it yields `Hit`s, perhaps with a `Fix` of
`Edit`s; one over the whole site notes facts and yields `SiteHit`s with `Place`s (`place_of`). `matches_in`
looks at the prose of a post, without code, addresses and whatever else nobody may rewrite. A report is a class that is made
from a `ReportContext`, and takes each `PostResult` and the `Summary`.
"""

from lintpost.checks.common.noted_text import place_of
from lintpost.checks.common.patterns.scope_matches import Match, matches_in
from lintpost.checks.contract.check import Change, Check, Facts, Layer, Messages, SitePart
from lintpost.checks.contract.hit import Fix, Hit, Place, Related, SiteHit
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.engine.finding import Finding, Location, PostError, PostResult, Span
from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.report.formats import Report, ReportContext
from lintpost.site.site import Site

__all__ = [
    "Change",
    "Check",
    "CheckOptions",
    "Edit",
    "Facts",
    "Finding",
    "Fix",
    "Hit",
    "Lang",
    "Layer",
    "Location",
    "Match",
    "Messages",
    "OptionError",
    "Place",
    "Post",
    "PostError",
    "PostResult",
    "Related",
    "Report",
    "ReportContext",
    "Site",
    "SiteHit",
    "SitePart",
    "Span",
    "Summary",
    "Text",
    "matches_in",
    "place_of",
]
