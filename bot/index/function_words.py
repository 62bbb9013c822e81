"""Function words: what says which language a question is in, and what no search is about."""

from __future__ import annotations

from functools import cache

from bot.index.tokens import words

_SHORTEST_CONTENT_WORD = 3
_SHORT_NOUNS = {"fr": frozenset({"or"})}  # gold where an article leans on it ("l'or"), else the conjunction

# Function words as they are typed, accents or not. A word that several languages share counts a share for each. One with
# an apostrophe at its end stands for all that begin so ("qu'avait").
TYPED_FUNCTION_WORDS = {
    "en": "a an the is are was were did do does has have had what who whom whose when where which why how many much of "
    "to in on at by for from with about after before during and or not any there their they he she his her it its this "
    "that these those said say says between into over against will would can could should first last latest news me "
    "give tell us i you my your be been i'm who's what's how's where's didn't doesn't isn't until since if new per",
    "es": "el la los las un una unos unas es son fue fueron era eran ha han hay hubo qué que quién quien quiénes quienes "
    "cuándo cuando dónde donde cuál cual cuáles cuales cómo como cuánto cuantos cuántos cuanta cuánta cuántas cuantas "
    "por qué de del al a en y o con sin sobre según segun después despues antes durante para se su sus lo le les está "
    "estaba esta este esto estos hacia entre dijo dijeron dice pasó paso más mas no si ya desde hasta contra tras muy también",
    "pt": "o a os as um uma uns umas é são foi foram era eram há houve que quem quando onde qual quais como quanto quantos "
    "quantas por de do da dos das no na nos nas em e ou com sem sobre segundo depois antes durante para se seu sua seus "
    "suas ao à aos pelo pela pelos pelas não nao disse disseram diz está esta este isso esse entre até desde mais já "
    "contra tem tinha também aconteceu fez quê você voce vocês me diga são num numa",
    "fr": "le la les un une des est sont était étaient a ont qui que quoi quand où quel quelle quels quelles comment combien "
    "pourquoi de du d au aux en et ou avec sans sur selon après apres avant pendant pour se sa son ses ce cette ces dans "
    "par il elle ils ne pas plus fait dit était etait déjà entre vers contre jusqu'à depuis qu'est c'est n'a s'est l'on "
    "leur leurs lors y t été ete moi vous tu je nous à qu' d' l' n' s' c' j' m'",
    "de": "der die das ein eine ist sind war waren hat haben was wer wann wo wie viel viele warum und oder mit von zu im in "
    "auf für nach vor über nicht dem den des welche welcher wurde",
    "it": "il lo la i gli le un una è sono era erano ha hanno che chi quando dove quale quali come quanto quanti perché di "
    "del della dei delle e o con su dopo prima per si non più cosa stato nel nella l' d' c'",
    "ca": "el la els les un una és són què qui quan on quin quina com quant per què de del dels i o amb sense sobre després l' d' "
    "s' n'",
    "nl": "de het een is zijn was waren heeft wat wie wanneer waar hoe veel waarom van te in op voor na over niet en of met",
    "tr": "ne kim nerede nasıl neden kaç ve ile bir bu için mi mı hangi oldu dedi",
    "pl": "co kto kiedy gdzie jak ile dlaczego i w na z do nie jest był była o po przed przez się czy który",
    "ru": "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня "
    "еще нет о об из ему теперь когда даже ну ли если уже или ни быть был была было были него до вас они этот эта это эти "
    "кто кого кому кем чем чего чему том для мы их чтобы при какой какая какое какие каких какого какую который которая "
    "сколько где куда откуда почему зачем после перед между под про над без через сам свой своего будет есть ль лишь",
}


@cache
def function_words(language: str) -> frozenset[str]:
    """Return a language's function words, folded as `tokens.words` gives them; empty for a language not listed."""
    return frozenset(words(TYPED_FUNCTION_WORDS.get(language, "")))


def is_content(word: str, language: str) -> bool:
    """Whether a folded word says what a text is about: a number, or a longer word that is no function word."""
    return word[0].isdigit() or (len(word) >= _SHORTEST_CONTENT_WORD and word not in function_words(language))


def is_short_noun(word: str, language: str) -> bool:
    """Whether a folded word says what a text is about where an elided article stands before it."""
    return word in _SHORT_NOUNS.get(language, ())
