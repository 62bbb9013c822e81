"""What passages of any news corpus look like in each language: a prior for the mean vectors of small corpora.

The mean of three passages is those passages, and subtracting it leaves nothing; so the mean of a language is taken
over its passages and these sentences, which together count as much as `PRIOR_WEIGHT` passages. They are about
everyday news on purpose: what they share is the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.index.vectors import language_means

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Passages that the prior counts for: a language with ten times as many has a mean of its own.
PRIOR_WEIGHT = 12.0

BACKGROUND = {
    "en": (
        "The city council voted on Tuesday to repair two bridges after months of complaints from drivers.",
        "Shares of the airline fell by four percent when it announced fewer flights for the winter.",
        "A court sentenced the former mayor to three years in prison for accepting bribes.",
        "Doctors say the new vaccine protects nine out of ten children against the disease.",
        "The home team won the final two to one in front of a full stadium.",
        "Farmers expect a poor harvest because it has hardly rained since the spring.",
        "The museum opens an exhibition of paintings that nobody has seen for a century.",
        "Police are looking for witnesses of an accident on the coastal road.",
        "The two presidents signed an agreement on trade and promised to meet again in autumn.",
        "Thousands of teachers went on strike and marched through the capital for higher pay.",
    ),
    "es": (
        "El ayuntamiento aprobó el martes reparar dos puentes tras meses de quejas de los conductores.",
        "Las acciones de la aerolínea cayeron un cuatro por ciento al anunciar menos vuelos para el invierno.",
        "Un tribunal condenó al antiguo alcalde a tres años de cárcel por aceptar sobornos.",
        "Los médicos dicen que la nueva vacuna protege a nueve de cada diez niños contra la enfermedad.",
        "El equipo local ganó la final por dos a uno ante un estadio lleno.",
        "Los agricultores esperan una mala cosecha porque apenas ha llovido desde la primavera.",
        "El museo inaugura una exposición de cuadros que nadie había visto en un siglo.",
        "La policía busca testigos de un accidente en la carretera de la costa.",
        "Los dos presidentes firmaron un acuerdo comercial y prometieron reunirse de nuevo en otoño.",
        "Miles de maestros fueron a la huelga y marcharon por la capital para pedir mejores sueldos.",
    ),
    "ru": (
        "Городской совет во вторник решил отремонтировать два моста после многих месяцев жалоб водителей.",
        "Акции авиакомпании упали на четыре процента, когда она объявила о сокращении зимних рейсов.",
        "Суд приговорил бывшего мэра к трём годам тюрьмы за взятки.",
        "Врачи говорят, что новая вакцина защищает от болезни девять детей из десяти.",
        "Хозяева выиграли финал со счётом два к одному на заполненном стадионе.",
        "Фермеры ждут плохого урожая, потому что с весны почти не было дождей.",
        "Музей открывает выставку картин, которых никто не видел целый век.",
        "Полиция ищет свидетелей аварии на прибрежной дороге.",
        "Два президента подписали торговое соглашение и обещали снова встретиться осенью.",
        "Тысячи учителей вышли на забастовку и прошли по столице, требуя повысить зарплаты.",
    ),
    "pt": (
        "A câmara municipal aprovou na terça-feira o conserto de duas pontes após meses de queixas dos motoristas.",
        "As ações da companhia aérea caíram quatro por cento quando ela anunciou menos voos no inverno.",
        "Um tribunal condenou o antigo prefeito a três anos de prisão por aceitar subornos.",
        "Os médicos dizem que a nova vacina protege nove em cada dez crianças contra a doença.",
        "O time da casa venceu a final por dois a um diante de um estádio cheio.",
        "Os agricultores esperam uma colheita ruim porque quase não chove desde a primavera.",
        "O museu abre uma exposição de quadros que ninguém via há um século.",
        "A polícia procura testemunhas de um acidente na estrada do litoral.",
        "Os dois presidentes assinaram um acordo de comércio e prometeram se reunir de novo no outono.",
        "Milhares de professores entraram em greve e marcharam pela capital por melhores salários.",
    ),
    "fr": (
        "Le conseil municipal a voté mardi la réparation de deux ponts après des mois de plaintes des conducteurs.",
        "L'action de la compagnie aérienne a perdu quatre pour cent à l'annonce de vols moins nombreux cet hiver.",
        "Un tribunal a condamné l'ancien maire à trois ans de prison pour corruption.",
        "Selon les médecins, le nouveau vaccin protège neuf enfants sur dix contre la maladie.",
        "L'équipe locale a gagné la finale deux à un dans un stade plein.",
        "Les agriculteurs attendent une mauvaise récolte car il n'a presque pas plu depuis le printemps.",
        "Le musée ouvre une exposition de tableaux que personne n'avait vus depuis un siècle.",
        "La police cherche des témoins d'un accident sur la route côtière.",
        "Les deux présidents ont signé un accord commercial et promis de se revoir à l'automne.",
        "Des milliers d'enseignants en grève ont défilé dans la capitale pour de meilleurs salaires.",
    ),
}


def background_texts() -> list[str]:
    """Return all sentences, language after language in the order of `BACKGROUND`."""
    return [text for texts in BACKGROUND.values() for text in texts]


def means_with_prior(
    vectors: Floats, numbers: NDArray[np.uint16], languages: Sequence[str], background: Floats
) -> Floats:
    """Return the mean vector of each language, shape (languages, dimension), shrunk towards its background.

    `numbers` index `languages`; `background` has the vectors of `background_texts`. A language that has no background
    is shrunk towards the mean of all of them.
    """
    own = language_means(vectors, numbers, len(languages))
    counts = np.bincount(numbers, minlength=len(languages)).astype(np.float32)[:, None]
    per_language = dict(zip(BACKGROUND, np.split(background, len(BACKGROUND)), strict=True))
    prior = np.stack([per_language.get(language, background).mean(axis=0) for language in languages])
    return np.asarray((counts * own + PRIOR_WEIGHT * prior) / (counts + PRIOR_WEIGHT), np.float32)
