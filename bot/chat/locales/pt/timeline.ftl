## Cronologias: os artigos dia a dia, e o gráfico com os mesmos números

timeline-head = Cronologia: { $topic }
timeline-articles = { $count ->
    [one] 1 artigo
   *[other] { $count } artigos
}
timeline-also = No mesmo dia: { $list }
timeline-undated = { $count ->
    [one] 1 artigo sobre isto não tem data.
   *[other] { $count } artigos sobre isto não têm data.
}
timeline-undated-outside = { $count ->
    [one] Mais 1 artigo sobre isto não tem data: pode ser destes dias ou não.
   *[other] Mais { $count } artigos sobre isto não têm data: podem ser destes dias ou não.
}
timeline-undated-names = Sem data: { $list }
timeline-page = Dias { $first } a { $last } de { $total }
timeline-page-last = Dia { $number } de { $total }
timeline-goes-on = Continua com: /timeline { $topic } { $period }
timeline-one-day = Um dia inteiro: /timeline { $topic } { $day }
timeline-best-only = Só contam os { $count } artigos mais pertinentes. Um período restringe a busca.
timeline-none = Nenhum artigo da coleção trata claramente disto. /ask encontra os trechos mais próximos.
timeline-topic-missing = Acrescente um tema e, se quiser, um período. Por exemplo: /timeline { $topic }
timeline-example = negociações em Oslo, maio de 2019
timeline-no-chart = Não foi possível desenhar o gráfico; os números estão no texto.
chart-articles-day = artigos por dia
chart-articles-month = artigos por mês
chart-articles-year = artigos por ano
chart-publishers = fontes conhecidas
chart-all = Artigos por dia: { $list }.
chart-most = Mais artigos: { $list }.
chart-entry = { $day }: { $counts }
button-days-more = Mais dias
button-days-earlier = Dias anteriores
button-days-later = Dias seguintes

## Lados: o que diz cada grupo de fontes

compare-head = Por proprietário e país: { $topic }
compare-group = { $group }: { $counts }
compare-topic-missing = Acrescente um tema e, se quiser, um período. Por exemplo: /compare { $topic }
compare-page = Grupos { $first } a { $last } de { $total }
compare-page-last = Grupo { $number } de { $total }
button-compare = Por proprietário
button-groups-more = Mais grupos
button-groups-earlier = Grupos anteriores
button-groups-later = Grupos seguintes
