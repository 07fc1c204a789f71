"""What ``lintpost init`` prints."""

from lintpost.cli.errors import print_errors
from lintpost.config.migrate.migration import Migration, account, short
from lintpost.language import Lang, Text
from lintpost.report.visible import visible
from lintpost.surveys.harvest import Harvest


def print_harvest(found: Harvest, files: list[str], lang: Lang) -> None:
    """Print what was found in the posts, and the files that were written."""
    names = ", ".join(files)
    if found.posts:
        text = Text(
            f"{found.posts} posts read: {len(found.tags)} tags, {len(found.categories)} categories, "
            f"{len(found.names)} names.\nWritten: {names}\n"
            "Review them, then run `lintpost check`. More names: `lintpost names discover`.",
            f"記事{found.posts}本から、タグ{len(found.tags)}個、カテゴリー{len(found.categories)}個、"
            f"名前{len(found.names)}個を集めました。\n作成：{names}\n"
            "中身を見直してから `lintpost check` を実行してください。"
            "ほかの名前は `lintpost names discover` で探せます。",
        )
    else:
        text = Text(f"No posts here yet. Written: {names}", f"記事はまだありません。作成：{names}")
    print(text[lang])
    print_errors(found.unreadable, lang)


def print_migration(found: Migration, lang: Lang) -> None:
    """Print what became of every rule and option of another linter's configuration."""
    carried = [item for item in found.items if item.target]
    left = [item for item in found.items if not item.target]
    total = len(found.items)
    text = Text(
        f"{found.name}: {len(carried)} of {total} rules and options carried over.",
        f"{found.name}：{total}件のルール・オプションのうち{len(carried)}件を引き継ぎました。",
    )
    print(text[lang])
    for item in carried:
        print(visible(f"  {item.source} {short(item.value)} -> {item.target}"))
    if left:
        text = Text(
            "Not carried over (listed in lintpost.yml too):",
            "引き継げなかったもの（lintpost.yml にも書きました）：",
        )
        print(text[lang])
        for item in left:
            print(visible(f"  {account(item, lang)}"))
