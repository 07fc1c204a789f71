"""Links of a site that Hugo builds: what is called dead is not among the built files, and the other way round."""

import json
import random
import shutil
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest

from lintpost.checks.registry import find_check
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.files import SiteFiles
from lintpost.site.queries import now
from lintpost.site.site import Site
from tests.site.addresses.test_hugo_built import CONFIGS, CONTENT, LANGUAGES, build

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("hugo") is None, reason="needs hugo"),
]


def targets(paths: list[str], chance: random.Random) -> list[str]:
    """Links to what is there, in the forms in which authors write them, and to what is not."""
    found = []
    for path in paths:
        form = chance.choice(
            ["{0}/", "{0}", "{0}/index.html", "{0}/?q=1", "https://example.com/sub{0}/", "{0}/#top"]
        )
        shown = quote(path) if chance.random() < 0.3 else path.replace(" ", "%20")
        found.append(("/sub" if form.startswith("{") else "") + form.format(shown.rstrip("/")))
        if chance.random() < 0.6:
            continue  # a site in which most links are dead is held to be a sample
        damaged = path.rstrip("/") + chance.choice(["-x", "s", "/more"])
        found.append(f"/sub{damaged.replace(' ', '%20')}/")
    return found


@pytest.mark.parametrize("name", ["plain", "permalinks", "languages", "subdirectories"])
def test_dead_links_are_dead(tmp_path: Path, name: str) -> None:
    content = {**CONTENT, **(LANGUAGES if name in ("languages", "subdirectories") else {})}
    built = build(tmp_path, CONFIGS[name], content)
    chance = random.Random(name)
    links = targets(sorted(built), chance)
    chance.shuffle(links)
    posts = {f"content/{path}": text for path, text in content.items() if path.endswith(".md")}
    page = "content/posts/First Post.md"
    posts[page] += "\n".join(f"- [x]({link})" for link in links)
    check = find_check("dead-link")
    assert check.facts is not None
    assert check.review is not None
    site = Site(now=now(), files=SiteFiles(str(tmp_path)))
    given = check.options({})
    facts = {
        path: json.loads(json.dumps(check.facts(Post(Source(path, text)), given, site)))
        for path, text in sorted(posts.items())
    }
    facts[page]["links"] = check.facts(Post(Source(page, posts[page])), given, site)["links"]  # type: ignore[index]
    found = {hit.params["target"] for hit in check.review(facts, given, site)}
    public = tmp_path / "public"
    dead = {link for link in links if not is_there(public, link)}
    assert {link for link in found if is_there(public, link)} == set()
    assert dead
    assert len(dead - found) <= len(dead) // 10, sorted(dead - found)


def is_there(public: Path, link: str) -> bool:
    from urllib.parse import unquote, urlsplit

    path = (
        unquote(urlsplit(urljoin("https://example.com/", link)).path)
        .removeprefix("/sub")
        .strip("/")
    )
    names = (path, f"{path}/index.html".lstrip("/"), f"{path}.html")
    return any((public / one).is_file() for one in names)
