"""What a base of a million claims costs: a whole ask beside the shipped base's, and the memory of the process.

Not among the benchmarks that run when none is named: to make the base takes minutes and some gigabytes of disk, which
is done once. Memory is the resident set: after opening, with the names, and with the index of what all claims say,
which is built when a question is first asked in words.
"""

import tempfile
from pathlib import Path

from bot.line import Line
from bot.places import shipped_corpus
from knowledge.store import Store
from tests.benchmarks.synthetic import base
from tests.benchmarks.timing import quantile
from tests.benchmarks.whole_ask import DAY, measured

_CLAIMS = 1_000_000
_PAGE = 4096


def run() -> None:
    """Print the memory at each stage, the quantiles of both bases, and their ratio."""
    large = base(_CLAIMS).store()
    line = Line(large)
    before = _megabytes()
    line.names()
    named = _megabytes()
    line.ask("who says that spending is unreasonable", DAY)
    indexed = _megabytes()
    stages = {"when opened": before, "with the names": named, "with the index of words": indexed}
    told = ", ".join(f"{size} MB {stage}" for stage, size in stages.items())
    print(f"{_CLAIMS:,} claims: {told}")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        shipped = Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus())
        small, big = measured("shipped base", shipped), measured(f"{_CLAIMS:,} claims", large)
    for share in (0.5, 0.99):
        times = quantile(big, share) / quantile(small, share)
        print(f"whole ask, p{share * 100:g}: {times:.2f}× at {_CLAIMS:,} claims")  # noqa: T201


def _megabytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * _PAGE // 1_000_000
