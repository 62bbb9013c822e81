"""Lines that are not the article's: advertisements, newsletters, share counts, "read also", captions, credits, footers.

Rules look at one line, and at how short it is: a sentence of a story is not dropped for a word in it. They know
English, Spanish, Russian, Portuguese and French, and the commonest German, Italian and Polish formulas.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTICE = 330  # characters: longer lines are paragraphs of a story, whatever they say
_SHORT = 140  # characters of a label with a title behind it
_CAPTION = 400  # characters of the longest caption with a credit at its end

_READ_ALSO = re.compile(
    r"""^[\W_]*(?:
    (?:read|see|watch|listen|check\ out|view)\ (?:also|more|next|now|this|the\ full\ (?:story|article))|also\ read|
      also\ (?:see|watch)|
    more(?:\ (?:on|from|about)\b.{0,40}|\ stories|\ news|\ coverage|\ like\ this)?|related(?:\ (?:articles?|
      stor(?:y|ies)|news|
    posts?|content|links?|topics?|coverage|reading|video))?|recommended(?:\ (?:for\ you|reading|stories))?|
      you\ (?:may|might)\ (?:also\ )?like|
    don['’]t\ miss|further\ reading|click\ here|continue\ reading|keep\ reading|in\ case\ you\ missed\ it|
      previous(?:ly)?|next(?:\ article|\ post|\ story)?|
    (?:le[aeé]|lee|lea|mir[aáe]|mire|vea|ver|ve)\ (?:tambi[eé]n|m[aá]s|adem[aá]s|aqu[ií])|le\ puede\ interesar|
      (?:te|le|les)\ (?:puede|podr[ií]a|recomendamos)\b.{0,30}|
    tambi[eé]n\ (?:le|te|lea|lee|puede)\b.{0,30}|(?:nota|notas|noticia|noticias|contenido|contenidos|art[ií]culos?|
      temas?)\ relacionad[ao]s?|
    no\ te\ pierdas|te\ recomendamos|mir[aá]|lee?|lea|relacionad[ao]s?|m[aá]s\ (?:informaci[oó]n|noticias|
      sobre)\b.{0,30}|m[aá]s\ le[ií]d[ao]s|
    le(?:ia|r)\ (?:tamb[eé]m|mais)|leia(?:\ ainda)?|veja\ (?:tamb[eé]m|mais)|saiba\ mais|confira(?:\ tamb[eé]m)?|
      assista|not[ií]cias?\ relacionadas?|
    mat[eé]rias?\ relacionadas?|conte[uú]do\ relacionado|mais\ (?:lidas?|not[ií]cias|sobre\b.{0,30})|
    (?:à|a)\ (?:lire|voir|écouter)(?:\ (?:aussi|également|sur|ensuite))?|lire\ (?:aussi|également|la\ suite|plus)|
      voir\ aussi|sur\ le\ même\ (?:sujet|thème)|
    (?:читайте|смотрите|слушайте)\ (?:также|еще|ещё|далее|по\ теме)|читать\ (?:также|далее|ещё|еще|полностью)|
      см(?:отри(?:те)?|\.)\ (?:также|по\ теме)|по\ теме|материалы\ по\ теме|
    похожие\ (?:новости|материалы|статьи)|другие\ (?:новости|материалы)|новости\ по\ теме|подробнее|ещё\ по\ теме|
      еще\ по\ теме|ранее\ по\ теме|
    (?:читайте|дивіться)\ також|
    (?:lesen|sehen|hören)\ sie\ (?:auch|hier|dazu|mehr)|lies\ auch|mehr\ (?:zum\ thema|dazu|lesen|infos?)|
      auch\ interessant|siehe\ auch|das\ könnte\ (?:sie|dich)\b.{0,30}|
    leggi\ anche|guarda\ anche|czytaj\ (?:też|także|więcej|również)|zobacz\ (?:też|także|również)|lees\ ook
    )\s*(?:$|[:»>|→…»–—-]|\bon\b|\ben\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_NETWORKS = (
    "facebook", "twitter", "telegram", "whatsapp", "instagram", "youtube", "google news", "linkedin", "viber",
    "телеграм", "фейсбук", "вконтакте", "дзен",
)  # fmt: skip
_JOIN = (
    r"\b(?:follow|join|like|find|[uú]nete|s[ií]g[au]enos|siga(?:-nos)?|suivez(?:-nous)?|следите за|присоединяйтесь|"
    r"folgen sie|folgt|канал\w*|canal|channel|grupo|our|nuestr[ao]|notre|наш\w*)\b.{0,80}\b"
)
_NOTICES: tuple[tuple[str, str], ...] = (
    ("akismet", r"akismet"),
    (
        "newsletter",
        (
            r"\b(?:our|your|sign|get|join|free|daily|weekly|nuestr[ao]|"
            r"suscr\w*|recib\w*|nossa|receba|assine|notre|recev\w*|unser\w*|melden|подпи\w*|"
            r"рассылк\w*)\b.*\bnewsletters?\b|\bnewsletters?\b.*\b(?:sign|subscri\w*|"
            r"inbox|anmelden|bestellen|here|aqu[ií])\b|^.{0,30}newsletters?.{0,30}$"
        ),
    ),
    ("inbox", r"\byour (?:e-?mail )?inbox\b"),
    ("bolet", r"\b(?:nuestro|suscr\w*|recib\w*)\b.*\bbolet[ií]n"),
    ("sign", r"\bsign (?:up|in) (?:here|now|today|for|to|below|free|with)\b|\bsign up\b.{0,60}$"),
    ("log in", r"\blog in (?:here|to|or|with)\b"),
    (
        "subscri",
        (
            r"\bsubscribe (?:here|now|today|for|to|below|free)\b|\bsubscri(?:be|"
            r"ption|bers?)\b.{0,60}\b(?:device|updates|channel|today|only|per month)\b"
        ),
    ),
    (
        "advert",
        (
            r"^\W*(?:advertisements?|advertising|continue after advertisement|"
            r"story continues below.*)\W*$|\badvertiser disclosure\b|\bof our advertisers\b|"
            r"\badvertisers do not\b"
        ),
    ),
    ("sponsored", r"^\W*sponsored(?: content| by.{0,40})?\W*$"),
    ("promoted", r"^\W*promoted(?: content)?\W*$"),
    (
        "publicid",
        (
            r"^\W*(?:publicidade?|contin[uú]a (?:despu[eé]s|tras) (?:de )?la publicidad|"
            r"continua após (?:a )?publicidade)\W*$"
        ),
    ),
    ("anuncio", r"^\W*anuncios?\W*$"),
    ("anúncio", r"^\W*anúncios?\W*$"),
    ("реклама", r"^\W*реклама\W*$"),
    ("publicit", r"^\W*publicit[eéà]\W*$|^\W*pubblicità\W*$"),
    ("werbung", r"^\W*werbung\W*$"),
    ("anzeige", r"^\W*anzeige\W*$"),
    ("suscr", r"\bsuscr[ií]b(?:ase|ete|ite|irse|e a)\b"),
    ("regístr", r"\breg[ií]str(?:ate|ese)\b"),
    ("registr", r"\bregistrate\b"),
    ("inscreva", r"\binscreva-se\b"),
    ("assine", r"\bassine\b"),
    ("cadastre", r"\bcadastre-se\b"),
    ("onnez-vous", r"\b(?:in|ab)onnez-vous\b"),
    ("подпи", r"\bподпи(?:сывайтесь|шитесь|саться|ситесь)\b"),
    ("підпи", r"\bпідпи(?:суйтесь|шіться)\b"),
    ("abonnieren", r"\babonnieren\b"),
    *((network, _JOIN + network) for network in _NETWORKS),
    ("trust principles", r"thomson reuters trust principles"),
    (" by ", r"^\W*\((?:additional )?(?:reporting|writing|editing|compiled)\b.{0,40}? by "),
    (" by ", r"^\W*(?:additional )?(?:reporting|writing) by [^.;]{2,120};.{0,60}\b(?:editing|writing|reporting) by "),
    (
        "edita",
        r"^\W*\(?(?:reportes?|reportaje|escrito|traducido|editado) (?:de|por|en)\b.{2,160}\beditad[oa] (?:por|en)\b",
    ),
    ("editado", r"^\W*\(?editado (?:por|en español por)\b.{2,60}$"),
    ("reportagem", r"^\W*\(?(?:com )?reportagem (?:adicional )?(?:de|por)\b.{2,120}\W*$"),
    ("édité par", r"^\W*\(?(?:reportage|avec|rédigé|version française|.{2,60} pour le service)\b.{0,160}\bédité par\b"),
    ("rights reserved", r"all rights reserved"),
    ("derechos reservados", r"derechos reservados"),
    ("direitos reservados", r"direitos reservados"),
    ("prohibida", r"\bprohibida (?:su|la) reproducci[oó]n"),
    ("droits réservés", r"droits réservés"),
    ("права защищены", r"все права защищены"),
    ("материал", r"\bпри (?:использовании|копировании|цитировании|перепечатке) материал"),
    ("rechte vorbehalten", r"alle rechte vorbehalten"),
    ("chroniony", r"\bmateriał chroniony\b"),
    ("©", r"^\W*©|©\s*(?:19|20)\d\d"),
    ("copyright", r"^\W*copyright\b"),
    ("(c)", r"^\W*\(c\) ?(?:19|20)"),
    ("cookie", r"\b(?:we|site|website|sitio|мы)\b.{0,30}\b(?:uses?|usa|utiliza|utilise|используем)\b.{0,30}\bcookie"),
    (
        "comment",
        (
            r"\b(?:leave a (?:comment|reply)|post a comment|view comments|"
            r"add a comment|comments (?:are )?(?:closed|off)|be the first to comment|"
            r"laisser un commentaire)\b"
        ),
    ),
    ("conversation", r"\bjoin the conversation\b"),
    ("comentari", r"\bde(?:ja|j[aá]) (?:un|tu) comentario|\bdej[aá] tu comentario"),
    ("comentário", r"\bdeixe (?:um|seu) coment[aá]rio"),
    ("оммент", r"\b(?:оставить комментарий|комментировать)\b"),
    ("kommentar", r"\bkommentare? (?:zu )?(?:schreiben|hinterlassen)\b"),
    ("appeared", r"\b(?:article|post|story) (?:was )?(?:originally|first) appeared (?:on|in|at)\b"),
    ("published", r"\b(?:article|post|story) (?:was )?(?:originally|first) published (?:on|in|at|by)\b"),
    ("original", r"^\W*(?:original (?:url|article|source|link)|url original|fuente original|enlace original)\b"),
    ("url", r"^\W*(?:source|short) url\b"),
    ("permalink", r"^\W*permalink\b"),
    ("ссылка на", r"^\W*ссылка на (?:оригинал|источник)\b"),
    ("affiliate", r"\baffiliate (?:links?|commission)\b"),
    (
        "we may",
        (
            r"\bwe may (?:earn|receive) (?:a |an )?(?:\w+ )?(?:commission|"
            r"compensation)\b"
        ),
    ),
    ("letter", r"\bsubmit (?:a|your) letter\b"),
    (
        "app",
        (
            r"\b(?:download (?:our|the) app|descarg(?:a|ue|á) (?:nuestra|"
            r"la) app|baixe o app(?:licativo)?|téléchargez l['’]appli(?:cation)?)\b"
        ),
    ),
    ("приложение", r"\bскача(?:йте|ть) приложение\b"),
    ("javascript", r"\b(?:enable|habilit[ae]r?|activ[ae]r?) javascript\b"),
    ("browser", r"\byour browser does not support\b"),
    ("become a", r"\bbecome a (?:member|subscriber|supporter)\b"),
    ("support our", r"\bsupport our (?:work|journalism)\b"),
    ("donation", r"\bmake a donation\b"),
    ("miembro", r"\bh[aá]zte miembro\b"),
    ("periodismo", r"\bap[oó]ya(?:nos)?\b.{0,20}\bperiodismo\b"),
    ("faites un don", r"\bfaites un don\b"),
    ("поддержите", r"\bподдержите (?:нас|редакцию)\b"),
    ("tell us", r"\btell us what you think\b"),
    ("we want to hear", r"\bwe want to hear (?:from|what) you\b"),
    ("нашли", r"\bнашли (?:ошибку|опечатку)\b"),
    ("ctrl", r"ctrl\s*\+\s*enter"),
)
"""Notices: a part that every such line has in lower case, so that the pattern behind it is tried on few lines."""

_LEFTOVERS = re.compile(
    r"""^\W*(?:
    (?:\d[\d.,]*+\s*+[km]?\s*+)++(?:shares?|likes?|views?|comments?|compartid[ao]s?|comentarios?|coment[aá]rios?|
      visitas|lecturas|просмотр\w*|комментари\w*|vues|partages)?|
    (?:shares?|share\ (?:this|on|via)\b.{0,60}|likes?|tweet(?:ear)?|pin(?:\ it)?|e-?mail|print(?:\ (?:this|
      article))?|save|copy\ link|facebook|twitter|whats\ ?app|telegram|linkedin|reddit|pinterest|vk|
      compart(?:ir|e|ilhe|ilhar|í)\b.{0,50}|поделит(?:ь|е)ся\b.{0,40}|partager\b.{0,40}|teilen|imprimir|enviar|
        guardar|распечатать|imprimer|comments?|comentarios?|coment[aá]rios|комментарии|commentaires)\W*(?:\d+)?|
    (?:tags?|etiquetas?|temas|теги|тэги|метки|mots[- ]clés|tópicos|schlagw[oö]rter|topics?|keywords|filed\ under|
      categor(?:y|ies)|categor[ií]as?)\ *[:|].{0,200}|
    (?:loading|cargando|carregando|загрузка|chargement)\W*|
    (?:image|photo|foto|imagen|imagem|фото|video|vídeo|видео|getty\ images?|shutterstock)|
    (?:min(?:utes?)?\ read|\d+\ min(?:\w*)?(?:\ (?:read|de\ lectura|de\ leitura|de\ lecture|чтения))?)|
    (?:home|inicio|início|главная|accueil)\ *[>/»›].{0,120}|
    (?:back\ to\ top|volver\ arriba|voltar\ ao\ topo|наверх|haut\ de\ page)
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""(?:
    ^[\W_]*(?:photo(?:graph)?s?|picture|image|foto(?:graf[ií]a)?s?|imagen|imagem|cr[eé]dit(?:o|os|s)?|фото|photos?|
      bild(?:er)?|zdjęcie|illustration|ilustraci[oó]n|video|vídeo|видео)\s*
        (?:\ ?(?:by|credit|cr[eé]dit|de|por|par|von|do|da)\b)?\s*[:©/|].{0,120}$|
    [(\[—–|/.]\s*(?:photo|picture|image|foto|imagen|cr[eé]ditos?|фото|bild|fuente|credit)s?(?:graphy)?\s*(?:by|
      credit|courtesy|de|por|par)?\s*[:©/]?\s*[^.()]{2,70}[)\]]?\W*$|
    [(\[]\s*(?:photo|foto|фото|image|imagem|ap|afp|efe|reuters|getty)\b[^()\[\]]{0,80}[)\]]\W*$|
    \b(?:AFP|AP|REUTERS|Reuters|EFE|Getty(?:\ Images)?|ANSA|EPA|Shutterstock|ТАСС|РИА\ Новости|Xinhua)(?:\ (?:Photo|
      Images|Foto))?\s*/\s*[^.]{2,60}$|
    \b(?:via\ (?:AP|Getty\ Images|REUTERS)|AP\ Photo|Getty\ Images|Getty|AFP\ Photo|REUTERS/[A-Z][^.]{2,40})\W*$|
    (?<=[.!?])\s+(?:EFE|AFP|AP|REUTERS|Reuters|ANSA|EPA|ТАСС|Xinhua)\.?$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PICTURED = re.compile(
    r"^[^.!?]{8,300}?\b(?:attends?|occurs?|speaks?|gestures?|"
    r"waves?|walks?|takes? part|holds?|stands?|sits?|looks?|listens?|shakes?|"
    r"greets?|arrives?|"
    r"throws?|carr(?:y|ies)|poses?|reacts?|delivers?|addresses|"
    r"raises?|protest|rally|gather|march|rides?|embraces?|salutes?|points?|burns?|"
    r"(?:is|are) (?:seen|pictured)|clash)\b[^.!?]*\b(?:in|at|on|outside|near|during)\b[^!?]{0,160}?"
    r"(?:on |, )(?:\w+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\.?$"
)
"""A caption as wire services write it: what a picture shows, in the present tense, ending with place and full date."""

_CONTACT_LINE = re.compile(
    r"^\W*(?:[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+|www\.\S+|@\w+|"
    r"(?:[\w-]+\.)+(?:com|org|net|info|news|tv|ru|es|fr|br|ar|mx|co|ve|uk|de|"
    r"pt|ua|by))"
    r"(?:\s+\d+)?\W*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"[a-z]{2,5}(?:-[a-z]{2,5})?(?:/[a-z]{2,5}){2,6}")  # of an agency's desk: "bur-jt/ef/mar"
_SOURCE_LINE = re.compile(r"^\W*(?:source|sources|fuentes?|fonte|quelle|источник|źródło)\s*:\s*.{2,90}$", re.IGNORECASE)


@functools.lru_cache(maxsize=2048)  # a page's lines are looked at in its tree and again in its text
def is_boilerplate(line: str) -> bool:
    """Tell whether a line, by itself, is not the article's."""
    if len(line) > _CAPTION:
        return False
    if _LEFTOVERS.match(line) or _CONTACT_LINE.match(line) or _SOURCE_LINE.match(line) or is_credit(line):
        return True
    if _SIGNATURE.fullmatch(line):
        return True
    return (len(line) <= _NOTICE and _is_notice(line.casefold())) or is_read_also(line)


def _is_notice(line: str) -> bool:
    return any(part in line and pattern.search(line) for part, pattern in _notices())


@functools.cache
def _notices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((part, re.compile(pattern)) for part, pattern in _NOTICES)


def is_read_also(line: str) -> bool:
    """Tell whether a line points to another article: "Read also: ...", "Le puede interesar", "Читайте также"."""
    return len(line) <= 2 * _SHORT and bool(_READ_ALSO.match(line))


def is_credit(line: str) -> bool:
    """Tell whether a line is a photograph's caption or credit, by the credit in it or by the way it describes."""
    return len(line) <= _CAPTION and bool(_CREDIT.search(line) or _PICTURED.match(line))


def is_link_label(line: str) -> bool:
    """Tell whether a line announces links that follow it: a read-also label with nothing behind it."""
    match = _READ_ALSO.match(line)
    return bool(match) and len(line) - match.end() < 3 if match else False  # noqa: PLR2004  # punctuation


def drop_boilerplate(lines: Sequence[str]) -> list[str]:
    """Return the lines that are the article's, in order, each once."""
    kept: list[str] = []
    seen: set[str] = set()
    for line in lines:
        if is_boilerplate(line) or (line in seen and len(line) > 40):  # noqa: PLR2004  # characters: refrains are shorter
            continue
        seen.add(line)
        kept.append(line)
    return _without_dangling_heads(kept)


def _without_dangling_heads(lines: list[str]) -> list[str]:
    """Drop short lines without a full stop at the very end: headings of what was dropped after them."""
    while len(lines) > 2 and _dangles(lines[-1]):  # noqa: PLR2004  # never eat a text of two lines
        lines = lines[:-1]
    return lines


def _dangles(line: str) -> bool:
    return len(line) < 60 and line.endswith(":")  # noqa: PLR2004  # characters
