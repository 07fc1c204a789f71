"""What `consistency` writes: the same word in the usual spelling, and never another word."""

from pathlib import Path

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.post.source import Source

CASES = {
    "The color and color of a colour.": "The color and color of a color.",
    "The color and color of a flavour.": "The color and color of a flavour.",
    "A center and centers: the centre.": "A center and centers: the center.",
    "We organise. They organize and organize.": "We organize. They organize and organize.",
    "Colour is a color, a color.": "Color is a color, a color.",
    "Colors and colors beside one colour.": "Colors and colors beside one colour.",
    "We realised, they realize and realizes.": "We realized, they realize and realizes.",
    "A catalogue, some catalog, any catalog.": "A catalog, some catalog, any catalog.",
    "Eat a, b, c, and d. Eat a, b, c and d. Eat e, f, g, and h.":
        "Eat a, b, c, and d. Eat a, b, c, and d. Eat e, f, g, and h.",
    "Eat a, b, c, and d. Eat e, f, g and h. Eat a, b, c, and d.":
        "Eat a, b, c, and d. Eat e, f, g and h. Eat a, b, c, and d.",
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_only_the_same_word_is_written(text: str, tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("{}", encoding="utf-8")
    overlay = CliOverrides(select=("en/spelling-variety", "en/serial-comma"))
    checker = Checker(load_settings(str(tmp_path / "lintpost.yml"), overlay))
    source = Source("post.md", text)
    assert checker.check_source(source).findings
    assert fix_source(checker, source).after == text
    assert fix_source(checker, source, unsafe=True).after == CASES[text]
