"""What a ``lintpost tags`` command is about."""

from typing import NamedTuple

from lintpost.cli.session import Session
from lintpost.config.rule_states import rule_states


class Target(NamedTuple):
    """The tags or the categories of a site: their vocabulary, and the front-matter key that holds them."""

    session: Session
    vocabulary: str
    field: str


def target_of(session: Session) -> Target:
    """The categories with ``--categories``, else the tags."""
    vocabulary = "categories" if session.options.categories else "tags"
    states = {state.rule.name: state for state in rule_states(session.settings())}
    field = str(states[f"{vocabulary}/unknown"].options.get("field", vocabulary))
    return Target(session, vocabulary, field)
