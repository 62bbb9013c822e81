## Источники

sources-entry = { $publisher }: { $counts }
sources-page = Страница { $page } из { $total }. Следующую покажет /sources { $next }
sources-page-last = Страница { $page } из { $total }
sources-how = /source и название расскажет об источнике подробнее.
source-owner = Владелец: { $owner }
source-country = Страна: { $country }
source-country-unknown = Страна: неизвестна
source-evidence = Откуда это известно: { $evidence }
source-evidence-none = Откуда это известно, не записано.
source-notes = Примечание: { $notes }
source-languages = Пишет на { $languages }.
source-here = В подборке: { $counts }
source-here-none = В подборке его статей нет.
source-here-languages = Из них { $list }
source-here-language = на { $language }: { $count }
source-newest = Самые новые статьи:
source-missing = Добавьте название, например: /source { $name }
source-several = Который из них? { $list }
source-unknown = Источник с таким названием здесь неизвестен. Похожие названия: { $list }
source-unknown-at-all = Источник с таким названием здесь неизвестен. Все источники подборки покажет /sources
source-similar = Похожие названия: { $list }
button-page-earlier = Предыдущая страница
button-page-later = Следующая страница
article-short = Коротко: /article { $id }
article-several = Подходит несколько файлов. Который из них? Отправьте /article с его короткой формой:
article-entry = { $id }: { $file }
