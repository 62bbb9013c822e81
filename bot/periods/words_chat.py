"""How chat readers write words about time: short forms and spellings by ear, in questions only, never in articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.periods.words import ENGLISH_PLACES, FOREIGN_PLACES, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ChatWords:
    """The chat writing of one language; forms are separated by `|`, as in `LanguageWords`.

    `spellings` are keyed by the words that they stand for. `tags`, `weak_months`, `weak_weekdays`, `cardinals` and
    `relative_days` extend the tables of the language. `endings` are further suffixes of ordinal numbers ("1ero");
    `fused` are words that are written together with the month or number after them ("midmarch", "twentythird").
    `not_misspelt` are words that look like misspelt words about time but are none.
    """

    spellings: Mapping[str, str]
    tags: Mapping[Tag, str] = field(default_factory=dict)
    weak_months: Mapping[int, str] = field(default_factory=dict)
    weak_weekdays: Mapping[int, str] = field(default_factory=dict)
    cardinals: Mapping[int, str] = field(default_factory=dict)
    relative_days: Mapping[int, str] = field(default_factory=dict)
    endings: str = ""
    fused: str = ""
    not_misspelt: str = ""


_ENGLISH = ChatWords(
    spellings={
        "before": "b4|bfr|bef",
        "after": "aftr|afta|aft",
        "since": "snc|sinc|cince",
        "until": "untl",
        "up to": "upto",
        "from": "frm",
        "and": "&|n|nd",
        "between": "btwn|betw|btn",
        "around": "arnd|aroun",
        "beginning": "beg|bgn",
        "start": "strt",
        "middle": "mddl",
        "last": "lst|lasst",
        "next": "nxt",
        "previous": "prev",
        "first": "frst|1rst",
        "half": "hlf",
        "quarter": "qtr|qrtr",
        "days": "dys",
        "week": "wk|weeek|wek",
        "weeks": "wks",
        "weekend": "wkend|wknd|wkd",
        "month": "mth|mnth",
        "months": "mths",
        "year": "yr",
        "years": "yrs",
        "yesterday": "yest|ystrday|ystday|yestday|ystd",
        "today": "2day|tday",
        "tonight": "2nite|tonite|2night",
        "tomorrow": "2moro|2morrow|tmrw|tmw|tomoro",
        "night": "nite|nyt",
        "morning": "mornin|morn",
        "evening": "evenin",
        "wednesday": "wensday|wendsday|weds|wedsday",
        "thursday": "thrs",
        "saturday": "satday",
        "the": "da|teh",
        "twentieth": "twentyth",
        "thirtieth": "thirtyth",
    },
    tags={
        Tag.LONE_WEEKDAY: "mon|tue|tues|wed|thu|thur|thurs|fri",
        Tag.OF: "o",
        Tag.AFTER: "post",
        Tag.SINCE: "effective",
        Tag.FUNCTION: "wat|wats|wot|wen|wher|hw|whos|whats|r|u",
    },
    endings="rst|t",
    fused="mid|early|late|twenty|thirty",
    not_misspelt="alter|daring|moths|midday|tents|couples|stormy|dates|resent|mourning|closer|singe|string|"
    "strings|sprint|winner|winners|simmer|reporter|reporters|closed|closes|chose|followers|appealed|point|points|"
    "paint|trade|painted|pointed|planted|sundry|publisher|publishers|stores|store|decide|decides|finals|starts|"
    "started|stars|stark|stare|coding|steven|quartel|todas|threw|sever|mouth|mouths|sixty|fifty|seventy|eighty|"
    "thirsty|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|latter|yearly|comic|comings",
)

_SPANISH_UNITS = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")

_SPANISH = ChatWords(
    spellings={
        "antes": "ants",
        "despues": "dsp|dps|desp|dsps",
        "desde": "dsd|dsde|dde|desd",
        "hasta": "hst|hta|asta|hsta",
        "entre": "ntre|entr",
        "y": "&|i",
        "de": "d",
        "del": "dl",
        "durante": "dte",
        "principios": "ppios|ppio|princ",
        "mediados": "med|meds",
        "semana": "sem|smn",
        "semanas": "sems",
        "quincena": "kincena|qna",
        "trimestre": "trim|tri",
        "mes": "mez",
        "fin de semana": "fds|finsem",
        "pasado": "psdo",
        "pasada": "psda",
        "ultima": "ult",
        "ultimas": "ults",
        "proximo": "prox",
        "siguiente": "sig|sgte|sgt",
        "hace": "hce|ase|hase|ace",
        "hoy": "hoi|oy",
        "ayer": "aier|ayr",
        "anteayer": "antesdeayer|antiayer",
        "anoche": "anoxe",
        "primero": "1ero",
        "primera": "1era",
        "segunda": "sgda|2nda",
        "segundo": "sgdo|2ndo",
        "dias": "diaz",
        "enero": "henero|enro",
        "septiembre": "septbre",
        "diciembre": "dicbre",
        "noviembre": "novbre",
        "abril": "habril",
        "lunes": "luns",
        "miercoles": "mier|mierc",
        "jueves": "juev",
        "viernes": "biernes|vier",
        "sabado": "zabado",
        "veinte": "beinte",
        "quince": "kince",
    },
    tags={
        Tag.LONE_WEEKDAY: "lun|mie|jue|vie|sab|dom",
        Tag.PLACE: FOREIGN_PLACES,
        Tag.PLACE_BEHIND: ENGLISH_PLACES,
        Tag.AFTER: "despues|post",
        Tag.BEFORE: "pre",
        Tag.NEXT_DAY: "dia despues|dia siguiente",
        Tag.SINCE: "no antes de|no antes del|a partir",
        Tag.UNTIL: "no despues de|no despues del|no mas tarde del|no mas tarde de|no mas alla del",
        Tag.ONWARDS: "para adelante|pa adelante|hacia adelante|pa lante",
        Tag.FUNCTION: "entero|completo|k|ke|kien|qien|qn|xq|pq",
    },
    weak_months={5: "may", 8: "ago|agto", 9: "sep|sept|set"},
    cardinals={number: f"veinte y {unit}|veinti {unit}" for number, unit in enumerate(_SPANISH_UNITS, 21)},
    endings="ero|era|eros|nda|ndo",
    not_misspelt="andes|mares|marte|dominio|ternera|escritor|publicas|notar|veraneo|presidente|presento|"
    "presenta|presentan|llego|llega|precio|precios|infierno|trade|larga|large|sacado|sabido|salado|domino|publica|"
    "publicos|despacho|novas|notes|nuevo|nueva|nuevos|nuevas|carta|cartas|prime|principal|comienza|comenzo|inicia|"
    "luces|jueces|vienes|vienen|circo|cinto|cuadro|mesas|pasando|pasara|pesado|pesada|posada|entra|entran|entro|"
    "domingos|sabados|sabana|martir|termina|segundos|trate|trace|siente|decades|ultima hora|finca|prensa",
)

_RUSSIAN = ChatWords(
    spellings={
        "и": "&",
        "начале": "нач|вначале",
        "середине": "сер|серед",
        "конце": "кон",
        "прошлой": "прошл|прош",
        "следующий": "след|следующ",
        "неделе": "нед",
        "месяце": "мес",
        "квартале": "кварт",
        "половине": "полов|пол",
        "году": "гаду",
        "выходные": "выхи|выходн|выхах",
        "сегодня": "седня|сеня",
        "вчера": "вчерась|вчра|фчера",
        "назад": "назат",
        "января": "енваря",
        "апреля": "опреля",
        "октября": "актября|актябре|ахтября",
        "понедельник": "пон|понед",
        "вторник": "втор|фторник",
        "четверг": "четв",
        "пятницу": "пятн|пят",
        "субботу": "суб|субб",
        "воскресенье": "воскр|вскр",
        "последние": "последн|послед|посл",
        "включительно": "включ|вкл",
        "первого": "первава",
    },
    tags={
        Tag.LONE_WEEKDAY: "пн|вт|ср|чт|пт",
        Tag.SINCE: "начиная",
        Tag.NEXT_DAY: "следующий день после",
        Tag.LAST: "той",
        Tag.FUNCTION: "че|чо|шо|скока|скоко|када",
    },
    weak_months={3: "мар", 6: "июн", 7: "июл"},
    cardinals={
        1: "одну|одной|одного|одна",
        2: "двух",
        3: "трех",
        4: "четырех",
        5: "пяти",
        6: "шести",
        7: "семи",
        8: "восьми",
        9: "девяти",
        10: "десяти",
    },
    fused="двадцать|тридцать",
    endings="его|ое|ая|ый|ий|ей|ом|ье|ья|ую|ва",
    not_misspelt="очень|потом|потому|стать|поле|пятак|концы|район|районы|марка|ранен|ранена|ранены|раненые|"
    "пресс|прессу|весла|написал|среди|готов|готова|готово|готовы|начал|начали|прошло|прошел|прошла|прошли|посла|"
    "послы|послу|посол|послом|передал|передала|сумки|месть|шест|шеста|летал|семью|субъект|завтрак|будущее|конечно|"
    "девять|девица",
)

_PORTUGUESE_UNITS = ("um", "dois", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove")

_PORTUGUESE = ChatWords(
    spellings={
        "antes": "ants",
        "depois": "dps|dp|dpos",
        "desde": "dsd|dsde|desd",
        "ate": "ateh",
        "entre": "ntre|entr",
        "e": "&",
        "de": "d",
        "inicio": "inic|inicinho",
        "comeco": "comesso|comecinho",
        "final": "finalzinho|fimzinho|finzinho",
        "meados": "mead",
        "semana": "smn|cemana",
        "semanas": "sems|smns",
        "quinzena": "kinzena|quinz",
        "trimestre": "trim|tri",
        "mes": "mez",
        "ano": "anu",
        "dias": "diaz",
        "fim de semana": "fds|findi|finde",
        "passado": "pssd|psdo|pass",
        "passada": "pssda|psda",
        "ultima": "ult",
        "ultimas": "ults",
        "proximo": "prox",
        "atras": "atraz",
        "hoje": "hj|hoji|oje|hje",
        "ontem": "onte|ontm|hontem|otem",
        "anteontem": "antonte",
        "primeiro": "1ro",
        "primeira": "1ra",
        "marco": "marsso|marc",
        "setembro": "cetembro",
        "segunda feira": "segundafeira",
        "terca feira": "tercafeira",
        "quarta feira": "quartafeira",
        "quinta feira": "quintafeira",
        "sexta feira": "sextafeira",
        "vinte": "vnte",
        "feira": "fera|fira|feria",
    },
    tags={
        Tag.LONE_WEEKDAY: "segunda|quarta|quinta|sexta|seg|qua|sex",
        Tag.PLACE: FOREIGN_PLACES,
        Tag.PLACE_BEHIND: ENGLISH_PLACES,
        Tag.AFTER: "depois|pos",
        Tag.BEFORE: "pre",
        Tag.SINCE: "nao antes de|nao antes do",
        Tag.UNTIL: "nao depois de|nao depois do|no maximo ate|o mais tardar ate|o mais tardar a",
        Tag.NEXT_DAY: "dia depois|dia seguinte",
        Tag.FUNCTION: "todo|inteiro|qm|oq|oque|qdo|qnd|qto|qtos|qts|qtas|pq|eh",
    },
    weak_months={5: "mai", 8: "ago", 9: "set", 10: "out"},
    cardinals={number: f"vinte {unit}" for number, unit in enumerate(_PORTUGUESE_UNITS, 21)},
    relative_days={-2: "ante ontem"},
    endings="ro|eiro|eira|nda|ndo",
    not_misspelt="andes|dominio|escritor|materiais|principais|inverso|porto|cinto|trinca|quartos|sexto|norte|"
    "verbo|verso|inferno|trade|puerto|fuente|seguira|desea|sacado|sabido|salado|domino|terna|terco|testa|publico|"
    "publicos|publica|publicas|material|passeata|passeatas|passando|pesado|pesada|entro|entra|entram|entrou|terra|"
    "terras|terno|quartas|quintas|quintal|sextas|domingos|sabados|mesas|circo|quadro|quadros|comeca|comecou|"
    "comecam|inicia|iniciou|principal|decades|semanal|ultimato|cesta|sesta|atrai|fiasco",
)

_FRENCH = ChatWords(
    spellings={
        "avant": "avt|avan|avnt",
        "apres": "ap|apre|aprs|aps",
        "depuis": "dps|dpui",
        "jusqu au": "jusquau",
        "jusqu": "jusk|jsq|jusq|juska|jusko",
        "entre": "ntre|entr",
        "et": "&",
        "au": "o",
        "pendant": "pdt|pdant",
        "debut": "deb|debu|dbut",
        "semaine": "sem|smn|semene",
        "semaines": "sems",
        "quinzaine": "quinz|kinzaine",
        "trimestre": "trim|tri",
        "jour": "jr",
        "jours": "jrs|js",
        "week end": "we|wk|wkd|wknd|wkend|wikend",
        "dernier": "der",
        "derniere": "dern",
        "prochain": "proch",
        "passee": "pase",
        "il y a": "ilya",
        "y a": "ya",
        "hier": "yer|hyer|iher",
        "avant hier": "avanthier",
        "aujourd hui": "ajd|auj|aujd|ojd|aujourdui|ojourdui|ajrd",
        "demain": "2main|dem1",
        "fevrier": "fevr",
        "juin": "jun|juins",
        "juillet": "juyet|juiet",
        "aout": "aoout|aoutt|aou",
        "septembre": "septbre",
        "novembre": "novbre",
        "decembre": "decbre",
    },
    tags={
        Tag.LONE_WEEKDAY: "lun|ven|vend|dim",
        Tag.NEWS: "news",
        Tag.AFTER: "post",
        Tag.BEFORE: "pre",
        Tag.SINCE: "pas avant|pas avant le",
        Tag.UNTIL: "pas apres|pas apres le|au plus tard au|d ici au|pas plus tard que le",
        Tag.FUNCTION: "ki|koi|kes|cb|kan|ou|pk|pq",
    },
    weak_months={1: "jan", 9: "sep", 12: "dec"},
    weak_weekdays={0: "lun", 4: "ven|vend", 5: "sam", 6: "dim"},
    endings="ᵉʳ|ᵉ|ieme|iem|em|ier|iere|nd|nde",
    fused="mi|fin|debut|vingt",
    not_misspelt="debout|debute|debutent|auteur|public|titre|etre|partis|course|vint|vin|paises|court|courts|"
    "cour|durante|rivers|ville|villes|publisher|parle|parles|parlent|parte|parti|partie|parts|informacion|"
    "president|presidente|presidents|passed|aires|entrer|entree|entrees|entres|entro|vieille|vieilles|debat|debats|"
    "jouer|tente|seule|prochaines|quinte|passent|passer|durent|final|finale|avants|mordi|lundis|paques",
)

CHAT: Mapping[str, ChatWords] = {
    "en": _ENGLISH, "es": _SPANISH, "ru": _RUSSIAN, "pt": _PORTUGUESE, "fr": _FRENCH,
}  # fmt: skip
