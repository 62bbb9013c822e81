"""What is ordered of a machine where a clause begins, frame by frame: regular expressions over a folded message."""

from __future__ import annotations

from typing import Final

from bot.search.intent.order_words import FORGET, GIVE, HIDDEN, HIDDEN_IF_NOBODYS, MAKE, REVEAL, RULES, THE, TREAT, WORK

# At the beginning of a clause: who wants told again what somebody said asks for it. Not what reader or bot said.
ASKS_WHAT_WAS_SAID: Final = (
    r"(?:(?:please|por favor|s'il te plait|пожалуйста),? )?(?:repeat|translate|repite(?:me)?|traduce(?:me)?|"
    r"traduzca|repita|repete|traduz|traduza|repete[rz]?(?: moi)?|tradui(?:s|sez|re)(?: moi)?|"
    r"повтори(?:те)?|переведи(?:те)?)(?: (?:me|for me|again|please|para mi|de nuevo|otra vez|por favor|pra mim|"
    r"de novo|pour moi|мне|еще раз|пожалуйста)){0,2},? (?:what|lo que|o que|oq|ce qu(?:e |')|(?:то,? )?что)\b"
    r"(?!.*\b(?:i|you|we|yo|tu|usted|eu|voce|je|j'ai|vous|я|ты|вы|мы)\b)"
    r".*\b(?:sa(?:id|ys)|wrote|tweeted|told|announced|declared|dij(?:o|eron)|dice|escribio|tuiteo|declaro|anuncio|"
    r"diss(?:e|eram)|diz|escreveu|tuitou|declarou|anunciou|dit|ecrit|tweete|declare|annonce|"
    r"сказал\w*|говорил\w*|говорит|написал\w*|заявил\w*|объявил\w*|пишет)\b"
)
# At the beginning of a clause: these are verbs that order.
AT_CLAUSE: Final = (
    # drop the rules
    rf"{FORGET}\b.{{0,60}}\b{RULES}",
    # show what is hidden
    rf"{REVEAL}{THE} ?(?:{HIDDEN}|{HIDDEN_IF_NOBODYS})",
    (
        r"(?:what(?:'s| is| are|s)|which|cual (?:es|son)|qual e|quel(?:le)?s? (?:est|sont)|какой|какая|какие|"
        rf"каков) (?:{HIDDEN})\W*$"
    ),
    # be somebody else
    (
        r"(?:act (?:as|like)|behave (?:as|like)|pretend\b|role ?play|simulate (?:a|an|being)|play the (?:role|"
        r"part)|"
        r"impersonate|imagine (?:that )?(?:you|i am|i'm|we)|be (?:my|a) |become (?:a|my)|talk like|speak like|"
        r"write like|let's (?:play|pretend|role)|assume (?:the role|you are|that you)|suppose you|answer as)"
    ),
    (
        r"(?:actua (?:como|de)\b|comportate|finge|simula (?:que|ser)|haz (?:como si|de cuenta|de )|hazte pasar|"
        r"juega a ser|imagina(?:te)? (?:que )?(?:eres|tienes|ser|soy|somos)|supon que eres|conviertete|se mi |"
        r"hablame como|habla como|juguemos|vamos a jugar|interpreta (?:a|el papel))"
    ),
    (
        r"(?:aja (?:como)\b|age como\b|atue como|comporte[ -]se|finja|finge|simule (?:ser|que|um)|faca de conta|"
        r"faz de conta|imagine (?:que )?(?:voce|ser|eu sou)|suponha que voce|torne[ -]se|seja (?:meu|minha|um|"
        r"uma) |"
        r"fale como|vamos (?:brincar|jogar|fingir)|interprete (?:o papel|um))"
    ),
    (
        r"(?:agis (?:comme|en)\b|comporte[ -]toi|fais (?:comme si|semblant)|simule |joue (?:le role|a)|"
        r"imagine (?:que )?(?:tu|etre|je suis)|suppose que tu|deviens|sois (?:mon|ma|un|une) |parle (?:moi )?comme|"
        r"mets toi (?:dans|a)|incarne|prends le role|jouons)"
    ),
    (
        r"(?:представь,? (?:себе,? )?(?:что )?(?:ты|себя|я|мы)|вообрази|притворись|прикинься|сыграй|"
        r"давай (?:сыграем|"
        r"поиграем|представим|притворимся)|веди себя|действуй как|выступи|стань|будь (?:моей|моим|как)|изобрази|"
        r"войди в роль|говори как|отвечай как|предположим,? (?:что )?ты)"
    ),
    # make something
    rf"{MAKE}(?: \w+){{0,4}}? {WORK}\b",
    rf"{GIVE} {TREAT}",
    (
        r"(?:play (?:some |a |me )|set (?:an? |the )?(?:alarm|timer|reminder)|remind me|order (?:me )?(?:a |"
        r"some )?(?:pizza|food|taxi)|book (?:me )?(?:a|an)\b|buy me|send (?:an? )?(?:email|message|money|sms) to|"
        r"open (?:youtube|google|the)\b|turn (?:on|off)|flip a coin|roll (?:a )?dic?e|pick a (?:number|card)|"
        r"count (?:to|from)|spell |rhyme|sing\b|dance\b|guess\b|recommend (?:me )?(?:a|some|good)\b|"
        r"suggest (?:me )?(?:a|some)\b)"
    ),
    (
        r"(?:pon (?:musica|una (?:cancion|alarma))|recuerdame|pide(?:me)? (?:una )?pizza|compra(?:me)? |"
        r"manda(?:le)? un (?:mensaje|correo)|lanza una moneda|tira un dado|cuenta hasta|recomienda(?:me)? (?:un|"
        r"una|"
        r"algun)|adivina\b|canta\b|baila\b|sugiere(?:me)? un)"
    ),
    (
        r"(?:toque (?:uma )?musica|me lembre|peca uma pizza|compre |mande um(?:a)? (?:mensagem|email)|"
        r"jogue uma moeda|"
        r"conte ate|recomende (?:um|uma)|me recomend[ae]|adivinhe\b|cante\b|dance\b|sugira um)"
    ),
    (
        r"(?:mets (?:de la musique|une alarme|un reveil)|rappelle moi|commande (?:moi )?une pizza|achete |"
        r"envoie un (?:message|mail|email)|lance un(?:e)? (?:piece|de)\b|compte jusqu|recommande (?:moi )?(?:un|"
        r"une)\b|"
        r"conseille moi (?:un|une)|devine\b|chante\b|danse\b|suggere (?:moi )?un)"
    ),
    (
        r"(?:включи (?:музыку|песню|свет)|поставь (?:будильник|таймер|музыку)|напомни(?: мне)?\b.{0,15}\b(?:завтра|"
        r"через|утром|в \d)|закажи|купи\b|отправь (?:сообщение|письмо|деньги)|подбрось монет\w|брось кубик|"
        r"посчитай до|"
        r"сосчитай до|посоветуй|порекомендуй|угадай|спой|станцуй|загадай)"
    ),
    # reckon
    (
        r"(?:solve|resuelve|resolva|resous|реши(?:те)?|calculate|compute|calcula|calcule|вычисли|посчитай|"
        r"сосчитай)\b.{0,40}(?:\d|=|equation|ecuacion|equacao|уравнени|problem|пример|задач|integral|интеграл|root|"
        r"raiz|racine|корень|derivad|deriv)"
    ),
    # say this
    (
        r"(?:repeat (?:after me|the|this|that|your|everything|all|what|back|exactly)|say (?:that|hello|hi|yes|no|"
        r"it|"
        r"something|anything|i\b|you\b|after|sorry|only|just|:)|say\s*$|agree (?:with me|that)|admit (?:that|it|"
        r"you)|"
        r"confess|promise (?:me|that)|swear|call me \w+|tell me (?:that you|i am|i'm|you\b|your|an? (?:secret|lie|"
        r"number)|about (?:yourself|you)\b)|prove (?:that )?you)"
    ),
    (
        r"(?:repite (?:conmigo|despues|el|la|lo|esto|todo|palabra|tus?)|di (?:hola|algo|si\b|no\b|solo|lo siento|:|"
        r"que (?:el|la|los|las|eres|soy|tu|yo|no|si|todo|me|te|estas)\b)|dime (?:que (?:eres|soy|me|si\b)|algo\b|"
        r"un (?:secreto|numero|chiste)|mentiras)|admite\b|confiesa\b|promete(?:me)?\b|jura\b|llamame|"
        r"reconoce que (?:eres|estas))"
    ),
    (
        r"(?:repita (?:comigo|depois|o|a|isso|isto|tudo|palavra)|repete comigo|diga (?:ola|oi|algo|sim|nao|so|"
        r"apenas|:|"
        r"que (?:o|a|os|as|voce|eu|e|nao|sim|tudo|me|esta)\b)|admita\b|confesse\b|prometa\b|jure\b|me chame de|"
        r"me chama de)"
    ),
    (
        r"(?:repete[zr]? (?:apres|le|la|les|ce|mot|tout|avec)|dis (?:bonjour|oui|non|que|quelque chose|juste|:)|"
        r"dis moi (?:que tu|un secret|quelque chose|des mensonges)|admets\b|avoue\b|promets\b|jure\b|appelle moi)"
    ),
    (
        r"(?:повтор(?:и|яй)(?:те)? (?:за мной|слово|это|текст|все|всё|фразу|следующее|предыдущ\w+|свои|после)|"
        r"скажи(?:те)?,? (?:привет|да\b|нет\b|что нибудь|что (?:ты|я|он|это|все|мы)\b|мне,? что (?:ты|я|любишь)\b|"
        r"честно|:)|признай(?:ся)?\b|согласись|пообещай|обещай|поклянись|называй меня|зови меня|расскажи о себе|"
        r"докажи)"
    ),
    # answer otherwise
    (
        r"(?:finish|complete|continue|termina|completa|continua|sigue|termine|complete|continue|finis|закончи|"
        r"продолжи|"
        r"дополни) (?:this|the|my|esta|la|mi|minha|a|cette|ma|эту)? ?(?:sentence|phrase|story|frase|historia|"
        r"oracion|"
        r"histoire|фразу|предложение|историю)\b"
    ),
    r"(?:convert|convierte(?:me)?|converta|converte|convertis|переведи|сконвертируй) \d",
    (
        r"(?:answer|respond|responde|contesta|responda|reponds|отвечай)(?: me| moi)? (?:\w+ ){0,2}(?:caps|"
        r"uppercase|"
        r"capitals|mayusculas|maiusculas|majuscules|капсом|rhymes?|rimas?|rimes?|матом|emojis?|shakespeare|slang)\b"
    ),
    (
        r"(?:(?:always |only |just )?(?:answer|respond|reply|responde(?:me)?|contesta(?:me)?|responda|respondas|"
        r"reponds(?: moi)?|repondez|отвечай(?:те)?|ответь(?:те)?)(?:,? (?:now|me|ahora|siempre|agora|maintenant|"
        r"мне|теперь))?) (?:only|always|just|never|with|without|in|like|as|yes|no|"
        r"solo|solamente|siempre|nunca|sin|con|como|en|que|si|si\b|so|apenas|sempre|sem|com|como|em|sim|nao|"
        r"seulement|uniquement|toujours|jamais|sans|avec|comme|en|par|oui|non|только|всегда|никогда|без|как|одним|"
        r"да|нет|коротко|кратко|стихами|матом|по|на все|на всё|на вс\w|на любой)\b[^:]*$"
    ),
    (
        r"(?:speak|talk|chat|habla(?:me)?|fale|parle(?: moi)?|parlez|говори(?:те)?|разговаривай|общайся|"
        r"общаться)(?: (?:to|with) me| con ?migo| comigo| avec moi| со мной)? (?:like|as|in|to me|normally|freely|"
        r"como|"
        r"em|en|comme|librement|как|на|по|свободно|нормально)\b[^:]*$"
    ),
    (
        r"(?:stop|quit|deja de|dejes de|para de|pare de|arrete de|arretez de|cesse de|хватит|перестань|прекрати|"
        r"прекращай|не надо|don't|do not|no|ne|nao) (?:just )?(?:quot(?:e|es|ing)\b|cit(?:e|es|er|ar|ing|ando)\b|"
        r"answering|being|repeating|sending|using|responder|ser\b|repetir|hablar|mandar|enviar|usar|falar|repondre|"
        r"repeter|etre\b|envoyer|utiliser|цитир\w*|отвеча\w*|говорить|быть|повтор\w*|присыла\w*|использ\w*|"
        r"ссыла\w*|"
        r"слать)"
    ),
    (
        r"(?:summari[sz]e|sum up|shorten|explain|simplify|resume|resumir|resuma|explica|simplifica|resume[zr]?|"
        r"explique|перескажи|сократи|объясни|упрости) (?:this|it|that|the (?:text|article|above|following|"
        r"paragraph)|"
        r"esto|este|eso|el (?:texto|articulo)|lo (?:anterior|de arriba)|isso|isto|este|esse|o (?:texto|artigo)|"
        r"ca\b|"
        r"ceci|ce (?:texte|passage)|cet article|le (?:texte|passage)|это|этот|эту|текст|статью)(?! (?:law|ley|loi|"
        r"lei|"
        r"crisis|закон|кризис))\b"
    ),
    (
        r"(?:paraphrase|rewrite|rephrase|proofread|reword|correct (?:my|the|this)|fix (?:my|the|this)|parafrasea|"
        r"reescribe|corrige|reformula|reecris|reformule|paraphrase|reescreva|parafraseie|corrija|перефразируй|"
        r"перепиши|"
        r"исправь|отредактируй|дополни)\b"
    ),
    r"(?:translate|traduce(?:me)?|traduzca|traduce|tradu[zc]a?|traduis|traduisez|переведи(?:те)?|перевести)\b",
    # run, change, delete
    (
        r"(?:delete|erase|remove|wipe|clear|drop|reset|edit|modify|change|update|borra|elimina|limpia|reinicia|"
        r"edita|modifica|cambia|apague|apaga|exclua|delete|limpe|reinicie|edite|altere|mude|supprime|efface|vide|"
        r"reinitialise|modifie|change|удали(?:те)?|сотри|очисти|стереть|измени|поменяй|сбрось|обнови|перезапусти)"
        r"(?: \w+){0,3}? (?:articles?|data\b|database|index|messages?|chats?|history|corpus|users?|memory|"
        r"everything|logs?|files?|yourself|your\b|all\b|articulos?|datos|mensajes?|historial|usuarios?|memoria|"
        r"archivos?|todo\b|tus?\b|artigos?|dados|mensagens|historico|arquivos?|tudo|donnees|base|historique|"
        r"fichiers?|utilisateurs?|memoire|tout\b|ton\b|tes\b|стать\w+|данны\w+|баз\w|сообщени\w+|чат\w*|истори\w+|"
        r"пользовател\w+|память|файл\w*|все\b|лог\w*|свои|свой|свое|настройки)"
    ),
    (
        r"(?:enable|activate|switch to|enter|turn on|unlock|disable|activa|habilita|desactiva|entra en|desbloquea|"
        r"ative|ativa|habilite|desative|entre no|desbloqueie|active[zr]?|desactive|passe en|deverrouille|"
        r"включи(?:те)?|"
        r"активируй|войди в|отключи|выключи|перейди в|разблокируй)\b.{0,20}\b(?:mode|modo|режим\w*|debug\w*|filter|"
        r"filtros?|filtres?|фильтр\w*|safety|censorship|censura|censure|цензур\w*)\b"
    ),
    (
        r"(?:add|insert|publish|post|anade|agrega|publica|adicione|publique|ajoute|publie|добавь|опубликуй|"
        r"размести) (?:this|the|my|a|new|este|esta|el|un|mi|nuevo|este|esse|o|um|meu|cet?|cette|un|mon|эту|этот|"
        r"новую|"
        r"мою|статью)\b.{0,20}\b(?:article|news|text|source|articulo|noticia|texto|fuente|artigo|fonte|texte|"
        r"стать\w+|новость|текст|источник)"
    ),
)
