"""What a post is: source text, front matter, Markdown, bold, sentences. Knows no rule.

A check that looks at the body has four ways to walk it. Take the first that will do:

1. `checks.common.scopes.scope_of(post, "heading")`: the text of a kind of place (body, headings,
   lists, links, code…) as one string, with the way back to the source. For patterns and counts.
2. `post.markdown`: leaf blocks, runs of prose and bold as spans, without inlines. For where things
   stand: `blocks("Heading")` with their levels, `flags_at`, `is_prose`, `bold`. Cheap: it is read
   for every post, in one pass.
3. `checks.common.prose`: nodes of one kind, and the sentences of paragraphs, for rules of prose.
   `compat=True` reads as textlint does. For whatever looks at sentences or words.
4. `post.tree()`: all blocks and inlines, as mdast has them. For what a block holds (the items of a
   list, what stands in a link). `prose.nodes` walks the same tree; walk it yourself only where the
   nesting matters.

1 and 2 work with one string or with spans and cost little; 3 and 4 make a tree of objects, which
takes about as long as parsing the post once more, and then share it with all rules that use it.
"""
