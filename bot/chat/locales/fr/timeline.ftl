## Chronologies : les articles jour par jour, et le graphique avec les mêmes nombres

timeline-head = Chronologie : { $topic }
timeline-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
timeline-also = Le même jour : { $list }
timeline-undated = { $count ->
    [one] { $count } article sur ce sujet n’a pas de date.
   *[other] { $count } articles sur ce sujet n’ont pas de date.
}
timeline-undated-outside = { $count ->
    [one] { $count } autre article sur ce sujet n’a pas de date : il est peut-être de ces jours-là, ou non.
   *[other] { $count } autres articles sur ce sujet n’ont pas de date : ils sont peut-être de ces jours-là, ou non.
}
timeline-undated-names = Sans date : { $list }
timeline-page = Jours { $first } à { $last } sur { $total }
timeline-page-last = Jour { $number } sur { $total }
timeline-goes-on = La suite : /timeline { $topic } { $period }
timeline-one-day = Un jour en entier : /timeline { $topic } le { $day }
timeline-best-only = Seuls les { $count } articles les plus pertinents sont comptés. Une période précise la recherche.
timeline-none = Aucun article de la collection ne porte clairement là-dessus. /ask trouve les passages les plus proches.
timeline-topic-missing = Ajoutez un sujet et, si vous voulez, une période. Par exemple : /timeline { $topic }
timeline-example = négociations à Oslo, mai 2019
timeline-no-chart = Le graphique n’a pas pu être dessiné ; les nombres sont dans le texte.
chart-articles-day = articles par jour
chart-articles-month = articles par mois
chart-articles-year = articles par an
chart-publishers = médias connus
chart-all = Articles par jour : { $list }.
chart-most = Le plus d’articles : { $list }.
chart-entry = { $day } : { $counts }
button-days-more = Plus de jours
button-days-earlier = Jours précédents
button-days-later = Jours suivants

## Les voix : ce que dit chaque groupe de médias

compare-head = Par propriétaire et pays : { $topic }
compare-group = { $group } : { $counts }
compare-topic-missing = Ajoutez un sujet et, si vous voulez, une période. Par exemple : /compare { $topic }
compare-page = Groupes { $first } à { $last } sur { $total }
compare-page-last = Groupe { $number } sur { $total }
button-compare = Par propriétaire
button-groups-more = Plus de groupes
button-groups-earlier = Groupes précédents
button-groups-later = Groupes suivants
