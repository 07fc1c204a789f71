"""The result cache.

A result is stored under the fingerprint of its settings and the path of its post, and is valid while the post's file and the
answers of the disk and the clock are the same (`stored`). With each fingerprint goes a manifest (`manifest`): what the
findings of every single rule depend on, by the declarations of the checks. Where a post has no result under the present
settings, the manifests of former ones are compared with the present one (`difference`), the nearest first, and what holds is
taken over (`carry_over`):

- Findings of a rule hold where its digest is the same: its data, level, options, fixes, and the parts of the site that its
  check declares. Rules that are gone drop theirs without the post being opened.
- The names dictionary is compared entry by entry. The rules that read names run where a changed name may be seen in a post
  (`lintpost.site.changed_names`), which one search of its text says: it takes a hundredth of a cold run, so that no
  index of posts by word is kept.
- What the rest of the settings decides (language, syntax of posts, which posts an override is for) is one digest for all:
  where that differs nothing is taken over.
- Comments and marks of copies need all findings of a post. So what comments switch off is stored as well, and the result is
  composed anew (`lintpost.engine.compose`) when a rule has run.
- Facts and reviews of the rules over the whole site hold while no such rule has another digest.

What is taken over is stored under the present settings, and dropped under the former ones where every rule of theirs is still
on: to undo an edit is one more edit. Where rules were left out (``--select``) the former results stay.

In doubt a rule runs, and a damaged row counts as none: a result that is taken over is the one of a fresh run, byte by byte
(`tests/engine/test_cache_edits.py`).
"""
