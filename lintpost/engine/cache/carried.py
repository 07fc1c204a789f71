"""Takes over what still holds of a post's result under other settings: an edit of a dictionary, a rule or a setting need
not check every post anew.
"""

from typing import NamedTuple

from lintpost.engine.cache import result_json
from lintpost.engine.cache.difference import Difference
from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.facts_text import facts_of, text_of
from lintpost.engine.compose import OF_COMMENTS
from lintpost.engine.kept import Kept


class Carried(NamedTuple):
    """A stored result and facts under other settings, and what it depends on; the `rules` that must run now, and those
    whose findings are `dropped`. Workers are sent it as it is stored.
    """

    dependencies: Dependencies
    result: bytes
    facts: bytes
    rules: frozenset[str]
    dropped: frozenset[str]
    has_facts: bool

    def kept(self, path: str) -> Kept:
        """What holds of it for the post of a path. Raises ValueError or TypeError where it is damaged."""
        digest, queries = self.dependencies.digest, self.dependencies.queries
        facts = facts_of(self.facts, digest)
        result = result_json.whole_from_json(path, self.result, queries, facts)
        gone = self.rules | self.dropped | OF_COMMENTS
        findings = [
            one if one.repeats is None else one._replace(repeats=None)
            for one in (*result.findings, *(result.switched_off or ()))
            if one.rule not in gone
        ]
        return Kept(self.rules, findings, queries, facts, self.has_facts)


class Outcome(NamedTuple):
    """What becomes of a stored result: it holds, as it is or without some findings (the `entry` to store), or the post must
    be opened to complete what is `carried`.
    """

    entry: Entry | None = None
    carried: Carried | None = None


def outcome(
    path: str,
    stored: tuple[bytes, bytes],
    dependencies: Dependencies,
    change: Difference,
    data: bytes,
    settings: str,
) -> Outcome:
    """What becomes of the stored result and facts of a post, whose bytes `data` are those that were checked; `settings` is
    the digest of the present settings' content. Raises ValueError or TypeError where they are damaged.
    """
    facts = facts_of(stored[1], dependencies.digest)
    result = result_json.whole_from_json(path, stored[0], dependencies.queries, facts)
    rules = change.rules_for(data, result.values, result.characters)
    touched = rules | change.dropped
    has_facts = not touched & change.over_site
    no_facts = change.no_facts and result.switched_off is None
    must_open = (
        rules
        or (result.switched_off is not None and change.comments)
        or not (has_facts or no_facts)
        or (change.dropped & change.copying and any(f.repeats is not None for f in result.findings))
    )
    if must_open:
        return Outcome(carried=Carried(dependencies, *stored, rules, change.dropped, has_facts))
    if no_facts:
        result = result._replace(facts=None)
    left = tuple(one for one in result.findings if one.rule not in change.dropped)
    if len(left) < len(result.findings) or no_facts:
        result = result._replace(findings=left)
        stored = result_json.to_json(result), text_of(result.facts)
    return Outcome(Entry(dependencies, *stored, settings))
