"""What readers see of watches, as pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import Reading, hit_block, source_line
from bot.chat.render_text import MAX_UNITS, escape, fits, lines, link, paragraphs, plain_name, units, visible
from bot.chat.screen import Button, Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Publishers
    from bot.chat.watches.store import Watch
    from bot.model import Answer, Hit

# Our own: a topic longer than this many UTF-16 units is no topic but a text; and what a list shows of it.
LONGEST_TOPIC = 300
_IN_LIST = 120
_MINUTE = 60
_IN_ROW = 4  # short buttons that a telephone shows side by side


def news(  # noqa: PLR0913 - all but the first two by name
    watch: Watch,
    answer: Answer,
    *,
    ui: Catalogue,
    publishers: Publishers,
    token: str,
    shown: int,
    repeated: bool,
) -> Screen:
    """Tell of new passages for a watch: as many as fit of the first `shown`, the rest behind a button.

    `repeated`: it is not known whether this message arrived before, and it says so. Raises VerbatimError.
    """
    head = lines(
        _bold(ui.text("watch-news", place=watch.place, topic=topic_of(watch))),
        escape(ui.text("watch-news-repeated")) if repeated else "",
        escape(ui.text("head-passages", count=len(answer.hits))),
    )
    foot = escape(ui.text("watch-foot", place=watch.place))
    reading = Reading(ui, publishers)
    for count in range(min(shown, len(answer.hits)), 0, -1):
        blocks = _blocks(answer.hits[:count], reading, MAX_UNITS - units(visible(paragraphs(head, foot))))
        markup = paragraphs(head, *blocks, foot)
        if len(blocks) == count and fits(markup):
            return Screen(markup, _news_buttons(ui, watch, token, count, len(answer.hits)), upto=count)
    source = _only_source(answer.hits[0], reading)
    return Screen(paragraphs(head, source, foot), _news_buttons(ui, watch, token, 0, len(answer.hits)))


def watch_set(ui: Catalogue, watch: Watch, *, every_minutes: int) -> Screen:
    """Say that a topic is watched, and how it ends."""
    pause = ui.duration(every_minutes * _MINUTE)
    text = lines(
        ui.text("watch-set", place=watch.place, topic=topic_of(watch)),
        ui.text("watch-set-pause", duration=pause),
        ui.text("watch-foot", place=watch.place),
    )
    return Screen(escape(text), ((_end_button(ui, watch),),))


def watch_list(ui: Catalogue, watches: Sequence[Watch], waiting_for: int) -> Screen:
    """List the watches of a chat with buttons that end them, and say for how many answers corrections are told."""
    if not watches:
        listed = [ui.text("watches-none", topic=ui.text("watch-example"))]
    else:
        listed = [
            ui.text("watches-head", count=len(watches)),
            *(ui.text("watches-line", place=one.place, topic=topic_of(one)) for one in watches),
            ui.text("watches-end", place=watches[0].place),
        ]
    corrections = ui.text("corrections-asked", count=waiting_for) if waiting_for else ""
    buttons = [Button(ui.text("button-watch-end", place=one.place), f"wt:drop:{one.number}") for one in watches]
    rows = tuple(tuple(buttons[at : at + _IN_ROW]) for at in range(0, len(buttons), _IN_ROW))
    return Screen(escape(paragraphs(lines(*listed), corrections)), rows)


def watch_ended(ui: Catalogue, watch: Watch) -> Screen:
    """Say that a watch has ended."""
    return Screen(escape(ui.text("watch-ended", place=watch.place, topic=topic_of(watch))))


def watch_unknown(ui: Catalogue, place: int) -> Screen:
    """Say that there is no such watch."""
    return Screen(escape(ui.text("watch-unknown", place=place)))


def topic_missing(ui: Catalogue) -> Screen:
    """Ask for a topic."""
    return Screen(escape(ui.text("watch-which", topic=ui.text("watch-example"))))


def too_many(ui: Catalogue, limit: int) -> Screen:
    """Say that a chat watches as much as it may."""
    return Screen(escape(ui.text("watch-too-many", limit=limit)))


def sentence(ui: Catalogue, key: str) -> Screen:
    """Say one of the sentences that have no variables."""
    return Screen(escape(ui.text(key)))


def said(sentence: str) -> Screen:
    """Say a sentence that is at hand."""
    return Screen(escape(sentence))


def topic_of(watch: Watch) -> str:
    """Return a watch's topic fit for the middle of a line."""
    return plain_name(watch.text, _IN_LIST)


def _blocks(hits: Sequence[Hit], reading: Reading, room: int) -> list[str]:
    """Render hits, each within an equal share of the room that the ones before it left; fewer where one fails."""
    blocks: list[str] = []
    for index, hit in enumerate(hits):
        share = room // (len(hits) - index) - 2  # the empty line between two
        block = hit_block(hit, f"{index + 1}. ", reading, limit=share, may_cut=len(hits) == 1)
        if block is None:
            break
        blocks.append(block)
        room -= units(visible(block)) + 2
    return blocks


def _only_source(hit: Hit, reading: Reading) -> str:
    """Name a passage that no message holds beside its source: an article without a single space, say."""
    article = hit.passage.article
    return lines(source_line(article, reading), link(article.url, reading.ui.text("open-article")))


def _news_buttons(ui: Catalogue, watch: Watch, token: str, shown: int, total: int) -> tuple[tuple[Button, ...], ...]:
    onward = [Button(ui.text("button-more"), f"m:{token}:{shown}")] if 0 < shown < total else []
    corrections = Button(ui.text("button-corrections"), f"co:{token}")
    return tuple(row for row in (tuple(onward), (corrections,), (_end_button(ui, watch),)) if row)


def _end_button(ui: Catalogue, watch: Watch) -> Button:
    return Button(ui.text("button-watch-end", place=watch.place), f"wt:end:{watch.number}")


def _bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"
