"""Checks of installed packages. In rule files they are named ``NAMESPACE/CHECK``, where the namespace is the name of
the package's entry point in the group ``lintpost.checks``.

A check that cannot be used does not end the run: it is a declaration whose `run` says why.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any, NoReturn

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.option_types import OptionType
from lintpost.checks.contract.options import CheckOptions
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.installed.entry_points import EntryPoint, find
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.site import Site


def installed_check(name: str) -> Check:
    """A check of an installed package, or a declaration that stands for it if it is broken.

    Raises KeyError where no package has the namespace, or a sound one has no such check.
    """
    namespace, _, own = name.partition("/")
    try:
        checks = checks_of(namespace)
    except BrokenPlugin as error:
        return broken_check(name, error)
    return checks[own]


def origin_of(name: str) -> str:
    """The distribution of a check, with its version; "" if there is none or it cannot be told."""
    try:
        point = find("checks", name.partition("/")[0])
    except BrokenPlugin:
        return ""
    return point.origin if point else ""


@cache
def checks_of(namespace: str) -> dict[str, Check]:
    """The checks of an entry point by their own names. Raises `BrokenPlugin`, and KeyError for an unknown one."""
    point = find("checks", namespace)
    if point is None:
        raise KeyError(namespace)
    found: dict[str, Check] = {}
    for check in _declared(point):
        fault = _fault(check)
        if fault is not None:
            raise point.broken(fault.en, fault.ja)
        if check.name in found:
            raise point.broken(
                f"two checks have the name `{check.name}`",
                f"「{check.name}」という名前のチェックが2つあります",
            )
        found[check.name] = _shielded(check, f"{namespace}/{check.name}")
    return found


def broken_check(name: str, error: Exception) -> Check:
    """A check that finds nothing and raises `BrokenPlugin` for each post; it takes any options."""
    if not isinstance(error, BrokenPlugin):
        what = f"{type(error).__name__}: {error}"
        point = find("checks", name.partition("/")[0])
        assert point is not None
        error = point.broken(
            f"the check {name} cannot be used ({what})", f"チェック {name} を使えません（{what}）"
        )

    def run(post: Post, options: CheckOptions, site: Site) -> NoReturn:
        raise BrokenPlugin(error.text)

    return Check(name=name, options=_AnyOptions, messages={}, run=run)


def fault_of(name: str) -> Text | None:
    """Why a check cannot be used; None for a sound one."""
    try:
        checks_of(name.partition("/")[0])
    except BrokenPlugin as error:
        return error.text
    return None


def is_broken(check: Check) -> bool:
    """Whether a declaration stands for a check that cannot be used."""
    return check.options is _AnyOptions


class _AnyOptions(CheckOptions):
    def __init__(self, values: dict[str, Any] | None = None) -> None:
        pass

    @classmethod
    def known(cls) -> dict[str, OptionType]:
        return {}


def _declared(point: EntryPoint) -> Iterable[Check]:
    """The declarations that an entry point's value gives: a `Check`, a module with some, or a function that
    returns some.
    """
    value = point.load()
    if isinstance(value, ModuleType):
        value = [one for one in vars(value).values() if isinstance(one, Check)]
    elif callable(value) and not isinstance(value, Check):
        try:
            value = value()
        except (Exception, SystemExit) as error:
            what = f"{type(error).__name__}: {error}"
            raise point.broken(f"raises {what}", f"例外が発生しました（{what}）") from error
    if isinstance(value, Check):  # a tuple, too
        value = [value]
    checks = [*value] if isinstance(value, list | tuple) else []
    if not checks or not all(isinstance(one, Check) for one in checks):
        raise point.broken(
            f"gives no checks but {type(value).__name__}: name a module that has `Check` declarations, or a "
            "function that returns some",
            f"チェックがありません（{type(value).__name__}）。`Check` の宣言があるモジュールか、"
            "それを返す関数を指定してください",
        )
    return checks


def _fault(check: Check) -> Text | None:
    """What in a declaration cannot be: a later error would not name the package."""
    name = check.name
    wrong = [
        (not isinstance(name, str) or not name or "/" in name, "name"),
        (not isinstance(check.options, type) or not issubclass(check.options, CheckOptions), "options"),
        (not isinstance(check.messages, Mapping) and not callable(check.messages), "messages"),
        (check.run is None and (check.facts is None or check.review is None), "run"),
        (any(one is not None and not callable(one) for one in (check.run, check.facts, check.review, check.prepare)), "run"),
    ]  # fmt: skip
    field = next((field for is_wrong, field in wrong if is_wrong), None)
    if field is None:
        try:
            check.messages_for(check.options())
            return None
        except Exception as error:
            return Text(
                f"the declaration of the check `{name}` is faulty ({error})",
                f"チェック「{name}」の宣言に誤りがあります（{error}）",
            )
    return Text(
        f"the check `{name}` is declared wrongly: see `{field}` in lintpost.plugin.Check",
        f"チェック「{name}」の宣言に誤りがあります。lintpost.plugin.Check の `{field}` を見てください",
    )


def _shielded(check: Check, name: str) -> Check:
    """A check under its full name, whose hits are looked at: a wrong one is an error of the check, not of a report
    that meets it later.
    """
    own = check.run

    def run(post: Post, options: Any, site: Site) -> Iterator[Hit]:
        assert own is not None
        for hit in _without_exit(own)(post, options, site):
            if not isinstance(hit, Hit) or not 0 <= hit.start <= hit.end <= len(post.text):
                raise ValueError(f"not a hit in the post: {hit!r}")
            yield hit

    return check._replace(
        name=name,
        run=run if own is not None else None,
        facts=_without_exit(check.facts) if check.facts else None,
        review=_without_exit(check.review) if check.review else None,
        prepare=_without_exit(check.prepare) if check.prepare else None,
    )


def _without_exit(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function in which `sys.exit` is an error like others. A generator runs to its end within it."""

    def call(*arguments: Any) -> Any:
        try:
            found = function(*arguments)
            return [*found] if isinstance(found, Iterator) else found
        except SystemExit as error:
            raise RuntimeError(f"sys.exit({error})") from error

    return call
