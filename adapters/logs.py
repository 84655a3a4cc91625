"""The log of a running bot: one JSON object a line on standard error, without secrets and without anybody's words."""

import json
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType

_LOG = logging.getLogger("capex.defects")

_STANDARD = frozenset(vars(logging.makeLogRecord({})))


class _JsonLines(logging.Formatter):
    """A record as one JSON object: time, level, logger, message and the extras given with it."""

    def format(self, record: logging.LogRecord) -> str:
        extras = {key: value for key, value in vars(record).items() if key not in _STANDARD}
        fixed = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            fixed["defect"] = self.formatException(record.exc_info)
        return json.dumps(fixed | extras, default=str)


def log_as_json() -> None:
    """Have this process log so, and the libraries only what is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for library in ("slack_bolt", "slack_sdk", "aiohttp", "alembic"):
        logging.getLogger(library).setLevel(logging.WARNING)
    logging.getLogger("discord").setLevel(logging.ERROR)


def log_what_ends_it() -> None:
    """Have a defect that ends the program be a line of its log, before it is told as ever."""
    told = sys.excepthook

    def logged(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            _LOG.critical("a defect has ended the bot", exc_info=(kind, error, trace))
        told(kind, error, trace)

    sys.excepthook = logged


@contextmanager
def logging_what_ends_threads() -> Iterator[None]:
    """While the block runs, have a defect that ends a thread be a line of the log; nobody else would hear of it."""
    before = threading.excepthook

    def logged(ended: threading.ExceptHookArgs) -> None:
        if ended.exc_value is not None:
            found = (ended.exc_type, ended.exc_value, ended.exc_traceback)
            name = ended.thread.name if ended.thread else ""
            _LOG.error("a defect has ended a thread", exc_info=found, extra={"of": name})

    threading.excepthook = logged
    try:
        yield
    finally:
        threading.excepthook = before
