"""A page read back: the text that a person sees, and whether anything in it is alive that should be text."""

from html.parser import HTMLParser

HOSTILE = "<script>alert(1)</script> \"quoted\" 'single' & <img src=x onerror=alert(2)>"
LIVE = frozenset({"script", "img", "iframe", "object", "svg", "form", "link"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {tag, *(name for name, _ in attrs if name.startswith("on"))}
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(html: str) -> str:
    """The text of a page; fails where something in it is alive."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.tags & LIVE
    assert not any(name.startswith("on") for name in reader.tags)
    return reader.text
