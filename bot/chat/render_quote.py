"""Quotations: to the letter, and never cut without saying so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.chat.render_text import end_of_cut, escape, units, visible
from bot.errors import VerbatimError
from bot.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Article


@dataclass(frozen=True, slots=True)
class Stretch:
    """What may be quoted of an article: the whole stretch, its sentences in order, and the core to keep and stress."""

    article: Article
    whole: Span
    sentences: tuple[Span, ...]
    core: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Markup whose visible text is exactly `span` of the article; the flags say where the stretch goes on."""

    html: str
    span: Span
    cut_before: bool
    cut_after: bool


def quote(stretch: Stretch, limit: int, *, may_cut_core: bool) -> Quotation | None:
    """Quote as much of `stretch` as `limit` UTF-16 units hold: all of it, or whole sentences around its core.

    Where not even the core fits, a part of the core is quoted if `may_cut_core`, else None is returned.
    Raises VerbatimError where the stretch does not lie in its article or the markup would show something else.
    """
    _check_offsets(stretch)
    text = stretch.article.text
    span = _whole_sentences(stretch, limit)
    if span is None and may_cut_core:
        core = stretch.core
        span = Span(core.start, core.start + max(1, end_of_cut(core.of(text), limit)))
    if span is None:
        return None
    return _verified(stretch, span)


def mark_cuts(quotation: Quotation, whole: Span) -> Quotation:
    """Return the quotation with its flags set by another stretch than the one it was taken from."""
    span = quotation.span
    return replace(quotation, cut_before=span.start > whole.start, cut_after=span.end < whole.end)


def _whole_sentences(stretch: Stretch, limit: int) -> Span | None:
    text, core = stretch.article.text, stretch.core
    if units(stretch.whole.of(text)) <= limit:
        return stretch.whole
    if units(core.of(text)) > limit:
        return None
    return _grow(text, core, stretch.sentences, limit)


def _grow(text: str, core: Span, sentences: Sequence[Span], limit: int) -> Span:
    """Widen `core` by whole sentences, the following before the preceding one, as long as they fit."""
    start, end = core.start, core.end
    following = [s.end for s in sentences if s.end > core.end]
    preceding = [s.start for s in reversed(sentences) if s.start < core.start]
    while following or preceding:
        if following and units(text[start : following[0]]) <= limit:
            end = following.pop(0)
        else:
            following = []
        if preceding and units(text[preceding[0] : end]) <= limit:
            start = preceding.pop(0)
        else:
            preceding = []
    return Span(start, end)


def _verified(stretch: Stretch, span: Span) -> Quotation:
    text = stretch.article.text
    markup = _stressed(text, span, stretch.core)
    if visible(markup) != span.of(text):
        msg = f"{stretch.article.id}: the quotation of [{span.start}, {span.end}) would not show the article's words"
        raise VerbatimError(msg)
    return mark_cuts(Quotation(markup, span, cut_before=False, cut_after=False), stretch.whole)


def _stressed(text: str, span: Span, core: Span) -> str:
    """Return the span's text with the core in bold, unless the core is all of it."""
    start, end = max(span.start, core.start), min(span.end, core.end)
    if (start, end) == (span.start, span.end):
        return escape(span.of(text))
    return f"{escape(text[span.start : start])}<b>{escape(text[start:end])}</b>{escape(text[end : span.end])}"


def _check_offsets(stretch: Stretch) -> None:
    whole, core = stretch.whole, stretch.core
    if not (0 <= whole.start < whole.end <= len(stretch.article.text)):
        msg = f"{stretch.article.id}: the passage [{whole.start}, {whole.end}) does not lie in the article"
        raise VerbatimError(msg)
    if not (whole.start <= core.start < core.end <= whole.end):
        msg = f"{stretch.article.id}: the sentence [{core.start}, {core.end}) does not lie in its passage"
        raise VerbatimError(msg)
