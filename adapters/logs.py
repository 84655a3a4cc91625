"""The log of a running bot: one JSON object a line on standard error, without secrets and without anybody's words."""

import json
import logging
import sys
from datetime import UTC, datetime

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
