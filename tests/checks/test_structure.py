"""What structure/ finds around a fault, and what the fix of list-number, which is unsafe, writes."""

from pathlib import Path

import pytest

from tests.conftest import check_text, fix_text

FOUND: list[tuple[str, str, list[str]]] = [
    # (rule, text, what is found)
    ("unclosed-fence", "```\na\n```` \n\n~~~\nb\n```\n", ["~~~"]),
    ("unclosed-fence", "- ```\n  a\n\n本文。\n\n> ```\n> b\n> ```\n", ["```"]),
    ("unclosed-fence", "`````\r\n```\r\n`````\r\n\r\n```\r\na\r\n```", []),
    ("unclosed-fence", "{% highlight md %}\n```\n{% endhighlight %}\n", []),
    ("unclosed-fence", "<!--\n```\n-->\n\n    ```\n\n``` `a` ```\n", []),
    ("lost-cell", "|a|b|\n|-|-|\n|c|d|e\n|f|g| |\n|h|\\||i|\n", ["|c|d|e", "|h|\\||i|"]),
    ("lost-cell", "> |a|b|\n> |-|-|\n> |c|{{ d | e }}|\n> |f|g|h|\n", ["|f|g|h|"]),
    ("lost-cell", "|a|b|\n|-|\n\n|c|d|\r\n|:-:|-|-|\r\n", ["|-|", "|:-:|-|-|"]),
    ("lost-cell", "a | b\n---\n\n```\n|a|b|\n|-|\n```\n\na | b\n-|-\nc | d <!-- | e -->\n", []),
    ("short-row", "|a|b|\n|-|-|\n|c|\n|d\n\ne\n", ["|c|", "|d"]),
    ("mojibake", "---\ntitle: ã\x81\x82ã\x81\x84\n---\n`\ufffd`と\ufffd\ufffd。\n", ["ã\x81\x82ã\x81\x84", "\ufffd\ufffd"]),
    ("mojibake", "譌･譛ｬ、取ﾘ扱ｲ、小ｶﾗ大。縺れ、縺れる。Â£5、Âge、ï¼ˆ、é »と« é »。\n", ["･譛ｬ", "Â£", "ï¼ˆ"]),
    ("first-level", "---\ntitle: ''\n---\n# a\n\n> # b\n\n- # c\n", []),
    ("first-level", "---\ntitle: 題\n---\n題\n===\n\n# 別\n", ["題\n==="]),
    ("skipped-level", "# a\n\n> ## b\n\n### c\n\n###### d\n\n## e\n", ["### c", "###### d"]),
    ("empty-section", "## a {#b}\n\n## c\n\n<br>\n\n## d\n[e]: /f\n\n## g\n{: .h}\n", ["## a {#b}", "## g"]),
    ("empty-section", "<h2>a</h2>\n\n## b\n\n## c\n", []),
    ("same-heading", "## a\n\n#### b\n\n### b\n\n### **B**\n\n# a\n\n## a\n", ["### **B**"]),
    ("image-alt", "![](a.png) ![a.png](a.png) ![図](b.png) ![b c](b%20c.png)\n", ["![](a.png)", "![a.png](a.png)"]),
    ("image-alt", "<IMG SRC='a.png' data-alt=''>と<img alt src=a><img\nalt=''>\n", ["<IMG SRC='a.png' data-alt=''>"]),
    ("fence-language", "``` \na\n```\n\n```text\nb\n```\n\n    c\n", ["```"]),
    ("list-number", "1. a\n1. b\n2. c\n\n本文\n\n3. d\n\n   5) e\n   6) f\n\n5. g\n", ["1", "5"]),
    ("list-number", "0. a\n1. b\n1. c\n\n本文\n\n- 1. a\n- 3. b\n", []),
    ("code-paragraph", "本文。\n\n    これは文です。\n    # 設定です。\n\n    これは文です。\n", []),
    ("code-paragraph", "- a\n\n      文です。\n\n例:\n\n    文です。\n\n終。\n\n    続く文です。\r\n", ["文です。", "続く文です。"]),
    ("code-paragraph", "語\n: 意味\n\n    続く文です。\n\n!!! note\n\n    注記です。\n\n{{< note >}}\n\n    注記です。\n", []),
    ("swallowed-item", "- a\n      * b\n\t\t2. c\n\n本文\n    - d\n\n- `e\n      - f`\n", ["*", "2."]),
    ("tab", "本文。\n\n\t文です。\n\n    文です。\n\n- a\n\n\t文です。\n", ["文です。"]),
]  # fmt: skip


def _config(folder: Path, rule: str) -> Path:
    path = folder / "lintpost.yml"
    path.write_text(f"rules: {{structure/{rule}: warning}}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("rule", "text", "found"), FOUND)
def test_findings(tmp_path: Path, rule: str, text: str, found: list[str]) -> None:
    findings = check_text(text, _config(tmp_path, rule), select=(f"structure/{rule}",))
    assert [text[one.start.offset : one.end.offset] for one in findings] == found


def test_there_is_no_indented_code_in_mdx(tmp_path: Path) -> None:
    config = _config(tmp_path, "code-paragraph")
    text = "本文。\n\n    これは文です。\n"
    assert check_text(text, config, "a.mdx", select=("structure/code-paragraph",)) == []
    assert len(check_text(text, config, "a.md", select=("structure/code-paragraph",))) == 1


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("1. a\n2. b\n2. c\n4. d\n", "1. a\n2. b\n3. c\n4. d\n"),
        ("1. a\n3. b\n   1. c\n   1. d\n4. e\n", "1. a\n2. b\n   1. c\n   1. d\n3. e\n"),
        ("9. a\n9. b\n10. c\n", "9. a\n9. b\n10. c\n"),  # what follows 10. is indented deeper
    ],
)
def test_counting_anew_is_unsafe(tmp_path: Path, text: str, becomes: str) -> None:
    config = _config(tmp_path, "list-number")
    assert fix_text(text, config, "structure/list-number", unsafe=True) == becomes
    assert fix_text(text, config, "structure/list-number") == text


@pytest.mark.parametrize(
    ("renderer", "message"),
    [("commonmark", "This item is written as 6, and shown as 5."), ("kramdown", "This item is written as 6, and shown as 3.")],
)  # fmt: skip
def test_kramdown_counts_from_one(tmp_path: Path, renderer: str, message: str) -> None:
    config = _config(tmp_path, "list-number")
    config.write_text(config.read_text() + f"renderer: {renderer}\n", encoding="utf-8")
    (finding,) = check_text("3. a\n4. b\n6. c\n", config, select=("structure/list-number",))
    assert finding.message == message
