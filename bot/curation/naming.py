"""Names that a curator types, as ids of the vocabulary: the id itself, or a name that has one owner; and back.

What a curator is shown for an id is its name in the curator's language, where that reads back to the same id. So a form
that is sent off as it was shown changes nothing.
"""

from collections.abc import Callable, Iterable, Sequence

from bot.wording.phrases_of_refusals import why
from knowledge.fault import Fault
from knowledge.folding import fold
from knowledge.value import Language
from knowledge.vocabulary import Metric, Subject, Term, Vocabulary


def named_subject(line: str, vocabulary: Vocabulary) -> str:
    """The subject that is meant; raises Fault where none is."""
    return _one(line, "subject", vocabulary.subjects, _names_of(vocabulary.subjects))


def named_metric(line: str, vocabulary: Vocabulary) -> str:
    """The metric that is meant; raises Fault where none is."""
    return _one(line, "metric", vocabulary.metrics, _names_of(vocabulary.metrics))


def named_term(line: str, terms: Sequence[Term]) -> str:
    """The basis or whole that is meant; raises Fault where none is."""
    names = ((term.id, name) for term in terms for name in (term.name.en, term.name.de, *term.aliases) if name)
    return _one(line, "word", terms, names)


def subject_shown(key: str, vocabulary: Vocabulary, language: Language) -> str:
    """The name of a subject, or its id."""
    return _shown(key, vocabulary.subjects, lambda name: named_subject(name, vocabulary), language)


def metric_shown(key: str, vocabulary: Vocabulary, language: Language) -> str:
    """The name of a metric, or its id."""
    return _shown(key, vocabulary.metrics, lambda name: named_metric(name, vocabulary), language)


def term_shown(key: str, terms: Sequence[Term], language: Language) -> str:
    """The words of a basis or whole, or its id."""
    return _shown(key, terms, lambda name: named_term(name, terms), language)


def _shown(key: str, words: Iterable[Subject | Metric | Term], read: Callable[[str], str], language: Language) -> str:
    name = next((" ".join(word.name.in_language(language).split()) for word in words if word.id == key), key)
    try:
        return name if read(name) == key else key
    except Fault:  # the name has several owners, or the id none
        return key


def _names_of(words: Sequence[Subject] | Sequence[Metric]) -> Iterable[tuple[str, str]]:
    return ((word.id, name) for word in words for name in word.names())


def _one(line: str, kind: str, words: Iterable[Subject | Metric | Term], names: Iterable[tuple[str, str]]) -> str:
    if any(word.id == line for word in words):
        return line
    folded = fold(line)
    owners = {owner for owner, name in names if folded and fold(name) == folded}
    if len(owners) != 1:
        raise Fault(why(f"no_{kind}", line))
    return owners.pop()
