## Timelines: articles day by day; the chart with the same counts

timeline-head = Timeline: { $topic }
timeline-articles = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
timeline-also = Also that day: { $list }
timeline-undated = { $count ->
    [one] 1 article on this has no date.
   *[other] { $count } articles on this have no date.
}
timeline-undated-outside = { $count ->
    [one] 1 more article on this has no date, so it may or may not belong here.
   *[other] { $count } more articles on this have no date, so they may or may not belong here.
}
timeline-undated-names = Without a date: { $list }
timeline-page = Days { $first } to { $last } of { $total }
timeline-page-last = Day { $number } of { $total }
timeline-goes-on = It goes on with: /timeline { $topic } { $period }
timeline-one-day = One day in full: /timeline { $topic } { $day }
timeline-best-only = Only the { $count } most relevant articles are counted. A period narrows it down.
timeline-none = No article in the collection is clearly about this. /ask finds the nearest passages.
timeline-topic-missing = Please add a topic, and a period if you like, for example: /timeline { $topic }
timeline-example = talks in Oslo, May 2019
timeline-no-chart = The chart could not be drawn; the counts are in the text.
chart-articles-day = articles a day
chart-articles-month = articles a month
chart-articles-year = articles a year
chart-publishers = known publishers
chart-all = Articles a day: { $list }.
chart-most = Most articles: { $list }.
chart-entry = { $day }: { $counts }
button-days-more = More days
button-days-earlier = Earlier days
button-days-later = Later days

## Sides: what each group of publishers says

compare-head = By owner and country: { $topic }
compare-group = { $group }: { $counts }
compare-topic-missing = Please add a topic, and a period if you like, for example: /compare { $topic }
compare-page = Groups { $first } to { $last } of { $total }
compare-page-last = Group { $number } of { $total }
button-compare = By owner
button-groups-more = More groups
button-groups-earlier = Previous groups
button-groups-later = Next groups
