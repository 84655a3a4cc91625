"""The index of names at size, on real names of companies: time, memory, and how often it is right, beside its peers.

A typed name has one slip of a hand: a letter dropped, doubled, swapped, or struck beside its key. Each peer is asked in
the way it does best: SymSpell with the slips that ours forgives a word of that length, rapidfuzz over a plain list.
"""

import random
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker
from symspellpy import SymSpell, Verbosity
from wordfreq import top_n_list

from bot.names import Names, load_words
from bot.names.common import is_common
from bot.places import shipped_corpus
from knowledge.corpus_file import read_vocabulary
from knowledge.folding import Token, fold, tokens
from knowledge.vocabulary import Vocabulary
from tests.benchmarks.companies import companies, taken, vocabulary
from tests.benchmarks.timing import in_turns, ratio, shown
from tests.slips import KINDS, slipped

_SIZES = (1_000, 10_000, 100_000)
_AIMED = 10_000
_SEED = 20261121
_ROUNDS = 15
_ASKED = 400
_ASKED_OF_SLOW = 20
_SHORTEST = 5
_TWO_FROM = 9
_HIT, _MISS, _FASTER, _GROWTH = 0.8, 0.3, 150, 2
_RIGHT, _WRONG, _COMMON, _UNKNOWN = 0.99, 0.005, 0.01, 0.04


@dataclass(frozen=True)
class Sized:
    """An index of real names, what is typed of it, and what is typed that it does not know."""

    names: Names
    known: Sequence[str]
    typed: Sequence[tuple[str, str]]
    unknown: Sequence[str]

    def owners(self, name: str) -> Collection[str]:
        """The ids that `name` means, exactly or nearly."""
        words = tokens(name)
        exact = self.names.exact(words)
        found = exact[0].owners if exact and exact[0].end == len(words) else self.names.near(words)
        return [key for _, key in found]


def run() -> None:
    """Print all figures."""
    load_words()
    _tell_of_shipped()
    found = companies(_SEED)
    if found is None:
        print("names: the folder ../shared/data with the real names of companies is not there.")  # noqa: T201
        return
    near: dict[str, Callable[[], object]] = {}
    for size in _SIZES:
        sized, count = _sized(found, size)
        near[f"{size}"] = _speed(sized, count)
        if size == _AIMED:
            _accuracy(sized)
    small, aimed, large = in_turns(near, _ROUNDS).values()
    growth = ratio(aimed, small)
    _tell("a hit, growth from 1,000 to 10,000", _held(growth, growth <= _GROWTH, f"≤ {_GROWTH}"))
    _tell("a hit, growth from 1,000 to all", f"{ratio(large, small):.2f}")


def _tell_of_shipped() -> None:
    shipped = read_vocabulary(shipped_corpus() / "vocabulary.yaml").value
    exactly, nearly = (median(times) for times in zip(*(_built(shipped) for _ in range(_ROUNDS)), strict=True))
    _tell("shipped vocabulary", f"look-up built in {shown(exactly)}, near names in {shown(nearly)}")


def _built(words: Vocabulary) -> tuple[float, float]:
    begin = time.perf_counter()
    names = Names(words)
    middle = time.perf_counter()
    for typed in ("qwrtzplk", "qwrtzplkqwrtz"):  # the first builds the halves, the second the thirds
        names.near(tokens(typed))
    return middle - begin, time.perf_counter() - middle


def _sized(found: Sequence[tuple[str, ...]], size: int) -> tuple[Sized, int]:
    chosen = taken(found, size)
    words = vocabulary(chosen)
    tracemalloc.start()
    names = Names(words)
    lookup = tracemalloc.get_traced_memory()[0]
    for typed in ("qwrtzplk", "qwrtzplkqwrtz"):
        names.near(tokens(typed))
    whole = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    known = [name for own in chosen for name in own]
    exactly, nearly = _built(words)
    _tell(
        f"{len(known):,} names",
        f"look-up built in {shown(exactly)} ({lookup / 1e6:.1f} MB), near names in {shown(nearly)}"
        f" ({(whole - lookup) / 1e6:.1f} MB)",
    )
    owners = {name: f"c{place}" for place, own in enumerate(chosen) for name in own}
    unknown = {own[0] for own in found} - owners.keys()
    return Sized(names, known, list(_slipped(owners)), sorted(unknown)), len(known)


