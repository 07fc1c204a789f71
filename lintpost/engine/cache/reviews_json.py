"""The reviews of a site's rules as JSON for the cache, and read back."""

import json
from collections.abc import Mapping

from lintpost.engine.cache.result_json import compact_json, finding_fields, findings_of
from lintpost.engine.review.rule_review import RuleReview
from lintpost.site.queries import Query


def reviews_to_json(reviews: Mapping[str, RuleReview]) -> str:
    """Reviews by rule. Queries that several have are written once."""
    queries = list(dict.fromkeys(review.queries for review in reviews.values()))
    fields = {
        rule: [
            digest,
            queries.index(asked),
            {key: [*map(finding_fields, found)] for key, found in findings.items()},
        ]
        for rule, (findings, digest, asked, _) in reviews.items()
    }
    return compact_json([queries, fields])


def reviews_from_json(text: str) -> dict[str, RuleReview]:
    """What `reviews_to_json` wrote. Raises ValueError or TypeError for anything else."""
    given, fields = json.loads(text)
    queries = [tuple(Query(*query) for query in some) for some in given]
    reviews = {}
    for rule, (digest, number, found) in fields.items():
        findings = {key: [*findings_of(key, some)] for key, some in found.items()}
        reviews[rule] = RuleReview(findings, digest, queries[number])
    return reviews
