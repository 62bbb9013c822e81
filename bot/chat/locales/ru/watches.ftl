## Темы под наблюдением

button-watch = Следить за темой
button-watch-end = Не следить за темой { $place }
watch-set = Тема { $place } под наблюдением: { $topic }
watch-set-pause = Новые подходящие отрывки будут приходить сюда: не чаще одного раза за { $duration } и никогда в тихие часы.
watch-foot = /unwatch { $place } — больше не следить за этой темой. Все темы: /watches
watch-which = Добавьте тему, например: /watch { $topic }
watch-example = переговоры правительства и оппозиции
watch-too-many = Больше тем здесь добавить нельзя, предел: { $limit }. Список: /watches — сначала уберите одну из них.
watch-administrators-only = Менять темы, за которыми следит группа, могут только её администраторы.
watches-none = Здесь пока нет тем под наблюдением. Чтобы начать: /watch { $topic }
watches-head = { $count ->
    [one] { $count } тема под наблюдением
    [few] { $count } темы под наблюдением
   *[other] { $count } тем под наблюдением
}
watches-line = { $place }. { $topic }
watches-end = /unwatch { $place } убирает тему с этим номером.
watch-ended = За темой { $place } бот больше не следит: { $topic }
watch-ended-before = За этой темой бот уже не следит.
watch-unknown = Темы с номером { $place } здесь нет. Список: /watches
watch-news = Новое по теме { $place }: { $topic }
watch-news-repeated = Возможно, вы уже получили это сообщение: отправка прервалась.

## Исправления

button-corrections = Сообщать об исправлениях
corrections-set = { $count ->
    [one] Если статью ({ $count }) исправят или удалят, бот сообщит об этом. Срок: до { $day }
   *[other] Если какую-то из этих статей ({ $count }) исправят или удалят, бот сообщит об этом. Срок: до { $day }
}
corrections-asked = Об исправлениях бот сообщает по стольким ответам: { $count }. Отменить: /notify off
corrections-which = Отправьте /notify в ответ на моё сообщение с отрывками.
corrections-off = Сообщений об исправлениях больше не будет.
corrections-none = Об исправлениях здесь и не сообщалось.
corrections-in-private = Я написал вам в личный чат.
corrections-start-first = Я пока не могу вам написать. Откройте личный чат со мной, нажмите «Начать» и попробуйте снова.
corrections-head = То, что вам показали, изменилось
corrections-noticed = Замечено { $day }
corrections-foot = Отменить эти сообщения: /notify off
correction-removed = Эту статью удалили из подборки.
correction-shown = Вам показали:
correction-was = Было:
correction-is = Стало:
correction-gone = Этого предложения в статье больше нет.
correction-title-was = Прежний заголовок: { $title }
correction-title-is = Новый заголовок: { $title }
correction-date-was = Прежняя дата: { $date }
correction-date-is = Новая дата: { $date }
correction-publisher-was = Прежний источник: { $publisher }
correction-publisher-is = Новый источник: { $publisher }
correction-added = { $count ->
    [1] Новое в другом месте статьи:
   *[other] Новое в других местах статьи, предложений: { $count }:
}
correction-added-more = и ещё { $count }
correction-taken-out = В других местах статьи исчезло предложений: { $count }
correction-too-long = Статья изменилась; изменение слишком длинное, чтобы привести его здесь.
