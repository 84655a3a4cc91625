"""What a channel is told: each story once, what changed, what was expected, what conflicts, and the rest by company."""

from bot.digest.digest import Changed, Digest
from knowledge.claim import Claim
from tests.bot.samples import billions, claim, year

from .samples import fresh, ids, told

GUIDANCE = claim("guidance", billions(30, 37), status="guidance", period=year(2024), speaker="meta")
FORECAST = claim("forecast", billions(40), status="forecast", period=year(2024), speaker="barclays")


def later(key: str, low: float, high: float | None = None, **fields: object) -> Claim:
    plain: dict[str, object] = {"status": "guidance", "period": year(2024), "speaker": "meta"}
    return claim(key, billions(low, high), "autumn", **(plain | fields))


def the_change(found: Digest) -> Changed:
    [one] = found.changed
    return one


class TestStories:
    def test_the_same_figure_from_many_articles_is_one_story(self) -> None:
        one = claim("a", billions(25), period=year(2023))
        same = [claim(key, billions(25), of, period=year(2023)) for key, of in (("b", "summer"), ("c", "autumn"))]
        found = told([one, *same])
        assert len(fresh(found)) == 1
        [[story]] = found.fresh
        assert {each.article.id for each in story.told} == {"spring", "summer", "autumn"}
        assert (found.claims, found.articles) == (3, 3)

    def test_two_voices_that_say_the_same_are_two_stories(self) -> None:
        other = later("other", 40, status="forecast", speaker="susan-li")
        assert sorted(fresh(told([FORECAST, other]))) == ["forecast", "other"]

    def test_a_claim_without_a_speaker_belongs_to_one_with(self) -> None:
        nameless = later("nameless", 40, status="forecast", speaker=None)
        assert fresh(told([nameless, FORECAST])) == ["forecast"]

    def test_another_basis_is_another_story(self) -> None:
        leased = claim("leased", billions(25), "summer", period=year(2023), basis="leases")
        assert len(fresh(told([claim("a", billions(25), period=year(2023)), leased]))) == 2

    def test_what_only_says_what_was_known_is_counted_and_not_told(self) -> None:
        again = claim("again", billions(25), "autumn", period=year(2023))
        found = told([again], [claim("known", billions(25), period=year(2023))])
        assert (found.is_empty, found.repeated, found.claims) == (True, 1, 1)

    def test_news_are_grouped_by_company(self) -> None:
        claims = [
            claim("m1", billions(1), period=year(2021)),
            claim("a1", billions(2), subject="alphabet", period=year(2021)),
            claim("m2", billions(3), metric="revenue", period=year(2021)),
            claim("a2", billions(4), subject="alphabet", metric="revenue", period=year(2021)),
        ]
        assert sorted(sorted(ids(group)) for group in told(claims).fresh) == [["a1", "a2"], ["m1", "m2"]]

    def test_figures_come_before_sentences(self) -> None:
        assert fresh(told([claim("words"), claim("figure", billions(5), period=year(2023))])) == ["figure", "words"]


