"""Questions for whatever happened at a time ("what happened on 8 May", "noticias de marzo"): the time alone decides.

Vectors of such words are near to texts that sum up some great day, whichever day is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bot.index.countries import names_country
from bot.index.function_words import is_content
from bot.index.tokens import bare, words

if TYPE_CHECKING:
    from bot.model import Question

# What is left of such a question besides its period, function words and countries, in the five languages.
_HAPPENING: Final = (
    "happen happens happened hapened happend happening happenings occur occurs occurred ocurred took take takes "
    "taken taking place went going come came unfold unfolded event events news new story stories headline "
    "headlines thing things anything something everything article articles report reports published publish day "
    "days date dates time month year week situation important main big all show list please know tell find got "
    "get overview summary summarize summarise timeline chronology pasar paso pasa pasaba pasado pasando ocurrir "
    "ocurrio ocurre ocurrido ocurria suceder sucedio sucede sucedido sucesos suceso acontecer acontecio "
    "acontecimientos acontecimiento hecho hechos evento eventos noticia noticias novedades articulo articulos "
    "publicado publicados publicada publicadas dia dias fecha mes semana ano situacion importante principal "
    "principales cosa cosas algo todo todos resumen cronologia muestra mostrar dime saber hubo aconteceu acontece "
    "aconteceram acontecia acontecimentos acontecimento ocorrer ocorreu ocorre ocorreram passou passa passava "
    "rolou rola houve sucedeu fatos fato artigo artigos data noticiario situacao coisa coisas tudo resumo mostre "
    "diga passer passe passes passee passait produit produite produire arrive arriver arriva arrivait deroule "
    "derouler evenement evenements actualite actualites nouvelle nouvelles publie publies jour jours journee mois "
    "semaine annee chose choses tout quoi resume montre dis произошло происходило "
    "происходит произошла произойти случилось случалось случилась было бывало творилось творится стряслось "
    "делалось новость новости новостях события событие событиях статьи статья статей день дня дни месяц месяце "
    "неделя неделе году год года ситуация важного главное главные интересного хроника сводка "
    "покажи расскажи опубликованные опубликовано писали пишут wrote written escribieron escreveram "
)


def asks_what_happened(question: Question) -> bool:
    """Whether a question has a period and nothing else that could decide between passages, but for countries."""
    request = question.period
    if request is None:
        return False
    text, span = question.text, request.words
    if question.filters.asked is None:  # else its words stand in another text
        text = f"{text[: span.start]} {text[span.end :]}"
    return all(_says_nothing(bare(word), question.language) for word in words(text))


def _says_nothing(word: str, language: str) -> bool:
    return word in _happening() or not is_content(word, language) or names_country(word, language)


@cache
def _happening() -> frozenset[str]:
    return frozenset(_HAPPENING.split())
