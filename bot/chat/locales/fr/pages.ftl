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
help-answer = Pour une réponse, en répondant à celle-ci :
help-more = /more : les passages suivants
help-context = /context 2 : le texte autour du passage 2
help-nearest = /nearest : les passages les plus proches, quand rien ne répond
help-only = /only en français : la restreindre ; /only tout : lever les limites
help-notify = /notify : être prévenu des corrections
help-feedback = /feedback yes, /feedback no : si elle vous répond ou non
help-overview = Pour une vue d’ensemble, avec une période si vous voulez :
help-timeline = /timeline et un sujet : les articles jour par jour, avec un graphique
help-compare = /compare et un sujet : ce que disent des médias de propriétaires différents
help-sources = /sources : les médias ; /source et un nom : l’un d’eux
help-later = Pour vous, maintenant et plus tard :
help-watch = /watch et un sujet : les nouveaux passages vous sont envoyés ; /watches les énumère
help-settings = /settings : langue, nombre de passages, ce qui est exclu et plus encore
help-privacy = /privacy : ce qui est conservé ; /forget : l’effacer
help-about = /about : ce que contient la collection
help-admin = Pour les administrateurs du bot :
help-status = /status : l’état du bot ; /feedback : le nombre de votes
help-reindex = /reindex : relire la collection ; /rollback : revenir à l’instantané précédent
help-article = /article ou /remove et un nom de fichier, une partie de ce nom ou sa forme courte : montrer un article, le retirer
help-adding = Pour ajouter un article, envoyez en privé un fichier ou une adresse.
help-in-group = Écrivez /ask et votre question, ou votre question avec @{ $username }. En réponse à un message, /ask cherche ce que dit ce message.
help-in-group-read = Touchez une citation pour la voir en entier. Répondre à une réponse, c’est demander la suite : « et en mars ? »
help-in-group-words = Aussi en réponse à une réponse : /more, /context 2, /only en français
help-in-group-rest = Vues d’ensemble : /timeline, /compare, /sources. Tout le reste : /help en privé.
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
