"""Everything that is shown to a person is there in English and in German."""

from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.proof import Finding
from knowledge.value import Bilingual

Keys = tuple[str | int, ...]


def both_languages(case: Case) -> Iterator[Finding]:
    """Statement, cautions and reasons of a claim stand in both languages."""
    for keys, text in _texts(case):
        for language in ("en", "de"):
            if getattr(text, language) is None:
                yield Finding("languages", keys, f"'{language}' is missing")


def _texts(case: Case) -> Iterator[tuple[Keys, Bilingual]]:
    claim = case.claim
    yield ("statement",), claim.statement
    yield from ((("cautions", n, "text"), caution.text) for n, caution in enumerate(claim.cautions))
    yield from ((("inferred", n, "reason"), entry.reason) for n, entry in enumerate(claim.inferred))
    yield from ((("contrasts", n, "reason"), contrast.reason) for n, contrast in enumerate(claim.contrasts))
