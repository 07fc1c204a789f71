"""Random sites and moves: what every link leads to by the resolver of the rules is the same afterwards."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lintpost.checks.common.links.body_links import body_links
from lintpost.checks.common.links.internal_links import internal_target
from lintpost.engine.moving.carry_out import carry_out
from lintpost.engine.moving.moves import Moves
from lintpost.engine.moving.plan import MovePlan, plan_move
from lintpost.engine.moving.refused import MoveRefused
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.resolution import target_of
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.site_pages import SitePages
from lintpost.site.files import SiteFiles
from lintpost.site.site import Site

NAMES = ("a", "npu-guide", "日本", "two words", "C", "x.y")
KINDS = {
    "jekyll": ("_config.yml", ["url: https://own.jp\nplugins: [jekyll-redirect-from]\n", "url: https://own.jp\nbaseurl: /b\npermalink: pretty\nplugins: []\n", "permalink: /:title\n"], "_posts", ["", "_drafts", "_posts/sub"]),
    "hugo": ("hugo.toml", ["baseURL = 'https://own.jp/'\n", "baseURL = 'https://own.jp/sub/'\n[permalinks]\nposts = '/:year/:slug/'\n"], "content/posts", ["content/posts", "content", "content/new/deep"]),
    "zola": ("config.toml", ["base_url = 'https://own.jp'\n"], "content/posts", ["content/posts", "content", "content/new/deep"]),
}  # fmt: skip


def site(kind: str, rng: random.Random) -> dict[str, str]:
    """The files of a site whose posts link to one another in every way."""
    name, configs, folder, _ = KINDS[kind]
    files = {
        name: rng.choice(configs),
        "index.html": "",
        f"{folder}/pic.png": "",
        "static/img.png": "",
    }
    if kind == "zola":
        files["content/_index.md"] = files["content/posts/_index.md"] = "+++\n+++\n"
    paths = []
    for number, word in enumerate(rng.sample(NAMES, 5)):
        date = f"2026-01-{number + 1:02}-" if kind == "jekyll" or rng.random() < 0.3 else ""
        is_bundle = kind != "jekyll" and rng.random() < 0.3
        path = f"{folder}/{date}{word}"
        paths.append(f"{path}/index.md" if is_bundle else f"{path}.md")
        if is_bundle:
            files[f"{path}/cover.png"] = ""
    for path in paths:
        files[path] = "placeholder"
    for path in paths:
        front = (
            f"+++\ntitle = 't{paths.index(path)}'\ndate = 2026-01-01\n+++\n"
            if kind == "zola"
            else f"---\ntitle: t{paths.index(path)}\ndate: 2026-01-01\n---\n"
        )
        files[path] = front + "\n".join(links(kind, path, paths, files, rng))
    return files


def links(kind: str, path: str, paths: list[str], files: dict[str, str], rng: random.Random) -> Iterator[str]:  # fmt: skip
    """Links of a post; the addresses are those that the generator gives."""
    pages = SitePages(Listing(files), {one: note(files[one]) for one in paths}, "1.1")
    for _ in range(6):
        to = rng.choice([one for one in paths if one != path])
        page = pages.posts[to]
        own, base = page.addresses.own, page.generator.base
        folder, root = KINDS[kind][2], page.generator.content_roots[0]
        up = "../" if path.endswith("index.md") else ""
        below = to.removeprefix(f"{folder}/")
        ways = [
            own and f"<{base}{own}#x>",
            own and f"<https://own.jp{base}{own.rstrip('/') or '/'}>",
        ]
        if kind == "jekyll":
            ways += [f"{{% post_url {below.removesuffix('.md')} %}}", f"{{{{ site.baseurl }}}}{own}"] if " " not in to else []  # fmt: skip
        if kind == "hugo":
            ways += [f"<{up}{below}>", f"<{up}pic.png>"] + ([f'{{{{< ref "/{to.removeprefix(root)}" >}}}}'] if " " not in to else [])  # fmt: skip
        if kind == "zola":
            ways += [f"<@/{to.removeprefix(root)}>"]
        if path.endswith("index.md"):
            ways += ["cover.png", "<./cover.png>"]
        target = rng.choice([way for way in ways if way])
        yield (
            f"[a]({target})"
            if rng.random() < 0.7
            else f"text\n\n[r{rng.random()}]: {target.strip()}\n"
        )


class Listing(SiteFiles):
    """Files that are not written yet."""

    def __init__(self, files: dict[str, str]) -> None:
        super().__init__("")
        self.files = files

    def has(self, path: str) -> bool:
        return path in self.files or any(one.startswith(f"{path}/") for one in self.files)

    def text(self, path: str) -> str | None:
        return self.files.get(path)

    def names_in(self, folder: str) -> frozenset[str]:
        prefix = f"{folder.strip('/')}/" if folder.strip("/") else ""
        return frozenset(one[len(prefix) :].partition("/")[0] for one in self.files if one.startswith(prefix))  # fmt: skip

    def below(self, folder: str) -> list[str]:
        return sorted(one for one in self.files if one.startswith(folder))


def note(text: str) -> PageNote:
    return PageNote.of_text(text, "1.1")


def ends(folder: Path, moves: Moves | None = None) -> list[tuple[str, str, str]]:
    """Every link that the resolver finds: its post and what it leads to, both by their path after the move."""
    files = SiteFiles(str(folder))
    texts = {one: (folder / one).read_text("utf-8") for one in files.below("") if one.endswith(".md")}  # fmt: skip
    resolver = Resolver(SitePages(files, {one: note(text) for one, text in texts.items()}, "1.1"))
    found = []
    for path, text in texts.items():
        page = resolver.pages.of(path)
        for link in body_links(Post(Source(path, text))):
            target = internal_target(link.target)
            if target is None:
                continue
            there = resolver.resolve(page, link.kind, target_of(target))
            end = there.page.path if there.page is not None else ""
            if moves is not None:
                found.append((moves.new_path(path), there.state, moves.new_path(end)))
            else:
                found.append((path, there.state, end))
    return sorted(found)


def plan(folder: Path, moves: Moves) -> MovePlan:
    paths = [one for one in SiteFiles(str(folder)).below("") if one.endswith(".md")]
    shown = {one: str(folder / one) for one in paths}
    return plan_move(str(folder), shown, moves, Site(now=datetime(2026, 6, 1, tzinfo=UTC)), 10**6)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(40))
def test_random_moves(tmp_path: Path, kind: str, seed: int) -> None:
    rng = random.Random(seed)
    for name, text in site(kind, rng).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    posts = [one for one in SiteFiles(str(tmp_path)).below("") if one.endswith(".md") and "_index" not in one]  # fmt: skip
    old = rng.choice(posts).removesuffix("/index.md")
    name = rng.choice(["new", "日本語", "new name"]) if rng.random() < 0.7 else old.rpartition("/")[2].removesuffix(".md")  # fmt: skip
    date = "2027-05-06-" if kind == "jekyll" and not name.startswith("2026") else ""
    where = rng.choice(KINDS[kind][3]) or KINDS[kind][2]
    moves = Moves(old, f"{where}/{date}{name}{'.md' if old.endswith('.md') else ''}")
    if (tmp_path / moves.new).exists():
        return
    try:
        planned = plan(tmp_path, moves)
    except MoveRefused:
        return
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    expected = ends(tmp_path, moves)
    carry_out(planned, str(tmp_path))
    if not planned.left:
        assert ends(tmp_path) == expected
    back = plan(tmp_path, Moves(moves.new, moves.old))
    carry_out(back, str(tmp_path))
    if not planned.left and not back.left:
        after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        for path, data in before.items():
            lines = [line for line in after[path].splitlines(keepends=True) if not line.startswith((b"aliases", b"redirect_from"))]  # fmt: skip
            assert b"".join(lines).replace(b"%20", b" ") == data