def _slipped(owners: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each name with one slip of each kind, and whom it belongs to."""
    choices = random.Random(_SEED + 1)  # noqa: S311
    for name, owner in owners.items():
        for kind in KINDS:
            typed = slipped(name, kind, choices)
            if typed and len(folded := fold(typed)) >= _SHORTEST and folded != name:
                yield folded, owner


def _speed(sized: Sized, count: int) -> Callable[[], object]:
    """Print the ratios; what asks for all hits, to be timed beside other sizes."""
    choices = random.Random(_SEED + 2)  # noqa: S311
    near = sized.names.near
    found = [typed for typed, owner in sized.typed if near(tokens(typed)) == (("subject", owner),)]
    hits = choices.sample(found, _ASKED)
    unknown = [name for name in sized.unknown if len(name) >= _SHORTEST and not is_common(name)]
    misses = [name for name in choices.sample(unknown, min(_ASKED, len(unknown))) if not near(tokens(name))]
    peer = SymSpell(max_dictionary_edit_distance=2)
    for name in sized.known:
        peer.create_dictionary_entry(name, 1)

    def symspell(typed: str) -> object:
        return peer.lookup(typed, Verbosity.CLOSEST, max_edit_distance=2 if len(typed) >= _TWO_FROM else 1)

    def osa(typed: str) -> object:
        return process.extractOne(typed, sized.known, scorer=OSA.distance, score_cutoff=2)

    def wratio(typed: str) -> object:
        return process.extractOne(typed, sized.known, scorer=fuzz.WRatio)

    _compare(count, "a hit, SymSpell's time", *_beside(near, symspell, hits), _HIT)
    ours_of_slow, times = _beside(near, wratio, hits[:_ASKED_OF_SLOW])
    faster = ratio(times, ours_of_slow)
    judged = _held(faster, faster >= _FASTER, f"≥ {_FASTER}") if count >= _AIMED else f"{faster:.3g}"
    _tell(f"{count:,} names, a hit, times faster than WRatio", judged)
    _compare(
        count,
        "a miss, OSA extractOne's time",
        *_beside(near, osa, misses[:_ASKED_OF_SLOW]),
        _MISS if count >= _AIMED else None,
    )
    _compare(count, "a miss, SymSpell's time", *_beside(near, symspell, misses), None)
    words = [tokens(name) for name in hits]
    return lambda: [near(one) for one in words]


def _beside(
    near: Callable[[Sequence[Token]], object], peer: Callable[[str], object], typed: Sequence[str]
) -> tuple[list[float], list[float]]:
    """Seconds a word of ours and of the peer, in turns; ours is handed the words of a question as it always is."""
    words = [tokens(name) for name in typed]

    def ask_ours() -> None:
        for one in words:
            near(one)

    def ask_peer() -> None:
        for one in typed:
            peer(one)

    times = in_turns({"ours": ask_ours, "peer": ask_peer})
    return [one / len(typed) for one in times["ours"]], [one / len(typed) for one in times["peer"]]


def _accuracy(sized: Sized) -> None:
    outcomes: Counter[str] = Counter()
    for typed, owner in sized.typed:
        found = sized.owners(typed)
        outcomes["right" if found == [owner] else "wrong" if len(found) == 1 else "asked" if found else "none"] += 1
    count = outcomes.total()
    right, wrong = outcomes["right"] / count, outcomes["wrong"] / count
    _tell("one slip, right", _held(right, right >= _RIGHT, f"≥ {_RIGHT}"))
    _tell("one slip, wrong", _held(wrong, wrong <= _WRONG, f"≤ {_WRONG}"))
    _tell("one slip, asked back", f"{outcomes['asked'] / count:.4f}; nothing found {outcomes['none'] / count:.4f}")
    frequent = {fold(word) for language in ("en", "de") for word in top_n_list(language, 20_000, "small")}
    _accepted(sized, "frequent words taken for a name", frequent, _COMMON)
    spelled = chain.from_iterable(SpellChecker(language=one).word_frequency.dictionary for one in ("en", "de"))
    _accepted(sized, "words of spelling lists taken for a name", {fold(word) for word in spelled}, _COMMON)
    firms = {name for name in sized.unknown if " " not in name}
    _accepted(sized, "unknown one-word firms taken for a name", firms, _UNKNOWN)


def _accepted(sized: Sized, what: str, words: Collection[str], aim: float) -> None:
    known = set(sized.known)
    asked = [word for word in words if word and word not in known]
    share = sum(len(sized.names.near(tokens(word))) == 1 for word in asked) / len(asked)
    _tell(f"{what} ({len(asked):,})", _held(share, share <= aim, f"≤ {aim}"))


def _compare(count: int, what: str, ours: Sequence[float], peer: Sequence[float], aim: float | None) -> None:
    value = ratio(ours, peer)
    judged = f"{value:.3f}×" if aim is None else f"{_held(value, value <= aim, f'≤ {aim}')}"
    _tell(f"{count:,} names, {what}", f"{judged}; ours {shown(median(ours))}, peer {shown(median(peer))}")


def _held(value: float, met: bool, aim: str) -> str:  # noqa: FBT001
    return f"{value:.4g} (aim {aim}: {'met' if met else 'MISSED'})"


def _tell(what: str, said: str) -> None:
    print(f"names, {what}: {said}", flush=True)  # noqa: T201
