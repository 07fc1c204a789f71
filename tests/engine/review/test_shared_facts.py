"""What several rules note of a post is made, written, kept and read once."""

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.cache.facts_text import facts_of, text_of
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import PostFacts
from lintpost.engine.review.facts_reader import FactsReader
from lintpost.engine.review.rule_review import digests_of_facts
from lintpost.post.source import Source

_POST = "---\ntitle: A\n---\n\n[b](/b/#c)\n"


def _facts(text: str) -> PostFacts:
    names = ("links/dead-link", "links/missing-image", "site/same-address")
    checker = Checker(load_settings(None, CliOverrides(select=names)))
    facts = checker.note_source(Source("a.md", text)).facts
    assert facts is not None
    return facts


def test_shared_facts_are_written_once() -> None:
    facts = _facts(_POST)
    links = facts.values["links/dead-link"]
    assert links == ("{}", '{"has_front":true,"title":"A"}', '[[0,"/b/#c",22,5,5]]')
    assert facts.values["links/missing-image"] == links
    assert facts.values["site/same-address"][1] is links[1]
    assert text_of(facts).count(b'"title":"A"') == text_of(facts).count(b"/b/#c") == 1
    assert facts_of(text_of(facts), facts.digest) == facts


def test_reviews_are_handed_one_object() -> None:
    reader = FactsReader()
    first = reader.read([("{}", '{"a":1}', "[2]"), ('{"x":0}', "{}", "[2]")], ("page", "links"))
    assert first == [{"page": {"a": 1}, "links": [2]}, {"x": 0, "page": {}, "links": [2]}]
    (second,) = reader.read([('{"y":3}', '{"a":1}')], ("page",))
    assert second["page"] is first[0]["page"]


def test_digests_tell_which_rules_are_concerned() -> None:
    names = ["links/dead-link", "site/same-address"]
    before = digests_of_facts(names, {"a.md": _facts(_POST), "b.md": _facts(_POST)})
    link = digests_of_facts(names, {"a.md": _facts(_POST), "b.md": _facts(_POST + "[d](/d)\n")})
    assert [before[name] == link[name] for name in names] == [False, True]
    assert before == digests_of_facts(names, {"b.md": _facts(_POST), "a.md": _facts(_POST)})
    moved = digests_of_facts(names, {"a.md": _facts(_POST), "c.md": _facts(_POST)})
    assert [before[name] == moved[name] for name in names] == [False, False]
