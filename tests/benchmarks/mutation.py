"""How much of what can go wrong in a corpus its check finds: one change at a time, at random, a thousand times.

Each mutation changes one digit, unit, bound, period or word of a quote of one claim, as a slip of the pen would, and
where the types demand it both ends of an amount alike, so that the change has to be found by what it says. The mutated
claim goes through the types and through every rule, exactly as in `capex check`; files are read once.

Run: `python -m tests.benchmarks.mutation [COUNT] [--seed N] [--corpus DIR] [--texts DIR]`
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from knowledge.amount import Bound
from knowledge.check.case import Case
from knowledge.check.corpus import cases_of
from knowledge.check.exemptions import EXEMPTIONS, excused
from knowledge.check.loading import read_corpus
from knowledge.check.rules import findings
from knowledge.check.texts import by_hash, read_texts
from knowledge.claim import Claim
from knowledge.period import PeriodKind

_ROOT = Path(__file__).resolve().parents[2]
CORPUS = _ROOT / "knowledge" / "corpus"
TEXTS = _ROOT.parent / "shared" / "articles"
_UNITS = ("USD", "EUR", "GBP", "CNY", "percent", "count", "times", "USD/USD")
_ONE_SIDED = {"at_least": "low", "more_than": "low", "up_to": "high"}

Plain = dict[str, Any]


class Mutation(NamedTuple):
    """One change to one claim."""

    kind: str
    claim: str
    where: str
    before: str
    after: str
    plain: Plain


class Trial(NamedTuple):
    """A mutation and what found it: rules, or the types; nothing if it passed."""

    mutation: Mutation
    found_by: tuple[str, ...]


Changed = tuple[str, str, str] | None
Mutator = Callable[[Plain, random.Random], Changed]
"""Changes a claim in place; returns where, before and after, or None where there was nothing to change."""


def _other_digit(text: str, chance: random.Random) -> str | None:
    places = [index for index, character in enumerate(text) if character in "0123456789"]
    if not places:
        return None
    place = chance.choice(places)
    digit = chance.choice([digit for digit in "0123456789" if digit != text[place]])
    return text[:place] + digit + text[place + 1 :]


def amount_digit(claim: Plain, chance: random.Random) -> Changed:
    """One digit of an amount, at both ends where they are the same number."""
    amount = claim["amount"]
    if not amount:
        return None
    end = chance.choice([name for name in ("low", "high") if amount[name] is not None])
    before = amount[end]
    after = Decimal(_other_digit(f"{before:f}", chance) or before)
    for name in ("low", "high"):
        if amount[name] == before:
            amount[name] = after
    return "amount", str(before), str(after)


def statement_digit(claim: Plain, chance: random.Random) -> Changed:
    """One digit of a statement."""
    language = chance.choice(("en", "de"))
    before = claim["statement"][language]
    claim["statement"][language] = _other_digit(before, chance) or before
    return f"statement.{language}", before, claim["statement"][language]


def quote_digit(claim: Plain, chance: random.Random) -> Changed:
    """One digit of a quote, in the amount's words too where it stands there."""
    before = claim["quote"]["text"]
    after = _other_digit(before, chance)
    if after is None:
        return None
    claim["quote"]["text"] = after
    if amount := claim["amount"]:
        amount["text"] = after[amount["start"] : amount["start"] + len(amount["text"])]
    return "quote", before, after


def aside_digit(claim: Plain, chance: random.Random) -> Changed:
    """One digit of a caution or a reason."""
    asides = [*(caution["text"] for caution in claim["cautions"]), *(entry["reason"] for entry in claim["inferred"])]
    language = chance.choice(("en", "de"))
    text = chance.choice(asides or [{language: ""}])
    before = text[language]
    text[language] = _other_digit(before, chance) or before
    return f"an aside in {language}", before, text[language]


def unit(claim: Plain, chance: random.Random) -> Changed:
    """Another unit."""
    if not claim["amount"]:
        return None
    before, after = claim["amount"]["unit"], chance.choice(_UNITS)
    claim["amount"]["unit"] = after
    return "amount.unit", before, after


def bound(claim: Plain, chance: random.Random) -> Changed:
    """Another bound, with the ends that it needs."""
    amount = claim["amount"]
    if not amount:
        return None
    before = amount["bound"]
    amount["bound"] = chance.choice([name for name in get_args(Bound) if name != before])
    number = amount["low"] if amount["low"] is not None else amount["high"]
    only = _ONE_SIDED.get(amount["bound"])
    amount["low"] = None if only == "high" else number
    amount["high"] = None if only == "low" else number + (amount["bound"] == "range")
    return "amount.bound", before, amount["bound"]


def period_day(claim: Plain, chance: random.Random) -> Changed:
    """One digit of a first or last day; what is then no day is refused before any rule."""
    period, end = claim["period"], chance.choice(("start", "end"))
    if not period or period[end] is None:
        return None
    before = period[end].isoformat()
    period[end] = _other_digit(before, chance)
    return f"period.{end}", before, period[end]


def period_label(claim: Plain, chance: random.Random) -> Changed:
    """One digit of a label or of a baseline."""
    field = chance.choice(("label", "baseline"))
    period = claim["period"] or {}
    before = period.get(field) or ""
    period[field] = _other_digit(before, chance) or before
    return f"period.{field}", before, period[field]


def period_kind(claim: Plain, chance: random.Random) -> Changed:
    """Another kind."""
    if not claim["period"]:
        return None
    before = claim["period"]["kind"]
    claim["period"]["kind"] = chance.choice([kind for kind in get_args(PeriodKind) if kind != before])
    return "period.kind", before, claim["period"]["kind"]


