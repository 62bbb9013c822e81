"""The words of orders to a machine, in five languages, as regular expressions over folded text."""

from __future__ import annotations

from typing import Final

# After these a clause begins, and with it an order.
LEAD_INS: Final = (
    # en
    r"please|pls|plz|and|now|then|just|so|first|instead|but|kindly|simply|bot|ok|okay|hey|hi|hello|dear bot|"
    r"(?:can|could|would|will) you(?: please| kindly| just| now)?|you (?:must|should|have to|need to|will|shall|"
    r"can|"
    r"may|are going to)(?: now| always| only)?|"
    r"i (?:want|need|order|command|ask|would like|urge|require)(?: you)? to|i'd like you to|let's|lets|let us|"
    r"try to|your (?:new )?(?:task|job|goal) is to|i command you|"
    # es
    r"por favor|porfa|y|ahora|luego|despues|hola|puedes|podrias|puede|podria|me puedes|me podrias|tienes que|debes|"
    r"quiero que|necesito que|"
    r"te (?:ordeno|pido|exijo) que|vas a|trata de|intenta|me|te|vamos a|"
    # pt
    r"e|agora|depois|voce (?:pode|deve|tem que|precisa|poderia|vai)|pode|poderia|quero que(?: voce)?|"
    r"preciso que(?: voce)?|ordeno que|oi|ola|tente|vamos|"
    # fr
    r"et|maintenant|puis|ensuite|s'il te plait|s'il vous plait|stp|svp|(?:peux|pourrais|veux) tu|(?:pouvez|"
    r"pourriez|"
    r"voulez) vous|tu (?:dois|peux|vas)|"
    r"vous devez|je veux que tu|j'aimerais que tu|il faut que tu|bonjour|salut|"
    # ru
    r"пожалуйста|а|и|теперь|сейчас|тогда|давай|ты (?:можешь|должен|должна|обязан)|(?:можешь|сможешь|можете|"
    r"могли бы вы|мог бы ты)|"
    r"мне нужно,? чтобы ты|я хочу,? чтобы ты|хочу,? чтобы ты|просто|бот|привет|слушай|эй|приказываю тебе|"
    r"приказываю|"
    r"требую"
)
FORGET: Final = (
    r"(?:haz caso omiso de|nao leve em conta|n[ea] (?:tiens|tenez) pas compte|no tengas en cuenta|set aside|ignore|"
    r"disregard|forget(?: about)?|override|overrule|bypass|drop|skip|disobey|break|violate|neglect|"
    r"(?:don't|do not|never|stop) (?:follow|obey|listen|use|apply|respect)(?:ing)?(?: to)?|"
    r"olvida(?:te)?(?: de)?|olvide(?:n)?|ignora|ignores|omite|desobedece|salta(?:te)?|te saltes|rompe|incumple|"
    r"no (?:hagas caso|sigas|obedezcas|respetes|uses)(?: a)?|deja de (?:seguir|obedecer|hacer caso)|"
    r"esquec[ae](?:[ -]se)?(?: de)?|desconsidere|desconsidera|ignora|desobedeca|quebre|pule|nao (?:siga|sigas|"
    r"obedeca|use|respeite|ligue)(?: mais)?|"
    r"oublie[zr]?|ignore[zr]?|desobeis|contourne|enfreins|n'(?:obeis|ecoute|utilise)(?: plus| pas)?|ne (?:suis|"
    r"respecte|tiens)(?: plus| pas)?|fais abstraction|"
    r"забудь(?:те)?|забудем|(?:про)?игнорируй(?:те)?|отмени(?:те)?|отбрось|нарушь|обойди|сбрось|"
    r"не (?:обращай(?:те)? внимания на|слушай|слушайся|следуй|соблюдай|выполняй|подчиняйся)|перестань (?:слушать|"
    r"следовать|соблюдать))"
)
RULES: Final = (
    r"(?:instruction|rule|prompt|guideline|polic(?:y|ies)\b|previous|prior\b|above|filter|restriction|limit(?:s|"
    r"ation)|"
    r"constraint|directive|training|programming|safety|safeguard|"
    r"everything|all (?:that|you|of)|what (?:you|i|they|we)|context|conversation|(?:your|the) (?:creator|developer|"
    r"maker|owner|system|source|document|article|corpus)|"
    r"instruccion|regla|norma|anterior|restriccion|limitacion|directriz|directrices|orden|todo lo|lo que|tus? |"
    r"contexto|conversacion|"
    r"instruc|regra|ordens|restric|limitac|diretriz|diretrizes|tudo|o que|(?:seus?|suas?|teus?|tuas?) (?:criador|"
    r"desenvolvedor|program|fonte|dono)|conversa|"
    r"consigne|regle|precedent|directive|limite|tout ce|ce qu|(?:tes|ton|ta|vos) |contexte|"
    r"инструкц|правил|указани|промпт|ограничени|команд|установк|все,? что|всё|предыдущ|контекст|свои[хм]?\b|"
    r"твои[хм]?\b|настройк)"
)
REVEAL: Final = (
    r"(?:reveal|print|show|give|send|tell|dump|leak|output|repeat|display|list|expose|share|disclose|write|provide|"
    r"read|paste|hand over|file moi|file|"
    r"dame|da me|muestra(?:me|s)?|muestre|ensena(?:me)?|imprime|revela(?:me)?|envia(?:me)?|dime|di|lista|comparte|"
    r"pasa(?:me)?|escribe|repite|"
    r"mostr[ae](?:[ -]me)?|imprim[ae]|revel[ae]|envi[ae]|mand[ae]|d[ae]|diga|dig[ao]|list[ae]|compartilh[ae]|"
    r"pass[ae]|exib[ae]|escrev[ae]|repit[ae]|"
    r"donne|montre(?:s)?|affiche|revele|envoie|imprime|dis|liste|partage|ecris|repete|divulgue|"
    r"покажи(?:те)?|выведи(?:те)?|пришли|скажи(?:те)?|дай(?:те)?|распечатай|раскрой|отправь|напечатай|назови|выдай|"
    r"перечисли|слей|сообщи|напиши|повтори|расскажи|выложи|скинь)"
)
THE: Final = (
    r"(?: (?:me|us|out|to|the|all|of|your|a|any|its|their|full|entire|whole|complete|current|el|la|los|las|tu|tus|"
    r"su|sus|un|una|todos?|todas?|completa|completo|o|os|as|a|seu|sua|"
    r"seus|suas|teu|tua|teus|tuas|moi|nous|le|les|ton|ta|tes|votre|vos|tous|toutes|toute|tout|du|des|de|del|do|da|"
    r"dos|das|мне|нам|свой|свои|свою|своё|свое|твой|твои|твою|твое|весь|все|всех|всю|полный|полностью|это|этого|"
    r"сюда))*"
)
# What a bot hides: by words that nobody else's papers have, and by others only where nothing says whose they are.
HIDDEN: Final = (
    r"(?:(?:system|hidden|initial|original|base|internal) (?:prompt|instruction|message|config)|prompt|промпт|"
    r"промт|"
    r"system message|config(?:uration)?\b|(?:bot|api|access|telegram)[ -](?:token|key)s?\b|tokens?\b|api keys?\b|"
    r"passwords?|servers?\b|credentials|source code|environment var\w+|databases?\b|chat ?ids?|lista de (?:los |"
    r"todos los |todos os |os )?usuarios\W*$|"
    r"contrasenas?\b|codigo fuente|base de datos|senhas?\b|codigo fonte|banco de dados|mots? de passe|code source|"
    r"base de donnees|liste des utilisateurs|токен\w*\W*$|парол\w+|конфиг\w*|исходн\w+ код|баз\w данных|"
    r"список (?:всех )?(?:пользователей|юзеров)|переменн\w+ окружения|user ?list)"
)
HIDDEN_IF_NOBODYS: Final = (
    r"(?:instructions|rules|guidelines|settings?|users?|admins?|logs?|memory|directives|secrets?|keys?|api|env|"
    r"(?:clave|llave)s?|instrucciones|reglas|configuracion|ajustes|usuarios?|administrador(?:es)?|registros|"
    r"memoria|"
    r"secretos?|chaves?|instrucoes|regras|configurac\w+|segredos?|cles?|consignes|regles|utilisateurs?|"
    r"administrateurs?|memoire|journaux|parametres|ключи?|инструкци\w|правила|настройки|пользовател\w+|админ\w*|"
    r"логи|"
    r"память|секрет\w?|юзер\w*)(?: (?:bot|now|ya|ahora|agora|maintenant|сейчас|бота))?(?=\W*$| (?:and|y|e|et|и) )"
)
WORK: Final = (
    r"(?:poem|poetry|haiku|headlines?|titular|manchete|gros titre|titre|заголов\w+|lullaby|comptine|poesie|"
    r"quadrinha|trova|versos?|verse|sonnet|song|lyrics|story|tale|"
    r"fairy ?tale|novel|essay|letter|email|e mail|tweet|post|"
    r"speech|code|script|function|program|app|website|regex|query|sql|joke|limerick|rap|"
    r"article|report|review|recipe|image|picture|photo|drawing|meme|logo|ascii|presentation|slogan|dialogue|dialog|"
    r"screenplay|thesis|paragraph|blog|ad|advert\w*|riddle|quiz|summary in|fun fact|plan|"
    r"cat|dog|horse|something|python|javascript|java|html|"
    r"poemas?|poesia|cancion|ensayo|cuento|historia|redaccion|carta|correo|discurso|codigo|programa|funcion|"
    r"articulo|informe|resena|receta|imagen|dibujo|foto|adivinanza|rima|copla|soneto|trabajo|tuit|"
    r"musica|redacao|conto|estoria|discurso|funcao|artigo|relatorio|resenha|receita|imagem|desenho|adivinha|rima|"
    r"algo|"
    r"poemes?|chanson|dissertation|redaction|conte|histoire|lettre|courriel|mail|discours|fonction|programme|"
    r"article|rapport|recette|dessin|devinette|rime|essai|"
    r"стих\w*|поэм\w*|песн\w*|частушк\w*|сказк\w*|рассказ\b|роман\b|эссе|сочинени\w*|реферат\w*|письмо|речь\b|"
    r"код\w*|скрипт\w*|программ\w*|функци\w*|стать[юя]\b|доклад\w*|курсов\w*|диплом\w*|рецепт\w*|картинк\w*|"
    r"рисун\w*|"
    r"изображени\w*|мем\w*|загадк\w*|пост\b|твит\w*|шутк\w*|анекдот\w*|историю\b|рэп|сценари\w*|слоган\w*|"
    r"что нибудь|кот\w?|котик\w*|план\b|сайт\w*|поздравлени\w*|тост\b)"
)
MAKE: Final = (
    r"(?:make up|come up with|bole|bola|invente(?:z)?|imagine|выдумай|write|compose|draft|generate|create|make|"
    r"draw|"
    r"paint|sketch|design|invent|sing|rap|code|program|build|"
    r"craft|produce|"
    r"escribe(?:me|nos)?|escribas|redacta(?:me)?|compon(?:me)?|genera(?:me)?|crea(?:me)?|haz(?:me)?|dibuja(?:me)?|"
    r"inventa(?:te)?(?:me)?|canta(?:me)?|recita(?:me)?|programa(?:me)?|disena(?:me)?|"
    r"prepara(?:me)?|"
    r"escreva(?:[ -]me)?|escreve|redija|componha|gere|gera|crie|cria|faca|faz|desenh[ae]|invent[ae]|cant[ae]|"
    r"recit[ae]|programe|elabor[ae]|"
    r"ecris(?: moi)?|ecrivez|redige(?: moi)?|compose(?: moi)?|genere(?: moi)?|cree(?: moi)?|fais(?: moi)?|"
    r"dessine(?: moi)?|invente(?: moi)?|chante(?: moi)?|recite(?: moi)?|"
    r"code(?: moi)?|prepare(?: moi)?|"
    r"напиши(?:те)?|сочини(?:те)?|придумай(?:те)?|нарисуй(?:те)?|сгенерируй(?:те)?|создай(?:те)?|составь(?:те)?|"
    r"сделай|спой(?:те)?|набросай|зачитай|накидай|запрограммируй|написать|"
    r"нарисовать)"
)
GIVE: Final = (
    r"(?:give (?:me|us)|tell (?:me|us)|read me|dame|danos|cuenta(?:me)?|recita(?:me)?|me d[ea]|(?:me )?cont[ae]|"
    r"conte me|"
    r"donne moi|raconte(?: moi)?|recite(?: moi)?|расскажи(?:те)?(?: мне| нам)?|дай(?:те)?|прочти|прочитай)"
)
# What is given without a topic of its own: "the story of Chávez" and "Maduro's speech" are asked for.
TREAT: Final = (
    r"(?:(?:an?|some|another|your best|un|una|uma|otro|outra|une|des|un autre|какой нибудь|мне|"
    r"еще)? ?(?:\w+ )?(?:jokes?|poems?|riddle|recipe|song|"
    r"fairy tale|bedtime story|fun fact|haiku|chistes?|cuento|poema|receta|adivinanza|cancion|piadas?|receita|"
    r"musica|"
    r"blagues?|poeme|recette|devinette|chanson|анекдот|сказку|шутку|стих|стишок|стихотворение|загадку|рецепт|"
    r"песню))\b"
    r"|(?:an?|una|uma|une) (?:story|historia|estoria|histoire)\W*$"
)
MACHINE: Final = (
    r"(?:dan\b|jailbr\w+|admin\w*|root|unrestricted|unfiltered|uncensored|no (?:rules|limits|restrictions|filters)|"
    r"without (?:rules|limits|restrictions|filters)|"
    r"(?:sin|sem|sans) (?:reglas|limites|restricc?iones|filtros|censura|regras|restricoes|regles|restrictions|"
    r"filtres|censure)|без (?:правил|ограничений|фильтров|цензуры)|"
    r"\b(?:ai|ia|ии)\b|gpt\w*|chatgpt|assistant|asistente|assistente|ассистент\w*|модель|hacker|hackeur|хакер\w*|"
    r"pira[tc]\w*|пират\w*|bot\b|robot\b|робот\w*|бот\b|developer|desarrollador|desenvolvedor|developpeur|"
    r"разработчик\w*)"
)
