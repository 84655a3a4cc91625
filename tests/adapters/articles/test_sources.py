"""Where articles come from, and what is said where there is none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.articles.sources import Told, article_at
from bot.curation.found import FoundArticle
from knowledge.fault import Fault

from .hostile import PAGE, PROSE, Server, ok, serving

GERMAN = """\
Meta erhöht seine Ausgaben

2025-04-30

Der Konzern erwartet für das laufende Jahr Investitionsausgaben zwischen 64 und 72 Milliarden US-Dollar.
"""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({"/": ok(PAGE)}) as one:
        yield one


def found(source: str, told: Told = Told(), given: bytes = b"") -> FoundArticle:  # noqa: B008 (nothing is told)
    return article_at(source, told, Fetcher(Networks(["127.0.0.1/32"])), lambda: given)


def refusal(source: str, given: bytes = b"", told: Told = Told()) -> str:  # noqa: B008 (as above)
    with pytest.raises(Fault) as caught:
        found(source, told, given)
    return str(caught.value)


def test_a_page_gives_its_article_and_what_it_says_of_it(server: Server) -> None:
    article = found(server.address())
    assert (article.title, article.author, article.publisher) == ("Meta raises its capex", "Ann Writer", "The Paper")
    assert (article.published, article.language, article.url) == (date(2025, 4, 30), "en", server.address())
    assert PROSE in article.text
    assert "Sport" not in article.text
    assert "Imprint" not in article.text


def test_a_table_of_a_page_keeps_its_rows_together(server: Server) -> None:
    table = "<table><tr><th>Firm</th><th>2024</th></tr><tr><td>Meta</td><td>$39.2bn</td></tr></table></article>"
    server.replies["/"] = ok(PAGE.replace("</article>", table))
    text = found(server.address()).text
    assert "| Meta | $39.2bn |" in text.split("\n\n")[-1]
    assert "| Firm | 2024 |" in text.split("\n\n")[-1]


def test_what_is_told_goes_before_what_the_page_says(server: Server) -> None:
    article = found(
        server.address(), Told("Other title", "Other", "Somebody", date(2025, 5, 1), "de", "https://x.example/")
    )
    assert (article.title, article.publisher, article.author) == ("Other title", "Other", "Somebody")
    assert (article.published, article.language, article.url) == (date(2025, 5, 1), "de", "https://x.example/")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("30. Januar 2025", date(2025, 1, 30)),
        ("Dienstag, den 4.2.2025", date(2025, 2, 4)),
        ("Stand: 4. Februar 2025, 10:15 Uhr", date(2025, 2, 4)),
        ("Tuesday, February 4, 2025 at 5:02 pm", date(2025, 2, 4)),
        ("Updated February 4, 2025, 3:00 PM ET", date(2025, 2, 4)),
    ],
)
def test_the_day_of_a_plain_text_is_read_as_people_print_it(line: str, day: date) -> None:
    text = f"A title\n\n{line}\n\n{PROSE}"
    assert article_at("-", Told(), Fetcher(), text.encode).published == day


@pytest.mark.parametrize("line", ["Meta expects this on 4 February 2025", "4 February", "2025", "2025-13-45", "4/2025"])
def test_a_day_that_is_not_alone_or_not_whole_is_not_that_of_a_text(line: str) -> None:
    text = f"A title\n\n{line}\n\n{PROSE}"
    with pytest.raises(Fault, match="does not say its date"):
        article_at("-", Told(), Fetcher(), text.encode)


def test_a_plain_text_has_its_title_and_day_in_front() -> None:
    article = found("-", given=GERMAN.encode())
    assert (article.title, article.published, article.language) == (
        "Meta erhöht seine Ausgaben",
        date(2025, 4, 30),
        "de",
    )
    assert article.url is None


def test_a_file_of_html_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html>" + PAGE, encoding="utf-8")
    assert found(str(file)).title == "Meta raises its capex"


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("Investors were pleased", "Subscribe to continue reading. Investors were pleased"),
        PAGE.replace("Investors were pleased", "Jetzt weiterlesen mit F+. Investors were pleased"),
        PAGE.replace(
            "<head>", '<head><script type="application/ld+json">[{"@graph":{"isAccessibleForFree":"False"}}]</script>'
        ),
    ],
    ids=["english", "german", "said to search engines"],
)
def test_the_beginning_of_an_article_is_no_article(server: Server, page: str) -> None:
    server.replies["/"] = ok(page)
    assert refusal(server.address()) == "the page shows only the beginning of its article (the rest is for subscribers)"


@pytest.mark.parametrize(
    "page", ["", "<html><body></body></html>", "<html><body><div id=root></div><script>x()</script>"]
)
def test_an_empty_page_has_no_article(server: Server, page: str) -> None:
    server.replies["/"] = ok(page)
    assert (
        refusal(server.address())
        == "there is no article on the page (it may be empty, or made by a script in a browser)"
    )


def test_a_page_whose_data_for_search_engines_is_broken_is_read_all_the_same(server: Server) -> None:
    server.replies["/"] = ok(
        PAGE.replace("<head>", '<head><script type="application/ld+json">{"a":' + "[" * 5000 + "</script>")
    )
    assert PROSE in found(server.address()).text


def test_a_day_that_nobody_says_is_asked_for(server: Server) -> None:
    server.replies["/"] = ok(PAGE.replace("2025-04-30", ""))
    assert refusal(server.address()) == "the article does not say its date; give it with --date"


def test_other_languages_are_not_read() -> None:
    french = "Titre\n2025-04-30\nLes dépenses de Meta pour la recherche sont dans le rapport que la société a publié."
    polish = "Tytuł\n2025-04-30\nMeta zwiększa swoje wydatki kapitałowe na sztuczną inteligencję, podała spółka."
    for given in (french, polish):
        assert (
            refusal("-", given.encode()) == "the article is neither in English nor in German, and only these are read"
        )


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (b"", "there is no article there: the text is empty or too short"),
        (b"%PDF-1.4", "the file is a PDF; save its text to a file and add that"),
        (b"PK\x03\x04\0\0", "the page is no text, whatever the server says"),
        (b"Ausgaben f\xfcr KI" * 9, "the page is not in the character set that is named for it (utf-8)"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(given: bytes, sentence: str) -> None:
    assert refusal("-", given) == sentence


def test_a_file_that_is_not_there_is_said_so() -> None:
    assert (
        refusal("/no/such/file")
        == "'/no/such/file' is no address and cannot be read as a file: No such file or directory"
    )
