## Médias

sources-entry = { $publisher } : { $counts }
sources-page = Page { $page } sur { $total }. /sources { $next } montre la suivante.
sources-page-last = Page { $page } sur { $total }
sources-how = /source et un nom en dit plus sur un média.
source-owner = Propriétaire : { $owner }
source-country = Pays : { $country }
source-country-unknown = Pays : inconnu
source-evidence = On le sait par : { $evidence }
source-evidence-none = La source de ce renseignement n’est pas notée.
source-notes = Note : { $notes }
source-languages = Publie en { $languages }.
source-here = Dans la collection : { $counts }
source-here-none = Dans la collection : aucun article.
source-here-languages = Dont { $list }
source-here-language = en { $language } : { $count }
source-newest = Articles les plus récents :
source-missing = Ajoutez un nom. Par exemple : /source { $name }
source-several = Lequel ? { $list }
source-unknown = Aucun média de ce nom n’est connu ici. Noms semblables : { $list }
source-unknown-at-all = Aucun média de ce nom n’est connu ici. /sources montre ceux de la collection.
source-similar = Noms semblables : { $list }
button-page-earlier = Page précédente
button-page-later = Page suivante
article-short = Forme courte : /article { $id }
article-several = Plusieurs fichiers conviennent. Lequel ? Envoyez /article avec sa forme courte :
article-entry = { $id } : { $file }
