"""The modals of one workspace: opened on a click, and given other content while they are open."""

from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.revisits import Refused
from adapters.slack_app.refusals import TOO_LATE, code_of
from bot.wording.phrases import phrase
from knowledge.value import Language

Json = dict[str, Any]

_OPEN_ALREADY: Final = "exchanged_trigger_id"
"""What Slack says to a second try of which the first one's answer was lost."""
_CLOSED: Final = frozenset({"not_found", "hash_conflict"})


class Views:
    """Opens and changes modals."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def open(self, trigger: str, view: Json, language: Language) -> None:
        """Open a modal on a click; raises Refused, which says so in `language`, where it came too late."""
        try:
            await self._client.views_open(trigger_id=trigger, view=view)
        except SlackApiError as error:
            if code_of(error) == _OPEN_ALREADY:
                return
            if code_of(error) in TOO_LATE:
                raise Refused(phrase("too_late", language)) from None
            raise

    async def change(self, view: Json, shown: Json) -> None:
        """Put other content into a modal; nothing where it is closed, or another click was faster."""
        try:
            await self._client.views_update(view_id=view["id"], hash=view["hash"], view=shown)
        except SlackApiError as error:
            if code_of(error) not in _CLOSED:
                raise
