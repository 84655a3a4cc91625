"""One claim with all that its rules may look at.

The rules see a claim, its article, the article's text where it is there, and what the whole corpus knows. They see
no file and no line, so that a claim is judged alike wherever it comes from.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from knowledge.article import Article
from knowledge.check.names import numbered_names
from knowledge.claim import Claim
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary


class Known:
    """What the whole corpus knows: its vocabulary by id, and the ids of its claims."""

    def __init__(self, vocabulary: Vocabulary, claims: Iterable[str]) -> None:
        self.subjects = {subject.id: subject for subject in vocabulary.subjects}
        self.metrics = {metric.id: metric for metric in vocabulary.metrics}
        self.bases = frozenset(term.id for term in vocabulary.bases)
        self.wholes = frozenset(term.id for term in vocabulary.wholes)
        self.topics = frozenset(term.id for term in vocabulary.topics)
        self.claims = frozenset(claims)
        self.numbered_names = numbered_names(vocabulary)


class Case:
    """A claim to be judged. `text` is the article's full text, or None where it is not there."""

    def __init__(self, claim: Claim, article: Article, text: str | None, known: Known) -> None:
        self.claim = claim
        self.article = article
        self.text = text
        self.known = known

    @cached_property
    def printed(self) -> str:
        """The words of the article that the claim shows: quote and context, apart from each other."""
        return "\n\n".join((self.claim.receipt.text, *(passage.text for passage in self.claim.context)))

    @cached_property
    def inferred(self) -> frozenset[str]:
        """The fields that the article does not print."""
        return frozenset(entry.field for entry in self.claim.inferred)

    @cached_property
    def statements(self) -> Mapping[Language, str]:
        """The statements that are there, by language."""
        said: dict[Language, str | None] = {"en": self.claim.statement.en, "de": self.claim.statement.de}
        return {language: text for language, text in said.items() if text}

    @cached_property
    def language(self) -> Language | None:
        """The article's language, where the readers read it."""
        code = self.article.language
        return "en" if code == "en" else "de" if code == "de" else None
