"""Whether a workspace still lets the bot in: where it does not, the log says so once, and nothing more is sent there.

Slack ends access when somebody removes the app, renews its tokens or closes the workspace. Every further call would be
refused alike, for ever.
"""

import asyncio
import logging
from typing import Final

from knowledge.fault import Fault

_LOG: Final = logging.getLogger("capex.slack")


class Standing:
    """The bot's standing in a workspace: good, until it `end`s."""

    def __init__(self) -> None:
        self.fault: Fault | None = None
        self._ended = asyncio.Event()

    def end(self, code: str) -> None:
        """Slack has said by this word that the bot is in there no more."""
        if self.fault is None:
            self.fault = Fault(
                f"Slack has ended the bot's access ({code}): install the app again and set its new tokens"
            )
            _LOG.error("%s", self.fault)
            self._ended.set()

    async def ended(self) -> Fault:
        """Wait for the end, which may never come."""
        await self._ended.wait()
        if self.fault is None:
            raise RuntimeError("an end without a reason")
        return self.fault
