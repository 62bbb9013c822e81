## Temas acompanhados

button-watch = Acompanhar este tema
button-watch-end = Encerrar o tema { $place }
watch-set = Tema { $place } em acompanhamento: { $topic }
watch-set-pause = Novos trechos que correspondam chegarão aqui, no máximo uma vez a cada { $duration } e nunca nas horas de silêncio.
watch-foot = /unwatch { $place } encerra este tema. /watches lista todos.
watch-which = Acrescente um tema, por exemplo: /watch { $topic }
watch-example = conversas entre o governo e a oposição
watch-too-many = Aqui não cabem mais temas; o máximo é { $limit }. /watches lista todos; encerre um primeiro.
watch-administrators-only = Só administradores deste grupo podem mudar os temas que ele acompanha.
watches-none = Nenhum tema é acompanhado aqui. Para começar: /watch { $topic }
watches-head = { $count ->
    [one] { $count } tema em acompanhamento
   *[other] { $count } temas em acompanhamento
}
watches-line = { $place }. { $topic }
watches-end = /unwatch { $place } encerra o tema com esse número.
watch-ended = O tema { $place } foi encerrado: { $topic }
watch-ended-before = Este tema já tinha sido encerrado.
watch-unknown = Não há tema { $place } aqui. /watches lista todos.
watch-news = Novidades do tema { $place }: { $topic }
watch-news-repeated = Talvez você já tenha recebido esta mensagem: o bot foi interrompido ao enviá-la.

## Correções

button-corrections = Avisar-me de correções
corrections-set = { $count ->
    [one] Você receberá um aviso se este artigo for corrigido ou retirado. Até { $day }.
   *[other] Você receberá um aviso se um destes { $count } artigos for corrigido ou retirado. Até { $day }.
}
corrections-asked = { $count ->
    [one] Há avisos de correções para { $count } resposta. /notify off encerra os avisos.
   *[other] Há avisos de correções para { $count } respostas. /notify off encerra os avisos.
}
corrections-which = Envie /notify em resposta a uma mensagem minha com trechos.
corrections-off = Não haverá mais avisos de correções.
corrections-none = Não havia avisos de correções aqui.
corrections-in-private = Escrevi para você em particular.
corrections-start-first = Ainda não posso escrever para você. Abra uma conversa particular comigo, toque em Iniciar e tente de novo.
corrections-head = Algo que lhe foi mostrado mudou
corrections-noticed = Notado em { $day }.
corrections-foot = /notify off encerra estes avisos.
correction-removed = Este artigo foi retirado da coleção.
correction-shown = Foi mostrado a você:
correction-was = Dizia:
correction-is = Agora diz:
correction-gone = Esta frase não está mais no artigo.
correction-title-was = Título anterior: { $title }
correction-title-is = Título atual: { $title }
correction-date-was = Data anterior: { $date }
correction-date-is = Data atual: { $date }
correction-publisher-was = Fonte anterior: { $publisher }
correction-publisher-is = Fonte atual: { $publisher }
correction-added = { $count ->
    [one] Novo em outra parte do artigo:
   *[other] Novo em outras partes do artigo, { $count } frases:
}
correction-added-more = e mais { $count }
correction-taken-out = Frases que sumiram de outras partes do artigo: { $count }
correction-too-long = O artigo mudou; a mudança é longa demais para ser citada aqui.
