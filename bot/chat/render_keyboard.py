"""The buttons under an answer, and the choices that "Narrow" puts in their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.chat.render_hit import publisher_name
from bot.chat.render_notes import question_period
from bot.chat.render_text import plain_name
from bot.chat.screen import Button
from bot.model import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.chat.i18n import Catalogue
    from bot.model import Answer, Coverage, Hit, Publisher, Question

    Rows = tuple[tuple[Button, ...], ...]

MAX_CONTEXTS = 6
BUTTONS_IN_ROW = 3
_LONG_BUTTONS_IN_ROW = 2  # names and days: three in a row are cut on a phone
_MAX_CHOICES = 10  # of one kind; what is not offered can be written
_LONGEST_LABEL = 40  # code points of a publisher's name on a button


@dataclass(frozen=True, slots=True)
class Keys:
    """What every keyboard under an answer needs: the reader's words, the answer's name, where and how it is shown."""

    ui: Catalogue
    token: str
    group: bool
    nearest: bool = False
    more_taken: bool = False

    @property
    def view(self) -> int:
        """How the message looks, as the buttons' data carry it: 1 nearest passages, 2 "More" was pressed."""
        return int(self.nearest) + 2 * int(self.more_taken)

    @classmethod
    def of_view(cls, ui: Catalogue, token: str, view: int, *, group: bool) -> Keys:
        """Return the keys of a message that looks like this."""
        return cls(ui, token, group=group, nearest=bool(view & 1), more_taken=bool(view & 2))


def rows(buttons: Sequence[Button], in_row: int = BUTTONS_IN_ROW) -> Rows:
    """Lay buttons out in rows."""
    return tuple(tuple(buttons[i : i + in_row]) for i in range(0, len(buttons), in_row))


def answer_rows(keys: Keys, answer: Answer, first: int, following: int) -> Rows:
    """Return the rows under a page: contexts (in private), what leads on, what removes a limit, the reader's verdict.

    A later page only has its contexts and "More": everything else stands under the first.
    """
    contexts = () if keys.group else rows(_contexts(keys, first, following))
    more = _more(keys, following, len(answer.hits))
    if first:
        return contexts + rows(more)
    onward = [*more, _button(keys, "button-narrow", f"o:{keys.token}:{keys.view}")]
    if not keys.nearest:
        onward.append(_button(keys, "button-timeline", f"t:{keys.token}"))
    verdict = [_button(keys, "button-answers-it", f"y:{keys.token}"), _button(keys, "button-not-it", f"x:{keys.token}")]
    return contexts + rows(onward) + rows(removal_row(keys.ui, keys.token, answer.question)) + rows(verdict)


def removal_row(ui: Catalogue, token: str, question: Question) -> list[Button]:
    """Return a button for each kind of limit in force; it removes it."""
    filters, found = question.filters, []
    if question_period(question) or filters.period:
        found.append(Button(ui.text("button-all-dates"), f"d:{token}"))
    if filters.languages:
        found.append(Button(ui.text("button-all-languages"), f"f:{token}:xl"))
    if filters.publishers:
        found.append(Button(ui.text("button-all-publishers"), f"f:{token}:xp"))
    if filters.without_publishers or filters.without_ownership:
        found.append(Button(ui.text("button-nothing-left-out"), f"f:{token}:xw"))
    return found


def kinds_to_narrow(keys: Keys, answer: Answer, coverage: Coverage) -> Rows:
    """Return the kinds of limits that there is a choice for, and the way back."""
    labels = {"l": "narrow-language", "p": "narrow-publisher", "b": "narrow-before", "a": "narrow-after"}
    kinds = [kind for kind in labels if _values(kind, answer, coverage)]
    buttons = [_button(keys, labels[kind], f"o:{keys.token}:{keys.view}{kind}") for kind in kinds]
    return rows(buttons, _LONG_BUTTONS_IN_ROW) + rows([_button(keys, "button-back", f"b:{keys.token}:{keys.view}")])


