"""`python -m tests.benchmarks [NAME …]`: all benchmarks, or those that are named."""

import sys
from collections.abc import Callable, Mapping

from tests.benchmarks import (
    checking,
    digests,
    dispatch,
    million,
    names,
    phrasebook,
    platforms,
    process,
    proposals,
    readers,
    slack_requests,
    store_read,
    whole_ask,
)

BENCHMARKS: Mapping[str, Callable[[], None]] = {
    "store": store_read.run,
    "ask": whole_ask.run,
    "process": process.run,
    "platforms": platforms.run,
    "slack": slack_requests.run,
    "dispatch": dispatch.run,
    "readers": readers.run,
    "names": names.run,
    "phrasebook": phrasebook.run,
    "proposals": proposals.run,
    "checking": checking.run,
    "digests": digests.run,
}
LONG: Mapping[str, Callable[[], None]] = {"million": million.run}
"""Run only when they are named."""


def main(wanted: list[str]) -> None:
    """Run the named benchmarks, all where none is named."""
    known = {**BENCHMARKS, **LONG}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        sys.exit(f"no benchmark '{unknown[0]}'; there are {', '.join(known)}")
    for name in wanted or BENCHMARKS:
        try:
            known[name]()
        except ModuleNotFoundError as error:
            sys.exit(f"{name} needs {error.name}: uv run --group peers python -m tests.benchmarks {name}")


main(sys.argv[1:])
