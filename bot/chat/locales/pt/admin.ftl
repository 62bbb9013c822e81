## Para administradores

status-building = A coleção está sendo lida de novo.
status-idle = Nenhuma leitura em curso.
status-uptime = Em funcionamento há { $duration }
status-questions = Perguntas respondidas desde o início: { $count }
status-memory = Memória: { $megabytes } MB
status-engine = Motor: { $engine }
status-snapshot = Versão do índice: { $snapshot }
status-previous = Versão à qual se pode voltar: { $snapshot }
status-no-previous = Não dá para voltar: não há versão anterior.
status-feeds = Feeds: { $count }
status-feed = { $host }: lido { $ago }, artigos até agora: { $articles }
status-feed-not-yet = { $host }: ainda não lido
status-feed-failing = { $host }: falha desde { $moment }. Motivo: { $reason }
status-feed-never-worked = { $host }: nunca pôde ser lido. Motivo: { $reason }
build-started = Lendo a coleção. O bot continua respondendo enquanto isso.
build-busy = A coleção já está sendo lida. Espere que termine.
build-failed = Não foi possível ler a coleção; o bot continua com o que tinha. Motivo: { $reason }
build-stage = { $stage }: { $done } de { $total }
build-stage-open = { $stage }
stage-read = Leitura de artigos
stage-encode = Codificação de trechos
stage-publish = Publicação do índice
build-finished = Coleção lida: { $articles ->
    [one] { $articles } artigo
   *[other] { $articles } artigos
}, { $passages ->
    [one] { $passages } trecho
   *[other] { $passages } trechos
}.
build-changes = Acrescentados: { $added }. Alterados: { $changed }. Removidos: { $removed }.
build-work = Trechos codificados: { $encoded }. Reaproveitados: { $reused }. Duração: { $duration }.
build-skipped = Arquivos ignorados: { $count }
build-skipped-more = e mais { $count }
rollback-sure = Voltar à versão { $previous }? O bot responderá com ela, e { $live } ficará retirada até a próxima leitura.
rollback-by-words = Sem botões: { $command }
rollback-button-go = Voltar
rollback-button-keep = Deixar assim
rollback-done = O bot agora responde com { $live }. A versão { $withdrawn } foi retirada; a próxima leitura publicará uma nova.
rollback-left = Nada foi alterado.
rollback-nothing-older = Não há versão anterior à qual voltar.
rollback-outdated = As versões mudaram desde então. Envie /rollback de novo.
rollback-failed = Não foi possível voltar; o bot continua com o que tinha. Motivo: { $reason }

## Artigos à mão

draft-many = Artigos neste arquivo: { $count }
draft-skipped = Partes ignoradas: { $count }
draft-button-add = Acrescentar
draft-button-add-all = Acrescentar todos
draft-button-cancel = Cancelar
draft-button-date = Mudar a data
draft-button-publisher = Mudar a fonte
draft-button-remove = Remover
draft-button-keep = Manter
draft-button-undo = Desfazer
draft-button-reindex = Ler de novo agora
draft-copies = Parece-se com:
draft-date = Data: { $date } (encontrada em: { $found })
draft-date-unknown = Data: desconhecida
draft-agency = Agência: { $agency }
draft-publisher = Fonte: { $publisher }
draft-size = Em { $language }, trechos: { $passages }
draft-file = Arquivo: { $file }
draft-added = Acrescentados: { $new }. Substituídos: { $changed }. Já estavam: { $same }.
draft-reindex = /reindex o leva às respostas.
draft-ask-date = Qual data? Envie como 2019-05-02 ou por extenso, ou - se for desconhecida.
draft-ask-publisher = Qual fonte? Envie o nome, ou - se for desconhecida.
draft-wrong-date = Não é uma data que se possa usar aqui. Envie como 2019-05-02, ou - se for desconhecida.
draft-wrong-publisher = Não é o nome de uma fonte. Envie uma linha de no máximo 80 caracteres, ou - se for desconhecida.
draft-left = Fica como estava.
draft-cancelled = Nada foi alterado.
draft-gone = Isto já foi resolvido ou é antigo demais. Envie de novo.
draft-remove-sure = Remover este artigo da coleção?
draft-removed = Removido: { $file }. Ele sai das respostas na próxima leitura; até lá isto pode ser desfeito.
draft-put-back = O artigo está de volta.
draft-undo-late = A coleção foi lida desde então, e isto já não pode ser desfeito aqui. O arquivo continua na pasta .removed.
draft-unreadable = Não deu certo. Motivo: { $reason }
draft-too-large = O arquivo tem mais de 20 MB. Coloque-o na pasta do corpus.
draft-name-missing = Acrescente o nome do arquivo do artigo, por exemplo: /article 2019-05-02-example-talks
sources = Fontes: { $count }
draft-words = Depois de /draft escreva uma destas palavras: { $words }. Com um valor: /draft date 2019-05-02.
