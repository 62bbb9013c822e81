"""Who published an article, and which wire service wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.attribution import Publishers, agency_named, domain_of, find_agency
from bot.model import Publisher

if TYPE_CHECKING:
    from pathlib import Path

POST = Publisher("The Harbour Post", "harbourpost.example", "GB", "private")
PAIS = Publisher("El País del Puerto", "paispuerto.example", "ES", "private")
NEWS = Publisher("РИА Гавань", "ria.example", "RU", "state")
KNOWN = Publishers.of([POST, PAIS, NEWS])


@pytest.mark.parametrize(
    ("name", "domain", "expected"),
    [
        ("The Harbour Post", None, POST),
        ("HARBOUR POST", None, POST),
        ("Harbour Post (UK)", None, POST),
        ("pais del puerto", None, PAIS),
        ("РИА «Гавань»", None, NEWS),
        (None, "harbourpost.example", POST),
        (None, "www.harbourpost.example", POST),
        (None, "amp.harbourpost.example", POST),
        (None, "news.es.harbourpost.example", POST),
        ("Some Other Name", "m.ria.example", NEWS),
        ("The Harbour Post", "ria.example", NEWS),
        ("Harbour", None, None),
        (None, "example", None),
        (None, "notharbourpost.example", None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_one_publisher_under_several_names_and_domains_is_one(
    name: str | None, domain: str | None, expected: Publisher | None
) -> None:
    assert KNOWN.match(name, domain) is expected


def test_the_table_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "publishers.csv"
    path.write_text(
        "name,domain,country,ownership,languages,notes,evidence\nThe Harbour Post,harbourpost.example,GB,,en,,\n",
        encoding="utf-8",
    )
    found = Publishers.load(path).match("harbour post", None)
    assert found is not None
    assert found.domain == "harbourpost.example"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.post.example/a", "post.example"),
        ("http://amp.post.example:8080/a?b#c", "post.example"),
        ("https://WWW2.Post.Example./", "post.example"),
        ("https://m.example/", "m.example"),
        ("http://[::1", None),
        ("no address", None),
        ("http://localhost/", None),
    ],
)
def test_the_domain_of_an_address_is_bare(address: str, expected: str | None) -> None:
    assert domain_of(address) == expected


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Reuters", "Reuters"),
        ("By Reuters Staff", "Reuters"),
        ("Agencia EFE", "EFE"),
        ("Por EFE", "EFE"),
        ("ТАСС", "TASS"),
        ("The Associated Press", "AP"),
        ("France-Presse", "AFP"),
        ("Ana Silva", None),
        ("Efe Yilmaz", None),
        ("", None),
    ],
)
def test_a_wire_service_is_known_by_all_its_names(name: str, agency: str | None) -> None:
    assert agency_named(name) == agency


@pytest.mark.parametrize(
    ("paragraphs", "agency"),
    [
        (["VIGO (Reuters) - The ferries sailed again."], "Reuters"),
        (["Vigo, 2 may (EFE).- Los transbordadores volvieron a navegar."], "EFE"),
        (["МОСКВА, 2 мая. /ТАСС/. Паромы снова вышли в море."], "TASS"),
        (["ВИГО, 2 мая — РИА Новости. Паромы снова вышли в море."], "RIA Novosti"),
        (["By Reuters", "The ferries sailed again."], "Reuters"),
        (["The ferries sailed again.", "Source: AFP"], "AFP"),
        (["Los transbordadores volvieron a navegar. EFE"], "EFE"),
        (["Les ferries naviguent de nouveau. (AFP)"], "AFP"),
        (["The master told Reuters that ferries sailed again."], None),
        (["Ryabkov said in comments carried by state news agency TASS."], None),
        (["According to AP, the ferries sailed again on Thursday."], None),
        ([], None),
    ],
)
def test_a_credit_names_the_agency_and_a_quotation_does_not(paragraphs: list[str], agency: str | None) -> None:
    assert find_agency(paragraphs) == agency
