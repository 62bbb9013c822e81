"""What a reader should know about an answer besides its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import OWNERSHIP
from bot.chat.render_text import escape, plain_name
from bot.model import Note, Outcome, Period, PeriodRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.chat.i18n import Catalogue
    from bot.model import Answer, Coverage, PeriodRequest, Question

# Publishers named in full where a search is narrowed to them; the rest is counted.
MAX_NAMES = 5
_PLAIN = {
    Note.AMBIGUOUS_DATE: "note-ambiguous-date",
    Note.UNDATED_LEFT_OUT: "note-undated-left-out",
    Note.ONE_SIDE: "note-one-side",
}


def notes(answer: Answer, coverage: Coverage, ui: Catalogue) -> list[str]:
    """Return the answer's notes, one escaped sentence each, in the order of the answer."""
    return [escape(_sentence(note, answer, coverage, ui)) for note in answer.notes if _applies(note, answer)]


def question_period(question: Question) -> PeriodRequest | None:
    """Return the period that the question names and that was applied, if any."""
    return None if question.filters.ignore_period else question.period


def hard_period(question: Question) -> Period | None:
    """Return the period outside which no article may pass: one that the question asks for, else the reader's own."""
    request = question_period(question)
    if request and request.role is PeriodRole.PUBLISHED:
        return request.period
    return question.filters.period


def period_lines(question: Question, ui: Catalogue) -> list[str]:
    """Return the periods that were applied, one escaped sentence each.

    A period of publication lets nothing else in; the days of an event only come first.
    """
    said = []
    if request := question_period(question):
        key = "period-only" if request.role is PeriodRole.PUBLISHED else "period-first"
        said.append(ui.text(key, period=ui.period(request.period)))
    if question.filters.period:
        said.append(ui.text("period-only", period=ui.period(question.filters.period)))
    return [escape(sentence) for sentence in dict.fromkeys(said)]


def limit_lines(question: Question, ui: Catalogue) -> list[str]:
    """Return what the search was narrowed to besides dates, one escaped sentence each; settings count like buttons."""
    filters, said = question.filters, []
    if filters.languages:
        names = sorted(plain_name(ui.language_name(code)) for code in filters.languages)
        said.append(ui.text("only-languages", languages=ui.enumerate(names)))
    if filters.publishers:
        said.append(ui.text("only-publishers", publishers=_listed(filters.publishers, ui)))
    if filters.without_publishers:
        said.append(ui.text("left-out-publishers", publishers=_listed(filters.without_publishers, ui)))
    if filters.without_ownership:
        kinds = [ui.text(OWNERSHIP[kind]) for kind in OWNERSHIP if kind in filters.without_ownership]
        said.append(ui.text("left-out-owners", kinds=ui.enumerate(kinds)))
    return [escape(sentence) for sentence in said]


def _listed(publishers: Iterable[str], ui: Catalogue) -> str:
    names = sorted(plain_name(name) for name in publishers)
    rest = len(names) - MAX_NAMES
    return ui.enumerate([*names[:MAX_NAMES], ui.text("also-more", count=rest)] if rest > 0 else names)


def _applies(note: Note, answer: Answer) -> bool:
    """Without passages shown there is no side to speak of."""
    return note is not Note.ONE_SIDE or answer.outcome is Outcome.FOUND


def _sentence(note: Note, answer: Answer, coverage: Coverage, ui: Catalogue) -> str:
    if note is Note.OUTSIDE_COVERAGE:
        return _outside(coverage, ui)
    if note in _PLAIN:
        return ui.text(_PLAIN[note])
    return ui.text("note-no-language", language=plain_name(ui.language_name(answer.question.language)))


def _outside(coverage: Coverage, ui: Catalogue) -> str:
    if coverage.first is None or coverage.last is None:
        return ui.text("note-outside-undated")
    return ui.text("note-outside-coverage", period=ui.period(Period(coverage.first, coverage.last)))
