"""Which networks may be reached: the public internet, and what the caller allows besides.

Decided on addresses, never on names, since any name can point anywhere. What is not surely public is not public:
private, loopback, link-local, reserved and shared ranges, and the ranges that carry another address inside.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

Network = IPv4Network | IPv6Network

_UNICAST: Final = ip_network("2000::/3")
_NEVER: Final[tuple[Network, ...]] = (
    ip_network("168.63.129.16/32"),  # answers inside of one cloud only, with its keys
    ip_network("192.88.99.0/24"),  # relays to IPv6
    ip_network("2001::/23"),  # protocols, tunnels among them
    ip_network("2002::/16"),  # an IPv4 address inside
)


class Networks:
    """The public internet and the networks in `besides` ("127.0.0.0/8")."""

    def __init__(self, besides: Iterable[str] = ()) -> None:
        self._besides = tuple(ip_network(one) for one in besides)

    def may_reach(self, printed: str) -> bool:
        """Whether the numeric address `printed` lies in one of them; what is no address does not."""
        try:
            address = ip_address(printed)
        except ValueError:
            return False
        if isinstance(address, IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        return any(address in one for one in self._besides) or _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if any(address in one for one in _NEVER) or address.is_multicast or address.is_reserved:
        return False
    return address.is_global and (address.version == 4 or address in _UNICAST)  # noqa: PLR2004 (its name)


PUBLIC: Final = Networks()
"""The public internet alone."""
