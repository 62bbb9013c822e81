## Comandos

command-ask = Fazer uma pergunta
command-start = Começar aqui
command-help = Como perguntar
command-about = O que há na coleção
command-status = Como está o bot
command-reindex = Ler a coleção de novo
command-sources = Fontes e seus artigos
command-article = Mostrar um artigo
command-remove = Remover um artigo
