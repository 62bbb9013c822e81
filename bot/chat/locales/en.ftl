# What readers see, in English. The same keys with the same variables are in every catalogue (a test compares them).
# No markup here: formatting is added around the messages, and <, > and & are not allowed in them.

## Commands, as Telegram lists them

command-ask = Ask a question
command-start = Start here
command-help = How to ask
command-about = What the collection holds
command-status = How the bot is doing
command-reindex = Read the collection again
command-sources = Publishers and their articles
command-article = Show one article
command-remove = Take one article out

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
note-one-side = All these passages come from one side.
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

## Start, help, about

start = Ask a question in your own words. The answer is a short list of passages from news articles and digests of them, quoted word for word, each with its publisher and date.
start-next = Send your question as a message. /help explains more.
example = For example: { $question }
help-ask = Write a question as you would ask a person, in English, Spanish, Russian, Portuguese or French. Passages come in any of these languages.
help-dates = Name a date or a period to narrow it down: “on 1 May 2019”, “in March”. Under the answer, All dates removes it.
help-read = Tap a quotation to see all of it. Context shows the text around it, and the link opens the article itself.
help-digest = “Our digest” means that the passage quotes our own retelling, not the publisher’s words.
help-group = In a group: /ask and your question.
help-inline = In any chat: @{ $username } and your question.
help-nothing = When nothing in the collection answers, the bot says so. It never writes an answer of its own.
help-admin = For administrators: /status shows how the bot is doing, /reindex reads the collection again. /sources lists the publishers, /article and /remove with a file name show an article or take it out. Send a file or an address in private to add an article.
about = The bot finds passages in a collection of news articles and quotes them word for word. It adds nothing and draws no conclusions.
about-digests = Where a passage is marked “our digest”, the words are our own retelling; the link leads to the original.
about-ownership = Who owns a publisher is shown where we know it. Unknown means that we do not know.
about-counts = { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
} from { $publishers ->
    [one] 1 publisher
   *[other] { $publishers } publishers
}.
about-language = In { $language }: { $count }
about-built = Last read: { $moment } ({ $ago }).

## Friendly sentences

question-empty = Please add your question, for example: /ask { $question }
question-too-long = That is too long for one question. Please keep it under { $limit } characters.
failure = Something went wrong on our side. Please try again in a moment.
too-many-questions = That was a lot of questions at once. Please wait a moment and ask again.
button-too-old = This answer is too old for its buttons. Please ask again.
not-administrator = This command is for administrators only.
no-snapshot = The collection is still being prepared. Please try again later.

## For administrators

status-building = The collection is being read again.
status-idle = No build is running.
status-uptime = Running for { $duration }
status-questions = Questions answered since the start: { $count }
status-memory = Memory: { $megabytes } MB
status-engine = Engine: { $engine }
status-snapshot = Snapshot: { $snapshot }
status-feeds = Feeds: { $count }
status-feed = { $host }: read { $ago }, articles so far: { $articles }
status-feed-not-yet = { $host }: not read yet
status-feed-failing = { $host }: failing since { $moment }. Reason: { $reason }
status-feed-never-worked = { $host }: could never be read. Reason: { $reason }
build-started = Reading the collection. The bot keeps answering meanwhile.
build-busy = The collection is already being read. Please wait for that to end.
build-failed = The collection could not be read; the bot goes on with what it had. Reason: { $reason }
build-stage = { $stage }: { $done } of { $total }
build-stage-open = { $stage }
stage-read = Reading articles
stage-encode = Encoding passages
stage-publish = Publishing the snapshot
build-finished = The collection is read: { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}.
build-changes = Added: { $added }. Changed: { $changed }. Removed: { $removed }.
build-work = Passages encoded: { $encoded }. Reused: { $reused }. It took { $duration }.
build-skipped = Skipped files: { $count }
build-skipped-more = and { $count } more

## Articles by hand

draft-many = Articles in this file: { $count }
draft-skipped = Skipped parts: { $count }
draft-button-add = Add
draft-button-add-all = Add all
draft-button-cancel = Cancel
draft-button-date = Change date
draft-button-publisher = Change publisher
draft-button-remove = Remove
draft-button-keep = Keep
draft-button-undo = Undo
draft-button-reindex = Read again now
draft-copies = It resembles:
draft-date = Date: { $date } (found in: { $found })
draft-date-unknown = Date: unknown
draft-publisher = Publisher: { $publisher }
draft-size = In { $language }, passages: { $passages }
draft-file = File: { $file }
draft-added = Added: { $new }. Replaced: { $changed }. Already there: { $same }.
draft-reindex = /reindex puts it into answers.
draft-ask-date = Which date? Send it as 2019-05-02 or in words, or - for unknown.
draft-ask-publisher = Which publisher? Send the name, or - for unknown.
draft-wrong-date = That is no date that can be used here. Send it as 2019-05-02, or - for unknown.
draft-wrong-publisher = That is no name of a publisher. Send one line of at most 80 characters, or - for unknown.
draft-left = It stays as it was.
draft-cancelled = Nothing was changed.
draft-gone = This was already settled, or is too old. Please send it again.
draft-remove-sure = Take this article out of the collection?
draft-removed = Taken out: { $file }. It leaves the answers with the next reading; until then this can be undone.
draft-put-back = The article is back.
draft-undo-late = The collection was read since, so this can’t be undone here. The file is still in the .removed folder.
draft-unreadable = That did not work. Reason: { $reason }
draft-too-large = The file is larger than 20 MB. Please put it into the corpus folder.
draft-name-missing = Please add the article’s file name, for example: /article 2019-05-02-example-talks
sources = Publishers: { $count }
