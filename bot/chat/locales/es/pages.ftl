## Inicio, ayuda, acerca de

start = Pregunte con sus propias palabras. La respuesta es una lista breve de fragmentos de artículos de prensa y de resúmenes de ellos, citados al pie de la letra, cada uno con su medio y su fecha.
start-next = Envíe su pregunta como mensaje. /help explica más.
example = Por ejemplo: { $question }
help-ask = Escriba la pregunta como se la haría a una persona, en español, inglés, ruso, portugués o francés. Los fragmentos pueden estar en cualquiera de estos idiomas.
help-dates = Nombre una fecha o un período para acotar: «el 1 de mayo de 2019», «en marzo». «{ button-all-dates }», bajo la respuesta, quita ese límite.
help-read = Toque una cita para verla entera. «Contexto» muestra el texto que la rodea, y el enlace abre el artículo.
help-digest = «Resumen nuestro» significa que el fragmento cita nuestro propio resumen, no las palabras del medio.
help-group = En un grupo: /ask y su pregunta.
help-inline = En cualquier chat: @{ $username } y su pregunta.
help-nothing = Cuando nada en la colección responde, el bot lo dice. Nunca escribe una respuesta propia.
help-admin = Para administradores: /status muestra cómo está el bot, /reindex lee de nuevo la colección. /sources enumera los medios; /article y /remove con un nombre de archivo muestran o quitan un artículo. Para añadir uno, envíe en privado un archivo o una dirección.
about = El bot busca fragmentos en una colección de artículos de prensa y los cita al pie de la letra. No añade nada ni saca conclusiones.
about-digests = Donde dice «resumen nuestro», las palabras son de nuestro propio resumen; el enlace lleva al original.
about-ownership = Mostramos de quién es un medio cuando lo sabemos. «Desconocido» quiere decir que no lo sabemos.
about-counts = { $passages ->
    [one] 1 fragmento
   *[other] { $passages } fragmentos
} de { $publishers ->
    [one] 1 medio
   *[other] { $publishers } medios
}.
about-language = En { $language }: { $count }
about-built = Última lectura: { $moment } ({ $ago }).

## Frases amables

question-empty = Añada su pregunta, por ejemplo: /ask { $question }
question-too-long = Es demasiado largo para una sola pregunta. Escriba menos de { $limit } caracteres.
failure = Algo falló de nuestro lado. Inténtelo de nuevo en un momento.
too-many-questions = Han sido muchas preguntas seguidas. Espere un momento y pregunte de nuevo.
button-too-old = Esta respuesta es demasiado antigua para sus botones. Pregunte de nuevo.
not-administrator = Este comando es solo para administradores.
no-snapshot = La colección todavía se está preparando. Inténtelo más tarde.
