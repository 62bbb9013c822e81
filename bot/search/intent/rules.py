"""What kind of message a question is: a question for the corpus, small talk, an instruction to the bot, or no words.

Only clear cases are taken out here; whatever is left is a question, and no evidence refuses the rest. Nothing that a
reader writes changes what the bot does: the worst that a mistake costs is one friendly sentence too many.
"""

from __future__ import annotations

import re
from typing import Final

from bot.index.tokens import words
from bot.model import Intent
from bot.search.intent.noise import is_gibberish, typed_elsewhere
from bot.search.intent.orders import is_order
from bot.search.intent.talk import is_small_talk

_CLAUSE: Final = re.compile(r"[^.!?…,;\n]+(?:[.!?…,;\n]+\s*|$)")
_QUOTE: Final = re.compile(r"[\"“”„«»]")
_LONGEST_THANKS: Final = 60  # characters
_THANKS: Final = frozenset("thanks thank thx gracias obrigado obrigada valeu merci спасибо благодарю".split())
_WITH_THANKS: Final = frozenset(
    "you a lot so very much many bot dateline great ok muchas mil por todo bot muito mesmo beaucoup bien большое "
    "огромное вам тебе".split()
)


def find_intent(text: str) -> Intent:
    """Return the intent of a cleaned message."""
    if is_small_talk(text):
        return Intent.SMALL_TALK
    if is_order(text):
        return Intent.INSTRUCTION
    if is_gibberish(text):
        return Intent.GIBBERISH
    retyped = typed_elsewhere(text)
    return Intent.SMALL_TALK if retyped != text.lower() and is_small_talk(retyped) else Intent.QUESTION


def without_courtesies(text: str) -> str:
    """Return a question without the small talk that stands before or behind it in clauses of its own."""
    clauses = _CLAUSE.findall(text)
    first, last = 0, len(clauses)
    while first < last - 1 and _is_courtesy(clauses[first]):
        first += 1
    while first < last - 1 and _is_courtesy(clauses[last - 1]):
        last -= 1
    rest = "".join(clauses[first:last]).strip(" ,;\n")
    is_shorter = last - first < len(clauses)
    return rest if is_shorter and rest and find_intent(rest) is Intent.QUESTION else text


def _is_courtesy(clause: str) -> bool:
    """Whether a clause is small talk of the reader's own: who said "thank you, Russia" may be asked."""
    return is_small_talk(clause) and _QUOTE.search(clause) is None


def is_thanks(text: str) -> bool:
    """Whether a message says thanks and nothing else."""
    said = words(text[:_LONGEST_THANKS])
    return len(text) <= _LONGEST_THANKS and bool(_THANKS & set(said)) and set(said) <= _THANKS | _WITH_THANKS
