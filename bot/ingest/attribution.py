"""Who published an article, and which wire service wrote it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.ingest.publishers import read_publishers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from bot.model import Publisher

_AGENCIES: Mapping[str, tuple[str, ...]] = {
    "Reuters": ("Reuters", "Thomson Reuters", "Рейтер"),
    "AP": ("AP", "Associated Press", "The Associated Press", "Ассошиэйтед Пресс"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse", "France-Presse", "АФП", "Франс Пресс"),
    "EFE": ("EFE", "Agencia EFE", "Agência EFE"),
    "TASS": ("TASS", "ТАСС", "ITAR-TASS", "ИТАР-ТАСС"),
    "ANSA": ("ANSA", "АНСА"),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "Синьхуа", "Agencia Xinhua"),
    "Sputnik": ("Sputnik", "Sputnik News", "Sputnik Mundo", "Sputnik Brasil", "Спутник"),
    "RIA Novosti": ("RIA Novosti", "RIA", "РИА Новости", "РИА «Новости»"),
    "Interfax": ("Interfax", "Интерфакс"),
    "Lusa": ("Lusa", "Agência Lusa"),
    "DPA": ("DPA", "Deutsche Presse-Agentur"),
    "Europa Press": ("Europa Press", "Europapress"),
    "Notimex": ("Notimex",),
    "Prensa Latina": ("Prensa Latina", "PL"),
    "UPI": ("UPI", "United Press International"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Télam": ("Télam", "Telam"),
    "Agência Brasil": ("Agência Brasil", "Agencia Brasil"),
    "Agência Estado": ("Agência Estado", "Estadão Conteúdo"),
    "Anadolu": ("Anadolu", "Anadolu Agency", "Agencia Anadolu", "AA"),
    "ANI": ("ANI",),
    "PTI": ("PTI", "Press Trust of India"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Belga": ("Belga",),
    "UNIAN": ("UNIAN", "УНИАН"),
    "Ukrinform": ("Ukrinform", "Укринформ"),
}
"""Wire services with the names by which they are credited; a name of two letters counts in credits only."""

_ARTICLES = re.compile(r"^(?:the|el|la|los|las|le|les|o|os|il|die|der|das)\s+")
_FRONTS = re.compile(r"^(?:www\d?|amp|m|mobile|mobil|wap|edition|beta)\.(?=[^.]+\.)")
_BYLINE = (
    r"(?:by|por|par|from|source|fuente|fonte|источник|agencias?|"
    r"via|con informaci[oó]n de|com informações d[aeo]|с сообщением)"
)
_HEAD_LINES = 4  # paragraphs at each end in which a credit is looked for
_LOOK = 200  # characters at a paragraph's start or end in which a credit stands
_SHORT = 70  # characters of a credit line


def _fold(name: str) -> str:
    """Return a name without case, accents, punctuation, "The" and "El": the й stays whole."""
    decomposed = unicodedata.normalize("NFD", name.casefold())
    kept = "".join(char for char in decomposed if char == "\u0306" or not unicodedata.combining(char))
    words = re.sub(r"[^\w\u0306]+", " ", unicodedata.normalize("NFC", kept)).strip()
    return _ARTICLES.sub("", words)


def domain_of(url: str) -> str | None:
    """Return an address's host in lower case, without `www.`, `amp.` or `m.`; None where it has none."""
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    host = (host or "").rstrip(".").lower()
    return _FRONTS.sub("", host) if "." in host else None


