"""What the words of one language about time are: the shape of the language tables, and the tags of their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tag(IntEnum):
    """What a word or phrase can be. Those with a value say which.

    Integers, because they are looked up by the million and an integer's hash is cheap.
    """

    # values
    MONTH = auto()  # 1-12, a name that is a month by itself
    WEAK_MONTH = auto()  # 1-12, also an ordinary word: needs a preposition, a number or a year beside it
    SHORT_MONTH = auto()  # 1-12, an abbreviation that is also a word: needs a number or a year beside it
    MONTH_ADJECTIVE = auto()  # 1-12, Russian апрельский: a date only beside news
    DAY_ADJECTIVE = auto()  # days from today, Russian вчерашний: likewise
    YEAR_ADJECTIVE = auto()  # Russian прошлогодний: likewise
    DECADE = auto()  # its first year
    YEAR_IN_WORDS = auto()  # "two thousand nineteen": 2019
    GENITIVE = auto()  # a Russian month in the genitive
    WEEKDAY = auto()  # 0-6
    WEAK_WEEKDAY = auto()  # 0-6, also an ordinary word
    LONE_WEEKDAY = auto()  # a doubtful name that by itself says when at the end of a question: "anunciou sexta"
    UNIT = auto()  # value: index into UNITS
    SEASON = auto()  # 1-4, spring is 1
    NEEDS_ARTICLE = auto()  # French été, also "been": a season only behind an article or before a year
    CARDINAL = auto()  # 1-31
    ORDINAL = auto()  # 1-31
    RELATIVE_DAY = auto()  # days from today
    FIXED_DAY = auto()  # month * 100 + day
    WEAK_FIXED_DAY = auto()  # the same, also a season or a name: needs "on" or a year
    # prepositions and the like
    BETWEEN = auto()
    FROM = auto()
    TO = auto()
    AND = auto()
    BEFORE = auto()
    AFTER = auto()
    SINCE = auto()
    UNTIL = auto()
    AROUND = auto()
    ABOUT = auto()
    IN = auto()
    OF = auto()
    ARTICLE = auto()
    INDEFINITE = auto()  # English "a": a year behind it is an adjective
    ONWARDS = auto()  # "from 5 May on"
    OR_LATER = auto()  # "on 5 May or later"
    OR_EARLIER = auto()
    INCLUSIVE = auto()  # "до 5 мая включительно"
    # parts and relations
    EARLY = auto()
    MID = auto()
    LATE = auto()
    LAST_OF = auto()  # "the last week of"
    THIS = auto()
    LAST = auto()
    BEFORE_LAST = auto()  # "antepasado", "the year before last"
    NEXT = auto()
    RECENT = auto()  # "past" in "the past week": up to today
    FEW = auto()  # few, several: a count that is not told
    AGO = auto()
    DAY_PART = auto()  # morning, evening
    NEXT_DAY = auto()  # "lendemain": the day after
    SECOND_DAY = auto()  # "surlendemain": two days after
    EVE = auto()
    SECOND_EVE = auto()  # "avant-veille": two days before
    YEARS_OF = auto()  # "années", "años": the decade follows
    # the company a date keeps
    NEWS = auto()  # articles, stories: a date beside them is a publication date
    REPORTS = auto()  # the same, but only right beside the date
    PUBLISHED = auto()  # published, written, posted
    ISSUED = auto()  # came out, appeared: publication behind a word for news only
    PRESS = auto()  # newspapers, media
    REPORTERS = auto()  # journalists: press only where they say something
    EVENT = auto()  # uprising, blackout: a date right beside them only names them
    HAPPENINGS = auto()  # "the events of": not a name
    NUMBERED = auto()  # resolution, article: the number after them is no year
    DATED = auto()  # law, treaty, election: a year beside them tells which
    SAYS = auto()  # said, wrote: behind or before a word for the press
    RELATIVE = auto()  # which, that: opens a clause about the noun before it
    PLACE = auto()  # street, movement: a date beside them is their name
    PLACE_BEHIND = auto()  # English nouns for places, behind a foreign name: "the 23 de enero parish"
    COUNTED = auto()  # soldiers, dollars: the number before them is no date
    FUNCTION = auto()  # question words, auxiliaries, pronouns, conjunctions


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language. Forms are separated by `|`, lists by position; accents and case do not matter.

    `months` and `weekdays` (Monday first) hold 12 and 7 entries, `cardinals` and `ordinals` 31; `units` follow the
    order of `Unit`. `month_first` allows "April 30"; `date_adjectives` lets a bare date before an event name it ("30
    april uprising"). `not_months` are words that look like a misspelt month but are none. `fixed_days` and
    `weak_fixed_days` are keyed by month * 100 + day, `day_adjectives` by days from today, `decades` by their first
    year. `century` is what stands before the last two digits of a year in words.
    """

    months: tuple[str, ...]
    weak_months: Mapping[int, str]
    short_months: Mapping[int, str]
    weekdays: tuple[str, ...]
    weak_weekdays: Mapping[int, str]
    units: tuple[str, ...]
    seasons: tuple[str, ...]
    cardinals: tuple[str, ...]
    ordinals: tuple[str, ...]
    relative_days: Mapping[int, str]
    tags: Mapping[Tag, str]
    month_first: bool = False
    date_adjectives: bool = False
    not_months: str = ""
    fixed_days: Mapping[int, str] = field(default_factory=dict)
    weak_fixed_days: Mapping[int, str] = field(default_factory=dict)
    decades: Mapping[int, str] = field(default_factory=dict)
    century: str = ""
    month_adjectives: tuple[str, ...] = ()
    day_adjectives: Mapping[int, str] = field(default_factory=dict)


ENGLISH_PLACES = (
    "avenue|street|square|boulevard|stadium|road|neighbourhood|neighborhood|district|parish|slum|suburb|housing|"
    "estate|community|borough|brigade|battalion|movement"
)
FOREIGN_PLACES = (
    "favela|quartier|rue|arrondissement|faubourg|район|района|районе|районом|квартал|квартала|квартале|микрорайон|улица|улице|"
    "площадь|площади|проспект|проспекте|пригород|пригороде"
)
"""Words of other languages for places whose name is Spanish or Portuguese: such a sentence is read by its month."""
