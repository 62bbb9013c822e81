"""Gibberish: signs, letters that no language puts together, runs along a keyboard's row, a layout left switched.

A message is gibberish when its words are, nearly all of them. Names are rich in consonants and abbreviations in
everything, so a word is mashed only by several of its pairs of letters, and capitals are let off.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from bot.index.tokens import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_EMOTICON: Final = re.compile(r"(?<!\w)[:;=xX8]['-]?[)(DPpOoSs3/\\|*]+(?!\w)")
_SHORTEST_MASHED: Final = 4  # letters: shorter words have too few pairs to tell by
_SHORTEST_RUN: Final = 4  # letters along a keyboard's row, one way: "power" has three, "rewe" turns
_TELLING_RUN: Final = 5  # of these, one run tells: "Смит" is one of four, "пролив" has one
_LONGEST_ABBREVIATION: Final = 8  # letters of a word in capitals that is taken for an abbreviation
# The rare pairs of a mashed word are more than this share of its pairs, its runs at least this share of its letters.
# Set on 66,000 words of our articles and of question-answering sets in five languages: 8 abbreviations pass for mashed.
_RARE_SHARE: Final = 0.5
_RUN_SHARE: Final = 0.6
_MASHED_SHARE: Final = 2 / 3  # of the letters of a message, where two words or more are mashed
_VOWELLESS: Final = 6  # letters: abbreviations written small are shorter
_VOWELS: Final = frozenset("aeiouyаеиоуыэюя")
_NEVER_DOUBLED: Final = frozenset("hjkqvwxyйъыьщцчшжфхгэю")
_ROMAN: Final = re.compile(r"[ivxlcdm]+")
# Signs of programs and of keys hit at random. A link has a few of them; headlines come between rows of one sign, in
# stars and with brackets: a message is none where several of these signs are this share of it.
_CODE_SIGNS: Final = frozenset("{}[]=;<>^~`´¨§ªº\\|")
_FEWEST_DIFFERENT_SIGNS: Final = 3
_CODE_SHARE: Final = 0.15
_FEWEST_CODE_SIGNS: Final = 5
_ENCODED: Final = re.compile(r"[A-Za-z0-9+/]{12,}={0,2}")
_SWITCH: Final = re.compile(r"[a-z0-9][A-Z]|[A-Za-z][0-9]")  # a capital inside a word, or a digit
_FEWEST_SWITCHES: Final = 5
_MIXED: Final = re.compile(r"(?=\S*\d)(?=\S*[^\W\d_])\w+")
_FEWEST_MIXED: Final = 3  # words
_TWICE_MIXED: Final = re.compile(r"\d[^\W\d_]+\d|[^\W\d_]\d+[^\W\d_]")  # "d77w", but not "Su30" or "90s"
_SIGN: Final = re.compile(r"[^\w\s]")
_LONGEST_SCRAP: Final = 2  # letters
_FEWEST_SCRAPS: Final = 3
_FEWEST_SIGNS_OF_SCRAPS: Final = 4  # different ones: "u.s.a.?!" has three
_LONGEST_PERIOD: Final = 4  # letters that come again and again: "lkjlkjlkj"
# Letters that hardly ever follow a letter inside a word of English, Spanish, Portuguese or French, or of Russian: in
# fewer than 6 of 10,000 words (2 in Russian) of the sets named above, counted once each.
_RARE_LATIN: Final = (
    "b:cfghkmnpqvwxz c:bdfgjmpqvwxz d:kpqxz f:bcdghjkmnpqvwxz g:bcfjkpqvwxz h:bcfgjpqvxz i:w "
    "j:bcdfghklmnpqrstvwxyz k:bcdfgjmpqvxz l:jqxz m:dfghjklqrtvwxz n:x o:q p:bdfgjkmnqvwxz "
    "q:abcdefghijklmnoprstvwxyz r:x s:jx t:dgjqvx u:qw v:bcdfghjklmnpqtwxz w:bcdfgjkmpqtuvxyz "
    "x:bdfghjklmnqrsuvwyz y:fhjkqvwxz z:bcdfgjklmnpqrstvwxy"
)
_RARE_CYRILLIC: Final = (
    "а:ъыь б:гйптфцчь в:бжйфцчщъэю г:жзйпфхцчщъыьюя д:бйфщ е:ъыь ж:взйлмпртфхцшщъыюя з:йптфхчщэю и:ъыь "
    "й:жзипущъыьэюя к:гджймпфчшщъыьюя л:взйпрхцшщъ м:гджзйртхцчшщъ н:ймпъэ о:ъыь п:бвгджзймфхчщъю р:йщъ с:зйщ "
    "т:жй у:йъыь ф:бвгджзйкнпхцчшщъьэя х:бгджзйпфцчшщъыюя ц:бвгджйлмнпртфхчшщъьэюя ч:бвгдзймопсфхцщъыэюя "
    "ш:бгджзймпсфхцчщъыюя щ:бвгджзйклмопстфхцчшъыэюя ъ:абвгджзийклмнопрстуфхцчшщыьэю ы:аоуфцщъьэюя ь:ажйлрухчщъыэ "
    "э:агежзиохцчшщъыьюя ю:вгеиопухшъыьэя я:аиоуфшъыьэ"
)
# The letters of three rows: two layouts of Latin keyboards, and the Russian one key for key.
_ROWS: Final = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
)
_RUSSIAN_KEYS: Final = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё")
_LATIN_KEYS: Final = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")


def is_gibberish(text: str) -> bool:
    """Whether no word of a cleaned message is one; numbers are, and so is what other scripts write."""
    if _is_code(text) or _is_encoded(text) or _is_mixed(text) or _is_scraps(text):
        return True
    found = _WORD.findall(_EMOTICON.sub(" ", text))
    if not found:
        return not _DIGIT.search(text) or _is_typed_row(text)
    if _DIGIT.search(text):
        return all(_is_mashed(word) for word in found) and not any(map(str.isdecimal, text.split()))
    if len(found) == 1 and len(text) < _VOWELLESS and not _VOWELS & set(fold(text)):
        return _is_keyboard_run(fold(text))
    long = [word for word in found if len(word) >= _SHORTEST_MASHED]
    if not long:
        return all(len(word) == 1 and _rare_pairs(fold(word)) is not None for word in found)
    mashed = [word for word in long if _is_mashed(word)]
    letters = sum(map(len, long))
    return mashed == long or (len(mashed) > 1 and sum(map(len, mashed)) >= _MASHED_SHARE * letters)


def typed_elsewhere(text: str) -> str:
    """Return what the same keys write in the other layout, Russian for Latin and the other way round."""
    lowered = text.lower()
    return lowered.translate(_RUSSIAN_KEYS) if lowered.isascii() else lowered.translate(_LATIN_KEYS)


def _is_code(text: str) -> bool:
    signs = [letter for letter in text if letter in _CODE_SIGNS]
    is_enough = len(signs) >= _FEWEST_CODE_SIGNS and len(set(signs)) >= _FEWEST_DIFFERENT_SIGNS
    return is_enough and len(signs) >= _CODE_SHARE * len(text)


def _is_encoded(text: str) -> bool:
    """Whether a message is one long word of capitals, small letters and digits in no order, as base64 writes."""
    return _ENCODED.fullmatch(text) is not None and len(_SWITCH.findall(text)) >= _FEWEST_SWITCHES


def _is_mixed(text: str) -> bool:
    """Whether nearly every word has both letters and digits, and not as models of weapons do: "k9s8 d77w 83b"."""
    spoken = text.split()
    mixed = [word for word in spoken if _MIXED.fullmatch(word)]
    if len(mixed) < _FEWEST_MIXED or len(mixed) < len(spoken) - 1:
        return False
    return _TWICE_MIXED.search(text) is not None or len({word[0].isdigit() for word in mixed}) > 1


def _is_scraps(text: str) -> bool:
    """Whether a message is single letters or two among more signs than letters: a row of keys hit with shift."""
    scraps, signs = _WORD.findall(text), _SIGN.findall(text)
    if len(scraps) < _FEWEST_SCRAPS or len(set(signs)) < _FEWEST_SIGNS_OF_SCRAPS:
        return False
    return max(map(len, scraps)) <= _LONGEST_SCRAP and len(signs) > sum(map(len, scraps))


def _is_typed_row(text: str) -> bool:
    """Whether the digits are one key held down, or the keyboard's row: "1111", "123456"."""
    digits = text.strip(" .!?")
    if not digits.isdecimal():
        return False
    held = len(set(digits)) == 1 and len(digits) > len("000")
    return held or (len(digits) > len("1234") and digits in "12345678901234567890")


