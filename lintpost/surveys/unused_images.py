"""Images of a site that nothing in it uses."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintpost.config.globs import matches
from lintpost.engine.discovery import ignore_files
from lintpost.engine.finding import PostError
from lintpost.language import Text
from lintpost.post.lazy import lazy
from lintpost.post.regular_file import open_regular
from lintpost.site.files import EXTENSIONS, SKIPPED
from lintpost.surveys.image_mentions import IMAGE_ENDINGS, ImageMentions

_TEXTS = (
    *EXTENSIONS, ".html", ".htm", ".xhtml", ".xml", ".svg", ".css", ".scss", ".sass", ".less", ".styl", ".js", ".mjs",
    ".cjs", ".ts", ".mts", ".tsx", ".jsx", ".vue", ".svelte", ".astro", ".json", ".jsonc", ".json5", ".yml", ".yaml",
    ".toml", ".liquid", ".njk", ".ejs", ".hbs", ".pug", ".haml", ".slim", ".erb", ".rb", ".py", ".go", ".php", ".tmpl",
    ".txt", ".csv", ".webmanifest", ".rst", ".adoc", ".org", ".ipynb",
)  # fmt: skip
"""Files that may name an image."""
_BARE_TEXTS = ("_redirects", "_headers")
_BUILT = ("_site", "dist", "build", "target", "coverage", "vendor")
"""Folders of what is made from the site, or of others' packages."""
_BUILT_BY = {
    "public": ("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "archetypes", "content"),
    "resources": ("hugo.toml", "hugo.yaml", "hugo.json", "archetypes"),
}
"""Folders that Hugo and Zola write, beside what tells that one of them builds the site."""
_HIDDEN = (".vitepress", ".vuepress", ".github")
"""Folders with a dot that hold texts of the site."""
_THEMES = "themes"
"""A theme's own images are not the site's to delete."""
_FETCHED = lazy(
    r"(?i)^(?:favicon|apple-touch-icon|mstile|android-chrome|safari-pinned-tab|browserconfig)"
)
"""What browsers ask for by itself."""


class Image(NamedTuple):
    """An image, by its path from the site's root with slashes, and its size in bytes."""

    path: str
    bytes: int


class ImageSurvey(NamedTuple):
    """The images that nothing names, sorted; how many there are in all; files that could not be read."""

    unused: list[Image]
    total: int
    unreadable: list[PostError]


def survey_images(
    root: str, exclude: tuple[str, ...], max_bytes: int, folders: Sequence[str] = ()
) -> ImageSurvey:
    """Look for every image below a root in every text below it: posts, layouts, styles, scripts, data.

    `exclude` are patterns of images that are left out; with `folders` only images below one of them count. A
    text above `max_bytes` is not read, and said to be unreadable. What cannot be told counts as used.
    """
    images: list[Image] = []
    texts: list[str] = []
    unreadable: list[PostError] = []
    starts = tuple(_start(root, folder) for folder in folders) or ("",)
    for path, size in _files(root, unreadable):
        name = path.rpartition("/")[2]
        ending = os.path.splitext(name)[1].lower()
        if ending in _TEXTS or name in _BARE_TEXTS:
            texts.append(path)
        is_own = f"/{_THEMES}/" not in f"/{path}" and not matches(path, exclude)
        if ending in IMAGE_ENDINGS and is_own:
            images.append(Image(path, size))
    mentions = ImageMentions(image.path for image in images)
    for path, text in _read(root, texts if images else (), max_bytes, unreadable):
        mentions.read(path, text)
    used = mentions.used()
    named = [image for image in images if image.path.startswith(starts)]
    unused = [image for image in named if image.path not in used and not _is_fetched(image.path)]
    return ImageSurvey(sorted(unused), len(named), unreadable)


def _start(root: str, folder: str) -> str:
    """How paths below a folder begin."""
    relative = os.path.relpath(folder, root).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


def _is_fetched(path: str) -> bool:
    return _FETCHED.match(path.rpartition("/")[2]) is not None


def _read(
    root: str, paths: Iterable[str], max_bytes: int, unreadable: list[PostError]
) -> Iterator[tuple[str, str]]:
    for path in paths:
        full = os.path.join(root, path)
        try:
            with open_regular(full) as file:
                data = file.read(max_bytes + 1)
        except OSError as error:
            unreadable.append(_error(full, error))
            continue
        if len(data) > max_bytes:
            text = Text(
                f"larger than {max_bytes:,} bytes (`max-file-size`): not searched for images",
                f"{max_bytes:,}バイト（`max-file-size`）を超えるため、画像の名前を探していません",
            )
            unreadable.append(PostError(full, text))
        else:
            yield path, data.decode("utf-8", "replace")


def _error(path: str, error: OSError) -> PostError:
    reason = error.strerror or type(error).__name__
    return PostError(path, Text(f"cannot be read ({reason})", f"読めません（{reason}）"))


def _files(root: str, unreadable: list[PostError]) -> Iterator[tuple[str, int]]:
    """The files below a root with their sizes in bytes, but for those that git ignores. Links are not followed."""
    stack = [("", ignore_files.above(root))]
    while stack:
        below, ignores = stack.pop()
        folder = os.path.join(root, below)
        ignores = ignore_files.add(folder, ignores)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            unreadable.append(_error(folder, error))
            continue
        names = {entry.name for entry in entries}
        for entry in entries:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                if not _is_skipped(entry.name, names) and not _ignored(f"{path}/", root, ignores):
                    stack.append((f"{path}/", ignores))
            elif entry.is_file(follow_symlinks=False) and not _ignored(path, root, ignores):
                yield path, entry.stat().st_size


def _is_skipped(name: str, beside: set[str]) -> bool:
    """Whether a folder holds no sources of the site."""
    if name in SKIPPED or name in _BUILT or (name.startswith(".") and name not in _HIDDEN):
        return True
    return not beside.isdisjoint(_BUILT_BY.get(name, ()))


def _ignored(path: str, root: str, ignores: ignore_files.Ignores) -> bool:
    full = os.path.join(os.path.abspath(root), path)
    end = "/" if path.endswith("/") else ""
    ignored = False
    for folder, file in ignores:
        said = file.verdict(os.path.relpath(full, folder).replace(os.sep, "/") + end)
        ignored = ignored if said is None else said
    return ignored
