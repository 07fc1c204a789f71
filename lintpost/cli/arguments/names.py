"""The arguments of ``lintpost names``."""

from lintpost.cli.arguments.common import (
    CONFIG_FILE,
    DIFF_OF_FILE,
    PATHS,
    Action,
    Usage,
    argument,
    flag,
    number,
    output_format,
    repeated,
)
from lintpost.language import Text
from lintpost.site.name import KINDS, POLICIES

_LIST = Action(
    Text("count the names of the dictionary in the posts", "辞書の名前が記事に何回出るかを数える"),
    Text("examples:\n  lintpost names list", "例:\n  lintpost names list"),
    (
        PATHS,
        output_format("rich", "json"),
        *CONFIG_FILE,
        flag("--all", en="names that no post has, too", ja="記事に出てこない名前も示す"),
    ),
)
_DRIFT = Action(
    Text(
        "find words that are spelled in several ways, without any dictionary",
        "表記が揺れている語を、辞書なしで探す",
    ),
    Text(
        "examples:\n  lintpost names drift\n"
        "  lintpost names drift --save spellings.yml   # for the rule names/drift",
        "例:\n  lintpost names drift\n"
        "  lintpost names drift --save spellings.yml   # ルール names/drift で使う",
    ),
    (
        PATHS,
        output_format("rich", "json"),
        *CONFIG_FILE,
        argument(
            "--save",
            metavar="FILE",
            en="write the most frequent spellings to a file",
            ja="多数派の表記をファイルに書き出す",
        ),
    ),
)
_DISCOVER = Action(
    Text("find names that the dictionary lacks", "辞書にない名前の候補を探す"),
    Text(
        "examples:\n  lintpost names discover\n"
        "  lintpost names discover --output-format yaml > candidates.yml   # to pick from",
        "例:\n  lintpost names discover\n"
        "  lintpost names discover --output-format yaml > candidates.yml   # ここから選ぶ",
    ),
    (
        PATHS,
        output_format("rich", "json", "yaml"),
        *CONFIG_FILE,
        number(
            "--posts",
            default=2,
            metavar="N",
            en="fewest posts that a name must be in (default: 2)",
            ja="N本以上の記事に出るものだけ（既定は2）",
        ),
        number(
            "--limit",
            default=50,
            metavar="N",
            en="largest number of names to show, 0 for all (default: 50)",
            ja="示す件数の上限。0はすべて（既定は50）",
        ),
    ),
)
_ADD = Action(
    Text("add a name to names.yml", "names.yml に名前を加える"),
    Text(
        "examples:\n  lintpost names add Huawei --kind company --accepted ファーウェイ",
        "例:\n  lintpost names add Huawei --kind company --accepted ファーウェイ",
    ),
    (
        argument("name", metavar="NAME", en="the new name", ja="新しい名前"),
        argument(
            "--kind",
            choices=KINDS,
            metavar="KIND",
            en=f"one of {', '.join(KINDS)} (default: product)",
            ja=f"種類。{'、'.join(KINDS)} のどれか（既定は product）",
        ),
        argument(
            "--owner", metavar="NAME", en="company or person that makes it", ja="開発・提供元"
        ),
        repeated(
            "--accepted",
            "FORM",
            en="another correct form (may be repeated)",
            ja="認める別表記（繰り返し指定できる）",
        ),
        repeated(
            "--variant",
            "FORM",
            en="a wrong form, or /a regular expression/ (may be repeated)",
            ja="誤った表記、または /正規表現/（繰り返し指定できる）",
        ),
        argument(
            "--bold",
            choices=POLICIES,
            metavar="POLICY",
            en=f"when it is bold: {', '.join(POLICIES)}",
            ja=f"太字の方針。{'、'.join(POLICIES)} のどれか",
        ),
        argument(
            "--gloss",
            metavar="TEXT",
            en="how the first mention is written, such as {ja}（{en}）",
            ja="初出の書き方（例：{ja}（{en}））",
        ),
        DIFF_OF_FILE,
        *CONFIG_FILE,
    ),
)
_ALIAS = Action(
    Text("add other forms of a name to names.yml", "名前の別表記を names.yml に加える"),
    Text(
        "examples:\n  lintpost names alias Huawei ファーウェイ\n"
        "  lintpost names alias Huawei ハーウェイ --wrong",
        "例:\n  lintpost names alias Huawei ファーウェイ\n"
        "  lintpost names alias Huawei ハーウェイ --wrong",
    ),
    (
        argument("name", metavar="NAME", en="the name", ja="名前"),
        argument("words", nargs="+", metavar="FORM", en="its other forms", ja="別表記にする語"),
        flag(
            "--wrong",
            en="the forms are wrong (`variants`), not correct (`accepted`)",
            ja="認める表記（accepted）ではなく、誤った表記（variants）にする",
        ),
        DIFF_OF_FILE,
        *CONFIG_FILE,
    ),
)
USAGE = Usage(
    Text(
        """examples:
  lintpost names list                    every name with its mentions and spellings
  lintpost names drift                   words that are spelled in several ways
  lintpost names discover                names that the dictionary lacks
  lintpost names add Vantor --kind product""",
        """例:
  lintpost names list                    名前ごとの出現数と表記
  lintpost names drift                   表記が揺れている語を探す
  lintpost names discover                辞書にない名前の候補を探す
  lintpost names add Vantor --kind product""",
    ),
    actions={
        "list": _LIST,
        "drift": _DRIFT,
        "discover": _DISCOVER,
        "add": _ADD,
        "alias": _ALIAS,
    },
)
