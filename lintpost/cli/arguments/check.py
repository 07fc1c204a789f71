"""The arguments of ``lintpost check``."""

from lintpost.cli.arguments.common import (
    CACHE_DIR,
    CONFIG_FILE,
    DIFF,
    NO_SITE,
    RULES,
    UNSAFE_FIXES,
    Usage,
    argument,
    choice,
    day,
    flag,
    headed,
    number,
    repeated,
)
from lintpost.language import Text
from lintpost.report.formats import FORMATS, FormatNames

_EXAMPLES = Text(
    """examples:
  lintpost check                                  the posts of lintpost.yml
  lintpost check drafts/ "posts/**/*.md"          folders, files, patterns
  lintpost check --fix                            apply the safe fixes
  lintpost check --diff                           show them first
  lintpost check --select names,bold/span         some rules only
  lintpost check --output-format json --output-file report.json
  cat post.md | lintpost check - --stdin-filename post.md

exit status: 0 nothing to fix, 1 findings at or above --fail-on, 2 trouble""",
    """例:
  lintpost check                                  lintpost.yml の posts に書かれた記事
  lintpost check drafts/ "posts/**/*.md"          フォルダー・ファイル・パターンを指定
  lintpost check --fix                            安全な修正を適用する
  lintpost check --diff                           書き込む前に差分を見る
  lintpost check --select names,bold/span         一部のルールだけ
  lintpost check --output-format json --output-file report.json
  cat post.md | lintpost check - --stdin-filename post.md

終了コード: 0 指摘なし、1 --fail-on 以上の指摘あり、2 実行できない問題あり""",
)
_EVERYDAY = (
    flag(
        "--fix",
        en="apply the safe fixes and report what is left",
        ja="安全な修正を適用し、残りを報告する",
    ),
    DIFF,
    *RULES,
    argument(
        "--changed",
        nargs="?",
        const="",
        metavar="REF",
        en="check only posts changed since the merge base with REF (default: the main branch)",
        ja="REF（省略時は主ブランチ）との分岐点から変わった記事だけを検査する",
    ),
    flag(
        "--all",
        en="show every finding on a terminal, too (a pipe or a file always gets all)",
        ja="端末にもすべての指摘を示す（パイプやファイルには常にすべて出力する）",
    ),
    flag(
        "--statistics",
        en="show counts by rule instead of findings",
        ja="指摘の代わりにルールごとの件数を示す",
    ),
    argument(
        "--output-format",
        choices=FormatNames(FORMATS),
        default="rich",
        metavar="FORMAT",
        en=f"report format: {', '.join(FORMATS)}",
        ja=f"報告の形式：{', '.join(FORMATS)}",
    ),
    flag(
        "--quiet",
        "-q",
        en="print findings only, without summary and progress",
        ja="指摘だけを示す（集計と進み具合を省く）",
    ),
    flag(
        "--watch",
        en="keep running, and check again whenever a post, a setting or a file that posts name changes",
        ja="終了せず、記事・設定・記事が参照するファイルが変わるたびに検査し直す",
    ),
    choice(
        "--fail-on",
        "error",
        "warning",
        "info",
        "never",
        en="lowest severity that ends with status 1 (default: warning)",
        ja="終了コードを1にする重要度の下限（既定は warning）",
    ),
)
_FIXES = headed(
    "fixes",
    "修正",
    UNSAFE_FIXES,
    flag(
        "--fix-only",
        en="apply the fixes without reporting what is left",
        ja="修正だけを適用し、残りは報告しない",
    ),
    argument(
        "--add-suppressions",
        nargs="?",
        const="",
        metavar="REASON",
        en="write a suppression comment for each finding",
        ja="指摘ごとに抑制コメントを書き込む",
    ),
)
_GATE = headed(
    "known and new findings",
    "既知の指摘と新しい指摘",
    argument(
        "--baseline",
        metavar="FILE",
        en="file of known findings (default: `baseline` of lintpost.yml)",
        ja="既知の指摘のファイル（省略時は lintpost.yml の baseline）",
    ),
    flag("--no-baseline", en="report known findings too", ja="既知の指摘も報告する"),
    flag(
        "--baseline-strict",
        en="end with status 1 if the baseline has entries that nothing matches any more",
        ja="ベースラインに解消済みの項目が残っていれば終了コードを1にする",
    ),
    flag(
        "--changed-lines",
        en="of changed posts, report only findings on added lines and of rules over the whole post",
        ja="変わった記事のうち、加わった行の指摘と、記事全体を見るルールの指摘だけを報告する",
    ),
)
_STATUS = headed(
    "exit status",
    "終了コード",
    number(
        "--max-findings",
        metavar="N",
        en="number of findings allowed before the status is 1 (default: 0)",
        ja="終了コードを1にせずに認める指摘の件数（既定は0）",
    ),
    flag(
        "--exit-zero",
        en="end with status 0 even if there are findings",
        ja="指摘があっても終了コードを0にする",
    ),
    flag(
        "--exit-non-zero-on-fix",
        en="end with status 1 if anything was fixed",
        ja="1件でも修正したら終了コードを1にする",
    ),
)
_REPORTS = headed(
    "reports",
    "報告",
    repeated(
        "--report",
        "FORMAT:FILE",
        en="write another report to a file (may be repeated)",
        ja="別の形式の報告をファイルに書く（繰り返し指定できる）",
    ),
    argument(
        "--output-file",
        metavar="FILE",
        en="write the report to a file",
        ja="報告をファイルに書く",
    ),
)
_POSTS = headed(
    "posts",
    "対象の記事",
    flag(
        "--force-exclude",
        en="hold `posts` and `exclude` of lintpost.yml against files that are named outright, too",
        ja="直接指定したファイルにも lintpost.yml の posts と exclude を適用する",
    ),
    argument(
        "--stdin-filename",
        metavar="PATH",
        en="path that standard input is checked as",
        ja="標準入力の記事のパス",
    ),
    flag(
        "--show-files",
        en="print the posts that would be checked instead of checking them",
        ja="検査せずに、対象の記事の一覧を表示する",
    ),
    NO_SITE,
)
_SETTINGS = (
    *CONFIG_FILE,
    *headed(
        "configuration",
        "設定",
        flag(
            "--show-settings",
            en="print the settings in force instead of checking",
            ja="検査せずに、有効な設定を表示する",
        ),
        day(
            "--today",
            en="day that dates are held against (default: today in UTC, or SOURCE_DATE_EPOCH)",
            ja="未来・期限切れを判定する基準の日（省略時はUTCの今日、または SOURCE_DATE_EPOCH）",
        ),
    ),
)
_RUN = headed(
    "workers and cache",
    "並列処理とキャッシュ",
    number(
        "--jobs",
        "-j",
        default=0,
        metavar="N",
        en="number of workers (default: as many as are worth starting)",
        ja="並列数（既定は自動）",
    ),
    argument(
        "--executor",
        metavar="dask://HOST:PORT",
        en="check on the workers of a Dask cluster, which must see the posts under the same paths",
        ja="Daskクラスターで検査する（各ワーカーから同じパスで記事が見えること）",
    ),
    flag(
        "--no-cache",
        en="neither read nor write the cache",
        ja="キャッシュを読まず、書き込みもしない",
    ),
    CACHE_DIR,
)
USAGE = Usage(
    _EXAMPLES,
    (
        argument(
            "paths",
            nargs="*",
            metavar="PATH",
            en="files, folders, patterns, or - for standard input (default: the posts of lintpost.yml)",
            ja="ファイル・フォルダー・パターン。- は標準入力（省略時は lintpost.yml の posts）",
        ),
        *_EVERYDAY,
        *_FIXES,
        *_GATE,
        *_STATUS,
        *_REPORTS,
        *_POSTS,
        *_SETTINGS,
        *_RUN,
    ),
)
