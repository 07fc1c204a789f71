"""Lower bounds for a checker of the same posts, and the check itself, as programs for `python -c`.

Each prints seconds; its arguments are the paths of posts (of CHECKING, a configuration first).
"""

# Read and decode, compose the YAML with the C loader, iterate over pyromark's events.
READING = """
import sys, time
import yaml, pyromark
from yaml import CSafeLoader
begin = time.perf_counter()
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        text = file.read().decode()
    if text.startswith("---"):
        end = text.find("\\n---", 3)
        try:
            yaml.compose(text[4:end], Loader=CSafeLoader)
        except yaml.YAMLError:
            pass
    for event in pyromark.events_with_range(text):
        pass
print(time.perf_counter() - begin)
"""

# Tokenise each distinct sentence once; the sentences are collected before the clock starts.
WORDS = """
import sys, time
from lindera import TokenizerBuilder
from lintpost.checks.common.sentences.prose import sentences
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain
from lintpost.post.source import UnreadablePost, read_source
distinct = {}
for path in sys.argv[1:]:
    try:
        post = Post(read_source(path, 10**7))
    except UnreadablePost:
        continue
    for _, found in sentences(post, compat=False, without=0):
        for sentence in found:
            distinct[plain(sentence.pieces).text] = None
builder = TokenizerBuilder()
builder.set_mode("normal")
builder.set_dictionary("embedded://ipadic")
builder.set_keep_whitespace(True)
tokenizer = builder.build()
begin = time.perf_counter()
for text in distinct:
    tokenizer.tokenize(text)
print(time.perf_counter() - begin, len(distinct))
"""

# Check in a process that has loaded everything: the first post is checked before the clock starts.
CHECKING = """
import gc, io, sys, time
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import check_paths
from lintpost.engine.summary import Summary
from lintpost.report.formats import FORMATS, ReportContext
gc.disable()
config, paths = sys.argv[1], sys.argv[2:]
configurations = Configurations(config, CliOverrides())
list(check_paths(paths[:1], configurations, jobs=1, keep_text=False))
begin = time.perf_counter()
report, summary = FORMATS["concise"].open(ReportContext(io.StringIO(), "ja")), Summary()
for result in check_paths(paths, configurations, jobs=1, keep_text=False):
    summary.add(result)
    report.post(result)
report.end(summary)
print(time.perf_counter() - begin, summary.findings)
"""
