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
