"""A signal on one level for all languages, so that passages in the question's own do not win by their language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# How many candidates the mean of all counts for in that of each language: one passage is no measure of its language.
# With 0, 1, 3 and 5 hit@1 is .788, .788, .782 and .776 on one half of the 391 judged questions, .860 on the other.
_PRIOR: Final = 3.0


def levelled(signal: Floats, languages: NDArray[np.uint16]) -> Floats:
    """Return a signal with the mean of each language's passages moved to the mean of all; the order within one stays.

    `languages` are the numbers of the passages' languages. A passage in the question's language shares words with it
    that a translation only comes near to, whatever it is about; what counts is how much more it shares than others of
    its language.
    """
    if not len(signal):
        return signal
    mean = float(signal.mean())
    counts = np.bincount(languages)
    levels = (np.bincount(languages, signal) + _PRIOR * mean) / (counts + _PRIOR)
    return np.asarray(signal - levels[languages] + mean, np.float32)
