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
help-answer = Para una respuesta, contestando a ella:
help-more = /more: los fragmentos siguientes
help-context = /context 2: el texto que rodea el fragmento 2
help-nearest = /nearest: los fragmentos más cercanos, cuando nada responde
help-only = /only en español: acotarla; /only todo: quitar los límites
help-notify = /notify: recibir avisos de correcciones
help-feedback = /feedback yes, /feedback no: si le responde o no
help-overview = Para tener una visión general, con un período si quiere:
help-timeline = /timeline y un tema: los artículos día a día, con un gráfico
help-compare = /compare y un tema: qué dicen medios de distintos propietarios
help-sources = /sources: los medios; /source y un nombre: uno de ellos
help-later = Para usted, ahora y después:
help-watch = /watch y un tema: se le envían los fragmentos nuevos; /watches los enumera
help-settings = /settings: idioma, número de fragmentos, qué se omite y más
help-privacy = /privacy: qué se guarda; /forget: borrarlo
help-about = /about: qué contiene la colección
help-admin = Para administradores del bot:
help-status = /status: cómo está el bot; /feedback: recuento de votos
help-reindex = /reindex: leer de nuevo la colección; /rollback: volver a la instantánea anterior
help-article = /article o /remove y un nombre de archivo, una parte de él o su forma corta: mostrar un artículo, quitarlo
help-adding = Para añadir un artículo, envíe en privado un archivo o una dirección.
help-in-group = Escriba /ask y su pregunta, o su pregunta con @{ $username }. Como respuesta a un mensaje, /ask busca lo que ese mensaje dice.
help-in-group-read = Toque una cita para verla entera. Contestando a una respuesta se sigue preguntando: «¿y en marzo?»
help-in-group-words = También contestando a una respuesta: /more, /context 2, /only en español
help-in-group-rest = Visiones generales: /timeline, /compare, /sources. Todo lo demás: /help en privado.
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
