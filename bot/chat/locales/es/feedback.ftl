## Votos

button-feedback-yes = Sí, guardar mi pregunta
button-feedback-no = No
feedback-thanks = Gracias, anotado. El voto se cuenta; su pregunta no se guarda.
feedback-thanks-kept = Gracias, anotado. Su pregunta se guarda con su voto.
feedback-thanks-group = Gracias, anotado. Su pregunta no se guarda. Para permitirlo, envíeme /feedback on en privado.
feedback-question = Gracias por su voto. ¿Podemos guardar sus preguntas junto con sus votos, para mejorar las respuestas? Solo las verían los administradores de este bot, sin su nombre.
feedback-question-commands = /feedback on lo permite; /feedback off lo retira en cualquier momento.
feedback-agreed = Sus preguntas se guardan con sus votos. /feedback off lo retira y las borra.
feedback-disagreed = Sus votos se cuentan sin sus preguntas. /feedback on permite guardarlas.
feedback-how = Para votar, responda a un mensaje mío con /feedback yes (sí responde) o /feedback no (no responde).
feedback-which = Responda a un mensaje mío con /feedback yes o /feedback no.
feedback-nobody = Para votar hace falta una persona. Vote en su propio nombre.

## Para administradores

feedback-head = Votos sobre las respuestas
feedback-all = Todos
feedback-line = { $name }: responde { $yes }, no responde { $no }
feedback-found = Con respuesta
feedback-nearest = Solo lo más cercano
feedback-nothing = Sin resultados
feedback-languages = Por idioma de la pregunta:
feedback-worst = Las que más veces quedaron sin respuesta (de quienes lo permitieron):
feedback-worst-line = { $count } × { $question }
feedback-no-questions = Todavía no hay preguntas guardadas: nadie lo permitió y votó.
feedback-none = Todavía no hay votos.
feedback-export-how = /feedback export envía las preguntas guardadas como archivos.
feedback-exported = Preguntas evaluadas: { $judged }. Ponga este archivo en una carpeta y ejecute: python -m bot evaluate CARPETA. Para evaluar a mano, en un segundo archivo: { $other }.
feedback-other = Preguntas que quedaron sin respuesta, para evaluar a mano.