def choices(
    keys: Keys, kind: str, answer: Answer, coverage: Coverage, publishers: Callable[[str | None], Publisher | None]
) -> Rows:
    """Return the choices of one kind, and the way back to the kinds."""
    name = _labels(keys.ui, kind, answer, publishers)
    buttons = [Button(name(value), f"f:{keys.token}:{kind}{value}") for value in _values(kind, answer, coverage)]
    back = Button(keys.ui.text("button-back"), f"o:{keys.token}:{keys.view}")
    return (*rows(buttons, _LONG_BUTTONS_IN_ROW), (back,))


def hit_publishers(answer: Answer) -> list[Hit]:
    """Return the first hit of each publisher, as the choices number them."""
    first: dict[str, Hit] = {}
    for hit in answer.hits:
        if hit.passage.article.publisher:
            first.setdefault(hit.passage.article.publisher, hit)
    return list(first.values())


def _contexts(keys: Keys, first: int, following: int) -> list[Button]:
    numbers = range(first, following)[:MAX_CONTEXTS]
    return [Button(keys.ui.text("button-context", number=n + 1), f"c:{keys.token}:{n}") for n in numbers]


def _more(keys: Keys, following: int, total: int) -> list[Button]:
    there_is_more = following < total and not keys.more_taken
    return [_button(keys, "button-more", f"m:{keys.token}:{following}")] if there_is_more else []


def _values(kind: str, answer: Answer, coverage: Coverage) -> list[str]:
    """Return what can be chosen of a kind, as the buttons' data carry it; nothing where it would change nothing."""
    filters = answer.question.filters
    if kind == "l":
        codes = [hit.passage.article.language for hit in answer.hits]
        by_count = sorted(coverage.languages, key=lambda code: (-coverage.languages[code], code))
        found = [code for code in dict.fromkeys([*codes, *by_count]) if {code} != filters.languages]
        return found[:_MAX_CHOICES] if len(coverage.languages) > 1 else []
    if kind == "p":
        there = hit_publishers(answer)[:_MAX_CHOICES]
        wanted = [n for n, hit in enumerate(there) if {hit.passage.article.publisher} != filters.publishers]
        return [str(n) for n in wanted]
    return [f"{day:%Y%m%d}" for day in _days(answer, filters.period)][:_MAX_CHOICES]


def _days(answer: Answer, period: Period | None) -> list[date]:
    """Return the days on which the hits were published, in order, without those at which the period begins or ends."""
    days = {hit.passage.article.published for hit in answer.hits} - {None}
    edges = {period.first, period.last} if period else set()
    return sorted(day for day in days if day is not None and day not in edges)


def _labels(
    ui: Catalogue, kind: str, answer: Answer, publishers: Callable[[str | None], Publisher | None]
) -> Callable[[str], str]:
    def publisher(value: str) -> str:
        article = hit_publishers(answer)[int(value)].passage.article
        return plain_name(publisher_name(article, ui, publishers(article.publisher)), _LONGEST_LABEL)

    by_kind: dict[str, Callable[[str], str]] = {
        "l": lambda value: ui.text("choose-language", language=plain_name(ui.language_name(value))),
        "p": publisher,
        "b": lambda value: ui.text("choose-before", day=ui.day(day_of(value))),
        "a": lambda value: ui.text("choose-after", day=ui.day(day_of(value))),
    }
    return by_kind[kind]


def day_of(value: str) -> date:
    """Return the day that a button's data name: "20190501". Raises ValueError."""
    return datetime.strptime(value, "%Y%m%d").replace(tzinfo=UTC).date()


def period_of(kind: str, day: date) -> Period:
    """Return the days before ("b") or after ("a") a day."""
    one = timedelta(days=1)
    return Period(None, day - one) if kind == "b" else Period(day + one, None)


def _button(keys: Keys, key: str, data: str) -> Button:
    return Button(keys.ui.text(key), data)
