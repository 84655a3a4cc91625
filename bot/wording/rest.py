"""What a message says of the lines that it does not show."""

from bot.reply import Reply
from bot.wording.phrases import phrase


def left_text(reply: Reply, shown: int) -> str:
    """How much more there is than the first `shown` lines, with a question that shows some of it; empty if nothing."""
    left = len(reply.lines) + len(reply.more) - shown
    if not left:
        return ""
    if not reply.example:
        return phrase("left", reply.language, left)
    return phrase("left_for_example", reply.language, left, reply.example)
