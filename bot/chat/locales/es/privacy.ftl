## /privacy

privacy-head = Lo que este bot guarda sobre usted, y por cuánto tiempo:
privacy-head-group = Lo que este bot guarda sobre este grupo, y por cuánto tiempo:
privacy-days = { $count ->
    [one] 1 día
   *[other] { $count } días
}
privacy-answers = Respuestas con la pregunta, para que funcionen sus botones: { $duration }.
privacy-settings = Ajustes: hasta que se cambien o se borren.
privacy-watches = Temas en seguimiento: hasta que se dejen. Qué fragmentos se avisaron: { $duration }.
privacy-corrections = Lo que se le mostró de artículos de cuyas correcciones pidió aviso: { $duration }.
privacy-votes = Votos sobre respuestas, sin la pregunta: { $duration }. Pasados { $linked }, ya no son de nadie.
privacy-questions = Preguntas junto con votos: solo si usted lo permite, { $duration }. /feedback off las borra.
privacy-updates = Mensajes al bot: hasta que se atienden. Después solo queda su número: { $duration }.
privacy-administrator = Para administradores: artículos en espera de una decisión: { $duration }. Lo que se hizo con los artículos queda registrado; /forget quita de ahí su nombre.
privacy-log = El registro técnico no contiene preguntas ni mensajes.
privacy-forget = /forget lo borra todo al instante.
privacy-forget-group = /forget lo borra todo al instante; solo pueden hacerlo los administradores del grupo.

## /forget

forgotten = Se borró todo lo guardado sobre usted.
forgotten-group = Se borró todo lo guardado sobre este grupo.
forgotten-answers = Respuestas: { $count }
forgotten-settings = Ajustes: { $count }
forgotten-watches = Temas en seguimiento: { $count }
forgotten-corrections = Respuestas con aviso de correcciones: { $count }
forgotten-votes = Votos: { $count }
forgotten-drafts = Artículos en espera de una decisión: { $count }
forgotten-other = Otras entradas: { $count }
forgotten-messages = Los mensajes de este chat están en Telegram; allí puede borrarlos. Los botones de las respuestas antiguas ya no funcionan.
forget-administrators-only = Solo los administradores de este grupo pueden borrar lo guardado sobre él.
