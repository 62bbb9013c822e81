## Sujets suivis

button-watch = Suivre ce sujet
button-watch-end = Ne plus suivre le sujet { $place }
watch-set = Sujet { $place } suivi : { $topic }
watch-set-pause = Les nouveaux passages qui correspondent seront envoyés ici, au plus une fois en { $duration }, jamais pendant les heures calmes.
watch-foot = /unwatch { $place } met fin à ce suivi. /watches les énumère tous.
watch-which = Ajoutez un sujet, par exemple : /watch { $topic }
watch-example = discussions entre le gouvernement et l’opposition
watch-too-many = Pas plus de { $limit } sujets peuvent être suivis ici. /watches les énumère ; mettez d’abord fin à l’un d’eux.
watch-administrators-only = Seuls les administrateurs de ce groupe peuvent changer ce qu’il suit.
watches-none = Aucun sujet n’est suivi ici. Pour commencer : /watch { $topic }
watches-head = { $count ->
    [one] { $count } sujet suivi
   *[other] { $count } sujets suivis
}
watches-line = { $place }. { $topic }
watches-end = /unwatch { $place } met fin au suivi qui porte ce numéro.
watch-ended = Le sujet { $place } n’est plus suivi : { $topic }
watch-ended-before = Ce sujet n’était déjà plus suivi.
watch-unknown = Il n’y a pas de sujet { $place } ici. /watches les énumère.
watch-news = Du nouveau pour le sujet { $place } : { $topic }
watch-news-repeated = Vous avez peut-être déjà reçu ce message : le bot a été interrompu pendant l’envoi.

## Corrections

button-corrections = M’avertir des corrections
corrections-set = { $count ->
    [one] Vous serez averti si cet article est corrigé ou retiré, jusqu’au { $day }.
   *[other] Vous serez averti si l’un de ces { $count } articles est corrigé ou retiré, jusqu’au { $day }.
}
corrections-asked = { $count ->
    [one] Les corrections sont signalées pour { $count } réponse. /notify off y met fin.
   *[other] Les corrections sont signalées pour { $count } réponses. /notify off y met fin.
}
corrections-which = Envoyez /notify en réponse à un de mes messages avec des passages.
corrections-off = Les corrections ne seront plus signalées.
corrections-none = Aucune correction n’était signalée ici.
corrections-in-private = Je vous ai écrit en privé.
corrections-start-first = Je ne peux pas encore vous écrire. Ouvrez une discussion privée avec moi, appuyez sur Démarrer et réessayez.
corrections-head = Quelque chose qui vous a été montré a changé
corrections-noticed = Remarqué le { $day }.
corrections-foot = /notify off met fin à ces messages.
correction-removed = Cet article a été retiré de la collection.
correction-shown = Il vous a été montré :
correction-was = Il disait :
correction-is = Il dit maintenant :
correction-gone = Cette phrase n’est plus dans l’article.
correction-title-was = Titre précédent : { $title }
correction-title-is = Titre actuel : { $title }
correction-date-was = Date précédente : { $date }
correction-date-is = Date actuelle : { $date }
correction-publisher-was = Média précédent : { $publisher }
correction-publisher-is = Média actuel : { $publisher }
correction-added = { $count ->
    [one] Nouveau ailleurs dans l’article :
   *[other] Nouveau ailleurs dans l’article, { $count } phrases :
}
correction-added-more = et { $count } de plus
correction-taken-out = Phrases disparues ailleurs dans l’article : { $count }
correction-too-long = L’article a changé ; le changement est trop long pour être cité ici.
