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
