# O que os leitores veem, em português. As mesmas chaves e variáveis dos outros catálogos; sem formatação.

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
note-ambiguous-date = A data foi deixada de lado, porque pode ser lida como dia/mês ou mês/dia: escreva o mês por extenso (3 de maio de 2019).
note-one-side = Tudo o que se encontrou sobre isto vem de um só lado.
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
