"""A base that takes its time costs a curator neither the decision nor the three seconds that Discord waits."""

import shutil
import time
from datetime import datetime
from pathlib import Path

import pytest

from bot.line import Line
from bot.places import shipped_corpus
from bot.records import MemoryRecords
from knowledge.store import Revision, Store
from knowledge.vocabulary import Vocabulary
from tests.adapters.discord_app.acting import deed_id, told
from tests.adapters.discord_app.curation import started, whats
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.deliveries import DEFER_UPDATE

pytestmark = pytest.mark.asyncio


class _Slow(Store):
    """A base that takes its time with decisions, and once it is asked to with all else."""

    pause = 0.0

    def revise(self, revision: Revision, *, who: str, at: datetime) -> int:
        """As the store does."""
        time.sleep(1.7)
        return super().revise(revision, who=who, at=at)

    def vocabulary(self) -> Vocabulary:
        """As the store does."""
        time.sleep(self.pause)
        return super().vocabulary()


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "base.db"
    shutil.copy(filled, copy)
    return copy


async def test_a_decision_that_takes_long_is_acknowledged_first(server: DiscordServer, path: Path) -> None:
    cora = server.add_user("Cora")
    with _Slow(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        async with started(server, store, Line(store), MemoryRecords(), cora):
            card = await told(server, await server.slash("capexbot review", user=cora))
            before = len(card.versions)
            press = await server.click(deed_id(card, "approve"), message=card, user=cora)
            await server.updated(card, before + 1)
        assert press.callback == DEFER_UPDATE
        assert "✓ Approved" in card.text
        assert len(list(store.claims("proposed"))) == 2
    assert not server.refusals


async def test_a_form_that_cannot_be_opened_in_time_is_told_so(server: DiscordServer, path: Path) -> None:
    cora = server.add_user("Cora")
    with _Slow(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        async with started(server, store, Line(store), MemoryRecords(), cora):
            card = await told(server, await server.slash("capexbot review", user=cora))
            store.pause = 2.3
            press = await server.click(deed_id(card, "edit_what"), message=card, user=cora)
            refusal = await server.reply(press)
        assert (press.modal, refusal.ephemeral) == (None, True)
        assert whats(card)
    assert not server.refusals
