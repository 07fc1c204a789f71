"""``lintpost init --ci``: a job for a CI, or a hook for pre-commit."""

import os

from lintpost import __version__
from lintpost.language import Lang, Text

_TARGETS = {
    "github": ".github/workflows/lintpost.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}
_TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")


def write_ci(kind: str, lang: Lang, *, force: bool) -> int:
    """Write the file; where it exists already, print what to add to it. Returns the exit status."""
    with open(os.path.join(_TEMPLATES, f"{kind}.yml"), encoding="utf-8") as file:
        content = file.read().replace("{version}", __version__)
    target = _TARGETS[kind]
    if os.path.lexists(target) and not force:
        text = Text(
            f"{target} is there already. Add this to it, or use --force:\n",
            f"{target} はもうあります。次を書き加えるか、--force で上書きしてください：\n",
        )
        print(text[lang])
        print(content, end="")
        return 1
    if os.path.dirname(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(content)
    print(Text(f"Written: {target}", f"作成：{target}")[lang])
    return 0
