"""A packed body unpacked within its cap, piece by piece, so that a small body never becomes a large one in memory."""

import zlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from adapters.articles.phrases import why
from knowledge.fault import Fault
from knowledge.reason import grouped

ACCEPTED: Final = "gzip, deflate"
"""What a server is told that it may pack with: what the standard library unpacks within a cap."""

_PIECE: Final = 1 << 16


class _Unpacker(Protocol):
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


_UNPACKERS: Final[Mapping[str, Callable[[], _Unpacker]]] = MappingProxyType(
    {
        "gzip": lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
        "x-gzip": lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
        "deflate": lambda: zlib.decompressobj(zlib.MAX_WBITS | 32),
    }
)


def unpacked(pieces: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The whole body, at most `most` bytes; raises Fault for a larger, broken or otherwise packed one."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _joined(pieces, most)
    if encoding not in _UNPACKERS:
        raise Fault(why("packed_unasked", encoding[:40]))
    try:
        return _joined(_unpacking(pieces, _UNPACKERS[encoding]()), most)
    except zlib.error:
        raise Fault(why("packed_otherwise", encoding)) from None


def _unpacking(pieces: Iterable[bytes], unpacker: _Unpacker) -> Iterable[bytes]:
    for piece in pieces:
        waiting = piece
        while waiting and not unpacker.eof:
            yield unpacker.decompress(waiting, _PIECE)
            waiting = unpacker.unconsumed_tail


def _joined(pieces: Iterable[bytes], most: int) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > most:
            raise Fault(why("page_too_large_unpacked", grouped(most)))
    return bytes(whole)