@dataclass(frozen=True, slots=True)
class Publishers:
    """The publishers that are known, found by name or domain."""

    by_name: Mapping[str, Publisher]
    by_domain: Mapping[str, Publisher]

    @classmethod
    def load(cls, path: Path) -> Publishers:
        """Load `publishers.csv`. Raises CorpusError naming the file and the line that is wrong."""
        return cls.of(read_publishers(path))

    @classmethod
    def of(cls, publishers: Iterable[Publisher]) -> Publishers:
        """Index publishers by their names and domains; of two that share one, the first keeps it."""
        by_name: dict[str, Publisher] = {}
        by_domain: dict[str, Publisher] = {}
        for publisher in publishers:
            for name in _names(publisher.name):
                by_name.setdefault(name, publisher)
            if publisher.domain:
                by_domain.setdefault(_FRONTS.sub("", publisher.domain.lower()), publisher)
        return cls(by_name, by_domain)

    def match(self, name: str | None, domain: str | None) -> Publisher | None:
        """Return the publisher of that name or, where the name is not known, of that domain or the nearest above it.

        The domain decides where both are known but differ: a page may name its owner or the site it was copied from.
        """
        by_domain = self._of_domain(domain) if domain else None
        return by_domain or (self._of_name(name) if name else None)

    def _of_name(self, name: str) -> Publisher | None:
        return next((self.by_name[form] for form in _names(name) if form in self.by_name), None)

    def _of_domain(self, domain: str) -> Publisher | None:
        labels = (_FRONTS.sub("", domain.strip().lower().rstrip("."))).split(".")
        above = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.by_domain[host] for host in above if host in self.by_domain), None)


def _names(name: str) -> list[str]:
    """Return the forms under which a name is looked up: whole, without a bracketed part, without a web ending."""
    bare = re.sub(r"\s*\([^)]*\)", "", name)
    without_ending = re.sub(r"\.(?:com|org|net|ru|es|fr|br|info)(?:\.\w\w)?$", "", bare, flags=re.IGNORECASE)
    forms = [_fold(form) for form in (name, bare, without_ending)]
    return [form for form in dict.fromkeys(forms) if form]


def agency_named(name: str) -> str | None:
    """Return the wire service that a byline names, alone or with staff ("AFP", "By Reuters Staff"); None for others."""
    if len(name) > _SHORT:
        return None
    bare = re.sub(
        rf"^\W*{_BYLINE}\b\W*|\W*\b(?:staff|news agency|agency|agencia|редакция)\b\W*$",
        "",
        name.strip(),
        flags=re.IGNORECASE,
    )
    return _AGENCY_NAMES.get(_fold(bare))


def credited_agency(said: str | None, author: str | None, paragraphs: Sequence[str]) -> str | None:
    """Return the wire service whose text an article is, under the name by which we know it.

    `said` is what the source itself calls the agency: it decides, known to us or not; then the byline, then the text.
    """
    if said:
        return agency_named(said) or said
    return (agency_named(author) if author else None) or find_agency(paragraphs)


_AGENCY_NAMES = {_fold(name): agency for agency, names in _AGENCIES.items() for name in names}
_ANY_AGENCY = "|".join(
    sorted((re.escape(name) for names in _AGENCIES.values() for name in names), key=len, reverse=True)
)
_DATELINE = re.compile(
    rf"^[^.!?]{{0,60}}?\(\s*({_ANY_AGENCY})\b[^)]{{0,30}}\)|^[^.!?\n]{{2,50}}[,/.–—-]+\s*({_ANY_AGENCY})\s*[.:–—-]"
    rf"|^({_ANY_AGENCY})\s*[.:/–—-]\s*\S|^[^!?\n]{{2,50}}?/({_ANY_AGENCY})/"
)
_SIGNED = re.compile(rf"(?:[.!?»\"”)]\s*|^)[(\[/©]?\s*({_ANY_AGENCY})\s*[)\]/]?\.?$")
_CREDIT = re.compile(rf"^\W*(?:{_BYLINE})\s*:?\s*({_ANY_AGENCY})\b", re.IGNORECASE)


def find_agency(paragraphs: Sequence[str]) -> str | None:
    """Return the wire service that a text credits: byline, dateline ("CARACAS (Reuters) -") or signature at its end.

    A text that only quotes an agency ("told Reuters") credits none.
    """
    for paragraph in paragraphs[:_HEAD_LINES]:
        found = _CREDIT.match(paragraph) if len(paragraph) <= _SHORT else None
        found = found or _DATELINE.match(paragraph[:_LOOK])
        if found:
            return _AGENCY_NAMES[_fold(next(filter(None, found.groups())))]
    for paragraph in paragraphs[-_HEAD_LINES:]:
        found = (_CREDIT.match(paragraph) if len(paragraph) <= _SHORT else None) or _SIGNED.search(paragraph[-_LOOK:])
        if found:
            return _AGENCY_NAMES[_fold(found[1])]
    return None
