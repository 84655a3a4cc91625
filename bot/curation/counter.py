"""The counter: what people in chats can do about the base, by a verb or a button, the same on every platform.

Everybody may suggest an article; nothing is fetched of it before a curator accepts it, and a curator's own is accepted
at once. A curator is shown what waits, one matter at a time, and after each decision the next. An adapter renders the
replies, and hands in what was pressed: who, which decision, and the key of what was seen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, NamedTuple

from bot.curation.card import card
from bot.curation.fields import CHOICES
from bot.curation.matters import Matter, article_ident, of_claim
from bot.curation.office import Decision, Office
from bot.curation.reviewing import Seen
from bot.curation.roles import Roles
from bot.names import Names
from bot.people import Person
from bot.records.port import Records
from bot.reply import Granting, Note, Reply
from bot.settling import Manner
from bot.suggestion import Suggestion
from bot.verbs.grammar import Typed
from bot.verbs.settings import Authority
from bot.wording.curating import said
from knowledge.fault import Fault
from knowledge.value import Language


class Refusal(Fault):
    """Somebody may not do that; its sentence is for that person."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who does something about the base, when, in which language."""

    person: Person
    at: datetime
    language: Language


_LONG: Final = 60
"""Characters from which a part is edited over several lines."""


class Part(NamedTuple):
    """A part of a claim as a form asks for it; with choices it takes one of these, if needed it is never empty."""

    name: str
    text: str
    choices: tuple[str, ...]
    is_needed: bool

    @property
    def is_long(self) -> bool:
        """Whether its text is edited over several lines."""
        return len(self.text) > _LONG

    def choice(self, value: str, language: Language) -> str:
        """What a choice is called."""
        return said(f"{self.name}_{value}", language)


class Served(NamedTuple):
    """What is said to a verb, and what is to be kept before it is said."""

    reply: Reply
    keep: Callable[[], None] | None = None


class Counter:
    """Serves people in chats. Everything here raises Fault with a sentence for the person."""

    def __init__(self, office: Office, roles: Roles, records: Records, names: Callable[[], Names]) -> None:
        """`names` are those of the base as it stands."""
        self._office = office
        self.roles = roles
        self._records = records
        self._names = names

    # Verbs

    def served(self, typed: Typed, who: Who, manner: Manner) -> Served | None:
        """What comes of a verb of curation; None for any other verb.

        What waits and who curates is for the person's eyes, so that it is not told where others read along.
        """
        if typed.verb == "add":
            return self._added(typed.argument, who)
        if typed.verb in {"review", "curators"} and not manner.aside:
            return Served(_told(typed.verb, who, "only_aside"))
        if typed.verb == "review":
            return Served(self.next(who) if self.roles.may(who.person) else _told("review", who, "only_curators"))
        if typed.verb == "curators":
            return Served(self._curators(who, manner.authority))
        return None

    def _added(self, address: str, who: Who) -> Served:
        if not address:
            return Served(_told("add", who, "add_what"))
        accepted = who.person.key if self.roles.may(who.person) else ""
        suggestion = Suggestion(
            ident=article_ident(f"{who.person.key} {address} {who.at.isoformat()}"),
            url=address,
            by=who.person,
            language=who.language,
            at=who.at,
            accepted=accepted,
        )
        reply = _told("add", who, "fetching" if accepted else "suggested")
        return Served(reply, lambda: self._records.curation.suggest(suggestion))

    def _curators(self, who: Who, authority: Authority) -> Reply:
        if not self.roles.may_grant(authority):
            return _told("curators", who, "may_not_grant")
        return replace(_told("curators", who, "curators_are"), granting=Granting(self.roles.all()))

    # Buttons

    def admit(self, who: Who) -> None:
        """Raise Refusal for who does not curate, before a form is filled in for nothing."""
        if not self.roles.may(who.person):
            raise Refusal(said("only_curators", who.language))

    def next(self, who: Who, after: str = "") -> Reply:
        """The first matter that waits, or the one behind `after`."""
        self.admit(who)
        matter = self._office.next(who.at, after)
        if matter is None:
            return _told("review", who, "nothing_waits")
        return self._card(matter, who)

    def decide(self, decision: Decision, ident: str, mark: str, reason: str, who: Who) -> Reply:
        """Make a decision; the next matter, with what was done told first."""
        self.admit(who)
        matter = self._office.matter(ident, who.at)
        self._office.decide(decision, matter, mark, reason, who.person.key, who.at)
        told = said(_DONE[decision], who.language, reason)
        return _beginning_with(f"{told} ({matter.about})", self.next(who))

    def parts(self, ident: str, who: Who) -> tuple[Part, ...]:
        """The parts of the claim that a matter is about, for a form to edit them."""
        claim = self._claim_of(ident, who)
        return tuple(_part(name, text) for name, text in self._office.lines(claim.claim, who.language).items())

    def edit(self, ident: str, mark: str, lines: Mapping[str, str], who: Who) -> Reply:
        """Change parts of a claim; it is shown as it stands then, with what was done told first."""
        seen = self._claim_of(ident, who)
        claim = self._office.edit(seen.claim.id, lines, mark, who.person.key, who.at)
        reply = self._card(of_claim(claim), who) if claim.state == "proposed" else self.next(who)
        return _beginning_with(said("edited", who.language), reply)

    def toggle(self, person: Person, who: Who, authority: Authority) -> Reply:
        """Let a person curate, or no more."""
        if not self.roles.may_grant(authority):
            raise Refusal(said("may_not_grant", who.language))
        self.roles.toggle(person, who.person, who.at)
        return self._curators(who, authority)

    def _claim_of(self, ident: str, who: Who) -> Seen:
        self.admit(who)
        seen = self._office.seen(self._office.matter(ident, who.at))
        if seen is None:
            raise Fault(said("nothing_known", who.language))
        return seen

    def _card(self, matter: Matter, who: Who) -> Reply:
        seen = self._office.seen(matter)
        return card(matter, seen, self._names(), who.at.date(), who.language)


_NEEDED: Final = frozenset({"subject", "quote"})
"""The parts without which there is no claim."""

_DONE: Final[Mapping[Decision, str]] = {
    "approve": "approved",
    "reject": "rejected",
    "retire": "retired",
    "stands": "stood",
    "accept": "accepted",
    "decline": "declined",
    "close_gap": "closed",
}
"""What is said of each decision."""


def _part(name: str, text: str) -> Part:
    choices = CHOICES.get(name, ())
    return Part(name, text, choices, name in _NEEDED or bool(choices and text))


def _told(headline: str, who: Who, sentence: str) -> Reply:
    note = Note(kind="hint", text=said(sentence, who.language))
    return Reply(outcome="help", language=who.language, headline=said(headline, who.language), notes=(note,))


def _beginning_with(told: str, reply: Reply) -> Reply:
    return replace(reply, notes=(Note(kind="hint", text=f"✓ {told}"), *reply.notes))
