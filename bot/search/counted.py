"""What the numbers of a text count, by the words beside them: "four workers died", "4 muertos" and "погибли четверо".

A table knows what news counts most often and what dead are no wounded; of all else the noun behind the number tells,
where it is one word in two languages ("refugees", "réfugiés").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.index.function_words import is_content
from bot.index.tokens import bare, key, words
from bot.search.quantities import Quantity, read_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.quantities import Item

# Folded words in English, Spanish, Portuguese, French and Russian; a star stands for any ending.
_WORDS_FOR = {
    "dead": "dead died dies death* kill* fatalit* muert* murio murier* fallec* mataron asesinad* mort* morr* matou "
    "mataram obito* tue tues deced* погиб* умер* убит* скончал* смерт*",
    "hurt": "hurt injur* wound* herid* lesionad* ferid* bless* ранен* пострада* травм*",
    "held": "arrest* detain* detenid* aprehend* detid* interpell* detenu* арест* задерж*",
    "freed": "freed releas* liberad* excarcel* libere* освобо*",
    "votes": "vote votes votos voix suffrages голоса голосов",
    "years": "year years anos ans annees года лет",
    "months": "month months meses mois месяц*",
    "days": "day days dias jours дня дней",
    "hours": "hour hours horas heures часа часов",
    "tonnes": "tons tonnes toneladas тонн*",
    "soldiers": "soldiers troops soldados militares tropas soldats militaires солдат* военных военнослужащ*",
    "countries": "countries paises pays страны стран",
}
_THING_OF = {form: thing for thing, forms in _WORDS_FOR.items() for form in forms.split()}
_WHOLE = {form: thing for form, thing in _THING_OF.items() if not form.endswith("*")}
_BEGINNINGS = tuple((form[:-1], thing) for form, thing in _THING_OF.items() if form.endswith("*"))
# Nouns that say nothing of what is counted: the dead, the hurt and the marching are all people.
_ANYBODY = re.compile(
    r"(?:people|persons?|personas?|pessoas?|personnes?|gente|gens|человека?|людей|люди|others?|otr[oa]s)"
)
_CLAUSE_ENDS = re.compile(r"[,;:.!?]+(?=\s|$)|[()\n]")  # a number is not told by the words of another clause
_NEAR = 4  # words to either side of a number, as `figures` looks at
_SHORTEST_NOUN = 4  # letters, as of words that have a key
_MOST_KEPT = 4_000  # sentences


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts: a name from the table, else what its noun shares with other languages, else ""."""

    figure: Quantity
    thing: str


@lru_cache(maxsize=_MOST_KEPT)
def counts_in(sentence: str, language: str) -> tuple[Count, ...]:
    """Return the numbers of a sentence with what they count; "one" is an article as often as a number."""
    clauses = [read_quantities(clause, language) for clause in _CLAUSE_ENDS.split(sentence)]
    return tuple(count for clause in clauses for count in _counts(clause, language))


def things_asked(question: str, language: str) -> frozenset[str]:
    """Return what a question may ask the number of: the first thing of the table that it names, else all its words."""
    known = next((thing for word in words(question) if (thing := _thing(word))), "")
    return frozenset([known]) if known else matter(question, language)


def matter(text: str, language: str) -> frozenset[str]:
    """Return the keys of what a text is about: its content words, but for numbers and the table's words."""
    spoken = [bare(item) for item in read_quantities(text, language) if isinstance(item, str)]
    return frozenset(key(word, language) for word in spoken if _says_something(word, language) and not _thing(word))


def _counts(clause: Sequence[Item], language: str) -> Iterator[Count]:
    for at, item in enumerate(clause):
        if isinstance(item, Quantity) and item.value > 1:
            after = _up_to_a_number(clause[at + 1 : at + 1 + _NEAR])
            before = _up_to_a_number(clause[max(0, at - _NEAR) : at][::-1])
            yield Count(item, _nearest_thing(after, before) or _noun(after, language))


def _up_to_a_number(items: Sequence[Item]) -> list[str]:
    end = next((at for at, item in enumerate(items) if isinstance(item, Quantity)), len(items))
    return [item for item in items[:end] if isinstance(item, str)]


def _nearest_thing(after: Sequence[str], before: Sequence[str]) -> str:
    """Return the thing that is named nearest to a number, the words given from the number on; "" where none is."""
    things = [(at, side, _thing(word)) for side, near in enumerate((after, before)) for at, word in enumerate(near)]
    return min((place for place in things if place[2]), default=(0, 0, ""))[2]


def _thing(word: str) -> str:
    return _WHOLE.get(word) or next((thing for start, thing in _BEGINNINGS if word.startswith(start)), "")


def _noun(after: Sequence[str], language: str) -> str:
    """Return the key of the first word behind a number that says anything, "" where that is no noun to go by."""
    noun = next((bare(word) for word in after if is_content(word, language)), "")
    return key(noun, language) if noun and _says_something(noun, language) else ""


def _says_something(word: str, language: str) -> bool:
    return (
        len(word) >= _SHORTEST_NOUN
        and not word[0].isdigit()
        and is_content(word, language)
        and not _ANYBODY.fullmatch(word)
    )
