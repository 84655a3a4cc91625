"""What things are called: subjects, metrics, speakers and sources, by their names in the vocabulary."""

from bot.names import Names
from bot.wording.cutting import shortened_title
from bot.wording.habits import language_name
from bot.wording.phrases import phrase
from bot.wording.times import period_text
from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.value import Language


class Titles:
    """Names in one language."""

    def __init__(self, names: Names, language: Language) -> None:
        self._names = names
        self.language = language

    def subject(self, subject: str) -> str:
        """The name of a subject."""
        known = self._names.subjects.get(subject)
        return known.name.in_language(self.language) if known else subject

    def metric(self, metric: str) -> str:
        """The name of a metric."""
        known = self._names.metrics.get(metric)
        return known.name.in_language(self.language) if known else metric

    def term(self, term: str) -> str:
        """The text of a basis or a whole."""
        known = self._names.terms.get(term)
        return known.name.in_language(self.language) if known else term

    def topic(self, topic: str) -> str:
        """The name of a topic."""
        known = self._names.topics.get(topic)
        return known.name.in_language(self.language) if known else topic

    def thing(self, subject: str | None, metric: str | None, period: Period | None) -> str:
        """Such as "Meta · capital expenditure · 2024", as far as its parts are given."""
        parts = (
            self.subject(subject) if subject else "",
            self.metric(metric) if metric else "",
            period_text(period, self.language) if period else "",
        )
        return " · ".join(part for part in parts if part)

    def speaker(self, claim: Claim) -> str:
        """Who says it: "Susan Li (Meta)", "OpenAI, via The Information", or that nobody is named."""
        if claim.speaker is None:
            voice = "speaker_not_named" if claim.looks_forward or claim.status == "alleged" else "as_reported"
            said = phrase(voice, self.language)
        else:
            said = self._with_affiliation(claim.speaker)
        return phrase("via", self.language, said, self.subject(claim.via)) if claim.via else said

    def source(self, article: Article) -> str:
        """Publisher and author, the language, and what the article was translated from."""
        by = ", ".join(name for name in (article.author, article.publisher) if name)
        original = article.original
        after = phrase("original", self.language, original.publisher) if original and original.publisher else ""
        return "; ".join(part for part in (by, self._languages(article), after) if part)

    def short_source(self, article: Article) -> str:
        """Publisher or author, and the languages."""
        by = shortened_title(article.publisher or article.author or "")
        return "; ".join(part for part in (by, self._languages(article)) if part)

    def _languages(self, article: Article) -> str:
        language = language_name(article.language, self.language)
        original = article.original
        if not original or not original.language or original.language == article.language:
            return language
        named = language_name(original.language, self.language)
        named = f"{named}en" if self.language == "de" else named
        return phrase("translated_from", self.language, language, named)

    def _with_affiliation(self, speaker: str) -> str:
        known = self._names.subjects.get(speaker)
        name = self.subject(speaker)
        return f"{name} ({self.subject(known.affiliation)})" if known and known.affiliation else name