def period_words(claim: Plain, chance: random.Random) -> Changed:
    """Another word in the words of a period."""
    before = (claim["period"] or {}).get("words")
    if not before:
        return None
    claim["period"]["words"] = _other_word(before, chance, ("Jahr", "Quartal", "nächsten", "letzten", "ersten", "zwei"))
    return "period.words", before, claim["period"]["words"]


def period_moved(claim: Plain, chance: random.Random) -> Changed:
    """The whole period a year earlier or later: days and label alike, so that only its proof can tell."""
    period = claim["period"]
    if not period:
        return None
    step = chance.choice((-1, 1))
    before = period["label"]
    for end in ("start", "end"):
        if period[end] is not None:
            period[end] = _a_year_on(period[end], step)
    period["label"] = re.sub(r"\b(1[89]|20)\d\d\b", lambda year: str(int(year.group()) + step), before)
    return "period", before, period["label"]


def quote_word(claim: Plain, chance: random.Random) -> Changed:
    """Another word in a quote, left out, doubled or put in the place of a word."""
    before = claim["quote"]["text"]
    after = _other_word(before, chance, ("nicht", "Milliarden", "Meta", "Umsatz", "mehr", "weniger", "steigen"))
    claim["quote"]["text"] = after
    if amount := claim["amount"]:
        amount["start"] = max(0, after.find(amount["text"]))
    return "quote", before, after


def _other_word(text: str, chance: random.Random, others: Sequence[str]) -> str:
    words = text.split(" ")
    place = chance.randrange(len(words))
    kept = words[place]
    words[place] = chance.choice([other for other in (*others, f"{kept} {kept}") if other != kept])
    return " ".join(words)


def _a_year_on(day: date, step: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=leap)).replace(year=day.year + step)


KINDS: dict[str, tuple[Mutator, ...]] = {
    "digit": (amount_digit, statement_digit, quote_digit, aside_digit),
    "unit": (unit,),
    "bound": (bound,),
    "period": (period_day, period_label, period_kind, period_words, period_moved),
    "word": (quote_word,),
}


def read_cases(corpus: Path, texts: Path | None) -> list[Case]:
    """Every claim of a corpus, ready to be judged."""
    read = read_corpus(corpus)
    if read.faults or read.vocabulary is None:
        raise SystemExit("\n".join(map(str, read.faults)))
    placed = cases_of(read.files, read.vocabulary.value, by_hash(read_texts(texts)))
    return [case for _, _, case in placed]


def mutations(cases: Sequence[Case], count: int, seed: int) -> Iterator[tuple[Case, Mutation]]:
    """`count` mutations, the same ones for the same seed: kinds in turn, ways and claims at random."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    kinds = list(KINDS)
    made = 0
    while made < count:
        kind, case = kinds[made % len(kinds)], chance.choice(cases)
        plain = case.claim.model_dump()
        changed = chance.choice(KINDS[kind])(plain, chance)
        if changed and changed[1] != changed[2]:
            made += 1
            yield case, Mutation(kind, case.claim.id, *changed, plain)


def trial(case: Case, mutation: Mutation) -> Trial:
    """What finds the mutation, beyond what is found without it."""
    try:
        claim = Claim.model_validate(mutation.plain)
    except ValidationError:
        return Trial(mutation, ("types",))
    mutated = Case(claim, case.article, case.text, case.known)
    new = set(excused(claim.id, findings(mutated), EXEMPTIONS)) - set(excused(claim.id, findings(case), EXEMPTIONS))
    return Trial(mutation, tuple(sorted({finding.rule for finding in new})))


_WHY = {
    "statement": "the changed number still fits the period, so it reads as another way to say it",
    "an aside": "an aside may say any number that both languages say",
    "period": "words and statements leave this open",
}


def report(trials: Sequence[Trial]) -> str:
    """Found and not found by kind, by what found them, and each that was not found, with the reason."""
    lines = [_line(kind, [one for one in trials if one.mutation.kind == kind]) for kind in KINDS] + [
        _line("all", trials)
    ]
    rules = Counter(rule for one in trials for rule in one.found_by)
    lines.append("found by: " + ", ".join(f"{rule} {times}" for rule, times in rules.most_common()))
    for mutation in (one.mutation for one in trials if not one.found_by):
        why = next((reason for where, reason in _WHY.items() if mutation.where.startswith(where)), "reason not known")
        lines.append(f"not found: {mutation.claim}, {mutation.where} ({why}):\n  {mutation.before}\n  {mutation.after}")
    return "\n".join(lines)


def _line(name: str, trials: Sequence[Trial]) -> str:
    found = sum(bool(one.found_by) for one in trials)
    return f"{name:8} {found:5} of {len(trials):5} found ({found / max(1, len(trials)):.1%})"


def main() -> None:
    """Mutate, check, tell; exit 1 below 99 percent."""
    parser = argparse.ArgumentParser(description="Mutates a corpus and counts what its check finds.")
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    asked = parser.parse_args()
    cases = read_cases(asked.corpus, asked.texts)
    if without := {case.article.id for case in cases if case.text is None}:
        print(f"no text here, so no changed quote is found: {', '.join(sorted(without))}")  # noqa: T201
    trials = [trial(case, mutation) for case, mutation in mutations(cases, asked.count, asked.seed)]
    print(report(trials))  # noqa: T201
    sys.exit(sum(bool(one.found_by) for one in trials) < 0.99 * len(trials))


if __name__ == "__main__":
    main()
