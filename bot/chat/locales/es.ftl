# Lo que ven los lectores, en español. Las mismas claves y variables que en los demás catálogos; sin marcas de formato.

## Comandos

command-ask = Hacer una pregunta
command-start = Empezar aquí
command-help = Cómo preguntar
command-about = Qué contiene la colección
command-status = Cómo está el bot
command-reindex = Leer de nuevo la colección
command-sources = Medios y sus artículos
command-article = Mostrar un artículo
command-remove = Quitar un artículo

## Fechas

period-closed = del { $first } al { $last }
period-since = desde el { $day }
period-until = hasta el { $day }
period-all = todas las fechas
moment = { $day }, { $time } UTC

## Encabezado de una respuesta

head-passages = { $count ->
    [one] 1 fragmento
   *[other] { $count } fragmentos
}
head-range = Fragmentos { $first } a { $last } de { $total }
head-last = Fragmento { $number } de { $total }
head-nearest = { $count ->
    [one] El fragmento más cercano. Puede que no responda a la pregunta.
   *[other] Los fragmentos más cercanos. Puede que no respondan a la pregunta.
}
head-publishers = { $count ->
    [one] 1 medio
   *[other] { $count } medios
}
head-publishers-known = { $count ->
    [one] 1 medio conocido
   *[other] { $count } medios conocidos
}
head-publishers-unknown = medio desconocido
head-undated = { $count } sin fecha
head-dates-unknown = fechas desconocidas

## Un fragmento

publisher-unknown = Medio desconocido
ownership-state = estatal
ownership-public = servicio público
ownership-private = privado
ownership-nonprofit = sin ánimo de lucro
ownership-party = de un partido
ownership-unknown = propietario desconocido
date-unknown = fecha desconocida
hit-digest = resumen nuestro
hit-language = en { $language }
hit-agency = agencia: { $agency }
hit-other-side = otro lado
also-entry = { $publisher } ({ $date })
also = También: { $list }
also-more = { $count } más
open-article = Abrir el artículo
shortened-before = [el fragmento empieza antes …]
shortened-after = [… el fragmento continúa]
article-before = [el artículo empieza antes …]
article-after = [… el artículo continúa]
quote-open = «
quote-close = »

## Notas bajo una respuesta

note-outside-coverage = Las fechas pedidas quedan fuera de la colección, que abarca { $period }.
note-outside-undated = No se pueden comprobar las fechas pedidas: ningún artículo de la colección tiene fecha.
note-undated-left-out = Los artículos sin fecha quedaron fuera.
note-one-side = Todos estos fragmentos vienen de un solo lado.
note-no-language = La colección no tiene artículos en { $language }.
period-only = Solo artículos de estas fechas: { $period }.
period-first = Primero van los artículos de estas fechas: { $period }.

## Sin respuesta

no-answer = Ningún fragmento de la colección responde a esto.
no-answer-period = La colección no tiene nada de estas fechas: { $period }.
small-talk = ¡Hola! Respondo preguntas con citas de una colección de artículos de prensa. Por ejemplo:
instruction = Solo puedo citar una colección de artículos de prensa. Pregúnteme por las noticias, por ejemplo:
gibberish = No encontré una pregunta en ese mensaje. Pruebe con unas palabras, por ejemplo:
example-question = ¿Dónde se celebraron las conversaciones entre el gobierno y la oposición?
coverage = La colección contiene { $articles ->
    [one] 1 artículo
   *[other] { $articles } artículos
} en { $languages }; fechas de publicación: { $undated ->
    [0] { $period }.
   *[other] { $period }; sin fecha: { $undated }.
}
coverage-undated = La colección contiene { $articles ->
    [one] 1 artículo
   *[other] { $articles } artículos
} en { $languages }, sin fechas.

## Botones

button-context = Contexto { $number }
button-more = Más
button-nearest = Fragmentos más cercanos
button-all-dates = Todas las fechas

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

## Para administradores

