"""The commands by which a person at the terminal decides what the base says: review, and the same decisions one by one.

Whoever may write the base's file may curate; the log names the person. A decision is made on what is shown by the same
command: where a claim would conflict with others, that has to be said in so many words.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from adapters.base import opened_records, opened_store
from adapters.keeping import person
from bot.cleaning import plain
from knowledge.fault import Fault

if TYPE_CHECKING:
    from bot.curation.matters import Matter
    from bot.curation.office import Decision, Office
    from bot.curation.reviewing import Seen
    from bot.records import SqlRecords
    from knowledge.store import Store
    from knowledge.value import Language

_REASON: Final = click.option("--reason", required=True, help="Why; it is kept, and told to whoever reported it.")
_APPROVING: Final[dict[str, "Decision"]] = {"claim": "approve", "article": "accept"}
_REJECTING: Final[dict[str, "Decision"]] = {
    "claim": "reject",
    "report": "stands",
    "article": "decline",
    "gap": "close_gap",
}


@click.command()
@click.option("--list", "as_list", is_flag=True, help="List what waits instead of going through it.")
@click.option("--json", "as_json", is_flag=True, help="With --list: print one JSON object a line.")
@click.option("--lang", type=click.Choice(["en", "de"]), default="en", help="The language in which claims are shown.")
def review(as_list: bool, as_json: bool, lang: Any) -> None:  # noqa: FBT001 - flags
    """Go through what waits for a curator: wrong figures, articles, proposed claims, gaps."""
    with opened_store() as store, opened_records() as records:
        office = _office(store, records)
        if not (as_list or as_json):
            from adapters.terminal.reviewing import go_through

            go_through(office, store, lambda: _fetch(store, records), lang, person(), _now)
            return
        waiting = office.waiting(_now())
        # Not by click, which takes an output that knows ASCII only for a mistake and writes UTF-8 to it.
        for matter in waiting:
            sys.stdout.write(f"{_json(matter, office, lang) if as_json else _told(matter, store, lang)}\n")
        if not waiting and not as_json:
            click.echo("Nothing waits for a curator.")


@click.command()
@click.argument("key", metavar="ID")
@click.option("--conflicting", is_flag=True, help="Also where it conflicts with what the base says.")
def approve(key: str, conflicting: bool) -> None:  # noqa: FBT001 - a flag
    """Let a proposed claim answer, or have a suggested article fetched."""

    def act(office: "Office") -> str:
        matter = _matter(office, key)
        seen = office.seen(matter)
        if seen and seen.disagreeing and not conflicting:
            others = ", ".join(f"'{one}'" for one in sorted(seen.disagreeing))
            raise Fault(f"the claim '{seen.claim.id}' disagrees with {others}; approve it with --conflicting")
        decision = _APPROVING.get(matter.kind)
        if decision is None:
            raise Fault(f"'{matter.ident}' is nothing to approve")
        office.decide(decision, matter, seen.mark if seen else "", "", person(), _now())
        beside = f", beside {', '.join(sorted(seen.disagreeing))}" if seen and seen.disagreeing else ""
        return f"Approved {matter.about}{beside}."

    with opened_store() as store, opened_records() as records:
        click.echo(plain(act(_office(store, records))))
        _fetch(store, records)


@click.command()
@click.argument("key", metavar="ID")
@_REASON
def reject(key: str, reason: str) -> None:
    """Reject a proposed claim or a suggested article, let a reported figure stand, or close a gap."""

    def act(office: "Office") -> str:
        matter = _matter(office, key)
        seen = office.seen(matter)
        mark = seen.mark if seen else ""
        office.decide(_REJECTING[matter.kind], matter, mark, reason, person(), _now())
        return f"Decided on {matter.about}: {_REJECTING[matter.kind].replace('_', ' ')}."

    _in_office(act)


@click.command()
@click.argument("key", metavar="CLAIM")
@click.option("--set", "lines", multiple=True, metavar="FIELD=TEXT", help="One part of the claim; may be repeated.")
def edit(key: str, lines: tuple[str, ...]) -> None:
    """Edit a claim, in $EDITOR or part by part; what its article does not prove is refused."""

    def act(office: "Office") -> str:
        seen = office.review.look(key)
        if lines:
            pairs = dict(_pair(line) for line in lines)
            claim = office.edit(key, pairs, seen.mark, person(), _now())
        else:
            from adapters.terminal.reviewing import rewritten

            claim = office.replace(rewritten(seen.claim), seen.mark, person(), _now())
        return f"Changed {claim.id}: {claim.statement.in_language('en')}"

    _in_office(act)


@click.command()
@click.argument("key", metavar="CLAIM")
@_REASON
def retire(key: str, reason: str) -> None:
    """Let an approved claim answer no more; it stays in the base."""

    def act(office: "Office") -> str:
        return f"Retired {office.retire(key, reason, person(), _now()).id}."

    _in_office(act)


@click.command()
@click.argument("key", metavar="CLAIM")
@click.option("--by", required=True, metavar="CLAIM", help="The approved claim that answers in its place.")
@_REASON
def supersede(key: str, by: str, reason: str) -> None:
    """Let another claim answer in the place of an approved one."""

    def act(office: "Office") -> str:
        return f"{office.supersede(key, by, reason, person(), _now()).id} is superseded by {by}."

    _in_office(act)


@click.command()
@click.argument("key", metavar="CLAIM")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a change.")
def history(key: str, as_json: bool) -> None:  # noqa: FBT001 - a flag
    """Tell what was ever done to a claim: who, when, what, before and after."""
    from bot.curation.history import told

    with opened_store() as store:
        changes = store.history("claim", key)
    if not changes:
        raise Fault(f"the claim '{key}' is not known")
    for one in told(changes):
        change = one.change
        if as_json:
            whole = {"number": change.number, "at": change.at.isoformat(), "who": change.who, "what": change.what}
            documents = {"before": change.before, "after": change.after}
            parts = {name: json.loads(document) if document else None for name, document in documents.items()}
            click.echo(json.dumps(whole | parts))
            continue
        sys.stdout.write(f"{change.number}  {change.at:%Y-%m-%d %H:%M}  {plain(change.who)}  {change.what}\n")
        for part in one.differences if change.before else ():
            sys.stdout.write(f"    {part.field}: {_short(part.before)} → {_short(part.after)}\n")


@click.command()
@click.argument("key", metavar="PERSON")
def forget(key: str) -> None:
    """Replace a person (such as slack:T1:U1) by nobody, in the log of the base and in the records."""
    with opened_store() as store, opened_records() as records:
        try:
            kept = records.forget_person(key)
        except ValueError:
            raise Fault(f"'{key}' is no person; give platform, workspace and user, as slack:T1:U1") from None
        logged = store.forget_person(key)
    click.echo(f"Forgot {plain(key)}: {kept} in the records, {logged} in the log.")


def _in_office(act: "Callable[[Office], str]") -> None:
    with opened_store() as store, opened_records() as records:
        click.echo(plain(act(_office(store, records))))


def _office(store: "Store", records: "SqlRecords") -> "Office":
    from bot.curation.office import Office

    return Office(store, records)


def _fetch(store: "Store", records: "SqlRecords") -> None:
    """Fetch what was accepted; a bot that is serving may have been quicker."""
    from adapters.articles.fetcher import Fetcher
    from adapters.errands import Errands

    errands = Errands(store, records, Fetcher())
    while outcome := errands.run(_now()):
        click.echo(plain(f"{outcome.verdict}: {outcome.about} {outcome.words}".strip()))


def _matter(office: "Office", key: str) -> "Matter":
    ident = key if key.partition(":")[0] in _REJECTING and ":" in key else f"claim:{key}"
    if ident.startswith("claim:"):
        return _of_claim(office, ident.removeprefix("claim:"))
    return office.matter(ident, _now())


def _of_claim(office: "Office", key: str) -> "Matter":
    """A claim in whatever state, as a retired one may be taken up again."""
    from bot.curation.matters import of_claim

    return of_claim(office.review.look(key).claim)


def _pair(line: str) -> tuple[str, str]:
    name, sign, text = line.partition("=")
    if not sign:
        raise click.UsageError(f"'{line}' is no FIELD=TEXT.")
    return name.strip(), text.strip()


def _told(matter: "Matter", store: "Store", language: "Language") -> str:
    claim = store.claim(matter.about) if matter.kind == "claim" else None
    said = claim.statement.in_language(language) if claim else f"{matter.about}  {matter.words}".rstrip()
    return plain(f"{matter.kind:<7}  {matter.ident}  {said}")


def _json(matter: "Matter", office: "Office", language: "Language") -> str:
    whole: dict[str, Any] = {
        "id": matter.ident,
        "kind": matter.kind,
        "about": matter.about,
        "words": matter.words,
        "question": matter.question,
        "count": matter.count,
        "at": matter.at.isoformat() if matter.at else None,
    }
    return json.dumps(whole | _seen_json(office.seen(matter), language))


def _seen_json(seen: "Seen | None", language: "Language") -> dict[str, Any]:
    if seen is None:
        return {}
    from bot.answer_json import claim_json

    doubts = seen.claim.proposed.doubts if seen.claim.proposed else ()
    return {
        "claim": claim_json(seen.claim, seen.article),
        "context": seen.around._asdict(),
        "confidence": seen.claim.proposed.confidence if seen.claim.proposed else None,
        "doubts": [doubt.model_dump() for doubt in doubts],
        "objections": [one.in_language(language) for one in seen.objections],
        "conflicts": [list(pair) for pair in seen.found.conflicts],
        "revisions": [list(pair) for pair in seen.found.revisions],
    }


def _short(value: Any) -> str:
    text = plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST: Final = 160


def _now() -> datetime:
    return datetime.now(UTC)
