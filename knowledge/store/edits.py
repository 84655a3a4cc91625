"""What is asked of the base (edits) and what was done to it (changes).

An edit says what a thing shall be, whole; a change says what it was before and is now. Claims, articles and words
are never deleted: a claim is retired, a word renamed; only an article's own words, its text and the quotes from it,
can be taken away.
"""

from datetime import datetime
from typing import Literal, NamedTuple

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.store.documents import Kind, WordKind
from knowledge.vocabulary import Metric, Subject, Term

Decision = Literal["approve", "edit", "reject", "retire", "supersede"]
"""What a curator does to one claim."""

Act = Decision | Literal["shipped", "import", "withdraw"]
"""What brought a change about: a person who wrote or decided something, the corpus shipped with the program, a folder
that was imported, or a person who withdrew an article."""


class PutArticle(NamedTuple):
    """Let the base hold this article under its id."""

    value: Article

    @property
    def kind(self) -> Kind:
        """The kind under which the log knows it, as with every edit."""
        return "article"

    @property
    def key(self) -> str:
        """The id under which the log knows it, as with every edit."""
        return self.value.id


class PutText(NamedTuple):
    """Let the base hold `text` as the full text of the article `key`; None takes the text away.

    The log keeps the hash of a text, never the text: it belongs to its publisher and may have to go.
    """

    key: str
    text: str | None

    @property
    def kind(self) -> Kind:
        """See `PutArticle.kind`."""
        return "text"


class PutWord(NamedTuple):
    """Let the vocabulary hold this word; `kind` tells the three kinds of terms apart.

    `position` is its place among the words of its kind: where None, a word keeps its place and a new one is last.
    It only orders lists and exports, so that a change of position alone is made without being logged.
    """

    kind: WordKind
    value: Subject | Metric | Term
    position: int | None = None

    @property
    def key(self) -> str:
        """See `PutArticle.key`."""
        return self.value.id


class PutClaim(NamedTuple):
    """Let the base hold this claim under its id; `position` is its place in its article, as with `PutWord`."""

    value: Claim
    position: int | None = None

    @property
    def kind(self) -> Kind:
        """See `PutArticle.kind`."""
        return "claim"

    @property
    def key(self) -> str:
        """See `PutArticle.key`."""
        return self.value.id


Edit = PutArticle | PutText | PutWord | PutClaim


class Revision(NamedTuple):
    """Let the claim `before` be `after`, as somebody decided who saw it as it was.

    `seen` are the approved claims (ids) that disagree with `after` and were shown: no other may, by the time it is
    written.
    """

    what: Decision
    before: Claim
    after: Claim
    seen: frozenset[str] = frozenset()


class Outdated(Fault):
    """The base is no longer what was decided on; look again."""


class Change(NamedTuple):
    """One entry of the log: `before` is None for what was added, `after` for a text that was taken away.

    The claims of an article that was withdrawn stand in older entries as they were, but without its words.
    Numbers count up from 1 without gaps, in the order in which the writes became visible.
    """

    number: int
    at: datetime
    who: str
    what: Act
    kind: Kind
    key: str
    before: str | None
    after: str | None


class Imported(NamedTuple):
    """How many things an import added and changed, and which ("claim x") it left as a person had edited them.

    `withdrawn` names the articles that are withdrawn in the base and whose words it therefore left out.
    """

    added: int
    changed: int
    kept: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()


class Exported(NamedTuple):
    """How many articles, claims and full texts an export wrote, beside the vocabulary."""

    articles: int
    claims: int
    texts: int
