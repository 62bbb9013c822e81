"""What readers and administrators see of feedback, as pure functions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.chat.feedback.store import Verdict
from bot.chat.render_text import escape, lines, paragraphs, plain_name
from bot.chat.screen import Button, Screen
from bot.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.feedback.export import Export
    from bot.chat.feedback.store import Count, Kept
    from bot.chat.i18n import Catalogue

MAX_QUESTIONS = 10  # of the worst
MAX_LANGUAGES = 12
MAX_QUESTION = 200  # UTF-16 units

_OUTCOMES = {
    Outcome.FOUND: "feedback-found",
    Outcome.NEAREST: "feedback-nearest",
    Outcome.NOTHING: "feedback-nothing",
}


def question(ui: Catalogue, token: str) -> Screen:
    """Ask whether questions may be kept with votes."""
    yes = Button(ui.text("button-feedback-yes"), f"fb:yes:{token}")
    no = Button(ui.text("button-feedback-no"), f"fb:no:{token}")
    return Screen(escape(lines(ui.text("feedback-question"), ui.text("feedback-question-commands"))), ((yes,), (no,)))


def agreement(ui: Catalogue, *, agreed: bool) -> Screen:
    """Say what holds now."""
    return sentence(ui, "feedback-agreed" if agreed else "feedback-disagreed")


def state(ui: Catalogue, *, agreed: bool | None) -> Screen:
    """Say what holds for a person, and how to vote and to change it without buttons."""
    said = lines(ui.text("feedback-agreed" if agreed else "feedback-disagreed"), ui.text("feedback-how"))
    return Screen(escape(said))


def sentence(ui: Catalogue, key: str) -> Screen:
    """Say one of the sentences that have no variables."""
    return Screen(escape(ui.text(key)))


def report(ui: Catalogue, counts: Sequence[Count], kept: Sequence[Kept]) -> Screen:
    """Tell administrators how many votes there are, of which kinds, and which questions fared worst."""
    if not counts:
        return sentence(ui, "feedback-none")
    said = [
        lines(ui.text("feedback-head"), _line(ui, ui.text("feedback-all"), counts)),
        lines(*(_line(ui, ui.text(key), _of(counts, outcome)) for outcome, key in _OUTCOMES.items())),
        lines(ui.text("feedback-languages"), *_languages(ui, counts)),
        _worst(ui, kept),
        ui.text("feedback-export-how"),
    ]
    return Screen(escape(paragraphs(*said)))


def exported(ui: Catalogue, export: Export) -> str:
    """Say what the exported files are, as plain text."""
    return ui.text("feedback-exported", judged=export.judged, other=export.other)


def _of(counts: Sequence[Count], outcome: Outcome) -> list[Count]:
    return [one for one in counts if one.outcome == outcome]


def _line(ui: Catalogue, name: str, counts: Sequence[Count]) -> str:
    """Count the votes of both kinds; nothing where there are none."""
    yes = sum(one.votes for one in counts if one.verdict is Verdict.ANSWERS)
    no = sum(one.votes for one in counts if one.verdict is Verdict.DOES_NOT)
    return ui.text("feedback-line", name=name, yes=yes, no=no) if yes or no else ""


def _languages(ui: Catalogue, counts: Sequence[Count]) -> list[str]:
    totals = Counter[str]()
    for one in counts:
        totals[one.language] += one.votes
    named = []
    for code, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:MAX_LANGUAGES]:
        name = ui.text("hit-language", language=plain_name(ui.language_name(code)))
        named.append(_line(ui, name, [one for one in counts if one.language == code]))
    return named


def _worst(ui: Catalogue, kept: Sequence[Kept]) -> str:
    """Name the questions, of those who agreed, that were most often not answered."""
    misses = Counter(one.question for one in kept if one.verdict is Verdict.DOES_NOT)
    if not misses:
        return ui.text("feedback-no-questions")
    worst = sorted(misses.items(), key=lambda item: (-item[1], item[0]))[:MAX_QUESTIONS]
    named = (
        ui.text("feedback-worst-line", count=count, question=plain_name(question, MAX_QUESTION))
        for question, count in worst
    )
    return lines(ui.text("feedback-worst"), *named)
