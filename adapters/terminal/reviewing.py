"""Review at a terminal: one matter after the other, one key a decision.

At a terminal a key needs no return; from a pipe each line's first letter is the key. What cannot be done is told, and
the matter stays. Whatever somebody wrote in an editor is offered again until it is proved or given up.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import Final, Literal, cast

import click

from adapters.terminal.render import show_whole
from bot.cleaning import plain
from bot.curation.card import card
from bot.curation.matters import Matter
from bot.curation.office import REASONED, Decision, Office
from bot.curation.reviewing import Seen
from bot.names import Names
from bot.reply import Decide
from bot.wording.curating import said
from bot.wording.phrases_of_refusals import why
from knowledge.claim import Claim
from knowledge.corpus_file import read_claim, written
from knowledge.fault import Fault
from knowledge.store import Store
from knowledge.value import Language

_KEYS: Final[dict[Decide, str]] = {
    "approve": "a",
    "edit": "e",
    "reject": "r",
    "retire": "t",
    "stands": "k",
    "accept": "a",
    "decline": "r",
    "close_gap": "c",
    "skip": "s",
}
_NAMES: Final[dict[Decide, str]] = {
    "approve": "approve",
    "edit": "edit, f one field",
    "reject": "reject",
    "retire": "retire",
    "stands": "keep it, it stands",
    "accept": "fetch it",
    "decline": "decline",
    "close_gap": "close",
    "skip": "skip",
}
_FIELD: Final = "f"
_QUIT: Final = ("q", "", "\x03", "\x04")


def go_through(  # noqa: PLR0913, PLR0917 - who reviews what with what
    office: Office, store: Store, fetch: Callable[[], None], language: Language, who: str, now: Callable[[], datetime]
) -> None:
    """Show what waits until nothing does or somebody quits."""
    skipped: set[str] = set()
    decided = 0
    while left := [one for one in office.waiting(now()) if one.ident not in skipped]:
        matter = left[0]
        seen = office.seen(matter)
        reply = card(matter, seen, Names(store.vocabulary()), now().date(), language)
        click.echo(f"\n{len(left)} waiting")
        show_whole(reply)
        buttons = reply.deciding.buttons if reply.deciding else ()
        key = _key(buttons)
        if key in _QUIT:
            break
        chosen = _chosen(key, buttons)
        if chosen == "skip":
            skipped.add(matter.ident)
            continue
        try:
            if seen and chosen == "field":
                _show_fields(office, seen.claim, language)
            _act(chosen, office, matter, seen, who, now())
        except Fault as fault:
            click.echo(f"capex: {fault.in_language(language)}")
            continue
        decided += 1
        if chosen == "accept":
            fetch()
    click.echo(f"{decided} decided." if decided or left or skipped else said("nothing_waits", language))


def rewritten(claim: Claim) -> Claim:
    """The claim as somebody leaves it in $EDITOR; raises Fault where it was left as it was, or cannot be read."""
    before = written(claim)
    after = click.edit(before, extension=".yaml", require_save=True)
    if after is None or after == before:
        raise Fault(why("nothing_changed"))
    return read_claim(after)


def _key(buttons: tuple[Decide, ...]) -> str:
    keys = ", ".join(f"{_KEYS[one]} {_NAMES[one]}" for one in buttons)
    click.echo(f"{keys}, q quit: ", nl=False)
    typed = click.getchar() if sys.stdin.isatty() else sys.stdin.readline().strip()
    click.echo(typed if sys.stdin.isatty() and typed.isprintable() else "")
    return typed[:1].casefold()


def _chosen(key: str, buttons: tuple[Decide, ...]) -> Decide | Literal["field"] | None:
    """What a key means here."""
    if key == _FIELD and "edit" in buttons:
        return "field"
    return next((one for one in buttons if _KEYS[one] == key), None)


def _act(  # noqa: PLR0913, PLR0917 - who does what to what
    chosen: Decide | Literal["field"] | None, office: Office, matter: Matter, seen: Seen | None, who: str, at: datetime
) -> None:
    if chosen is None:
        raise Fault(why("no_such_key"))
    if seen and chosen == "edit":
        office.replace(rewritten(seen.claim), seen.mark, who, at)
    elif seen and chosen == "field":
        name, sign, text = _line("field=text: ").partition("=")
        if not sign:
            raise Fault(why("field_and_text"))
        office.edit(seen.claim.id, {name.strip(): text.strip()}, seen.mark, who, at)
    elif chosen not in {"edit", "field", "skip"}:
        decision = cast("Decision", chosen)
        reason = _line("why: ") if decision in REASONED else ""
        office.decide(decision, matter, seen.mark if seen else "", reason, who, at)


def _show_fields(office: Office, claim: Claim, language: Language) -> None:
    """The parts that there are, as they would be typed."""
    for name, text in office.lines(claim, language).items():
        click.echo(plain(f"  {name}={text}"))


def _line(prompt: str) -> str:
    click.echo(prompt, nl=False)
    return sys.stdin.readline().strip()
