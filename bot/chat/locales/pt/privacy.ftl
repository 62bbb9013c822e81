## /privacy

privacy-head = O que este bot guarda sobre você, e por quanto tempo:
privacy-head-group = O que este bot guarda sobre este grupo, e por quanto tempo:
privacy-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
privacy-answers = Respostas com a pergunta, para que os botões funcionem: { $duration }.
privacy-settings = Configurações: até serem desfeitas ou apagadas.
privacy-watches = Temas acompanhados: até serem encerrados. Que trechos já foram enviados: { $duration }.
privacy-corrections = O que lhe foi mostrado de artigos cujas correções você pediu para saber: { $duration }.
privacy-votes = Votos em respostas, sem a pergunta: { $duration }. Depois de { $linked }, não são mais de ninguém.
privacy-questions = Perguntas junto com votos: só com a sua permissão, { $duration }. /feedback off as apaga.
privacy-updates = Mensagens ao bot: até serem atendidas. Depois fica só o número delas: { $duration }.
privacy-administrator = Para administradores: artigos à espera de uma decisão: { $duration }. O que foi feito com os artigos fica registrado; /forget tira dali o seu nome.
privacy-log = O registro técnico não contém perguntas nem mensagens.
privacy-forget = /forget apaga tudo isso na hora.
privacy-forget-group = /forget apaga tudo isso na hora; só administradores do grupo podem fazê-lo.

## /forget

forgotten = Tudo o que estava guardado sobre você foi apagado.
forgotten-group = Tudo o que estava guardado sobre este grupo foi apagado.
forgotten-answers = Respostas: { $count }
forgotten-settings = Configurações: { $count }
forgotten-watches = Temas acompanhados: { $count }
forgotten-corrections = Respostas com aviso de correções: { $count }
forgotten-votes = Votos: { $count }
forgotten-drafts = Artigos à espera de uma decisão: { $count }
forgotten-other = Outras entradas: { $count }
forgotten-messages = As mensagens desta conversa estão no Telegram; lá você pode apagá-las. Os botões das respostas antigas não funcionam mais.
forget-administrators-only = Só administradores deste grupo podem apagar o que está guardado sobre ele.
