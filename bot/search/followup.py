"""Follow-up questions: whether a reply carries on the question before it, and what the two ask together.

"And in March?" asks the same of another period, "only TASS" of one publisher, "and Russia?" of somebody else; "and what
did Russia say?" asks something else of the same topic. Everything else is a question of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.index.function_words import function_words, is_content
from bot.index.tokens import fold, words
from bot.model import Span
from bot.search.language import detect_language
from bot.search.narrowing import alone, in_question, whole_period, without_publisher
from bot.search.narrowing_words import ONLY_BEFORE, READERS

if TYPE_CHECKING:
    from datetime import datetime

    from bot.model import Filters, Period, PeriodRequest, Question
    from bot.search.narrowing import Narrowing
    from bot.search.publisher_names import Names

_MOST_CONTENT_WORDS = 4  # of a follow-up: a longer question has its own topic
_MOST_TOPIC_WORDS = 12  # of the earlier question that are taken along
_EDGES = " \t\r\n,;:.!?¿¡—–-"
# What begins a follow-up, folded. The first kind may also begin any question; the second says "the same, but of this".
_CONNECTIVE = re.compile(
    r"[\s¿¡]*(?:and|but|y|pero|и|а|но|e|mas|et|mais)(?:\s+(?:also|then|tambien|entonces|tambem|entao|aussi|alors"
    r"|также))?\b[\s,]*"
)
_SAME_OF = re.compile(
    r"[\s¿¡]*(?:what|how) about\s+|[\s¿¡]*que (?:hay|pasa|paso) con\s+|[\s¿¡]*que tal\s+|\s*e quanto [ao]s?\s+"
    r"|\s*quanto [ao]s?\s+"
    r"|\s*(?:qu'en est-il|quid) (?:de|du|des)\s+|\s*(?:что|как) (?:насчет|там с)\s+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = {"de", "del", "da", "do", "dos", "la", "of", "du", "des"}  # inside a name: "Grupo de Lima"
_ASKS_WHO = re.compile(r"[\s¿¡]*(?:who|whom|quien|quienes|quem|qui|кто|кого|кому)\b")
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)  # "the US" gives way to "Russia"
# What a question says happened, and no topic.
_HAPPENED = frozenset(
    [
        *(
            "happen",
            "happened",
            "happens",
            "happening",
            "ocurrio",
            "sucedio",
            "ocurre",
            "sucede",
            "ocorreu",
            "aconteceu",
        ),
        *("passe", "arrive", "случилось", "произошло", "происходит", "сказал", "сказала", "сказали", "заявил"),
    ]
)
_TOPIC_WORD = re.compile(r"[^\s,;:.!?¿¡]+")
_FUNCTION_WORDS = frozenset(word for language in READERS for word in function_words(language))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a reply is read with: the collection's names, languages and days, and the time."""

    names: Names
    languages: tuple[str, ...]
    coverage: Period | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to ask: its text, its filters, and whether it takes an earlier question along (then it is shown)."""

    text: str
    filters: Filters
    composed: bool = False


def follow_up(earlier: Question, text: str, around: Surroundings) -> Asked | None:
    """Return what a reply to the answer to `earlier` asks for, or None where it stands by itself."""
    narrowed = alone(_without_connective(text)[0], around.names, around.languages, around.now, around.coverage)
    if narrowed is not None:
        return narrowed_anew(earlier, narrowed.applied_to(earlier.filters), around.names)
    own = in_question(text, around.names, around.languages)
    said = without_publisher(own.text, around.names) if own.publishers else own.text
    rest, carries_on = _without_connective(said)
    period = whole_period(rest, around.now, around.coverage, detect_language(rest, earlier.language))
    if period is not None:
        return _other_period(earlier, period, rest, own)
    if not _carries_on(rest, carries_on=carries_on):
        return None
    return Asked(_together(earlier, rest), own.applied_to(earlier.filters), composed=True)


def narrowed_anew(earlier: Question, filters: Filters, names: Names) -> Asked:
    """Return the same question with other limits; a publisher that it no longer asks goes from its words, too."""
    changed = earlier.filters.publishers and filters.publishers != earlier.filters.publishers
    text = without_publisher(earlier.text, names) if changed else earlier.text
    return Asked(text, filters, composed=True)


def begins_as_follow_up(text: str) -> bool:
    """Whether a text says by its first word that something went before: "and", "only", "what about"."""
    return _without_connective(text)[1] or bool(ONLY_BEFORE.match(fold(text.lstrip())))


def _without_connective(text: str) -> tuple[str, bool]:
    """Return a text without the "and" or "what about" at its beginning, and whether there was one."""
    rest, found = text, False
    for pattern in (_CONNECTIVE, _SAME_OF):
        match = pattern.match(fold(rest))
        if match and len(fold(rest)) == len(rest) and rest[match.end() :].strip(_EDGES):
            rest, found = rest[match.end() :], True
    return rest.strip(), found


def _carries_on(rest: str, *, carries_on: bool) -> bool:
    """Whether a text is too short for a topic of its own: after "and" a few words, else a bare "why?"."""
    content = _content(rest)
    if carries_on:
        return len(content) <= _MOST_CONTENT_WORDS
    return not content and any(word in _FUNCTION_WORDS for word in words(rest))


def _content(text: str) -> list[str]:
    return [word for word in words(text) if word not in _FUNCTION_WORDS and is_content(word, "")]


def _other_period(earlier: Question, period: PeriodRequest, rest: str, own: Narrowing) -> Asked:
    """Ask the earlier question of another period: its words take the place of the earlier ones."""
    said, text = rest.strip(_EDGES), earlier.text
    named = earlier.period.words if earlier.period else Span(0, 0)
    if named.of(text).strip():
        before, after = text[: named.start], text[named.end :]
    else:
        before, after = f"{text.rstrip(' .!?')}, ", text[len(text.rstrip(" .!?")) :].strip()
    place = Span(len(before), len(before) + len(said))
    filters = replace(
        own.applied_to(earlier.filters), period=None, ignore_period=False, asked=replace(period, words=place)
    )
    return Asked(f"{before}{said}{after}", filters, composed=True)


def _together(earlier: Question, rest: str) -> str:
    """Return one question of two: the new one, and what the earlier one was about.

    A name in the new question takes the place of the first one in the earlier: who asks about Russia next no longer
    asks about the United States.
    """
    old, new_names, old_names = earlier.text, _names(rest), _names(earlier.text)
    if _ASKS_WHO.match(fold(old)):  # a name is then a guess at the answer, and takes no other's place
        return _with_topic(rest, old)
    if old_names and len(new_names) == 1 and not _content(_cut(rest, new_names[0])):
        before = _ARTICLE.sub("", old[: old_names[0].start])
        return f"{before}{new_names[0].of(rest)}{old[old_names[0].end :]}"
    return _with_topic(rest, _cut(old, old_names[0]) if new_names and old_names else old)


def _with_topic(rest: str, old: str) -> str:
    topic = _topic(old, rest)
    return f"{rest.strip(_EDGES)}: {topic}" if topic else rest


def _topic(old: str, rest: str) -> str:
    """Return the earlier question from its first to its last word of content, without words that the new one has."""
    have = set(_content(rest)) | _HAPPENED
    found = [match for match in _TOPIC_WORD.finditer(old) if set(_content(match.group())) - have]
    if not found:
        return ""
    return old[found[0].start() : found[min(len(found), _MOST_TOPIC_WORDS) - 1].end()]


def _cut(text: str, span: Span) -> str:
    return f"{text[: span.start].rstrip()} {text[span.end :].lstrip()}"


def _names(text: str) -> list[Span]:
    """Return the stretches of words written as names; a capital at a sentence's beginning alone says nothing."""
    found: list[Span] = []
    for match in _WORD.finditer(text):
        if not _is_name(match.group()):
            continue
        gap = text[found[-1].end : match.start()] if found else ""
        if (found and gap.isspace()) or (gap.strip() in _PARTICLES and gap != gap.strip()):
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(*match.span()))
    return found


def _is_name(word: str) -> bool:
    is_initials = len(word) > 1 and word.isupper()
    return word[0].isupper() and (is_initials or fold(word) not in _FUNCTION_WORDS)
