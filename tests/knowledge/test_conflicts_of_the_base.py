"""Every conflict, revision and contrast of the shipped base by id, each judged by its quotes; none comes unseen."""

from collections.abc import Iterator

import pytest

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.conflicts import Disagreements, Pair, disagreements
from knowledge.store import Store

CONFLICTS = (
    # One article, one year, two sums: "11 Milliarden" in one paragraph, "14 Milliarden" in another.
    Pair("openai-loss-2026-eleven-billion", "openai-loss-2026-fourteen-billion"),
)
REVISIONS: tuple[Pair, ...] = ()
CONTRASTS = frozenset(
    {
        ("ai-additional-cloud-revenue-forecast", "ai-sector-capex-2023-2026-forecast"),
        ("ai-data-centres-electricity-share-2030", "ai-data-centres-electricity-share-present"),
        ("ai-infrastructure-investment-next-years-covello", "big-tech-ai-investment-next-five-years-goldman"),
        ("ai-infrastructure-investment-next-years-covello", "dell-oro-ai-infrastructure-next-five-years"),
        ("alphabet-advertising-revenue-change-2024-q2", "meta-advertising-revenue-change-2024-q2"),
        ("alphabet-revenue-2021", "openai-break-even-revenue"),
        ("amazon-cloud-providers-gain-from-ai-spending", "big-tech-generative-ai-revenue-open-question"),
        ("barclays-big-tech-ai-investment-2025-cut-forecast", "big-four-capex-increase-next-18-months-plan"),
        ("barclays-large-players-cut-ai-investment-2025", "big-tech-willing-to-invest-in-ai"),
        ("big-tech-ai-investment-2026-forecast", "big-tech-ai-revenue-2026-forecast"),
        ("big-tech-ai-investment-next-five-years-goldman", "cloud-giants-ai-investment-next-five-years"),
        ("big-tech-generative-ai-revenue-open-question", "nvidia-gains-from-ai-spending"),
        ("big-tech-keeps-spending-despite-doubts", "wall-street-losing-patience"),
        ("bitcoin-implied-volatility-week-jul-2024", "nvidia-implied-volatility-week-jul-2024"),
        ("dotcom-crash-positive-long-term-effects", "housing-bubble-2008-lasting-scars"),
        ("generative-ai-no-transformative-application-covello", "world-economy-jobs-automated-by-ai-goldman-forecast"),
        ("generative-ai-no-transformative-application-covello", "world-economy-output-gain-by-ai-goldman-forecast"),
        ("magnificent-seven-ai-investment-necessary", "wall-street-ai-investment-unwise-dangerous"),
        ("meta-capex-2024-expected-unnamed", "meta-capex-2024-guidance"),
        ("meta-revenue-2024-q1-beat", "meta-revenue-2024-q2-growth-guidance"),
        ("meta-shares-fell-over-cost-concerns-2024-04", "zuckerberg-ai-investment-essential-for-meta"),
        ("meta-spending-news-worried-analysts", "zuckerberg-meta-spending-is-long-term-plan"),
        ("openai-loss-2025-own-expectation", "openai-revenue-2025"),
        ("openai-needed-technical-lead-to-recoup-gpu-spending", "openai-technical-lead-lost"),
        ("silicon-valley-determined-to-burn-money", "wall-street-keeps-talking-ai-down"),
        (
            "us-gdp-growth-contribution-of-ai-next-ten-years-forecast",
            "world-economy-output-gain-by-ai-goldman-forecast",
        ),
        ("us-productivity-gain-from-ai-next-ten-years-forecast", "world-economy-output-gain-by-ai-goldman-forecast"),
        ("zuckerberg-leading-ai-takes-several-years", "zuckerberg-meta-strong-model-for-monetising-ai"),
    }
)
"""Pairs that a curator linked, the ids of each in the order of the alphabet."""

NO_CONFLICTS = (
    # A range and its upper end: 40 satisfies both.
    ("meta-capex-2024-guidance", "meta-capex-2024-expected-unnamed"),
    # The US and the world; a contribution to growth within ten years and output until 2033.
    ("us-gdp-growth-contribution-of-ai-next-ten-years-forecast", "world-economy-output-gain-by-ai-goldman-forecast"),
    ("us-productivity-gain-from-ai-next-ten-years-forecast", "world-economy-output-gain-by-ai-goldman-forecast"),
    # Other spenders, other spending, other years; "more than" and "up to" one sum even exclude each other.
    ("ai-infrastructure-investment-next-years-covello", "dell-oro-ai-infrastructure-next-five-years"),
    ("ai-infrastructure-investment-next-years-covello", "big-tech-ai-investment-next-five-years-goldman"),
    ("big-tech-ai-investment-next-five-years-goldman", "cloud-giants-ai-investment-next-five-years"),
    # What would be needed, and what is expected to be earned.
    ("ai-revenue-required-per-year-cahn-jul-2024", "big-tech-ai-revenue-2026-forecast"),
    ("ai-revenue-required-per-year-cahn-jul-2024", "ai-additional-cloud-revenue-forecast"),
    # "This year" is 2024 in one article and 2025 in the other.
    ("openai-loss-2024-forecast", "openai-loss-2026-eleven-billion"),
    # With and without e-commerce and logistics.
    ("big-four-capex-h1-2024", "amazon-capex-h1-2024"),
)

Base = tuple[dict[str, Claim], dict[str, Article]]


@pytest.fixture(scope="module")
def base(shipped_store: Store) -> Base:
    """The approved claims and their articles."""
    rows = list(shipped_store.claims("approved"))
    return {claim.id: claim for claim, _ in rows}, {article.id: article for _, article in rows}


@pytest.fixture(scope="module")
def found(base: Base) -> Disagreements:
    claims, articles = base
    return disagreements(claims.values(), articles)


def linked(base: Base) -> Iterator[tuple[str, str]]:
    for claim in base[0].values():
        yield from ((claim.id, contrast.claim) for contrast in claim.contrasts)


def test_these_are_all_conflicts(found: Disagreements) -> None:
    assert found.conflicts == CONFLICTS


def test_these_are_all_revisions(found: Disagreements) -> None:
    assert found.revisions == REVISIONS


def test_these_are_all_contrasts(base: Base) -> None:
    assert {tuple(sorted(pair)) for pair in linked(base)} == CONTRASTS


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_what_only_looks_alike_is_no_conflict(base: Base, found: Disagreements, one: str, other: str) -> None:
    assert {one, other} <= base[0].keys()
    assert not {Pair(one, other), Pair(other, one)} & {*found.conflicts, *found.revisions}


@pytest.mark.parametrize(
    ("one", "other"),
    [pair for pair in NO_CONFLICTS if tuple(sorted(pair)) in CONTRASTS],
)
def test_what_a_reader_would_set_side_by_side_is_linked_from_both_sides(base: Base, one: str, other: str) -> None:
    pairs = set(linked(base))
    assert {(one, other), (other, one)} <= pairs
    reasons = [
        contrast.reason
        for key, to in ((one, other), (other, one))
        for contrast in base[0][key].contrasts
        if contrast.claim == to
    ]
    assert all(reason.en and reason.de for reason in reasons)
