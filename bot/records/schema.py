"""The tables of the records. They lie beside those of the claims and have revisions of their own.

Ids of persons and places stand in keys only, and who reported a figure in the report; a question is kept as what was
understood of it. `kept` holds values of the program's own, `gap` what was asked and is not known, `answer` what was
answered, and `installation` what a workspace gave the bot, sealed by whoever keeps it: none of them has anything of a
person. `setting` has the workspace of its owner, with which it goes; what a channel has ordered goes with its key.
`suggestion` and `outcome` name whoever handed something in or decided on it, in columns of their own. `feed` and
`feed_entry` hold addresses and times; a time that is not there is empty, so that it sorts before all others.
"""

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

HEAD = "0010"
"""The revision that this code reads and writes: four digits, counted up."""

VERSION_TABLE = "records_version"

METADATA = MetaData()

seen = Table(
    "seen",
    METADATA,
    Column("delivery", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Index("seen_at", "at"),
)

reply = Table(
    "reply",
    METADATA,
    Column("message", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Index("reply_at", "at"),
)

conversation = Table(
    "conversation",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("question", Text, nullable=False),
    Index("conversation_at", "at"),
)

kept = Table(
    "kept",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("value", Text, nullable=False),
)

gap = Table(
    "gap",
    METADATA,
    Column("folded", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("first_at", Text, nullable=False),
    Column("last_at", Text, nullable=False),
    Column("gap", Text, nullable=False),
    Index("gap_last_at", "last_at"),
)

installation = Table(
    "installation",
    METADATA,
    Column("workspace", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("sealed", Text, nullable=False),
)

answer = Table(
    "answer",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("shared", Integer, nullable=False),
    Index("answer_at", "at"),
)

opinion = Table(
    "opinion",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("helpful", Integer, nullable=False),
    Index("opinion_at", "at"),
    Index("opinion_person", "person"),
)

report = Table(
    "report",
    METADATA,
    Column("ident", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("report", Text, nullable=False),
    Index("report_at", "at"),
    Index("report_person", "person"),
)

setting = Table(
    "setting",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("workspace", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("setting_of_workspace", "workspace"),
)

subscription = Table(
    "subscription",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("next_at", Text),
    Column("document", Text, nullable=False),
    Index("subscription_next_at", "next_at"),
)

follow = Table(
    "follow",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("metric", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Index("follow_of", "subject", "metric"),
)

delivery = Table(
    "delivery",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("progress", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("lease", Text),
    Column("due", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("after", Integer, nullable=False),
    Column("upto", Integer, nullable=False),
    Column("message", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("aside", Text, nullable=False),
    Column("claims", Text, nullable=False),
    Index("delivery_lease", "lease"),
    Index("delivery_of_channel", "channel", "kind", "upto"),
    Index("delivery_at", "at"),
)

suggestion = Table(
    "suggestion",
    METADATA,
    Column("ident", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("accepted", Text, nullable=False),
    Column("taken", Text, nullable=False),
    Column("done", Integer, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Index("suggestion_at", "at"),
)

outcome = Table(
    "outcome",
    METADATA,
    Column("ident", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("told", Integer, nullable=False),
    Index("outcome_at", "at"),
    Index("outcome_untold", "told", "platform"),
)

feed = Table(
    "feed",
    METADATA,
    Column("address", Text, primary_key=True),
    Column("who", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("ask_at", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("held_until", Text, nullable=False),
    Index("feed_due", "due"),
)

feed_entry = Table(
    "feed_entry",
    METADATA,
    Column("feed", Text, primary_key=True),
    Column("mark", Text, primary_key=True),
    Column("link", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("first_at", Text, nullable=False),
    Column("named_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("try_at", Text, nullable=False),
    Index("feed_entry_try", "feed", "state", "try_at"),
    Index("feed_entry_named", "feed", "named_at"),
)