class TestChanges:
    def test_guidance_with_both_ends_up_is_raised(self) -> None:
        change = the_change(told([later("new", 38, 40)], [GUIDANCE]))
        assert (change.how, change.earlier.claim.id, change.story.lead.claim.id) == ("raised", "guidance", "new")

    def test_so_is_one_that_only_moves_one_end(self) -> None:
        assert the_change(told([later("new", 35, 37)], [GUIDANCE])).how == "raised"

    def test_guidance_with_lower_ends_is_cut(self) -> None:
        assert the_change(told([later("new", 30, 33)], [GUIDANCE])).how == "cut"

    def test_a_wider_range_is_revised(self) -> None:
        assert the_change(told([later("new", 25, 50)], [GUIDANCE])).how == "revised"

    def test_it_is_held_against_the_last_word_before_it(self) -> None:
        between = claim("between", billions(36, 38), "summer", status="guidance", period=year(2024), speaker="meta")
        assert the_change(told([later("new", 40, 42)], [GUIDANCE, between])).earlier.claim.id == "between"

    def test_who_speaks_for_a_company_changes_its_guidance(self) -> None:
        assert the_change(told([later("new", 38, 40, speaker="susan-li")], [GUIDANCE])).how == "raised"

    def test_guidance_without_a_speaker_is_the_companys_own(self) -> None:
        assert the_change(told([later("new", 38, 40, speaker=None)], [GUIDANCE])).how == "raised"

    def test_another_voice_changes_nothing(self) -> None:
        assert told([later("new", 50, 60, speaker="barclays", status="forecast")], [GUIDANCE]).changed == ()

    def test_another_period_changes_nothing(self) -> None:
        assert told([later("new", 50, 60, period=year(2025))], [GUIDANCE]).changed == ()

    def test_another_basis_changes_nothing(self) -> None:
        assert told([later("new", 50, 60, basis="leases")], [GUIDANCE]).changed == ()

    def test_what_is_older_than_what_is_known_changes_nothing(self) -> None:
        assert told([GUIDANCE], [later("known", 38, 40)]).changed == ()

    def test_it_is_told_in_one_place(self) -> None:
        found = told([later("new", 38, 40)], [GUIDANCE])
        assert (fresh(found), found.clashes) == ([], ())

    def test_a_claim_that_was_put_right_is_told_with_what_it_was(self) -> None:
        wrong = claim("guidance", billions(3, 4), status="guidance", period=year(2024), speaker="meta")
        change = the_change(told([GUIDANCE], before={"guidance": wrong}))
        assert (change.how, change.earlier.claim) == ("corrected", wrong)

    def test_a_claim_whose_figure_stays_is_no_news(self) -> None:
        other = GUIDANCE.model_copy(update={"topics": ("bubble",)})
        found = told([GUIDANCE], before={"guidance": other})
        assert (found.is_empty, found.claims) == (True, 0)


class TestOutcomes:
    def test_a_reported_figure_is_held_against_what_was_expected(self) -> None:
        [found] = told([later("actual", 39, status="actual")], [GUIDANCE, FORECAST]).outcomes
        assert [(verdict, one.claim.id) for verdict, one in found.expected] == [
            ("above", "guidance"),
            ("below", "forecast"),
        ]

    def test_what_lies_in_the_expected_range_is_as_expected(self) -> None:
        [found] = told([later("actual", 36, status="actual")], [GUIDANCE]).outcomes
        assert found.expected[0][0] == "as_expected"

    def test_of_one_voice_the_last_word_counts(self) -> None:
        between = claim("between", billions(36, 38), "summer", status="guidance", period=year(2024), speaker="meta")
        [found] = told([later("actual", 39, status="actual")], [GUIDANCE, between]).outcomes
        assert [one.claim.id for _, one in found.expected] == ["between"]

    def test_what_was_required_is_no_expectation(self) -> None:
        required = claim("required", billions(30), status="forecast", scenario="required", period=year(2024))
        assert told([later("actual", 39, status="actual")], [required]).outcomes == ()

    def test_a_figure_on_another_basis_is_not_compared(self) -> None:
        assert told([later("actual", 39, status="actual", basis="leases")], [GUIDANCE]).outcomes == ()


class TestClashes:
    def test_a_new_figure_that_excludes_a_known_one_is_a_conflict(self) -> None:
        [clash] = told(
            [later("new", 25, status="actual", speaker=None)], [claim("old", billions(30), period=year(2024))]
        ).clashes
        assert (clash.story.lead.claim.id, clash.other.claim.id) == ("new", "old")

    def test_two_new_figures_that_exclude_each_other_are_one_conflict_and_no_other_news(self) -> None:
        one = claim("one", billions(30), "summer", period=year(2023))
        other = claim("other", billions(25), "autumn", period=year(2023))
        found = told([one, other])
        assert (
            {key for clash in found.clashes for key in (*ids([clash.story]), clash.other.claim.id)},
            fresh(found),
        ) == (
            {"one", "other"},
            [],
        )
        assert len(found.clashes) == 1

    def test_an_old_conflict_is_no_news(self) -> None:
        known = [
            claim("one", billions(30), period=year(2023)),
            claim("other", billions(25), "summer", period=year(2023)),
        ]
        found = told([claim("new", billions(5), "autumn", metric="revenue", period=year(2023))], known)
        assert (found.clashes, fresh(found)) == ((), ["new"])


def test_a_day_without_news_is_empty() -> None:
    assert told([]).is_empty
