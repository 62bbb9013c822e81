## Commandes

command-ask = Poser une question
command-start = Commencer ici
command-help = Comment demander
command-about = Ce que contient la collection
command-status = L’état du bot
command-reindex = Relire la collection
command-rollback = Revenir à la version précédente de l’index
command-sources = Les médias et leurs articles
command-article = Montrer un article
command-remove = Retirer un article
command-settings = Changer les réglages
command-only = Restreindre une réponse : en français, TASS, tout
command-more = Plus de passages
command-context = Le texte autour d’un passage
command-nearest = Les passages les plus proches
command-timeline = Les articles sur un sujet, jour par jour
command-compare = Ce que dit chaque camp sur un sujet
command-source = À propos d’un média
command-watch = Suivre un sujet
command-watches = Sujets suivis
command-notify = Être averti des corrections
command-feedback = Voter pour une réponse
command-privacy = Ce qui est conservé, et combien de temps
command-forget = Effacer ce qui est conservé sur moi
command-draft = Décider d’un article
