"""The arguments of ``lintpost tags``."""

from lintpost.cli.arguments.common import (
    CONFIG_FILE,
    PATHS,
    Action,
    Usage,
    argument,
    flag,
    output_format,
    repeated,
)
from lintpost.language import Text

_FIELD = (
    flag("--categories", en="the categories, not the tags", ja="タグではなくカテゴリーを扱う"),
    *CONFIG_FILE,
)
_DIFF = flag(
    "--diff",
    en="show the changes as a diff instead of writing them",
    ja="変更を書き込まずに差分で示す",
)
_LIST = Action(
    Text("count the tags of the posts", "記事のタグを数える"),
    Text(
        "examples:\n  lintpost tags list\n  lintpost tags list --categories _posts/2026",
        "例:\n  lintpost tags list\n  lintpost tags list --categories _posts/2026",
    ),
    (PATHS, output_format("rich", "json"), *_FIELD),
)
_DRIFT = Action(
    Text("find tags that may mean the same", "同じ意味らしいタグを探す"),
    Text(
        "examples:\n  lintpost tags drift\n"
        "  lintpost tags drift --output-format commands > merge.sh   # review it, then run it",
        "例:\n  lintpost tags drift\n"
        "  lintpost tags drift --output-format commands > merge.sh   # 見直してから実行する",
    ),
    (PATHS, output_format("rich", "json", "commands"), *_FIELD),
)
_ADD = Action(
    Text("add a tag to tags.yml", "tags.yml にタグを加える"),
    Text(
        "examples:\n  lintpost tags add RAG --alias 検索拡張生成 --group 技術 --implies LLM",
        "例:\n  lintpost tags add RAG --alias 検索拡張生成 --group 技術 --implies LLM",
    ),
    (
        argument("name", metavar="NAME", en="the new tag", ja="新しいタグ"),
        repeated(
            "--alias",
            "WORD",
            en="another name of it (may be repeated)",
            ja="別名（繰り返し指定できる）",
        ),
        argument("--group", metavar="GROUP", en="its group", ja="グループ"),
        argument("--description", metavar="TEXT", en="what it is for", ja="説明"),
        repeated(
            "--implies",
            "TAG",
            en="a tag that posts with it must have too (may be repeated)",
            ja="一緒に付ける上位のタグ（繰り返し指定できる）",
        ),
        *_FIELD,
    ),
)
_ALIAS = Action(
    Text("make words aliases of a tag, in tags.yml", "語をタグの別名にする（tags.yml）"),
    Text(
        'examples:\n  lintpost tags alias AI規制 AI規制対応 "AI 規制"',
        '例:\n  lintpost tags alias AI規制 AI規制対応 "AI 規制"',
    ),
    (
        argument("name", metavar="TAG", en="the tag", ja="正しいタグ"),
        argument(
            "words",
            nargs="+",
            metavar="WORD",
            en="its aliases; an existing tag among them is merged into it",
            ja="別名にする語（既存のタグなら統合する）",
        ),
        *_FIELD,
    ),
)
_RETIRE = Action(
    Text(
        "retire a tag, in tags.yml, with or without a successor",
        "タグを廃止する（tags.yml。後継も指定できる）",
    ),
    Text(
        "examples:\n  lintpost tags retire 最新ニュース --use 業界動向\n"
        "  lintpost tags retire その他",
        "例:\n  lintpost tags retire 最新ニュース --use 業界動向\n  lintpost tags retire その他",
    ),
    (
        argument("name", metavar="TAG", en="the tag to retire", ja="廃止するタグ"),
        argument("--use", metavar="TAG", en="the tag to use instead", ja="代わりに使うタグ"),
        *_FIELD,
    ),
)
_APPLY = Action(
    Text(
        "apply tags.yml to the posts: aliases, retired and implied tags",
        "tags.yml の別名・廃止・上位タグを記事に反映する",
    ),
    Text(
        "examples:\n  lintpost tags apply --diff\n  lintpost tags apply\n\n"
        "exit status: 0 done, 1 --diff has changes, 2 trouble",
        "例:\n  lintpost tags apply --diff\n  lintpost tags apply\n\n"
        "終了コード: 0 完了、1 --diff で変更あり、2 実行できない問題あり",
    ),
    (PATHS, _DIFF, *_FIELD),
)
_RENAME = Action(
    Text("rename a tag, in tags.yml and in posts", "タグを改名する（tags.yml と記事）"),
    Text(
        "examples:\n  lintpost tags rename DX推進 DX --diff\n  lintpost tags rename DX推進 DX",
        "例:\n  lintpost tags rename DX推進 DX --diff\n  lintpost tags rename DX推進 DX",
    ),
    (
        argument("old", metavar="OLD", en="the tag's present name", ja="今のタグ"),
        argument(
            "new",
            metavar="NEW",
            en="its new name; that of an existing tag merges the two",
            ja="新しい名前（既存のタグなら統合する）",
        ),
        PATHS,
        _DIFF,
        *_FIELD,
    ),
)
USAGE = Usage(
    Text(
        """examples:
  lintpost tags list                      every tag with its posts
  lintpost tags drift                     tags that may mean the same
  lintpost tags alias AI規制 AI規制対応   merge one into the other, in tags.yml
  lintpost tags apply --diff              what that changes in the posts""",
        """例:
  lintpost tags list                      タグの一覧と記事数
  lintpost tags drift                     同じ意味らしいタグを探す
  lintpost tags alias AI規制 AI規制対応   AI規制に統合する（tags.yml）
  lintpost tags apply --diff              記事がどう変わるかを見る""",
    ),
    actions={
        "list": _LIST,
        "drift": _DRIFT,
        "add": _ADD,
        "alias": _ALIAS,
        "retire": _RETIRE,
        "apply": _APPLY,
        "rename": _RENAME,
    },
)
