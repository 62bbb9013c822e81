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
help-answer = For an answer, in reply to it:
help-more = /more: the next passages
help-context = /context 2: the text around passage 2
help-nearest = /nearest: the nearest passages, where nothing answers
help-only = /only in Spanish: narrow it; /only all: widen it again
help-notify = /notify: be told of corrections
help-feedback = /feedback yes, /feedback no: whether it answers you
help-overview = For an overview, with a period if you like:
help-timeline = /timeline and a topic: articles day by day, with a chart
help-compare = /compare and a topic: what publishers of different owners say
help-sources = /sources: the publishers; /source and a name: one of them
help-later = For you, now and later:
help-watch = /watch and a topic: new passages are sent to you; /watches lists them
help-settings = /settings: language, number of passages, what is left out and more
help-privacy = /privacy: what is stored; /forget: erase it
help-about = /about: what the collection holds
help-admin = For administrators of the bot:
help-status = /status: how the bot is doing; /feedback: counts of votes
help-reindex = /reindex: read the collection again; /rollback: go back to the snapshot before
help-article = /article or /remove and a file name, a part of it or its short form: show an article, take it out
help-adding = To add an article, send a file or an address in private.
help-in-group = Write /ask and your question, or your question with @{ $username }. In reply to a message, /ask looks that message up.
help-in-group-read = Tap a quotation to see all of it. A reply to an answer asks on: “and in March?”
help-in-group-words = In reply to an answer, too: /more, /context 2, /only in Spanish
help-in-group-rest = Overviews: /timeline, /compare, /sources. All else: /help in private.
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
