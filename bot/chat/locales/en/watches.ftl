## Watched topics

button-watch = Watch this topic
button-watch-end = End watch { $place }
watch-set = Watch { $place } is set: { $topic }
watch-set-pause = New passages that match will be sent here, at most once in { $duration }, never in quiet hours.
watch-foot = /unwatch { $place } ends this watch. /watches lists all.
watch-which = Please add a topic, for example: /watch { $topic }
watch-example = talks between government and opposition
watch-too-many = No more than { $limit } topics can be watched here. /watches lists them; please end one first.
watch-administrators-only = Only administrators of this group can change what it watches.
watches-none = Nothing is watched here. To begin: /watch { $topic }
watches-head = { $count ->
    [one] 1 watched topic
   *[other] { $count } watched topics
}
watches-line = { $place }. { $topic }
watches-end = /unwatch { $place } ends the one with that number.
watch-ended = Watch { $place } has ended: { $topic }
watch-ended-before = This watch has ended already.
watch-unknown = There is no watch { $place } here. /watches lists them.
watch-news = New for watch { $place }: { $topic }
watch-news-repeated = You may have had this message before: the bot was interrupted while sending it.

## Corrections

button-corrections = Tell me of corrections
corrections-set = { $count ->
    [one] You will be told if this article is corrected or removed, until { $day }.
   *[other] You will be told if one of these { $count } articles is corrected or removed, until { $day }.
}
corrections-asked = { $count ->
    [one] Corrections are told for 1 answer. /notify off ends it.
   *[other] Corrections are told for { $count } answers. /notify off ends it.
}
corrections-which = Please send /notify in reply to an answer with passages.
corrections-off = You will be told of no more corrections.
corrections-none = No corrections were being told here.
corrections-in-private = I have written to you in private.
corrections-start-first = I can’t write to you yet. Please open a private chat with me, press Start, and try again.
corrections-head = Something that you were shown has changed
corrections-noticed = Noticed on { $day }.
corrections-foot = /notify off ends these messages.
correction-removed = This article was removed from the collection.
correction-shown = You were shown:
correction-was = It said:
correction-is = It now says:
correction-gone = This sentence is no longer in the article.
correction-title-was = Title before: { $title }
correction-title-is = Title now: { $title }
correction-date-was = Date before: { $date }
correction-date-is = Date now: { $date }
correction-publisher-was = Publisher before: { $publisher }
correction-publisher-is = Publisher now: { $publisher }
correction-added = { $count ->
    [one] New elsewhere in the article:
   *[other] New elsewhere in the article, { $count } sentences:
}
correction-added-more = and { $count } more
correction-taken-out = Sentences gone elsewhere in the article: { $count }
correction-too-long = The article has changed; the change is too long to be quoted here.
