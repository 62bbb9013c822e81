"""One passage: who, when, what kind of text, quoted, with its near-copies and its link."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.chat.i18n import catalogue
from bot.chat.render_hit import Reading, hit_block, source_line
from bot.chat.render_text import units, visible
from bot.chat.screen import Screen
from bot.model import Article, Hit, Publisher
from tests.chat.render_samples import PUBLISHERS, TEXT, article, hit, seen


def _line(of: Article, language: str = "en", **changes: Any) -> str:
    return source_line(of, Reading(catalogue(language), lambda name: PUBLISHERS.get(name or "")), **changes)


def _block(of: Hit, **changes: Any) -> str:
    block = hit_block(of, "1. ", Reading(catalogue("en"), lambda name: PUBLISHERS.get(name or "")), **changes)
    assert block is not None
    return block


def test_a_source_line_names_publisher_owner_country_and_date() -> None:
    """The publisher stands out; the rest follows in words."""
    assert _line(article()) == "<b>Morning Post</b> (privately owned, United Kingdom), 1 May 2019"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("La Hoja", "<b>La Hoja</b> (ownership unknown, Colombia), date unknown"),
        ("Nobody Heard Of", "<b>Nobody Heard Of</b> (ownership unknown), date unknown"),
        (None, "<b>Publisher unknown</b>, date unknown"),
    ],
)
def test_what_is_not_known_is_said(name: str | None, line: str) -> None:
    """Unknown ownership is never left to look neutral, and an unknown date is not left out."""
    assert _line(article(publisher=name, published=None)) == line


def test_an_ownership_of_another_table_counts_as_unknown() -> None:
    """A word that we have no message for says nothing about the owner."""
    odd = Publisher("Odd", country="FR", ownership="cooperative")
    line = source_line(article(publisher="Odd"), Reading(catalogue("en"), lambda _: odd))
    assert line.startswith("<b>Odd</b> (ownership unknown, France)")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            (
                "<b>Канал 1</b> (state-owned, Russia), 1 May 2019, our digest, in Russian, "
                "agency: Interpress, another side"
            ),
        ),
        (
            "es",
            (
                "<b>Канал 1</b> (estatal, Rusia), 1 de mayo de 2019, resumen nuestro, en ruso, "
                "agencia: Interpress, otro lado"
            ),
        ),
        (
            "ru",
            (
                "<b>Канал 1</b> (государственное СМИ, Россия), 1 мая 2019\u202fг., наш пересказ, "
                "агентство: Interpress, другая сторона"
            ),
        ),
        (
            "pt",
            (
                "<b>Канал 1</b> (estatal, Rússia), 1 de maio de 2019, resumo nosso, em russo, "
                "agência: Interpress, outro lado"
            ),
        ),
        (
            "fr",
            (
                "<b>Канал 1</b> (média d’État, Russie), 1er mai 2019, notre résumé, en russe, "
                "agence\u00a0: Interpress, un autre côté"
            ),
        ),
    ],
)
def test_digest_language_agency_and_side_are_said_in_the_readers_language(language: str, line: str) -> None:
    """The passage's language is named only to readers of another."""
    digest = article(publisher="Канал 1", language="ru", kind="digest", agency="Interpress")
    assert _line(digest, language, other_side=True) == line


def test_a_publisher_is_called_what_the_table_calls_it() -> None:
    """Two spellings of one publisher do not look like two publishers."""
    line = source_line(article(publisher="MP"), Reading(catalogue("en"), lambda _: PUBLISHERS["Morning Post"]))
    assert line.startswith("<b>Morning Post</b>")


def test_names_can_not_bring_markup_along() -> None:
    """Publisher and agency are foreign text."""
    line = _line(article(publisher="<b>A & B</b>", agency="</blockquote>"))
    assert line.startswith("<b>&lt;b&gt;A &amp; B&lt;/b&gt;</b> (ownership unknown)")
    assert "agency: &lt;/blockquote&gt;" in line


def test_a_block_is_line_quotation_copies_and_link() -> None:
    """In this order, with the best sentence in bold."""
    copies = (
        article(publisher="La Hoja", published=date(2019, 5, 2)),
        article(publisher=None, published=None),
    )
    assert _block(hit(also=copies)) == (
        "1. <b>Morning Post</b> (privately owned, United Kingdom), 1 May 2019\n"
        "<blockquote expandable>The bridge was closed on Monday. <b>Lorries waited there.</b> "
        "Nobody said when it would open.</blockquote>\n"
        "Also: La Hoja (2 May 2019), Publisher unknown (date unknown)\n"
        '<a href="https://post.example/bridge?a=1&amp;b=2">Open the article</a>'
    )


def test_many_copies_are_counted_after_the_first_four() -> None:
    """The line stays short."""
    copies = tuple(article(publisher=f"P{n}", published=None) for n in range(7))
    assert "P3 (date unknown), 3 more\n" in _block(hit(also=copies))


def test_without_an_address_there_is_no_link() -> None:
    """Nothing is offered that can't be opened."""
    assert _block(hit(article(url=None))).endswith("</blockquote>")


def test_a_shortened_quotation_says_so_outside_the_quotation() -> None:
    """The marks are ours, in brackets, on lines of their own."""
    block = _block(hit(), limit=170)
    assert "[the passage begins earlier …]\n<blockquote expandable>Lorries" in block
    assert "there.</blockquote>\n[… the passage goes on]\n" in block
    assert units(visible(block)) <= 170
    assert seen(Screen(block)).of("expandable_blockquote")[0] in TEXT


def test_a_best_sentence_that_does_not_fit_gives_no_block_unless_it_may_be_cut() -> None:
    """The caller decides whether fewer hits are better."""
    reading = Reading(catalogue("en"), lambda _: None)
    assert hit_block(hit(), "", reading, limit=100, may_cut=False) is None
    assert hit_block(hit(), "", reading, limit=100) is not None


def test_inside_a_block_a_quotation_stands_between_quotation_marks() -> None:
    """Telegram has no block inside a block."""
    block = hit_block(hit(), "2. ", Reading(catalogue("fr"), lambda _: None, inside_block=True))
    assert block is not None
    assert "blockquote" not in block
    assert "\n«\u00a0<i>The bridge was closed on Monday. <b>Lorries waited there.</b> Nobody" in block
    assert "open.</i>\u00a0»\n" in block
