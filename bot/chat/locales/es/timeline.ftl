## Cronologías: los artículos día a día, y el gráfico con las mismas cifras

timeline-head = Cronología: { $topic }
timeline-articles = { $count ->
    [one] 1 artículo
   *[other] { $count } artículos
}
timeline-also = Ese día también: { $list }
timeline-undated = { $count ->
    [one] 1 artículo sobre esto no tiene fecha.
   *[other] { $count } artículos sobre esto no tienen fecha.
}
timeline-undated-outside = { $count ->
    [one] Otro artículo sobre esto no tiene fecha: puede ser de estos días o no.
   *[other] Otros { $count } artículos sobre esto no tienen fecha: pueden ser de estos días o no.
}
timeline-undated-names = Sin fecha: { $list }
timeline-page = Días { $first } a { $last } de { $total }
timeline-page-last = Día { $number } de { $total }
timeline-goes-on = Sigue con: /timeline { $topic } { $period }
timeline-one-day = Un día entero: /timeline { $topic } { $day }
timeline-best-only = Solo se cuentan los { $count } artículos más pertinentes. Un periodo lo acota.
timeline-none = Ningún artículo de la colección trata claramente de esto. /ask busca los fragmentos más cercanos.
timeline-topic-missing = Añada un tema y, si quiere, un periodo. Por ejemplo: /timeline { $topic }
timeline-example = negociaciones en Oslo, mayo de 2019
timeline-no-chart = No se pudo dibujar el gráfico; las cifras están en el texto.
chart-articles-day = artículos por día
chart-articles-month = artículos por mes
chart-articles-year = artículos por año
chart-publishers = medios conocidos
chart-all = Artículos por día: { $list }.
chart-most = Más artículos: { $list }.
chart-entry = { $day }: { $counts }
button-days-more = Más días
button-days-earlier = Días anteriores
button-days-later = Días siguientes

## Lados: qué dice cada grupo de medios

compare-head = Por propietario y país: { $topic }
compare-group = { $group }: { $counts }
compare-topic-missing = Añada un tema y, si quiere, un periodo. Por ejemplo: /compare { $topic }
compare-page = Grupos { $first } a { $last } de { $total }
compare-page-last = Grupo { $number } de { $total }
button-compare = Por propietario
button-groups-more = Más grupos
button-groups-earlier = Grupos anteriores
button-groups-later = Grupos siguientes
