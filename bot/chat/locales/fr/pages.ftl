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
