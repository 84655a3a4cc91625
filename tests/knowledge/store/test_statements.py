"""Statements are run alike on both engines, whichever way each of them is best asked."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, bindparam, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from knowledge.store.location import Location
from knowledge.store.statements import Run, run_on

_THING = Table("thing", MetaData(), Column("key", Text, primary_key=True), Column("count", Integer, nullable=False))
_ADD = insert(_THING)
_NAMED = select(_THING.c.key, _THING.c.count.label("how_many")).where(_THING.c.key == bindparam("of"))
_ONE_OF_TWO = select(_THING.c.key).where(_THING.c.key.in_(["a", "b"]), _THING.c.count > bindparam("over"))
_RAISE = update(_THING).where(_THING.c.key == bindparam("of")).values(count=7).returning(_THING.c.count)
_DROP = delete(_THING).where(_THING.c.key == bindparam("of"))


@pytest.fixture
def connection(url: str) -> Iterator[Connection]:
    engine = Location(url).engine()
    with engine.connect() as connection:
        _THING.create(connection)
        yield connection
    engine.dispose()


@pytest.fixture
def run(connection: Connection) -> Run:
    run = run_on(connection.engine)
    for key, count in (("a", 1), ("b", 2), ("c", 3)):
        assert not run(connection, _ADD, {"key": key, "count": count})
    return run


def test_rows_are_known_by_the_names_of_their_columns(connection: Connection, run: Run) -> None:
    (row,) = run(connection, _NAMED, {"of": "b"})
    assert (row.key, row.how_many) == ("b", 2)
    assert not run(connection, _NAMED, {"of": "nothing"})


def test_what_stands_in_a_statement_holds_beside_what_is_given_each_time(connection: Connection, run: Run) -> None:
    found = [[row.key for row in run(connection, _ONE_OF_TWO, {"over": over})] for over in (0, 1, 2)]
    assert found == [["a", "b"], ["b"], []]
    assert [row.count for row in run(connection, _RAISE, {"of": "c"})] == [7]
    assert [row.count for row in run(connection, _RAISE, {"of": "a"})] == [7]


def test_a_write_is_there_for_others_at_once(connection: Connection, run: Run) -> None:
    run(connection, _DROP, {"of": "a"})
    with connection.engine.connect() as other:
        assert [row.key for row in run(other, _ONE_OF_TWO, {"over": 0})] == ["b"]


def test_what_the_engine_refuses_is_told_as_its_refusal(connection: Connection, run: Run) -> None:
    with pytest.raises(DBAPIError) as refused:
        run(connection, _ADD, {"key": "a", "count": 5})
    assert "UNIQUE" in str(refused.value.orig) or "unique" in str(refused.value.orig)
