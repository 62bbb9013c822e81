"""Portuguese words about time."""

from __future__ import annotations

from bot.periods.words import LanguageWords, Tag

_UNITS = ("um|uma", "dois|duas|um par de|par de", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove")


def _compound(tens: str, unit: str) -> str:
    return "|".join(f"{tens} {form}" for form in unit.split("|"))


PORTUGUESE = LanguageWords(
    months=(
        "janeiro",
        "fevereiro",
        "",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    weak_months={1: "jan", 2: "fev", 3: "marco", 4: "abr", 6: "jun", 7: "jul", 11: "nov"},
    short_months={3: "mar", 5: "mai", 8: "ago", 9: "set", 10: "out", 12: "dez"},
    weekdays=(
        "segunda feira",
        "terca feira|terca",
        "quarta feira",
        "quinta feira",
        "sexta feira",
        "sabado",
        "domingo",
    ),
    weak_weekdays={0: "segunda|seg", 1: "ter", 2: "quarta|qua", 3: "quinta|qui", 4: "sexta|sex", 5: "sab", 6: "dom"},
    units=(
        "dia",
        "dias",
        "semana|semanas",
        "quinzena|quinzenas",
        "mes|meses",
        "trimestre|trimestres",
        "metade|semestre|semestres",
        "temporada",
        "ano|anos",
        "decada|decadas",
        "fim de semana|fins de semana|final de semana|finais de semana",
    ),
    seasons=("primavera", "verao", "outono", "inverno"),
    cardinals=(
        *_UNITS,
        "dez",
        "onze",
        "doze",
        "treze",
        "quatorze|catorze",
        "quinze",
        "dezesseis|dezasseis",
        "dezessete|dezassete",
        "dezoito",
        "dezenove|dezanove",
        "vinte",
        *(_compound("vinte e", unit) for unit in _UNITS),
        "trinta",
        "trinta e um",
    ),
    ordinals=(
        "primeiro|primeira|primeiros|primeiras",
        "segundo|segunda",
        "terceiro|terceira",
        "quarto|quarta",
        "quinto|quinta",
        *("",) * 26,
    ),
    relative_days={
        -2: "anteontem|antes de ontem",
        -1: "ontem|ontem a noite",
        0: "hoje|esta noite|esta manha|esta tarde",
        1: "amanha",
    },
    fixed_days={
        101: "dia de ano novo",
        106: "dia de reis",
        214: "dia de sao valentim",
        308: "dia da mulher|dia internacional da mulher|dia das mulheres",
        501: "dia do trabalho|dia do trabalhador|dia dos trabalhadores|dia internacional do trabalho|"
        "dia internacional do trabalhador|dia internacional dos trabalhadores",
        1031: "halloween|dia das bruxas",
        1101: "dia de todos os santos",
        1102: "dia de finados",
        1224: "vespera de natal|vespera do natal|noite de natal",
        1225: "dia de natal|dia do natal",
        1231: "vespera de ano novo|vespera do ano novo|noite de ano novo|reveillon",
    },
    weak_fixed_days={1225: "natal"},
    not_months="mais|mao|malo|augusto|augusta|punho|ganho|ganhos|punhos|juliana|juliano|maria|mario|marta|maios|"
    "marcos|marcou|abriu|abrir|marca|maior|junta|junto|julia|marcha|maria|juntos|julio|dinheiro|janela|"
    "conselho|generos|"
    "outubros|marcos|junior|julgar|espelho",
    century="dois mil e|dois mil",
    decades={
        1950: "anos cinquenta",
        1960: "anos sessenta",
        1970: "anos setenta",
        1980: "anos oitenta",
        1990: "anos noventa",
    },
    tags={
        Tag.BETWEEN: "entre",
        Tag.FROM: "de|do|desde|desde o",
        Tag.TO: "a|ao|ate|ate o",
        Tag.AND: "e|ou|e em|ou em|e o",
        Tag.BEFORE: "previamente a|previamente ao|anteriormente a|que antecederam|e antes de|ou antes de|antes de|"
        "antes do|antes da|antes|anterior a|anterior ao|anteriores a|anteriores ao|previo a|"
        "previos a",
        Tag.AFTER: "seguintes a|seguintes ao|que se seguiram a|que se seguiram ao|que se seguiu a|que se seguiu ao|"
        "posteriormente a|e depois de|ou depois de|depois de|"
        "depois do|depois da|apos|apos o|posterior a|posterior ao|posteriores a|posteriores ao|"
        "seguinte a|"
        "seguinte ao",
        Tag.SINCE: "nao antes de|nao antes do|o mais cedo em|no mais cedo em|o mais cedo a|"
        "a contar de|a contar do|desde|a partir de|a partir do|desde o",
        Tag.UNTIL: "no mais tardar|o mais tardar|no mais tardar em|no maximo em|no maximo dia|no maximo a|"
        "nao depois de|nao depois do|o mais tardar a|"
        "ate ao|ate|ate o|o mais tardar em|para",
        Tag.AROUND: "por volta de|por volta do|em torno de|em torno do|cerca de|ao redor de|perto de|perto do|"
        "la por|aproximadamente",
        Tag.ABOUT: "sobre|sobre o|acerca de|acerca do|a respeito de|a respeito do|quanto ao|chamado",
        Tag.IN: "em|no|na|nos|nas|durante|ao longo de|ao longo do|pelo|por|no decorrer de|neste|nesse|para|"
        "ja em|datado de|datados de|com data de|num",
        Tag.OF: "de|do|da|dos|das|d",
        Tag.ARTICLE: "o|a|os|as",
        Tag.ONWARDS: "ate agora|ate o momento|para ca|pra ca|"
        "em diante|por diante|para frente|e depois|adiante|pra frente",
        Tag.OR_LATER: "em diante|para diante|para a frente|por diante|ou mais recentes|e dai em diante|o mais cedo|"
        "no mais cedo|"
        "ou depois|e depois|ou mais tarde|ou posteriores|ou posterior|e posteriores",
        Tag.OR_EARLIER: "no mais tardar|o mais tardar|no maximo|ou mais cedo|e anteriores|ou mais antigos|"
        "ou antes|e antes|ou anteriores|ou anterior",
        Tag.INCLUSIVE: "inclusive|incluido|incluindo",
        Tag.EARLY: "inicio|comeco|inicios|comecos|principio|principios",
        Tag.MID: "meados|meio",
        Tag.LATE: "final|fim|finais|fins",
        Tag.LAST_OF: "ultima|ultimo|ultimos|ultimas",
        Tag.THIS: "este|esta|neste|nesta|desta|deste|esse|essa|nesse|nessa|desse|dessa|corrente|atual",
        Tag.LAST: "passado|passada|anterior|passados|passadas",
        Tag.BEFORE_LAST: "retrasado|retrasada",
        Tag.NEXT: "proximo|proxima|que vem|seguinte|proximos|proximas",
        Tag.RECENT: "ultimo|ultima|ultimos|ultimas|passados|passadas|recentes",
        Tag.FEW: "poucos|poucas|alguns|algumas|varios|varias|uns",
        Tag.AGO: "ha|faz|atras",
        Tag.DAY_PART: "manha|noite|tarde|madrugada|amanhecer|dia|jornada|alvorada|data",
        Tag.NEXT_DAY: "dia depois de|dia depois do|dia seguinte a|dia seguinte ao|dia apos|dia posterior a|"
        "dia apos o|dia seguinte de|dia seguinte do",
        Tag.SECOND_EVE: "antevespera de|antevespera do",
        Tag.EVE: "vespera de|vespera do|vesperas de|vesperas do|dia antes de|dia antes do|dia anterior a|"
        "dia anterior ao",
        Tag.YEARS_OF: "anos|os anos|decada de|nos anos",
        Tag.NEWS: "noticia|noticias|artigo|artigos|materia|materias|reportagem|reportagens|manchetes|manchete|"
        "novidades|"
        "cobertura|publicacoes|cronicas|editoriais|ultimas noticias|materiais|capa|capas|coluna|colunas|edicao|"
        "edicoes|boletins|"
        "primeira pagina|primeiras paginas",
        Tag.REPORTS: "noticiado|noticiou|noticiava|informado|relatado|reportado|"
        "relatos|informes|textos|atualizacoes|posts|despachos|passagens|relatorios|notas",
        Tag.PUBLISHED: "escrita|datada|datadas|publicam|publiquem|redigido|redigidos|redigida|redigidas|impressos|"
        "publicado|publicados|publicada|publicadas|publicou|publicaram|publicava|publicar|postado|"
        "postados|escrito|escritos|"
        "escritas|escreveu|escreveram|escrevia|divulgado|divulgados|divulgada|divulgadas|datado|datados|"
        "saiu na imprensa|saiu no jornal",
        Tag.ISSUED: "sairam|saiu|apareceram|apareceu|que sairam|que saiu",
        Tag.REPORTERS: "jornalistas|reporteres|correspondentes",
        Tag.PRESS: "imprensa|jornais|jornal|midia|veiculos|diarios|diario|periodicos|revistas|revista|tabloides",
        Tag.EVENT: (
            "levante|levantamento|golpe|golpe de estado|apagao|apagoes|protesto|protestos|marcha|marchas|comicio|ato|"
            "ligacao|"
            "telefonema|"
            "reuniao|cupula|discurso|juramento|posse|votacao|eleicao|eleicoes|confrontos|ataque|tentativa|operacao|"
            "crise|"
            "sancoes|resolucao|acordo|declaracao|rebeliao|insurreicao|manifestacao|manifestacoes|motim|sessao|revolta"
        ),
        Tag.HAPPENINGS: "horas|"
        "fatos|eventos|acontecimentos|situacao|resumo|cronologia|dia|jornada|data|acerca|ocorrido|"
        "antes|depois|partir",
        Tag.NUMBERED: "plano|agenda|visao|constituicao|resolucao|artigo|artigos|decreto|lei|numero|n|pagina|sala|voo|"
        "codigo|capitulo|norma|processo|"
        "versao|modelo|linha|aviao|ponto",
        Tag.DATED: "constituicao|tratado|convencao|convenio|protocolo|lei|eleicao|eleicoes|pleito|votacao|referendo|"
        "plebiscito|golpe|golpe de estado|resolucao|acordo|pacto|caracazo|presidenciais|legislativas|decreto",
        Tag.SAYS: "diz|dizem|dizia|diziam|disse|disseram|escreve|escrevem|escrevia|escreviam|escreveu|escreveram|"
        "informou|informaram|noticiou|noticiaram|noticiavam|relatou|relataram|publicou|publicaram|publicavam|"
        "contaram|trazia|traziam|trouxeram|falaram|falavam",
        Tag.RELATIVE: "que|quem",
        Tag.PLACE: "alameda|brigadas|distrito|colegio|comuna|setor|"
        "movimento|frente|brigada|batalhao|rua|avenida|av|praca|bairro|parque|estadio|travessa|escola|"
        "hospital",
        Tag.COUNTED: (
            "pessoas|soldados|militares|dolares|euros|bolivares|reais|barris|km|quilometros|toneladas|mortos|mortes|"
            "feridos|detidos|presos|migrantes|refugiados|votos|trabalhadores|homens|mulheres|criancas|milhoes|milhao|"
            "mil|"
            "mw|por cento|horas|minutos|segundos|dias|semanas|meses|anos|paises|oficiais|guardas|deputados|civis|"
            "manifestantes|avioes|caminhoes|hospitais|casos|venezuelanos|cubanos|russos|policiais|familias"
        ),
        Tag.FUNCTION: (
            "hoje em dia|dias de hoje|quem|que|q|quando|onde|por|como|qual|quais|quanto|quanta|quantos|quantas|foi|"
            "era|eram|e|sao|ha|houve|havia|"
            "tem|em|com|sobre|para|segundo|ou|mas|se|nao|o|a|os|as|um|uma|seu|sua|me|contra|entre|sem|disse|apos|"
            "ante|mostre|mostra|de|do|da|dos|das|no|na|lhe|porque|desde|ate|pelo|pela|ao|aos|voce|ele|ela|eles|falou|"
            "teve"
        ),
    },
)
