"""Rounds, medians and ratios: peers take turns, so that a busy machine is busy for both."""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import median

ROUNDS = 7

Act = Callable[[], object]


def seconds(act: Act) -> float:
    """How long `act` takes."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def turns(peers: Iterable[str], rounds: int = ROUNDS) -> Iterator[str]:
    """Whose turn it is, round by round; every other round runs the peers in the opposite order."""
    names = list(peers)
    for number in range(rounds):
        yield from names[:: 1 if number % 2 == 0 else -1]


def in_turns(peers: Mapping[str, Act], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """The seconds of each peer in each round."""
    times: dict[str, list[float]] = {name: [] for name in peers}
    for name in turns(peers, rounds):
        times[name].append(seconds(peers[name]))
    return times


def ratio(times: Sequence[float], peer: Sequence[float]) -> float:
    """The median over the rounds of what one took for each second of its peer in the same round."""
    return median(one / other for one, other in zip(times, peer, strict=True))


def quantile(times: Sequence[float], share: float) -> float:
    """The time that this share of all times does not exceed."""
    return sorted(times)[max(math.ceil(share * len(times)) - 1, 0)]


def shown(time_in_seconds: float) -> str:
    """A time in the unit that reads best."""
    if time_in_seconds < 1e-3:
        return f"{time_in_seconds * 1e6:.1f} µs"
    return f"{time_in_seconds * 1e3:.1f} ms" if time_in_seconds < 1 else f"{time_in_seconds:.2f} s"


def verdict(value: float, aim: float) -> str:
    """A ratio beside the aim it is held against."""
    return f"{value:.2f}× (aim ≤ {aim:g}×: {'met' if value <= aim else 'MISSED'})"
