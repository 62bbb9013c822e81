"""Spanish words about time."""

from __future__ import annotations

from bot.periods.words import LanguageWords, Tag

_UNITS = ("un|uno|una", "dos|un par de|par de", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")


def _compound(tens: str) -> tuple[str, ...]:
    return tuple("|".join(f"{tens} {form}" for form in unit.split("|")) for unit in _UNITS)


SPANISH = LanguageWords(
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre|setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    weak_months={1: "ene", 2: "feb", 4: "abr", 6: "jun", 7: "jul", 10: "oct", 11: "nov", 12: "dic"},
    short_months={3: "mar", 5: "may", 8: "ago|agto", 9: "sep|sept|set"},
    weekdays=("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
    weak_weekdays={0: "lun", 2: "mie", 3: "jue", 4: "vie", 5: "sab", 6: "dom"},
    units=(
        "dia",
        "dias",
        "semana|semanas",
        "quincena|quincenas",
        "mes|meses",
        "trimestre|trimestres",
        "mitad|semestre|semestres",
        "temporada",
        "ano|anos",
        "decada|decadas",
        "fin de semana|fines de semana|finde",
    ),
    seasons=("primavera", "verano", "otono", "invierno"),
    cardinals=(
        *_UNITS,
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciseis|diez y seis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiuno|veintiun",
        "veintidos",
        "veintitres",
        "veinticuatro",
        "veinticinco",
        "veintiseis",
        "veintisiete",
        "veintiocho",
        "veintinueve",
        "treinta",
        _compound("treinta y")[0],
    ),
    ordinals=(
        "primero|primer|primera|primeros|primeras",
        "segundo|segunda",
        "tercero|tercer|tercera",
        "cuarto|cuarta",
        "quinto|quinta",
        *("",) * 26,
    ),
    relative_days={
        -2: "anteayer|antes de ayer|antier",
        -1: "ayer|anoche|ayer por la noche",
        0: "hoy|esta noche|esta manana|esta tarde",
        1: "manana",
    },
    month_first=True,
    fixed_days={
        101: "dia de ano nuevo",
        106: "dia de reyes|dia de los reyes|dia de los reyes magos",
        214: "dia de san valentin|dia de los enamorados",
        308: "dia de la mujer|dia internacional de la mujer|dia de las mujeres",
        501: "dia del trabajo|dia del trabajador|dia de los trabajadores|dia internacional del trabajo|"
        "dia internacional del trabajador|dia internacional de los trabajadores",
        1031: "halloween|noche de brujas",
        1101: "dia de todos los santos",
        1224: "nochebuena|noche buena|vispera de navidad",
        1225: "dia de navidad|dia de la navidad",
        1228: "dia de los inocentes|dia de los santos inocentes",
        1231: "nochevieja|noche vieja|vispera de ano nuevo",
    },
    weak_fixed_days={214: "san valentin", 1225: "navidad"},
    not_months="entro|entero|enteros|augusto|augusta|mano|malo|mago|maya|mayas|mato|majo|julieta|juliana|junior|"
    "sincero|mayos|marta|marti|marcela|julios|punio|"
    "marco|marcos|abrio|abrir|mayor|julia|juicio|junta|junto|juntos|marcha|agotar|agoste|encero|junco|"
    "aprile|mario|maria|"
    "julian|enteo|dinero|minero|genero|septimo",
    century="dos mil",
    decades={
        1950: "anos cincuenta|los cincuenta",
        1960: "anos sesenta|los sesenta",
        1970: "anos setenta|los setenta",
        1980: "anos ochenta|los ochenta",
        1990: "anos noventa|los noventa",
    },
    tags={
        Tag.BETWEEN: "entre",
        Tag.FROM: "de|del|desde",
        Tag.TO: "a|al|hasta",
        Tag.AND: "y|e|o|u|y el|y en|o en",
        Tag.BEFORE: "previamente a|previamente al|anteriormente a|anteriormente al|que precedieron al|y antes de|"
        "y antes del|o antes de|o antes del|antes de|antes del|antes|previo a|previo al|previa a|previa al|previos a|"
        "previas al|"
        "previos al|previas a|"
        "anterior a|anterior al|anteriores a|"
        "anteriores al|con anterioridad a|con anterioridad al",
        Tag.AFTER: "que siguio al|que siguio a|que siguieron al|que siguieron a|y despues de|y despues del|"
        "o despues de|o despues del|despues de|despues del|tras|luego de|"
        "luego del|posterior a|posterior al|posteriores a|"
        "posteriores al|"
        "pasado el|siguiente a|siguiente al|siguientes a|siguientes al|con posterioridad al|con posterioridad a|"
        "posteriormente a|posteriormente al",
        Tag.SINCE: "como pronto el|como muy pronto el|no antes del|no antes de|no antes que el|"
        "a contar de|a contar del|desde|a partir de|a partir del",
        Tag.UNTIL: "como muy tarde|como muy tarde el|como tarde el|como maximo el|a lo sumo el|como mucho el|"
        "no despues del|no despues de|no mas tarde del|no mas tarde de|"
        "hasta|para|para el|a mas tardar|a mas tardar el",
        Tag.AROUND: "alrededor de|alrededor del|hacia|hacia el|en torno a|en torno al|cerca de|cerca del|"
        "aproximadamente",
        Tag.ABOUT: "sobre|acerca de|acerca del|respecto a|respecto al|respecto de|referente a|referente al|llamado|"
        "con respecto al",
        Tag.IN: "en|en lo que va de|en lo que va del|lo que va de|lo que va del|durante|por|a lo largo de|"
        "a lo largo del|en el transcurso de|en el curso de|para|dentro de|ya en|"
        "con fecha|con fecha de|con fecha del|de fecha|fechado el|fechados el|fechada el",
        Tag.OF: "de|del|de este|d",
        Tag.ARTICLE: "el|la|los|las|lo",
        Tag.ONWARDS: "para aca|pa aca|pa ca|hasta ahora|en adelante|y despues|y posteriores|o posteriores",
        Tag.OR_LATER: "en adelante|para adelante|o mas adelante|y en adelante|o mas recientes|como pronto|"
        "como muy pronto|en lo sucesivo|o mas nuevas|"
        "o despues|y despues|o mas tarde|o posteriores|y posteriores|o posterior",
        Tag.OR_EARLIER: "a mas tardar|como muy tarde|como tarde|como maximo|a lo sumo|como mucho|o mas temprano|"
        "o mas viejas|y anterior|"
        "o antes|y antes|o anteriores|o anterior|y anteriores",
        Tag.INCLUSIVE: "inclusive|incluido|incluso",
        Tag.EARLY: "principios|comienzos|inicio|inicios|comienzo|principio",
        Tag.MID: "mediados|mitad|la mitad",
        Tag.LATE: "finales|fines|fin|final",
        Tag.LAST_OF: "ultima|ultimo|ultimos|ultimas",
        Tag.THIS: "en lo que va de|en lo que va del|lo que va de|lo que va del|este|esta|estos|el presente|presente|"
        "actual|en curso|el corriente|corriente",
        Tag.LAST: "pasado|pasada|anterior|pasados|pasadas",
        Tag.BEFORE_LAST: "antepasado|antepasada",
        Tag.NEXT: "proximo|proxima|que viene|siguiente|proximos|proximas|entrante",
        Tag.RECENT: "ultimo|ultima|ultimos|ultimas|pasados|pasadas|recientes",
        Tag.FEW: "pocos|pocas|unos|unas|algunos|algunas|varios|varias|unos pocos|unos cuantos|unas cuantas",
        Tag.AGO: "hace|atras",
        Tag.DAY_PART: "manana|noche|tarde|madrugada|amanecer|mediodia|dia|jornada|alba|fecha",
        Tag.NEXT_DAY: "manana siguiente del|manana siguiente al|otro dia del|otro dia de|dia despues de|"
        "dia despues del|dia siguiente de|dia siguiente del|"
        "dia siguiente al|"
        "dia siguiente a|dia posterior al|dia posterior a|al dia siguiente del|al dia siguiente de",
        Tag.SECOND_EVE: "antevispera de|antevispera del",
        Tag.EVE: "vispera de|vispera del|visperas del|visperas de|dia antes de|dia antes del|dia anterior a|"
        "dia anterior al|dia previo al|"
        "dia previo a|noche anterior al",
        Tag.YEARS_OF: "anos|los anos|decada de los|decada de|decada del",
        Tag.NEWS: "noticia|noticias|articulo|articulos|nota|notas|titulares|titular|reportajes|reportaje|novedades|"
        "cobertura|publicaciones|cronicas|editoriales|despachos|noticias nuevas|ultimas noticias|notas de prensa|"
        "portada|portadas|columna|columnas|"
        "edicion|ediciones|boletines|materiales|primera plana|primeras planas",
        Tag.REPORTS: "informo|informado|informaba|reporto|reportado|reportaba|"
        "reportes|informes|textos|reporte|actualizaciones|entradas|pasajes",
        Tag.PUBLISHED: "escrita|escritas|fechada|fechadas|redactada|redactadas|publican|publiquen|impresos|impresas|"
        "datados|datadas|datado|"
        "publicado|publicados|publicada|publicadas|publicaron|publico|publicaba|publicaban|publicar|"
        "escrito|escritos|fechado|"
        "fechados|se publico|escribio|escribieron|escribia|escribian|aparecido|aparecidos|aparecida|aparecidas|"
        "redactado|redactados",
        Tag.ISSUED: "salieron|salio|saliendo|aparecieron|aparecio|que salieron|que salio|que aparecieron",
        Tag.REPORTERS: "periodistas|reporteros|corresponsales",
        Tag.PRESS: "prensa|periodicos|periodico|medios|diarios|diario|rotativos|rotativo|revistas|revista|"
        "semanarios|tabloides",
        Tag.EVENT: (
            "levantamiento|alzamiento|golpe|golpe de estado|apagon|apagones|protesta|protestas|marcha|marchas|mitin|"
            "acto|llamada|"
            "reunion|cumbre|discurso|juramento|juramentacion|votacion|eleccion|elecciones|enfrentamientos|choques|"
            "ataque|"
            "intento|operacion|crisis|sanciones|resolucion|acuerdo|declaracion|rebelion|insurreccion|sublevacion|"
            "cabildo|manifestacion|manifestaciones|concentracion|intentona|sesion"
        ),
        Tag.HAPPENINGS: "horas|"
        "hechos|eventos|sucesos|acontecimientos|situacion|resumen|cronologia|dia|jornada|fecha|acerca|"
        "lo ocurrido|paso|sucedido",
        Tag.NUMBERED: "plan|agenda|vision|constitucion|resolucion|articulo|articulos|decreto|ley|numero|nro|pagina|"
        "sala|vuelo|codigo|capitulo|norma|"
        "expediente|version|modelo|ruta|linea|avion|punto",
        Tag.DATED: "constitucion|carta magna|tratado|convencion|convenio|protocolo|ley|eleccion|elecciones|comicios|"
        "votacion|referendo|referendum|plebiscito|golpe|golpe de estado|resolucion|acuerdo|pacto|caracazo|"
        "presidenciales|"
        "parlamentarias|legislativas|regionales|municipales|decreto",
        Tag.SAYS: "dice|dicen|decia|decian|dijo|dijeron|escribe|escriben|escribia|escribian|escribio|escribieron|"
        "informo|informaron|informaban|informan|reporto|reportaron|reportaban|publico|publicaron|publicaban|contaron|"
        "contaban|titulaban|titularon|trae|traian|trajeron",
        Tag.RELATIVE: "que|quien|quienes",
        Tag.PLACE: "ave|sector|comuna|distrito|colegio|brigadas|urb|plazoleta|callejon|vereda|residencias|"
        "conjunto residencial|movimiento|frente|brigada|batallon|calle|avenida|av|plaza|barrio|parroquia|"
        "parque|estadio|paseo|urbanizacion|hospital|escuela|liceo",
        Tag.COUNTED: (
            "personas|soldados|militares|dolares|euros|bolivares|barriles|km|kilometros|toneladas|muertos|muertes|"
            "heridos|"
            "detenidos|migrantes|refugiados|votos|trabajadores|hombres|mujeres|ninos|millones|millon|mil|mw|megavatios|"
            "por ciento|horas|minutos|segundos|dias|semanas|meses|anos|paises|oficiales|guardias|funcionarios|"
            "diputados|presos|"
            "civiles|manifestantes|aviones|camiones|hospitales|casos|venezolanos|cubanos|rusos|efectivos|policias|"
            "familias"
        ),
        Tag.FUNCTION: (
            "hoy en dia|hoy dia|dia de hoy|quien|quienes|que|q|cuando|donde|por|como|cual|cuales|cuanto|cuanta|"
            "cuantos|cuantas|fue|era|eran|es|son|hay|"
            "hubo|habia|ha|han|en|con|sobre|para|segun|y|o|pero|si|no|se|lo|la|el|los|las|un|una|su|sus|me|contra|"
            "entre|"
            "sin|dijo|paso|tras|ante|muestra|dame|cuenta|busca|del|de|le|les|porque|desde|hasta"
        ),
    },
)
