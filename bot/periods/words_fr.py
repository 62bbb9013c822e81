"""French words about time."""

from __future__ import annotations

from bot.periods.words import LanguageWords, Tag

_UNITS = ("un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")

FRENCH = LanguageWords(
    months=(
        "janvier",
        "fevrier",
        "",
        "avril",
        "",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ),
    weak_months={
        1: "janv",
        2: "fev|fevr",
        3: "mars",
        4: "avr",
        5: "mai",
        7: "juil",
        10: "oct",
        11: "nov",
    },
    short_months={1: "jan", 9: "sept|sep", 12: "dec"},
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    weak_weekdays={},
    units=(
        "jour|journee",
        "jours",
        "semaine|semaines",
        "quinzaine|quinzaines",
        "mois",
        "trimestre|trimestres",
        "moitie|semestre|semestres",
        "saison",
        "an|ans|annee|annees",
        "decennie|decennies",
        "week end|weekend|week ends|weekends",
    ),
    seasons=("printemps", "ete", "automne", "hiver"),
    cardinals=(
        *_UNITS,
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix sept",
        "dix huit",
        "dix neuf",
        "vingt",
        "vingt et un",
        *(f"vingt {unit}" for unit in _UNITS[1:]),
        "trente",
        "trente et un",
    ),
    ordinals=(
        "premier|premiere|premiers|premieres",
        "deuxieme|second|seconde",
        "troisieme",
        "quatrieme",
        "cinquieme",
        *("",) * 26,
    ),
    relative_days={
        -2: "avant hier",
        -1: "hier|hier soir|hier matin|la nuit derniere",
        0: "aujourd hui|aujourdhui|ce matin|ce soir|cet apres midi",
        1: "demain",
    },
    fixed_days={
        101: "jour de l an|premier de l an",
        214: "la saint valentin|la st valentin",
        308: "journee de la femme|journee internationale de la femme|journee des droits des femmes|"
        "journee internationale des droits des femmes|journee internationale des femmes",
        501: "fete du travail|journee internationale des travailleurs|journee des travailleurs",
        1031: "halloween",
        1224: "veille de noel|reveillon de noel",
        1225: "jour de noel",
        1231: "saint sylvestre|st sylvestre|reveillon du nouvel an",
    },
    weak_fixed_days={214: "saint valentin|st valentin", 1225: "noel"},
    not_months="murs|mers|mats|mares|maris|marts|mors|juif|jupe|auguste|augustin|avril's|julie|atout|marie|mario|"
    "maria|marcs|marc|juan|jean|"
    "marts|marché|marche|mairie|juste|avoir|janvier's|autre|autres|juives|jamais|mardi|civil|avis|suivre|"
    "ouvrier|"
    "juillets|ajout|aouts|decombre|decombres|nombre|membre|chambre",
    century="deux mille|deux mil",
    decades={
        1950: "annees cinquante",
        1960: "annees soixante",
        1970: "annees soixante dix",
        1980: "annees quatre vingt|annees quatre vingts",
        1990: "annees quatre vingt dix",
    },
    tags={
        Tag.BETWEEN: "entre|entre le|entre les",
        Tag.FROM: "de|du|d|depuis|des",
        Tag.TO: "a|au|jusqu a|jusqu au|jusqu en|jusque|jusqu",
        Tag.AND: "et|ou|et le|ou en|et en",
        Tag.BEFORE: "prealablement a|prealablement au|et avant|ou avant|et avant le|ou avant le|avant|avant le|"
        "avant la|avant l|anterieur au|anterieurs au|anterieures au|precedant|anterieurement a|anterieurement au|"
        "anterieur a|"
        "anterieurs a",
        Tag.AFTER: "et apres|ou apres|et apres le|ou apres le|apres|apres le|apres la|apres l|posterieur au|"
        "posterieurs au|posterieures au|suivant|qui a suivi|"
        "au lendemain de|"
        "qui suit|qui suivit|qui ont suivi|posterieur a|posterieurs a|posterieurement a|posterieurement au",
        Tag.SINCE: "au plus tot le|au plus tot en|au plus tot|pas plus tot que le|pas avant le|pas avant|"
        "depuis|a partir de|a partir du|a partir d|a compter du|a compter de|des|des le|depuis le|depuis la",
        Tag.UNTIL: "au plus tard|au plus tard au|pas plus tard que le|pas apres le|"
        "jusqu a|jusqu au|jusqu en|jusque|d ici|d ici a|d ici le|d ici la|jusqu a la|pour le|"
        "au plus tard le|"
        "jusqu|au plus tard en",
        Tag.AROUND: "vers|vers le|autour de|autour du|aux alentours de|aux alentours du|environ|aux environs du",
        Tag.ABOUT: "sur|sur le|a propos de|a propos du|concernant|concernant le|au sujet de|au sujet du|nomme",
        Tag.IN: "en|au|aux|a|dans|pendant|durant|au cours de|au cours du|au cours des|lors des|lors de|lors du|"
        "au cours|courant|pour|date du|"
        "dates du|datant de|datant du|en date du|datee du|datees du",
        Tag.OF: "de|du|d|des",
        Tag.ARTICLE: "le|la|l|les",
        Tag.NEEDS_ARTICLE: "ete",
        Tag.ONWARDS: "a ce jour|jusqu a maintenant|jusqu a present|a nos jours|et apres|et au dela|et plus tard",
        Tag.OR_LATER: "et plus tard|au plus tot|et la suite|ou plus recents|ou posterieures|et posterieurs|"
        "ou apres|et apres|ou plus tard|et plus tard|ou posterieurs|ou ulterieurs|et au dela",
        Tag.OR_EARLIER: "au plus tard|ou anterieures|et plus tot|ou plus anciens|ou anterieur|"
        "ou avant|et avant|ou plus tot|ou anterieurs",
        Tag.INCLUSIVE: "inclus|inclusivement|compris|y compris",
        Tag.EARLY: "debut|debuts|commencement|le debut|tout debut",
        Tag.MID: "mi|milieu|le milieu|la mi",
        Tag.LATE: "fin|la fin|toute fin",
        Tag.LAST_OF: "derniere|dernier|derniers|dernieres",
        Tag.THIS: "ce|cet|cette|ces|en cours",
        Tag.LAST: "dernier|derniere|passe|passee|ecoule|ecoulee|precedent|precedente",
        Tag.BEFORE_LAST: "avant dernier|avant derniere",
        Tag.NEXT: "prochain|prochaine|suivant|suivante|prochains|prochaines",
        Tag.RECENT: "dernier|derniere|derniers|dernieres|passes|passees",
        Tag.FEW: "quelques|plusieurs",
        Tag.AGO: "il y a|y a",
        Tag.DAY_PART: "matin|matinee|soir|soiree|nuit|apres midi|aube|midi|jour|journee|date|minuit",
        Tag.NEXT_DAY: "lendemain|le lendemain|au lendemain|jour apres|jour suivant|jour d apres",
        Tag.SECOND_DAY: "surlendemain|le surlendemain|au surlendemain",
        Tag.SECOND_EVE: "avant veille",
        Tag.EVE: "veille|la veille|jour avant|jour precedant|jour d avant",
        Tag.YEARS_OF: "annees|les annees",
        Tag.NEWS: "article|articles|nouvelle|nouvelles|actualite|actualites|depeche|depeches|actu|actus|reportage|"
        "reportages|couverture|publications|editoriaux|unes|titres|infos|informations|breves|chroniques|edition|"
        "editions|bulletins|tribunes|premieres pages",
        Tag.REPORTS: "rapporte|rapportes|rapportait|"
        "rapports|textes|recits|comptes rendus|mises a jour|passages|papiers|billets",
        Tag.PUBLISHED: "publient|redige|rediges|redigee|redigees|dates|datees|imprimes|"
        "publie|publies|publiee|publiees|paru|parus|parue|parues|ecrit|ecrits|ecrite|ecrites|publier|"
        "publiait|ont publie|publiaient",
        Tag.ISSUED: "sorti|sortis|sortie|sorties|apparus|apparu|apparue|apparues|qui sont sortis|qui sont parus",
        Tag.REPORTERS: "journalistes|reporters|correspondants",
        Tag.PRESS: "presse|journaux|journal|medias|media|quotidiens|quotidien|magazines|magazine|hebdos|"
        "hebdomadaires|revues|tabloids",
        Tag.EVENT: (
            "soulevement|revolte|coup|coup d etat|panne|pannes|manifestation|manifestations|marche|marches|appel|"
            "reunion|sommet|"
            "discours|serment|investiture|vote|election|elections|affrontements|attaque|tentative|operation|crise|"
            "sanctions|resolution|accord|declaration|rebellion|insurrection|mutinerie|putsch|rassemblement|seance|"
            "entretien|coupure"
        ),
        Tag.HAPPENINGS: "heures|"
        "evenements|faits|situation|resume|chronologie|jour|journee|date|cours|lors|proximite|"
        "deroule|partir|autour|alentours",
        Tag.NUMBERED: "plan|agenda|vision|constitution|resolution|article|articles|decret|loi|numero|no|n|page|salle|"
        "vol|code|chapitre|norme|dossier|"
        "version|modele|ligne|avion|point|alinea",
        Tag.DATED: "constitution|traite|convention|protocole|loi|election|elections|scrutin|vote|referendum|plebiscite|"
        "coup|coup d etat|putsch|resolution|accord|pacte|caracazo|presidentielle|presidentielles|legislatives|decret",
        Tag.SAYS: "dit|disent|disait|disaient|ecrit|ecrivent|ecrivait|ecrivaient|rapportait|rapportaient|rapportent|"
        "rapporte|titrait|titraient|titre|titrent|publie|publient|publiaient|publiait|raconte|racontaient|annoncaient",
        Tag.RELATIVE: "qui|que|dont",
        Tag.PLACE: "place|cite|allee|lycee|college|brigades|"
        "mouvement|front|brigade|bataillon|rue|avenue|boulevard|quartier|quai|stade|ecole|hopital",
        Tag.COUNTED: (
            "personnes|soldats|militaires|dollars|euros|bolivars|barils|km|kilometres|tonnes|morts|mort|blesses|"
            "detenus|migrants|refugies|voix|votes|travailleurs|hommes|femmes|enfants|millions|million|milliards|"
            "milliard|"
            "mille|mw|megawatts|pour cent|heures|minutes|secondes|jours|semaines|mois|ans|pays|officiers|gardes|"
            "deputes|"
            "prisonniers|civils|manifestants|avions|camions|hopitaux|cas|venezueliens|cubains|russes|policiers|familles"
        ),
        Tag.FUNCTION: (
            "qui|que|quoi|qu|quand|ou|pourquoi|comment|quel|quelle|quels|quelles|combien|est|sont|etait|etaient|a|ont|"
            "avait|avaient|en|dans|avec|sur|pour|par|selon|et|mais|si|ne|pas|se|s|le|la|les|l|un|une|des|du|de|d|son|"
            "sa|"
            "ses|leur|leurs|il|elle|ils|elles|on|je|nous|vous|ce|c|y|contre|entre|sans|apres|avant|depuis|au|aux|t|dit|"
            "donne|montre|fut"
        ),
    },
)
