## Comandos

command-ask = Fazer uma pergunta
command-start = Começar aqui
command-help = Como perguntar
command-about = O que há na coleção
command-status = Como está o bot
command-reindex = Ler a coleção de novo
command-rollback = Voltar à versão anterior do índice
command-sources = Fontes e seus artigos
command-article = Mostrar um artigo
command-remove = Remover um artigo
command-settings = Mudar as configurações
command-only = Restringir uma resposta: em português, TASS, tudo
command-more = Mais trechos
command-context = O texto em volta de um trecho
command-nearest = Os trechos mais próximos
command-timeline = Artigos sobre um tema, dia a dia
command-compare = O que cada lado diz sobre um tema
command-source = Sobre uma fonte
command-watch = Acompanhar um tema
command-watches = Temas em acompanhamento
command-notify = Receber avisos de correções
command-feedback = Votar em uma resposta
command-privacy = O que é guardado e por quanto tempo
command-forget = Apagar o que está guardado sobre mim
command-draft = Decidir sobre um artigo
