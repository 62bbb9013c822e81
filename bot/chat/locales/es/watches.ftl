## Temas vigilados

button-watch = Seguir este tema
button-watch-end = Dejar el tema { $place }
watch-set = Tema { $place } en seguimiento: { $topic }
watch-set-pause = Los fragmentos nuevos que coincidan llegarán aquí, como mucho una vez cada { $duration } y nunca en las horas de silencio.
watch-foot = /unwatch { $place } deja de seguir este tema. /watches los enumera todos.
watch-which = Añada un tema, por ejemplo: /watch { $topic }
watch-example = conversaciones entre el gobierno y la oposición
watch-too-many = Aquí no se pueden seguir más temas; el máximo es { $limit }. /watches los enumera; deje uno primero.
watch-administrators-only = Solo los administradores de este grupo pueden cambiar los temas que sigue.
watches-none = Aquí no se sigue ningún tema. Para empezar: /watch { $topic }
watches-head = { $count ->
    [one] 1 tema en seguimiento
   *[other] { $count } temas en seguimiento
}
watches-line = { $place }. { $topic }
watches-end = /unwatch { $place } deja de seguir el tema con ese número.
watch-ended = El tema { $place } ya no se sigue: { $topic }
watch-ended-before = Este tema ya no se seguía.
watch-unknown = Aquí no hay ningún tema { $place }. /watches los enumera.
watch-news = Novedades del tema { $place }: { $topic }
watch-news-repeated = Puede que ya haya recibido este mensaje: el bot se interrumpió al enviarlo.

## Correcciones

button-corrections = Avisarme de correcciones
corrections-set = { $count ->
    [one] Recibirá un aviso si este artículo se corrige o se retira. Hasta el { $day }.
   *[other] Recibirá un aviso si alguno de estos { $count } artículos se corrige o se retira. Hasta el { $day }.
}
corrections-asked = { $count ->
    [one] Se avisa de correcciones para 1 respuesta. /notify off termina los avisos.
   *[other] Se avisa de correcciones para { $count } respuestas. /notify off termina los avisos.
}
corrections-which = Envíe /notify como respuesta a un mensaje mío con fragmentos.
corrections-off = No habrá más avisos de correcciones.
corrections-none = Aquí no había avisos de correcciones.
corrections-in-private = Le he escrito en privado.
corrections-start-first = Todavía no puedo escribirle. Abra un chat privado conmigo, pulse Iniciar e inténtelo de nuevo.
corrections-head = Algo que se le mostró ha cambiado
corrections-noticed = Advertido el { $day }.
corrections-foot = /notify off termina estos avisos.
correction-removed = Este artículo se retiró de la colección.
correction-shown = Se le mostró:
correction-was = Decía:
correction-is = Ahora dice:
correction-gone = Esta frase ya no está en el artículo.
correction-title-was = Título anterior: { $title }
correction-title-is = Título actual: { $title }
correction-date-was = Fecha anterior: { $date }
correction-date-is = Fecha actual: { $date }
correction-publisher-was = Medio anterior: { $publisher }
correction-publisher-is = Medio actual: { $publisher }
correction-added = { $count ->
    [one] Nuevo en otra parte del artículo:
   *[other] Nuevo en otras partes del artículo, { $count } frases:
}
correction-added-more = y { $count } más
correction-taken-out = Frases que desaparecieron de otras partes del artículo: { $count }
correction-too-long = El artículo ha cambiado; el cambio es demasiado largo para citarlo aquí.
