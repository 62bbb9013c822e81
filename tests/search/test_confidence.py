"""How sure an answer is."""

from __future__ import annotations

import numpy as np
import pytest

from bot.config import AnswersConfig
from bot.index.columns import COLUMN_TYPE
from bot.search.candidates import Candidates
from bot.search.confidence import confidence
from bot.search.matching import Nearness

THRESHOLD = AnswersConfig().threshold


def candidates(*, nearness: float = 1.0, **signals: float) -> Candidates:
    """Return one candidate with these signals, the others at nothing."""
    found = {name: np.zeros(1, np.float32) for name in ("sentence", "words", "missing names", "missing countries")}
    found |= {name.replace("_", " "): np.array([value], np.float32) for name, value in signals.items()}
    near = Nearness(np.zeros(1, np.uint64), np.array([[nearness]], np.float32))
    return Candidates(np.zeros(1, np.int64), np.zeros(1, COLUMN_TYPE), found, np.zeros(2, np.float32), near)


def sure(found: Candidates, words: int = 6) -> float:
    """Return the confidence in a candidate for a question of so many words."""
    return confidence(found, np.zeros(len(found), np.float32), words)


def test_what_tells_for_an_answer_raises_it_and_what_tells_against_lowers_it() -> None:
    plain = sure(candidates(sentence=0.2, words=0.5))
    assert sure(candidates(sentence=0.3, words=0.5)) > plain
    assert sure(candidates(sentence=0.2, words=0.8)) > plain
    assert sure(candidates(sentence=0.2, words=0.5), words=9) > plain
    assert sure(candidates(sentence=0.2, words=0.5, missing_names=5.0)) < plain
    assert sure(candidates(sentence=0.2, words=0.5, missing_countries=0.5)) < plain


def test_what_is_near_in_every_way_may_lack_a_country() -> None:
    """However rare it is: who asks may have called it otherwise."""
    assert sure(candidates(sentence=0.5, words=1.0, missing_countries=6.0)) >= THRESHOLD
    assert sure(candidates(sentence=0.3, words=1.0, missing_countries=6.0)) < THRESHOLD


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
    found = candidates(sentence=0.0, words=share, nearness=nearness)
    assert (sure(found, words) >= THRESHOLD) is is_answered


def test_nothing_is_sure_of_nothing() -> None:
    nothing = Candidates(
        np.zeros(0, np.int64), np.zeros(0, COLUMN_TYPE), {}, np.zeros(2, np.float32), candidates().nearness
    )
    assert sure(nothing) == 0.0
