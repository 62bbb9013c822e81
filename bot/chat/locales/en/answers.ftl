# What readers see, in English. The same keys with the same variables are in every catalogue (a test compares them).
# No markup here: formatting is added around the messages, and <, > and & are not allowed in them.

## Dates

period-closed = { $first } to { $last }
period-since = since { $day }
period-until = until { $day }
period-all = all dates
moment = { $day }, { $time } UTC

## The head of an answer: it counts, it never concludes

head-passages = { $count ->
    [one] 1 passage
   *[other] { $count } passages
}
head-range = Passages { $first } to { $last } of { $total }
head-last = Passage { $number } of { $total }
head-nearest = { $count ->
    [one] The nearest passage. It may not answer the question.
   *[other] The nearest passages. They may not answer the question.
}
head-publishers = { $count ->
    [one] 1 publisher
   *[other] { $count } publishers
}
head-publishers-known = { $count ->
    [one] 1 known publisher
   *[other] { $count } known publishers
}
head-publishers-unknown = publisher unknown
head-undated = { $count } without a date
head-dates-unknown = dates unknown

## A passage

publisher-unknown = Publisher unknown
ownership-state = state-owned
ownership-public = public service
ownership-private = privately owned
ownership-nonprofit = non-profit
ownership-party = party-owned
ownership-unknown = ownership unknown
date-unknown = date unknown
hit-digest = our digest
hit-language = in { $language }
hit-agency = agency: { $agency }
hit-other-side = another side
also-entry = { $publisher } ({ $date })
also = Also: { $list }
also-more = { $count } more
open-article = Open the article
shortened-before = [the passage begins earlier …]
shortened-after = [… the passage goes on]
article-before = [the article begins earlier …]
article-after = [… the article goes on]
quote-open = “
quote-close = ”

## Notes under an answer

note-outside-coverage = The dates asked for lie outside the collection, which runs { $period }.
note-outside-undated = The dates asked for can’t be checked: no article in the collection has a date.
note-undated-left-out = Articles without a date were left out.
note-ambiguous-date = The date was left aside: it can be day/month or month/day. Write the month as a word (3 May 2019).
note-one-side = All that was found on this comes from one side.
note-no-language = The collection has no articles in { $language }.
period-only = Only articles published { $period }.
period-first = Articles from these dates come first: { $period }.

## No answer

no-answer = No passage in the collection answers this.
no-answer-period = The collection has nothing for these dates: { $period }.
small-talk = Hello! I answer questions from a collection of news articles, with quotations. For example:
instruction = I can only quote from a collection of news articles. Ask me about the news, for example:
gibberish = I could not find a question in that. Try a few words, for example:
example-question = Where did the talks between government and opposition take place?
coverage = The collection holds { $articles ->
    [one] 1 article
   *[other] { $articles } articles
} in { $languages }{ $undated ->
    [0] , published { $period }.
   *[other] , published { $period }; { $undated } without a date.
}
coverage-undated = The collection holds { $articles ->
    [one] 1 article
   *[other] { $articles } articles
} in { $languages }, without dates.

## Buttons

button-context = Context { $number }
button-more = More
button-nearest = Nearest passages
button-all-dates = All dates
