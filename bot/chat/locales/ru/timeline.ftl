## Хронология: статьи день за днём и график с теми же числами

timeline-head = Хронология: { $topic }
timeline-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[other] { $count } статей
}
timeline-also = В тот же день: { $list }
timeline-undated = { $count ->
    [one] { $count } статья на эту тему без даты.
    [few] { $count } статьи на эту тему без даты.
   *[other] { $count } статей на эту тему без даты.
}
timeline-undated-outside = { $count ->
    [one] Ещё { $count } статья на эту тему без даты: относится ли она к этим дням, неизвестно.
    [few] Ещё { $count } статьи на эту тему без даты: относятся ли они к этим дням, неизвестно.
   *[other] Ещё { $count } статей на эту тему без даты: относятся ли они к этим дням, неизвестно.
}
timeline-undated-names = Без даты: { $list }
timeline-page = Дни с { $first } по { $last } из { $total }
timeline-page-last = День { $number } из { $total }
timeline-goes-on = Дальше: /timeline { $topic } { $period }
timeline-one-day = День целиком: /timeline { $topic } { $day }
timeline-best-only = Учтены только самые близкие к теме статьи ({ $count }). Сузить можно, указав период.
timeline-none = В подборке нет статей, которые явно об этом. /ask найдёт ближайшие отрывки.
timeline-topic-missing = Добавьте тему и, если нужно, период, например: /timeline { $topic }
timeline-example = переговоры в Осло, май 2019
timeline-no-chart = График построить не удалось; все числа есть в тексте.
chart-articles-day = статей в день
chart-articles-month = статей в месяц
chart-articles-year = статей в год
chart-publishers = известных источников
chart-all = Статьи по дням: { $list }
chart-most = Больше всего статей: { $list }
chart-entry = { $day }: { $counts }
button-days-more = Ещё дни
button-days-earlier = Предыдущие дни
button-days-later = Следующие дни

## Стороны: что пишет каждая группа источников

compare-head = По владельцам и странам: { $topic }
compare-group = { $group }: { $counts }
compare-topic-missing = Добавьте тему и, если нужно, период, например: /compare { $topic }
compare-page = Группы с { $first } по { $last } из { $total }
compare-page-last = Группа { $number } из { $total }
button-compare = По владельцам
button-groups-more = Ещё группы
button-groups-earlier = Предыдущие группы
button-groups-later = Следующие группы
