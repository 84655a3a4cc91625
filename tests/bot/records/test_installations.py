"""Where the bot is installed, and what is forgotten when it leaves: in memory, on SQLite and on PostgreSQL alike."""

from datetime import UTC, datetime, timedelta, timezone

from bot.people import Person, Place, Workspace
from bot.question import Question
from bot.records import Records

NOW = datetime(2026, 11, 21, 12, 0, 0, 400_000, tzinfo=UTC)
EARLIER, LATER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)
ONE = Workspace(platform="slack", id="T1")
OTHER = Workspace(platform="slack", id="T11")
META = Question(text="meta", language="en", intent="overview", subjects=("meta",))


def asked(records: Records, workspace: Workspace) -> None:
    """Somebody asked something there, and was answered."""
    records.remember(*thread(workspace), META, NOW)
    records.answered(f"{workspace.key}:C1:1.0", "2.0", NOW)


def known(records: Records, workspace: Workspace) -> list[object]:
    """What is known of that."""
    found = (records.last_question(*thread(workspace), NOW), records.reply_to(f"{workspace.key}:C1:1.0", NOW))
    return [one for one in found if one is not None]


def thread(workspace: Workspace) -> tuple[Place, Person]:
    place = Place(platform="slack", workspace=workspace.id, channel="C1", thread="1.0")
    return place, Person(platform="slack", workspace=workspace.id, user="U1")


def test_what_a_workspace_gave_is_kept_until_it_gives_something_else(records: Records) -> None:
    assert records.installation(ONE) is None
    records.install(ONE, "first", EARLIER)
    records.install(ONE, "second", NOW)
    assert records.installation(ONE) == "second"
    assert records.installation(OTHER) is None


def test_an_installation_does_not_grow_old(records: Records) -> None:
    records.install(ONE, "first", NOW)
    records.clean_up(NOW + timedelta(days=1_000))
    assert records.installation(ONE) == "first"


def test_a_workspace_that_leaves_is_forgotten_with_all_that_was_said_there(records: Records) -> None:
    records.install(ONE, "first", NOW)
    asked(records, ONE)
    assert records.forget_workspace(ONE, LATER)
    assert records.installation(ONE) is None
    assert known(records, ONE) == []


def test_other_workspaces_stay_as_they_are(records: Records) -> None:
    records.install(OTHER, "theirs", NOW)
    asked(records, OTHER)
    records.forget_workspace(ONE, LATER)
    assert records.installation(OTHER) == "theirs"
    assert known(records, OTHER) == [META, "2.0"]


def test_a_workspace_that_never_installed_by_itself_is_forgotten_too(records: Records) -> None:
    asked(records, ONE)
    assert records.forget_workspace(ONE, LATER)
    assert known(records, ONE) == []


def test_what_is_told_after_a_new_installation_takes_nothing_of_it(records: Records) -> None:
    records.install(ONE, "again", LATER.astimezone(timezone(timedelta(hours=-9))))
    asked(records, ONE)
    assert not records.forget_workspace(ONE, NOW.astimezone(timezone(timedelta(hours=9))))
    assert records.installation(ONE) == "again"
    assert known(records, ONE) == [META, "2.0"]


def test_a_platform_that_tells_whole_seconds_is_believed(records: Records) -> None:
    records.install(ONE, "first", NOW)
    assert records.forget_workspace(ONE, NOW.replace(microsecond=0))


def test_what_was_delivered_stays_known(records: Records) -> None:
    records.first_sight("slack:T1:event", NOW)
    records.forget_workspace(ONE, LATER)
    assert not records.first_sight("slack:T1:event", NOW)
