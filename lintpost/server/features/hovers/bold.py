"""A bold span, as each renderer shows it."""

from lintpost.language import Lang, Text
from lintpost.post.post import Post
from lintpost.site.site import Renderer
from lintpost.surveys.bold import bold_spans

_YES, _NO = (
    Text("bold", "太字になる"),
    Text("not bold, the marks are shown", "太字にならず、記号が見える"),
)


def bold_text(
    post: Post, offset: int, renderers: tuple[Renderer, ...], lang: Lang
) -> tuple[str, int, int] | None:
    """The text about the bold span at an offset, with its span; None where there is none."""
    for span in bold_spans(post):
        if not span.start.offset <= offset <= span.end.offset:
            continue
        lines = [f"**{Text('Bold', '太字')[lang]}**: {span.text}", ""]
        if not span.meant:
            lines += [Text("Not meant as bold.", "太字の意図ではありません。")[lang], ""]
        for renderer, shown in span.rendered.items():
            own = Text(" (this site)", "（このサイト）")[lang] if renderer in renderers else ""
            line = f"- {renderer}{own}: {(_YES if shown else _NO)[lang]}"
            instead = span.instead.get(renderer)
            if instead:
                texts = "、".join(instead) if lang == "ja" else ", ".join(instead)
                line += Text(f"; bold instead: {texts}", f"。代わりに太字になる部分：{texts}")[lang]
            lines.append(line)
        return "\n".join(lines), span.start.offset, span.end.offset
    return None
