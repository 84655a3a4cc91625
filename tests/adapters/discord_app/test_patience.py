"""What takes long is acknowledged, once and before it is given; what is done at once is not."""

import asyncio
from collections.abc import Awaitable

import pytest

from adapters.discord_app.patience import Patience

pytestmark = pytest.mark.asyncio


class _Slow:
    """Work that is not done before it is acknowledged."""

    def __init__(self) -> None:
        self.acknowledged = 0
        self.is_known = False
        self._goes_on = asyncio.Event()

    async def work(self) -> str:
        await self._goes_on.wait()
        return "given"

    async def acknowledge(self) -> None:
        self.acknowledged += 1
        self._goes_on.set()
        for _ in range(5):  # until it has arrived
            await asyncio.sleep(0)
        self.is_known = True

    def given_by(self, patience: Patience) -> Awaitable[str]:
        return patience.in_time(self.work(), self.acknowledge)


async def test_what_takes_long_is_acknowledged_before_it_is_given() -> None:
    slow = _Slow()
    assert await slow.given_by(Patience()) == "given"
    assert (slow.acknowledged, slow.is_known) == (1, True)


async def test_what_is_done_at_once_is_not_acknowledged() -> None:
    patience, quick, slow = Patience(), _Slow(), _Slow()

    async def at_once() -> str:
        return "given"

    waiting = asyncio.ensure_future(slow.given_by(patience))
    assert await patience.in_time(at_once(), quick.acknowledge) == "given"
    await waiting
    assert quick.acknowledged == 0


async def test_what_begins_while_something_waits_is_acknowledged_too() -> None:
    patience, first, second, third = Patience(), _Slow(), _Slow(), _Slow()

    async def after_the_first() -> str:
        await first.given_by(patience)
        return await second.given_by(patience)

    await asyncio.gather(after_the_first(), third.given_by(patience))
    assert [one.acknowledged for one in (first, second, third)] == [1, 1, 1]


async def test_after_a_rest_it_is_as_patient_as_before() -> None:
    patience = Patience()
    for _ in range(2):
        slow = _Slow()
        await slow.given_by(patience)
        assert slow.acknowledged == 1


async def test_who_gives_up_waits_no_more() -> None:
    patience, slow, other = Patience(), _Slow(), _Slow()
    given_up = asyncio.ensure_future(slow.given_by(patience))
    await asyncio.sleep(0)
    given_up.cancel()
    await other.given_by(patience)
    assert (slow.acknowledged, other.acknowledged) == (0, 1)


async def test_an_acknowledgement_that_fails_is_heard_of() -> None:
    slow = _Slow()

    async def refused() -> None:
        await slow.acknowledge()
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await Patience().in_time(slow.work(), refused)
