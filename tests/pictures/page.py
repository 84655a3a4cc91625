"""A message as a page: what was asked above, the bot's name beside, the looks of the platform's app around it.

Red lines stand where a phone's screen ends. The page tells its height by itself, for a picture of just that size.
"""

from pathlib import Path

from tests.pictures.forms import element, plain

WIDTH = 390
HEIGHT = "data-height"

_SCREEN = 650
_TELLS_HEIGHT = f"document.body.setAttribute('{HEIGHT}', Math.ceil(document.body.getBoundingClientRect().height))"


def page(platform: str, asked: str, message: str, *, private: bool) -> str:
    """The whole page around a message's HTML."""
    folder = Path(__file__).parent
    looks = "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in ("phone", platform))
    note = element("div", "Only visible to you", "private") if private else ""
    above, below = (note, "") if platform == "slack" else ("", note)
    body = _said("asked", "Ada", asked=plain(asked)) + _said("message", "Capex", asked=above + message + below)
    head = f'<meta charset="utf-8"><title>{plain(asked)}</title><style>{looks}</style>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}<script>{_TELLS_HEIGHT}</script></body></html>"


def screens(height: int) -> float:
    """How many screens of a phone a page of this height takes."""
    return height / _SCREEN


def _said(style: str, name: str, *, asked: str) -> str:
    tag = element("span", "APP", "tag") if style == "message" else ""
    head = element("div", f"{element('span', name, 'name')}{tag}{element('span', '10:04', 'time')}")
    return element("div", element("div", "", "avatar") + element("div", head + asked, "content"), style)
