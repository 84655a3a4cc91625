"""Everything that is shown to a person is there in English and in German, and says the same in both.

The numbers of a statement are proved by amount and period; cautions and reasons may name any number, so at least both
languages have to name the same ones.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from knowledge.check.case import Case
from knowledge.check.number_words import numerals
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.value import Bilingual, Language

_PART = re.compile(r"[QH][1-4]|FY\d+")

Keys = tuple[str | int, ...]


def both_languages(case: Case) -> Iterator[Finding]:
    """Statement, cautions and reasons of a claim stand in both languages; a proposed one may wait for its second."""
    waits = case.claim.state == "proposed"
    statement = () if waits else ((("statement",), case.claim.statement),)
    for keys, text in (*statement, *_asides(case)):
        for language in ("en", "de"):
            if getattr(text, language) is None:
                yield Finding("languages", keys, why("missing_language", why(f"language_{language}")))


def asides_say_the_same_numbers(case: Case) -> Iterator[Finding]:
    """Cautions and reasons print the same numbers in both languages."""
    for keys, text in _asides(case):
        if not says_same_numbers(text):
            yield Finding("languages", keys, why("different_numbers"))


def says_same_numbers(text: Bilingual) -> bool:
    """Whether both languages print the same digits; one that is missing says nothing different."""
    return text.en is None or text.de is None or _digits(text.en, "en") == _digits(text.de, "de")


def _asides(case: Case) -> Iterator[tuple[Keys, Bilingual]]:
    claim = case.claim
    yield from ((("cautions", n, "text"), caution.text) for n, caution in enumerate(claim.cautions))
    yield from ((("inferred", n, "reason"), entry.reason) for n, entry in enumerate(claim.inferred))
    yield from ((("contrasts", n, "reason"), contrast.reason) for n, contrast in enumerate(claim.contrasts))


def _digits(text: str, language: Language) -> Counter[Decimal | str]:
    """The numbers in digits, also within names (R1); "Q2" may be a word in the other language."""
    printed = (numeral for numeral in numerals(text) if numeral.value is None and not _PART.fullmatch(numeral.text))
    return Counter(numeral.in_language(language) for numeral in printed)
