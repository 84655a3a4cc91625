"""The shipped base, filled once for all tests in a folder of their own, and an empty base on each engine."""

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import settings

from bot.line import Line
from bot.names import Names
from bot.places import shipped_corpus
from knowledge.store import Store
from tests.adapters.forks import Forks, forks
from tests.adapters.program import person_in
from tests.curated import fill, opened_copy
from tests.postgres import SHARED, NoServer, fresh_schema, running_server, server_folder

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=40)
# A slow machine or a new day fails no test. Other examples at each run, and many: `--hypothesis-profile=thorough`.
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def shipped_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a base with the shipped corpus; to be copied, not opened."""
    path = tmp_path_factory.mktemp("shipped") / "base.db"
    Store(f"sqlite:///{path}", corpus=shipped_corpus()).close()
    return path


@pytest.fixture(scope="session")
def shipped_store(shipped_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real store, filled with the shipped corpus; no test changes it."""
    with opened_copy(shipped_base, tmp_path_factory.mktemp("opened")) as store:
        yield store


@pytest.fixture(scope="session")
def forking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """The process from which the program is forked."""
    with forks(person_in(tmp_path_factory.mktemp("nobody"))) as process:
        yield process


@pytest.fixture
def prepared(shipped_base: Path, tmp_path: Path) -> Path:
    """A person's folder of data with a filled base in it, so that the program begins to serve at once."""
    own = tmp_path / "capex"
    own.mkdir()
    shutil.copy(shipped_base, own / "capex.db")
    return tmp_path


@pytest.fixture(scope="session")
def filled(shipped_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a base with three proposed claims; to be copied, not opened."""
    path = tmp_path_factory.mktemp("curated") / "base.db"
    shutil.copy(shipped_base, path)
    fill(path)
    return path


@pytest.fixture(scope="session")
def shipped(shipped_store: Store) -> Line:
    """The line over the shipped base."""
    return Line(shipped_store)


@pytest.fixture(scope="session")
def shipped_names(shipped: Line) -> Names:
    """The names of the shipped vocabulary."""
    return shipped.names()


def pytest_configure(config: pytest.Config) -> None:
    """Give all workers of a run one PostgreSQL server, and one place for bytecode which the next run finds again.

    The tests start the program some hundred times; where the environment forbids bytecode beside the sources, each
    worker and each start would compile all that it reads.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for what a shell starts in the background
        # Children would ignore it as well, and those that are asked to end by it would never do so.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(config, "workerinput"):
        return
    folders = ExitStack()
    config.add_cleanup(folders.close)
    os.environ[SHARED] = str(folders.enter_context(server_folder()))
    if sys.dont_write_bytecode:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # it may be `python -B`
        cache = getattr(config, "cache", None)  # there is none with `-p no:cacheprovider`
        kept = cache and str(cache.mkdir("bytecode"))
        os.environ["PYTHONPYCACHEPREFIX"] = kept or folders.enter_context(tempfile.TemporaryDirectory())


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: while some tests wait for processes, servers and clocks, others compute."""
    return (os.cpu_count() or 1) + 1


LONG = frozenset(
    f"tests.{name}"
    for name in (
        *("adapters.serving.test_ending", "adapters.serving.test_serve", "adapters.serving.test_feeds"),
        *("adapters.publishing.test_killing", "adapters.publishing.test_rounds", "adapters.publishing.test_year"),
        *("adapters.test_curating", "adapters.test_keeping", "adapters.test_ask", "adapters.test_gaps"),
        *("adapters.test_polling", "adapters.test_chat", "adapters.test_bases", "contract.test_served"),
        *("adapters.slack_app.test_faults", "adapters.slack_app.test_buttons_trouble", "adapters.test_forks"),
        *("adapters.discord_app.test_visits", "adapters.discord_app.test_patience", "bot.statements.test_following"),
        *("bot.curation.test_adding_at_once", "bot.statements.test_on_both_engines", "bot.statements.test_any_words"),
        *("bot.records.test_answers", "knowledge.store.test_killing", "knowledge.store.test_together"),
        *("knowledge.store.test_opening", "knowledge.store.test_withdrawing", "knowledge.store.test_round_trip"),
        *("knowledge.test_reading_properties", "knowledge.check.test_shipped", "contract.test_everywhere"),
    )
)
"""Modules that take longest. They begin first, so that no worker is left alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest modules and mix them all, so that some wait while others compute.

    The order within a module stays, and the mixture is the same in each run.
    """

    def place(item: pytest.Item) -> tuple[bool, int]:
        module = item.nodeid.partition("::")[0].removesuffix(".py").replace("/", ".")
        return module not in LONG, crc32(module.encode())

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What was collected stays until the end, and is not looked through for garbage again and again."""
    gc.freeze()


REQUIRED = "CAPEX_TEST_POSTGRES_REQUIRED"
"""Where this is set, a missing server is a failure and no reason to skip."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    try:
        with running_server() as url:
            yield url
    except NoServer as missing:
        if os.environ.get(REQUIRED):
            raise
        pytest.skip(f"no PostgreSQL: {missing}")


@pytest.fixture
def schema(server: str) -> Iterator[str]:
    """The URL of a fresh schema on the server."""
    with fresh_schema(server) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'base.db'}"


@pytest.fixture(params=["sqlite_url", "schema"], ids=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty base on each engine."""
    found: str = request.getfixturevalue(request.param)
    return found
