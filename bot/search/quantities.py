"""Quantities: the numbers of a text by what they are worth, however they are written.

"1.5 million", "1,500,000" and "1 500 000" are one number, and so are "34", "thirty-four" and "treinta y cuatro".
Days, years and version numbers are left as words: they count nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING

from bot.index.tokens import fold, key, words
from bot.periods.lexicon import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Of a number that is said roughly ("nearly 40,000"): as far from the exact one as it may be, as a share of it, and the
# figures that it may have besides noughts. "About 1,987" is not rounded, "some 30" for 50 is another number.
_ROUGHLY = Decimal("0.05")
_ROUND_FIGURES = 2
_DAY = "dia"  # Spanish and Portuguese: "el día 10"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOST_DIGITS = 18  # of one number: longer ones are codes
_MOST_LARGE = 2  # words behind one number: "40 mil millones"
_PAUSE = re.compile(r"[,;:.!?()\n]+(?=\s|$)")  # no number goes on behind one

# Signs that say what a number is of, as words; "$" before a number is a dollar unless a letter says whose.
_SIGNS = {
    "us$": " usd ",
    "r$": " brl ",
    "$": " usd ",
    "€": " eur ",
    "£": " gbp ",
    "₽": " rub ",
    "%": " pct ",
}
_UNITS = {
    "pct": "pct percent",
    "usd": "usd dollar dollars dolar dolares доллар доллара долларов долларам",
    "eur": "eur euro euros евро",
    "gbp": "gbp pound pounds libras libra фунтов фунта livres",
    "rub": "rub rubles roubles rublos rublo руб рубль рубля рублеи рублей roubles",
    "brl": "brl reais real reales",
    "ves": "bolivar bolivars bolivares боливар боливара боливаров",
    "peso": "peso pesos песо",
}
_UNIT_OF = {word: unit for unit, forms in _UNITS.items() for word in forms.split()}
_TWO_WORD_UNITS = {("per", "cent"): "pct", ("por", "ciento"): "pct", ("por", "cento"): "pct", ("pour", "cent"): "pct"}
_PERCENT = ("процент", "процента", "процентов", "процентам")
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9}  # behind a sum of money: "$20m"
_BEFORE_A_UNIT = ("de", "d", "des")  # "millones de dólares", "millions d'euros"


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language: by value, what multiplies, what joins and what makes a number a rough one."""

    values: Mapping[str, int]
    hundreds: frozenset[str]
    large: Mapping[str, int]
    alone: frozenset[str]  # words of `large` that are a number by themselves: "mil personas"
    joins: frozenset[str]
    rough: frozenset[str]
    vague: frozenset[str]  # before a number word they make it none: "several hundred"


