"""How sure an answer is: an estimate, between 0 and 1, that the first hits hold the answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.search.candidates import Candidates

# Logistic regression on the best candidate's signals and on how much the question says, fitted to 391 answerable and
# 101 unanswerable questions over our corpus (two sets by different authors; trained on one, AUROC on the other .87 and
# .82, small talk and the like left out; without the missing names .86 and .80). The constant is set so that one half
# stands where 4 % of the answerable questions are refused.
_SENTENCE = 13.73
_WORDS = 2.89
_LENGTH = 3.02  # per natural logarithm of one plus the number of content words
_MISSING_NAMES = -0.14  # per unit of rarity; a name that one passage of a thousand has counts 6.5
_CONSTANT = -7.81


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
    )
    return 1 / (1 + math.exp(-(evidence + _CONSTANT)))
