"""What kind of message a question is: a question for the corpus, small talk, an instruction to the bot, or no words.

Only clear cases are taken out here; whatever is left is a question, and no evidence refuses the rest. Nothing that a
reader writes changes what the bot does: the worst that a mistake costs is one friendly sentence too many.
"""

from __future__ import annotations

import re

from bot.index.tokens import fold, words
from bot.model import Intent

_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")
_LONGEST_CONSONANT_RUN = 6  # letters: "Rzeszów" has 3, "Deutschsprachige" 6; keyboards mashed have more
_RUN = re.compile(rf"[^\W\d_{''.join(sorted(_VOWELS))}]{{{_LONGEST_CONSONANT_RUN + 1},}}")

_PARTS = re.compile(r"[.!?;,:]+")
# Words of small talk, accents folded, as `words` gives them. A message made of nothing else is small talk.
_SMALL_TALK_WORDS = frozenset(
    # en
    "hi hello hey hiya yo good morning afternoon evening night day thanks thank you thx bye goodbye ok okay cool great "
    "nice please how are is it going there bot dateline friend sup what's up today doing well i'm fine lol haha a lot so "
    # es
    "hola buenas buenos dias tardes noches gracias muchas adios chao vale genial que tal como estas esta todo bien amigo "
    "hasta luego saludos hoy usted muy "
    # pt
    "ola oi bom boa dia tarde noite obrigado obrigada muito tchau tudo bem valeu beleza como vai voce esta hoje amigo "
    # fr
    "bonjour bonsoir salut coucou merci beaucoup au revoir ca va comment allez vous tu vas bien d'accord super aujourd'hui "
    # ru
    "привет здравствуй здравствуйте добрый доброе добрыи день утро вечер ночи спасибо большое пока свидания до как дела "
    "ты вы хорошо ок окей ладно хай приветствую сегодня у тебя вас".split()
)
_GREETINGS_NEED = frozenset(
    "hi hello hey hiya yo morning afternoon evening night thanks thank thx bye goodbye ok okay cool great nice sup up going "
    "doing hola buenas buenos gracias adios chao vale genial tal estas saludos ola oi bom boa obrigado obrigada tchau tudo "
    "valeu beleza vai bonjour bonsoir salut coucou merci revoir ca allez vas d'accord super привет здравствуй здравствуйте "
    "добрый доброе добрыи спасибо пока свидания дела ок окей ладно хай приветствую lol haha you".split()
)
_LONGEST_THANKS = 60  # characters
_THANKS = frozenset("thanks thank thx gracias obrigado obrigada valeu merci спасибо благодарю".split())
_WITH_THANKS = frozenset(
    "you a lot so very much many bot dateline great ok muchas mil por todo bot muito mesmo beaucoup bien большое огромное вам тебе".split()
)
# About the bot itself, the whole message through.
_ABOUT_BOT = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:so |and )?(?:who|what) (?:are|r) (?:you|u)(?: really| exactly)?",
        r"are you (?:a |an )?(?:bot|robot|human|real|ai|person|chatgpt|gpt)\b.*",
        r"(?:what(?:'s| is) your name|how old are you|who (?:made|created|built|wrote) you|what can you do)(?: and .*)?",
        r"(?:tell me a joke|sing (?:me )?a song|do you (?:love|like|know) me|i love you|can you help(?: me)?|help)",
        r"(?:y )?(?:quien|que) eres(?: tu)?|eres (?:un |una )?(?:bot|robot|humano|humana|persona|ia|real)\b.*",
        r"como te llamas(?: y .*)?|cuantos anos tienes|quien te (?:creo|hizo|programo)|que (?:puedes|sabes) hacer",
        r"cuentame un chiste|te (?:quiero|amo)|(?:me )?(?:puedes )?ayuda(?:me)?",
        r"(?:quem|o que) (?:e|es) (?:voce|tu)|voce e (?:um |uma )?(?:bot|robo|humano|humana|pessoa|ia|real)\b.*",
        r"(?:como|qual) (?:voce se chama|e (?:o )?seu nome)(?: e .*)?|quantos anos voce tem|quem te (?:criou|fez)",
        r"o que voce (?:pode|sabe|consegue) fazer|(?:me )?conta(?:r)? uma piada|eu te amo|(?:me )?ajuda",
        r"(?:tu es|vous etes) qui|qui (?:es tu|etes vous)|(?:es tu|tu es|etes vous) (?:un |une )?(?:bot|robot|humain|ia)\b.*",
        r"(?:comment (?:tu t'appelles|t'appelles tu|vous appelez vous)|quel (?:est ton nom|age as tu))(?: .*)?",
        r"que (?:peux tu|pouvez vous|sais tu) faire|raconte(?: moi)? une blague|je t'aime|aide(?: moi)?",
        r"(?:а )?(?:кто|что) ты(?: такое| такой| такая)?|ты (?:бот|робот|человек|живой|настоящий|ии)\b.*",
        r"(?:а )?(?:как тебя зовут|сколько тебе лет|кто тебя (?:создал|сделал|написал)|что ты (?:умеешь|можешь))(?: и .*)?",
        r"(?:расскажи (?:мне )?(?:анекдот|шутку)|я тебя люблю|помоги(?: мне)?|помощь)",
    )
)
# Orders to a machine: its rules, its secrets, its shell, or work that is not looking something up.
_RULES = (
    r"(?:instruction|rule|prompt|guideline|polic|previous|above|filter|restriction|instruccion|regla|norma|anterior"
    r"|instruc|regra|orden|orde[mn]s|consigne|regle|precedent|инструкц|правил|указани|промпт|ограничени|команд)"
)
_FORGET = (
    r"(?:ignore|disregard|forget|override|bypass|drop|skip|olvida|olvide|ignora|ignorez?|omite|esquec[ae]|desconsidere"
    r"|oublie[zr]?|забудь(?:те)?|игнорируй(?:те)?|проигнорируй(?:те)?|отмени(?:те)?|не обращай(?:те)? внимания на)"
)
_REVEAL = (
    r"(?:reveal|print|show|give|send|tell|dump|leak|output|repeat|display|dame|da me|muestra(?:me)?|imprime|revela|envia(?:me)?"
    r"|mostre|mostra|imprima|revele|envie|me de|donne|montre|affiche|revele|envoie|imprime|покажи|выведи|пришли|скажи|дай"
    r"|распечатай|раскрой|отправь|напечатай)"
)
_SECRET = (
    r"(?:(?:system|hidden|secret|initial) prompt|prompt (?:del |do |de )?(?:sistema|systeme|oculto|secreto)|prompt systeme"
    r"|системн\w+ промпт|промпт\w*|(?:bot|api|access|telegram|your|его|твой|tu|ton|seu|du bot|del bot|do bot) ?token"
    r"|token (?:de |del |do |du )?(?:bot|api|telegram|acceso|acesso)|токен\w*|api[ -]?key|clave (?:de )?(?:la )?api"
    r"|chave (?:da |de )?api|cle api|ключ\w* api|password|contrasena|senha|mot de passe|пароль|\.env\b|environment variable"
    r"|source code|codigo fuente|codigo[- ]fonte|code source|исходн\w+ код|chat ?id|/etc/passwd|credentials|credenciales"
    r"|credenciais|instrucciones (?:iniciales|ocultas)|your (?:instructions|rules|config\w*))"
)
_INSTRUCTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_FORGET}\b.{{0,40}}\b{_RULES}",
        rf"\b{_REVEAL}\b.{{0,60}}{_SECRET}",
        r"\b(?:you are|act as|pretend (?:to be|you are)|from now on you|actua como|eres ahora|finge (?:ser|que)|aja como|finja"
        r"|voce agora e|agis comme|fais comme si|tu es maintenant|ты теперь|представь,? что ты|притворись|веди себя как)\b"
        r".{0,60}\b(?:dan|jailbr\w+|admin\w*|root|developer mode|unrestricted|no rules|sin reglas|sem regras|sans regles"
        r"|без правил|без ограничений|gpt\w*|chatgpt|assistant|asistente|assistente|ассистент\w*|модель|hacker|pirat\w*)\b",
        r"^\W*(?:system|assistant|developer|root|admin)\s*(?::|>|\])",
        r"\brm -[rf]+\b|\bsudo \w|\bdrop table\b|\bdelete from\b|<script|\$\(|`[^`]+`.*\b(?:run|execute)\b|\beval\(|\bos\.system\b",
        r"\b(?:run|execute|ejecuta|executa?|execute|запусти|выполни)\b.{0,30}\b(?:command|comando|commande|команд\w+|code|codigo"
        r"|код|script|скрипт|shell|bash|sql)\b",
        r"\b(?:write|generate|create|compose|draft|code|make)(?: me)?(?: an?| some)? .{0,30}\b(?:function|code|script|poem|song"
        r"|essay|story|program|joke|email|letter|haiku|regex|sql query)\b",
        r"\b(?:escribe(?:me)?|genera|crea|haz(?:me)?|escreva|gere|crie|faca|ecris|genere|redige|fais)(?: moi)?(?: un[ae]?| uma?)? "
        r".{0,30}\b(?:funcion|codigo|script|poema|cancion|ensayo|cuento|programa|funcao|musica|redacao|historia|fonction|code"
        r"|poeme|chanson|dissertation|programme)\b",
        r"\b(?:напиши|сгенерируй|создай|сочини|придумай)\b.{0,40}\b(?:функци\w+|код\w*|скрипт\w*|стих\w*|песн\w+|сочинени\w+"
        r"|эссе|рассказ\w*|программ\w+|письмо|реферат\w*)\b",
        r"\b(?:translate|traduce|traduza|traduis|переведи)\b.{0,30}\b(?:into|to|al|para|en|на)\b",
    )
)


