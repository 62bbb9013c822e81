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
help-answer = Para uma resposta, respondendo a ela:
help-more = /more: os trechos seguintes
help-context = /context 2: o texto ao redor do trecho 2
help-nearest = /nearest: os trechos mais próximos, quando nada responde
help-only = /only em português: restringi-la; /only tudo: remover os limites
help-notify = /notify: ser avisado de correções
help-feedback = /feedback yes, /feedback no: se ela responde ou não
help-overview = Para uma visão geral, com um período se quiser:
help-timeline = /timeline e um tema: os artigos dia a dia, com um gráfico
help-compare = /compare e um tema: o que dizem fontes de proprietários diferentes
help-sources = /sources: as fontes; /source e um nome: uma delas
help-later = Para você, agora e depois:
help-watch = /watch e um tema: os trechos novos são enviados a você; /watches lista os temas
help-settings = /settings: idioma, número de trechos, o que se omite e mais
help-privacy = /privacy: o que fica guardado; /forget: apagar tudo
help-about = /about: o que a coleção contém
help-admin = Para administradores do bot:
help-status = /status: como está o bot; /feedback: contagem de votos
help-reindex = /reindex: ler a coleção de novo; /rollback: voltar ao instantâneo anterior
help-article = /article ou /remove e um nome de arquivo, uma parte dele ou a forma curta: mostrar um artigo, removê-lo
help-adding = Para acrescentar um artigo, envie em particular um arquivo ou um endereço.
help-in-group = Escreva /ask e a pergunta, ou a pergunta com @{ $username }. Em resposta a uma mensagem, /ask procura o que ela diz.
help-in-group-read = Toque em uma citação para vê-la inteira. Respondendo a uma resposta, continua-se a perguntar: “e em março?”
help-in-group-words = Também em resposta a uma resposta: /more, /context 2, /only em português
help-in-group-rest = Visões gerais: /timeline, /compare, /sources. Todo o resto: /help em particular.
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
