"""What is no prose, as exact spans: ⟦markup⟧, ⟨a word⟩ and ⟪an address⟫ in texts of each kind.

Beside each stands what has the same signs and is prose.
"""

import re

import pytest

from lintpost.post.markdown.body import Markdown
from lintpost.post.syntax import Syntax

_MARKS = {"markup": "⟦⟧", "word": "⟨⟩", "address": "⟪⟫"}


def marked(text: str, *, mdx: bool = False, kramdown: bool = False) -> str:
    """A text with a pair of marks round each mask."""
    renderer = "kramdown" if kramdown else "commonmark"
    pieces, at = [], 0
    for mask in Markdown(text, 0, mdx=mdx, syntax=Syntax(renderers=(renderer,))).masks:
        opening, closing = _MARKS[mask.kind]
        pieces += [text[at : mask.start], opening, text[mask.start : mask.end], closing]
        at = mask.end
    return "".join([*pieces, text[at:]])


def bare(text: str) -> str:
    return re.sub("[⟦⟧⟨⟩⟪⟫]", "", text)


ADDRESSES = """
見て⟪https://example.com/です。⟫
(⟪https://example.com/a_(b)⟫) and ⟪https://example.com/?q=1⟫; "⟪http://localhost:3000⟫"
**⟪https://example.com/⟫** と __⟪https://example.com/⟫__ と *⟪https://example.com⟫*
- ⟪https://example.com/a⟫
> ⟪https://example.com/a⟫
# ⟪https://example.com/a⟫ の見出し
[⟪https://example.com/⟫](https://example.com/ "題 名")
詳細は:⟪https://example.com/⟫ と、場所:⟪www.example.com⟫ と
⟪www.example.com/path?x=1⟫. ⟪WWW.EXAMPLE.COM⟫ と wwwサーバー と www. と
⟪foo@example.com⟫。⟪FOO.bar+b@example.co.jp⟫、⟨user@host⟩ と ⟪mailto:a@b.co⟫ まで
⟪git@github.com:owner/repo.git⟫ と ⟪a@b.co⟫:メモ と ⟪a@b.co⟫: メモ
5個@100円と5@100と⟨@2x⟩
⟪//example.com/x.js⟫ を読む。// コメント と //コメント
⟪example.com/⟫ を、⟪example.com⟫、⟪example.com⟫/アプリ と ⟪example.co.jp/foo⟫ と ⟪example.com?q=1⟫ と ⟪example.com#f⟫ と ⟪example.com⟫?Yes
Booking.com と Node.js と Vue.js と ASP.NET
⟪dev.to/someone⟫ と ⟪youtu.be/xyz⟫ と let it.be と he.is
"""
NAMES = """
⟨setup.ilm.enabled⟩ を使う
# ⟨setup.ilm.enabled⟩ と値
- ⟨setup.ilm.enabled⟩: true
**⟨setup.ilm.enabled⟩**は[⟨process.env.NODE_ENV⟩](x)と
⟨console.error()⟩ と ⟨foo.bar()⟩ と ⟨document.querySelector⟩ と ⟨JSON.parse⟩ と ⟨java.util.List⟩
⟨index.number_of_shards⟩ と ⟨React.useState⟩ と ⟨String.ends_with?/2⟩ と ⟨Repo.get!/2⟩ と ⟨element.innerHTML⟩
he.she and and/or. It works.Then it ends.So it is.
e.g. this, i.e. that, a.m., p.m., U.S.A., Ph.D., J.P.Morgan, Mr.Children, Wait.what.now
今日は。明日。Ｎｏ．１とNo.1とVol.3とv1.2.3
iPhone.then と macOS.the と foo: bar と a - b
設定⟨.json⟩ と 画像⟨.PNG⟩ を 名前.姓 と 終わり.go と
⟨agents.md⟩ と ⟨next.config.js⟩ と ⟨README.ja.md⟩ を
⟨.gitignore⟩ と（⟨.env.local⟩）とこれは⟨.env⟩です。...and と .NET と .5
全ての⟨*.md⟩ と ⟨**/*.ts⟩ と ⟨src/**/*.ts⟩ を
⟨__init__⟩ と ⟨__dirname⟩ と ⟨snake_case⟩ と __重要__ と _強調_
⟨@octocat⟩ と ⟨@scope/pkg⟩ と ⟨#生成AI⟩ と C# と #1 と [x]
⟨node:fs⟩ と ⟨npm:react⟩ と ⟨std::vec⟩ と 型:⟨std::vec⟩ と 12:30:45 と 注: x
⟨:tada:⟩ と⟨:+1:⟩ ⟨:heart:⟩ と :承認: と 午後3:00
⟨00:1A:2B:3C:4D:5E⟩ と ⟨00-1a-2b-3c-4d-5e⟩ と ⟨550e8400-e29b-41d4-a716-446655440000⟩
⟨gpt-5-mini⟩ と ⟨claude-3.5-sonnet⟩ と gpt-5 と GPT-5-mini と ⟨qwen2.5-coder:7b⟩ と ⟨node:20-alpine⟩
state-of-the-art, covid-19-related, top-10-list, python-3-only and a 24-hour-a-day shop
⟨03-****-1234⟩ と ⟨****1234⟩ と ⟨t***@example.com⟩ と **1234** です
⟨owner/repo⟩ と ⟨owner/repo#1⟩ と ⟨vercel/next.js⟩ と ⟨redis/redis⟩
python/ruby と client/server と 10/20 と TCP/IP と 東京/大阪 と gpt-4/claude-3 と x86/x64
⟨/var/www⟩ と は⟨/var/www⟩です。⟨src/__tests__/a.ts⟩。⟨~/.ssh/config⟩、⟨../b⟩
⟨src/⟩ を見る。⟨node_modules/⟩ を消す。css/デザイン と html/ css
⟨${HOME}/bin⟩ と ⟨app/(group)/page.tsx⟩ と ⟨app/[slug]/page.tsx⟩ と
⟨D:\\slack\\bin⟩ と ⟨C:\\Program Files\\Git\\bin⟩ と ⟨src\\lib\\a.ts⟩ と ⟨%APPDATA%\\Code⟩ と \\n と \\d+
⟨GET /messages⟩ と ⟨DELETE /⟩ と GETする
⟨/ˈfoʊ/⟩ と ⟨[ˈfoʊ]⟩ と [see] と あ/い
⟨$x^2$⟩ と ⟨$$y$$⟩ と ⟨\\(x^2\\)⟩ と $5と$10 と \\(あ\\)
| ⟨snake_case⟩ | ⟨/var/www⟩ |
"""
MARKUP = """
本文⟦{: .lead}⟧ と ⟦[⟧文字⟦]{.class}⟧ と [文字](a)⟦{:target="_blank"}⟧
# 見出し ⟦{#custom-id}⟧
⟦{% include a.html text="あ い" %}⟧
⟨{{ page.title }}⟩と⟨{{ site.title }}⟩です。{{ 開いたまま
⟦{{ page.title }}⟧
⟦{% raw %}{{ 生 です }}{% endraw %}⟧後⟦{%- if x -%}⟧本文⟦{%- endif -%}⟧
⟦{{< figure src="a.png" caption="あ い" >}}⟧と[文字](⟦{{< ref "a.md" >}}⟧)
⟦{{< katex >}}x あ い{{< /katex >}}⟧後⟦{{% note %}}⟧本文⟦{{% /note %}}⟧
⟦@[youtube](https://www.youtube.com/watch?v=abc)⟧
⟦:::message alert⟧
⟦::youtube{id="あ い"}⟧と⟦:abbr[⟧HTML⟦]{title="超 文書"}⟧と注:あ
⟨![[画像 です.png]]⟩ と ⟨[[ページ 名]]⟩ と ⟦[[ページ|⟧別名⟦]]⟧ と [x]
> ⟦[!NOTE]⟧
"""
KRAMDOWN = """
⟦{::nomarkdown}あ い{:/}⟧後⟦{:.x}⟧
⟦*[HTML]: 超 文書⟧
<div>あ い</div>
⟦<p markdown="span">⟧段落⟦</p>⟧
見て⟪https://example.com/⟫。（⟪https://example.com/⟫）を
"""
MDX = """
⟦import A from './a'⟧
⟦export const meta = {}⟧
本文⟨{x.a}⟩と⟦{/* 注 */}⟧です
⟦<A b={{c: "あ い"}} />⟧ と ⟦<B.C d>⟧本文⟦</B.C>⟧
⟦{x}⟧
"""


