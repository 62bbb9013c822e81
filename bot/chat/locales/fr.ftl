# Ce que voient les lecteurs, en français. Mêmes clés et mêmes variables que dans les autres catalogues ; aucun balisage.
# Les espaces devant « : », « ; », « ? » et « ! » sont insécables.

## Commandes

command-ask = Poser une question
command-start = Commencer ici
command-help = Comment demander
command-about = Ce que contient la collection
command-status = L’état du bot
command-reindex = Relire la collection
command-sources = Les médias et leurs articles
command-article = Montrer un article
command-remove = Retirer un article

## Dates

period-closed = du { $first } au { $last }
period-since = depuis le { $day }
period-until = jusqu’au { $day }
period-all = toutes les dates
moment = { $day }, { $time } UTC

## En-tête d’une réponse

head-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
head-range = Passages { $first } à { $last } sur { $total }
head-last = Passage { $number } sur { $total }
head-nearest = { $count ->
    [one] Le passage le plus proche. Il ne répond peut-être pas à la question.
   *[other] Les passages les plus proches. Ils ne répondent peut-être pas à la question.
}
head-publishers = { $count ->
    [one] { $count } média
   *[other] { $count } médias
}
head-publishers-known = { $count ->
    [one] { $count } média connu
   *[other] { $count } médias connus
}
head-publishers-unknown = média inconnu
head-undated = { $count } sans date
head-dates-unknown = dates inconnues

## Un passage

publisher-unknown = Média inconnu
ownership-state = média d’État
ownership-public = service public
ownership-private = privé
ownership-nonprofit = à but non lucratif
ownership-party = média de parti
ownership-unknown = propriétaire inconnu
date-unknown = date inconnue
hit-digest = notre résumé
hit-language = en { $language }
hit-agency = agence : { $agency }
hit-other-side = un autre côté
also-entry = { $publisher } ({ $date })
also = Aussi : { $list }
also-more = { $count } de plus
open-article = Ouvrir l’article
shortened-before = [le passage commence plus haut …]
shortened-after = [… le passage continue]
article-before = [l’article commence plus haut …]
article-after = [… l’article continue]
quote-open = « 
quote-close =  »

## Notes sous une réponse

note-outside-coverage = Les dates demandées sont en dehors de la collection, qui s’étend { $period }.
note-outside-undated = Les dates demandées ne peuvent pas être vérifiées : aucun article de la collection n’est daté.
note-undated-left-out = Les articles sans date ont été laissés de côté.
note-one-side = Tous ces passages viennent d’un seul côté.
note-no-language = La collection n’a pas d’articles en { $language }.
period-only = Seulement les articles de ces dates : { $period }.
period-first = D’abord les articles de ces dates : { $period }.

## Pas de réponse

no-answer = Aucun passage de la collection ne répond à cette question.
no-answer-period = La collection n’a rien pour ces dates : { $period }.
small-talk = Bonjour ! Je réponds aux questions par des citations tirées d’une collection d’articles de presse. Par exemple :
instruction = Je ne peux que citer une collection d’articles de presse. Interrogez-moi sur l’actualité, par exemple :
gibberish = Je n’ai pas trouvé de question dans ce message. Essayez avec quelques mots, par exemple :
example-question = Où ont eu lieu les discussions entre le gouvernement et l’opposition ?
coverage = La collection contient { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} en { $languages } ; dates de publication : { $undated ->
    [0] { $period }.
   *[other] { $period } ; sans date : { $undated }.
}
coverage-undated = La collection contient { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} en { $languages }, sans dates.

## Boutons

button-context = Contexte { $number }
button-more = Suite
button-nearest = Passages les plus proches
button-all-dates = Toutes les dates

## Accueil, aide, à propos

start = Posez une question avec vos propres mots. La réponse est une courte liste de passages d’articles de presse et de résumés de ceux-ci, cités mot pour mot, chacun avec son média et sa date.
start-next = Envoyez votre question comme message. /help en dit plus.
example = Par exemple : { $question }
help-ask = Écrivez la question comme vous la poseriez à quelqu’un, en français, anglais, espagnol, russe ou portugais. Les passages peuvent être dans chacune de ces langues.
help-dates = Indiquez une date ou une période pour préciser : « le 1er mai 2019 », « en mars ». « { button-all-dates } », sous la réponse, lève cette limite.
help-read = Touchez une citation pour la voir en entier. « Contexte » montre le texte qui l’entoure, et le lien ouvre l’article lui-même.
help-digest = « Notre résumé » signifie que le passage cite notre propre résumé, et non les mots du média.
help-group = Dans un groupe : /ask et votre question.
help-inline = Dans n’importe quelle discussion : @{ $username } et votre question.
help-nothing = Quand rien dans la collection ne répond, le bot le dit. Il n’écrit jamais de réponse à lui.
help-admin = Pour les administrateurs : /status montre l’état du bot, /reindex relit la collection. /sources énumère les médias ; /article et /remove avec un nom de fichier montrent ou retirent un article. Pour en ajouter un, envoyez en privé un fichier ou une adresse.
about = Le bot trouve des passages dans une collection d’articles de presse et les cite mot pour mot. Il n’ajoute rien et ne tire aucune conclusion.
about-digests = Là où figure « notre résumé », les mots sont ceux de notre propre résumé ; le lien mène à l’original.
about-ownership = Nous indiquons à qui appartient un média quand nous le savons. « Inconnu » veut dire que nous ne le savons pas.
about-counts = { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} de { $publishers ->
    [one] { $publishers } média
   *[other] { $publishers } médias
}.
about-language = En { $language } : { $count }
about-built = Dernière lecture : { $moment } ({ $ago }).

