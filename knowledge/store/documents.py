"""Values as the base keeps them: canonical JSON, fields at their defaults left out.

Equal values have equal documents, so a comparison of texts says whether an edit changes anything, and a parsed
value can be remembered under its text for ever: an equal text is an equal value, nothing needs invalidation.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, TypeVar

from pydantic import ValidationError

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.value import Value
from knowledge.vocabulary import Vocabulary

WordKind = Literal["subject", "metric", "basis", "whole", "topic"]
Kind = Literal["article", "text", "claim"] | WordKind

LISTS: Mapping[WordKind, str] = MappingProxyType(
    {"subject": "subjects", "metric": "metrics", "basis": "bases", "whole": "wholes", "topic": "topics"}
)
"""Where the vocabulary lists the words of a kind."""

_REMEMBERED = 4096
_SHOWN = 60

V = TypeVar("V", bound=Value)


def document(value: Value) -> str:
    """The canonical JSON of `value`."""
    return value.model_dump_json(exclude_defaults=True, warnings=False)


@lru_cache(maxsize=_REMEMBERED)
def claim_in(text: str) -> Claim:
    """The claim that a document holds; raises Fault where it is none that this version can read."""
    return _parsed(Claim, text)


@lru_cache(maxsize=_REMEMBERED)
def article_in(text: str) -> Article:
    """The article that a document holds; raises Fault as `claim_in` does."""
    return _parsed(Article, text)


def vocabulary_of(documents: Mapping[WordKind, list[str]]) -> Vocabulary:
    """The vocabulary made of these words, each kind in its order; raises Fault as `claim_in` does."""
    lists = (f'"{LISTS[kind]}":[{",".join(words)}]' for kind, words in documents.items())
    return _parsed(Vocabulary, f"{{{','.join(lists)}}}")


def _parsed(kind: type[V], text: str) -> V:
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(key) for key in first["loc"])
        what = f"{kind.__name__.lower()} that cannot be read ({where}: {first['msg']})"
        raise Fault(f"the base holds a {what}: {text[:_SHOWN]}") from None
