"""Periods in questions and in sentences, in English, Spanish, Russian, Portuguese and French.

Own code on purpose: asking dated passages for a time is what the project is for. dateparser 1.5 (the library for these
five languages) finds single dates only: it has no ranges, no before and after, no roles, takes "may" in "what may
happen" for a month and needs 2 to 60 ms a question; the recognisers of the Microsoft family lack Russian.
"""

from bot.periods.find import find_period, has_ambiguous_date, mentioned_days
from bot.periods.resolving import UNKNOWN_YEAR

__all__ = ["UNKNOWN_YEAR", "find_period", "has_ambiguous_date", "mentioned_days"]
