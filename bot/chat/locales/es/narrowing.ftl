## Acotar una respuesta: botones

button-narrow = Acotar
button-back = Volver
narrow-language = Idioma
narrow-publisher = Medio
narrow-before = Antes de un día
narrow-after = Después de un día
choose-language = En { $language }
choose-before = Antes del { $day }
choose-after = Después del { $day }
button-all-languages = Todos los idiomas
button-all-publishers = Todos los medios
button-nothing-left-out = No omitir nada
button-timeline = Cronología
button-answers-it = Responde
button-not-it = No responde

## Acotar una respuesta: lo que está en vigor

only-languages = Solo en { $languages }.
only-publishers = Solo de { $publishers }.
left-out-publishers = Omitidos: { $publishers }.
left-out-owners = Omitidos según su propietario: { $kinds }.
asked = Pregunta: { $question }
no-answer-narrowed = La colección no tiene nada dentro de estos límites.

## Acotar con palabras

narrow-how = Responde a una de mis respuestas con lo que quieras acotar, por ejemplo: /only en español, /only TASS, /only antes del { $day }. /only todo lo quita.
more-how = Responde a una de mis respuestas con /more, /nearest o /context y un número.
no-more = No hay más fragmentos.

## Grupos

introduction = ¡Hola! Escriban /ask y una pregunta, y respondo con fragmentos de artículos de prensa, citados palabra por palabra.
button-not-yours = En este grupo, solo quien preguntó puede usar estos botones.
other-chats-only = Este bot solo funciona en determinados chats, y este no es uno de ellos. ¡Adiós!
other-people-only = Este bot solo funciona en determinados chats, y este no es uno de ellos.
