"""A single hit for an inline answer."""

from __future__ import annotations

from bot.chat import render
from bot.chat.i18n import catalogue
from tests.chat.render_samples import PUBLISHERS, article, hit, seen


def test_a_title_says_who_when_and_what_kind() -> None:
    """As plain text, which Telegram does not parse."""
    digest = hit(article(publisher="A & B", kind="digest", published=None, language="ru"))
    assert render.inline_title(digest, ui=catalogue("en")) == "A & B, date unknown, our digest, in Russian"


def test_a_description_begins_the_best_sentence() -> None:
    """Long sentences end in an ellipsis."""
    assert render.inline_description(hit(), ui=catalogue("en")) == "Lorries waited there."
    long = hit(article("word " * 100 + "end."), sentence=0)
    assert render.inline_description(long, ui=catalogue("en")).endswith("word…")


def test_a_message_is_the_hit_alone() -> None:
    """No number, no buttons, as quoted as in an answer."""
    screen = render.inline_message(hit(), ui=catalogue("en"), publishers=lambda name: PUBLISHERS.get(name or ""))
    assert screen.html.startswith("<b>Morning Post</b> (privately owned")
    assert seen(screen).of("expandable_blockquote") == [hit().passage.text]
    assert screen.buttons == ()
