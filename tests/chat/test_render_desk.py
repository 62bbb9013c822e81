"""What administrators see of articles: complete, escaped, within Telegram's lengths, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.chat import render_desk
from bot.chat.drafts import Draft
from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.render_text import units
from bot.ingest.raw import RawArticle
from tests.chat.render_samples import seen

EN = catalogue("en")
ARTICLE = RawArticle(
    "Bridge <closed> & guarded",
    "The bridge was closed.\n\nNobody said when it would open.",
    date(2019, 5, 2),
    "json-ld",
    "The Example",
    agency="EFE",
    language="es",
)
DRAFT = Draft((ARTICLE,), passages=2, copies=("Bridge shut", "El puente, cerrado"))
LONGEST = 4096  # UTF-16 units of a message


def test_a_draft_shows_all_that_was_understood() -> None:
    screen = render_desk.draft(EN, "tok", DRAFT)
    text = seen(screen).text
    assert text == (
        "Bridge <closed> & guarded\nPublisher: The Example\nDate: 2 May 2019 (found in: json-ld)\nAgency: EFE\n"
        "In Spanish, passages: 2\n\nIt resembles:\n• Bridge shut\n• El puente, cerrado\n\n"
        "The bridge was closed.\nNobody said when it would open."
    )
    assert "&lt;closed&gt; &amp; guarded" in screen.html
    assert [[button.label for button in row] for row in screen.buttons] == [
        ["Add", "Cancel"],
        ["Change date", "Change publisher"],
    ]
    assert [button.data for row in screen.buttons for button in row] == [
        "w:tok:add", "w:tok:cancel", "w:tok:date", "w:tok:publisher",
    ]  # fmt: skip


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    bare = replace(ARTICLE, date=None, date_found_in=None, publisher_name=None, agency=None)
    text = seen(render_desk.draft(EN, "tok", Draft((bare,), 1))).text
    assert "Date: unknown" in text
    assert "Publisher unknown" in text
    assert "Publisher:" not in text
    assert "Agency" not in text
    assert "It resembles" not in text


def test_a_container_is_counted_and_opened_no_further_than_five_titles() -> None:
    articles = tuple(replace(ARTICLE, title=f"Story {number}") for number in range(7))
    screen = render_desk.draft(EN, "tok", Draft(articles, skipped=2))
    text = seen(screen).text
    assert text.startswith("Articles in this file: 7\nSkipped parts: 2\n• Story 0\n")
    assert text.endswith("• Story 4\nand 2 more")
    assert [[button.label for button in row] for row in screen.buttons] == [["Add all", "Cancel"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_enormous_and_hostile_values_keep_to_the_length_in_every_language(language: str) -> None:
    """Endless titles, a text of one line, names that turn the direction of writing."""
    wild = "\u202e" + "𐍈<&" * 5000
    hostile = replace(
        ARTICLE, title=wild, text=wild, publisher_name=wild, date_found_in=wild, agency=wild, language="xx"
    )
    ui = catalogue(language)
    screens = [
        render_desk.draft(ui, "tok", Draft((hostile,), 9, copies=(wild,) * 10)),
        render_desk.draft(ui, "tok", Draft((hostile,) * 9, skipped=3)),
        render_desk.article(ui, wild, hostile, 3),
        render_desk.removal(ui, "tok", render_desk.article(ui, wild, hostile, 3)),
        render_desk.removed(ui, "tok", wild),
        render_desk.added(ui, new=1, changed=0, same=0, files=(wild,)),
        render_desk.unreadable(ui, wild),
        render_desk.prompt(ui, "tok", "date"),
        render_desk.prompt(ui, "tok", "publisher"),
    ]
    for screen in screens:
        text = seen(screen).text
        assert text.strip()
        assert "\u202e" not in text
        assert units(text) <= LONGEST
        assert all(len(button.data.encode()) <= 64 for row in screen.buttons for button in row if button.data)


def test_what_became_of_added_articles_is_counted_and_one_file_is_named() -> None:
    one = seen(render_desk.added(EN, new=1, changed=0, same=0, files=("added/a.md",))).text
    assert one.startswith("Added: 1. Replaced: 0. Already there: 0.\nFile: added/a.md\n")
    many = seen(render_desk.added(EN, new=1, changed=1, same=1, files=("a.md", "b.md", "c.md"))).text
    assert "File:" not in many


def test_a_removed_article_can_be_put_back_or_the_index_renewed() -> None:
    (row,) = render_desk.removed(EN, "tok", "added/a.md").buttons
    assert [(button.label, button.data) for button in row] == [("Undo", "w:tok:undo"), ("Read again now", "w:reindex")]
