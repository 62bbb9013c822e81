## Commands, as Telegram lists them

command-ask = Ask a question
command-start = Start here
command-help = How to ask
command-about = What the collection holds
command-status = How the bot is doing
command-reindex = Read the collection again
command-rollback = Go back to the previous snapshot
command-sources = Publishers and their articles
command-article = Show one article
command-remove = Take one article out
command-settings = Change settings
command-only = Narrow an answer: in Spanish, TASS, all
command-more = More passages
command-context = The text around a passage
command-nearest = The nearest passages
command-timeline = Articles on a topic, day by day
command-compare = What each side says on a topic
command-source = About one publisher
command-watch = Be told of new passages on a topic
command-watches = What is watched here
command-notify = Be told of corrections to an answer
command-feedback = Vote on an answer
command-privacy = What is stored, and for how long
command-forget = Erase what is stored about me
command-draft = Decide on an article by words
