## Restringir uma resposta: botões

button-narrow = Restringir
button-back = Voltar
narrow-language = Idioma
narrow-publisher = Fonte
narrow-before = Antes de um dia
narrow-after = Depois de um dia
choose-language = Em { $language }
choose-before = Antes de { $day }
choose-after = Depois de { $day }
button-all-languages = Todos os idiomas
button-all-publishers = Todas as fontes
button-nothing-left-out = Não omitir nada
button-timeline = Cronologia
button-answers-it = Responde
button-not-it = Não responde

## Restringir uma resposta: o que está em vigor

only-languages = Só em { $languages }.
only-publishers = Só de { $publishers }.
left-out-publishers = Omitidos: { $publishers }.
left-out-owners = Omitidos pelo proprietário: { $kinds }.
asked = Pergunta: { $question }
no-answer-narrowed = A coleção não tem nada dentro destes limites.

## Restringir com palavras

narrow-how = Responda a uma das minhas respostas dizendo a que restringi-la, por exemplo: /only em português, /only TASS, /only antes de { $day }. /only tudo remove a restrição.
more-how = Responda a uma das minhas respostas com /more, /nearest ou /context e um número.
no-more = Não há mais trechos.

## Grupos

introduction = Olá! Escrevam /ask e uma pergunta, e eu respondo com trechos de notícias, citados palavra por palavra.
button-not-yours = Neste grupo, só quem perguntou pode usar estes botões.
other-chats-only = Este bot funciona apenas em certos chats, e este não é um deles. Até logo!
other-people-only = Este bot funciona apenas em certos chats, e este não é um deles.