@pytest.mark.parametrize("line", [*ADDRESSES.split("\n"), *NAMES.split("\n"), *MARKUP.split("\n")])
def test_masks(line: str) -> None:
    assert marked(bare(line)) == line


@pytest.mark.parametrize("line", KRAMDOWN.split("\n"))
def test_masks_of_kramdown(line: str) -> None:
    assert marked(bare(line), kramdown=True) == line


@pytest.mark.parametrize("line", MDX.split("\n"))
def test_masks_of_mdx(line: str) -> None:
    assert marked(bare(line), mdx=True) == line


@pytest.mark.parametrize(
    "text",
    [
        "⟦{% highlight ruby %}\nputs 'あ い'\n{% endhighlight %}⟧\n後",
        "⟦{{< details summary=\"要 約\"\n    open=true >}}⟧\n本文\n⟦{{< /details >}}⟧",
        "{% 開いたまま\n\n本文 %}",
        "⟦{::comment}\nあ い\n{:/comment}⟧\n後",
        "⟨$$\nx あ い\n$$⟩\n後",
        "⟦:::details 題 名⟧\n本文\n⟦:::⟧",
        "文[^1]と[文字][ref]と[WebAssembly]\n\n[^1]: 注\n\n[ref]: https://example.com/ \"題 名\"\n[**WebAssembly**]: x\n",
    ],
)  # fmt: skip
def test_masks_over_several_lines(text: str) -> None:
    assert marked(bare(text)) == text


def test_jekylls_tags_go_on_after_a_blank_line() -> None:
    text = '⟦{% include x.html\n  a="あ い"\n\n  b="う" %}⟧\n後'
    assert marked(bare(text), kramdown=True) == text


@pytest.mark.parametrize(
    "text",
    [
        '⟦import {\n  B,\n} from "b"⟧\n\n本文',
        '⟦export function A() {\n\n  return "あ い"\n}⟧\n\n本文',
        '⟦<Card\n  title="題 名"\n  icon={<Icon name="a" />}\n>⟧\n  本文\n</Card>',
        "⟦<>⟧\n  断片\n⟦</>⟧",
    ],
)
def test_masks_of_mdx_over_several_lines(text: str) -> None:
    assert marked(bare(text), mdx=True) == text
