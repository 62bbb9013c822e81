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
