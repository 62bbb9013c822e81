"""How sure an answer is: an estimate, between 0 and 1, that the first hits hold the answer."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np

from bot.index.tokens import words as split
from bot.model import PeriodRole
from bot.search.best_sentence import told_at_once
from bot.search.figures import asks_for_a_figure, figures_in
from bot.search.happenings import asks_what_happened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bot.model import Hit, Question
    from bot.search.candidates import Candidates
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]

# Logistic regression (ridge, C = .003) on what the best hit and the question tell, fitted to 957 answerable and 422
# unanswerable questions over our corpus by fifteen authors. Trained on all but one author's, AUROC on the 195 of the
# development set is .949, on our 848 .845 and on the last 336 .738; with C up to 1 it falls on the first to .939 and
# rises on the others to .857 and .753. When the adapter was trained further the weights stayed: fitted anew, with
# 142 and 72 questions more, they reach less on two of three groups of sets left out. The constant is set so that at
# most 5 % of the answerable questions are refused.
_SENTENCE = 2.84
_LENGTH = 0.72  # per natural logarithm of one plus the number of content words
_MISSING_NAMES = -0.08  # per unit of rarity; a name that one passage of a thousand has counts 6.5
_MISSING_COUNTRIES = -0.69  # per unit of rarity, up to the second: one that is asked for and not named is enough
_MOST_MISSING_COUNTRIES = 2.0
_UNKNOWN_NAMES = -0.79  # a name
_KNOWN = 0.4  # nearness from which a name is known to a candidate
_WEAKEST_WORD = 0.37
_TOLD_AT_ONCE = 0.68
_ASKS_FOR_A_FIGURE = -0.18
_NO_FIGURE = -0.24  # in the passage
_CONSTANT = -2.42
# A message of one or two words ("Acosta?", "Croix-Rouge") is looked up, not answered: whatever holds the words is what
# was asked for, and so is what was published in the days, or mentions them, where nothing but a time is asked for. Few
# of the judged questions are so short, and what the length counts would refuse all that are.
_LOOKED_UP = 0.75
_MOST_LOOKED_UP = 2  # words
_ALL_WORDS = 0.95
_FIRST = 3  # candidates, one of which must hold the words
# What an answer is trusted at most where the best passage does not tell of the time that alone is asked for, or that
# lies in a year outside of what the collection covers ("30 April 2020" is no slip that the bot could mend), or that is
# still to come ("tomorrow").
_NOT_TOLD = 0.3
_YEAR = re.compile(r"\b\d{4}\b")
_MENTIONED = 0.5  # share of what is mentioned that the period has


def confidence(words: QuestionWords, candidates: Candidates, scores: Floats, best: Hit | None) -> float:
    """Return the confidence in the best of some candidates; 0 where there is none."""
    if best is None:
        return 0.0
    evidence = _CONSTANT + sum(weight * value for weight, value in _evidence(words, candidates, best))
    estimate = 1 / (1 + math.exp(-evidence))
    question = candidates.question
    of_a_time = asks_what_happened(question)
    is_elsewhen = _is_to_come(question) or (candidates.outside and _names_a_year(question))
    if (is_elsewhen or of_a_time) and not _is_told(question, best):
        return min(estimate, _NOT_TOLD)
    is_short = len(split(question.text)) <= _MOST_LOOKED_UP
    if of_a_time or (is_short and _is_held(words, candidates, scores)):
        return max(estimate, _LOOKED_UP)
    return estimate


def _is_told(question: Question, best: Hit) -> bool:
    """Whether a passage was published in the days asked for, which may have filtered already, or mentions them."""
    if question.period is not None and question.period.role is PeriodRole.PUBLISHED:
        return True
    return max(best.signals["published"], best.signals["mentioned"]) >= _MENTIONED


def _is_to_come(question: Question) -> bool:
    return question.period is not None and question.period.is_to_come


def _names_a_year(question: Question) -> bool:
    """Whether a question's period says its year: who asks what was said "on Friday" may mean one of the news."""
    if question.period is None or question.filters.asked is not None:  # the words of the latter are in another text
        return False
    return _YEAR.search(question.period.words.of(question.text)) is not None


def _is_held(words: QuestionWords, candidates: Candidates, scores: Floats) -> bool:
    """Whether one of the first candidates holds all words, and the words are ones that the candidates know."""
    first = np.argsort(-scores, kind="stable")[:_FIRST]
    holds = candidates.signals["countries"][first] > 0
    if words.words and not all(word.isdigit() for word in words.words):
        holds |= candidates.signals["words"][first] >= _ALL_WORDS
    return bool((candidates.known | words.translated).all() and holds.any())


def _evidence(words: QuestionWords, candidates: Candidates, best: Hit) -> Iterator[tuple[float, float]]:
    """Yield weight and value of all that tells for or against a hit."""
    passage, signals = best.passage, best.signals
    yield _SENTENCE, signals["sentence"]
    yield _LENGTH, math.log1p(len(words.words))
    yield _MISSING_NAMES, signals["missing names"]
    yield _MISSING_COUNTRIES, min(signals["missing countries"], _MOST_MISSING_COUNTRIES)
    yield _UNKNOWN_NAMES, _unknown_names(words, candidates)
    yield _WEAKEST_WORD, signals["weakest word"]
    yield _TOLD_AT_ONCE, told_at_once(passage, candidates.nearness, candidates.rarities)
    if asks_for_a_figure(candidates.question.text):
        yield _ASKS_FOR_A_FIGURE, 1.0
        yield _NO_FIGURE, float(not figures_in(passage.text, passage.article.language))


def _unknown_names(words: QuestionWords, candidates: Candidates) -> int:
    """Count the names that no candidate has anything near to, by their capitals."""
    names = words.capitalised & ~words.translated
    if not names.any():
        return 0
    return int((candidates.nearness.values[:, names].max(axis=0, initial=0.0) < _KNOWN).sum())
