"""PyYAML, whose C half reads for us.

Its Python half compiles a score of patterns when it is imported, one of them over all of Unicode: as
long as a whole post takes to be checked. Here they are compiled if they are ever used.
"""

import re
from typing import Any

from lintpost.post.lazy import lazy

_compile: Any = re.compile
re.compile = lazy  # type: ignore[assignment]
try:
    import yaml
    from yaml import CSafeLoader
    from yaml.constructor import ConstructorError, SafeConstructor
    from yaml.nodes import MappingNode, ScalarNode
    from yaml.reader import ReaderError
finally:
    re.compile = _compile

__all__ = [
    "CSafeLoader",
    "ConstructorError",
    "MappingNode",
    "ReaderError",
    "SafeConstructor",
    "ScalarNode",
    "yaml",
]
