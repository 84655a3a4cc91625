"""What every answer keeps at every door. Each promise is a function that gives what of it was broken."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from bot.reply import Reply
from tests.contract.due import (
    lines_due,
    lost_lines,
    lost_notes,
    lost_quotes,
    lost_remarks_on_the_whole,
    quotes_due,
    row_of,
    sources_due,
    unmentioned_notes,
)
from tests.contract.scenes import Scene
from tests.contract.shown import Shown


class Seen(NamedTuple):
    """An answer at a door: the scene, what is due in short and as a whole, and what was seen."""

    door: str
    scene: Scene
    due: Reply
    whole: Reply
    shown: Shown


def every_figure_is_seen_with_the_numbers_of_its_sources(seen: Seen) -> Iterable[Any]:
    return lost_lines(seen.due, seen.shown)


def every_caution_and_conflict_stands_below_its_figure(seen: Seen) -> Iterable[Any]:
    return lost_notes(seen.due, seen.shown)


def no_caution_of_the_whole_answer_goes_unmentioned(seen: Seen) -> Iterable[Any]:
    return unmentioned_notes(seen.due, seen.whole, seen.shown)


def the_sources_that_are_seen_are_those_of_the_lines(seen: Seen) -> Iterable[Any]:
    due = sources_due(seen.due, seen.shown)
    return [] if seen.shown.sources == due else [(seen.shown.sources, due)]


def no_line_is_left_out_that_is_not_counted(seen: Seen) -> Iterable[Any]:
    if seen.shown.left < len(seen.due.more):
        yield seen.shown.left
    if bool(lines_due(seen.due, seen.shown)) != bool(seen.due.lines):
        yield "no line at all"


def of_a_reply_that_no_message_holds_the_first_lines_are_shown(seen: Seen) -> Iterable[Any]:
    if seen.scene.shortened and seen.door != "terminal":
        count = len(lines_due(seen.due, seen.shown))
        if not 0 < count < len(seen.due.lines):
            yield count
        yield from (line for line in seen.due.lines[count:] if row_of(line, seen.shown))


def every_line_for_a_phone_is_shown_where_a_message_holds_it(seen: Seen) -> Iterable[Any]:
    if not seen.scene.shortened and lines_due(seen.due, seen.shown) != seen.due.lines:
        yield lines_due(seen.due, seen.shown)


def who_hears_a_reply_hears_the_figures_with_all_that_belongs_to_them(seen: Seen) -> Iterable[Any]:
    if seen.door.startswith("slack"):
        heard = seen.shown.aloud
        assert heard is not None
        due = seen.due if seen.scene.shortened else seen.whole
        yield from (*lost_lines(due, heard), *lost_notes(due, heard), *lost_remarks_on_the_whole(due, heard))
        if heard.sources != sources_due(due, heard):
            yield heard.sources


def headline_and_notes_on_the_whole_are_seen_once(seen: Seen) -> Iterable[Any]:
    return lost_remarks_on_the_whole(seen.due, seen.shown)


def between_guillemets_stand_an_articles_words_only(seen: Seen) -> Iterable[Any]:
    return set(seen.shown.quotes) - quotes_due(seen.due, seen.shown)


def the_words_of_its_articles_stand_below_every_figure(seen: Seen) -> Iterable[Any]:
    return lost_quotes(seen.due, seen.shown)


def every_choice_is_offered(seen: Seen) -> Iterable[Any]:
    offered = {*seen.shown.choices, *(row.words.removeprefix("Try ") for row in seen.shown.rows)}
    return [action.ask for action in seen.due.actions if action.ask not in offered]


def links_lead_to_the_articles_only(seen: Seen) -> Iterable[Any]:
    known = {(citation.url or "").split("?")[0] for citation in seen.due.citations}
    return {link for link in seen.shown.links if link.split("?")[0] not in known}


PROMISES = (
    every_figure_is_seen_with_the_numbers_of_its_sources,
    every_caution_and_conflict_stands_below_its_figure,
    no_caution_of_the_whole_answer_goes_unmentioned,
    the_sources_that_are_seen_are_those_of_the_lines,
    no_line_is_left_out_that_is_not_counted,
    of_a_reply_that_no_message_holds_the_first_lines_are_shown,
    every_line_for_a_phone_is_shown_where_a_message_holds_it,
    who_hears_a_reply_hears_the_figures_with_all_that_belongs_to_them,
    headline_and_notes_on_the_whole_are_seen_once,
    between_guillemets_stand_an_articles_words_only,
    the_words_of_its_articles_stand_below_every_figure,
    every_choice_is_offered,
    links_lead_to_the_articles_only,
)
