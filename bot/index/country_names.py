"""What countries, their people and their governments are called: what countries.py needs beside the CLDR's names."""

from __future__ import annotations

import re
from typing import Final

# The members of the United Nations, the Holy See, Palestine, Taiwan and Kosovo (ISO 3166-1). A place in this list is
# the number of a bit in every snapshot. Dependent territories are left out: who lives there is seldom asked for, and
# their names are those of people and of common words.
_CODES: Final = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO "
    "CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID "
    "IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK "
    "ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB "
    "SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN "
    "VU WS XK YE ZA ZM ZW"
)
COUNTRIES: Final = tuple(_CODES.split())
# What the endings would make of countries' names and is, in this language, first of all something else; folded. Found
# among the 60,000 commonest words of each.
COMMON_WORDS: Final = {
    language: frozenset(found.split())
    for language, found in {
        "en": "us chad jordan francis frances chili ghani romani malin georgi indi indis australis",
        "es": "mauricio granada granado granados cubo cubos franco franca francos francas belico belica belicos "
        "belicas butano conga cheques georges georgina georgi gamba gambas libera libero liberan sirena sirenas siro "
        "siri toga tongo zamba catarina colombo colombina dominico turquesa italo jordana jordano indiana indo inda "
        "indi australes austro albano chili",
        "pt": "ira mauricio mauricia granada cubo cubos cubas franco franca francos francas gana ganas gamba gambas "
        "oma servo servos servi serva servas serves libera libero georges georgina georgi jordana catarina catarino "
        "siro siri toga colombo turquesa italo perua austro albano indo inda chili",
        "fr": "maurice dominique grenade grenades george georges georgi cube cubes colombe colombes francois francoise "
        "libere liberes malaise malaises turquoise toge australe australes paname",
        "ru": "того чад чада чаду чадом чаде самое самой",
    }.items()
}
# Words that name a country or its people and don't follow from its name: patterns, each of which begins with a letter;
# folded, in whichever of the languages.
IRREGULAR: Final = {
    "AR": r"argentins?",
    "BE": r"belgi\w* belgas? belges? бельги\w+",
    "BY": r"белорус\w+ bielorr?us\w+",
    "CH": r"swiss suissesses? suiz[oa]s? suic[oa]s? швейцар\w+",
    "CZ": r"czechs? checos? tchec[oa]s? tcheques? чехи чехам чехами чешск\w+",
    "DE": r"germans? alemaes alemao alemanes aleman[as]? allemande?s? немец\w* немцы немцев",
    "DK": r"danish danes? danois\w* датск\w+ датчан\w*",
    "ES": r"spanish spaniards? espagnol\w* espanhol\w* espanhois испанц\w*",
    "FI": r"finnish finns? финск\w+ финн\w*",
    "FR": r"french\w* frances frances[ae]s? francais\w* француз\w* француж\w*",
    "GB": r"uk britain british britons? brits? britanic[oa]s? britanniques? english inglaterra ingles inglesa "
    r"ingleses england anglais\w* angleterre британ\w+ великобритан\w+ англи\w+",
    "GR": r"greeks? grieg[oa]s? greg[oa]s? grecs? grecques? греч\w+ греки греков",
    "HT": r"гаитян\w*",
    "HU": r"hungar[oa]s? hungarians? hongrois\w* венгр\w+ венгер\w+",
    "IE": r"irish\w* irlandes\w* irlandais\w*",
    "IN": r"inde hindu(?:es|s)?",
    "IR": r"iran iranies iranian[oa]s?",
    "LB": r"lebanese liban[eo]s\w* libanais\w*",
    "MA": r"morocc\w+ marroqu\w+ marroquin\w* marocain\w* марокк\w*",
    "NL": r"dutch holand\w+ holland\w* neerland\w+ голланд\w+",
    "NO": r"norwegians? norvegien\w* норвеж\w+",
    "NZ": r"neozeland\w+ новозеланд\w+",
    "PE": r"peruan[oa]s? peruvians? peruviens? peruviennes?",
    "PL": r"polish polac[oa]s? польск\w+ поляки поляков полякам поляками",
    "PT": r"portugu[ei]s\w* portugais\w*",
    "RU": r"русск\w+ рф",
    "SA": r"saudis? saudit[a-z]* saoudi\w+ саудов\w+ саудит\w+",
    "SE": r"swedish swedes? suedois\w* шведск\w+ швед\w*",
    "TR": r"turks? turkish turc[oa]?s? turques? турец\w+ турок турки турков",
    "US": r"usa americans? american[oa]s? americains? americaines? estadounidenses? estadunidenses? "
    r"norteamerican[oa]s? eeuu eua сша америк\w+",
    "VA": r"vatican[oa]?s? ватикан\w*",
    "ZA": r"sudafrican[oa]s? юар южноафрик\w+",
}
# What stands for a country's government: it names the country, but who asks about it need not ask about the country.
METONYMS: Final = {
    "BE": r"brus(?:s?els|elas) bruxell?[ae]s брюссел\w*",
    "BR": r"brasilia бразилиа",
    "CA": r"ottawa оттав\w+",
    "CL": r"santiago сантьяго",
    "CN": r"beijing pekin pequim пекин\w*",
    "CO": r"bogota богот[аеыу]",
    "CU": r"havana habana havane гаван[аеыу]",
    "DE": r"berlin berlim берлин\w*",
    "ES": r"madrid\w* мадрид\w*",
    "FR": r"paris париж\w*",
    "GB": r"london\w* londres лондон\w*",
    "IR": r"tehe?ran teera тегеран\w*",
    "NO": r"oslo осло",
    "PE": r"lima лим[аеыу]",
    "RU": r"moscow moscu moscou москв\w+ московск\w+ kremlin кремл\w+",
    "SY": r"damas(?:cus|co)? дамаск\w*",
    "TR": r"ankara ancara анкар\w+",
    "UA": r"kyiv kiev киев\w*",
    "US": r"washington вашингтон\w* pentag\w+ пентагон\w*",
    "VA": r"papa pope pape папа папы",
    "VE": r"caracas каракас\w*",
}
# Names of several words beside the CLDR's.
PHRASES: Final = {
    "en": {"white house": "US", "holy see": "VA"},
    "es": {"casa blanca": "US", "santa sede": "VA", "gran bretana": "GB"},
    "pt": {"casa branca": "US", "santa se": "VA", "gra bretanha": "GB"},
    "fr": {"maison blanche": "US", "saint siege": "VA", "grande bretagne": "GB"},
    "ru": {"белый дом": "US", "северная корея": "KP", "южная корея": "KR"},
}
# Names that folding would make common words of: "us", "ee uu", the Portuguese "irá".
AS_WRITTEN: Final = re.compile(r"(?P<US>\bU\.?S\.?(?:A\b)?(?!\w)|\bEE\.? ?UU\b)|(?P<GB>\bU\.K\.)|(?P<IR>\bIrã\b)")
# Ends of a people's name, and of what is said of it.
_LATIN: Final = r"[oa]s?|i?an[oa]?s?|enses?|es|es[ae]s?|in[oa]s?|i|is"
ENDINGS: Final = {
    "en": r"i?ans?|ns?|eans?|ese|is?|ish",
    "es": rf"{_LATIN}|en[oa]s?|ies",
    "pt": rf"{_LATIN}|eir[oa]s?|enh[oa]s?",
    "fr": r"es?|i?ens?|i?ennes?|ains?|aines?|aise?s?|oise?s?|eens?|eennes?|ans?|ann?es?|ites?",
    "ru": r"(?:ин|ан|ян|ий|й|ь|ен|и)?ск(?:ий|ая|ое|ие|ого|ому|им|ой|ую|их|ими|ом)"
    r"|(?:ин|ан|ян|ий|й|и)?(?:ец|цы|цев|цам|цами|цах|ца|цем|цу)|(?:ин|ан|ян|ий)(?:ка|ки|ку|кой|ок)",
}
ANY_ENDING: Final = r"\w{1,3}"  # of a language whose endings are not listed
# Ends of a country's name, and those that take their place: of Russian cases, and of none elsewhere.
RUSSIAN_CASES: Final = (
    (re.compile(r"ия$"), "ия|ии|ию|ией"),
    (re.compile(r"[ая]$"), "[аяыиуюе]|ой|ей"),
    (re.compile(r"ы$"), "ы|ов|ам|ами|ах"),
    (re.compile(r"[ьй]$"), "[ьйяюие]|ем|ью"),
    (re.compile(r"(?<=[бвгдзклмнпрстфх])$"), "[ауе]|ом"),
)
LATIN_END_OF_NAME: Final = re.compile(r"(?:i?a|ie|e?y|[eo])$")
