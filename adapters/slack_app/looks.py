"""The bodies of messages that are at hand, for replies that look the same; see `adapters.looks`."""

from adapters.looks import Looks as _Looks
from adapters.slack_app.blocks import Body, body


class Looks(_Looks[Body]):
    """The bodies of the replies that were given last; not to be changed by who is given them."""

    def __init__(self) -> None:
        super().__init__(body)
