"""The proposer that reads with the base's own readers: sentence by sentence, each amount with the words around it.

Every field is either read in the article or left open with a doubt; an amount without a word that says what it measures
is no claim. Nothing here decides what may be kept.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from knowledge.amount import PrintedAmount
from knowledge.article import Article
from knowledge.check.names import numbered_names
from knowledge.claim import Inferred
from knowledge.doubt import Doubt, DoubtKind
from knowledge.proposing import cues, reasons
from knowledge.proposing.measuring import is_bare_percentage, measured, whole_of
from knowledge.proposing.metrics import What, metric_of
from knowledge.proposing.names import NameFinder
from knowledge.proposing.port import Proposal
from knowledge.proposing.quoting import quoted
from knowledge.proposing.scene import Scene, Standing, Told, ToldPeriod
from knowledge.proposing.sentences import Sentence, sentences
from knowledge.proposing.stance import Stance, beside, in_time, stance_of
from knowledge.proposing.statements import stated
from knowledge.proposing.subjects import Whose, spoken_of, subject_of
from knowledge.proposing.tabled import tabled
from knowledge.proposing.times import Of, When, period_of
from knowledge.value import Language, Passage
from knowledge.vocabulary import Subject, Vocabulary

_TOLD: Final = ("quarter", "half", "year", "fiscal_quarter", "fiscal_half", "fiscal_year", "span")
_BROAD: Final = ("spending", "cost", "income")
_SURE: Final = 0.97
_WEIGHTS: Final[dict[DoubtKind, float]] = {
    "subject_unknown": 0.5,
    "subject_from_before": 0.92,
    "metric_from_before": 0.85,
    "metric_guessed": 0.75,
    "whole_unknown": 0.6,
    "period_missing": 0.8,
    "period_from_before": 0.9,
    "period_derived": 0.85,
    "fiscal_year_unknown": 0.7,
    "fiscal_or_calendar": 0.75,
    "status_weak": 0.85,
    "end_of_range": 0.6,
    "in_table": 0.9,
    "several_possible": 0.75,
}


class SentenceProposer:
    """Reads what an article asserts, in English or German."""

    def __init__(self, vocabulary: Vocabulary, is_other: Callable[[str], bool] | None = None) -> None:
        """`is_other` tells folded words that name firms and people outside of the vocabulary."""
        self._names = NameFinder(vocabulary, is_other)
        self._numbered = numbered_names(vocabulary)
        self._wholes = {term.id for term in vocabulary.wholes}

    def propose(self, article: Article, text: str) -> tuple[Proposal, ...]:
        """See `Proposer.propose`; an article in another language asserts nothing that can be read."""
        if article.language not in ("en", "de"):
            return ()
        return tuple(self._walk(article, text))

    def _walk(self, article: Article, text: str) -> Iterator[Proposal]:
        standing = Standing()
        named: dict[str, Passage] = {}
        language: Language = "en" if article.language == "en" else "de"
        table: list[Sentence] = []
        paragraph = -1
        for number, sentence in enumerate(sentences(text)):
            if sentence.is_row:
                table.append(sentence)
                continue
            yield from self._of_table(table, language, article, standing)
            table = []
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
            scene = Scene(sentence, number, self._names, language, article.published.date)
            named |= {one.key: scene.passage(one.start, one.end) for one in scene.of_kind("subject") if one.key}
            found = list(self._of_sentence(scene, standing))
            reported = None if scene.amounts(self._numbered) else stated(scene, standing)
            proposals = [reported] if reported else [proposal for proposal, _ in found]
            yield from (self._with_names(proposal, named) for proposal in proposals)
            standing = _after(scene, standing, found)
        yield from self._of_table(table, language, article, standing)

    def _with_names(self, proposal: Proposal, named: Mapping[str, Passage]) -> Proposal:
        """The proposal with the words that name its subject and speaker, where these stand further up."""
        inferred = {one.field for one in proposal.inferred}
        roles = (("subject", proposal.subject), ("speaker", proposal.speaker))
        for field, key in roles:
            subject = self._names.subjects.get(key or "")
            shown = (proposal.quote, *proposal.context)
            if subject is None or field in inferred or any(_prints(one.text, subject, self._names) for one in shown):
                continue
            passage = named.get(subject.id)
            if passage:
                context = tuple(sorted({*proposal.context, passage}, key=lambda one: one.start))
                proposal = proposal.model_copy(update={"context": context})
            else:
                reason = Inferred(field=field, reason=reasons.OF_A_PERSON)
                proposal = proposal.model_copy(update={"inferred": (*proposal.inferred, reason)})
        return proposal

    def _of_table(
        self, table: list[Sentence], language: Language, article: Article, standing: Standing
    ) -> Iterator[Proposal]:
        return tabled(table, language, article.published.date, self._names, self._numbered, standing)

    def _of_sentence(self, scene: Scene, standing: Standing) -> Iterator[tuple[Proposal, What]]:
        last: What | None = None
        before: tuple[Stance, When] | None = None
        for amount in scene.amounts(self._numbered):
            place = (amount.start, amount.end)
            what = metric_of(scene, amount, place, standing, last)
            if what.key is None:
                continue
            last = what
            whose = subject_of(scene, place, standing, what)
            subject = self._names.subjects.get(whose.key or "")
            stance = stance_of(
                scene, place, whose.key, standing.status if cues.RANGE_END.search(scene.text) else None, what.key
            )
            when = period_of(scene, place, standing, Of(what.key, subject, stance.status))
            stance = in_time(stance, when.period, scene)
            if before:
                stance = beside(scene, place, stance, when.period, before[0], before[1].period)
            before = stance, when
            if is_bare_percentage(scene, amount, what.key):
                continue
            yield self._proposal(scene, amount, what, whose, when, stance), what

    def _proposal(  # noqa: PLR0913, PLR0917 (one value for each question)
        self, scene: Scene, amount: PrintedAmount, what: What, whose: Whose, when: When, stance: Stance
    ) -> Proposal:
        quote, printed = quoted(scene, amount)
        subject = self._names.subjects.get(whose.key or "")
        measure, direction = measured(scene, amount, what.key or "")
        of = whole_of(scene, amount) if measure == "share" else None
        basis = next((one.key for one in scene.of_kind("basis")), None)
        doubts = list(_doubts(what, whose, when, stance))
        if measure == "share" and of is None:
            doubts.append(Doubt(kind="whole_unknown"))
        if cues.RANGE_END.search(scene.text):
            doubts.append(Doubt(kind="end_of_range"))
        return Proposal(
            quote=quote,
            context=_context(scene, quote, what, whose, when),
            inferred=tuple(_inferred(what, whose, when)),
            subject=whose.key,
            metric=what.key,
            measure=measure,
            of=of,
            amount=printed,
            direction=direction,
            period=when.period,
            status=stance.status,
            scenario=stance.scenario,
            speaker=stance.speaker or _own_speaker(stance, subject),
            basis=basis,
            confidence=confidence(doubts),
            doubts=tuple(doubts),
        )


def _prints(text: str, subject: Subject, names: NameFinder) -> bool:
    """Whether a passage names the subject, or a member of it."""
    meant = {subject.id, *subject.members}
    return any(one.kind == "subject" and one.key in meant for one in names.mentions(text))


def _own_speaker(stance: Stance, subject: Subject | None) -> str | None:
    """A firm that plans or guides says so itself."""
    return subject.id if subject and subject.kind == "company" and stance.status in ("plan", "guidance") else None


def confidence(doubts: list[Doubt]) -> float:
    """How sure a proposal with these doubts is."""
    sure = _SURE
    for doubt in doubts:
        sure *= _WEIGHTS[doubt.kind]
    return round(sure, 2)


def _doubts(what: What, whose: Whose, when: When, stance: Stance) -> Iterator[Doubt]:
    if whose.doubt:
        yield Doubt(kind=whose.doubt, words=whose.words)
    if what.doubt:
        yield Doubt(kind=what.doubt, words=what.said.said.text if what.said and what.said.said else "")
    for kind in when.doubts:
        yield Doubt(kind=kind, words=when.told.printed.text if when.told else "")
    if stance.doubt:
        yield Doubt(kind=stance.doubt)


def _inferred(what: What, whose: Whose, when: When) -> Iterator[Inferred]:
    if whose.inferred:
        yield Inferred(field="subject", reason=reasons.EVERYBODY)
    if what.doubt == "metric_guessed":
        yield Inferred(field="metric", reason=reasons.SHARES if what.key == "share-price" else reasons.SPENDING)
    if when.inferred and when.period:
        derived = "period_derived" in when.doubts
        yield Inferred(field="period", reason=reasons.YEAR_BEFORE if derived else reasons.FISCAL)


def _context(scene: Scene, quote: Passage, what: What, whose: Whose, when: When) -> tuple[Passage, ...]:
    """The words elsewhere in the article that say subject, metric or period."""
    told = (whose.said.said if whose.said else None, what.said.said if what.said else None)
    period = when.told.said if when.told else None
    if period is None and when.period and when.period.words and not when.inferred:
        place = scene.text.find(when.period.words)
        period = scene.passage(place, place + len(when.period.words)) if place >= 0 else None
    passages = [one for one in (*told, period) if one is not None]
    outside = [one for one in passages if not (quote.start <= one.start and one.end <= quote.end)]
    return tuple(sorted(dict.fromkeys(outside), key=lambda one: one.start))


def _after(scene: Scene, standing: Standing, found: list[tuple[Proposal, What]]) -> Standing:
    """What the text speaks of after this sentence."""
    one, group = spoken_of(scene, standing)
    metric = _metric_told(scene, found) or standing.metric
    past, ahead = standing.past, standing.ahead
    for printed in scene.periods:
        if printed.period.kind in _TOLD:
            said = ToldPeriod(
                printed, scene.passage(printed.start, printed.end), scene.sentence.paragraph, scene.number
            )
            is_over = printed.period.end is not None and printed.period.end < scene.on
            past, ahead = (said, ahead) if is_over else (past, said)
    status = found[-1][0].status if found else stance_of(scene, (len(scene.text), len(scene.text)), None).status
    return Standing(one, group, metric, past, ahead, status)


def _metric_told(scene: Scene, found: list[tuple[Proposal, What]]) -> Told | None:
    """What the sentence measured last, or spoke of without measuring it."""
    paragraph = scene.sentence.paragraph
    if found and found[-1][1].said:
        return found[-1][1].said._replace(paragraph=paragraph)
    nouns = [one for one in scene.of_kind("metric") if one.key not in _BROAD]
    return Told(nouns[-1].key, scene.passage(nouns[-1].start, nouns[-1].end), paragraph) if nouns else None
