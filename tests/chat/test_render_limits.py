"""For any publisher, title, address and text: one message that Telegram takes, and only the article's own words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import render
from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.render_text import MAX_BYTES, MAX_ENTITIES, MAX_UNITS, units
from bot.model import Article, Filters, Hit, Note, Outcome, Passage, Period, PeriodRole, Publisher, Question, Span
from tests.chat.render_samples import COVERAGE, answer, dated_question, seen

if TYPE_CHECKING:
    from bot.chat.screen import Screen
    from tests.chat.render_samples import Seen

LONGEST = 10_000
PIECES = [
    "<b>",
    "</blockquote>",
    "&amp;",
    '"',
    "'",
    "\x00",
    "\r",
    "\n",
    "\u202e",
    "\u2066",
    "👩\u200d🚀",
    "e\u0301",
    "سلام",
    ". ",
]

pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), min_size=1, max_size=20).map("".join)
texts = st.builds(lambda piece, times: (piece * times)[:LONGEST] or "x", pieces, st.sampled_from([1, 3, 40, 5000]))
urls = (
    st.none() | texts | texts.map(lambda text: "https://a.example/" + text) | st.just("https://a.example/" + "&" * 400)
)
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
owners = st.builds(Publisher, texts, country=st.none() | texts, ownership=texts | st.sampled_from(["state", "unknown"]))
articles = st.builds(
    Article, st.just("a.md"), texts, texts, texts | st.sampled_from(LANGUAGES), st.none() | texts, days, urls,
    st.sampled_from(["digest", "article"]), st.none() | texts,
)  # fmt: skip


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Draw any stretch of any article, cut into sentences anywhere."""
    of = draw(articles)
    cuts = sorted({0, len(of.text), *draw(st.lists(st.integers(0, len(of.text)), max_size=8))})
    first = draw(st.integers(0, len(cuts) - 2))
    last = draw(st.integers(first + 1, len(cuts) - 1))
    sentences = tuple(Span(a, b) for a, b in zip(cuts[first:last], cuts[first + 1 : last + 1], strict=True))
    return Passage("a#0", of, 0, Span(cuts[first], cuts[last]), sentences)


@st.composite
def hits(draw: st.DrawFn) -> Hit:
    """Draw a hit on any passage."""
    found = draw(passages())
    copies = draw(st.lists(articles, max_size=6))
    return Hit(found, 0.5, draw(st.sampled_from(found.sentences)), tuple(copies), {}, draw(st.booleans()))


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Draw a question with or without periods."""
    role = draw(st.none() | st.sampled_from(PeriodRole))
    filters = draw(st.sampled_from([Filters(), Filters(period=Period(date(2019, 1, 1), None))]))
    return dated_question(role, filters=filters) if role else Question("x", draw(texts), filters=filters)


def _check(screen: Screen) -> Seen:
    """Check a screen against every limit of Telegram's and of ours, and return it as seen."""
    found = seen(screen)
    assert found.text.strip()
    assert units(found.text) <= MAX_UNITS
    assert len(screen.html.encode()) <= MAX_BYTES
    assert len(found.entities) <= MAX_ENTITIES
    assert len([b for row in screen.buttons for b in row]) <= 15
    assert all(1 <= len(row) <= 3 and all(len((b.data or "").encode()) <= 64 for b in row) for row in screen.buttons)
    return found


def _check_quotation(quotation: str, passage: Passage) -> None:
    assert quotation
    assert quotation in passage.text


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_answer_is_one_valid_message_of_exact_quotations(data: st.DataObject) -> None:
    """Each quotation in turn is a substring of the passage of its hit."""
    found = data.draw(st.lists(hits(), min_size=1, max_size=10))
    owner = data.draw(st.none() | owners)
    group = data.draw(st.booleans())
    arguments: dict[str, Any] = {
        "ui": catalogue(data.draw(st.sampled_from(LANGUAGES))),
        "publishers": lambda _: owner,
        "token": "t" * 12,
        "coverage": COVERAGE,
        "shown": data.draw(st.integers(1, 10)),
        "first": data.draw(st.integers(0, len(found))),
    }
    outcome = data.draw(st.sampled_from([Outcome.FOUND, Outcome.NEAREST]))
    notes = tuple(data.draw(st.lists(st.sampled_from(Note), unique=True)))
    given_answer = answer(found, outcome, notes, data.draw(questions()))
    screen = render.answer(given_answer, **arguments, group=group, nearest_shown=True)
    result = _check(screen)
    quotations = result.of("expandable_blockquote")
    if group:
        quotations = quotations[:1] + result.of("italic")
    first = min(arguments["first"], len(found) - 1)
    assert 1 <= len(quotations) <= arguments["shown"]
    for quotation, of in zip(quotations, found[first:], strict=False):
        _check_quotation(quotation, of.passage)
    following = f"m:{'t' * 12}:{first + len(quotations)}"
    leads_on = following in [b.data for row in screen.buttons for b in row]
    assert leads_on == (first + len(quotations) < len(found))


@settings(max_examples=60, deadline=None)
@given(hits(), st.none() | owners, st.sampled_from(LANGUAGES))
def test_any_inline_result_is_valid(found: Hit, owner: Publisher | None, language: str) -> None:
    """Title and description are short plain text, the message quotes exactly."""
    ui = catalogue(language)
    result = _check(render.inline_message(found, ui=ui, publishers=lambda _: owner))
    _check_quotation(result.of("expandable_blockquote")[0], found.passage)
    assert 1 <= units(render.inline_title(found, ui=ui)) <= 120
    assert 1 <= units(render.inline_description(found, ui=ui)) <= 204


@settings(max_examples=60, deadline=None)
@given(passages(), st.none() | owners, st.sampled_from(LANGUAGES), st.data())
def test_any_context_is_one_valid_message_of_one_exact_quotation(
    found: Passage, owner: Publisher | None, language: str, data: st.DataObject
) -> None:
    """With neighbours on either side or none."""
    text, span = found.article.text, found.span
    before = after = None
    if span.start > 0 and data.draw(st.booleans()):
        before = Passage("a#b", found.article, 0, Span(0, span.start), (Span(0, span.start),))
    if span.end < len(text) and data.draw(st.booleans()):
        after = Passage("a#a", found.article, 2, Span(span.end, len(text)), (Span(span.end, len(text)),))
    screen = render.context(found, before, after, ui=catalogue(language), publishers=lambda _: owner)
    assert _check(screen).of("blockquote")[0] in text
