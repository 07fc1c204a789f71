"""What a move makes of whole sites, for each generator: every file before and after."""

from pathlib import Path

import pytest

from tests.engine.moving.sites import move, read, write

JEKYLL = {
    "_config.yml": "url: https://own.jp\nbaseurl: /blog\npermalink: /:title/\nplugins: [jekyll-redirect-from]\n",
    "index.html": "",
    "img/a.png": "",
    "_posts/2026-01-02-npu.md": "---\ntitle: NPU\ndate: 2026-01-02 09:00:00 +0900\nslug: npu\n---\n\n[b](/blog/gpu/) ![i](/blog/img/a.png)\n",
    "_posts/2026-01-03-gpu.md": """---
title: GPU
related_articles:
  - slug: npu
    title: NPU
  - {slug: 2026-01-02-npu, title: NPU}
pillar_article: /npu/
---

[a](/blog/npu/) [b](/blog/npu) [c](/blog/npu/index.html#x) [d](https://own.jp/blog/npu/?a=1#x)
[e]({% post_url 2026-01-02-npu %}#x) [f]({{ site.baseurl }}{% link _posts/2026-01-02-npu.md %})
[g]({{ '/npu/' | relative_url }}) [h]({{ site.baseurl }}/npu/) [r] [s][q] <a href="/blog/npu/">x</a>
[n](/blog/npu2/) [m](https://other.jp/blog/npu/) `[a](/blog/npu/)` <!-- [a](/blog/npu/) -->

    [a](/blog/npu/) {% post_url 2026-01-02-npu %}

```
[a](/blog/npu/)
```

{% raw %}[a](/blog/npu/){% endraw %}

[r]: /blog/npu/ "npu"
[q]: </blog/npu/>
[q]: /blog/npu/#doubled
""",
}
JEKYLL_AFTER = {
    **JEKYLL,
    "_posts/2026-02-03-ai-chip.md": "---\ntitle: NPU\ndate: 2026-02-03 09:00:00 +0900\nslug: ai-chip\nredirect_from: [\"/npu/\"]\n---\n\n[b](/blog/gpu/) ![i](/blog/img/a.png)\n",
    "_posts/2026-01-03-gpu.md": """---
title: GPU
related_articles:
  - slug: ai-chip
    title: NPU
  - {slug: 2026-02-03-ai-chip, title: NPU}
pillar_article: /ai-chip/
---

[a](/blog/ai-chip/) [b](/blog/ai-chip) [c](/blog/ai-chip/index.html#x) [d](https://own.jp/blog/ai-chip/?a=1#x)
[e]({% post_url 2026-02-03-ai-chip %}#x) [f]({{ site.baseurl }}{% link _posts/2026-02-03-ai-chip.md %})
[g]({{ '/ai-chip/' | relative_url }}) [h]({{ site.baseurl }}/ai-chip/) [r] [s][q] <a href="/blog/ai-chip/">x</a>
[n](/blog/npu2/) [m](https://other.jp/blog/npu/) `[a](/blog/npu/)` <!-- [a](/blog/npu/) -->

    [a](/blog/npu/) {% post_url 2026-01-02-npu %}

```
[a](/blog/npu/)
```

{% raw %}[a](/blog/npu/){% endraw %}

[r]: /blog/ai-chip/ "npu"
[q]: </blog/ai-chip/>
[q]: /blog/ai-chip/#doubled
""",
}  # fmt: skip
del JEKYLL_AFTER["_posts/2026-01-02-npu.md"]

HUGO = {
    "hugo.toml": "baseURL = 'https://own.jp/'\n",
    "content/posts/old.md": "+++\ntitle = 'Old'\n\n[params]\nx = 1\n+++\n\n[a](../other/) [b](other.md) ![c](/img/a.png) [d]({{< ref \"other\" >}})\n",
    "content/posts/other.md": """---
title: Other
---

[a](/posts/old/) [b](../old/) [c](old.md) [d]({{< ref "old" >}}) [e]({{< ref "/posts/old.md#x" >}})
[f]({{% relref "posts/old" %}}) [g](https://own.jp/posts/old/) [h](./old.md#x)
""",
    "content/about.md": "---\ntitle: About\n---\n[a](/posts/old/)\n",
    "static/img/a.png": "",
}
HUGO_AFTER = {
    **HUGO,
    "content/notes/new.md": "+++\ntitle = 'Old'\naliases = [\"/posts/old/\"]\n\n[params]\nx = 1\n+++\n\n[a](../../posts/other/) [b](../posts/other.md) ![c](/img/a.png) [d]({{< ref \"other\" >}})\n",
    "content/posts/other.md": """---
title: Other
---

[a](/notes/new/) [b](../../notes/new/) [c](../notes/new.md) [d]({{< ref "new" >}}) [e]({{< ref "/notes/new.md#x" >}})
[f]({{% relref "notes/new" %}}) [g](https://own.jp/notes/new/) [h](../notes/new.md#x)
""",
    "content/about.md": "---\ntitle: About\n---\n[a](/notes/new/)\n",
}  # fmt: skip
del HUGO_AFTER["content/posts/old.md"]