## Phrases courtes

question-empty = Ajoutez votre question, par exemple : /ask { $question }
question-too-long = C’est trop long pour une seule question. Restez en dessous de { $limit } caractères.
failure = Un problème est survenu de notre côté. Réessayez dans un instant.
too-many-questions = Cela fait beaucoup de questions à la fois. Attendez un instant, puis demandez de nouveau.
button-too-old = Cette réponse est trop ancienne pour ses boutons. Posez de nouveau la question.
not-administrator = Cette commande est réservée aux administrateurs.
no-snapshot = La collection est encore en préparation. Réessayez plus tard.

## Pour les administrateurs

status-building = La collection est en cours de relecture.
status-idle = Aucune lecture en cours.
status-uptime = En marche depuis { $duration }
status-questions = Questions traitées depuis le démarrage : { $count }
status-memory = Mémoire : { $megabytes } Mo
status-engine = Moteur : { $engine }
status-snapshot = Version de l’index : { $snapshot }
status-feeds = Flux : { $count }
status-feed = { $host } : lu { $ago }, articles jusqu’ici : { $articles }
status-feed-not-yet = { $host } : pas encore lu
status-feed-failing = { $host } : en échec depuis le { $moment }. Raison : { $reason }
status-feed-never-worked = { $host } : n’a jamais pu être lu. Raison : { $reason }
build-started = Lecture de la collection. Le bot continue de répondre pendant ce temps.
build-busy = La collection est déjà en cours de lecture. Attendez qu’elle se termine.
build-failed = La collection n’a pas pu être lue ; le bot garde ce qu’il avait. Raison : { $reason }
build-stage = { $stage } : { $done } sur { $total }
build-stage-open = { $stage }
stage-read = Lecture des articles
stage-encode = Encodage des passages
stage-publish = Publication de l’index
build-finished = Collection lue : { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}.
build-changes = Ajoutés : { $added }. Modifiés : { $changed }. Retirés : { $removed }.
build-work = Passages encodés : { $encoded }. Réutilisés : { $reused }. Durée : { $duration }.
build-skipped = Fichiers ignorés : { $count }
build-skipped-more = et { $count } de plus

## Articles à la main

draft-many = Articles dans ce fichier : { $count }
draft-skipped = Parties ignorées : { $count }
draft-button-add = Ajouter
draft-button-add-all = Tout ajouter
draft-button-cancel = Annuler
draft-button-date = Changer la date
draft-button-publisher = Changer le média
draft-button-remove = Retirer
draft-button-keep = Garder
draft-button-undo = Rétablir
draft-button-reindex = Relire maintenant
draft-copies = Ressemble à :
draft-date = Date : { $date } (trouvée dans : { $found })
draft-date-unknown = Date : inconnue
draft-publisher = Média : { $publisher }
draft-size = En { $language }, passages : { $passages }
draft-file = Fichier : { $file }
draft-added = Ajoutés : { $new }. Remplacés : { $changed }. Déjà présents : { $same }.
draft-reindex = /reindex le fait entrer dans les réponses.
draft-ask-date = Quelle date ? Envoyez-la sous la forme 2019-05-02 ou en toutes lettres, ou bien - si elle est inconnue.
draft-ask-publisher = Quel média ? Envoyez son nom, ou bien - s’il est inconnu.
draft-wrong-date = Cette date ne convient pas ici. Envoyez-la sous la forme 2019-05-02, ou bien - si elle est inconnue.
draft-wrong-publisher = Ce n’est pas le nom d’un média. Envoyez une ligne de 80 caractères au plus, ou bien - s’il est inconnu.
draft-left = Rien ne change.
draft-cancelled = Rien n’a été modifié.
draft-gone = C’est déjà réglé, ou trop ancien. Envoyez-le de nouveau.
draft-remove-sure = Retirer cet article de la collection ?
draft-removed = Retiré : { $file }. Il quittera les réponses à la prochaine lecture ; d’ici là, il peut être rétabli.
draft-put-back = L’article est de retour.
draft-undo-late = La collection a été relue depuis : ce n’est plus possible ici. Le fichier est encore dans le dossier .removed.
draft-unreadable = Cela n’a pas fonctionné. Raison : { $reason }
draft-too-large = Le fichier dépasse 20 Mo. Placez-le dans le dossier du corpus.
draft-name-missing = Ajoutez le nom du fichier de l’article, par exemple : /article 2019-05-02-example-talks
sources = Médias : { $count }
