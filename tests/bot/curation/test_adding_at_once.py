"""The same article added by several at once is there once, with its claims once, on SQLite and on PostgreSQL."""

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from adapters.collecting import taken_in
from bot.curation.found import FoundArticle
from bot.places import shipped_corpus
from knowledge.article import Article, Published
from knowledge.fault import Fault
from knowledge.store import Store
from knowledge.store.edits import Outdated, PutArticle
from tests.curated import ARTICLE, NOW

_TEXT = " ".join(f"word{number}" for number in range(200))
_FOUND = FoundArticle(
    title="A headline", text=_TEXT, language="en", published=date(2025, 4, 30), url="https://a.example/1"
)
_ADDS = """
import sys
from tests.bot.curation.test_adding_at_once import add
add(*sys.argv[1:])
"""


def add(url: str, number: str) -> None:
    """Add the article as the process with this number has it: under its own headline and address."""
    found = replace(_FOUND, title=f"Headline {number}", url=f"https://a.example/{number}", text=f"{_TEXT} No{number}.")
    with Store(url, corpus=shipped_corpus()) as store:
        print("ready", flush=True)  # noqa: T201 (told to the test)
        sys.stdin.readline()  # all begin together
        print(taken_in(found, store, "terminal:ann", NOW).outcome)  # noqa: T201 (told to the test)


def test_two_processes_that_add_one_article_at_once_add_it_once(url: str) -> None:
    with Store(url, corpus=shipped_corpus()) as store:
        before = len(list(store.articles()))
        for name in ("x", "y"):
            running = [_start(url, f"{name}{number}") for number in range(2)]
            told = sorted(_outcomes(running))
            assert told == (["known", "new"] if name == "x" else ["known", "known"])
        assert len(list(store.articles())) == before + 1


def _start(url: str, number: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _ADDS, url, number],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )


def _outcomes(running: "list[subprocess.Popen[str]]") -> list[str]:
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    told = [process.communicate(timeout=120)[0].strip() for process in running]
    assert [process.returncode for process in running] == [0] * len(running)
    return told


def test_many_threads_that_add_one_article_at_once_add_it_once(url: str) -> None:
    with Store(url, corpus=shipped_corpus()) as store:
        before = len(list(store.articles()))
        ready = threading.Barrier(6)
        outcomes: list[str] = []

        def act(number: int) -> None:
            found = replace(_FOUND, title=f"Headline {number}", url=f"https://a.example/{number}")
            ready.wait()
            outcomes.append(taken_in(found, store, "terminal:ann", NOW).outcome)

        threads = [threading.Thread(target=act, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["known"] * 5 + ["new"]
        assert len(list(store.articles())) == before + 1


def test_what_was_looked_at_before_another_article_came_is_not_written(url: str) -> None:
    with Store(url, corpus=shipped_corpus()) as store:
        seen = store.change_number()
        taken_in(ARTICLE, store, "terminal:ann", NOW)
        late = Article(id="late", title="Late", published=Published(date=NOW.date()), language="en", sha256="0" * 64)
        with pytest.raises(Outdated):
            store.add_article("terminal:ann", [PutArticle(late)], NOW, seen=seen)
        assert store.article("late") is None
        store.add_article("terminal:ann", [PutArticle(late)], NOW, seen=store.change_number())
        assert store.article("late") == late


def test_a_look_up_reads_at_most_eight_texts_of_any_number(url: str) -> None:
    with Store(url, corpus=shipped_corpus()) as store:
        for number in range(12):  # each another article with one stretch in common, such as a line about an agency
            text = (
                f"{' '.join(f'n{number}x{place}' for place in range(100))} {' '.join(f'all{one}' for one in range(30))}"
            )
            found = replace(_FOUND, title=f"Headline {number}", url=f"https://a.example/{number}", text=text)
            assert taken_in(found, store, "terminal:ann", NOW).outcome == "new"
        read: list[str] = []

        class Watched:
            article, traced = store.article, store.traced

            def text(self, article: str) -> str | None:
                read.append(article)
                return store.text(article)

        from bot.curation.taking import take

        again = replace(_FOUND, url="https://a.example/again", text=f"{text} More.")
        assert take(again, Watched()).outcome == "known"
        assert len(read) == 8
        assert read[0] == "headline-11"


def test_a_withdrawn_article_keeps_no_trace_of_its_words_and_is_known_all_the_same(url: str) -> None:
    from knowledge.traces import runs_of

    with Store(url, corpus=shipped_corpus()) as store:
        key = taken_in(_FOUND, store, "terminal:ann", NOW).article.id
        assert store.traced("run", runs_of(_TEXT)) == [key]
        store.withdraw_article(key, "asked for", who="terminal:ann", at=NOW)
        assert store.traced("run", runs_of(_TEXT)) == []
        assert taken_in(_FOUND, store, "terminal:ann", NOW).outcome == "known"
        moved = replace(_FOUND, url="https://b.example/1")
        assert taken_in(moved, store, "terminal:ann", NOW).outcome == "known"


def test_adding_that_never_finds_a_gap_gives_up_with_a_sentence(url: str) -> None:
    class Busy:
        def __init__(self, store: Store) -> None:
            self.article, self.traced, self.text = store.article, store.traced, store.text

        def change_number(self) -> int:
            return 0

        def add_article(self, *_: object, **__: object) -> None:
            raise Outdated("another article was added meanwhile")

    with Store(url, corpus=shipped_corpus()) as store, pytest.raises(Fault, match="no gap; try again"):
        taken_in(_FOUND, Busy(store), "terminal:ann", NOW)  # type: ignore[arg-type]
