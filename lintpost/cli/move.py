"""``lintpost move``: moves a post or a folder, and mends the links to it and in it."""

import argparse
import os
import sys

from lintpost.cli.errors import print_errors, warn
from lintpost.cli.session import Session
from lintpost.engine.moving.carry_out import MoveFailed, carry_out
from lintpost.engine.moving.paths import moves_of
from lintpost.engine.moving.plan import MovePlan, plan_move
from lintpost.engine.moving.refused import MoveRefused
from lintpost.engine.review.site_posts import SitePosts
from lintpost.errors import UsageError
from lintpost.language import Lang, Text, plural
from lintpost.report.visible import visible


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Make the move, or show it; returns the exit status."""
    session = Session(options, lang, [options.old])
    root = session.run_settings.root
    try:
        moves = moves_of(options.old, options.new, root)
        shown = _posts(session, options.old)
        settings = session.settings()
        plan = plan_move(root, shown, moves, settings.site, settings.max_bytes)
        if not options.diff:
            carry_out(plan, root)
    except (MoveRefused, MoveFailed) as error:
        raise UsageError(error.text[session.lang]) from None
    if options.diff:
        _show(plan, root)
    else:
        _report(plan, session.lang)
    _warn(plan, session.lang)
    return 1 if plan.left else 0


def _posts(session: Session, old: str) -> dict[str, str]:
    """The posts of the site by their paths from its root; those that move are among them in any case."""
    from lintpost.engine.discovery.discover import Scope, discover

    config = session.run_settings.path
    scope = Scope(session.run_settings.root, (), ())
    moving = discover([old], scope)[0]
    if config is None:
        moving += discover([], scope)[0]
    return SitePosts(config, moving, session.configurations).shown


def _show(plan: MovePlan, root: str) -> None:
    from lintpost.report.diff import write_diff

    changed = {change.old: change for change in plan.changes}
    for path in sorted({*changed, *_files(root, plan.moves.old)}):
        full, new = (os.path.join(root, one) for one in (path, plan.moves.new_path(path)))
        change = changed.get(path)
        texts = (change.before, change.after) if change is not None else ("", "")
        write_diff(sys.stdout, full, *texts, new_path="" if new == full else new)


def _files(root: str, old: str) -> list[str]:
    """Every file that moves."""
    return [
        os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
        for folder, _, names in os.walk(os.path.join(root, old))
        for name in names
    ]


def _report(plan: MovePlan, lang: Lang) -> None:
    old, new = visible(plan.moves.old), visible(plan.moves.new)
    print(Text(f"Moved: {old} → {new}", f"移動：{old} → {new}")[lang])
    posts = sum(change.before != change.after for change in plan.changes)
    text = Text(
        f"{plural(plan.links, 'link')} rewritten; {plural(posts, 'post')} changed.",
        f"リンク{plan.links:,}件を書き換えました（変更した記事{posts:,}本）。",
    )
    print(text[lang])


def _warn(plan: MovePlan, lang: Lang) -> None:
    """Say which addresses change, and what is left to do by hand."""
    for one in plan.redirects:
        addresses = f"{one.old} → {one.new}"
        if one.key is not None:
            text = Text(
                f"redirect added ({one.key}): {addresses}",
                f"リダイレクトを加えました（{one.key}）：{addresses}",
            )
        else:
            text = Text(
                f"the address changes, and no redirect was added: {addresses}",
                f"URLが変わりますが、リダイレクトは加えていません：{addresses}",
            )
        warn(text[lang])
    for link in plan.left:
        text = Text(
            f"`{link.target}` was not rewritten: look whether it still leads where it should",
            f"「{link.target}」は書き換えていません。リンク先を確かめてください",
        )
        warn(f"{plan.moves.new_path(link.path)}:{link.line}: {text[lang]}")
    print_errors(plan.unread, lang)
    if plan.unread:
        text = Text(
            "links in posts that cannot be read were not looked at",
            "読めない記事のリンクは確かめていません",
        )
        warn(text[lang])
