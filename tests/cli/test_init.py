"""`lintpost init`: what it writes for a site, and what it says at the end."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.surveys.scaffold.tags_text import tags_text
from lintpost.surveys.tag_usage import TagUse
from tests.conftest import run_cli

Site = Callable[..., Path]
JAPANESE = "これは日本語の文章です。今日も記事を書いています。\n"
ENGLISH = (
    "This is the text of a post in English, and it is one of the posts that you are to read.\n"
)


def init(folder: Path, *arguments: str) -> str:
    done = run_cli("init", *arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def config(folder: Path) -> dict[str, object]:
    data: dict[str, object] = yaml.safe_load((folder / "lintpost.yml").read_text("utf-8"))
    return data


def checked(folder: Path, *arguments: str) -> list[str]:
    """Each finding as path, line and rule."""
    done = run_cli("check", "--output-format", "concise", "--quiet", *arguments, cwd=folder)
    assert done.stderr == b""
    lines = done.stdout.decode().splitlines()
    found = [re.match(r"(.+?):(\d+):\d+: \w+ (\S+)", line) for line in lines]
    return [" ".join(match.groups()) for match in found if match is not None]


def uses(**counts: int) -> list[TagUse]:
    return [TagUse(word, count, None, None) for word, count in counts.items()]


ONCE = (
    "  # Used once: keep, merge (as an alias above) or drop (`retired`), when you come to it."
    " Valid until then.\n"
)


def test_the_tags_are_those_of_drift() -> None:
    """Spellings of one word are its aliases, other pairs are told, and words used once stand below."""
    counts = {"AI規制": 5, "LLM": 4, "グーグル": 3, "Python": 3, "API": 2, "llm": 2, "Google": 2, "AI規制対応": 1, "Phoenix": 1, "xAI": 1, "ai規制": 1, "a: b\n": 1}  # fmt: skip
    text, tags, once = tags_text({"tags": uses(**counts), "categories": uses(解説=1)}, "en")
    assert (tags, once) == (11, 5)
    assert text.split("no longer used\n")[1] == (
        "tags:\n"
        "  - {name: AI規制, aliases: [ai規制]}  # 5 + 1\n"
        "  - {name: LLM, aliases: [llm]}  # 4 + 2\n"
        "  - グーグル  # 3\n"
        "  - Python  # 3\n"
        "  - API  # 2\n"
        "  - Google  # 2; = グーグル? Then list it there under `aliases`\n"
        f"{ONCE}"
        "  - AI規制対応  # 1; the topic of AI規制? Then list it there under `aliases`\n"
        "  - Phoenix  # 1\n"
        "  - xAI  # 1\n"
        '  - "a: b\\n"  # 1\n'
        f"categories:\n{ONCE}"
        "  - 解説  # 1\n"
    )
    assert yaml.safe_load(text) == {
        "tags": [
            {"name": "AI規制", "aliases": ["ai規制"]}, {"name": "LLM", "aliases": ["llm"]}, "グーグル", "Python", "API", "Google",
            "AI規制対応", "Phoenix", "xAI", "a: b\n",
        ],
        "categories": ["解説"],
    }  # fmt: skip


def test_a_site_whose_tags_are_all_used_once_begins_without_errors(site: Site) -> None:
    folder = site(_posts__a_md=f"---\ntitle: 題\ntags: [AI, 投資]\n---\n{JAPANESE}")
    assert "、tags.yml（タグ2個。うち2個は1本だけ：" in init(folder)
    assert "\ntags: tags.yml\n" in (folder / "lintpost.yml").read_text("utf-8")
    assert yaml.safe_load((folder / "tags.yml").read_text("utf-8")) == {"tags": ["AI", "投資"]}
    assert checked(folder, "--select", "tags") == []


def test_topics_are_the_tags_of_zenn(site: Site) -> None:
    front = "---\ntitle: 題\nemoji: 🧠\ntype: tech\ntopics: [ai, {}]\npublished: true\n---\n"
    posts = {
        f"articles__abcdefghijkl{n}_md": front.replace("{}", f"t{n}") + JAPANESE for n in "123"
    }
    folder = site(**posts, books__b__1_md="---\ntitle: 章\n---\n" + JAPANESE)
    shown = init(folder)
    assert "\n作成：lintpost.yml、tags.yml（タグ4個。うち3個は1本だけ：残すか" in shown
    tags = yaml.safe_load((folder / "tags.yml").read_text("utf-8"))
    assert tags == {"tags": ["ai", "t1", "t2", "t3"]}
    # A chapter needs a title only.
    assert checked(folder) == []


def test_the_tags_of_zola_are_taxonomies(site: Site) -> None:
    front = '+++\ntitle = "x"\n[taxonomies]\ntags = ["Rust", "{}"] # c\n+++\n' + ENGLISH
    posts = {f"content__{n}_md": front.replace("{}", word) for n, word in enumerate(("web", "web", "rust"))}  # fmt: skip
    folder = site(**posts)
    (folder / "zola.toml").write_text("", "utf-8")
    init(folder)
    assert yaml.safe_load((folder / "tags.yml").read_text("utf-8")) == {
        "tags": [{"name": "Rust", "aliases": ["rust"]}, "web"]
    }
    assert checked(folder) == ["content/2.md 4 tags/duplicate"]
    assert checked(folder, "--fix") == []
    assert 'tags = ["Rust"] # c\n' in (folder / "content" / "2.md").read_text("utf-8")


def test_sections_of_hugo_and_zola_do_not_owe_what_posts_have(site: Site) -> None:
    post = "---\ntitle: x\ndate: 2026-04-0{}\n---\n" + ENGLISH
    posts = {f"content__{n}_md": post.format(n) for n in range(1, 4)}
    folder = site(**posts)
    (folder / "content" / "_index.md").write_text("---\ntitle: x\n---\n", "utf-8")
    for name, text in (("hugo.toml", ""), ("config.toml", 'base_url = "x"\n')):
        (folder / name).write_text(text, "utf-8")
        shown = init(folder, "--force")
        assert shown.startswith("Hugo: 4 posts in content/**, mostly English.\n" if name[0] == "h" else "Zola: 4 posts")  # fmt: skip
        assert config(folder)["front-matter"] == {"required": ["title", "date"]}
        assert checked(folder) == []
        (folder / "hugo.toml").unlink(missing_ok=True)


def test_keys_that_are_null_on_purpose(site: Site) -> None:
    front = "---\ntitle: 題\naudio: null\nquiz: {}\nextra:\n---\n"
    posts = {f"posts__{n}_md": front.replace("{}", v) + JAPANESE for n, v in enumerate(("null", "{a: 1}", "{a: 2}"))}  # fmt: skip
    folder = site(**posts)
    init(folder)
    assert config(folder)["front-matter"] == {
        "required": ["title"],
        "properties": {
            "audio": {"type": ["string", "null"]},
            "quiz": {"type": ["object", "null"], "required": ["a"]},
        },
    }
    assert checked(folder) == [f"posts/{n}.md 5 front-matter/empty" for n in range(3)]


def test_languages_side_by_side_have_their_own_rules(site: Site) -> None:
    japanese = f"---\ntitle: 題\n---\n{JAPANESE}\n彼がが来ました。 very very good.\n"
    english = f"---\ntitle: x\n---\n{ENGLISH}\nIt is is here。彼がが来ました。\n"
    folder = site(
        **{f"posts__ja{n}_md": japanese for n in range(3)},
        **{f"posts__en__{n}_md": english for n in range(2)},
    )
    shown = init(folder)
    assert "ほかの言語には別の設定を付けました（`overrides`）：en 2。" in shown
    assert config(folder)["overrides"] == [
        {"posts": ["posts/en/**"], "rules": {"ja/*": False, "en/*": True, "en/latin": False}},
    ]  # fmt: skip
    found = [line for line in checked(folder) if " ja/" in line or " en/" in line]
    assert found == [
        "posts/en/0.md 6 en/repeated-word", "posts/en/1.md 6 en/repeated-word",
        *(f"posts/ja{n}.md 6 ja/successive-word" for n in range(3)),
    ]  # fmt: skip


def test_taste_that_comes_up_in_every_post_is_a_note(site: Site) -> None:
    heading = "**見出しのような段落**\n\n" + JAPANESE + "\n"
    folder = site(**{f"posts__{n}_md": f"---\ntitle: 題\n---\n{heading * 3}" for n in range(3)})
    shown = init(folder)
    text = (folder / "lintpost.yml").read_text("utf-8")
    assert "  bold/fake-heading: info  # 3本に9件\n" in text
    assert config(folder)["rules"] == {
        "bold/first-mention": False, "bold/inconsistent": False, "bold/fake-heading": "info",
    }  # fmt: skip
    assert re.search(r"●  bold/fake-heading +9  0\.md:4 『見出しのような段落』", shown)
    # Once a post is not more than once a post.
    for n in range(3):
        (folder / "posts" / f"{n}.md").write_text(f"---\ntitle: 題\n---\n{heading}", "utf-8")
    assert re.search(r"●  bold/fake-heading +3  ", init(folder, "--force"))
    assert set(config(folder)["rules"]) == {"bold/first-mention", "bold/inconsistent"}  # type: ignore[call-overload]
    # Not every rule is a matter of taste, however often it fires.
    plain = "---\ntitle: 題\n---\n" + "GitHubとgithub。\n\n" * 9
    for n in range(3):
        (folder / "posts" / f"{n}.md").write_text(plain, "utf-8")
    (folder / "names.yml").write_text("names: [GitHub]\n", "utf-8")
    init(folder, "--force")
    assert set(config(folder)["rules"]) == {"bold/first-mention", "bold/inconsistent"}  # type: ignore[call-overload]


def test_a_policy_for_bold_is_kept_where_posts_have_one(site: Site) -> None:
    post = "---\ntitle: x\n---\n**OpalGrid** is of the one, and OpalGrid is it.\n"
    folder = site(**{f"_posts__{n}_md": post for n in range(3)})
    init(folder)
    assert "rules" not in config(folder)
    (folder / "_posts" / "0.md").write_text(
        "---\ntitle: x\n---\n**OpalGrid** and again **OpalGrid**, OpalGrid.\n", "utf-8"
    )
    assert checked(folder) == ["_posts/0.md 4 bold/inconsistent"]


def test_it_ends_with_a_table_and_three_steps(site: Site) -> None:
    folder = site(_config_yml="", _posts__a_md="---\ntitle: 題\ndate: 2026-02-30\n---\n" + JAPANESE)
    lines = init(folder, "--lang", "en").splitlines()
    assert lines[:2] == ["Jekyll: 1 post in _posts/**, mostly Japanese.", "Written: lintpost.yml"]
    assert lines[3:6] == [
        "What `lintpost check` finds now:",
        "   rule               findings  example",
        "▲  front-matter/date         1  a.md:3 `date`: no calendar has the day 2026-02-30.",
    ]
    assert [line[:5] for line in lines if re.match(r"  \d\.", line)] == ["  1. ", "  2. ", "  3. "]
    assert "`lintpost baseline create`" in "\n".join(lines[-4:])
    (folder / "_posts" / "a.md").write_text(f"---\ntitle: 題\n---\n{JAPANESE}", "utf-8")
    shown = init(folder, "--force")
    assert "1本の記事を検査しました。指摘はありません。\n" in shown
    assert shown.splitlines()[-3:] == [
        "  1. lintpost.yml を見直す。記事から推測した、このサイトの決まりです。",
        "  2. `lintpost check --watch` で、保存するたびに検査する。",
        "  3. `lintpost init --ci github` で、変更のたびに検査するCIの設定を作る。",
    ]


def test_the_steps_count_what_is_there(site: Site) -> None:
    folder = site(_config_yml="", _posts__a_md="---\ntitle: 題\ntags: [a, a]\n---\n" + JAPANESE)
    lines = init(folder, "--lang", "en").splitlines()
    assert lines[lines.index("Next:") + 1 :][:2] == [
        "  1. Look through lintpost.yml, tags.yml: they are your house style, guessed from the posts.",
        "  2. `lintpost check --diff` shows 1 safe fix; `lintpost check --fix` writes it.",
    ]


def test_files_without_front_matter_owe_none(site: Site) -> None:
    """A folder of plain Markdown begins without an error in each file."""
    posts = {f"notes__{n}_md": f"# Title\n\n{ENGLISH}" for n in range(3)}
    folder = site(notes__d_md=f"---\ntitle: x\n---\n{ENGLISH}", **posts)
    shown = init(folder)
    assert config(folder)["rules"]["front-matter/missing"] is False  # type: ignore[index]
    assert "  # Most files have no front matter.\n" in (folder / "lintpost.yml").read_text("utf-8")
    assert (
        "  1. Look through lintpost.yml: it is your house style, guessed from the posts." in shown
    )
    assert checked(folder) == []
    for name in ("e", "f"):  # half of them
        (folder / "notes" / f"{name}.md").write_text(f"---\ntitle: x\n---\n{ENGLISH}", "utf-8")
    init(folder, "--force")
    assert checked(folder) == [f"notes/{n}.md 1 front-matter/missing" for n in range(3)]


def test_the_keys_of_posts_are_counted_without_chapters(site: Site) -> None:
    post = "---\ntitle: 題\nemoji: 🐈\ntype: tech\ntopics: [a]\npublished: true\n---\n" + JAPANESE
    folder = site(**{f"articles__article-number-{n}_md": post for n in range(3)})
    (folder / "books" / "b").mkdir(parents=True)
    (folder / "books" / "b" / "one.md").write_text(f"---\ntitle: 題\n---\n{JAPANESE}", "utf-8")
    shown = init(folder)
    assert "4本" in shown.splitlines()[0]
    assert "  # 3本の95%以上にあるキー\n" in (folder / "lintpost.yml").read_text("utf-8")


def test_the_configuration_can_be_read_whatever_folders_are_called(site: Site) -> None:
    folder = site(**{f'say "hi": x__{n}_md': f"---\ntitle: x\n---\n{ENGLISH}" for n in range(2)})
    init(folder)
    settings = load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert settings.posts == ('say "hi": x/**',)


def test_days_are_no_tags() -> None:
    words = [TagUse("2026年", 3, date(2026, 1, 1), date(2026, 2, 1)), TagUse("y", 2, None, None)]
    assert yaml.safe_load(tags_text({"tags": words}, "ja").text) == {"tags": ["2026年", "y"]}
