"""A single hit for an inline answer."""

from __future__ import annotations

from bot.chat import render
from bot.chat.i18n import catalogue
from tests.chat.render_samples import PUBLISHERS, article, hit, seen


def test_a_title_is_the_articles() -> None:
    """As plain text, which Telegram does not parse; an article without a title is called by its publisher."""
    assert render.inline_title(hit(article(title="Tea & \u202etalks")), ui=catalogue("en")) == "Tea & talks"
    assert render.inline_title(hit(article(title="\u200b")), ui=catalogue("en")) == "Morning Post"


def test_a_description_says_who_and_when_and_begins_the_best_sentence() -> None:
    """Long sentences end in an ellipsis; a long name leaves room for the sentence."""
    digest = hit(article(publisher="A & B", kind="digest", published=None, language="ru"))
    assert render.inline_description(digest, ui=catalogue("en")) == (
        "A & B, date unknown, our digest, in Russian\nLorries waited there."
    )
    long = hit(article("word " * 100 + "end.", publisher="Post " * 60), sentence=0)
    source, snippet = render.inline_description(long, ui=catalogue("en")).split("\n")
    assert len(source) <= 120
    assert len(snippet) > 70
    assert snippet.endswith("word…")


def test_a_message_is_the_hit_alone() -> None:
    """No number, no buttons, as quoted as in an answer."""
    screen = render.inline_message(hit(), ui=catalogue("en"), publishers=lambda name: PUBLISHERS.get(name or ""))
    assert screen.html.startswith("<b>Morning Post</b> (privately owned")
    assert seen(screen).of("expandable_blockquote") == [hit().passage.text]
    assert screen.buttons == ()
