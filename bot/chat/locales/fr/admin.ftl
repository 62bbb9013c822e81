## Pour les administrateurs

status-building = La collection est en cours de relecture.
status-idle = Aucune lecture en cours.
status-uptime = En marche depuis { $duration }
status-questions = Questions traitées depuis le démarrage : { $count }
status-memory = Mémoire : { $megabytes } Mo
status-engine = Moteur : { $engine }
status-snapshot = Version de l’index : { $snapshot }
status-previous = Version de repli : { $snapshot }
status-no-previous = Pas de retour possible : il n’y a pas de version plus ancienne.
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
rollback-sure = Revenir à la version { $previous } ? Le bot répondra avec elle, et { $live } sera retirée jusqu’à la prochaine lecture.
rollback-by-words = Sans boutons : { $command }
rollback-button-go = Revenir
rollback-button-keep = Ne rien changer
rollback-done = Le bot répond maintenant avec { $live }. La version { $withdrawn } est retirée ; la prochaine lecture en publiera une nouvelle.
rollback-left = Rien n’a été modifié.
rollback-nothing-older = Il n’y a pas de version plus ancienne à laquelle revenir.
rollback-outdated = Les versions ont changé entre-temps. Envoyez de nouveau /rollback.
rollback-failed = Le retour n’a pas été possible ; le bot garde ce qu’il avait. Raison : { $reason }

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
draft-agency = Agence : { $agency }
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
draft-words = Après /draft, écrivez l’un de ces mots : { $words }. Avec une valeur : /draft date 2019-05-02.
