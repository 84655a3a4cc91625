"""What everybody in a channel is told when somebody has changed its setting, and who that was."""

from adapters.slack_app.blocks import escaped
from adapters.slack_app.elements import Json, styled
from bot.reply import Reply


def announcement(reply: Reply, by: str) -> Json:
    """The announcement of a reply; the person who caused it is named by Slack itself."""
    who = {"type": "user", "user_id": by}
    words = [styled(f"{reply.headline}: {reply.announcement} ("), who, styled(")")]
    named = {"type": "rich_text_section", "elements": words}
    text = f"{escaped(f'{reply.headline}: {reply.announcement}')} (<@{by}>)"
    return {"text": text, "blocks": [{"type": "rich_text", "elements": [named]}]}
