"""The paths of a move, as a command line gives them."""

import os

from lintpost.engine.moving.moves import Moves
from lintpost.engine.moving.refused import MoveRefused
from lintpost.files.inside import is_inside
from lintpost.language import Text
from lintpost.site.files import EXTENSIONS


def moves_of(old: str, new: str, root: str) -> Moves:
    """The move of a post or a folder in the site below `root`. A post may be moved into a folder, by the folder's name.

    Raises `MoveRefused`.
    """
    if not os.path.lexists(old):
        raise MoveRefused(Text(f"{old}: no such file or folder", f"{old}：ファイルもフォルダーもありません"))  # fmt: skip
    if os.path.islink(old):
        raise MoveRefused(Text(f"{old}: a link; move the file itself", f"{old}：リンクです。ファイルそのものを指定してください"))  # fmt: skip
    is_folder = os.path.isdir(old)
    if not is_folder and not old.endswith(EXTENSIONS):
        raise MoveRefused(Text(f"{old}: neither a post nor a folder", f"{old}：記事でもフォルダーでもありません"))  # fmt: skip
    if not is_folder and (os.path.isdir(new) or new.endswith(("/", os.sep))):
        new = os.path.join(new, os.path.basename(old))
    if not is_folder and not new.endswith(EXTENSIONS):
        raise MoveRefused(Text(f"{new}: not the name of a post ({' '.join(EXTENSIONS)})", f"{new}：記事のファイル名（{' '.join(EXTENSIONS)}）にしてください"))  # fmt: skip
    if os.path.lexists(new):
        raise MoveRefused(Text(f"{new}: is there already", f"{new}：すでにあります"))
    below = [_below(path, root) for path in (old, new)]
    if below[1].startswith(f"{below[0]}/"):
        raise MoveRefused(Text(f"{new}: lies in {old} itself", f"{new}：{old} の中です"))
    return Moves(*below)


def _below(path: str, root: str) -> str:
    """A path from the root, with slashes. It must lie below the root, links followed."""
    full = os.path.abspath(path)
    folder = os.path.join(os.path.abspath(root), "")
    if not full.startswith(folder) or not is_inside(path, root):
        raise MoveRefused(Text(f"{path}: not below the site's root, {root}", f"{path}：サイト（{root}）の外です"))  # fmt: skip
    return full[len(folder) :].replace(os.sep, "/")
