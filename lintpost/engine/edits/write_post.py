"""Writes the new text of a post, unless a link leads out of its site."""

import os

from lintpost.files.atomic_write import write_atomically
from lintpost.files.inside import is_inside
from lintpost.language import Text


def write_post(path: str, root: str, before: str, after: str) -> Text | None:
    """Replace the text of a post whose settings are for the folder `root`.

    Returns why it was left alone, or None. A link is written through only where its target lies below the
    root too; below the post's own folder if that is outside the root.
    """
    folder = os.path.dirname(os.path.abspath(path))
    below_root = os.path.join(folder, "").startswith(os.path.join(os.path.abspath(root), ""))
    if not is_inside(path, root if below_root else folder):
        target = os.path.realpath(path)
        return Text(
            f"a link to {target}, outside the site: not written; name that file to have it fixed",
            f"サイトの外（{target}）へのリンクのため、書き換えませんでした。"
            "修正するには、リンク先のファイルを指定してください",
        )
    return write_atomically(path, before, after)
