"""Lines that are not the article's."""

from __future__ import annotations

import pytest

from bot.ingest.boilerplate import drop_boilerplate, is_boilerplate, is_link_label

NOISE = [
    "0 2,736",
    "152 Shares",
    "- Advertisement -",
    "Publicidad",
    "РЕКЛАМА",
    "Continúa después de la publicidad",
    "Subscribe to our newsletter",
    "Sign up here to get the latest news delivered directly to your inbox.",
    "Get real time updates directly on your device, subscribe now.",
    "Suscríbase aquí a nuestro boletín",
    "Подписывайтесь на наш канал в Телеграм",
    "Siga-nos no Instagram",
    "This site uses Akismet to reduce spam.",
    "Related article: Ferry fares rise again",
    "Lea también: Suben las tarifas del transbordador",
    "Le puede interesar: Suben las tarifas",
    "Читайте также: Билеты на паром подорожали",
    "Leia mais: Tarifas sobem de novo",
    "À lire aussi : les tarifs augmentent",
    "Read more",
    "Original url:",
    "https://post.example/2019/05/02/ferry",
    "(Photo by AFP)",
    "Passengers wait at the quay. REUTERS/Ana Silva",
    "Un pasajero espera en el muelle. (Foto: Juan Paz/AFP)",
    "Crowds gathered at the quay. EFE",
    "The harbour master speaks to reporters outside the port office in Vigo on May 2, 2019.",
    "Copyright 2019 The Harbour Post. All rights reserved.",
    "Todos los derechos reservados",
    "Source: The Harbour Post",
    "Tags: ferry, islands, storm",
    "Leave a comment",
    "3 min read",
    "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
]

NOISE += [
    "(Reporting by Ana Quill; Editing by Bo Stone)",
    "Reporting by Ana Quill and Li Wen; Editing by Bo Stone",
    "Additional reporting by Li Wen; writing by Ana Quill; editing by Bo Stone",
    "Our Standards: The Thomson Reuters Trust Principles.",
    "(Reporte de Ana Quill. Editado en español por Juan Paz)",
    "Editado por Juan Paz",
    "(Reportagem de Ana Quill)",
    "(Reportage Ana Quill, version française Jean Roux, édité par Marc Petit)",
    "bur-jt/ef/mar",
]
STORY = [
    "Reporting by the commission shows that the bridge was never inspected.",
    "The book was edited by her sister; the pictures are by a friend.",
    "El libro fue editado por su hermana en 2018.",
    "A reportagem da rádio foi ouvida por todos.",
    "and/or",
    "The mayor said the newsletter of the port authority had named the wrong day.",
    "He told Reuters that the ferries would sail on Friday.",
    "Читатели жаловались, что реклама на пароме слишком громкая, но порт не ответил.",
    "Leer esa carta en público fue un error, admitió el alcalde.",
    "More than three million passengers used the line last year.",
    "The photo showed an empty quay, according to the harbour master.",
    "He was elected in Vigo on May 20, 2018.",
    "Lee said the ferry was late.",
    "Related costs rose by a third in a year.",
    "La publicidad del puerto costó dos millones, según el informe.",
    "The comments drew anger on the islands.",
    "“No,” he said.",
]


@pytest.mark.parametrize("line", NOISE)
def test_a_line_of_the_page_is_recognised(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", STORY)
def test_a_sentence_of_a_story_is_not_mistaken_for_it(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_label_alone_announces_links_and_a_label_with_a_title_does_not() -> None:
    assert is_link_label("Related stories")
    assert is_link_label("Читайте также:")
    assert not is_link_label("Related article: Ferry fares rise again")


def test_a_paragraph_that_comes_twice_is_kept_once_and_a_short_refrain_stays() -> None:
    long = "The ferries sailed again on Thursday morning, the port authority said."
    assert drop_boilerplate([long, "“No.”", long, "“No.”", "The end of it."]) == [
        long,
        "“No.”",
        "“No.”",
        "The end of it.",
    ]


def test_a_heading_left_alone_at_the_end_is_dropped() -> None:
    assert drop_boilerplate(["First paragraph here.", "Second paragraph here.", "In this series:"]) == [
        "First paragraph here.",
        "Second paragraph here.",
    ]
