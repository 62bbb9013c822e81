## Para administradores

status-building = Se está leyendo de nuevo la colección.
status-idle = No hay ninguna lectura en curso.
status-uptime = En marcha desde hace { $duration }
status-questions = Preguntas respondidas desde el inicio: { $count }
status-memory = Memoria: { $megabytes } MB
status-engine = Motor: { $engine }
status-snapshot = Versión del índice: { $snapshot }
status-previous = Versión a la que se puede volver: { $snapshot }
status-no-previous = No se puede volver atrás: no hay ninguna versión anterior.
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
rollback-sure = ¿Volver a la versión { $previous }? El bot responderá con ella y { $live } quedará retirada hasta la próxima lectura.
rollback-by-words = Sin botones: { $command }
rollback-button-go = Volver
rollback-button-keep = Dejarlo así
rollback-done = El bot responde ahora con { $live }. La versión { $withdrawn } queda retirada; la próxima lectura publicará una nueva.
rollback-left = No se ha cambiado nada.
rollback-nothing-older = No hay ninguna versión anterior a la que volver.
rollback-outdated = Las versiones han cambiado desde entonces. Envíe /rollback otra vez.
rollback-failed = No fue posible volver atrás; el bot sigue con lo que tenía. Motivo: { $reason }

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
draft-agency = Agencia: { $agency }
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
draft-words = Tras /draft escriba una de estas palabras: { $words }. Con un valor: /draft date 2019-05-02.
