"""The lines that count: an answer's head, and what the collection holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_text import escape, plain_name
from bot.model import Outcome, Period
from bot.search.independence import independent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Reading
    from bot.model import Answer, Article, Coverage, Hit
    from bot.search.independence import Independent


# Languages of a collection named in full; the rest is counted.
MAX_LANGUAGES = 12


def head_line(answer: Answer, hits: Sequence[Hit], first: int, reading: Reading) -> str:
    """Return how many passages are shown, of how many publishers and which dates; or that they are only nearest."""
    ui = reading.ui
    if answer.outcome is Outcome.NEAREST:
        return escape(ui.text("head-nearest", count=len(hits)))
    articles = [hit.passage.article for hit in hits]
    publishers = publishers_line(independent(hits, reading.publishers), ui)
    counted = [_passages(len(hits), first, len(answer.hits), ui), publishers, *_dates(articles, ui)]
    return escape(", ".join(counted))


def coverage_line(ui: Catalogue, coverage: Coverage) -> str:
    """Return what the collection holds, in one line of plain text: articles, languages, dates."""
    languages = ui.enumerate(_language_names(ui, coverage))
    if coverage.first is None or coverage.last is None:
        return ui.text("coverage-undated", articles=coverage.articles, languages=languages)
    period = ui.period(Period(coverage.first, coverage.last))
    return ui.text("coverage", articles=coverage.articles, languages=languages, period=period, undated=coverage.undated)


def languages_by_count(coverage: Coverage) -> list[tuple[str, int]]:
    """Return the languages with their numbers of articles, most first, at most MAX_LANGUAGES."""
    return sorted(coverage.languages.items(), key=lambda item: (-item[1], item[0]))[:MAX_LANGUAGES]


def _language_names(ui: Catalogue, coverage: Coverage) -> list[str]:
    names = [plain_name(ui.language_name(code)) for code, _ in languages_by_count(coverage)]
    rest = len(coverage.languages) - len(names)
    return [*names, ui.text("also-more", count=rest)] if rest else names


def _passages(count: int, first: int, total: int, ui: Catalogue) -> str:
    if first == 0:
        return ui.text("head-passages", count=count)
    if count == 1:
        return ui.text("head-last", number=first + 1, total=total)
    return ui.text("head-range", first=first + 1, last=first + count, total=total)


def publishers_line(publishers: Independent, ui: Catalogue) -> str:
    """Return how many independent publishers there are, as plain text."""
    if not publishers.known:
        return ui.text("head-publishers-unknown")
    return ui.text("head-publishers" if publishers.all_known else "head-publishers-known", count=publishers.known)


def _dates(articles: Sequence[Article], ui: Catalogue) -> list[str]:
    days = [article.published for article in articles if article.published]
    if not days:
        return [ui.text("head-dates-unknown")]
    period = ui.period(Period(min(days), max(days)))
    undated = len(articles) - len(days)
    return [period, ui.text("head-undated", count=undated)] if undated else [period]
