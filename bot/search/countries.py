"""The countries and international bodies of a question: which of them the articles of the candidates name.

A question about Uganda is not answered by an article that never names Uganda, however near its words are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.index.countries import CODES, countries_in
from bot.search.matching import rarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.model import Question

    Floats = NDArray[np.float32]

# Added to the weights of the asked countries, so that one that most articles name is weak evidence.
_PRIOR = 3.0


@dataclass(frozen=True, slots=True)
class CountrySignals:
    """Of each candidate: the share of the asked countries that its article names, and how much it lacks.

    Both count a country by its rarity among the candidates; `missing` is the sum of the rarities, 0 at best.
    """

    named: Floats
    missing: Floats


def country_signals(question: Question, columns: NDArray[np.void]) -> CountrySignals:
    """Compare the countries that a question names with those of some passages' articles."""
    asked = sorted(CODES.index(code) for code in countries_in(question.text, question.language, metonyms=False))
    if not asked or not len(columns):
        nothing = np.zeros(len(columns), np.float32)
        return CountrySignals(nothing, nothing)
    named = np.unpackbits(columns["countries"], axis=1)[:, asked].astype(np.float32)
    weights = rarity(named.sum(axis=0), len(columns))
    held = named @ weights
    return CountrySignals(held / (weights.sum() + np.float32(_PRIOR)), weights.sum() - held)
