"""What readers see of corrections, as pure functions: old and new words to the letter, dates, never a judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.render_hit import Reading, publication_date, publisher_name, source_line
from bot.chat.render_text import clip, escape, fits, lines, link, paragraphs, plain_name, units
from bot.chat.screen import Screen
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Publishers
    from bot.chat.watches.noted import Correction, Noted, Rewritten

MAX_ADDED = 2  # new sentences elsewhere in an article that are quoted; the rest is counted
MAX_TITLE = 200  # code points
LONGEST_SENTENCE = 700  # UTF-16 units of a quoted sentence; what is cut says so


@dataclass(frozen=True, slots=True)
class Page:
    """A message about corrections, and the ids of the articles that it holds: not always all."""

    screen: Screen
    told: tuple[str, ...]


def corrections(
    found: Sequence[Correction], *, ui: Catalogue, publishers: Publishers, day: date, repeated: bool
) -> Page:
    """Tell what changed in articles, as many as one message holds. `day` is when it was noticed.

    `repeated`: it is not known whether this message arrived before, and it says so.
    """
    reading = Reading(ui, publishers)
    head = lines(
        f"<b>{escape(ui.text('corrections-head'))}</b>",
        escape(ui.text("watch-news-repeated")) if repeated else "",
        escape(ui.text("corrections-noticed", day=ui.day(day))),
    )
    foot = escape(ui.text("corrections-foot"))
    blocks: list[str] = []
    for correction in found:
        block = _block(correction, reading)
        if not fits(paragraphs(head, *blocks, block, foot)):
            if blocks:
                break
            block = _short_block(correction, reading)
        blocks.append(block)
    told = tuple(correction.noted.article for correction in found[: len(blocks)])
    return Page(Screen(paragraphs(head, *blocks, foot)), told)


def asked(ui: Catalogue, articles: int, until: date) -> Screen:
    """Say that corrections to so many articles will be told, and until when."""
    return Screen(
        escape(lines(ui.text("corrections-set", count=articles, day=ui.day(until)), ui.text("corrections-foot")))
    )


def _block(correction: Correction, reading: Reading) -> str:
    """Tell of one article: what it is, then what changed."""
    ui, noted, article = reading.ui, correction.noted, correction.article
    if article is None:
        return lines(
            _source(noted, reading),
            escape(ui.text("correction-removed")),
            escape(ui.text("correction-shown")),
            _quoted(noted.best_sentence, ui),
            link(noted.url, ui.text("open-article")),
        )
    return lines(
        escape(plain_name(article.title, MAX_TITLE)),
        source_line(article, reading),
        *_facts(noted, article, ui),
        *(line for one in correction.rewritten for line in _rewritten(one, ui)),
        *_elsewhere(correction, ui),
        link(article.url, ui.text("open-article")),
    )


def _short_block(correction: Correction, reading: Reading) -> str:
    """Tell of one article without its words, which no message holds."""
    noted, article = correction.noted, correction.article
    key = "correction-removed" if article is None else "correction-too-long"
    source = _source(noted, reading) if article is None else source_line(article, reading)
    return lines(source, escape(reading.ui.text(key)), link(noted.url, reading.ui.text("open-article")))


def _source(noted: Noted, reading: Reading) -> str:
    """Return the line that said where an article came from."""
    return lines(escape(plain_name(noted.title, MAX_TITLE)), source_line(_as_shown(noted), reading))


def _as_shown(noted: Noted) -> Article:
    return Article(
        id=noted.article,
        title=noted.title,
        text="",
        language=noted.language,
        publisher=noted.publisher,
        published=noted.published,
        url=noted.url,
        kind=noted.kind,
        agency=noted.agency,
    )


def _facts(noted: Noted, article: Article, ui: Catalogue) -> list[str]:
    """Say which of title, publisher and date is another than it was."""
    before, said = _as_shown(noted), []
    if noted.title != article.title:
        old, new = plain_name(noted.title, MAX_TITLE), plain_name(article.title, MAX_TITLE)
        said += [ui.text("correction-title-was", title=old), ui.text("correction-title-is", title=new)]
    if noted.published != article.published:
        old, new = publication_date(before, ui), publication_date(article, ui)
        said += [ui.text("correction-date-was", date=old), ui.text("correction-date-is", date=new)]
    if noted.publisher != article.publisher:
        old, new = publisher_name(before, ui), publisher_name(article, ui)
        said.append(ui.text("correction-publisher-was", publisher=old))
        said.append(ui.text("correction-publisher-is", publisher=new))
    return [escape(line) for line in said]


def _rewritten(one: Rewritten, ui: Catalogue) -> list[str]:
    old = [escape(ui.text("correction-was")), _quoted(one.old, ui)]
    if one.new is None:
        return [*old, escape(ui.text("correction-gone"))]
    return [*old, escape(ui.text("correction-is")), _quoted(one.new, ui)]


def _elsewhere(correction: Correction, ui: Catalogue) -> list[str]:
    """Say what changed in the article beside the sentences that were shown."""
    said, added = [], correction.added
    if added:
        said.append(escape(ui.text("correction-added", count=len(added))))
        said += [_quoted(sentence, ui) for sentence in added[:MAX_ADDED]]
        if len(added) > MAX_ADDED:
            said.append(escape(ui.text("correction-added-more", count=len(added) - MAX_ADDED)))
    if correction.taken_out:
        said.append(escape(ui.text("correction-taken-out", count=correction.taken_out)))
    return said


def _quoted(sentence: str, ui: Catalogue) -> str:
    """Quote a sentence; a very long one is cut, and that is said."""
    if units(sentence) <= LONGEST_SENTENCE:
        return f"<blockquote>{escape(sentence)}</blockquote>"
    cut = clip(sentence, LONGEST_SENTENCE).removesuffix("…").rstrip()
    return lines(f"<blockquote>{escape(cut)}</blockquote>", escape(ui.text("shortened-after")))
