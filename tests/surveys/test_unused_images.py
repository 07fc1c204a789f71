"""Which images nothing uses: what counts as a use, and what cannot be told."""

from pathlib import Path

import pytest

from lintpost.surveys.unused_images import ImageSurvey, survey_images

A, B = "static/a.png", "static/b.png"
POST = "posts/x.md"


def survey(
    folder: Path,
    files: dict[str, str],
    *,
    exclude: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> ImageSurvey:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return survey_images(str(folder), exclude, 1_000, [str(folder / name) for name in only])


def unused(folder: Path, files: dict[str, str], **options: tuple[str, ...]) -> list[str]:
    return [image.path for image in survey(folder, files, **options).unused]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (POST, "![alt](/a.png)"),
        (POST, "![alt](../static/a.png 'title')"),
        (POST, "![alt](https://example.com/img/a.png?v=2#top)"),
        (POST, "[ref]: /a.png"),
        (POST, "<img src=/a.png>"),
        (POST, '<source srcset="/a.png 1x, /c.png 2x">'),
        (POST, "---\nimage: a.png\n---\n"),
        (POST, "---\nimages: [/a.png]\n---\n"),
        (POST, '+++\n[extra]\ncover = "a.png"\n+++\n'),
        (POST, '{{< figure src="/a.png" >}}'),
        (POST, "![alt]({{ site.baseurl }}/a.png)"),
        (POST, '{% include image.html src="a.png" %}'),
        (POST, "![alt](/%61.png)"),
        (POST, "See /A.PNG."),
        (POST, "---\ncover: a\n---\n"),
        (POST, '+++\n[extra]\nhero_image = "/img/a"\n+++\n'),
        (POST, '{{< figure src="a" >}}'),
        (POST, "{% picture a %}"),
        (POST, "**a.png** {image:a.png}"),
        (POST, "<img src=a.png>"),
        ("data.json", '{"html": "<img src=\\"a.png\\">"}'),
        ("data.json", '"\\/static\\/a.png"'),
        ("feed.xml", "src=&quot;a.png&quot;"),
        ("src/page.liquid", "{{ page.slug | append: '.png' }}"),
        ("_config.yml", "logo: /a.png"),
        ("layouts/index.html", '{{ "a.png" | relURL }}'),
        ("layouts/index.html", '<img src="/a{{ .Suffix }}.png">'),
        ("layouts/index.html", '{{ $src := printf "/%s.png" $x }}'),
        ("assets/main.css", "b { background: url(/a.png) }"),
        ("assets/main.js", "const src = `/${x}.png`"),
        ("assets/main.js", "load('/' + x + '.png')"),
        ("assets/main.js", "import.meta.glob('../static/*.png')"),
        ("_includes/all.html", "{% for file in site.static_files %}"),
        (".vitepress/config.ts", "logo: '/a.png'"),
        ("static/site.webmanifest", '{"icons": [{"src": "/a.png"}]}'),
        ("public/index.html", "/a.png"),
    ],
)  # fmt: skip
def test_used(tmp_path: Path, name: str, text: str) -> None:
    assert unused(tmp_path, {A: "", name: text}) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (POST, "![alt](/b.png)"),
        (POST, "![alt](/aa.png)"),
        (POST, "![alt](/a.jpg)"),
        (POST, "Files like *.png are images, and so is .png."),
        (POST, '"/img/" + ".png"'),
        (POST, "site.static_files"),
        (POST, "---\nslug: a\ntitle: a\n---\n[a](/a/)\n"),
        ("gulpfile.js", "copy('static/**/*.png')"),
        ("layouts/index.html", '<img src="/other/{{ .Name }}.png">'),
        ("layouts/index.html", '<img src="/{{ .Name }}.webp">'),
        ("node_modules/x/x.js", "/a.png"),
        (".cache/x.html", "/a.png"),
        ("_site/x.html", "/a.png"),
        ("a.bin", "/a.png"),
    ],
)
def test_unused(tmp_path: Path, name: str, text: str) -> None:
    assert unused(tmp_path, {A: "", name: text}) == [A]


@pytest.mark.parametrize(
    ("files", "left"),
    [
        # Of one name: the one beside the post, else what ends alike, else any.
        ({"c/x/a.png": "", "c/y/a.png": "", "c/x/index.md": "![](a.png)"}, ["c/y/a.png"]),
        ({"c/x/a.png": "", "c/y/a.png": "", POST: "![](/y/a.png)"}, ["c/x/a.png"]),
        ({"c/x/a.png": "", "c/y/a.png": "", POST: "![](../z/a.png)"}, []),
        # Other sizes, colours and formats of an image that is used.
        ({A: "", "static/a@2x.png": "", "static/a-800w.webp": "", "static/a-dark.svg": "", "static/ab.png": "", POST: "/a.png"}, ["static/ab.png"]),
        ({"static/favicon.ico": "", "static/apple-touch-icon-120x120.png": "", POST: ""}, []),
        # Hugo's images of a page, once a layout asks for them.
        ({"content/p/index.md": "", "content/p/in/a.png": "", B: "", "layouts/p.html": "{{ range .Resources.ByType }}"}, [B]),
        ({"content/p/index.md": "", "content/p/in/a.png": ""}, ["content/p/in/a.png"]),
        # What Hugo writes is no source.
        ({"hugo.toml": "", "public/a.png": "", "public/x.html": "/b.png", B: ""}, [B]),
        ({"themes/t/static/a.png": "", "themes/t/layouts/x.html": "/b.png", B: ""}, []),
        ({"static/my photo (1).png": "", "static/写真.png": "", POST: "![](</my photo (1).png>) ![](%E5%86%99%E7%9C%9F.png)"}, []),
        ({"static/my photo (1).png": "", POST: "![](/my%20photo%20%281%29.png)"}, []),
        ({"static/my photo (1).png": "", POST: "photo (1).jpg"}, ["static/my photo (1).png"]),
        ({"static/a.svg": '<svg docname="a.svg">'}, ["static/a.svg"]),
        ({"static/a.svg": '<image href="b.png">', B: "", POST: "a.svg"}, []),
        ({".gitignore": "out/\n*.tmp.png\n", "out/a.png": "", "static/x.tmp.png": "", A: "", "out/x.html": "/a.png"}, [A]),
        ({"static/A.png": "", A: "", POST: ""}, ["static/A.png", A]),
        ({POST: "a.png"}, []),
    ],
)  # fmt: skip
def test_which(tmp_path: Path, files: dict[str, str], left: list[str]) -> None:
    (tmp_path / ".git").mkdir()
    assert unused(tmp_path, files) == left


def test_excluded_images_do_not_count_and_folders_choose(tmp_path: Path) -> None:
    files = {
        A: "12345",
        B: "",
        "img/c.png": "",
        "img/d.png": "",
        "staticx/e.png": "",
        POST: "/d.png",
    }
    assert unused(tmp_path, files, exclude=("static/",)) == ["img/c.png", "staticx/e.png"]
    found = survey(tmp_path, files, only=("static", "img"))
    assert [(image.path, image.bytes) for image in found.unused] == [
        ("img/c.png", 0),
        (A, 5),
        (B, 0),
    ]
    assert (found.total, found.unreadable) == (4, [])
    assert len(survey(tmp_path, files, only=(".",)).unused) == 4


def test_a_text_that_is_too_large_is_named(tmp_path: Path) -> None:
    found = survey(tmp_path, {A: "", "x.json": " " * 1_001, "y.json": " " * 1_000})
    assert [Path(error.path).name for error in found.unreadable] == ["x.json"]
    assert "larger than 1,000 bytes" in found.unreadable[0].text.en