status-building = Se está leyendo de nuevo la colección.
status-idle = No hay ninguna lectura en curso.
status-uptime = En marcha desde hace { $duration }
status-questions = Preguntas respondidas desde el inicio: { $count }
status-memory = Memoria: { $megabytes } MB
status-engine = Motor: { $engine }
status-snapshot = Versión del índice: { $snapshot }
status-feeds = Canales: { $count }
status-feed = { $host }: leído { $ago }, artículos hasta ahora: { $articles }
status-feed-not-yet = { $host }: todavía sin leer
status-feed-failing = { $host }: falla desde el { $moment }. Motivo: { $reason }
status-feed-never-worked = { $host }: nunca se ha podido leer. Motivo: { $reason }
build-started = Leyendo la colección. El bot sigue respondiendo mientras tanto.
build-busy = Ya se está leyendo la colección. Espere a que termine.
build-failed = No se pudo leer la colección; el bot sigue con lo que tenía. Motivo: { $reason }
build-stage = { $stage }: { $done } de { $total }
build-stage-open = { $stage }
stage-read = Lectura de artículos
stage-encode = Codificación de fragmentos
stage-publish = Publicación del índice
build-finished = Colección leída: { $articles ->
    [one] 1 artículo
   *[other] { $articles } artículos
}, { $passages ->
    [one] 1 fragmento
   *[other] { $passages } fragmentos
}.
build-changes = Añadidos: { $added }. Cambiados: { $changed }. Quitados: { $removed }.
build-work = Fragmentos codificados: { $encoded }. Reutilizados: { $reused }. Duración: { $duration }.
build-skipped = Archivos omitidos: { $count }
build-skipped-more = y { $count } más

## Artículos a mano

draft-many = Artículos en este archivo: { $count }
draft-skipped = Partes omitidas: { $count }
draft-button-add = Añadir
draft-button-add-all = Añadir todos
draft-button-cancel = Cancelar
draft-button-date = Cambiar la fecha
draft-button-publisher = Cambiar el medio
draft-button-remove = Quitar
draft-button-keep = Conservar
draft-button-undo = Deshacer
draft-button-reindex = Leer de nuevo ahora
draft-copies = Se parece a:
draft-date = Fecha: { $date } (encontrada en: { $found })
draft-date-unknown = Fecha: desconocida
draft-publisher = Medio: { $publisher }
draft-size = En { $language }, fragmentos: { $passages }
draft-file = Archivo: { $file }
draft-added = Añadidos: { $new }. Sustituidos: { $changed }. Ya estaban: { $same }.
draft-reindex = /reindex lo incorpora a las respuestas.
draft-ask-date = ¿Qué fecha? Envíela como 2019-05-02 o con palabras, o bien - si no se conoce.
draft-ask-publisher = ¿Qué medio? Envíe el nombre, o bien - si no se conoce.
draft-wrong-date = No es una fecha que se pueda usar aquí. Envíela como 2019-05-02, o bien - si no se conoce.
draft-wrong-publisher = No es el nombre de un medio. Envíe una línea de 80 caracteres como máximo, o bien - si no se conoce.
draft-left = Queda como estaba.
draft-cancelled = No se ha cambiado nada.
draft-gone = Esto ya se resolvió o es demasiado antiguo. Envíelo de nuevo.
draft-remove-sure = ¿Quitar este artículo de la colección?
draft-removed = Quitado: { $file }. Saldrá de las respuestas con la próxima lectura; hasta entonces se puede deshacer.
draft-put-back = El artículo ha vuelto a su sitio.
draft-undo-late = La colección se ha leído desde entonces y esto ya no se puede deshacer aquí. El archivo sigue en la carpeta .removed.
draft-unreadable = No ha sido posible. Motivo: { $reason }
draft-too-large = El archivo ocupa más de 20 MB. Póngalo en la carpeta del corpus.
draft-name-missing = Añada el nombre del archivo del artículo, por ejemplo: /article 2019-05-02-example-talks
sources = Medios: { $count }
