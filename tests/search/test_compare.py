"""Sides: grouped by country and owner, counted, at most two passages each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Publisher
from bot.search.compare import sides
from tests.chat.render_samples import article, hit

if TYPE_CHECKING:
    from bot.model import Hit

KNOWN = {
    "TASS": Publisher("TASS", country="RU", ownership="state"),
    "RIA": Publisher("RIA", country="RU", ownership="state"),
    "RBK": Publisher("RBK", country="RU", ownership="private"),
    "Post": Publisher("Post", country="GB", ownership="private"),
    "Times": Publisher("Times", country="GB", ownership="private"),
    "Blog": Publisher("Blog", country="GB"),
}


def of(publisher: str | None, number: int = 0, agency: str | None = None) -> Hit:
    """Return a hit of a publisher."""
    return hit(article(id=f"{publisher}-{number}.md", publisher=publisher, agency=agency))


def publisher(name: str | None) -> Publisher | None:
    """Return what is known of a publisher."""
    return KNOWN.get(name or "")


def test_sides_are_ordered_by_independent_publishers_then_country_and_the_unknown_comes_last() -> None:
    """However much the unknown say: they are no side of one mind, and never pass for neutral."""
    hits = [of("Blog"), of(None), of("Nobody"), of("Paper"), of("RBK"), of("TASS"), of("Post"), of("Times")]
    found = [(side.country, side.ownership, side.publishers.known) for side in sides(hits, publisher)]
    assert found == [("GB", "private", 2), ("RU", "private", 1), ("RU", "state", 1), (None, "unknown", 3)]


def test_a_side_shows_its_best_passage_and_the_best_of_another_publisher() -> None:
    first, again, other = of("TASS", 1), of("TASS", 2), of("RIA")
    (side,) = sides([first, again, other], publisher)
    assert side.hits == (first, other)
    assert (side.articles, side.publishers.known) == (3, 2)


def test_a_side_of_one_publisher_shows_two_of_its_passages() -> None:
    first, again, third = of("TASS", 1), of("TASS", 2), of("TASS", 3)
    (side,) = sides([first, again, third], publisher)
    assert side.hits == (first, again)


def test_one_agency_in_two_papers_is_one_voice() -> None:
    (side,) = sides([of("Post", agency="AFP"), of("Times", agency="AFP")], publisher)
    assert (side.articles, side.publishers.known) == (2, 1)


def test_the_order_does_not_depend_on_what_was_found_first() -> None:
    hits = [of("RBK"), of("TASS"), of("Post"), of("Blog")]
    backwards = sides(hits[::-1], publisher)
    assert [side.country for side in sides(hits, publisher)] == [side.country for side in backwards]


def test_nothing_found_has_no_sides() -> None:
    assert sides([], publisher) == ()
