"""An answer as a message: a head that counts, the passages, the notes, the buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.chat.render_head import coverage_line, head_line
from bot.chat.render_hit import Reading, hit_block
from bot.chat.render_keyboard import Keys, answer_rows, removal_row, rows
from bot.chat.render_notes import hard_period, limit_lines, notes, period_lines
from bot.chat.render_sentences import invitation
from bot.chat.render_text import MAX_UNITS, escape, fits, lines, paragraphs, plain_name, units, visible
from bot.chat.screen import Button, Screen
from bot.model import Intent, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Publishers
    from bot.model import Answer, Coverage, Hit, Question

# Code points of a question that is said again above its answer.
MAX_QUESTION = 300


@dataclass(frozen=True, slots=True)
class Page:
    """The part of an answer that one message shows: `hits` of `answer.hits` from `first` on, and for whom."""

    answer: Answer
    hits: tuple[Hit, ...]
    first: int
    reading: Reading
    coverage: Coverage
    group: bool
    composed: bool

    @property
    def ui(self) -> Catalogue:
        """The reader's catalogue."""
        return self.reading.ui


def answer(  # noqa: PLR0913 - the interface agreed with the handlers; all but the first by name
    answer: Answer,
    *,
    ui: Catalogue,
    publishers: Publishers,
    token: str,
    coverage: Coverage,
    first: int = 0,
    shown: int = 3,
    group: bool = False,
    nearest_shown: bool = False,
    composed: bool = False,
    more_taken: bool = False,
) -> Screen:
    """Render `shown` hits of an answer from `first` on, or fewer where a message does not hold them.

    `token` names the stored answer in the buttons' data. Nearest passages are shown only with `nearest_shown` or on
    a later page. A `composed` question, made of two, is said again above its answer. `more_taken`: the next page is
    there already. Raises VerbatimError where a quotation would not be the article's own words.
    """
    first = max(0, min(first, len(answer.hits) - 1))
    hits = answer.hits[first : first + shown]
    nearest = answer.outcome is Outcome.NEAREST
    if answer.outcome is Outcome.NOTHING or not hits or (nearest and not nearest_shown and first == 0):
        return _no_answer(answer, ui, token, coverage, composed=composed)
    page, markup = _fitting(Page(answer, hits, first, Reading(ui, publishers), coverage, group, composed))
    keys = Keys(ui, token, group=group, nearest=nearest, more_taken=more_taken)
    return Screen(markup, answer_rows(keys, answer, first, first + len(page.hits)), first + len(page.hits))


def _fitting(page: Page) -> tuple[Page, str]:
    """Show as many hits as fit with at least their best sentence whole; a single one may be cut."""
    for count in range(len(page.hits), 1, -1):
        fewer = _with_hits(page, count)
        markup = _markup(fewer, may_cut=False)
        if markup and fits(markup):
            return fewer, markup
    single = _with_hits(page, 1)
    return single, _markup(single, may_cut=True) or ""


def _with_hits(page: Page, count: int) -> Page:
    return replace(page, hits=page.hits[:count])


def _markup(page: Page, *, may_cut: bool) -> str | None:
    """Render the page, each hit given an equal share of the room that the ones before it left; None if one fails."""
    room = MAX_UNITS - units(visible(_framed(page, [""] * len(page.hits))))
    blocks: list[str] = []
    for index, hit in enumerate(page.hits):
        share = room // (len(page.hits) - index)
        reading = Reading(page.ui, page.reading.publishers, inside_block=page.group and index > 0)
        block = hit_block(hit, f"{page.first + index + 1}. ", reading, limit=share, may_cut=may_cut)
        if block is None:
            return None
        blocks.append(block)
        room -= units(visible(block))
    return _framed(page, blocks)


def _framed(page: Page, blocks: Sequence[str]) -> str:
    question, ui = page.answer.question, page.ui
    counted = head_line(page.answer, page.hits, page.first, page.reading)
    head = lines(_asked(question, ui) if page.composed else "", counted)
    tail = lines(*notes(page.answer, page.coverage, ui), *limit_lines(question, ui), *period_lines(question, ui))
    if not page.group or len(blocks) == 1:
        return "\n\n".join([head, *blocks, *([tail] if tail else [])])
    rest = "\n\n".join(blocks[1:])
    collapsed = f"<blockquote expandable>{rest}</blockquote>"
    return "\n\n".join([head, blocks[0], collapsed, *([tail] if tail else [])])


def _asked(question: Question, ui: Catalogue) -> str:
    """Say what was asked, in plain words: the reader wrote only a part of it."""
    return escape(ui.text("asked", question=plain_name(question.text, MAX_QUESTION)))


def _no_answer(answer: Answer, ui: Catalogue, token: str, coverage: Coverage, *, composed: bool) -> Screen:
    question = answer.question
    if answer.outcome is Outcome.NOTHING and question.intent is not Intent.QUESTION:
        return invitation(ui, question.intent, question.text)
    buttons = []
    if answer.hits and answer.outcome is Outcome.NEAREST:
        buttons.append(Button(ui.text("button-nearest"), f"n:{token}"))
    buttons.append(Button(ui.text("button-watch"), f"wt:new:{token}"))
    asked = _asked(question, ui) if composed else ""
    said = lines(asked, *_no_answer_lines(answer, coverage, ui))
    found = rows(buttons) + rows(removal_row(ui, token, question))
    return Screen(paragraphs(said, escape(coverage_line(ui, coverage))), found)


def _no_answer_lines(answer: Answer, coverage: Coverage, ui: Catalogue) -> list[str]:
    """Say that there is no answer, or that the limits of the search leave nothing to answer from."""
    question = answer.question
    limits, period = limit_lines(question, ui), hard_period(question)
    if answer.outcome is Outcome.NOTHING and limits:
        return [escape(ui.text("no-answer-narrowed")), *limits, *period_lines(question, ui)]
    if answer.outcome is Outcome.NOTHING and period:
        return [escape(ui.text("no-answer-period", period=ui.period(period)))]
    return [escape(ui.text("no-answer")), *limits, *period_lines(question, ui), *notes(answer, coverage, ui)]
