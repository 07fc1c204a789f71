"""What a post is: source text, front matter, Markdown, bold, sentences. Knows no rule.

A check that looks at the body has four ways to walk it. Take the first that will do:

1. `checks.common.scopes.scope_of(post, "heading")`: the text of a kind of place (body, headings,
   lists, links, code…) as one string, with the way back to the source. For patterns and counts.
2. `post.markdown`: leaf blocks, runs of prose and bold as spans, without inlines. For where things
   are: `blocks("Heading")` with their levels, `flags_at`, `is_prose`, `bold`. Always at hand: every
   post is parsed this far, in one pass.
3. `checks.common.prose`: the sentences of paragraphs, and all nodes of one kind. For rules about
   sentences and words; `compat=True` reads the post as textlint does.
4. `post.tree()`: all blocks and inlines, as mdast has them. For what a block contains (the items of
   a list, the text of a link). `prose.nodes` walks the same tree; walk it yourself only where the
   nesting matters.

1 and 2 work on one string or on spans and cost little. 3 and 4 build a tree of objects, which takes
about three times as long as `post.markdown` but is built once for all rules that use it.
"""
