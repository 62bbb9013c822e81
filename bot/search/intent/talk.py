"""Small talk: greetings, thanks, feelings, compliments, insults, and questions about the bot itself.

Whatever is made of small talk's words alone (`talk_words`) is small talk, in any order and with the usual
misspellings; one other word, and it is a question. A few phrases are small talk although no single word tells.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from bot.index.tokens import fold, words
from bot.search.intent.talk_words import TALK_WORDS

_MOST_CACHED: Final = 8_192  # words, 1 MB
_MOST_WORDS: Final = 30  # of small talk: a longer message has a topic somewhere
# Letters of a word whose misspellings are forgiven: shorter ones have too many neighbours ("hola", "cola").
_SHORTEST_MISSPELT: Final = 5
_SHORTEST_MISSPELT_ALONE: Final = 7
_SHORTEST_WITH_LETTER_LOST: Final = 7  # of the right word: "thanks" without its h is "tanks"
_CAPITALS: Final = re.compile(r"\b[^\W\d_]{2,}\b(?<=[A-ZА-ЯÀ-Þ]{2})")
_CAPITAL_TALK: Final = frozenset(["ai", "ia", "ии", "tv", "sms", "pc", "usa"])
_MOST_MISSPELT: Final = 2  # words of a message
_STRETCHED: Final = re.compile(r"(.)\1{2,}")
_LAST_DOUBLED: Final = re.compile(r"([aeiouyаеиоуы])\1$")
_TESTS: Final = frozenset(
    ["test", "tests", "testing", "prueba", "pruebas", "probando", "teste", "testando", "тест", "проверка"]
)
_LAUGHTER: Final = re.compile(
    r"(?:a?h[ae]){2,}h?|(?:j[aei]){2,}j?|(?:х[аеи]|ах|ха){2,}х?|k{3,}|(?:rs){2,}|(?:he|hi|ja|je){2,}|(?:lo)+l|x+d+|"
    r"к{3,}|(?:хи|хе){2,}|m+d+r+|p+t+d+r+|z{3,}|h+m+|м{2,}|х{3,}|j{3,}"
)
# What leads to a real question although it speaks to the bot: "can you tell me who ...", "sabes quién ...".
_LEADS_TO_QUESTION: Final = re.compile(
    r"^(?:.* )?(?:can|could|would|will|do|did) you (?:please |kindly )?(?:tell|know|explain|say|remember|"
    r"show)(?: me| us)? "
    r"(?:please )?(?=(?:who|whom|what|when|where|why|how|which|whether|if|about)\b)"
    r"|^(?:.* )?(?:sabes|puedes decir(?:me)?|me puedes decir|podrias decir(?:me)?|me podrias decir|dime) "
    r"(?=(?:quien|que|cual|cuando|donde|por|como|cuant|si)\w*)"
    r"|^(?:.* )?(?:(?:voce |vc )?sabe|(?:voce )?pode(?:ria)? (?:me )?dizer|me diga|diga me) "
    r"(?=(?:quem|que|o que|qual|quando|onde|por|como|quant|se)\w*)"
    r"|^(?:.* )?(?:sais tu|tu sais|savez vous|vous savez|peux tu (?:me )?dire|pouvez vous (?:me )?dire|dis moi|"
    r"dites moi) "
    r"(?=(?:qui|que|ce|quel|quand|ou|pourquoi|comment|combien|si)\w*)"
    r"|^(?:.* )?(?:(?:ты |вы )?(?:знаешь|знаете|можешь сказать|можете сказать|скажи|скажите)) "
    r"(?=(?:кто|что|где|когда|почему|как|сколько|какой|какая|какие|зачем)\b)"
)
_PHRASES: Final = re.compile(
    # en
    r"what time is it(?: now| there)?|what (?:day|date) is (?:it )?(?:today)?|(?:is )?any(?:one|body) (?:there|"
    r"here|"
    r"home|alive)"
    r"|how does (?:this|it) work|what is this(?: thing| app| about)?|help(?: me)?(?: please)?|(?:i )?need help"
    r"|(?:will|is|does) it (?:going to )?(?:rain|snow)(?:ing)? .{0,20}(?:today|tomorrow|tonight|now)|"
    r"long time no see"
    r"|(?:happy|merry) (?:birthday|new year|christmas|xmas|easter|holidays|weekend|friday|monday)(?: .{0,20})?"
    r"|good (?:luck|day|job|work|one|boy|girl|bot)|well done|take care|no problem|never ?mind|forget it|not bad|"
    r"my bad"
    r"|(?:what(?:'s| is|s)|how(?:'s| is|s)) the weather.{0,40}\b(?:today|tomorrow|now|tonight|this week\w*|like)"
    r"|(?:yes|no|maybe|sure|please|yes please|no thanks|of course|i see|got it|go on|one two three|knock knock)"
    r"|(?:what(?:'s| is) )?the meaning of life|my name is [\w ]{1,30}|(?:i'm|i am|im) \d+ years? old|nothing|good"
    r"|(?:i'm|i am|im) (?:from|called) \w+(?: \w+)?|who(?:'s| is) (?:there|this)|start|menu|hello world|"
    r"tell me (?:something|anything)"
    r"|how(?:'s|s| is| are)? (?:it|life|everything|things|you) (?:going|doing)?(?: .{0,15})?|how(?:'s|s|"
    r" is) (?:it going|life|everything)"
    r"|(?:shut|fuck|screw) (?:up|off|you)|(?:make me|i want to) (?:laugh|smile)|(?:cheer me up|entertain me|"
    r"amuse me|surprise me)|go to hell|let(?:'s|s| us) (?:talk|chat)"
    r"|my (?:girlfriend|boyfriend|wife|husband|mom|mum|dad|dog|cat|friend|ex|boss) (?:has |just )?(?:left|dumped|"
    r"died|hates|loves|is) .{0,20}"
    r"|(?:that|this|it) (?:was|is) (?:a |an |the )?(?:really |very |so )?(?:\w+ )?(?:answer|reply|response|bot)|"
    r"(?:is|are) (?:any|some)(?:body|one) (?:reading|listening|watching|alive)(?: this| here)?"
    r"|(?:\w+ ){0,3}(?:thanks|thank you|thx|gracias|obrigad[oa]|merci|спасибо) (?:for|por|pel[oa]|pour|за) .{1,30}"
    r"|(?:nice|pleased|glad|good|great) to (?:meet|see|hear) (?:you|that|it)|what a (?:waste of time|pity|shame)"
    # es
    r"|que hora es|que (?:dia|fecha) es(?: hoy)?|hay alguien(?: ahi| aqui)?|como funciona esto|que es esto|"
    r"ayuda(?:me)?(?: por favor)?"
    r"|(?:va a|vaya a) llover .{0,20}|llueve (?:hoy|manana)|que tiempo hace.{0,20}|que tiempo hara.{0,20}|(?:feliz|"
    r"feliz) (?:navidad|cumpleanos|ano nuevo|dia|semana|finde)"
    r"|(?:que )?(?:todo|muy) bien|de nada|no importa|nos vemos|buena suerte|buen (?:trabajo|dia)|bien hecho|(?:si|"
    r"no|claro|quizas|tal vez|por favor)"
    r"|me llamo [\w ]{1,30}|mi nombre es [\w ]{1,30}|tengo \d+ anos|uno dos tres|que haces|quien anda ahi|"
    r"el sentido de la vida|necesito ayuda"
    r"|(?:hasta|nos vemos) (?:luego|pronto|manana|la vista|la proxima)|(?:todo|que) (?:bien|tal|hubo|mas|onda)|"
    r"quiero (?:charlar|hablar|conversar|reirme?)|hablemos|entretenme"
    r"|mi (?:novia|novio|esposa|marido|ex|perro|gato|madre|padre|amigo|amiga) (?:me|se|ha) .{0,20}|(?:que|"
    r"vaya) (?:buena |mala )?respuesta(?: (?:tan |mas )?\w+)?|alguien (?:lee|esta leyendo|me lee|escucha)(?: esto)?"
    # pt
    r"|que horas sao|que dia e hoje|(?:tem|ha) alguem (?:ai|aqui)|alguem ai|como (?:isso|isto) funciona|"
    r"o que e (?:isso|isto)|ajuda|socorro|me ajuda"
    r"|vai chover .{0,20}|como (?:esta|vai estar) o (?:tempo|clima).{0,20}|(?:qual )?a? ?previsao do tempo.{0,20}|"
    r"feliz (?:natal|aniversario|ano novo|pascoa)"
    r"|tudo (?:bem|certo|bom|joia)|ate (?:logo|mais|amanha|breve)|de nada|boa sorte|bom (?:trabalho|dia)|muito bem|"
    r"(?:sim|nao|claro|talvez|por favor)"
    r"|meu nome e [\w ]{1,30}|(?:eu )?me chamo [\w ]{1,30}|tenho \d+ anos|um dois tres|e ai|o sentido da vida|"
    r"preciso de ajuda"
    r"|ate (?:mais|a proxima|ja)|cal[ae] (?:a|essa) boca|(?:qual|como) (?:e )?(?:o )?(?:seu|teu) nome|(?:pode|"
    r"consegue|poderia) me ajudar|quer (?:casar|namorar|sair|ser \w+) .{0,20}"
    r"|quero (?:conversar|falar|rir|bater papo)|vamos conversar|o que (?:pode|sabe|consegue) fazer|me (?:anime|"
    r"divirta|faca rir)"
    r"|m(?:eu|inha) (?:namorada|namorado|esposa|marido|ex|cachorro|gato|mae|pai|amigo|amiga) (?:me|se|esta|"
    r"morreu) ?.{0,20}|que resposta \w+|alguem (?:le|esta lendo|me le)(?: isso| isto)?"
    # fr
    r"|quelle heure est il|quel jour (?:est on|sommes nous)(?: aujourd'hui)?|"
    r"(?:il )?y a (?:t il )?quelqu'un(?: ici|"
    r" la)?|quelqu'un(?: est la)?|comment ca (?:marche|fonctionne)"
    r"|qu'est ce que c'est|c'est quoi(?: ca)?|aide|aidez moi|a l'aide|au secours|"
    r"(?:il )?va (?:t il )?pleuvoir.{0,20}|il pleut.{0,20}|quel temps (?:fait|fera) (?:t )?il.{0,20}"
    r"|(?:joyeux|joyeuses|bon|bonne) (?:noel|anniversaire|annee|fetes|paques|chance|nuit|journee|soiree|week end|"
    r"appetit|courage)"
    r"|(?:comment )?ca va(?: bien)?|de rien|a (?:bientot|demain|plus|tout a l'heure)|au revoir|bien joue|(?:oui|"
    r"non|"
    r"peut etre|s'il te plait|bien sur|tant pis|pas de souci)"
    r"|je m'appelle [\w ]{1,30}|mon nom est [\w ]{1,30}|j'ai \d+ ans|un deux trois|quoi de neuf|le sens de la vie|"
    r"qui est la"
    r"|m(?:on|a) (?:copine|copain|femme|mari|ex|chien|chat|mere|pere|ami|amie) (?:m'a|est|s'est|me) .{0,20}|"
    r"quelle (?:\w+ )?reponse(?: \w+)?|quelqu'un (?:lit|me lit|ecoute)(?: ca)?"
    # ru
    r"|котор\w+ (?:сейчас )?час|сколько (?:сейчас )?времени|какой сегодня день(?: недели)?|"
    r"какое (?:сегодня )?число|"
    r"(?:тут |здесь )?(?:есть )?кто (?:тут|здесь|живой|там)(?: есть| живой)?|есть кто(?: живой| нибудь)?"
    r"|как это работает|что это(?: такое)?|помощь|помоги(?:те)?(?: мне)?|на помощь|(?:сегодня |"
    r"завтра )?будет (?:ли )?(?:дождь|снег)(?: сегодня| завтра)?|какая погода .{0,20}"
    r"|с (?:новым годом|рождеством|днем рождения|праздником|наступающим)|как (?:дела|жизнь|сам|настроение|успехи|"
    r"поживаешь|оно)|че как|как ты|что нового|как поживаете"
    r"|(?:до )?(?:свидания|встречи|завтра|скорого)|всего (?:доброго|хорошего)|удачи|не за что|хорошо|отлично|(?:да|"
    r"нет|может быть|конечно|понятно|ясно|давай|не надо|наверное)"
    r"|меня зовут [\w ]{1,30}|мне \d+ (?:лет|год\w?)|раз(?: раз| два| два три)+|один два три|смысл жизни|"
    r"в чем смысл жизни|привет медвед|кто там|старт|меню|начать"
    r"|(?:меня|мой|моя) (?:бросил\w?|парень|девушка|муж|жена|кот|собака|мама|папа|друг|подруга)(?: .{0,20})?|"
    r"(?:какой )?(?:ужасный|плохой|хороший|отличный|глупый|странный) ответ|(?:меня )?кто нибудь (?:это )?(?:читает|"
    r"слышит)(?: меня| это)?"
    # questions about the bot with words that articles have, too
    r"|(?:are you|r u) (?:a |an |really |actually )*(?:bot|robot|human|real|ai|person|chatgpt|gpt|journalist|spy|"
    r"machine|model|llm|neural network)\b.{0,60}"
    r"|(?:what|which) (?:kind of |sort of )?(?:ai|bot|model|llm|sources?|data|news|articles?|topics?|"
    r"subjects?) (?:are|do) you (?:use|using|have|know|based on|cover|run on|trained on)?"
    r"|(?:what|which) (?:questions|topics|things) can i (?:ask|write)(?: you| here)?|what (?:can|should) i (?:ask|"
    r"do|write)(?: you| here)?|how (?:do|can|should) i (?:use|ask)(?: you| this| it)?(?: bot)?"
    r"|que (?:puedo|podria) (?:preguntar(?:te)?|hacer aqui|escribir)|como (?:te )?(?:uso|puedo usar(?:te)?)|"
    r"o que (?:eu )?posso (?:perguntar|fazer aqui|escrever)|como (?:eu )?(?:te )?uso"
    r"|que puis je (?:te |vous )?(?:demander|faire ici)|comment (?:t'utiliser|ca s'utilise)|(?:что|о чем) (?:можно|"
    r"мне|я могу) (?:у тебя |тебя |вас )?(?:спросить|спрашивать)|как (?:тобой|этим) пользоваться"
    r"|ты (?:бот|робот|человек|живой|настоящий|ии|нейросеть|нейронка|искусственный интеллект|программа)\b.{0,40}|"
    r"(?:eres|sos) (?:un |una )?(?:bot|robot|humano|humana|persona|ia|real)\b.{0,40}"
    r"|voce e (?:um |uma |o |a )?(?:bot|robo|humano|humana|pessoa|ia|real|chatgpt)\b.{0,40}|(?:es tu|tu es|"
    r"etes vous) (?:un |une )?(?:bot|robot|humain|ia|vrai|vraie)\b.{0,40}"
)


def is_small_talk(text: str) -> bool:
    """Whether a cleaned message is small talk."""
    said = [unstretched(word) for word in words(text)]
    if not said or len(said) > _MOST_WORDS or _abbreviates(text):
        return False
    plain = " ".join(said)
    if _PHRASES.fullmatch(plain) or _counts(said):
        return True
    rest = _LEADS_TO_QUESTION.sub("", plain)
    return any(_is_made_of(rest.split(), language) for language in TALK_WORDS)


def _abbreviates(text: str) -> bool:
    """Whether a text names something in capitals: "O que é TI?" asks, and "ti" is a word of small talk."""
    found = _CAPITALS.findall(text)
    return (len(words(text)) == 1 or not text.isupper()) and any(
        fold(word) not in _telling() | _CAPITAL_TALK for word in found
    )


def _is_made_of(said: list[str], language: str) -> bool:
    """Whether words are small talk's own in a language, and one of them tells."""
    own, known = TALK_WORDS[language], _known(language)
    counted = said if _TESTS.isdisjoint(said) else [word for word in said if not word.isdecimal()]
    strange = [word for word in counted if word not in known]
    if not counted or len(strange) > _MOST_MISSPELT:
        return False
    has = known.intersection(counted).union(_meant(word, language, among=len(said) > 1) for word in strange)
    if not known.issuperset(has):
        return False
    return bool(has & (_telling() | own.you)) or bool(has & own.oneself and has & own.feelings)


