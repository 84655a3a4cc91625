"""Which addresses are the public internet."""

import pytest

from adapters.articles.networks import PUBLIC, Networks


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.0.9", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.7", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "168.63.129.16", "192.88.99.1"),
        *("::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "fe80::1", "fc00::1", "fd12::1", "fec0::1"),
        *("ff02::1", "64:ff9b::7f00:1", "2001::1", "2001:db8::1", "2002:7f00:1::", "100::1"),
        *("localhost", "127.1", "0x7f.1", "2130706433", ""),
    ],
)
def test_what_is_not_surely_public_is_not_reached(address: str) -> None:
    assert not PUBLIC.may_reach(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "::ffff:8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_reached(address: str) -> None:
    assert PUBLIC.may_reach(address)


def test_a_network_is_reached_where_the_caller_allows_it_and_its_neighbours_are_not() -> None:
    networks = Networks(["127.0.0.1/32"])
    assert networks.may_reach("127.0.0.1")
    assert networks.may_reach("::ffff:127.0.0.1")
    assert not networks.may_reach("127.0.0.2")
    assert not networks.may_reach("10.0.0.1")
