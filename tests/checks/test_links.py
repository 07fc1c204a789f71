"""What links/ finds around a slip, and what its fixes, which are all unsafe, write."""

from pathlib import Path

import pytest

from tests.conftest import check_text, fix_text

FIXED: list[tuple[str, str, str]] = [
    # (rule, text, what it becomes)
    ("malformed-address", "[a](http:/b.c/d)\n", "[a](http://b.c/d)\n"),
    ("malformed-address", "[a](https//b.c \"http//b.c\")\n", "[a](https://b.c \"http//b.c\")\n"),
    ("malformed-address", "![a](htp://b.c)と<htps://b.c>\n", "![a](http://b.c)と<https://b.c>\n"),
    ("malformed-address", "[a](http://https://b.c)\n", "[a](https://b.c)\n"),
    ("malformed-address", "[a][b]\n\n[b]: <https：／／b.c/あ>\n", "[a][b]\n\n[b]: <https://b.c/あ>\n"),
    ("malformed-address", "[a](https://b.c/d）。)\n", "[a](https://b.c/d)\n"),
    ("malformed-address", "[a](htp://b.c/&amp;d)\n", "[a](htp://b.c/&amp;d)\n"),
    ("broken-link", "[資料]（https://b.c/d）です。\n", "[資料](https://b.c/d)です。\n"),
    ("broken-link", "[資料](https://b.c/d）です。\n", "[資料](https://b.c/d)です。\n"),
    ("broken-link", "「[資料(https://b.c/d)」です。\n", "「[資料](https://b.c/d)」です。\n"),
    ("broken-link", "[資料](https://b.c/d です。\n", "[資料](https://b.c/d です。\n"),
]  # fmt: skip
FOUND: list[tuple[str, str, list[str]]] = [
    # (rule, text, what is found)
    ("malformed-address", "[a](https:b)、[c](http:8080)、[d](sftp://e)、[f](tel:1)\n", ["https:b", "http:8080"]),
    ("malformed-address", "[a](https://b.c/「d」)、[e](https://b.c/f」)\n", ["https://b.c/f」"]),
    ("malformed-address", "[a](htp://b.c/&amp;d)\n", ["[a](htp://b.c/&amp;d)"]),
    ("broken-link", "a](https://b.c)\n\n[a](/b)](https://b.c)\n", ["](https://b.c)", "](https://b.c)"]),
    ("broken-link", "[a](https://b.c\r\n\r\n[d](/e\r\n", ["[a](https://b.c", "[d](/e"]),
    ("broken-link", "[a](https://b.c/d_(e)で\n\n[f](/g\n次)。\n", ["[a](https://b.c/d_(e)で", "[f](/g"]),
    ("broken-link", "[a](https://b.c\n\"題\")と[b](https://b.c\n)\n", []),
    ("broken-link", "f[0](/a と [x](#a と 「[y]（#b）」\n", ["[x](#a"]),
    ("broken-link", "```\n[a](https://b.c\n```\n\n<p>[a](https://b.c</p>\n", []),
    ("broken-link", "![図](/a b.png) ![図](/a.png =10x) ![図](a b.txt)\n", ["![図](/a b.png)"]),
    ("empty-link", "[](a)、[ ](a)、[\n](a)、![](a)、[a](#)、[![]()](b)\n", ["[](a)", "[ ](a)", "[\n](a)", "![]()"]),
    ("undefined-reference", "[あ い][b]、[b]、[あ]\n[b]、\\[あ い][b]、[あ い\\][b]、c[あ い][b]\n", ["[あ い][b]"]),
    ("undefined-reference", "[ab][]、[5][]int、[a b][c][d]、[a b][c](d)、[1, 2][3]、[ ][x]、[a b][C D]\n", []),
    ("undefined-reference", "[a b][C D]、[e][f]\n\n[g]: /h\n", ["[a b][C D]"]),
    ("undefined-footnote", "a[^b]、c[^d]、e[^1-2]、f[^0-9]\n\n[^d]: g\n", ["[^b]"]),
    ("unused-footnote", "[^a]: b\n[^c]: d[^a]\n", ["[^c]:"]),
    ("doubled-definition", "[a]\n\n[a]: /b\n[A]: /b\n> [a]: /c\n", ["[a]:"]),
    ("bare-address", "\ufeffhttps://a.b/c\n\n- <https://a.b> [d](https://a.b) https://a.b/e\n", ["https://a.b/e"]),
]  # fmt: skip


def _config(folder: Path, rule: str) -> Path:
    path = folder / "lintpost.yml"
    path.write_text(f"rules: {{links/{rule}: warning}}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("rule", "text", "becomes"), FIXED)
def test_unsafe_fixes(tmp_path: Path, rule: str, text: str, becomes: str) -> None:
    config = _config(tmp_path, rule)
    assert fix_text(text, config, f"links/{rule}", unsafe=True) == becomes
    assert fix_text(text, config, f"links/{rule}") == text


@pytest.mark.parametrize(("rule", "text", "found"), FOUND)
def test_findings(tmp_path: Path, rule: str, text: str, found: list[str]) -> None:
    findings = check_text(text, _config(tmp_path, rule), select=(f"links/{rule}",))
    assert [text[one.start.offset : one.end.offset] for one in findings] == found
