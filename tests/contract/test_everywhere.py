"""What holds at every door: the same facts, in one reply to who asks and none to others, with nothing in it alive.

What is due is the line's own answer to the question; what is seen is read back out of what each platform got.
"""

import pytest

from tests.contract.cases import cases
from tests.contract.due import (
    lines_due,
    lost,
    lost_lines,
    lost_notes,
    lost_quotes,
    lost_remarks_on_the_whole,
    quotes_due,
    row_of,
    sources_due,
    unmentioned_notes,
)
from tests.contract.scenes import DOORS, SCENES, Scene, named, performances
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANSWERS = list(performances(answers=True))
FITTING = [(door, scene) for door, scene in ANSWERS if not scene.shortened]
FITTING_SCENES = [scene for scene in SCENES if scene.answers and scene.answered and not scene.shortened]


@cases(performances(answered=True))
async def test_there_is_one_reply(stage: Stage, door: str, scene: Scene) -> None:
    assert len((await stage.play(door, scene)).replies) == 1


@cases(performances(answered=False))
async def test_there_is_no_reply(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).replies == []


@cases([one for one in performances() if one[0] != "terminal"])
async def test_no_rule_of_the_platform_is_broken(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).breaches == []


@cases(performances(answered=True))
async def test_nothing_in_a_reply_is_alive(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).reply.alive == ()


@cases(ANSWERS)
async def test_every_figure_is_seen_with_the_numbers_of_its_sources(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert list(lost_lines(stage.due(scene), shown)) == []


@cases(ANSWERS)
async def test_every_caution_and_conflict_stands_below_its_figure(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert list(lost_notes(stage.due(scene), shown)) == []


@cases(ANSWERS)
async def test_no_caution_of_the_whole_answer_goes_unmentioned(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert list(unmentioned_notes(stage.due(scene), stage.whole(scene), shown)) == []


@cases(ANSWERS)
async def test_the_sources_that_are_seen_are_those_of_the_lines(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert shown.sources == sources_due(stage.due(scene), shown)


@cases(ANSWERS)
async def test_no_line_is_left_out_that_is_not_counted(stage: Stage, door: str, scene: Scene) -> None:
    reply, shown = stage.due(scene), (await stage.play(door, scene)).reply
    assert shown.left >= len(reply.more)
    assert bool(lines_due(reply, shown)) == bool(reply.lines)


@cases([(door, scene) for door, scene in ANSWERS if scene.shortened and door != "terminal"])
async def test_of_a_reply_that_no_message_holds_the_first_lines_are_shown(
    stage: Stage, door: str, scene: Scene
) -> None:
    reply, shown = stage.due(scene), (await stage.play(door, scene)).reply
    assert 0 < len(lines_due(reply, shown)) < len(reply.lines)
    hidden = reply.lines[len(lines_due(reply, shown)) :]
    assert [line for line in hidden if row_of(line, shown)] == []


@cases([(door, scene) for door, scene in ANSWERS if door.startswith("slack")])
async def test_who_hears_a_reply_hears_the_figures_with_all_that_belongs_to_them(
    stage: Stage, door: str, scene: Scene
) -> None:
    heard = (await stage.play(door, scene)).reply.aloud
    assert heard is not None
    due = stage.due(scene) if scene.shortened else stage.whole(scene)
    assert [*lost_lines(due, heard), *lost_notes(due, heard), *lost_remarks_on_the_whole(due, heard)] == []
    assert heard.sources == sources_due(due, heard)


@cases(FITTING)
async def test_every_line_for_a_phone_is_shown(stage: Stage, door: str, scene: Scene) -> None:
    reply, shown = stage.due(scene), (await stage.play(door, scene)).reply
    assert lines_due(reply, shown) == reply.lines


@cases(ANSWERS)
async def test_headline_and_notes_on_the_whole_are_seen_once(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert lost_remarks_on_the_whole(stage.due(scene), shown) == []


@cases(ANSWERS)
async def test_between_guillemets_stand_an_articles_words_only(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert set(shown.quotes) <= quotes_due(stage.due(scene), shown)


@cases(ANSWERS)
async def test_the_words_of_its_articles_stand_below_every_figure(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    assert list(lost_quotes(stage.due(scene), shown)) == []


@cases(ANSWERS)
async def test_every_choice_is_offered(stage: Stage, door: str, scene: Scene) -> None:
    reply, shown = stage.due(scene), (await stage.play(door, scene)).reply
    offered = {*shown.choices, *(row.words.removeprefix("Try ") for row in shown.rows)}
    assert [action.ask for action in reply.actions if action.ask not in offered] == []


@cases([(door, scene) for door, scene in ANSWERS if scene.is_a == "ambiguous" or scene.name == "not-found"])
async def test_a_choice_that_is_taken_is_answered_as_if_it_was_asked(stage: Stage, door: str, scene: Scene) -> None:
    choice, [shown] = await stage.take(door, scene)
    due = stage.due(scene, choice)
    assert due.outcome == "found"
    assert lost(due, shown) == []


@cases(ANSWERS)
async def test_links_lead_to_the_articles_only(stage: Stage, door: str, scene: Scene) -> None:
    shown = (await stage.play(door, scene)).reply
    known = {(citation.url or "").split("?")[0] for citation in stage.due(scene).citations}
    assert {link.split("?")[0] for link in shown.links} <= known


@pytest.mark.parametrize("door", DOORS)
async def test_a_german_question_has_a_german_answer(stage: Stage, door: str) -> None:
    text = (await stage.play(door, named("german"))).reply.text
    assert "Mrd. US-Dollar" in text
    assert "Die neueste Quelle ist 27 Monate alt." in text


@pytest.mark.parametrize("scene", FITTING_SCENES, ids=lambda scene: scene.name)
async def test_all_doors_show_the_same_articles(stage: Stage, scene: Scene) -> None:
    seen = {door: (await stage.play(door, scene)).reply.sources for door in scene.doors}
    assert list(seen.values()) == [seen[scene.doors[0]]] * len(scene.doors)
