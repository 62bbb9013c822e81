# Ce que voient les lecteurs, en français. Mêmes clés et mêmes variables que dans les autres catalogues ; aucun balisage.
# Les espaces devant « : », « ; », « ? » et « ! » sont insécables.

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
note-ambiguous-date = La date n’a pas été prise en compte, car elle peut se lire jour/mois ou mois/jour : écrivez le mois en lettres (3 mai 2019).
note-one-side = Tout ce qui a été trouvé à ce sujet vient d’un seul côté.
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
