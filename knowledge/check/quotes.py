"""Quote and context stand word for word at their places in the article's text."""

from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.reason import Reason
from knowledge.value import Passage

_SHOWN = 60


def quotes_stand(case: Case) -> Iterator[Finding]:
    """Every passage stands in the text; without the text there is nothing to find."""
    if case.text is None:
        return
    passages: list[tuple[tuple[str | int, ...], Passage]] = [(("quote",), case.claim.receipt)]
    passages += [(("context", index), passage) for index, passage in enumerate(case.claim.context)]
    for keys, passage in passages:
        if not passage.stands_in(case.text):
            yield Finding("quote", (*keys, "text"), _mending(passage, case.text))


def _mending(passage: Passage, text: str) -> Reason:
    place = text.find(passage.text)
    if place >= 0:
        return why("words_elsewhere", place, passage.start)
    return why("words_missing", passage.start, passage.text[:_SHOWN])
