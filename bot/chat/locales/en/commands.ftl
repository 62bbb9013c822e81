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
