## Narrowing an answer: buttons

button-narrow = Narrow
button-back = Back
narrow-language = Language
narrow-publisher = Publisher
narrow-before = Before a day
narrow-after = After a day
choose-language = In { $language }
choose-before = Before { $day }
choose-after = After { $day }
button-all-languages = All languages
button-all-publishers = All publishers
button-nothing-left-out = Leave nothing out
button-timeline = Timeline
button-answers-it = This answers it
button-not-it = It does not

## Narrowing an answer: what is in force

only-languages = In { $languages } only.
only-publishers = Only from { $publishers }.
left-out-publishers = Left out: { $publishers }.
left-out-owners = Left out by owner: { $kinds }.
asked = Asked: { $question }
no-answer-narrowed = The collection has nothing within these limits.

## Narrowing by words

narrow-how = Reply to one of my answers with what to narrow it to, for example: /only in Spanish, /only TASS, /only before { $day }. /only all removes it.
more-how = Reply to one of my answers with /more, /nearest or /context and a number.
no-more = There are no more passages.

## Groups

introduction = Hello! Write /ask and your question, and I answer with passages from news articles, quoted word for word.
button-not-yours = In this group, only whoever asked may use these buttons.
other-chats-only = This bot is set up for certain chats only, and this is not one of them. Goodbye!
other-people-only = This bot is set up for certain chats only, and this is not one of them.
