"""Timelines, sides and publishers as screens: within Telegram's limits, to the letter, in every language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.render_hit import Reading
from bot.chat.render_text import fits, units, visible
from bot.chat.timeline import compare_screens, source_screens, timeline_screens
from bot.chat.timeline.layout import CAPTION
from bot.chat.timeline.timeline_screens import View
from bot.model import Filters, Outcome, Period, Publisher, Question, Source
from bot.search.sources import Named
from tests.chat.render_samples import COVERAGE, PUBLISHERS, answer, article, data, hit, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.chat.screen import Screen
    from bot.model import Hit

LONG = "Der Fluß 🙂 & <b>so</b> " * 40 + "end. Second."
OWNERS = {f"P{n}": Publisher(f"P{n}", country=("FR", "RU", "BR", "GB")[n % 4], ownership="private") for n in range(40)}


def view(hits: Sequence[Hit], language: str = "en", *, group: bool = False, question: Question | None = None) -> View:
    """Return a survey's hits as a chat sees them."""
    reading = Reading(catalogue(language), lambda name: {**PUBLISHERS, **OWNERS}.get(name or ""))
    found = answer(hits, question=question or Question("bridge & <tolls>", "en"))
    return View(found, reading, COVERAGE, "AbCdEfGhIjK", group)


def story(number: int, text: str = LONG, published: date | None = None, **changes: object) -> Hit:
    """Return a hit of an article of its own."""
    day = published or date(2019, 1, 4) + timedelta(number // 3)
    publisher = changes.pop("publisher", f"P{number % 40}")
    url = f"https://post.example/{'x' * 300}/{number}"
    return hit(article(text, id=f"{number}.md", published=day, publisher=publisher, url=url, **changes), sentence=0)


def lost(number: int) -> Hit:
    """Return a hit of an article without a date."""
    return hit(article(id=f"u{number}.md", published=None, publisher=f"P{number}"), sentence=0)


MANY = [*(story(number) for number in range(200)), *(lost(number) for number in range(15))]


def pages(of: View, page: Callable[[View, int], Screen | None]) -> list[Screen]:
    """Return every page."""
    found: list[Screen] = []
    while (screen := page(of, len(found))) is not None:
        found.append(screen)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("group", "limit"), [(False, 4096), (True, CAPTION)])
def test_every_page_of_a_timeline_fits_and_together_they_have_every_day(
    language: str,
    group: bool,  # noqa: FBT001 - a parameter of the test
    limit: int,
) -> None:
    of = view(MANY, language, group=group)
    page = timeline_screens.collapsed_page if group else timeline_screens.text_page
    made = pages(of, page)
    assert len(made) > 1
    text = "\n".join(visible(screen.html) for screen in made)
    for screen in made:
        assert fits(screen.html)
        assert units(visible(screen.html)) <= limit
        seen(screen)
    assert all(catalogue(language).day(day.date) in text for day in of.days)
    assert all(len((one or "").encode()) <= 64 for screen in made for one in data(screen))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_under_a_chart_fit(language: str) -> None:
    caption = timeline_screens.caption(view(MANY, language))
    assert units(visible(caption.html)) <= CAPTION
    assert catalogue(language).text("timeline-articles", count=200) in visible(caption.html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", [False, True])
def test_every_page_of_sides_fits(language: str, group: bool) -> None:  # noqa: FBT001 - a parameter of the test
    made = pages(view(MANY, language, group=group), compare_screens.page)
    assert made
    for screen in made:
        assert fits(screen.html)
        seen(screen)


def test_quotations_are_to_the_letter_and_collapsed_when_long() -> None:
    """Markup in an article is text."""
    short = story(1, "The bridge <was> closed. Second.")
    shown = seen(timeline_screens.text_page(view([short, story(4)]), 0) or pytest.fail("no page"))
    assert "The bridge <was> closed." in shown.of("blockquote")
    (collapsed,) = shown.of("expandable_blockquote")
    assert collapsed in LONG
    assert "bridge & <tolls>" in shown.text


def test_a_single_day_shows_each_of_its_articles() -> None:
    """There is room for more than a line."""
    hits = [story(n, f"Gate {n} opened. Second.", date(2019, 5, 1)) for n in range(4)]
    page = timeline_screens.text_page(view(hits), 0)
    assert page is not None
    assert all(f"Gate {n} opened." in visible(page.html) for n in range(4))
    assert "One day in full" not in visible(page.html)


def test_copies_are_named_with_the_article_that_stands_for_them() -> None:
    copy = article(id="copy.md", publisher="Канал 1", published=date(2019, 5, 2))
    one = hit(article(), sentence=0, also=(copy,))
    page = timeline_screens.text_page(view([one]), 0)
    assert page is not None
    assert "Also: Канал 1 (2 May 2019)" in visible(page.html)


def test_filters_in_force_are_always_shown() -> None:
    """On timelines and sides alike."""
    filters = Filters(period=Period(date(2019, 5, 1), None), languages=frozenset({"en"}))
    of = view([story(1)], question=Question("bridge", "en", filters=filters))
    for screen in (timeline_screens.text_page(of, 0), compare_screens.page(of, 0), timeline_screens.nothing(of)):
        assert screen is not None
        assert "Only articles published since 1 May 2019." in visible(screen.html)
        assert "In English only." in visible(screen.html)


def test_undated_articles_stay_out_of_sides_where_a_period_is_in_force() -> None:
    filters = Filters(period=Period(date(2019, 1, 1), None))
    of = view([story(1, publisher="P1"), lost(2)], question=Question("bridge", "en", filters=filters))
    page = compare_screens.page(of, 0)
    assert page is not None
    assert "P2" not in visible(page.html)
    assert "1 more article on this has no date" in visible(page.html)


def test_nothing_found_is_said() -> None:
    empty = view([], question=Question("bridge", "en"))
    assert empty.answer.outcome in Outcome
    assert visible(timeline_screens.nothing(empty).html).startswith("No article in the collection")
    assert compare_screens.page(empty, 0) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_publishers_fit_whatever_their_names(language: str) -> None:
    known = [
        Source(Publisher("<&" * 100 + str(n)), 3, 1, date(2019, 1, 1), date(2019, 5, 1), {"en": 3}) for n in range(30)
    ]
    for number in (0, 1):
        screen = source_screens.listed(catalogue(language), known, number, group=True)
        assert screen is not None
        assert fits(screen.html)
        seen(screen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_publisher_fits_with_everything_that_is_known(language: str) -> None:
    """Owner and where that is known from are said, unknown ones too."""
    full = Publisher("TASS", "tass.com", "RU", "state", ("ru", "en"), "x" * 5000, "general knowledge", "O" * 500)
    one = Source(full, 3, 1, date(2019, 1, 1), date(2019, 5, 1), {"en": 2, "ru": 1})
    newest = [article(id=f"{n}.md", title="T" * 500) for n in range(10)]
    ui = catalogue(language)
    screen = source_screens.source(ui, Named(one, (Source(Publisher("ТАСС")),)), one, newest, ids=True)
    text = visible(screen.html)
    assert fits(screen.html)
    assert ui.text("source-evidence", evidence="general knowledge") in text
    assert "ТАСС" in text
    assert "OOO" in text
    bare = visible(source_screens.source(ui, Named(None), Source(Publisher("X")), [], ids=False).html)
    assert ui.text("ownership-unknown") in bare
    assert ui.text("source-country-unknown") in bare
    assert ui.text("source-here-none") in bare
