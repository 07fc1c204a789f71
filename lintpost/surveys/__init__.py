"""Surveys: what is counted over many posts for `init`, `tags`, `names`, `bold` and `schema infer`.

No survey reports findings or knows how its result is printed.
"""
