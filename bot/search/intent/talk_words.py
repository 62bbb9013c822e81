"""The words of small talk in five languages, folded as `tokens.words` gives them.

A message of these words only holds nothing that a collection of articles could be asked for, so words that articles
are about (president, power, war, oil, food) stay out, however common they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class TalkWords:
    """A language's words of small talk.

    `telling` words make small talk of plain ones around them; words that speak to the bot (`you`) do so too, and
    feelings beside a word for oneself. `plain` words alone make nothing: "where does he live" is a question.
    """

    telling: frozenset[str]
    you: frozenset[str]
    oneself: frozenset[str]
    feelings: frozenset[str]
    plain: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EN = TalkWords(
    telling=_words(
        "thnks helo bonjour g'day gday appreciate appreciated congratulations hallelujah bravo hi hello hallo "
        "hullo hellow hey heya hiya yo howdy greetings morning mornin afternoon evening thanks thank thx tnx thnx "
        "thanx tysm ty cheers bye goodbye goodnight byebye cya lol lmao rofl lmfao omg wow wtf ok okay okey okie "
        "yep yup yeah nope cool nice great awesome amazing brilliant fantastic wonderful congrats sorry oops sup "
        "wassup whatsup wazzup test testing ping joke jokes riddle bored bot bots chatbot robot dateline chatgpt "
        "gpt siri alexa stupid dumb idiot moron loser suck sucks useless crap bullshit shit fuck fucking damn "
        "asshole bitch whatever hmm hm huh meh ugh yay weather hugs kisses xoxo gotcha understood nevermind nvm "
        "smartass dumbass"
    ),
    you=_words("you u your ur yours yourself ya you're youre you've youve you'll you'd urself"),
    oneself=_words("i i'm im i've ive i'd i'll me my myself am feel feeling"),
    feelings=_words(
        "sad lonely alone tired happy depressed hungry sleepy angry anxious scared fine sick upset crying cry "
        "drunk love stressed unhappy exhausted excited glad down unwell confused lost thirsty heartbroken nervous "
        "worried miserable"
    ),
    plain=_words(
        "sure stuff sense reading pays pay paid left leave leaves topic topics subject subjects cover hosted "
        "trained programmed configured based located response reply useful accurate sleeping eating watching "
        "supposed able saying anymore impressed impressive solid helping a an the is are r was be been being am do "
        "does did don't dont doesn't can can't cant could will won't would should may might must have has had "
        "haven't got get it it's its this that that's these there there's here who who's what what's whats where "
        "where's when why how how's hows which and or but so if then to too of in on at for from by with about as "
        "like just only also even still ever never always again now today tonight tomorrow day days night week "
        "weekend year time times long life world not no yes please pls plz very really truly actually such much "
        "many lot lots more most bit little all any some something anything nothing everything someone anyone "
        "anybody somebody everyone up down out off over well good better best bad worse worst terrible awful "
        "horrible perfect excellent lovely beautiful pretty cute sweet kind funny smart clever intelligent wise "
        "fast slow helpful boring annoying crazy silly weird strange real alive human person man woman male female "
        "boy girl guy machine computer program app ai software name called old young age born birthday made make "
        "makes create created creator built build wrote developer programmer designed train owner boss maker "
        "mother father mom dad mum parents family brother sister wife husband girlfriend boyfriend friend friends "
        "buddy mate dude bro sir child children kids pet cat dog work works working function go going gone come "
        "coming came back doing done know knows think thinking feel feeling feelings emotions soul brain heart "
        "body want wanna need love loves loved likes hate miss marry married single date kiss hug help helps "
        "helped use used using purpose live lives living stay sleep eat drink dream dreams dance sing song music "
        "movie film book colour color favorite favourite hobby hobbies speak speaking talk talking tell say said "
        "chat listen hear hearing see seeing look meet understand learn read write english spanish russian french "
        "portuguese language languages answer answers question questions ask message me my i i'm im he she him her "
        "we us our they them mine one two laugh smile cheer play game games fun later soon care take job happen "
        "laughing happy sad tired lonely hungry i've i'd i'll let let's lets full free welcome pleasure new around "
        "everybody folks team guys amigo first last thing things way lie lying trust fake part true serious "
        "seriously kidding joking wrong right brilliant genius expert rude polite mean meaning else shut mouth die "
        "yourself myself hell ass outside rain sunny hot cold raining snow snowing forecast"
    ),
)

_ES = TalkWords(
    telling=_words(
        "grasias gracais hla enhorabuena crack maquina buenisimo buenisima hola ola holi holis holiwis hello hi "
        "hey buenas wenas buen buenos buenass gracias grax thx agradezco agradecido agradecida adios chao chau bye "
        "vale okey ok okay oki genial chevere bacano guay estupendo fantastico excelente maravilloso increible "
        "bravo felicidades felicitaciones saludos lol xd jaja jeje perdon disculpa perdona test prueba probando "
        "chiste chistes broma bot bots robot chatbot dateline chatgpt gpt siri alexa estupido estupida idiota "
        "imbecil tonto tonta inutil tarado pendejo mierda puta puto cono carajo joder verga cabron aburro callate "
        "muerete clima beso besos abrazo abrazos wow aja ajam onda pana parce"
    ),
    you=_words(
        "amaneciste dormiste hiciste has pagan escribes trabajas cansas aburres tu te ti tus tuyo tuya contigo vos "
        "usted ustedes eres sos seras fuiste estas andas tienes puedes podes podrias sabes haces vives hablas "
        "quieres funcionas sirves llamas existes duermes comes entiendes conoces sientes amas odias piensas "
        "mientes escuchas oyes ves lees naciste encuentras dedicas sabrias gustas ayudas ayudarme cuentame dime "
        "hazme dame diviertes ayudame vete largate"
    ),
    oneself=_words("yo me mi mio estoy soy ando tengo siento conmigo necesito"),
    feelings=_words(
        "triste aburrido aburrida solo sola cansado cansada feliz deprimido deprimida hambre sueno enojado enojada "
        "enfermo enferma contento contenta amor sed miedo perdido perdida ansioso ansiosa nervioso nerviosa alegre "
        "borracho borracha confundido confundida preocupado preocupada mal bien desesperado desesperada frio"
    ),
    plain=_words(
        "hecho paga pagar confiar fiar fiarme temas tema lee leer entrenado entrenaron pudiste respuesta pesimo "
        "pesima horrible fatal dejo mundo opinion util responder entiende acuesta rapido programaron atras a al "
        "ante con de del desde el la los las lo un una unos unas y o e u pero si no ni que quien quienes cual "
        "cuales como cuando cuanto cuantos cuantas donde por para porque es son era fue ser estar esta este esto "
        "eso ese esa ahi alli aqui aca algo alguien nada nadie todo toda todos todas muy mas menos mucho mucha "
        "muchas muchos mil tan tanto poco ya ahora hoy manana ayer tarde tardes noche noches dia dias semana vez "
        "tiempo hora ano anos edad siempre nunca luego pronto despues hasta entonces tambien solo bien mal mejor "
        "peor bueno buena malo mala lindo linda bonito bonita guapo guapa listo lista inteligente gracioso "
        "graciosa divertido divertida aburrido aburrida amable simpatico simpatica loco loca raro real vivo viva "
        "humano humana persona hombre mujer chico chica maquina computadora ordenador programa ia inteligencia "
        "artificial nombre llamo llama llamarte creo crear creador hizo hicieron programo invento diseno "
        "desarrollo dueno jefe madre padre mama papa familia hermano esposa marido novia novio amigo amiga amigos "
        "hermanos hijo hijos mascota perro gato hacer hago hace haciendo va vas van ir voy vamos tal pasa paso qué "
        "hay sentir sentimientos emociones alma corazon cerebro cuerpo quiero quiere quererme casarte conmigo amo "
        "odio amor gusta gustan gusto encanta encantado encantada ayuda ayudar ayudaste sirve uso usar usarte "
        "vivir duerme comer come dormir sonar bailar cantar cancion musica pelicula libro color favorito favorita "
        "comida hablar habla hablo decir dices dijiste contar cuenta escuchar entender aprender escribir espanol "
        "ingles ruso frances portugues idioma idiomas respuestas pregunta preguntas preguntar mensaje estoy soy "
        "tengo mi mis me yo se nos le les su sus reir risa reirme jugar juego juegos hermoso estas favor porfa "
        "porfavor senor senora queda bendiciones descansa lluvia llover llueve frio calor sol vida q k x d xq tb "
        "tmb pq porq cosa cosas verdad mentira seguro serio acuerdo trabajo sirven encontrar gente ganas da asco "
        "feliz navidad cumpleanos pascuas fin prospero igualmente bienvenido bienvenida puedo podria"
    ),
)

_PT = TalkWords(
    telling=_words(
        "obrigad obigado obrigda arrasou sensacional oi oie oii oiee ola hey hi hello opa eae salve bom boa "
        "obrigado obrigada brigado brigada brigadao obg obgd valeu vlw agradeco agradecido grato grata tchau xau "
        "adeus falou blz beleza ok okay legal massa show otimo maravilhoso incrivel excelente parabens bravo "
        "abraco abracos beijo beijos bjs lol kkk rsrs haha desculpa desculpe test teste testando piada piadas bot "
        "bots robo chatbot dateline chatgpt gpt siri alexa idiota burro burra estupido estupida imbecil inutil "
        "merda porra caralho bosta fdp lixo otario wow nossa uau eita entediado entediada clima tranquilo jovem"
    ),
    you=_words(
        "dormiu entende tu te ti teu tua teus tuas contigo voce voces vc vcs ce es estas tens podes sabes fazes "
        "vives falas chamas queres consegues me-ajuda ajude conta conte faz"
    ),
    oneself=_words("eu me mim meu minha estou to tou sou tenho sinto comigo preciso ando"),
    feelings=_words(
        "triste sozinho sozinha so cansado cansada feliz deprimido deprimida fome sono bravo brava doente contente "
        "amor sede medo perdido perdida ansioso ansiosa nervoso nervosa alegre bebado confuso confusa preocupado "
        "preocupada mal bem desesperado saudade tedio entediado frio"
    ),
    plain=_words(
        "paga pagar confiar feito assunto assuntos tema temas le ler treinado treinaram resposta pessimo pessima "
        "horrivel fico deixou melhor mundo responder rapido programado gente pessoal galera a ao aos o os as um "
        "uma uns umas de do da dos das em no na nos nas por pelo pela pelos para pra pro com sem e ou mas se nao "
        "sim que quem qual quais como quando quanto quantos quantas onde porque sao era foi ser estar esta este "
        "isso isto esse essa ai ali aqui la algo alguem nada ninguem tudo todo toda todos muito muita muitos "
        "muitas mais menos tao tanto pouco ja agora hoje amanha ontem dia dias tarde noite semana vez tempo hora "
        "horas ano anos idade sempre nunca logo depois ate entao tambem so bem mal pior bom boa mau ma lindo linda "
        "bonito bonita esperto esperta inteligente engracado engracada chato chata gentil simpatico util louco "
        "louca estranho real vivo viva humano humana pessoa homem mulher menino menina maquina computador programa "
        "ia inteligencia artificial nome chama chamo criou criar criador fez fizeram programou inventou "
        "desenvolveu dono chefe mae pai familia irmao esposa marido namorada namorado amigo amiga amigos filho "
        "filhos cachorro gato fazer faco fazendo vai vou vamos ir indo tal passa ha tem tens sentir sentimentos "
        "emocoes alma coracao cerebro corpo quer quero casar comigo amo odeio gosta gosto adoro ajuda ajudar "
        "ajudou me serve servir uso usar viver vive mora morar duerme dorme dormir come comer sonha dancar cantar "
        "musica filme livro cor favorito favorita falar fala dizer diz disse contar ouvir entende entender "
        "aprender escrever portugues ingles espanhol russo frances lingua linguas idioma idiomas respostas "
        "pergunta perguntas perguntar mensagem estou sou tenho meu minha eu mim seu sua seus suas rir risada jogar "
        "jogo favor senhor senhora descansa chuva chover frio calor sol vida coisa coisas verdade mentira serio "
        "acordo trabalho trabalha pode poderia sabe consegue funciona existe faz conhece cala boca demais mesmo "
        "mesma cara mano fofo fofa natal feliz aniversario pascoa fim prazer conhecer conhece-lo saudacoes "
        "bem-vindo certo novidades novo nova vindo calar"
    ),
)

_FR = TalkWords(
    telling=_words(
        "bonjor bonjur bonjours bojour salu mercii top nickel chapeau bonsoir bonjour bjr bjour salut slt coucou "
        "cc hello hi hey bsr bonne merci mrc remercie bye ciao ok okay d'accord dac super genial cool formidable "
        "excellent magnifique incroyable bravo felicitations bisous bises bise mdr lol ptdr haha xd desole desolee "
        "pardon test blague blagues devinette bot bots robot chatbot dateline chatgpt gpt siri alexa stupide idiot "
        "idiote con connard connasse salope imbecile debile nul nulle inutile merde putain foutre gueule wow ouah "
        "oups hein bof ouais meteo ennuie m'ennuie"
    ),
    you=_words(
        "tu te t' toi ton ta tes tien vous votre vos t'es t'as t'a t'aime t'appelles t'appelle t'adore t'ont t'en "
        "t'embete raconte dis fais aide tais"
    ),
    oneself=_words("je j'ai j' j'aime j'adore j'en moi me m'ennuie mon ma mes suis m'aider m'aimes m'a m'as m'epouser"),
    feelings=_words(
        "triste seul seule fatigue fatiguee content contente heureux heureuse deprime deprimee faim sommeil malade "
        "colere amour soif peur perdu perdue anxieux anxieuse nerveux nerveuse joyeux stresse stressee inquiet "
        "inquiete mal bien ennui bourre froid"
    ),
    plain=_words(
        "dormi confiance sujet sujets theme themes paie paye payer lit lire entraine entrainee reponse pourrie "
        "horrible meilleur meilleure monde fais faire concu programme codee base quitte gentils repondre vivante "
        "rapide puis toute a au aux le la les l un une des de du d en dans sur pour par avec sans et ou mais si "
        "non oui ne n pas ni que qu qui quoi quel quelle quels quelles comment quand combien pourquoi est es suis "
        "sont etait etre as ai ont avoir ce c cet cette ces c'est ca cela quelqu'un quelqu quelque chose rien tout "
        "tous toutes tres plus moins beaucoup bcp infiniment tellement trop peu deja maintenant aujourd'hui demain "
        "hier jour journee soir soiree nuit matin semaine fois temps heure heures an ans age toujours jamais "
        "bientot tard apres alors aussi seulement bien mal mieux pire bon bonne mauvais beau belle joli jolie "
        "mignon intelligent intelligente malin drole ennuyeux gentil gentille sympa utile fou folle bizarre reel "
        "vrai vraie vivant humain humaine personne homme femme garcon fille machine ordinateur ia intelligence "
        "artificielle nom prenom appelle appelles cree creer createur fait fabrique invente developpe maitre "
        "patron mere pere maman papa famille frere mari copine copain ami amie amis enfant enfants chien chat vas "
        "va vais aller allez neuf il y sens sent sentir sentiments emotions ame coeur cerveau corps veux veut "
        "voudrais epouser marier m'epouser aimes aime adore deteste amour aide aider m'aider sert sers servir "
        "utilise utiliser peux peut pouvez pourrais sais savez connais fonctionnes fonctionne marches vis habites "
        "habite viens dors dormir manges manger reves danser chanter chanson musique film livre couleur prefere "
        "preferee parler parles parle dire dit dis raconter ecouter comprends comprendre apprendre ecrire francais "
        "anglais espagnol russe portugais langue langues reponses question questions message je moi me mon ma mes "
        "nous on se son sa ses leur rire jouer jeu s'il plait monsieur madame reste repose pluie pleuvoir pleut "
        "froid chaud soleil vie choses verite mensonge serieux travail travailles fort forte vraiment qu'est "
        "est-ce noel joyeux anniversaire annee revoir prochaine enchante enchantee ravi bienvenue savoir la-bas "
        "pense penses as-tu etes allez-vous moque faites infos"
    ),
)

_RU = TalkWords(
    telling=_words(
        "првиет привт спасибр капец жесть огонь бомба красава красавчик топ привет превет приветик приветики "
        "приветствую прив здравствуй здравствуйте здрасте здрасьте здарова здорово здоров хай хелло хеллоу салют "
        "алло ало добрый доброе доброго доброй спокойной спасибо спс спасиб пасиб пасиба спасибочки благодарю "
        "благодарен благодарна пожалуйста пока покеда досвидания ок окей оке лан ладно круто класс супер отлично "
        "прекрасно замечательно шикарно потрясающе молодец умница браво поздравляю лол ахах хаха хехе хах кек ржу "
        "извини извините прости простите сорри тест тестирую проверка анекдот анекдоты шутка шутку шутки пошути "
        "рассмеши бот бота боту ботик робот чатбот чатгпт гпт chatgpt gpt сири алиса dateline тупой тупая глупый "
        "идиот дурак дура дебил придурок бесполезный бесполезная бесполезен урод козел говно дерьмо блин блять бля "
        "нахуй хуй сука пиздец заткнись отстань погода погоду вау ого упс эх ну-ну угу ага скучно грустно одиноко"
    ),
    you=_words(
        "разбираешься спал доверяешь отвечаешь врешь скажешь устаешь ешь пьешь смеешься шутишь учишься ты тебя "
        "тебе тобой тобою твой твоя твое твои твоего твоей вы вас вам вами ваш ваша ваше умеешь можешь знаешь "
        "работаешь живешь думаешь любишь хочешь понимаешь слышишь спишь делаешь существуешь чувствуешь умеете "
        "можете знаете говоришь пишешь помнишь видишь иди расскажи скажи помоги выходи поговори сможешь будешь"
    ),
    oneself=_words("я мне меня мной мой моя мое у чувствую хочу"),
    feelings=_words(
        "грустный грустная устал устала рад рада счастлив счастлива грущу скучаю плохо хорошо тоскливо страшно "
        "болею голоден голодна спать влюбился влюбилась люблю злой зла боюсь плачу одинок одинока пьян расстроен "
        "расстроена тревожно депрессия весело больно холодно"
    ),
    plain=_words(
        "спалось лучший лучшая свете мире ничего сделан сделана доверять верить темах темы тема платит платить "
        "обучен обучали ответ ужасный ужасно отвратительный кошмар читает понятно глупости ерунда чушь молчишь "
        "спишь ешь вопросы нибудь рассказать какие каких умеет а и в во на с со к ко о об от до из за под про для "
        "по без у не ни да нет ну же ли бы то это этот эта эти так там тут здесь где кто что чего чем чему кого "
        "кем как какой какая какое каков который когда почему зачем сколько куда откуда есть был была было были "
        "быть будет будут все всё всем всех весь очень много мало больше меньше большое огромное самый самая лучше "
        "хуже уже еще теперь сейчас сегодня завтра вчера утро утра утром день дня днем вечер вечера вечером ночь "
        "ночи ночью неделя раз два три четыре пять время времени час лет год годом годик всегда никогда скоро "
        "потом тогда тоже только хорошо плохо нормально норм хороший хорошая плохой умный умная смешной смешная "
        "веселый добрая злая красивый красивая милый милая странный настоящий живой живая человек человеком людям "
        "мужчина женщина парень девушка мальчик девочка машина компьютер программа программой ии искусственный "
        "интеллект имя зовут звать создал создали сделал сделали создатель придумал написал разработал разработчик "
        "хозяин начальник мама папа родители семья брат сестра жена муж друг друзья друга подруга дети собака "
        "кошка кот дела дело делать работает живет жить чувства чувство эмоции душа сердце мозг тело хочет люблю "
        "любит любовь ненавижу нравится нравлюсь нравишься замуж жениться помочь помог помогла помощь выручил "
        "выручила служишь нужен нужна нужно пользоваться спать пить мечты мечтаешь танцевать петь песня песню "
        "музыка музыку фильм книга цвет любимый любимая любимое говорить болтать поболтать поболтаем поговорим "
        "поговорить рассказывай слушать понимать учиться читать писать русский по-русски русски английский "
        "английски язык языки языке ответы ответить вопрос спросить сообщение я мне меня мной мой моя мы нам нас "
        "он она оно они его ее свой свою себя себе смеяться играть игра дождь дождя снег холодно жарко солнце мир "
        "жизнь вещь правда ложь серьезно согласен работа можно надо че чо шо чё настроение настроения успехи "
        "поживаешь поживаете новости-то нового новенького кстати просто такой такая такое таков ж приятно "
        "познакомиться знакомы рождения праздником рождеством новым свидания встречи связь связи прием живые "
        "кто-нибудь тобою сам сама сами вообще реально всё-таки удачи счастливо всего пойду погулять скучаешь "
        "отдыхай занят свободен старый возраст родился типа или либо"
    ),
)

TALK_WORDS: Final = {"en": _EN, "es": _ES, "pt": _PT, "fr": _FR, "ru": _RU}
