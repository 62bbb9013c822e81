## Comandos

command-ask = Hacer una pregunta
command-start = Empezar aquí
command-help = Cómo preguntar
command-about = Qué contiene la colección
command-status = Cómo está el bot
command-reindex = Leer de nuevo la colección
command-rollback = Volver a la versión anterior del índice
command-sources = Medios y sus artículos
command-article = Mostrar un artículo
command-remove = Quitar un artículo
command-settings = Cambiar los ajustes
command-only = Acotar una respuesta: en español, TASS, todo
command-more = Más fragmentos
command-context = El texto alrededor de un pasaje
command-nearest = Los fragmentos más cercanos
command-timeline = Artículos sobre un tema, día a día
command-compare = Qué dice cada lado sobre un tema
command-source = Sobre un medio
command-watch = Seguir un tema
command-watches = Temas en seguimiento
command-notify = Recibir avisos de correcciones
command-feedback = Votar una respuesta
command-privacy = Qué se guarda y por cuánto tiempo
command-forget = Borrar lo guardado sobre mí
command-draft = Decidir sobre un artículo