def find_intent(text: str) -> Intent:
    """Return the intent of a cleaned message."""
    tokens = words(text)
    if _is_gibberish(tokens):
        return Intent.GIBBERISH
    if all(_is_small_talk(words(part)) for part in _PARTS.split(text) if words(part)):
        return Intent.SMALL_TALK
    folded = fold(text)
    if any(pattern.search(folded) for pattern in _INSTRUCTIONS):
        return Intent.INSTRUCTION
    return Intent.QUESTION


def is_thanks(text: str) -> bool:
    """Whether a message says thanks and nothing else."""
    said = words(text[:_LONGEST_THANKS])
    return len(text) <= _LONGEST_THANKS and bool(_THANKS & set(said)) and set(said) <= _THANKS | _WITH_THANKS


def _is_small_talk(tokens: list[str]) -> bool:
    plain = " ".join(tokens)
    greets = set(tokens) <= _SMALL_TALK_WORDS and bool(set(tokens) & _GREETINGS_NEED)
    return greets or any(pattern.fullmatch(plain) for pattern in _ABOUT_BOT)


def _is_gibberish(tokens: list[str]) -> bool:
    """Whether there is no word in it: nothing but signs, or only runs of letters that no language has."""
    alphabetic = [token for token in tokens if not token[0].isdigit()]
    if not alphabetic:
        return not any(token[0].isdigit() for token in tokens)
    return all(_is_mashed(token) for token in alphabetic)


def _is_mashed(word: str) -> bool:
    letters = set(word)
    latin_or_cyrillic = all("a" <= c <= "z" or "а" <= c <= "ё" for c in word)
    if not latin_or_cyrillic:
        return False
    return bool(_RUN.search(word)) or (len(word) > 2 * _LONGEST_CONSONANT_RUN and len(letters) <= len(word) // 4)
