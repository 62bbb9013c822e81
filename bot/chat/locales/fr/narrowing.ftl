## Restreindre une réponse : boutons

button-narrow = Restreindre
button-back = Retour
narrow-language = Langue
narrow-publisher = Média
narrow-before = Avant un jour
narrow-after = Après un jour
choose-language = En { $language }
choose-before = Avant le { $day }
choose-after = Après le { $day }
button-all-languages = Toutes les langues
button-all-publishers = Tous les médias
button-nothing-left-out = Ne rien écarter
button-timeline = Chronologie
button-answers-it = Cela répond
button-not-it = Cela ne répond pas

## Restreindre une réponse : ce qui s’applique

only-languages = Seulement en { $languages }.
only-publishers = Seulement : { $publishers }.
left-out-publishers = Écartés : { $publishers }.
left-out-owners = Écartés selon leur propriétaire : { $kinds }.
asked = Question : { $question }
no-answer-narrowed = La collection n’a rien dans ces limites.

## Restreindre avec des mots

narrow-how = Répondez à l’une de mes réponses en disant à quoi la restreindre, par exemple : /only en français, /only TASS, /only avant le { $day }. /only tout annule la restriction.
more-how = Répondez à l’une de mes réponses avec /more, /nearest ou /context et un numéro.
no-more = Il n’y a pas d’autres passages.

## Groupes

introduction = Bonjour ! Écrivez /ask et votre question, et je réponds par des passages d’articles de presse, cités mot pour mot.
button-not-yours = Dans ce groupe, seule la personne qui a posé la question peut utiliser ces boutons.
other-chats-only = Ce bot ne fonctionne que dans certains chats, et celui-ci n’en fait pas partie. Au revoir !
other-people-only = Ce bot ne fonctionne que dans certains chats, et celui-ci n’en fait pas partie.
