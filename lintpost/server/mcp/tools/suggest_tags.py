"""The tool `suggest_tags`."""

from lintpost.checks.common.front_values import words
from lintpost.post.post import Post
from lintpost.server.mcp.house import House
from lintpost.server.mcp.tool import PATH, TEXT, Answer, Json, Tool, listing, mapping, number, text
from lintpost.server.workspace.tag_index import TagIndex
from lintpost.site.evidence import is_literal, occurrences
from lintpost.site.fold import fold
from lintpost.site.vocabulary import Tag

_MOST = 15

_TAG = mapping(
    ("tag", "times", "posts", "because", "description"),
    tag=text("The tag, as it must be written."),
    times=number("How often the text has one of its words."),
    posts=number("How many posts have the tag."),
    because=listing({"type": "string"}, "The words that the text has."),
    description=text("What the tag is for; empty where nobody wrote it down."),
)


def _run(house: House, arguments: Json) -> Answer:
    opened = house.open(arguments.get("text"), arguments.get("path"))
    site = opened.checker.settings.site
    index = house.tags()
    field = next((key for key, one in index.fields.items() if one == "tags"), "tags")
    counts = index.counts(field)
    vocabulary = site.vocabularies.get("tags")
    known = (
        [tag for tag in vocabulary.tags.values() if not tag.retired]
        if vocabulary is not None
        else [Tag(word) for word in counts]
    )
    post = Post(opened.source, site.syntax)
    there = {fold(word) for _, word in words(post, field)}
    title = (post.front_matter.text("title") if post.front_matter else None) or ""
    prose = f"{title}\n{post.markdown.prose.decode()}".lower()
    found = [
        _data(tag, prose, index, field, counts[tag.name])
        for tag in known
        if fold(tag.name) not in there
    ]
    ranked = sorted((one for one in found if one["times"]), key=_rank)[:_MOST]
    lines = [f"{one['tag']} ({', '.join(one['because'])}: {one['times']})" for one in ranked]
    return Answer("\n".join(lines) or "No tag of the vocabulary suggests itself.", {"tags": ranked})


def _data(tag: Tag, prose: str, index: TagIndex, field: str, posts: int) -> Json:
    forms = [tag.name, *tag.aliases, *filter(is_literal, tag.evidence)]
    times = {form: sum(1 for _ in occurrences(form, prose)) for form in dict.fromkeys(forms)}
    return {
        "tag": tag.name,
        "times": sum(times.values()),
        "posts": posts,
        "because": [form for form, count in times.items() if count],
        "description": index.description(field, tag.name),
    }


def _rank(one: Json) -> tuple[int, int, str]:
    return -one["times"], -one["posts"], one["tag"]


TOOL = Tool(
    "suggest_tags",
    "Suggest tags for a post",
    "Names the tags of this house whose words (the tag, its aliases, its evidence) the text has, most frequent first; "
    "those that the post has already are left out.",
    mapping(text=TEXT, path=PATH),
    mapping(("tags",), tags=listing(_TAG, "The tags, the likeliest first.")),
    _run,
)