BUNDLE = {
    "hugo.yaml": "baseURL: https://own.jp/\n",
    "content/posts/old/index.md": "---\ntitle: Old\naliases:\n  - /older/\nimage: cover.png\n---\n\n![a](cover.png) [b](../other.md)\n",
    "content/posts/old/cover.png": "png",
    "content/posts/other.md": "---\ntitle: Other\nimage: old/cover.png\n---\n\n[a](old/index.md) [b](/posts/old/) ![c](old/cover.png) ![d](/posts/old/cover.png) [e](old) [f](/older/)\n",
}
BUNDLE_AFTER = {
    "hugo.yaml": BUNDLE["hugo.yaml"],
    "content/new/index.md": "---\ntitle: Old\naliases:\n  - /older/\n  - \"/posts/old/\"\nimage: cover.png\n---\n\n![a](cover.png) [b](../posts/other.md)\n",
    "content/new/cover.png": "png",
    "content/posts/other.md": "---\ntitle: Other\nimage: ../new/cover.png\n---\n\n[a](../new/index.md) [b](/new/) ![c](../new/cover.png) ![d](/new/cover.png) [e](../new) [f](/older/)\n",
}  # fmt: skip

ZOLA = {
    "config.toml": "base_url = 'https://own.jp'\n",
    "content/_index.md": "+++\n+++\n",
    "content/blog/2026-01-02-old.md": '+++\ntitle = "Old"\ndate = 2026-01-02\n+++\n\n[a](@/blog/other.md) ![b](pic.png)\n',
    "content/blog/pic.png": "",
    "content/blog/other.md": '+++\ntitle = "Other"\n+++\n\n[a](@/blog/2026-01-02-old.md#x) [b](/blog/old/) [c](https://own.jp/blog/old)\n',
}
ZOLA_AFTER = {
    **ZOLA,
    "content/news/2026-03-04-new.md": '+++\ntitle = "Old"\ndate = 2026-03-04\naliases = ["/blog/old/"]\n+++\n\n[a](@/blog/other.md) ![b](../blog/pic.png)\n',
    "content/blog/other.md": '+++\ntitle = "Other"\n+++\n\n[a](@/news/2026-03-04-new.md#x) [b](/news/new/) [c](https://own.jp/news/new)\n',
}  # fmt: skip
del ZOLA_AFTER["content/blog/2026-01-02-old.md"]

ZENN = {
    "package.json": '{"dependencies": {"zenn-cli": "1"}}',
    "articles/old-article-1.md": "---\ntitle: a\n---\n[b](/articles/other-article)\n",
    "articles/other-article.md": "---\ntitle: b\n---\n[a](/articles/old-article-1) [b](https://zenn.dev/me/articles/old-article-1#x)\n",
}
ZENN_AFTER = {
    **ZENN,
    "articles/new-article-1.md": ZENN["articles/old-article-1.md"],
    "articles/other-article.md": "---\ntitle: b\n---\n[a](/articles/new-article-1) [b](https://zenn.dev/me/articles/new-article-1#x)\n",
}  # fmt: skip
del ZENN_AFTER["articles/old-article-1.md"]

PLAIN = {
    "docs/a.md": "[b](b.md) ![i](img/x.png) [up](../start.md) [web](https://a.jp/b.md) [self](#x) [self](a.md#x)\n",
    "docs/b.md": "[a](a.md#x) [a](./a.md) [a](a) [a](<a.md> 'a.md')\n",
    "docs/img/x.png": "",
    "start.md": "[a](docs/a.md) ![i](docs/img/x.png) [日本](docs/a.md?x=1)\n",
}
PLAIN_AFTER = {
    **PLAIN,
    "guide/日本 語.md": "[b](../docs/b.md) ![i](../docs/img/x.png) [up](../start.md) [web](https://a.jp/b.md) [self](#x) [self](日本%20語.md#x)\n",
    "docs/b.md": "[a](../guide/日本%20語.md#x) [a](../guide/日本%20語.md) [a](../guide/日本%20語) [a](<../guide/日本%20語.md> 'a.md')\n",
    "start.md": "[a](guide/日本%20語.md) ![i](docs/img/x.png) [日本](guide/日本%20語.md?x=1)\n",
}  # fmt: skip
del PLAIN_AFTER["docs/a.md"]


@pytest.mark.parametrize(("before", "old", "new", "after", "said"), [
    (JEKYLL, "_posts/2026-01-02-npu.md", "_posts/2026-02-03-ai-chip.md", JEKYLL_AFTER,
     ["lintpost: redirect added (redirect_from): /npu/ → /ai-chip/"]),
    (HUGO, "content/posts/old.md", "content/notes/new.md", HUGO_AFTER,
     ["lintpost: redirect added (aliases): /posts/old/ → /notes/new/"]),
    (BUNDLE, "content/posts/old", "content/new", BUNDLE_AFTER,
     ["lintpost: redirect added (aliases): /posts/old/ → /new/"]),
    (ZOLA, "content/blog/2026-01-02-old.md", "content/news/2026-03-04-new.md", ZOLA_AFTER,
     ["lintpost: redirect added (aliases): /blog/old/ → /news/new/"]),
    (ZENN, "articles/old-article-1.md", "articles/new-article-1.md", ZENN_AFTER,
     ["lintpost: the address changes, and no redirect was added: "
      "/articles/old-article-1 → /articles/new-article-1"]),
    (PLAIN, "docs/a.md", "guide/日本 語.md", PLAIN_AFTER,
     ["lintpost: the address changes, and no redirect was added: "
      "/docs/a.md → /guide/日本 語.md"]),
], ids=["jekyll", "hugo", "bundle", "zola", "zenn", "plain"])  # fmt: skip
def test_sites(
    tmp_path: Path, before: dict[str, str], old: str, new: str, after: dict[str, str], said: list[str]
) -> None:  # fmt: skip
    folder = write(tmp_path, before)
    status, printed, errors = move(folder, old, new)
    found = read(folder)
    assert found == after
    assert (status, errors) == (0, said)
    assert printed[0] == f"Moved: {old} → {new}"
