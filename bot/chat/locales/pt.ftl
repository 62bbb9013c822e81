# O que os leitores veem, em português. As mesmas chaves e variáveis dos outros catálogos; sem formatação.

## Comandos

command-ask = Fazer uma pergunta
command-start = Começar aqui
command-help = Como perguntar
command-about = O que há na coleção
command-status = Como está o bot
command-reindex = Ler a coleção de novo

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
help-admin = Para administradores: /status mostra como está o bot, /reindex lê a coleção de novo.
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
