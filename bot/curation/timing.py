"""A period that a curator names: read as the article is read, and proved by its words where the claim prints them.

What the claim does not print is named as inferred: a person said it, and the statement has to say it too.
"""

from typing import Final

from bot.wording.phrases_of_refusals import why
from knowledge.article import Article
from knowledge.check.case import Case, Known
from knowledge.check.spans import read_spans
from knowledge.claim import Claim, Inferred
from knowledge.fault import Fault
from knowledge.reading.periods import read_periods
from knowledge.value import Bilingual, Language
from knowledge.vocabulary import Vocabulary

_BY_CURATOR: Final = Bilingual(
    en="A curator named the period; the quoted words do not print it.",
    de="Der Zeitraum ist von Hand ergänzt; die zitierten Worte nennen ihn nicht.",
)


def named_period(claim: Claim, line: str, article: Article, vocabulary: Vocabulary) -> dict[str, object]:
    """What `line` changes in the claim; an empty one takes the period away. Raises Fault where none is read."""
    others = tuple(one for one in claim.inferred if one.field not in {"period", "baseline"})
    if not line:
        return {"period": None, "inferred": [one.model_dump() for one in others]}
    language: Language = "de" if article.language == "de" else "en"
    found = read_periods(line, language, article.published.date)
    case = Case(claim, article, None, Known(vocabulary, ()))
    spans = read_spans(case, line, language)
    if len(found) != 1 or len(spans) != 1:
        raise Fault(why("several_periods" if found else "no_period", line))
    span, is_printed = spans[0], line in case.printed
    period = found[0].period.model_copy(
        update={
            "start": span.first,
            "end": span.last,
            "words": line if is_printed else None,
            "flow": claim.period.flow if claim.period else "total",
        }
    )
    reasons = others if is_printed else (*others, Inferred(field="period", reason=_BY_CURATOR))
    return {"period": period.model_dump(), "inferred": [one.model_dump() for one in reasons]}
