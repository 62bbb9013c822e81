"""How sure an answer is."""

from __future__ import annotations

import numpy as np
import pytest

from bot.config import AnswersConfig
from bot.index.columns import COLUMN_TYPE
from bot.index.terms import stem_hash
from bot.model import Article, Passage, Question, Span
from bot.search.candidates import Candidates
from bot.search.confidence import confidence
from bot.search.matching import Nearness
from bot.search.understanding import QuestionWords

THRESHOLD = AnswersConfig().threshold
SIGNALS = ("sentence", "words", "missing names", "missing countries", "weakest word")
PLAIN = "Neither of them said when the talks in Oslo would go on"
TOLD = "The envoys met on Monday. Nobody was hurt, and 40 soldiers went home."


def candidates(*, nearness: float = 1.0, words: int = 1, **signals: float) -> Candidates:
    """Return one candidate with these signals, the others at nothing, that has one term so near to each word."""
    found = {name: np.zeros(1, np.float32) for name in SIGNALS}
    found |= {name.replace("_", " "): np.array([value], np.float32) for name, value in signals.items()}
    near = Nearness(np.array([stem_hash("soldiers", "en")], np.uint64), np.full((1, words), nearness, np.float32))
    return Candidates(
        np.zeros(1, np.int64),
        np.zeros(1, COLUMN_TYPE),
        found,
        np.zeros(2, np.float32),
        near,
        np.ones(words, np.float32),
    )


def passage(text: str = TOLD) -> Passage:
    """Return a passage of two sentences."""
    middle = text.index(". ") + 1
    spans = (Span(0, middle), Span(middle + 1, len(text)))
    return Passage("k", Article("a.md", "Envoys", text, "en"), 0, Span(0, len(text)), spans)


def asked(words: int, capitalised: int = 0, translated: int = 0) -> QuestionWords:
    """Return so many words, the first of them written with a capital or with a word of its own in each language."""
    order = np.arange(words)
    keys, vectors = np.zeros(words, np.uint64), np.zeros((words, 2), np.float32)
    return QuestionWords(tuple(f"w{n}" for n in order), vectors, keys, order < translated, order < capitalised)


def sure(found: Candidates, words: int = 6, question: str = PLAIN) -> float:
    """Return the confidence in a candidate for a question of so many words."""
    return confidence(Question(question, "en"), asked(words), found, np.zeros(len(found), np.float32), passage())


def test_what_tells_for_an_answer_raises_it_and_what_tells_against_lowers_it() -> None:
    plain = sure(candidates(sentence=0.2, words=6))
    assert sure(candidates(sentence=0.3, words=6)) > plain
    assert sure(candidates(sentence=0.2, words=6, weakest_word=0.5)) > plain
    assert sure(candidates(sentence=0.2, words=9), words=9) > plain
    assert sure(candidates(sentence=0.2, words=6, missing_names=5.0)) < plain
    assert sure(candidates(sentence=0.2, words=6, missing_countries=0.5)) < plain


def test_a_sentence_that_has_the_words_raises_it() -> None:
    """Near to nothing: the term of the passage is another one than those that the question asks for."""
    far = candidates(sentence=0.2, words=6, nearness=0.0)
    assert sure(candidates(sentence=0.2, words=6)) > sure(far)


def test_a_name_that_nothing_comes_near_to_lowers_it() -> None:
    """By its capital; but not what each language calls otherwise."""
    unknown = candidates(sentence=0.2, words=6, nearness=0.1)
    scores = np.zeros(1, np.float32)

    def of(words: QuestionWords) -> float:
        return confidence(Question(PLAIN, "en"), words, unknown, scores, passage())

    assert of(asked(6, capitalised=1)) < of(asked(6))
    assert of(asked(6, capitalised=2)) < of(asked(6, capitalised=1))
    assert of(asked(6, capitalised=1, translated=1)) == of(asked(6))


def test_who_asks_how_many_wants_a_figure() -> None:
    """A passage without one seldom answers; a date is no figure."""
    found, question, scores = (
        candidates(sentence=0.2, words=6),
        Question("How many came", "en"),
        np.zeros(1, np.float32),
    )
    with_figure = confidence(question, asked(6), found, scores, passage())
    without = confidence(question, asked(6), found, scores, passage("They met on 3 May 2019. Nobody soldiers on."))
    assert without < with_figure < sure(found)


def test_what_is_near_in_every_way_may_lack_a_country() -> None:
    """However rare it is: who asks may have called it otherwise."""
    assert sure(candidates(sentence=0.5, words=6, weakest_word=1.0, missing_countries=6.0)) >= THRESHOLD
    assert sure(candidates(sentence=0.2, words=6, weakest_word=0.2, missing_countries=6.0)) < THRESHOLD


@pytest.mark.parametrize(
    ("words", "nearness", "share", "is_answered"),
    [
        (1, 1.0, 1.0, True),  # the word itself
        (1, 0.875, 1.0, True),  # a name in another script
        (1, 0.7, 1.0, False),  # something like it: another word
        (1, 1.0, 0.8, False),  # somebody holds it, the best passage does not
        (2, 1.0, 1.0, False),  # a question after all
    ],
)
def test_one_word_is_looked_up(words: int, nearness: float, share: float, *, is_answered: bool) -> None:
    """A passage that holds it is what was asked for, however little it says otherwise."""
    found = candidates(sentence=0.0, words=words, nearness=nearness)
    found.signals["words"][:] = share
    assert (sure(found, words) >= THRESHOLD) is is_answered


def test_nothing_is_sure_of_nothing() -> None:
    none = np.zeros(0, np.float32)
    nothing = Candidates(np.zeros(0, np.int64), np.zeros(0, COLUMN_TYPE), {}, none, candidates().nearness, none)
    assert confidence(Question(PLAIN, "en"), asked(6), nothing, none, None) == 0.0
