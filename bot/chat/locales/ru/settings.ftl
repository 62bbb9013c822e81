## Настройки

settings-words-language = язык
settings-words-passages = отрывки, языки
settings-words-hits = число, количество
settings-words-leave-out = исключить, без
settings-words-take-back = вернуть
settings-words-pressers = кнопки
settings-words-quiet = тишина, тихие часы
settings-words-zone = пояс, часовой пояс
settings-words-deletion = удалять, срок
settings-words-period = период, даты
settings-words-reset = сбросить
settings-words-automatic = автоматически, авто
settings-words-all = все, всё
settings-words-off = нет, никогда
settings-words-anybody = все, любой
settings-words-asker = спросивший, автор вопроса
settings-words-state = государственные, государственный
settings-words-public = общественные, общественный
settings-words-private = частные, частный
settings-words-nonprofit = некоммерческие, некоммерческий
settings-words-party = партийные, партийный
settings-words-unknown = неизвестные, владелец неизвестен

settings-of-person = Ваши настройки
settings-of-group = Настройки этой группы
settings-commands = Без кнопок: /settings и одно из этих слов: { $words }
settings-write = Или напишите, например:

settings-line-language = Язык бота: { $value }
settings-line-passages = Языки отрывков: { $value }
settings-line-hits = Отрывков в ответе: { $value }
settings-line-leave-out = Исключено: { $value }
settings-line-pressers = Кнопки под ответами нажимает: { $value }
settings-line-quiet = Тихие часы: { $value }
settings-line-zone = Часовой пояс: { $value }
settings-line-deletion = Срок жизни ответов: { $value }
settings-line-period = Период по умолчанию: { $value }

settings-about-language = Язык, на котором говорит бот. Отрывки приводятся на своём языке.
settings-about-passages = Показываются отрывки только на этих языках.
settings-about-hits = Сколько отрывков ответ показывает сразу. Следующие открывает кнопка «{ button-more }».
settings-about-leave-out = Статьи этих источников и источников с такой собственностью не показываются никогда.
settings-about-pressers = Кто может нажимать кнопки под ответом в этой группе: все или только тот, кто спросил.
settings-about-quiet = В эти часы бот ничего не присылает сам. На вопросы он отвечает всегда.
settings-about-zone = По этому поясу считаются тихие часы. Пояс с названием учитывает летнее время.
settings-about-deletion = Через это время бот удаляет свои ответы в этой группе.
settings-about-period = Действует, если в вопросе нет дат. Он указан под ответом, там же его можно снять.

settings-automatic-language = автоматически, как в вашем Telegram
settings-automatic-language-group = автоматически, у каждого свой
settings-pressers-anybody = любой в группе
settings-pressers-asker = только спросивший
settings-automatic-hits = автоматически ({ $count })
settings-nothing = ничего
settings-no-quiet = нет
settings-no-period = нет
settings-all-languages = все
settings-no-limit = без срока
settings-hours = с { $start } до { $end }, { $zone }
settings-zone-now = { $zone } (там сейчас { $time })
settings-last-months = последние { $count } { $count ->
    [one] месяц
    [few] месяца
   *[other] месяцев
}
settings-period-now = { $words } ({ $period })
settings-period-lost = { $words } (больше не распознаётся)
settings-chosen = { $choice } (сейчас)

settings-button-language = Язык
settings-button-passages = Языки отрывков
settings-button-hits = Число отрывков
settings-button-leave-out = Исключённые
settings-button-pressers = Кнопки
settings-button-quiet = Тихие часы
settings-button-zone = Часовой пояс
settings-button-deletion = Срок жизни
settings-button-period = Период
settings-button-reset = Сбросить всё
settings-button-reset-yes = Да, сбросить всё
settings-button-back = Все настройки
settings-button-automatic = Автоматически
settings-button-all = Все языки
settings-button-from = С { $time }
settings-button-to = До { $time }
settings-button-take-back = Вернуть { $publisher }

settings-saved = Сохранено.
settings-reset-sure = Вернуть всё, как было вначале?
settings-reset-done = Все настройки снова такие, как вначале.
settings-administrators-only = Менять настройки группы могут только её администраторы.
settings-groups-only = Это настраивается только в группах.
settings-not-understood = Не получилось понять.
settings-button-old = Эта кнопка слишком старая. Отправьте /settings ещё раз.
settings-wrong-language = На этом языке бот не говорит. Он говорит на таких: { $languages }.
settings-wrong-passages = В подборке нет отрывков на языке «{ $language }». Есть: { $languages }.
settings-wrong-hits = Напишите число от 1 до { $most }.
settings-wrong-publisher = Такого источника в подборке нет. Список: /sources
settings-not-left-out = Такой источник не исключён.
settings-several-publishers = Подходит несколько: { $publishers }. Напишите название целиком.
settings-close-publishers = Такого источника в подборке нет. Может быть: { $publishers }?
settings-too-many-publishers = Исключить можно не больше { $most } источников. Сначала верните какой-нибудь.
settings-wrong-pressers = Выберите, кто может нажимать кнопки.
settings-wrong-quiet = Напишите два разных времени суток, например 22:00-07:00.
settings-wrong-zone = Такой часовой пояс неизвестен. Напишите его как UTC+03:00 или Europe/Moscow.
settings-wrong-deletion = Напишите число минут от 1 до { $most }: Telegram позволяет боту удалять только два дня.
settings-wrong-period = Не получилось прочесть период. Напишите его как 2019-01-01 - 2019-06-30 или «последние 3 месяца».
