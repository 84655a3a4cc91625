"""Zones by what people call them, the likeliest first."""

import pytest

from bot.schedule import zone_named, zones
from bot.zone_names import MOST, zone_of_city, zones_like


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Berlin", "Europe/Berlin"), ("bErL", "Europe/Berlin"), ("europe/ber", "Europe/Berlin"),
     ("new york", "America/New_York"), ("NEW_YORK", "America/New_York"), ("york", "America/New_York"),
     ("são paulo", "America/Sao_Paulo"), ("Sao Paulo", "America/Sao_Paulo"), ("utc", "UTC"),
     ("america knox", "America/Indiana/Knox"), ("kolkata", "Asia/Kolkata"), ("calcutta", "Asia/Calcutta")],
)  # fmt: skip
def test_a_city_or_area_is_found_however_it_is_written(typed: str, first: str) -> None:
    assert zones_like(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Wien", "Europe/Vienna"), ("Zürich", "Europe/Zurich"), ("mosk", "Europe/Moscow"), ("Prag", "Europe/Prague"),
     ("Deutschland", "Europe/Berlin"), ("germany", "Europe/Berlin"), ("Schweiz", "Europe/Zurich")],
)  # fmt: skip
def test_german_cities_and_countries_are_found_too(typed: str, first: str) -> None:
    assert zones_like(typed)[0] == first


def test_a_city_comes_before_those_that_begin_so_and_an_area_last() -> None:
    assert zones_like("mexico")[0] == "America/Mexico_City"
    assert zones_like("indiana")[0] != "America/Indianapolis"
    assert [one for one in zones_like("euro") if not one.startswith("Europe/")] == []


@pytest.mark.parametrize(("typed", "meant"), [("berln", "Europe/Berlin"), ("singapur e", "Asia/Singapore")])
def test_a_slip_is_forgiven_where_nothing_else_is_meant(typed: str, meant: str) -> None:
    assert meant in zones_like(typed)


@pytest.mark.parametrize("typed", ["", " ", "e", "america", "x", "lunch", "//", "%_", "a" * 99])
def test_what_is_offered_can_be_shown_and_taken(typed: str) -> None:
    offered = zones_like(typed)
    assert len(offered) == len(set(offered)) <= MOST
    assert all(zone_named(one) == one for one in offered)


def test_without_a_word_the_usual_ones_are_offered_and_for_nonsense_none() -> None:
    assert (len(zones_like("")), zones_like("lunchtime")) == (MOST, [])


def test_each_zone_is_found_by_its_own_name() -> None:
    missed = [zone for zone in zones() if zone not in zones_like(zone)]
    assert missed == []


def test_a_city_names_its_zone_and_nothing_else_does() -> None:
    assert [zone_of_city(one) for one in ("Wien", "new york", "Germany", "ber", "")] == [
        "Europe/Vienna",
        "America/New_York",
        None,
        None,
        None,
    ]
