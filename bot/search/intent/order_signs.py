"""What tells an order wherever it stands, and what asks the bot what it thinks: regular expressions as for clauses."""

from __future__ import annotations

from typing import Final

from bot.search.intent.order_words import FORGET, MACHINE, RULES, WORK

# Anywhere: these speak to the bot or of what is the bot's own, or are no words of a question.
ANYWHERE: Final = (
    # drop the rules
    (
        rf"{FORGET}\b.{{0,30}}\b(?:(?:all|the|your|any|my) (?:previous|prior|above|earlier|other)|your|tus|"
        r"todas (?:las|"
        rf"tus)|tes|свои|твои|все|предыдущие|as (?:suas )?)\b ?(?:\w+ )?{RULES}"
    ),
    (
        r"\b(?:new|nueva|nova|nouvelle|новая|новое|новые) (?:polic\w+|rules?|instructions?|orders?|task|politica|"
        r"regla|instruccion|orden|directiva|tarea|regra|instrucao|ordem|tarefa|consigne|regle|tache|politique|"
        r"политика|правило|правила|инструкци\w|задача)\W.{0,40}"
        r"\b(?:answer|respond|reply|say|you|responde|contesta|di|eres|responda|diga|voce|reponds|dis|tu|отвечай|"
        r"говори|ты)\b"
    ),
    # show what is hidden
    (
        r"\b(?:your|you have an?|tus?|ton|ta|tes|vos|votre|твой|твои|твоя|твое|у тебя) (?:own |system |current |"
        r"secret |hidden |initial |bot |api )*(?:prompts?|instructions|rules|config\w*|settings|tokens?|api key|"
        r"keys?|password|source code|training data|guidelines|directives|users|logs|database|"
        r"instrucciones|reglas|configuracion|contrasena|clave|codigo|usuarios|base de datos|consignes|regles|"
        r"mot de passe|cle|code source|utilisateurs|parametres|промпт|промт|инструкци\w+|правила|токен|ключ\w*|"
        r"пароль|код\b|настройки|исходник\w*|пользователи|админ\w*)"
    ),
    (
        r"\b(?:system prompt|prompt (?:del |do |de )?(?:sistema|systeme|oculto|secreto)|prompt systeme|"
        r"системн\w+ (?:промпт|промт|сообщени)|(?:seu|teu|o) (?:prompt|token)\b|(?:sua|tua) senha|chave (?:da |"
        r"de )?api|clave (?:de )?(?:la )?api|cle api|ключ\w* api|api[ -]?key"
        r"|(?:bot|api|access|telegram)(?:'s)? token|token (?:de |del |do |du |da |d')(?:este |ce |esse )?(?:bot|"
        r"api|"
        r"telegram|acceso|acesso|acces)|токен\w* (?:бота|телеграм\w*|доступа)"
        r"|(?:users|admins|owner|creator|logs|config\w*|database|source code|password) of (?:this|"
        r"the) (?:telegram )?bot|(?:bot's|this bot's) (?:users|admins?|owner|config\w*|logs|code|token|password)"
        r"|(?:usuarios|administrador(?:es)?|codigo|configuracion|contrasena|dueno) (?:de este|del|de el) bot|"
        r"(?:usuarios|administrador(?:es)?|codigo|configuracao|senha|dono) (?:deste|desse|do) (?:bot|robo)"
        r"|(?:utilisateurs|administrateurs?|code|configuration|mot de passe) (?:de ce|du) bot|(?:пользовател\w+|"
        r"админ\w*|код\w*|настройк\w*|владел\w+|парол\w+) (?:этого )?бота)"
    ),
    (
        r"\bconfig(?:uration)?\.(?:toml|ya?ml|json|ini|py)\b|(?:^|\s)\.env\b|/etc/(?:passwd|shadow)|"
        r"\benvironment variables?\b|\bvariables? de (?:entorno|ambiente)\b|переменн\w+ окружения|\b(?:chat|"
        r"user) ?ids?\b.{0,20}\b(?:admin|user)|\badmin\w*'?s? chat ?id"
    ),
    (
        r"\bwho else (?:uses|is using|talks|wrote|writes|asked|has asked)\b|\bother (?:users|people)(?:'s)? (?:ask|"
        r"question|message|chat|conversation)\w*|(?:otros|outros|autres) (?:usuarios|utilisateurs)\b|"
        r"други\w+ пользовател\w+"
    ),
    # be somebody else
    (
        r"\b(?:you(?:'re| are)? (?:going to|gonna|will) (?:play|be|act)|vas a (?:interpretar|hacer de|jugar|ser|"
        r"actuar)|"
        r"voce vai (?:interpretar|fazer|ser|jogar|agir)|tu vas (?:jouer|incarner|etre|faire)|ты будешь (?:играть|"
        r"изображать|моим|моей)|будешь играть)\b"
    ),
    (
        r"\bje suis (?:ton|votre) (?:programmeur|createur|developpeur|admin\w*|maitre)|\bhow (?:you(?:'re| are|"
        r" were)|"
        r"were you|are you) (?:configured|programmed|built|instructed|set up|trained|prompted)\b|"
        r"\bcomo te (?:configuraron|programaron|entrenaron|instruyeron)|\bcomo voce foi (?:configurad|programad|"
        r"treinad|"
        r"instruid)\w+|\bcomment tu (?:as ete|es) (?:configure|programme|entraine|concu)|\bкак (?:тебя|"
        r"ты) (?:настро|"
        r"запрограмм|обуч|создан)\w+"
    ),
    (
        r"\b(?:above this line|(?:encima|arriba) de esta linea|(?:acima|antes) desta linha|"
        r"au dessus de cette ligne|"
        r"выше этой строки)\b|\b(?:give me (?:some |an? )?advice|dame (?:un |tu )?consejo|me da(?: um)? conselho|"
        r"de me um conselho|donne moi (?:un |ton )?conseil|дай (?:мне )?совет)\b"
    ),
    (
        r"\b(?:you are now|you're now|from now on,? you|you will now|now you are|now you're|you are no longer|"
        r"you're no longer|eres ahora|ahora eres|ahora seras|(?:a partir de|desde) ahora,? (?:eres|seras|tu|te|vas|"
        r"respond\w+|habl\w+|debes|actua\w*|me|solo|siempre)|ya no eres"
        r"|voce agora e|agora voce (?:e|esta|sera)|(?:a partir de|de) agora,? (?:em diante,? )?(?:voce|vc|tu|me|"
        r"respond\w+|fal\w+)|voce nao e mais|tu es maintenant|(?:a partir de|des) maintenant,? (?:tu|vous|reponds|"
        r"parle|ne|appelle)|desormais,? (?:tu|vous|reponds|parle)|maintenant tu (?:es|vas|dois)|tu n'es plus|"
        r"dorenavant,? tu"
        r"|ты теперь|теперь ты|отныне,? (?:ты|отвечай|говори)|с этого момента,? (?:ты|отвечай|говори|будь)|"
        r"ты больше не|с сегодняшнего дня ты|ты сейчас —?)\b"
    ),
    (
        r"\b(?:if you were|si (?:tu )?fueras|se voce fosse|si tu etais|если бы ты был\w?)\b|\b(?:i am|i'm|"
        r"this is) (?:your|the) (?:admin\w*|developer|creator|owner|programmer|boss|master|god)\b|\bsoy (?:tu|"
        r"el) (?:admin\w*|creador|desarrollador|dueno|programador|jefe)\b"
        r"|\b(?:eu )?sou (?:o |a )?(?:seu |teu )?(?:admin\w*|criador|desenvolvedor|dono|programador)\b|"
        r"\bje suis (?:ton|l'|le |votre )(?:admin\w*|createur|developpeur|proprietaire|maitre|programmeur)|"
        r"\bя (?:твой |ваш |его |главный )?(?:админ\w*|создатель|разработчик|владелец|хозяин|программист)\b"
    ),
    (
        rf"\b(?:you are|you're|eres|voce e|tu es|ты)\b .{{0,40}}{MACHINE}.{{0,80}}\b(?:no rules|without|sin reglas|"
        r"sem regras|sans|без|who|that|que|qui|котор\w+|does|can|obey\w*|free)\b"
    ),
    (
        r"^\W*jail ?br[eo]a?k\w*\W*$|\b(?:mode|modo|mode|режим) jail ?br[eo]a?k|"
        r"\bjail ?br[eo]a?k\w* (?:mode|prompt|yourself|your|you|this|it|the (?:bot|ai|model)|(?:chat)?gpt|bot)\b|"
        r"\bdo anything now\b|\b(?:dan|god|admin|root|developer|debug|maintenance|sudo|test|"
        r"unrestricted|evil) mode\b|\bmodo (?:dios|desarrollador|desenvolvedor|dev|debug|admin\w*|de (?:depuracion|"
        r"depuracao|prueba|pruebas)|dan|sin (?:censura|restricciones)|root)\b"
        r"|\bmode (?:dieu|developpeur|dev|debug|debogage|admin\w*|dan|sans (?:censure|restrictions?)|root)\b|"
        r"режим\w? (?:бога|разработчик\w*|отладки|админ\w*|без (?:цензуры|ограничений)|dan|дебаг\w*)|\b(?:reply|"
        r"respond|answer|write|roleplay) as (?:if|though|an? )"
    ),
    (
        r"\b(?:obey me|obedeceme|me obedeca|obeis moi|слушайся меня|подчиняйся мне|(?:grant|give) me (?:admin|root|"
        r"full)? ?(?:access|rights|permission\w*)|dame (?:acceso|permisos|derechos)|donne moi (?:l'acces|"
        r"les droits|"
        r"acces)|me de acesso|дай (?:мне )?(?:доступ|права))\b"
    ),
    # make something
    rf"\b(?:write|draw|compose|sing) me (?:an?|some|the)? ?(?:\w+ )?{WORK}\b",
    (
        r"\b(?:my|our|the math|mis?|mes|meu|minha|мо[юие]|за меня) (?:math |maths |english |history )?(?:homework|"
        r"assignment|deberes|tarea|devoirs?|dever de casa|licao|trabalho de casa|домашк\w|домашн\w+)|\b(?:do|"
        r"haz(?:me)?|"
        r"fais|faz|faca|сделай|реши)(?: \w+){0,3} (?:homework|deberes|tarea|devoirs|dever|licao|домашк\w|домашн\w+)"
    ),
    # reckon
    r"\b\d+(?:[.,]\d+)? ?(?:%|percent|por ciento|por cento|pour cent|процент\w*) (?:of|de|from|от) \d+\W*$",
    (
        r"\A[\s¿¡]*(?:(?:what(?:'s| is|s)|how much is|calculate|compute|solve|cuanto (?:es|son)|calcula|resuelve|"
        r"quanto (?:e|da)|calcule|resolva|combien (?:font|fait)|calcule|resous|сколько будет|посчитай|вычисли|"
        r"реши(?: пример)?) )?"
        r"(?=\(?\d[\d\s.,()/x–-]*?(?:[+*×÷^=]|\s[x/]\s|\dx\d))[\d\s.,()+*×÷^=x/–-]+[\s?!.]*$"
    ),
    (
        r"\b\d+ (?:plus|times|minus|divided by|multiplied by|mas|por|menos|entre|dividido (?:por|entre)|"
        r"multiplicado por|vezes|fois|moins|divise par|multiplie par|умножить|умножь|плюс|минус|разделить|поделить|"
        r"на|x|"
        r"\*) (?:на )?\d+\W*$"
    ),
    (
        r"\b(?:square root of|raiz cuadrada de|raiz quadrada de|racine carree de|квадратн\w+ кор\w+|корень из|"
        r"(?:derivative of|derivada de|derivee de|производн\w+ от) [\dxf(]|\d+ squared|\d+ to the power)"
    ),
    # say this
    (
        r"\b(?:word for word|palabra por palabra|palavra por palavra|mot pour mot|слово в слово|"
        r"дословно)\b.{0,30}\b(?:above|text|previous|arriba|anterior|texto|acima|ci dessus|texte|выше|текст|"
        r"предыдущ)|"
        r"\b(?:text|words|message|texto|texte|текст|mensaje|mensagem) (?:above|before|de arriba|anterior|acima|"
        r"ci dessus|выше|en haut)\b"
    ),
    # answer otherwise
    (
        r"\b(?:in|with|using) your own words\b|\bcon tus (?:propias )?palabras\b|\bavec tes (?:propres )?mots\b|"
        r"(?:resum|expli|diga|conte|fale|descrev)\w*\b.{0,60}\bcom (?:as )?(?:suas|tuas) (?:proprias )?palavras\b|"
        r"(?:перескажи|расскажи|объясни|опиши|скажи|изложи|ответь)\w*\b.{0,60}\bсвоими словами\b"
    ),
    (
        r"\b(?:how do you say|how to say|como se dice|como se diz|comment (?:dit on|on dit)|как (?:сказать|будет|"
        r"переводится|перевести)) .{{0,40}}\b(?:in|en|em|по|на) ?\w+\W*$"
    ),
    # run, change, delete
    (
        r"\A\W*(?:system|assistant|developer|root|admin|sistema|systeme|система|админ)\s*(?::|>|\])|<\|"
        r"?/?(?:im_start|"
        r"im_end|system|user|assistant|endoftext|script)|\[/?(?:inst|system|sys)\]|<<sys>>|\A#{2,}\s*(?:system|"
        r"instruction|new)|\{\{.*\}\}|\$\{.*\}"
    ),
    (
        r"\brm -[rf]+\b|\bsudo \w|\bdrop (?:table|database)\b|\bdelete from\b|\bselect .{1,30} from \w+|"
        r"\bunion select\b|' or '?1'?=|\$\(|`[^`]+`.*\b(?:run|execute)\b|\b(?:eval|exec|print|console\.log|alert|"
        r"system)\(|\bos\.(?:system|environ)|\bimport (?:os|sys|subprocess)\b|\bcat /\w+|\bcurl http|\bwget |"
        r"\bping \d|"
        r"\A\W*(?:ls|pwd|whoami|env|dir|help --)\s*(?:-\w+)?\W*$"
    ),
    (
        r"\b(?:run|execute|ejecuta|corre|executa?|rode|execute[zr]?|lance|запусти|выполни|"
        r"исполни)\b.{0,30}\b(?:command|"
        r"comando|commande|команд\w+|code|codigo|код|script|скрипт|shell|bash|sql|python|terminal|консол\w+)\b"
    ),
    (
        r"\b(?:base ?64|rot ?13|hex(?:adecimal)?|morse|caesar|binary|binario|binaire|бинарн\w+|"
        r"морзе)\b.{0,60}\b(?:decode|follow|execute|obey|decodifica|sigue|obedece|siga|obedeca|decode|obeis|suis|"
        r"выполни|следуй)|(?:\bdecode|\bdecodifi\w+|\bdechiffre|\bdescifra|\bdecrypt\w*|раскодируй|декодируй|"
        r"расшифруй)\b"
    ),
    (
        r"\A\W*(?:restart|reboot|shut ?down|power off|shutdown|self destruct|reinicia(?:te)?|apaga(?:te)|"
        r"desliga(?:[ -]se)?|redemarre|eteins toi|arrete toi|выключись|перезагрузись|отключись|"
        r"самоуничтож\w+)(?: now|"
        r" bot| yourself| the (?:bot|server)| el (?:bot|servidor)| ya| le (?:bot|serveur)| o (?:bot|servidor))?\W*$"
    ),
)
# What the bot thinks, anywhere in a short message.
OPINIONS: Final = (
    # what the bot thinks
    (
        r"\b(?:de que lado (?:estas|voce esta|es tu)|(?:quel camp|qui) tu soutiens|tu soutiens|чью сторону ты|"
        r"ты на чьей стороне|на чьей ты стороне|a que bando apoyas)\b"
    ),
    (
        r"\b(?:you|u) (?:really |personally |honestly |rather |also |guys |yourself |actually )?(?:think|believe|"
        r"reckon|"
        r"prefer|support|favou?r|vote|suggest|recommend|agree|consider|blame|trust|side|like|love|hate|choose|"
        r"advise|"
        r"predict|guess)\b(?! (?:tank|tanks))|\bdo you feel about\b|\bwould you (?:do|say|rather)\b"
    ),
    (
        r"\byour (?:own |personal |honest |real |true )?(?:opinion|views?|take|thoughts?|position|stance|"
        r"favou?rite|"
        r"prediction|advice|guess|judge?ment|verdict|feelings?|side|attitude|preference|choice|candidate)\b|"
        r"\bin your (?:view|mind|eyes|opinion)\b|\baccording to you\b|\bwhose side are you\b|\bgive me (?:an? |"
        r"your )?(?:opinion|advice|prediction)"
        r"|\bare you (?:for|against|pro|with|on|in favou?r|a (?:chavista|communist|socialist|supporter|fan|leftist|"
        r"right)|left|right|biased|neutral|objective|partial|pro )\b"
    ),
    (
        r"\b(?:crees|piensas|opinas|prefieres|apoyas|recomiendas|aconsejas|consideras|votarias|harias|elegirias|"
        r"sugieres)\b|\b(?:te (?:parece|gusta|cae|gustaria)|tu (?:opinion|punto de vista|postura|favorito|consejo|"
        r"prediccion|parecer)|segun tu|a tu juicio|en tu opinion|para ti)\b(?!\w)|\b(?:estas (?:de acuerdo|a favor|"
        r"en contra|del lado|con)|de que lado estas|de parte de quien estas|eres (?:chavista|opositor|"
        r"de (?:izquierda|"
        r"derecha)|imparcial|neutral|objetivo))\b|\bdame tu (?:opinion|punto)"
    ),
    (
        r"\b(?:voce|vc|tu) (?:acha|achas|pensa|acredita|prefere|apoia|concorda|recomenda|gosta|votaria|considera|"
        r"faria|"
        r"escolheria|defende|torce|sugere|e (?:chavista|de (?:esquerda|direita)|imparcial|neutro|a favor|contra)|"
        r"esta do lado)\b|\b(?:na sua|em sua|qual (?:e )?(?:a )?(?:sua|tua)|(?:me )?d[ea](?: me)? (?:a )?(?:sua|"
        r"tua)) (?:opiniao|posicao|visao|previsao|preferencia)\b|\bo que achas\b|\bachas que\b"
    ),
    (
        r"\b(?:penses|crois|preferes|soutiens|recommandes|conseilles|aimes|votes|voterais|ferais|choisirais|"
        r"estimes|"
        r"suggeres) tu\b|\btu (?:en )?(?:penses|crois|preferes|soutiens|recommandes|conseilles|choisirais|"
        r"voterais)\b|"
        r"\b(?:pensez|croyez|preferez|soutenez|aimez) vous\b|\bvous (?:pensez|croyez|preferez|soutenez)\b|\b(?:ton|"
        r"votre) (?:avis|opinion|point de vue|prefere|conseil|pronostic)\b|\b(?:selon|d'apres|pour) (?:toi|vous)\b|"
        r"\bes tu (?:d'accord|pour|contre|du cote|de (?:gauche|droite)|neutre|objectif|partial|sur)\b|"
        r"\btu es (?:pour|"
        r"contre|de quel cote|d'accord|de (?:gauche|droite))\b|\bde quel cote es tu\b"
    ),
    (
        r"(?:\bты |\bвы |\b)(?:думаешь|считаешь|полагаешь|думаете|считаете|полагаете|поддерживаешь|предпочитаешь|"
        r"поддерживаете|посоветуешь|относишься|относитесь|выберешь|выбрал бы|голосовал бы)\b|\b(?:тво[её]|ваше|"
        r"личное) (?:\w+ )?(?:мнение|отношение|прогноз)\b|\bпо (?:твоему|вашему)\b|\bна (?:твой|ваш) взгляд\b|"
        r"\bты (?:за кого|за|против|согласен|согласна|веришь|любишь)\b|\bза кого ты\b|\b(?:кто|"
        r"что) тебе (?:больше )?(?:нравится|ближе)\b|\bтебе (?:нравится|нравятся|жал[ьк]о?)\b"
    ),
)
