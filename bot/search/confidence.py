"""How sure an answer is: an estimate, between 0 and 1, that the first hits hold the answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.search.best_sentence import told_at_once
from bot.search.figures import asks_for_a_figure, figures_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from bot.model import Passage, Question
    from bot.search.candidates import Candidates
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]

# Logistic regression (ridge, C = .1) on what the best candidate and the question tell, fitted to 551 answerable and 209
# unanswerable questions over our corpus, four sets by different authors. Trained on three sets, AUROC on the fourth is
# .87, .94, .93 and .84, against .85, .93, .88 and .81 without the five from `_UNKNOWN_NAMES` on. The constant is set so
# that 4 % of the answerable questions are refused.
_SENTENCE = 12.0
_LENGTH = 2.34  # per natural logarithm of one plus the number of content words
_MISSING_NAMES = -0.24  # per unit of rarity; a name that one passage of a thousand has counts 6.5
_MISSING_COUNTRIES = -2.06  # per unit of rarity, up to the second: one that is asked for and not named is enough
_MOST_MISSING_COUNTRIES = 2.0
_UNKNOWN_NAMES = -1.78  # a name
_KNOWN = 0.4  # nearness from which a name is known to a candidate
_WEAKEST_WORD = 1.33
_TOLD_AT_ONCE = 1.64
_ASKS_FOR_A_FIGURE = -0.77
_NO_FIGURE = -0.77
_CONSTANT = -5.57
# A question of one word ("Acosta?") is looked up, not answered: whatever holds the word is what was asked for. None of
# the judged questions is so short, and what the length counts would refuse all that are.
_LOOKED_UP = 0.75
_THE_WORD_ITSELF = 0.87  # nearness: of a word that shares the key, in another spelling or script, it is .875


def confidence(
    question: Question, words: QuestionWords, candidates: Candidates, scores: Floats, best: Passage | None
) -> float:
    """Return the confidence in the best of some candidates, whose passage is `best`; 0 where there are none."""
    if best is None or not len(candidates):
        return 0.0
    at = int(scores.argmax())
    evidence = _CONSTANT + sum(weight * value for weight, value in _evidence(question, words, candidates, at, best))
    estimate = 1 / (1 + math.exp(-evidence))
    return max(estimate, _LOOKED_UP) if len(words.words) == 1 and _is_held(candidates, at) else estimate


def _evidence(
    question: Question, words: QuestionWords, candidates: Candidates, at: int, best: Passage
) -> Iterator[tuple[float, float]]:
    """Yield weight and value of all that tells for or against the candidate at a position."""
    signals = {name: float(values[at]) for name, values in candidates.signals.items()}
    yield _SENTENCE, signals["sentence"]
    yield _LENGTH, math.log1p(len(words.words))
    yield _MISSING_NAMES, signals["missing names"]
    yield _MISSING_COUNTRIES, min(signals["missing countries"], _MOST_MISSING_COUNTRIES)
    yield _UNKNOWN_NAMES, _unknown_names(words, candidates)
    yield _WEAKEST_WORD, signals["weakest word"]
    yield _TOLD_AT_ONCE, told_at_once(best, candidates.nearness, candidates.rarities)
    if asks_for_a_figure(question.text):
        yield _ASKS_FOR_A_FIGURE, 1.0
        yield _NO_FIGURE, float(not figures_in(best.text, best.article.language))


def _unknown_names(words: QuestionWords, candidates: Candidates) -> int:
    """Count the names that no candidate has anything near to, by their capitals."""
    names = words.capitalised & ~words.translated
    if not names.any():
        return 0
    return int((candidates.nearness.values[:, names].max(axis=0, initial=0.0) < _KNOWN).sum())


def _is_held(candidates: Candidates, best: int) -> bool:
    """Whether the best candidate holds the only word of the question, and the word is one that the candidates know."""
    known = float(candidates.nearness.values.max(initial=0.0)) >= _THE_WORD_ITSELF
    return known and float(candidates.signals["words"][best]) >= 1.0
