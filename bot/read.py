"""Read a question: the first arrow of the line, from text to Question.

Every word must be accounted for: by a period, an amount, a name, a small word of the language, or else it is named
in `not_understood`. Pure: the same text, names, day, language and last question give the same Question.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bot.background import question_begins, without_background
from bot.cleaning import LONGEST_QUESTION, clean
from bot.cues import cues_of, sets_side_by_side, statuses_of
from bot.fiscal import own_periods
from bot.help_asked import asks_for_help, asks_how_to_ask
from bot.language import Spoken, detect
from bot.names import Match, Meant, Names, Owner
from bot.names.others import is_other_name
from bot.question import OWNING, Brand, Cue, Intent, Near, Question
from bot.spelling import Put, put_in, respelt
from bot.times_and_amounts import asked_periods, read_passages
from bot.words import CHANGE_WORDS, GENERIC, SMALL, SPEAKER_MARKS, VERSUS
from knowledge.folding import Token, fold, tokens
from knowledge.value import Language, Passage

_BESIDES = ("besides ", "apart from ", "other than ", "aside from ", "except ", "außer ", "abgesehen von ")
"""Before somebody of whom it is not asked."""

_POSSESSIVE = ("'s ", "’s ")

_LONGEST_NEAR = 6
"""Words of the longest name that is looked for in spite of a slip: of 57,000 listed companies one in 20 has more."""


def read(text: str, names: Names, on: date, language: Language | None = None, spoken: Language = "en") -> Question:
    """What `text` asks by itself, with `on` as the day of asking.

    `language` overrides the language of the answer; `spoken` is the language of a text that does not show its own.
    """
    cleaned = clean(text)
    if len(cleaned) > LONGEST_QUESTION:
        said = _spoken(tokens(cleaned), names, language, spoken)
        return Question(text=cleaned[:LONGEST_QUESTION], language=said.language, intent="unclear", too_long=True)
    spelt = respelt(cleaned, names.is_word)
    words = tokens(spelt)
    said = _spoken(words, names, language, spoken)
    periods, amounts = read_passages(spelt, said.language, on)
    rest = [word for word in words if not any(_inside(word, passage) for passage in (*periods, *amounts))]
    named = _name(rest, names, spelt)
    pieces = [
        *((span.start, span.meant or spelt[span.start : span.end]) for span in named.spans),
        *((passage.start, passage.text) for passage in (*periods, *amounts)),
    ]
    begins = question_begins(spelt, words, [start for start, _ in pieces])
    unknown = [word for word in named.unknown if word.start >= begins or is_other_name(word.folded)]
    asking = [word for word in words if word.start >= begins]
    periods = own_periods(periods, [names.subjects[key] for key in named.subjects], said.language, on)
    folded = [word.folded for word in asking]
    small = spelt[begins:].casefold()
    slips = (Put(span.start, span.end, span.meant) for span in named.spans if span.meant)
    meant = without_background(spelt, begins, pieces) if begins else put_in(spelt, slips)
    whom = [Put(span.start, span.end, "") for span in named.spans if span.kind == "subject"]
    return Question(
        text=cleaned,
        respelt="" if meant == cleaned else meant,
        wording=put_in(spelt, whom) if whom else "",
        language=said.language,
        translated=said.translated,
        intent=_intent(spelt, words, named, has_period=bool(periods)),
        subjects=named.subjects,
        metrics=named.metrics,
        asks=cues_of(small, folded, [word.folded for word in rest if word in asking])
        | _relation(named.subjects, words, cleaned),
        statuses=statuses_of(folded),
        periods=tuple(asked_periods(periods, said.language)),
        speakers=named.speakers,
        people=names.people_of((*named.subjects, *named.speakers)),
        topics=named.topics,
        amounts=amounts,
        named_by=named.named_by,
        not_understood=tuple(word.text for word in unknown),
        unnamed=tuple(_unnamed(word, spelt) for word in unknown),
        near=named.near,
        brands=named.brands,
    )


def _relation(subjects: Sequence[str], words: Sequence[Token], text: str) -> frozenset[Cue]:
    """Whether several are asked about in their relation: in a sentence, and not side by side."""
    sentence = len(subjects) > 1 and any(_is_small(word) and word.folded not in CHANGE_WORDS for word in words)
    apart = sets_side_by_side(text, [word.folded for word in words])
    return frozenset({"relation"} if sentence and not apart else ())


def _spoken(words: Sequence[Token], names: Names, language: Language | None, default: Language) -> Spoken:
    folded = [word.folded for word in words]
    said = detect(folded, names.hints(words), default=language or default)
    return said._replace(language=language) if language else said


class _Span(NamedTuple):
    """A name in the text: where it stands, what kind of thing it names, and how it is spelt where it was mistyped."""

    start: int
    end: int
    kind: str
    meant: str


class _Named(NamedTuple):
    """What the words of a question name, and the words that are left."""

    subjects: tuple[str, ...]
    metrics: tuple[str, ...]
    speakers: tuple[str, ...]
    topics: tuple[str, ...]
    near: tuple[Near, ...]
    unknown: tuple[Token, ...]
    named_by: tuple[str, ...]
    brands: tuple[Brand, ...]
    spans: tuple[_Span, ...]


def _name(words: Sequence[Token], names: Names, text: str) -> _Named:
    owners: list[tuple[Token, Owner]] = []
    near: list[Near] = []
    rest: list[Token] = []
    named_by: list[str] = []
    brands: list[Brand] = []
    spans: list[_Span] = []
    said = tuple(_owners(words, names))
    firms = {owner for _, (found, _) in said if len(found) == 1 for kind, owner in found if kind == "subject"}
    for span, (several, meant) in said:
        token, found = span[0], _of_the_firm(several, firms, names)
        if len(found) == 1 and _is_brand_beside_its_owner(token, found[0], owners, names):
            rest.append(token)
        elif len(found) == 1 and text[: token.start].casefold().endswith(_BESIDES):
            spans.append(_Span(token.start, span[-1].end, found[0][0], meant))
        elif len(found) == 1:
            owners.append((token, found[0]))
            spans.append(_Span(token.start, span[-1].end, found[0][0], meant))
            if found[0][0] != "subject":
                named_by += meant.split() or [word.folded for word in span]
            brands += _brands(span, found[0], names)
        elif found:
            near.append(_near(token, found))
        else:
            rest.extend(span)
    subjects = _unique(owner for _, (kind, owner) in owners if kind == "subject")
    speakers = _unique(
        owner
        for token, (kind, owner) in owners
        if kind == "subject" and _is_speaker(text, token, owner, names, subjects)
    )
    subjects = tuple(subject for subject in subjects if subject not in speakers)
    metrics = _metrics([owner for _, (kind, owner) in owners if kind == "metric"], names)
    unknown = [word for word in rest if not _is_small(word) or _is_mention(word, text)]
    doubtful = unknown if not near else []
    near.extend(_near(word, found) for word in doubtful if (found := names.resembling(word.folded)))
    topics = _unique(owner for _, (kind, owner) in owners if kind == "topic")
    others = tuple(subject for subject in subjects if subject not in names.generic(GENERIC))
    if others or speakers or topics or (unknown and not metrics):
        subjects = others
    return _Named(
        subjects,
        metrics,
        speakers,
        topics,
        tuple(near),
        tuple(unknown),
        tuple(named_by),
        tuple(dict.fromkeys(brands)),
        tuple(spans),
    )


def _of_the_firm(found: tuple[Owner, ...], subjects: Collection[str], names: Names) -> tuple[Owner, ...]:
    """Beside a company, of several people of one name or role the one who belongs to it, or nobody who is known."""
    people = [owner for kind, owner in found if kind == "subject" and names.subjects[owner].kind == "person"]
    companies = [one for one in subjects if names.subjects[one].kind == "company"]
    if len(found) == 1 or len(people) < len(found) or not companies:
        return found
    one = names.among_its_people(people, companies)
    return (("subject", one),) if one else ()


def _metrics(named: Collection[str], names: Names) -> tuple[str, ...]:
    """The metrics that are named; one that stands for several stands for none of them beside one of these."""
    general = {one for one in named if any(other != one and other in names.covered(one) for other in named)}
    return _unique(metric for one in named if one not in general for metric in names.covered(one))


def _brands(span: Sequence[Token], owner: Owner, names: Names) -> Iterator[Brand]:
    """The brand that the words are, where they are one and name its firm."""
    words = " ".join(word.folded for word in span)
    kind, subject = owner
    if kind == "subject":
        yield from (Brand(brand, subject) for brand in names.subjects[subject].brands if fold(brand) == words)


def _is_brand_beside_its_owner(token: Token, owner: Owner, named: Iterable[tuple[Token, Owner]], names: Names) -> bool:
    """Whether a brand stands beside the firm that has it: then the brand is what is asked about, not the firm again."""
    if owner[0] != "subject" or all(owner != other for _, other in named):
        return False
    return token.folded in map(fold, names.subjects[owner[1]].brands)


def _owners(words: Sequence[Token], names: Names) -> Iterator[tuple[Sequence[Token], Meant]]:
    """The words of each name of the question with its owners; a word that names nothing has none.

    A name letter for letter goes before one that is near, unless the near one goes on beyond it ("Elliott Managment").
    """
    matches = {match.start: match for match in names.exact(words)}
    strays = _strays(words, matches.values())
    place = 0
    while place < len(words):
        match = matches.get(place)
        end, found = (match.end, Meant(match.owners)) if match else (place + 1, Meant())
        for longer in range(min(place + min(names.longest, _LONGEST_NEAR), len(words)), end if match else place, -1):
            near = names.meant(words[place:longer]) if _may_be_near(words, place, longer, strays) else Meant()
            if near.owners:
                end, found = longer, near
                break
        yield words[place:end], found
        place = end


def _strays(words: Sequence[Token], matches: Iterable[Match]) -> Sequence[bool | None]:
    """For each word whether it may be mistyped: in no name and no small word; None inside of a name, not at its end."""
    strays: list[bool | None] = [not _is_small(word) for word in words]
    for match in matches:
        strays[match.start : match.end] = [*[None] * (match.end - match.start - 1), False]
    return strays


def _may_be_near(words: Sequence[Token], start: int, end: int, strays: Sequence[bool | None]) -> bool:
    """Whether the words may be one mistyped name: some stray among them, none of which is somebody else's name.

    No small word stands outside, and no name is cut in two.
    """
    if strays[end - 1] is None or not any(strays[start:end]):
        return False
    if any(
        stray and is_other_name(word.folded) for word, stray in zip(words[start:end], strays[start:end], strict=True)
    ):
        return False
    return not _is_small(words[start]) and not _is_small(words[end - 1])


def _near(token: Token, owners: Iterable[Owner]) -> Near:
    return Near(
        word=token.text,
        subjects=tuple(owner for kind, owner in owners if kind == "subject"),
        metrics=tuple(owner for kind, owner in owners if kind == "metric"),
    )


def _is_speaker(text: str, token: Token, owner: str, names: Names, subjects: Sequence[str]) -> bool:
    """Named as the one who says it, or a person or a house beside whom or what it speaks of."""
    before = text[: token.start].casefold().rstrip()
    if before.endswith(SPEAKER_MARKS):
        return token.folded not in GENERIC
    if any(word.folded in VERSUS for word in tokens(text)) or _stands_for_a_choice(text, token):
        return False
    spoken_of = [subject for subject in subjects if not names.speaks(subject)]
    return names.speaks(owner) and bool(spoken_of)


def _stands_for_a_choice(text: str, token: Token) -> bool:
    """Whether a name stands at an "or", as one of those between which is asked ("Zuck's or Google's?")."""
    before, behind = text[: token.start].casefold(), text[token.end :].casefold()
    return before.endswith((" or ", " oder ")) or behind.removeprefix("'s").startswith((" or ", " oder "))


def _is_small(word: Token) -> bool:
    return word.folded in SMALL


def _intent(text: str, words: Sequence[Token], named: _Named, *, has_period: bool) -> Intent:
    asked = bool(named.subjects or named.speakers or named.topics)
    nothing = not asked and not named.metrics and not named.near and not has_period
    small = not named.unknown and all(map(_is_small, words))
    if nothing and (small or asks_how_to_ask(text.casefold()) or asks_for_help([word.folded for word in words])):
        return "help"
    if len(named.subjects) > 1:
        return "comparison"
    if asked and named.metrics:
        return "figure"
    return "overview" if asked or named.metrics or has_period else "unclear"


def _unnamed(word: Token, text: str) -> str:
    """An unexplained word; a mention of somebody and an owner are no words that could be left out of an answer."""
    if _is_mention(word, text):
        return f"@{word.folded}"
    return f"{word.folded}{OWNING}" if text[word.end :].startswith(_POSSESSIVE) else word.folded


def _is_mention(word: Token, text: str) -> bool:
    return text[: word.start].endswith(("@", "<!"))


def _inside(word: Token, passage: Passage) -> bool:
    return passage.start < word.end and word.start < passage.end


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
