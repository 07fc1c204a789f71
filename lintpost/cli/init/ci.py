"""``lintpost init --ci``: a ready-made job for a CI, or a hook for pre-commit."""

import os

from lintpost import __version__
from lintpost.language import Lang, Text

TARGETS = {
    "github": ".github/workflows/lintpost.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}


def write_ci(kind: str, lang: Lang, *, force: bool) -> int:
    """Write the file; where one is there already, print what to put into it. Returns the status."""
    with open(
        os.path.join(os.path.dirname(__file__), "templates", f"{kind}.yml"), encoding="utf-8"
    ) as file:
        text = file.read().replace("{version}", __version__)
    target = TARGETS[kind]
    if os.path.exists(target) and not force:
        say = Text(
            f"{target} is there already. Add this to it, or use --force:\n",
            f"{target} はもうあります。次を書き加えるか、--force で上書きしてください：\n",
        )
        print(say[lang])
        print(text, end="")
        return 1
    if os.path.dirname(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    print(Text(f"Written: {target}", f"作成：{target}")[lang])
    return 0
