"""What changed of an article since it was shown: sentence by sentence, to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from bot.chat.watches.noted import Noted, Rewritten, compare, note, noted_again
from bot.model import Article, Hit, Passage
from tests.chat.fake_engine import article, passages_of

TEXT = (
    "The bridge was closed on Monday. Some 40 trucks waited there. Nobody was hurt.\n\n"
    "The mayor spoke at noon. He asked for calm. The bridge opened again on Friday."
)


def shown(one: Article, passage: int = 0) -> Noted:
    """Note what a hit of one passage shows."""
    passages = passages_of(one)
    return note([Hit(passages[passage], 0.9, passages[passage].sentences[1])], passages)


def after(text: str) -> list[Passage]:
    """Return the passages of the article with another text."""
    return passages_of(article(1, text, date(2019, 5, 1)))


BEFORE = article(1, TEXT, date(2019, 5, 1))


def test_nothing_changed() -> None:
    assert compare(shown(BEFORE), passages_of(BEFORE)) is None


def test_white_space_is_no_change() -> None:
    assert compare(shown(BEFORE), after(TEXT.replace("\n\n", "\n\n\n").replace("Monday. ", "Monday.  "))) is None


def test_a_rewritten_sentence_stands_beside_the_old_one() -> None:
    correction = compare(shown(BEFORE), after(TEXT.replace("40 trucks", "14 trucks")))
    assert correction is not None
    assert correction.rewritten == (Rewritten("Some 40 trucks waited there.", "Some 14 trucks waited there."),)
    assert (correction.added, correction.taken_out) == ((), 0)


def test_a_sentence_without_a_successor_is_gone_and_an_unlike_one_is_new() -> None:
    correction = compare(shown(BEFORE), after(TEXT.replace("Some 40 trucks waited there.", "It rained all that week.")))
    assert correction is not None
    assert correction.rewritten == (Rewritten("Some 40 trucks waited there.", None),)
    assert correction.added == ("It rained all that week.",)


def test_changes_elsewhere_are_quoted_and_counted() -> None:
    correction = compare(shown(BEFORE), after(TEXT.replace("He asked for calm. ", "").replace("Friday", "Sunday")))
    assert correction is not None
    assert correction.rewritten == ()
    assert correction.added == ("The bridge opened again on Sunday.",)
    assert correction.taken_out == 2


def test_sentences_in_another_order_are_no_correction() -> None:
    first, second = TEXT.split("\n\n")
    assert compare(shown(BEFORE), after(second + "\n\n" + first)) is None


@pytest.mark.parametrize(
    "now",
    [
        replace(BEFORE, title="Bridge closed"),
        replace(BEFORE, published=date(2019, 5, 2)),
        replace(BEFORE, published=None),
        replace(BEFORE, publisher="Radio Norte"),
    ],
)
def test_another_title_date_or_publisher_is_a_correction(now: Article) -> None:
    correction = compare(shown(BEFORE), passages_of(now))
    assert correction is not None
    assert correction.article == now


def test_another_address_or_author_is_none() -> None:
    assert compare(shown(BEFORE), passages_of(replace(BEFORE, url="https://other.example/", author="Ann"))) is None


def test_an_article_that_is_gone() -> None:
    correction = compare(shown(BEFORE), [])
    assert correction is not None
    assert correction.article is None
    assert correction.noted.best_sentence == "Some 40 trucks waited there."


def test_what_was_told_is_the_measure_of_the_next_correction() -> None:
    later = after(TEXT.replace("40 trucks", "14 trucks"))
    correction = compare(shown(BEFORE), later)
    assert correction is not None
    renewed = noted_again(correction, later)
    assert renewed.best_sentence == "Some 14 trucks waited there."
    assert compare(renewed, later) is None
    again = compare(renewed, after(TEXT.replace("40 trucks", "4 trucks")))
    assert again is not None
    assert again.rewritten == (Rewritten("Some 14 trucks waited there.", "Some 4 trucks waited there."),)


def test_what_is_noted_survives_storage() -> None:
    noted = shown(BEFORE)
    assert msgspec.json.decode(msgspec.json.encode(noted), type=Noted) == noted


def test_two_hits_of_one_article_are_noted_together() -> None:
    passages = passages_of(BEFORE)
    noted = note([Hit(one, 0.9, one.sentences[0]) for one in reversed(passages)], passages)
    assert noted.best_sentence == "The mayor spoke at noon."
    assert len(noted.shown) == 6