def _is_mashed(word: str) -> bool:
    if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
        return False
    letters = fold(word)
    rare = _rare_pairs(letters)
    if rare is None or len(letters) < _SHORTEST_MASHED or _ROMAN.fullmatch(letters):
        return False
    pairs = list(pairwise(letters))
    odd = sum(pair in rare or (pair[0] == pair[1] and pair[0] in _NEVER_DOUBLED) for pair in pairs)
    return (
        (len(letters) > _SHORTEST_MASHED and odd > _RARE_SHARE * len(pairs))
        or (len(letters) >= _VOWELLESS and not _VOWELS & set(letters))
        or _is_keyboard_run(letters)
        or _comes_again(letters)
    )


def _rare_pairs(letters: str) -> frozenset[tuple[str, str]] | None:
    """Return the rare pairs of a word's script; None where it is not judged."""
    if all("a" <= letter <= "z" for letter in letters):
        return _pairs(_RARE_LATIN)
    return _pairs(_RARE_CYRILLIC) if all("а" <= letter <= "я" for letter in letters) else None


@cache
def _pairs(table: str) -> frozenset[tuple[str, str]]:
    return frozenset((row[0], letter) for row in table.split() for letter in row[2:])


def _is_keyboard_run(letters: str) -> bool:
    """Whether most of a word lies along a keyboard's rows, one way; "смит" and "trez" do, too, but are too short."""
    if not any(
        letters[n : n + _SHORTEST_RUN] in row for row in _both_ways() for n in range(len(letters) - _SHORTEST_RUN + 1)
    ):
        return False
    runs = _runs(letters)
    longest = max(runs, default=0)
    if longest >= _TELLING_RUN:
        return sum(runs) >= _RUN_SHARE * len(letters)
    if sum(runs) < len(letters):
        return False
    return len(runs) > 1 or not _VOWELS & set(letters) or any(row.startswith(letters) for row in _ROWS)


def _runs(letters: str) -> list[int]:
    """Return the lengths of the runs along a keyboard's row, one way, from the first letter on."""
    start, runs = 0, []
    while start < len(letters):
        size = max(_run_from(letters[start:], row) for row in _both_ways())
        if size >= _SHORTEST_RUN:
            runs.append(size)
        start += size if size >= _SHORTEST_RUN else 1
    return runs


def _run_from(letters: str, row: str) -> int:
    """Return how many of the first letters follow each other in a row of keys."""
    first = row.find(letters[0])
    there = row[first:] if first >= 0 else ""
    return next(
        (n for n, (key, letter) in enumerate(zip(there, letters, strict=False)) if key != letter),
        min(len(there), len(letters)),
    )


@cache
def _both_ways() -> tuple[str, ...]:
    return (*_ROWS, *(row[::-1] for row in _ROWS))


def _comes_again(letters: str) -> bool:
    """Whether a word is one piece of a few letters, three times or more."""
    return (
        any(
            len(letters) >= 3 * size and letters == (letters[:size] * len(letters))[: len(letters)]
            for size in range(1, _LONGEST_PERIOD + 1)
        )
        and len(letters) > _SHORTEST_RUN
    )
