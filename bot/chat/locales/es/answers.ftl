# Lo que ven los lectores, en español. Las mismas claves y variables que en los demás catálogos; sin marcas de formato.

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
note-ambiguous-date = La fecha se dejó de lado, porque puede leerse como día/mes o como mes/día: escriba el mes con letras (3 de mayo de 2019).
note-one-side = Todo lo que se encontró sobre esto viene de un solo lado.
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
