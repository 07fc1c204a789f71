"""Titles that were put together from parts that do not fit."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import strings
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

# A sentence that ends, perhaps with a bracket behind it, and goes on as if it had been a noun. Magazines
# do so on purpose with a short cry (「子どものなぜ？がわかる本」「これで大丈夫？の基準」): a question with の behind it
# must end as a sentence does, and what goes on with が must be of the kind that a template has.
_QUESTION = (
    r"(?:(?:の|何|だろう|でしょう|ます|です|ない|した)か"
    r"|とは|(?:真意|行方|狙い|正体|価値|影響|未来|意味|実力)は|いかに)"
)
_WORD = r"[\u4E00-\u9FFF\u30A1-\u30FAA-Za-z]"
_PRAISE = r"全貌|最新動向|進化と|注目ポイント|技術革新|実践的"
"""How templates of titles go on after the の."""
_SEAM = lazy(
    r"(?<=[^\s「『（(“\"【\[].{5})(?:"
    rf"{_QUESTION}(?P<a>[？?](?:（[^（）]*）)?の)(?={_WORD})"
    r"|(?P<b>[？?](?:（[^（）]*）)?(?:による|によって|が(?=もたら|変え|示|描|導|拓|切り[拓開])"
    rf"|の(?={_PRAISE})))"
    rf"|(?<=[\u3041-\u3096])(?P<c>。(?:（[^（）]*）)?(?:による|によって|[のがをに](?={_WORD}|もたら)))"
    r"|(?P<d>とは(?:による|によって|の(?=[\u4E00-\u9FFF\u30A1-\u30FA])|が(?=もたら|変え)))"
    rf"|(?P<e>[るくすむう](?:が(?=もたらす)|の(?={_PRAISE})))"
    r")(?!疑問|質問|問い|問題|声|答|回答|解答|謎|理由|正体|真相|悩み|不安|思い|気持ち|言葉|一言|文字|マーク|意味|連続|話|件|こと)"
)
# は, が and を take no の behind them.
_PARTICLES = lazy(
    r"(?<=[\u4E00-\u9FFF\u30A1-\u30FCA-Za-z])[はがを]の(?=[\u4E00-\u9FFF\u30A1-\u30FC])"
)
_LABEL = lazy(r"(?:記事)?(?:タイトル|題名|見出し)\s?[：:]\s*(?=\S)|(?:Title|Headline):\s*(?=\S)")
_SIGNS = (
    "？",
    "?",
    "。",
    "とは",
    "がもたら",
    "の全貌",
    "の最新",
    "の進化",
    "の注目",
    "の技術",
    "の実践",
    "はの",
    "がの",
    "をの",
)
"""What the patterns need: to compile them takes longer than to check a post, and few titles have any."""
_QUOTES = lazy(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"|【[^】]*】")


class Options(CheckOptions):
    """`fields` whose text is looked at."""

    fields: tuple[str, ...] = ("title",)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At the seam: a sentence's end that a particle goes on from, two particles, a label left over."""
    for field in strings(post, options.fields):
        label = _LABEL.match(field.value)
        if label is not None:
            yield Hit(*field.span(0, label.end()), "label", {"text": label[0].strip()})
        if not any(sign in field.value for sign in _SIGNS):
            continue
        text = _QUOTES.sub(lambda quoted: "\ufffc" * len(quoted[0]), field.value)
        for seam in _SEAM.finditer(text):
            start, end = seam.span(seam.lastgroup or 0)
            yield Hit(*field.span(start, end), "sentence", {"text": field.value[start:end]})
        for pair in _PARTICLES.finditer(text):
            yield Hit(*field.span(*pair.span()), "particles", {"text": pair[0]})


CHECK = Check(
    name="title-seam",
    options=Options,
    messages={"sentence": ("text",), "particles": ("text",), "label": ("text",)},
    run=run,
    reads=("front-matter",),
)
