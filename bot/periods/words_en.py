"""English words about time."""

from __future__ import annotations

from bot.periods.words import LanguageWords, Tag

_UNITS_AS_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

ENGLISH = LanguageWords(
    months=(
        "january",
        "february",
        "",
        "april",
        "",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
    weak_months={
        1: "jan",
        2: "feb",
        3: "march|mar",
        4: "apr",
        5: "may",
        6: "jun",
        7: "jul",
        8: "aug",
        9: "sep|sept",
        10: "oct",
        11: "nov",
        12: "dec",
    },
    short_months={},
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    weak_weekdays={0: "mon", 1: "tue|tues", 2: "wed", 3: "thu|thur|thurs", 4: "fri", 5: "sat", 6: "sun"},
    units=(
        "day",
        "days",
        "week|weeks|week commencing|week beginning|week starting|week ending|w / c",
        "fortnight|fortnights",
        "month|months",
        "quarter|quarters",
        "half|semester|semesters",
        "season",
        "year|years",
        "decade|decades",
        "weekend|weekends|week end",
    ),
    seasons=("spring|springtime", "summer|summertime", "autumn", "winter|wintertime"),
    cardinals=(
        _UNITS[0],
        f"{_UNITS[1]}|couple|couple of|a couple of",
        *_UNITS[2:],
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        *(f"twenty {unit}" for unit in _UNITS),
        "thirty",
        "thirty one",
    ),
    ordinals=(
        *_UNITS_AS_ORDINALS,
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        *(f"twenty {unit}" for unit in _UNITS_AS_ORDINALS),
        "thirtieth",
        "thirty first",
    ),
    relative_days={
        -2: "day before yesterday|the day before yesterday",
        -1: "yesterday|last night|yday|yesterday evening|yesterday morning",
        0: "today|tonight|this morning|this evening|this afternoon",
        1: "tomorrow",
    },
    month_first=True,
    date_adjectives=True,
    fixed_days={
        101: "new year s day|new years day",
        214: "valentine s day|valentines day|valentine day|st valentine s day",
        308: "women s day|womens day",
        401: "april fools day|april fool s day|april fools ' day|april fools ’ day",
        501: "may day|labour day|workers day|workers ' day|workers ’ day|worker s day",
        1031: "halloween",
        1224: "christmas eve|xmas eve",
        1225: "christmas day|xmas day",
        1226: "boxing day",
        1231: "new year s eve|new years eve",
    },
    weak_fixed_days={1225: "christmas|xmas"},
    not_months="agst|set|sets|augustus|auguste|augustin|augusts|augusta|augusto|avril|marca|marcha|maria|marta|juno|jude|"
    "jute|junk|tune|dune|jumbo|manch|octet|octets|julie|julia|janus|"
    "marsh|match|mayor|junta|jury|juan|marco|decade|remember|member|septic|juno|octave|angst|match|novel",
    century="two thousand|two thousand and|twenty",
    decades={
        1950: "fifties",
        1960: "sixties",
        1970: "seventies",
        1980: "eighties",
        1990: "nineties",
    },
    tags={
        Tag.BETWEEN: "between|in between",
        Tag.FROM: "from|starting from|starting|beginning",
        Tag.TO: "to|through|thru|until|till|til|up to|up until",
        Tag.AND: "and|or|and on|or on|and in|or in",
        Tag.BEFORE: "pre|before|and before|or before|prior to|ahead of|earlier than|older than|preceding",
        Tag.AFTER: "after|that followed|which followed|and after|or after|following|later than|newer than|"
        "subsequent to|from after",
        Tag.SINCE: "no sooner than|not earlier than|not sooner than|at the earliest on|"
        "since|ever since|on or after|no older than|not older than|not before|no earlier than|as from|"
        "starting|starting from|starting on|starting in|beginning on|beginning from|beginning in",
        Tag.UNTIL: "nothing later than|as at|"
        "at the latest by|at the latest on|at latest by|not after|latest by|by the latest|"
        "until|till|til|up to|up until|up to and including|by|as of|no later than|not later than|"
        "on or before|no newer than|not newer than|through",
        Tag.AROUND: "around|about|approximately|circa|close to|around about|somewhere around",
        Tag.ABOUT: "about|regarding|concerning|on the subject of|called|named",
        Tag.IN: "in|on|during|at|throughout|over|within|for|back in|the month of|in the course of|dated|as early as|"
        "as late as",
        Tag.OF: "of|s",
        Tag.ARTICLE: "the|that",
        Tag.INDEFINITE: "a|an|his|her|their|its|any|some|no|every|another",
        Tag.ONWARDS: "to date|up to now|until now|to the present|to this day|"
        "on|onward|onwards|forward|and later|or later|and after|and onwards|and beyond",
        Tag.OR_LATER: "onwards|onward|forward|at the earliest|or more recent|and thereafter|"
        "or later|and later|or after|and after|or after that|or newer|and onwards|and beyond",
        Tag.OR_EARLIER: "at the latest|at latest|or sooner|"
        "or earlier|or before|or before that|or older|and earlier|and before",
        Tag.INCLUSIVE: "inclusive|included",
        Tag.EARLY: "early|beginning|start|the beginning|the start|early in|opening days|onset|turn",
        Tag.MID: "mid|middle|the middle|midway through|midst",
        Tag.LATE: "late|end|the end|late in|closing days|tail end",
        Tag.LAST_OF: "last|final|closing",
        Tag.THIS: "this|current|the current",
        Tag.LAST: "last|previous|the previous",
        Tag.BEFORE_LAST: "before last",
        Tag.NEXT: "next|coming|the coming|upcoming|the next",
        Tag.RECENT: "past|last|recent|latest|previous",
        Tag.FEW: "few|a few|several",
        Tag.AGO: "ago|back|earlier",
        Tag.DAY_PART: "morning|evening|afternoon|night|noon|dawn|eve of|early morning|early hours|late evening|"
        "midnight|"
        "small hours|day|early on|late on",
        Tag.NEXT_DAY: "day after|the day after|day following|the day following|day that followed|"
        "the day that followed|a day after|one day after|"
        "the morning after|morning after",
        Tag.EVE: "day before|the day before|eve of|the eve of|a day before|one day before|the night before|"
        "night before|evening before|the evening before",
        Tag.YEARS_OF: "",
        Tag.NEWS: "piece|write up|"
        "news|article|articles|story|stories|headline|headlines|coverage|dispatches|news reports|"
        "publications|pieces|news items|op eds|editorials|newspapers|digests|materials|columns|edition|editions|"
        "front page|"
        "front pages|bulletins|write ups|clippings|dispatches",
        Tag.REPORTS: "report|reports|reported|reporting|sources|texts|posts|items|updates|updates|passages|"
        "analysis|analyses",
        Tag.PUBLISHED: "publish|publishes|penned|authored|"
        "published|posted|printed|dated|publishing|appeared in print|written|released online",
        Tag.ISSUED: "came out|come out|appeared|appear|coming out|ran|released|issued|that came out|that appeared|"
        "which appeared",
        Tag.REPORTERS: "journalists|reporters|correspondents",
        Tag.PRESS: "paper|"
        "press|newspapers|newspaper|media|papers|outlets|dailies|weeklies|magazines|magazine|tabloids|"
        "broadsheets",
        Tag.EVENT: (
            "uprising|uprisings|revolt|revolts|coup|blackout|blackouts|outage|outages|mutiny|rebellion|protest|"
            "protests|"
            "rally|rallies|march|marches|call|phone|talk|talks|meeting|meetings|summit|statement|statements|speech|"
            "oath|inauguration|ceremony|vote|votes|election|elections|clash|clashes|demonstration|demonstrations|"
            "attack|"
            "attacks|raid|attempt|operation|events|crisis|sanctions|resolution|agreement|declaration|swearing|strike|"
            "referendum|conference|telephone|conversation|massacre|incident|putsch|unrest|violence|power|session|"
            "hearing|deadline|decree|order|letter|visit|concert|riots|riot|insurrection|standoff|assembly|"
            "constitution|budget|poll|census|talks|embargo|failed|attempted|military|opposition"
        ),
        Tag.HAPPENINGS: "events|happenings|developments|day|date|situation|timeline|chronology|summary|overview|"
        "as|whole|outside|inside|instead|capable|because|out|most|much|part|all|month|year|week",
        Tag.NUMBERED: "plan|agenda|vision|resolution|article|articles|decree|law|no|number|page|room|flight|code|"
        "chapter|section|act|line|"
        "rule|rules|order|case|version|usd|route|bill|model|boeing|type|paragraph|item|building|bus|top",
        Tag.DATED: "constitution|treaty|accord|convention|protocol|law|act|election|elections|vote|referendum|coup|"
        "putsch|"
        "resolution|agreement|pact|caracazo|statute|plebiscite",
        Tag.SAYS: "say|says|said|saying|write|writes|wrote|written|report|reports|reported|run|ran|print|printed|"
        "publish|"
        "published|carry|carried",
        Tag.RELATIVE: "who|whom|whose|which|that",
        Tag.PLACE: "parish|slum|suburb|barrios|"
        "movement|brigade|battalion|avenue|street|square|boulevard|stadium|road|neighbourhood|"
        "neighborhood|district|barrio",
        Tag.COUNTED: (
            "people|soldiers|troops|dollars|euros|bolivars|barrels|km|kilometers|kilometres|miles|tons|tonnes|deaths|"
            "dead|killed|wounded|injured|injuries|arrests|detained|migrants|refugees|votes|persons|workers|men|women|"
            "children|million|millions|billion|billions|thousand|hundred|mw|megawatts|percent|hours|minutes|seconds|"
            "days|weeks|months|years|am|pm|countries|states|officers|guards|officials|lawmakers|deputies|prisoners|"
            "civilians|protesters|demonstrators|planes|trucks|aircraft|hospitals|cases|cents|points|families|houses|"
            "oclock|members|doctors|patients|victims|generals|venezuelans|cubans|russians|per cent"
        ),
        Tag.FUNCTION: (
            "who|what|when|where|why|which|how|whom|whose|did|do|does|is|are|was|were|has|have|had|will|would|can|"
            "could|"
            "may|might|should|in|on|at|by|with|about|for|per|to|of|and|or|but|if|that|than|then|there|it|he|she|they|"
            "we|i|you|his|her|their|its|not|no|yes|please|tell|me|us|from|between|against|according|acording|while|"
            "because|so|as|the|a|an|any|show|give|list|find|said|say|says|besides|into|over|under|also"
        ),
    },
)
