## Fontes

sources-entry = { $publisher }: { $counts }
sources-page = Página { $page } de { $total }. /sources { $next } mostra a seguinte.
sources-page-last = Página { $page } de { $total }
sources-how = /source e um nome diz mais sobre uma fonte.
source-owner = Proprietário: { $owner }
source-country = País: { $country }
source-country-unknown = País: desconhecido
source-evidence = Sabe-se por: { $evidence }
source-evidence-none = Não está anotado de onde se sabe.
source-notes = Nota: { $notes }
source-languages = Publica em { $languages }.
source-here = Na coleção: { $counts }
source-here-none = Na coleção: nenhum artigo.
source-here-languages = Destes { $list }
source-here-language = em { $language }: { $count }
source-newest = Artigos mais recentes:
source-missing = Acrescente um nome. Por exemplo: /source { $name }
source-several = Qual delas? { $list }
source-unknown = Aqui não se conhece nenhuma fonte com esse nome. Nomes parecidos: { $list }
source-unknown-at-all = Aqui não se conhece nenhuma fonte com esse nome. /sources mostra as da coleção.
source-similar = Nomes parecidos: { $list }
button-page-earlier = Página anterior
button-page-later = Página seguinte
article-short = Forma curta: /article { $id }
article-several = Há vários arquivos possíveis. Qual deles? Envie /article com a forma curta:
article-entry = { $id }: { $file }
