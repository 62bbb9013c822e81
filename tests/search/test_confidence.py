"""How sure an answer is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from bot.config import AnswersConfig
from bot.index.columns import COLUMN_TYPE
from bot.index.terms import stem_hash
from bot.model import Article, Filters, Hit, Passage, Period, PeriodRequest, PeriodRole, Question, Span
from bot.search.candidates import Candidates
from bot.search.confidence import confidence
from bot.search.matching import Nearness
from bot.search.understanding import QuestionWords

THRESHOLD = AnswersConfig().threshold
DATES = ("published", "near", "mentioned")
SIGNALS = ("sentence", "words", "weakest word", "missing names", "missing countries", "countries", *DATES)
PLAIN = Question("Neither of them said when the talks in Oslo would go on", "en")
TOLD = "The envoys met on Monday. Nobody was hurt, and 40 soldiers went home."


def candidates(
    *, nearness: float = 1.0, words: int = 1, about: Question = PLAIN, outside: bool = False, **signals: float
) -> Candidates:
    """Return one candidate with these signals, the others at nothing, that has one term so near to each word."""
    found = {name: np.zeros(1, np.float32) for name in SIGNALS}
    found |= {name.replace("_", " "): np.array([value], np.float32) for name, value in signals.items()}
    near = Nearness(np.array([stem_hash("soldiers", "en")], np.uint64), np.full((1, words), nearness, np.float32))
    row, column, vector = np.zeros(1, np.int64), np.zeros(1, COLUMN_TYPE), np.zeros(2, np.float32)
    return Candidates(about, row, column, found, vector, near, np.ones(words, np.float32), outside=outside)


def best(found: Candidates, text: str = TOLD) -> Hit:
    """Return the candidate as a hit: a passage of two sentences, the second the best."""
    middle = text.index(". ") + 1
    spans = (Span(0, middle), Span(middle + 1, len(text)))
    passage = Passage("k", Article("a.md", "Envoys", text, "en"), 0, Span(0, len(text)), spans)
    return Hit(passage, 0.5, spans[1], signals={name: float(value[0]) for name, value in found.signals.items()})


def asked(words: int, capitalised: int = 0, translated: int = 0) -> QuestionWords:
    """Return so many words, the first of them written with a capital or with a word of its own in each language."""
    order = np.arange(words)
    keys, vectors = np.zeros(words, np.uint64), np.zeros((words, 2), np.float32)
    return QuestionWords(tuple(f"w{n}" for n in order), vectors, keys, order < translated, order < capitalised)


def sure(found: Candidates, words: QuestionWords | None = None, text: str = TOLD) -> float:
    """Return the confidence in a candidate, for a question of six words where no others are given."""
    return confidence(words or asked(6), found, np.zeros(1, np.float32), best(found, text))


def test_what_tells_for_an_answer_raises_it_and_what_tells_against_lowers_it() -> None:
    plain = sure(candidates(sentence=0.2, words=6))
    assert sure(candidates(sentence=0.3, words=6)) > plain
    assert sure(candidates(sentence=0.2, words=6, weakest_word=0.5)) > plain
    assert sure(candidates(sentence=0.2, words=9), asked(9)) > plain
    assert sure(candidates(sentence=0.2, words=6, missing_names=5.0)) < plain
    assert sure(candidates(sentence=0.2, words=6, missing_countries=0.5)) < plain


def test_a_sentence_that_has_the_words_raises_it() -> None:
    """Near to nothing: the term of the passage is another one than those that the question asks for."""
    far = candidates(sentence=0.2, words=6, nearness=0.0)
    assert sure(candidates(sentence=0.2, words=6)) > sure(far)


def test_a_name_that_nothing_comes_near_to_lowers_it() -> None:
    """By its capital; but not what each language calls otherwise."""
    unknown = candidates(sentence=0.2, words=6, nearness=0.1)
    assert sure(unknown, asked(6, capitalised=1)) < sure(unknown)
    assert sure(unknown, asked(6, capitalised=2)) < sure(unknown, asked(6, capitalised=1))
    assert sure(unknown, asked(6, capitalised=1, translated=1)) == sure(unknown)


def test_who_asks_how_many_wants_a_figure() -> None:
    """Wherever in the passage; a date is no figure."""
    asks = candidates(sentence=0.2, words=6, about=Question("How many came", "en"))
    told = sure(asks)
    beside = sure(asks, text="There were 40 of them. Nobody soldiers on.")
    without = sure(asks, text="They met on 3 May 2019. Nobody soldiers on.")
    assert without < beside == told < sure(candidates(sentence=0.2, words=6))


def test_what_is_near_in_every_way_may_lack_a_country() -> None:
    """However rare it is: who asks may have called it otherwise."""
    assert sure(candidates(sentence=0.5, words=6, weakest_word=1.0, missing_countries=6.0)) >= THRESHOLD
    assert sure(candidates(sentence=0.2, words=6, weakest_word=0.2, missing_countries=6.0)) < THRESHOLD


@pytest.mark.parametrize(
    ("message", "nearness", "share", "is_answered"),
    [
        ("Acosta?", 1.0, 1.0, True),  # the word itself
        ("Акоста", 0.875, 1.0, True),  # a name in another script
        ("Croix-Rouge", 0.6, 1.0, True),  # a translation
        ("pizza", 0.3, 1.0, False),  # something like it: another word
        ("Acosta", 1.0, 0.8, False),  # somebody holds it, the best passage does not
        ("who is Acosta", 1.0, 1.0, False),  # a question after all
    ],
)
def test_a_word_or_two_are_looked_up(message: str, nearness: float, share: float, *, is_answered: bool) -> None:
    """A passage that holds them is what was asked for, however little it says otherwise."""
    count = len(message.replace("-", " ").split())
    found = candidates(words=count, nearness=nearness, about=Question(message, "en"))
    found.signals["words"][:] = share
    assert (sure(found, asked(count)) >= THRESHOLD) is is_answered


def test_a_number_alone_is_not_looked_up() -> None:
    unmarked = np.zeros(1, bool)
    number = QuestionWords(("42",), np.zeros((1, 2), np.float32), np.zeros(1, np.uint64), unmarked, unmarked)
    found = candidates(about=Question("42", "en"))
    found.signals["words"][:] = 1.0
    assert sure(found, number) < THRESHOLD


@pytest.mark.parametrize(("signal", "is_answered"), [("published", True), ("mentioned", True), ("near", False)])
def test_where_only_a_time_is_asked_for_what_tells_of_it_answers(signal: str, *, is_answered: bool) -> None:
    found = candidates(about=what_happened(PeriodRole.EVENT))
    found.signals[signal][:] = 1.0
    assert (sure(found) >= THRESHOLD) is is_answered


def test_all_that_was_published_in_the_days_asked_for_answers() -> None:
    """Nothing else is left once the days of publication have filtered."""
    assert sure(candidates(about=what_happened(PeriodRole.PUBLISHED))) >= THRESHOLD


def test_what_lies_outside_and_is_not_mentioned_is_not_answered() -> None:
    far: dict[str, Any] = {"words": 6, "outside": True, "sentence": 0.6, "weakest_word": 1.0}
    of_a_year = asked_about("what did the envoys say on 3 May 2018")
    assert sure(candidates(about=of_a_year, **far)) < THRESHOLD
    assert sure(candidates(about=of_a_year, mentioned=1.0, **far)) >= THRESHOLD
    assert sure(candidates(about=asked_about("what did the envoys say on Friday"), **far)) >= THRESHOLD


def test_what_is_still_to_come_is_answered_by_what_tells_of_it() -> None:
    """The weather of tomorrow is not that of last spring; what is called for tomorrow may have been announced."""
    about = asked_about("what is the weather on Friday")
    assert about.period is not None
    about = replace(about, period=replace(about.period, is_to_come=True))
    assert sure(candidates(about=about, words=6, sentence=0.6, weakest_word=1.0)) < THRESHOLD
    assert sure(candidates(about=about, words=6, sentence=0.6, weakest_word=1.0, mentioned=1.0)) >= THRESHOLD


def test_nothing_is_sure_of_nothing() -> None:
    assert confidence(asked(6), candidates(), np.zeros(0, np.float32), None) == 0.0


def test_a_follow_ups_period_has_its_words_elsewhere() -> None:
    """What stands at their place in its own text says no year."""
    earlier = asked_about("what did the envoys say on 3 May 2018")
    followed = Question("and 1999", "en", period=earlier.period, filters=Filters(asked=earlier.period))
    assert sure(candidates(about=followed, words=6, outside=True, sentence=0.6, weakest_word=1.0)) >= THRESHOLD


def asked_about(text: str) -> Question:
    """Return a question whose last words name a day."""
    day = date(2018, 5, 3)
    words = Span(text.index(" on "), len(text))
    return Question(text, "en", period=PeriodRequest(Period(day, day), PeriodRole.EVENT, words))


def what_happened(role: PeriodRole) -> Question:
    """Return a question for what happened on a day."""
    text, day = "what happened on 3 May 2019", date(2019, 5, 3)
    return Question(text, "en", period=PeriodRequest(Period(day, day), role, Span(14, len(text))))
