"""The reviews of a site's rules as JSON for the cache, and read back."""

import json
from collections.abc import Mapping

from lintpost.engine.cache.result_json import compact_json, finding_fields, findings_of
from lintpost.engine.review.rule_review import RuleReview
from lintpost.site.queries import Query


def reviews_to_json(reviews: Mapping[str, RuleReview]) -> str:
    """Reviews by rule."""
    return compact_json(
        {
            rule: [
                digest,
                queries,
                {key: [*map(finding_fields, found)] for key, found in findings.items()},
            ]
            for rule, (findings, digest, queries, _) in reviews.items()
        }
    )


def reviews_from_json(text: str) -> dict[str, RuleReview]:
    """What `reviews_to_json` wrote. Raises ValueError or TypeError for anything else."""
    reviews = {}
    for rule, (digest, queries, found) in json.loads(text).items():
        findings = {key: [*findings_of(key, some)] for key, some in found.items()}
        reviews[rule] = RuleReview(findings, digest, tuple(Query(*query) for query in queries))
    return reviews
