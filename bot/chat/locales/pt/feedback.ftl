## Votos

button-feedback-yes = Sim, guardar minha pergunta
button-feedback-no = Não
feedback-thanks = Obrigado, anotado. O voto é contado; sua pergunta não é guardada.
feedback-thanks-kept = Obrigado, anotado. Sua pergunta é guardada com o voto.
feedback-thanks-group = Obrigado, anotado. Sua pergunta não é guardada. Para permitir, envie-me /feedback on em particular.
feedback-question = Obrigado pelo voto. Podemos guardar suas perguntas com os votos, para melhorar as respostas? Só os administradores deste bot as veriam, sem o seu nome.
feedback-question-commands = /feedback on permite; /feedback off retira a permissão a qualquer momento.
feedback-agreed = Suas perguntas são guardadas com os votos. /feedback off retira a permissão e as apaga.
feedback-disagreed = Seus votos são contados sem as perguntas. /feedback on permite guardá-las.
feedback-how = Para votar, responda a uma mensagem minha com /feedback yes (responde) ou /feedback no (não responde).
feedback-which = Responda a uma mensagem minha com /feedback yes ou /feedback no.
feedback-nobody = Só uma pessoa pode votar. Vote em seu próprio nome.

## Para administradores

feedback-head = Votos sobre as respostas
feedback-all = Todos
feedback-line = { $name }: responde { $yes }, não responde { $no }
feedback-found = Com resposta
feedback-nearest = Só o mais próximo
feedback-nothing = Nada encontrado
feedback-languages = Por idioma da pergunta:
feedback-worst = As que mais ficaram sem resposta (de quem permitiu):
feedback-worst-line = { $count } × { $question }
feedback-no-questions = Ainda não há perguntas guardadas: ninguém permitiu e votou.
feedback-none = Ainda não há votos.
feedback-export-how = /feedback export envia as perguntas guardadas como arquivos.
feedback-exported = Perguntas avaliadas: { $judged }. Ponha este arquivo em uma pasta e execute: python -m bot evaluate PASTA. Para avaliar à mão, em um segundo arquivo: { $other }.
feedback-other = Perguntas que ficaram sem resposta, para avaliar à mão.
