## Votes

button-feedback-yes = Oui, gardez ma question
button-feedback-no = Non
feedback-thanks = Merci, c’est noté. Le vote compte ; votre question n’est pas gardée.
feedback-thanks-kept = Merci, c’est noté. Votre question est gardée avec votre vote.
feedback-thanks-group = Merci, c’est noté. Votre question n’est pas gardée. Pour le permettre, envoyez-moi /feedback on en privé.
feedback-question = Merci pour votre vote. Vos questions peuvent-elles être gardées avec vos votes, pour améliorer les réponses ? Seuls les administrateurs de ce bot les verraient, sans votre nom.
feedback-question-commands = /feedback on l’accepte, /feedback off revient là-dessus à tout moment.
feedback-agreed = Vos questions sont gardées avec vos votes. /feedback off y met fin et les efface.
feedback-disagreed = Vos votes comptent sans vos questions. /feedback on permet de les garder.
feedback-how = Pour voter, répondez à un de mes messages par /feedback yes (il répond) ou /feedback no (il ne répond pas).
feedback-which = Répondez à un de mes messages par /feedback yes ou /feedback no.
feedback-nobody = Seule une personne peut voter. Votez en votre propre nom.

## Pour les administrateurs

feedback-head = Votes sur les réponses
feedback-all = Tous
feedback-line = { $name } : répond { $yes }, ne répond pas { $no }
feedback-found = Avec réponse
feedback-nearest = Seulement le plus proche
feedback-nothing = Rien trouvé
feedback-languages = Par langue de la question :
feedback-worst = Le plus souvent sans réponse (questions de ceux qui ont accepté) :
feedback-worst-line = { $count } × { $question }
feedback-no-questions = Aucune question n’est encore gardée : personne n’a accepté, puis voté.
feedback-none = Il n’y a pas encore de votes.
feedback-export-how = /feedback export envoie les questions gardées sous forme de fichiers.
feedback-exported = Questions jugées : { $judged }. Mettez ce fichier dans un dossier et lancez : python -m bot evaluate DOSSIER. À juger à la main, dans un second fichier : { $other }.
feedback-other = Questions restées sans réponse, à juger à la main.
