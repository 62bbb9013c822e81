# O que os leitores veem, em português. As mesmas chaves e variáveis dos outros catálogos; sem formatação.

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

## Datas

period-closed = de { $first } a { $last }
period-since = desde { $day }
period-until = até { $day }
period-all = todas as datas
moment = { $day }, { $time } UTC

## Cabeçalho de uma resposta

head-passages = { $count ->
    [one] { $count } trecho
   *[other] { $count } trechos
}
head-range = Trechos { $first } a { $last } de { $total }
head-last = Trecho { $number } de { $total }
head-nearest = { $count ->
    [one] O trecho mais próximo. Pode não responder à pergunta.
   *[other] Os trechos mais próximos. Podem não responder à pergunta.
}
head-publishers = { $count ->
    [one] { $count } fonte
   *[other] { $count } fontes
}
head-publishers-known = { $count ->
    [one] { $count } fonte conhecida
   *[other] { $count } fontes conhecidas
}
head-publishers-unknown = fonte desconhecida
head-undated = { $count } sem data
head-dates-unknown = datas desconhecidas

## Um trecho

publisher-unknown = Fonte desconhecida
ownership-state = estatal
ownership-public = serviço público
ownership-private = propriedade privada
ownership-nonprofit = sem fins lucrativos
ownership-party = de um partido
ownership-unknown = proprietário desconhecido
date-unknown = data desconhecida
hit-digest = resumo nosso
hit-language = em { $language }
hit-agency = agência: { $agency }
hit-other-side = outro lado
also-entry = { $publisher } ({ $date })
also = Também: { $list }
also-more = mais { $count }
open-article = Abrir o artigo
shortened-before = [o trecho começa antes …]
shortened-after = [… o trecho continua]
article-before = [o artigo começa antes …]
article-after = [… o artigo continua]
quote-open = “
quote-close = ”

## Notas sob uma resposta

note-outside-coverage = As datas pedidas ficam fora da coleção, que vai { $period }.
note-outside-undated = Não é possível verificar as datas pedidas: nenhum artigo da coleção tem data.
note-undated-left-out = Os artigos sem data ficaram de fora.
note-one-side = Todos estes trechos vêm de um só lado.
note-no-language = A coleção não tem artigos em { $language }.
period-only = Só artigos destas datas: { $period }.
period-first = Primeiro vêm os artigos destas datas: { $period }.

## Sem resposta

no-answer = Nenhum trecho da coleção responde a isto.
no-answer-period = A coleção não tem nada destas datas: { $period }.
small-talk = Olá! Respondo a perguntas com citações de uma coleção de artigos de imprensa. Por exemplo:
instruction = Só posso citar uma coleção de artigos de imprensa. Pergunte sobre as notícias, por exemplo:
gibberish = Não encontrei uma pergunta nessa mensagem. Tente com algumas palavras, por exemplo:
example-question = Onde aconteceram as conversas entre o governo e a oposição?
coverage = A coleção contém { $articles ->
    [one] { $articles } artigo
   *[other] { $articles } artigos
} em { $languages }; datas de publicação: { $undated ->
    [0] { $period }.
   *[other] { $period }; sem data: { $undated }.
}
coverage-undated = A coleção contém { $articles ->
    [one] { $articles } artigo
   *[other] { $articles } artigos
} em { $languages }, sem datas.

## Botões

button-context = Contexto { $number }
button-more = Mais
button-nearest = Trechos mais próximos
button-all-dates = Todas as datas

## Início, ajuda, sobre

start = Pergunte com suas palavras. A resposta é uma lista curta de trechos de artigos de imprensa e de resumos deles, citados ao pé da letra, cada um com a fonte e a data.
start-next = Envie a pergunta como mensagem. /help explica mais.
example = Por exemplo: { $question }
help-ask = Escreva a pergunta como faria a uma pessoa, em português, inglês, espanhol, russo ou francês. Os trechos podem estar em qualquer um destes idiomas.
help-dates = Indique uma data ou um período para restringir: “em 1 de maio de 2019”, “em março”. “{ button-all-dates }”, sob a resposta, remove esse limite.
help-read = Toque em uma citação para vê-la inteira. “Contexto” mostra o texto ao redor dela, e o link abre o próprio artigo.
help-digest = “Resumo nosso” significa que o trecho cita nosso próprio resumo, não as palavras da fonte.
help-group = Em um grupo: /ask e a pergunta.
help-inline = Em qualquer conversa: @{ $username } e a pergunta.
help-nothing = Quando nada na coleção responde, o bot diz isso. Ele nunca escreve uma resposta própria.
help-admin = Para administradores: /status mostra como está o bot, /reindex lê a coleção de novo. /sources lista as fontes; /article e /remove com um nome de arquivo mostram ou removem um artigo. Para acrescentar um, envie em particular um arquivo ou um endereço.
about = O bot procura trechos em uma coleção de artigos de imprensa e os cita ao pé da letra. Não acrescenta nada nem tira conclusões.
about-digests = Onde se lê “resumo nosso”, as palavras são de nosso próprio resumo; o link leva ao original.
about-ownership = Mostramos a quem pertence uma fonte quando sabemos. “Desconhecido” quer dizer que não sabemos.
about-counts = { $passages ->
    [one] { $passages } trecho
   *[other] { $passages } trechos
} de { $publishers ->
    [one] { $publishers } fonte
   *[other] { $publishers } fontes
}.
about-language = Em { $language }: { $count }
about-built = Última leitura: { $moment } ({ $ago }).

## Frases curtas

question-empty = Acrescente sua pergunta, por exemplo: /ask { $question }
question-too-long = Isto é longo demais para uma só pergunta. Use menos de { $limit } caracteres.
failure = Algo deu errado do nosso lado. Tente de novo daqui a pouco.
too-many-questions = Foram muitas perguntas seguidas. Espere um momento e pergunte de novo.
button-too-old = Esta resposta é antiga demais para seus botões. Pergunte de novo.
not-administrator = Este comando é só para administradores.
no-snapshot = A coleção ainda está sendo preparada. Tente mais tarde.

## Para administradores

status-building = A coleção está sendo lida de novo.
status-idle = Nenhuma leitura em curso.
status-uptime = Em funcionamento há { $duration }
status-questions = Perguntas respondidas desde o início: { $count }
status-memory = Memória: { $megabytes } MB
status-engine = Motor: { $engine }
status-snapshot = Versão do índice: { $snapshot }
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
