"""A form shows what a curator calls things, and changes nothing where it is sent off as it was shown."""

from typing import get_args

import pytest

from bot.curation.counter import Counter, Who
from bot.curation.fields import Desk, edited, shown, worded
from bot.curation.matters import of_claim
from bot.curation.naming import metric_shown, subject_shown
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords
from knowledge.store import Store
from knowledge.value import Bilingual, Language
from knowledge.vocabulary import Subject
from tests.curated import NOW

ANNA = Person(platform="slack", workspace="T1", user="U1")


@pytest.mark.parametrize(
    ("language", "subject", "metric"),
    [("en", "Meta", "capital expenditure"), ("de", "Meta", "Investitionsausgaben")],
)
def test_names_stand_in_place_of_ids(curated: Store, language: Language, subject: str, metric: str) -> None:
    claim = next(one for one, _ in curated.claims("proposed") if one.subject == "meta")
    lines = worded(claim, curated.vocabulary(), language)
    assert (lines["subject"], lines["metric"]) == (subject, metric)
    assert {name for name, line in lines.items() if line != shown(claim)[name]} == {"subject", "metric", "speaker"}


@pytest.mark.parametrize("language", get_args(Language))
def test_a_form_that_is_sent_off_as_it_was_shown_changes_nothing(curated: Store, language: Language) -> None:
    vocabulary = curated.vocabulary()
    changed = {
        claim.id
        for claim, article in curated.claims()
        if claim.quote and edited(claim, worded(claim, vocabulary, language), Desk(article, None, vocabulary)) != claim
    }
    assert changed == set()


@pytest.mark.parametrize(("language", "metric"), [("en", "capital expenditure"), ("de", "Investitionsausgaben")])
def test_the_form_of_a_chat_is_filled_in_the_language_of_the_curator(
    curated: Store, language: Language, metric: str
) -> None:
    line, records = Line(curated), MemoryRecords()
    counter = Counter(Office(curated, records), Roles([ANNA], records, lambda: True), records, line.names)
    claim = next(one for one, _ in curated.claims("proposed") if one.subject == "meta")
    parts = counter.parts(of_claim(claim).ident, Who(ANNA, NOW, language))
    assert {one.name: one.text for one in parts}["metric"] == metric


def test_a_name_of_several_owners_and_an_id_of_none_are_shown_as_they_are(curated: Store) -> None:
    vocabulary = curated.vocabulary()
    twin = Subject(id="meta-other", kind="company", name=Bilingual(en="Meta", de="Meta"))
    both = vocabulary.model_copy(update={"subjects": (*vocabulary.subjects, twin)})
    assert subject_shown("meta", vocabulary, "de") == "Meta"
    assert subject_shown("meta", both, "de") == "meta"
    assert metric_shown("wombats", vocabulary, "en") == "wombats"
    assert metric_shown("", vocabulary, "en") == ""