_LARGE = {
    "en": {1000: "thousand", 10**6: "million mn mln", 10**9: "billion bn bln", 10**12: "trillion"},
    "es": {1000: "mil", 10**6: "millon millones", 10**12: "billon billones"},
    "pt": {1000: "mil", 10**6: "milhao milhoes mi", 10**9: "bilhao bilhoes bi", 10**12: "trilhao trilhoes"},
    "fr": {1000: "mille", 10**6: "million millions", 10**9: "milliard milliards", 10**12: "billion billions"},
    "ru": {
        1000: "тысяча тысячи тысяч тысячу тысячам тыс",
        10**6: "миллион миллиона миллионов миллиону миллионам млн",
        10**9: "миллиард миллиарда миллиардов миллиардам млрд",
        10**12: "триллион триллиона триллионов трлн",
    },
}
_TENS = {  # from 30 up; twenty is among the words for days of a month
    "en": "thirty forty fifty sixty seventy eighty ninety",
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "fr": "trente quarante cinquante soixante",
    "ru": "тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти "
    "восемьдесят|восьмидесяти девяносто|девяноста",
}
# Forms that days of a month do not have, from one up.
_MORE_FORMS = {
    "ru": "одна|одно|одну|одного|одной двух|двое|двоих трех|трое|троих четырех|четверо|четверых пяти|пятеро|пятерых "
    "шести|шестеро|шестерых семи|семеро|семерых восьми|восьмеро девяти|девятеро десяти|десятеро одиннадцати двенадцати "
    "тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати"
}
_HUNDREDS = {  # 100, 200 and so on, where they are one word
    "es": "cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas "
    "seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
    "pt": "cem|cento duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas "
    "seiscentos|seiscentas setecentos|setecentas oitocentos|oitocentas novecentos|novecentas",
    "ru": "сто|ста двести|двухсот триста|трехсот четыреста|четырехсот пятьсот|пятисот шестьсот|шестисот "
    "семьсот|семисот восемьсот|восьмисот девятьсот|девятисот",
}
_HUNDRED = {"en": "hundred", "fr": "cent cents"}
_ALONE = {"es": "mil", "pt": "mil", "fr": "mille", "ru": "тысяча тысячу"}
_SCORES, _FOUR = ("vingt", "vingts"), 4  # "quatre-vingts" is 80,
_COUNTED_ON = (60, 80)  # and "soixante-douze" 72; no other language says so
_JOINS = {"en": "and", "es": "y", "pt": "e", "fr": "et"}
_ROUGH = {
    "en": "about around roughly approximately nearly almost some over",
    "es": "unos unas casi aproximadamente alrededor cerca",
    "pt": "uns umas quase aproximadamente cerca",
    "fr": "environ pres presque quelque",
    "ru": "около почти примерно приблизительно порядка более свыше",
}
_VAGUE = {
    "en": "several few many",
    "es": "varios varias pocos",
    "pt": "varios varias alguns algumas",
    "fr": "plusieurs quelques",
    "ru": "несколько нескольких",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: what it is worth, what it is of where a sign or the next word says so, whether it is said roughly."""

    value: Decimal
    unit: str = ""
    rough: bool = False

    def agrees(self, other: Quantity) -> bool:
        """Whether both may be the same number of the same thing."""
        if self.unit and other.unit and self.unit != other.unit:
            return False
        return self.value == other.value or self._rounds(other) or other._rounds(self)

    def _rounds(self, exact: Quantity) -> bool:
        figures = len(self.value.normalize().as_tuple().digits)
        near = abs(self.value - exact.value) <= _ROUGHLY * abs(exact.value)
        return self.rough and figures <= _ROUND_FIGURES and near


Item = str | Quantity


def read_quantities(text: str, language: str) -> list[Item]:
    """Return a text as folded words with its quantities among them, each in place of all words that it is made of."""
    return [item for stretch in _PAUSE.split(_spelt_out(text)) for item in _read_stretch(words(stretch), language)]


def _spelt_out(text: str) -> str:
    folded = fold(text)
    for sign, word in _SIGNS.items():
        folded = folded.replace(sign, word)
    return folded


def _read_stretch(tokens: Sequence[str], language: str) -> list[Item]:
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        read = _read(tokens, at, language)
        if read is None:
            items.append(tokens[at])
            at += 1
        else:
            quantity, at = read
            items.append(_said_roughly(quantity, items, language))
    return items


def _read(tokens: Sequence[str], at: int, language: str) -> tuple[Quantity, int] | None:
    """Return the quantity that begins at a token and where it ends, or None."""
    start, before = at, _UNIT_OF.get(tokens[at], "") if tokens[at] in _UNITS else ""
    if before:
        start += 1
    if start >= len(tokens) or _is_date(tokens, start, language):
        return None
    number = _number(tokens, start, language)
    if number is None:
        return None
    value, end = number
    if before and end < len(tokens) and tokens[end] in _LETTERS:
        value, end = value * _LETTERS[tokens[end]], end + 1
    unit, end = (before, end) if before else _unit(tokens, end)
    return Quantity(value, unit), end


def _unit(tokens: Sequence[str], at: int) -> tuple[str, int]:
    if tuple(tokens[at : at + 2]) in _TWO_WORD_UNITS:
        return _TWO_WORD_UNITS[tokens[at], tokens[at + 1]], at + 2
    if at < len(tokens) and tokens[at] in _PERCENT:
        return "pct", at + 1
    skipped = at + 1 if at < len(tokens) and tokens[at] in _BEFORE_A_UNIT else at
    unit = _unit_word(tokens[skipped]) if skipped < len(tokens) else ""
    return (unit, skipped + 1) if unit else ("", at)


def _unit_word(token: str) -> str:
    return _UNIT_OF.get(token.removeprefix("d'"), "")


def _number(tokens: Sequence[str], at: int, language: str) -> tuple[Decimal, int] | None:
    if not tokens[at][0].isdigit():
        return _spoken(tokens, at, numerals(language)) if language in LANGUAGES else None
    value, end = _digits(tokens[at]), at + 1
    if value is None:
        return None
    large = numerals(language).large if language in LANGUAGES else {}
    for word in tokens[end : end + _MOST_LARGE]:
        if word not in large:
            break
        value, end = value * large[word], end + 1
    return value, end


def _digits(token: str) -> Decimal | None:
    if len(token) > _MOST_DIGITS:
        return None
    try:
        return Decimal(key(token, ""))
    except InvalidOperation:  # "1.2.3": a version, an hour with its seconds, a day
        return None


def _spoken(tokens: Sequence[str], at: int, known: Numerals) -> tuple[Decimal, int] | None:
    """Read number words as far as they make one number."""
    if at and tokens[at - 1] in known.vague:
        return None
    total, current, end, place = 0, 0, at, at
    while place < len(tokens):
        word = tokens[place]
        if word in known.joins and end == place and _goes_on(tokens, place + 1, current, known):
            place += 1
            continue
        if word in _SCORES and current % 100 == _FOUR:
            current += 80 - _FOUR
        elif word in known.values and _fits(current, known.values[word]):
            current += known.values[word]
        elif word in known.hundreds and current < 10:  # noqa: PLR2004 - two to nine hundred
            current = max(current, 1) * 100
        elif word in known.large and (current or word in known.alone):
            total, current = total + max(current, 1) * known.large[word], 0
        else:
            break
        end = place = place + 1
    return (Decimal(total + current), end) if end > at else None


def _goes_on(tokens: Sequence[str], at: int, current: int, known: Numerals) -> bool:
    return current > 0 and at < len(tokens) and tokens[at] in known.values and _fits(current, known.values[tokens[at]])


def _fits(current: int, value: int) -> bool:
    """Whether a number word goes on with the one before it: "thirty" and "four", "doscientos" and "treinta"."""
    if current == 0:
        return True
    if current % 100 == 0:
        return value < 100  # noqa: PLR2004
    tens = current % 100
    return tens >= 20 and tens % 10 == 0 and value < (20 if tens in _COUNTED_ON else 10)  # noqa: PLR2004


def _said_roughly(quantity: Quantity, before: list[Item], language: str) -> Quantity:
    """Return the quantity as rough where the words before it say so; take these words away."""
    rough = numerals(language).rough if language in LANGUAGES else frozenset[str]()
    said = before[-1:] if before and before[-1] not in _BEFORE_A_UNIT else before[-2:]
    if not said or said[0] not in rough:
        return quantity
    del before[-len(said) :]
    return Quantity(quantity.value, quantity.unit, rough=True)


def _is_date(tokens: Sequence[str], at: int, language: str) -> bool:
    """Whether a number is a day of a month or a year."""
    if not tokens[at][0].isdigit():
        return False
    around = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    if tokens[at + 1 : at + 2] == ["de"]:
        around += tokens[at + 2 : at + 3]
    if not _months(language).isdisjoint(around) or (at and tokens[at - 1] == _DAY):
        return True
    return len(tokens[at]) == 4 and tokens[at].isdigit() and _FIRST_YEAR <= int(tokens[at]) <= _LAST_YEAR  # noqa: PLR2004


@cache
def _months(language: str) -> frozenset[str]:
    table = LANGUAGES.get(language)
    if table is None:
        return frozenset()
    forms = [*table.months, *table.short_months.values(), *table.weak_months.values()]
    return frozenset(fold(form) for each in forms for form in each.split("|"))


@cache
def numerals(language: str) -> Numerals:
    """Return the number words of one of LANGUAGES."""
    values = _single_words(LANGUAGES[language].cardinals)
    values |= _single_words(_MORE_FORMS.get(language, "").split())
    for tens, each in enumerate(_TENS[language].split(), 3):
        values |= dict.fromkeys(map(fold, each.split("|")), 10 * tens)
    for hundreds, each in enumerate(_HUNDREDS.get(language, "").split(), 1):
        values |= dict.fromkeys(map(fold, each.split("|")), 100 * hundreds)
    large = {fold(form): value for value, forms in _LARGE[language].items() for form in forms.split()}
    return Numerals(
        values=values,
        hundreds=frozenset(_HUNDRED.get(language, "").split()),
        large=large,
        alone=frozenset(_ALONE.get(language, "").split()),
        joins=frozenset(_JOINS.get(language, "").split()),
        rough=frozenset(map(fold, _ROUGH[language].split())),
        vague=frozenset(map(fold, _VAGUE[language].split())),
    )


def _single_words(cardinals: Sequence[str]) -> dict[str, int]:
    """Return the single words among the cardinals, which begin with one, by value."""
    forms = [(words(form), number) for number, each in enumerate(cardinals, 1) for form in each.split("|")]
    return {form[0]: number for form, number in forms if len(form) == 1}
