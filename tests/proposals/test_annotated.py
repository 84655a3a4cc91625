"""The annotations speak of their articles and of the vocabulary."""

import pytest

from bot.names import Names
from tests.proposals.annotated import Sample, samples

ALL = [*samples("dev"), *samples("aside")]


@pytest.mark.parametrize("sample", ALL, ids=[one.article.id for one in ALL])
def test_every_figure_stands_in_its_article_and_names_what_is_known(sample: Sample, shipped_names: Names) -> None:
    for figure in sample.figures:
        assert figure.words in sample.text
        assert figure.subject is None or figure.subject in shipped_names.subjects
        assert figure.metric in shipped_names.metrics


def test_there_are_enough_and_a_third_is_kept_aside() -> None:
    assert len(ALL) >= 30
    assert len(samples("aside")) * 3 >= len(ALL)
    assert {one.article.language for one in samples("aside")} == {"en", "de"}
