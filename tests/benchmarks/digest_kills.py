"""`python -m tests.benchmarks.digest_kills [N]`: N processes killed at their digests, and what stands in the channels.

A third of them on Slack with a base in a file, one process after the other; a third so on Discord; a third on Slack of
three processes that share a base on PostgreSQL. A digest that stands twice or is lost, or one that is uncertain without
need or told to nobody, ends the run with what is wrong.
"""

import asyncio
import sys
import tempfile
from contextlib import ExitStack

from tests.adapters.publishing.killing import Killing, Outcome, steps_of
from tests.adapters.publishing.worlds import discord_world, slack_world
from tests.postgres import fresh_schema, running_server

_TIMES = 240


async def _killed(url: str, platform: str, processes: int, times: int) -> Outcome:
    async with slack_world() if platform == "slack" else discord_world() as world:
        return await Killing(url, world, processes).run(steps_of(times, world))


def main(times: int) -> None:
    """Kill, and print the figures."""
    each = -(-times // 3)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        server = stack.enter_context(running_server())
        bases = (
            ("slack", f"sqlite:///{folder}/slack.db", "sqlite", 1),
            ("discord", f"sqlite:///{folder}/discord.db", "sqlite", 1),
            ("slack", stack.enter_context(fresh_schema(server)), "postgresql", 3),
        )
        for platform, url, engine, processes in bases:
            found = asyncio.run(_killed(url, platform, processes, each))
            print(f"{platform}, {engine}, {processes} at once: {found.told()}", flush=True)  # noqa: T201
            if found.twice or found.lost or found.untold or found.wrong:
                sys.exit(f"wrong: {found.wrong}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES)
