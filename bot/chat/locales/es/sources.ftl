## Medios

sources-entry = { $publisher }: { $counts }
sources-page = Página { $page } de { $total }. /sources { $next } muestra la siguiente.
sources-page-last = Página { $page } de { $total }
sources-how = /source y un nombre cuenta más sobre un medio.
source-owner = Propietario: { $owner }
source-country = País: { $country }
source-country-unknown = País: desconocido
source-evidence = Se sabe por: { $evidence }
source-evidence-none = No consta de dónde se sabe.
source-notes = Nota: { $notes }
source-languages = Publica en { $languages }.
source-here = En la colección: { $counts }
source-here-none = En la colección: ningún artículo.
source-here-languages = De ellos { $list }
source-here-language = en { $language }: { $count }
source-newest = Artículos más recientes:
source-missing = Añada un nombre. Por ejemplo: /source { $name }
source-several = ¿Cuál de estos? { $list }
source-unknown = Aquí no se conoce ningún medio con ese nombre. Nombres parecidos: { $list }
source-unknown-at-all = Aquí no se conoce ningún medio con ese nombre. /sources muestra los de la colección.
source-similar = Nombres parecidos: { $list }
button-page-earlier = Página anterior
button-page-later = Página siguiente
article-short = Forma corta: /article { $id }
article-several = Hay varios archivos posibles. ¿Cuál? Envíe /article con su forma corta:
article-entry = { $id }: { $file }
