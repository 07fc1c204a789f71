"""Every check does what its declaration says, and the registry knows every check."""

import pytest

from lintpost.checks import registry
from lintpost.checks.registry import check_names, find_check
from lintpost.packs.builtin import load_pack, rules_folder
from tests.checks.tracing import Trace, trace_examples
from tests.conftest import ROOT

NAMES = check_names()
HELPERS = ("common", "contract")
# Layers that no example reads: the option `scope` may name fields of the front matter.
UNSEEN = {
    name: {"front-matter"} for name in ("capitalization", "consistency", "length", "occurrence")
}


@pytest.fixture(scope="module")
def traces() -> dict[str, Trace]:
    return trace_examples()


def test_the_registry_is_complete() -> None:
    folder = ROOT / "lintpost" / "checks"
    modules = {
        ".".join(path.relative_to(folder).with_suffix("").parts)
        for path in folder.glob("*/*.py")
        if path.parent.name not in HELPERS and path.stem != "__init__"
    }
    assert modules == set(registry._MODULES.values())
    assert len(modules) == len(NAMES)


def test_helpers_are_no_checks() -> None:
    for path in (ROOT / "lintpost" / "checks" / "common").glob("*.py"):
        assert "Check(" not in path.read_text(encoding="utf-8")
    with pytest.raises(KeyError):
        find_check("scopes")


@pytest.mark.parametrize("name", NAMES)
def test_a_declaration_is_whole(name: str) -> None:
    check = find_check(name)
    assert check.name == name
    assert check.options.known() is not None
    assert (check.facts is None) == (check.review is None)
    assert registry.looks_over_site(name) == (check.facts is not None)
    assert check.run is None or check.facts is None
    for words in (check.reads, check.site, check.changes):
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_reads_what_it_says(name: str, traces: dict[str, Trace]) -> None:
    check = find_check(name)
    if name not in traces:
        assert not _rules_with(name) or check.run is None
        return
    assert traces[name].reads == set(check.reads) - UNSEEN.get(name, set())
    assert traces[name].site <= set(check.site)
    assert not traces[name].facts_site & {"files", "clock"}


@pytest.mark.parametrize("name", NAMES)
def test_a_check_says_what_it_takes_from_the_names_dictionary(
    name: str, traces: dict[str, Trace]
) -> None:
    """After an edit its findings are kept for posts without the changed names, while `derives` is the same."""
    check = find_check(name)
    asked = traces[name].of_names if name in traces else set()
    derives = check.derives or check.derives_for
    assert derives is not None or asked <= {"relations"}
    assert derives is None or "names" in check.site


@pytest.mark.parametrize(
    "name", sorted({rule.check for rule in load_pack(rules_folder()).values()})
)
def test_a_check_yields_the_messages_it_says(name: str, traces: dict[str, Trace]) -> None:
    check = find_check(name)
    for hit, options in traces[name].hits if check.run or check.review else ():
        messages = check.messages_for(options)
        assert hit.key in messages
        assert set(messages[hit.key]) <= set(hit.params)
        assert not check.subject or hit.params[check.subject]


@pytest.mark.parametrize("name", NAMES)
def test_a_check_with_a_fix_says_what_it_changes(name: str, traces: dict[str, Trace]) -> None:
    check = find_check(name)
    if name in traces and any(hit.fix for hit, _ in traces[name].hits):
        assert check.changes
    if "front-matter" in check.changes:
        assert "front-matter" in check.reads


def _rules_with(check: str) -> list[str]:
    return [rule.name for rule in load_pack(rules_folder()).values() if rule.check == check]