@cache
def _known(language: str) -> frozenset[str]:
    own = TALK_WORDS[language]
    return own.plain | own.you | own.oneself | own.feelings | _telling()


@cache
def _telling() -> frozenset[str]:
    """Return the telling words of all languages: greetings travel."""
    return frozenset[str]({_LAUGH}).union(*(own.telling for own in TALK_WORDS.values()))


_LAUGH: Final = "haha"


def _meant(word: str, language: str, *, among: bool) -> str:
    """Return the telling word that a word, alone or among others, is or misspells; else the word."""
    if _LAUGHTER.fullmatch(word):
        return _LAUGH
    if len(word) < (_SHORTEST_MISSPELT if among else _SHORTEST_MISSPELT_ALONE):
        return word
    return next((right for right in _beginning(language, word[0]) if _misspells(word, right)), word)


@cache
def _beginning(language: str, letter: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in TALK_WORDS[language].telling if word[0] == letter))


def _misspells(word: str, right: str) -> bool:
    """Whether a word is a telling one but for one letter: another, one too many, two in the wrong order, one lost."""
    if len(right) < _SHORTEST_MISSPELT or abs(len(word) - len(right)) > 1:
        return False
    if len(word) == len(right):
        return _one_changed(word, right)
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    if longer is right and len(right) < _SHORTEST_WITH_LETTER_LOST:
        return False
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(1, len(longer)))


def _one_changed(word: str, right: str) -> bool:
    """Whether words of one length differ by a letter, which tells nothing of short ones, or by two that are swapped."""
    changed = [n for n, (a, b) in enumerate(zip(word, right, strict=True)) if a != b]
    if len(changed) == 1:
        return len(word) > _SHORTEST_MISSPELT
    first, last = changed[0], changed[-1]
    return last == first + 1 and word[first] == right[last] and word[last] == right[first]


@lru_cache(maxsize=_MOST_CACHED)
def unstretched(word: str) -> str:
    """Return a word without letters held down: "heyyyy" is "hey"; laughter stays."""
    if word[0].isdigit() or _LAUGHTER.fullmatch(word):
        return word
    short = _STRETCHED.sub(r"\1", word)
    known = _telling()
    return once if short not in known and (once := _LAST_DOUBLED.sub(r"\1", short)) in known else short


def _counts(said: list[str]) -> bool:
    """Whether a message counts: "1 2 3"."""
    numbers = [int(word) for word in said if word.isdecimal() and len(word) == 1]
    return len(numbers) == len(said) > 1 and all(after == before + 1 for before, after in pairwise(numbers))
