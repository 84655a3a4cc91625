"""How long a server wishes to be left alone: `Retry-After` after a refusal, `Cache-Control` after an answer."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})(?!\d)", re.IGNORECASE)
_SECONDS = re.compile(r"[0-9]{1,9}")
NO_WISH: Final = timedelta(0)


def fresh_for(headers: Mapping[str, str]) -> timedelta:
    """How long what was sent is good for, as the server says."""
    said = _AGE.search(headers.get("cache-control", ""))
    return timedelta(seconds=int(said[1])) if said else NO_WISH


def retry_after(headers: Mapping[str, str], at: datetime) -> timedelta:
    """How long the server asks not to be asked again, in seconds or until a day and time."""
    said = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(said):
        return timedelta(seconds=int(said))
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return NO_WISH
    return max((until if until.tzinfo else until.replace(tzinfo=UTC)) - at, NO_WISH)
