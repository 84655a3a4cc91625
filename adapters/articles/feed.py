"""A feed read at arm's length: by a process of its own, which has ten seconds and a gigabyte.

feedparser takes nearly anything for a feed and needs minutes for some of it: two million bytes of tags in tags, or of
line breaks before a DOCTYPE. Here that costs a child its life and an answer nothing; nor do honest feeds, as the child
takes none of the interpreter's time.
"""

import json
import re
import subprocess
import sys
from typing import Final

from adapters.articles.feed_reading import Feed, loaded
from adapters.articles.fetcher import Sent
from knowledge.fault import Fault

SECONDS: Final = 10.0
"""The most that a reading may take; half a second is usual."""

_LARGEST: Final = 2_000_000
"""Bytes; the largest feeds of newspapers have half of it."""

_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_READER: Final = (sys.executable, "-P", "-m", "adapters.articles.feed_reading")


def feed_of(sent: Sent, seconds: float = SECONDS) -> Feed:
    """The feed in what was sent; raises Fault where there is none, or one that is not to be read safely."""
    if len(sent.body) > _LARGEST:
        raise Fault(f"the feed is larger than {_LARGEST:,} bytes, and was left")
    if _ENTITY.search(sent.body.replace(b"\0", b"")):
        raise Fault("the feed defines words of its own (XML entities), which can grow without end, and was left")
    head = json.dumps([sent.headers.get("content-type", ""), sent.address]).encode()
    try:
        done = subprocess.run(  # noqa: S603 (our own program; what was sent is its input alone)
            _READER, input=head + b"\n" + sent.body, capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired:
        raise Fault(f"the feed took longer than {seconds:g} seconds to read, and was left") from None
    except subprocess.CalledProcessError:
        raise Fault("the feed is broken, so that it cannot be read") from None
    found = loaded(done.stdout.decode())
    if found is None:
        raise Fault("there is no feed at this address (neither RSS nor Atom)")
    return found
