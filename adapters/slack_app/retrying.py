"""New tries of calls that Slack did not answer as it should, bounded in number and in time.

A call that Slack has certainly not acted on (429, 503, no connection) is tried again whatever it does. One of which
that is not certain (another 5xx, a broken line, no answer) only where doing it twice is like doing it once: a message
that is posted twice stands there twice, and Slack knows no id by which to tell them apart.
"""

from collections.abc import Callable
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

from adapters.slack_app.patience import Patience

BUSY: Final = 429
AWAY: Final = 503
TROUBLE: Final = 500

_ONCE: Final = ("/chat.postMessage",)
_NOTHING_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
_PERHAPS_SENT: Final = (aiohttp.ClientError, TimeoutError, SlackApiError)
_WAITED: Final = "waited"


class Retrying(AsyncRetryHandler):
    """The one handler of new tries: the SDK counts those of all handlers of a client together."""

    def __init__(self, patience: Patience, may_repeat: Callable[[HttpRequest], bool]) -> None:
        """`may_repeat` says of a request whether doing it twice is like doing it once."""
        super().__init__(max_retry_count=patience.tries)
        self._patience = patience
        self._may_repeat = may_repeat

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        in_time = _waited(state) + self._wait(state, response) <= self._patience.between_tries
        if not in_time:
            return False
        return _is_untouched(response, error) or (self._may_repeat(request) and _is_trouble(response, error))

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002 - the SDK's form
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002
    ) -> None:
        """Wait for as long as Slack wants, or ever longer."""
        wait = self._wait(state, response)
        state.next_attempt_requested = True
        state.custom_values = {_WAITED: _waited(state) + wait}
        await self._patience.pause(wait)
        state.increment_current_attempt()

    def _wait(self, state: RetryState, response: HttpResponse | None) -> float:
        if response is not None and response.status_code == BUSY:
            return _retry_after(response)
        return wait_before(state.current_attempt + 1)


def all_but_posts(request: HttpRequest) -> bool:
    """Of the Web API: everything else changes what is there, or is seen by one person only."""
    return not request.url.endswith(_ONCE)


def anything(_: HttpRequest) -> bool:
    """Of an address whose answers only one person sees, or which change what is there."""
    return True


def nothing(_: HttpRequest) -> bool:
    """Of what all others see."""
    return False


def wait_before(number: int) -> float:
    """Seconds before a new try."""
    return 0.5 * 2.0 ** (number - 1)


def _waited(state: RetryState) -> float:
    return float((state.custom_values or {}).get(_WAITED, 0.0))


def _retry_after(response: HttpResponse) -> float:
    """The seconds that Slack wants; one where it does not say, or in a form that it never uses."""
    told = next((values[0] for name, values in response.headers.items() if name.lower() == "retry-after"), "1")
    return float(told) if told.isdigit() else 1.0


def _is_untouched(response: HttpResponse | None, error: Exception | None) -> bool:
    if response is not None and error is None:
        return response.status_code in {BUSY, AWAY}
    return isinstance(error, _NOTHING_SENT)


def _is_trouble(response: HttpResponse | None, error: Exception | None) -> bool:
    if response is not None and error is None:
        return response.status_code >= TROUBLE
    return isinstance(error, _PERHAPS_SENT)
