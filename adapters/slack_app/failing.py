"""What is logged of work that failed: its kind and its place, never the words of the error, which may be somebody's."""

import logging
import traceback

from slack_sdk.errors import SlackApiError

_LOG = logging.getLogger("capex.slack")


def log_failure(error: BaseException) -> None:
    """Log an error by its kind, Slack's code for it, and the place."""
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    code = str(error.response["error"]) if isinstance(error, SlackApiError) else ""
    _LOG.error("an answer failed", extra={"defect": type(error).__name__, "code": code, "where": where[-5:]})
