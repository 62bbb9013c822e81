## Commandes

command-ask = Poser une question
command-start = Commencer ici
command-help = Comment demander
command-about = Ce que contient la collection
command-status = L’état du bot
command-reindex = Relire la collection
command-sources = Les médias et leurs articles
command-article = Montrer un article
command-remove = Retirer un article
