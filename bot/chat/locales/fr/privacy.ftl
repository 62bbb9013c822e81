## /privacy

privacy-head = Ce que ce bot conserve sur vous, et combien de temps :
privacy-head-group = Ce que ce bot conserve sur ce groupe, et combien de temps :
privacy-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
privacy-answers = Les réponses avec la question, pour que leurs boutons fonctionnent : { $duration }.
privacy-settings = Les réglages : jusqu’à ce qu’ils soient annulés ou effacés.
privacy-watches = Les sujets suivis : jusqu’à la fin du suivi. Quels passages ont été envoyés : { $duration }.
privacy-corrections = Ce qui vous a été montré d’articles dont vous voulez connaître les corrections : { $duration }.
privacy-votes = Les votes sur les réponses, sans la question : { $duration }. Après { $linked }, ils ne sont plus à personne.
privacy-questions = Les questions avec les votes : seulement avec votre accord, { $duration }. /feedback off les efface.
privacy-updates = Les messages au bot : jusqu’à ce qu’ils soient traités. Ensuite, seul leur numéro reste : { $duration }.
privacy-administrator = Pour les administrateurs, les articles en attente d’une décision : { $duration }. Ce qui a été fait des articles reste consigné ; /forget en retire votre nom.
privacy-log = Le journal technique ne contient ni questions ni messages.
privacy-forget = /forget efface tout cela aussitôt.
privacy-forget-group = /forget efface tout cela aussitôt ; seuls les administrateurs du groupe peuvent le faire.

## /forget

forgotten = Tout ce qui était conservé sur vous est effacé.
forgotten-group = Tout ce qui était conservé sur ce groupe est effacé.
forgotten-answers = Réponses : { $count }
forgotten-settings = Réglages : { $count }
forgotten-watches = Sujets suivis : { $count }
forgotten-corrections = Réponses dont les corrections étaient attendues : { $count }
forgotten-votes = Votes : { $count }
forgotten-drafts = Articles en attente d’une décision : { $count }
forgotten-other = Autres entrées : { $count }
forgotten-messages = Les messages de cette discussion sont chez Telegram ; vous pouvez les y supprimer. Les boutons des anciennes réponses ne fonctionnent plus.
forget-administrators-only = Seuls les administrateurs de ce groupe peuvent effacer ce qui est conservé sur lui.
