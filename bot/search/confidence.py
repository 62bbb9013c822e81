"""How sure an answer is: an estimate, between 0 and 1, that the first hits hold the answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.search.candidates import Candidates

# Logistic regression on the best candidate's signals and on how much the question says, fitted to 391 answerable and
# 118 unanswerable questions over our corpus (two sets by different authors; trained on one, AUROC on the other .93 and
# .85, without the missing countries .91 and .83). The constant is set so that one half stands where 4 % of the
# answerable questions are refused.
_SENTENCE = 15.5
_WORDS = 3.28
_LENGTH = 3.31  # per natural logarithm of one plus the number of content words
_MISSING_NAMES = -0.2  # per unit of rarity; a name that one passage of a thousand has counts 6.5
_MISSING_COUNTRIES = -2.93  # per unit of rarity, up to the second: one that is asked for and not named is enough
_MOST_MISSING_COUNTRIES = 2.0
_CONSTANT = -8.66
# A question of one word ("Acosta?") is looked up, not answered: whatever holds the word is what was asked for. None of
# the judged questions is so short, and what the length counts would refuse all that are.
_LOOKED_UP = 0.75
_THE_WORD_ITSELF = 0.87  # nearness: of a word that shares the key, in another spelling or script, it is .875


def confidence(candidates: Candidates, scores: NDArray[np.float32], content_words: int) -> float:
    """Return the confidence in the best of some candidates; 0 where there are none.

    `content_words` counts the words of the question that say what it is about.
    """
    if not len(candidates):
        return 0.0
    best = int(scores.argmax())
    evidence = (
        _SENTENCE * float(candidates.signals["sentence"][best])
        + _WORDS * float(candidates.signals["words"][best])
        + _LENGTH * math.log1p(content_words)
        + _MISSING_NAMES * float(candidates.signals["missing names"][best])
        + _MISSING_COUNTRIES * min(float(candidates.signals["missing countries"][best]), _MOST_MISSING_COUNTRIES)
    )
    estimate = 1 / (1 + math.exp(-(evidence + _CONSTANT)))
    return max(estimate, _LOOKED_UP) if content_words == 1 and _is_held(candidates, best) else estimate


def _is_held(candidates: Candidates, best: int) -> bool:
    """Whether the best candidate holds the only word of the question, and the word is one that the candidates know."""
    known = float(candidates.nearness.values.max(initial=0.0)) >= _THE_WORD_ITSELF
    return known and float(candidates.signals["words"][best]) >= 1.0
