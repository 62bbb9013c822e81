# Что видят читатели, по-русски. Ключи и переменные те же, что в остальных каталогах; разметки здесь нет.
# Даты оканчиваются на «г.», поэтому после { $period } и { $day } точка не ставится.

## Команды

command-ask = Задать вопрос
command-start = Начать
command-help = Как спрашивать
command-about = Что есть в подборке
command-status = Состояние бота
command-reindex = Перечитать подборку
command-sources = Источники и их статьи
command-article = Показать статью
command-remove = Удалить статью

## Даты: «со» — только перед вторым числом

period-closed = { $monthday ->
    [2] со { $first } по { $last }
   *[other] с { $first } по { $last }
}
period-since = { $monthday ->
    [2] со { $day }
   *[other] с { $day }
}
period-until = не позднее { $day }
period-all = все даты
moment = { $day }, { $time } UTC

## Заголовок ответа

head-passages = { $count ->
    [one] { $count } отрывок
    [few] { $count } отрывка
   *[other] { $count } отрывков
}
head-range = Отрывки с { $first } по { $last } из { $total }
head-last = Отрывок { $number } из { $total }
head-nearest = { $count ->
    [1] Ближайший отрывок. Ответа в нём может не быть.
   *[other] Ближайшие отрывки. Ответа в них может не быть.
}
head-publishers = { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[other] { $count } источников
}
head-publishers-known = { $count ->
    [one] { $count } известный источник
    [few] { $count } известных источника
   *[other] { $count } известных источников
}
head-publishers-unknown = источник неизвестен
head-undated = { $count } без даты
head-dates-unknown = даты неизвестны

## Отрывок

publisher-unknown = Источник неизвестен
ownership-state = государственное СМИ
ownership-public = общественное СМИ
ownership-private = частное СМИ
ownership-nonprofit = некоммерческая организация
ownership-party = партийное СМИ
ownership-unknown = владелец неизвестен
date-unknown = дата неизвестна
hit-digest = наш пересказ
hit-language = на { $language }
hit-agency = агентство: { $agency }
hit-other-side = другая сторона
also-entry = { $publisher } ({ $date })
also = Также: { $list }
also-more = ещё { $count }
open-article = Открыть статью
shortened-before = [отрывок начинается раньше …]
shortened-after = [… отрывок продолжается]
article-before = [статья начинается раньше …]
article-after = [… статья продолжается]
quote-open = «
quote-close = »

## Примечания под ответом

note-outside-coverage = Запрошенные даты за пределами подборки; в ней статьи за период { $period }
note-outside-undated = Запрошенные даты нельзя проверить: в подборке нет статей с датой.
note-undated-left-out = Статьи без даты не учтены.
note-one-side = Все эти отрывки представляют одну сторону.
note-no-language = В подборке нет статей на { $language }.
period-only = Только статьи за эти даты: { $period }
period-first = Сначала идут статьи за эти даты: { $period }

## Нет ответа

no-answer = В подборке нет отрывка, который отвечает на этот вопрос.
no-answer-period = В подборке ничего нет за эти даты: { $period }
small-talk = Здравствуйте! Я отвечаю на вопросы цитатами из подборки новостных статей. Например:
instruction = Я умею только цитировать подборку новостных статей. Спросите о новостях, например:
gibberish = Здесь не видно вопроса. Попробуйте написать несколько слов, например:
example-question = Где проходили переговоры правительства и оппозиции?
coverage = В подборке { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
   *[other] { $articles } статей
} на { $languages }; даты публикации: { $undated ->
    [0] { $period }
   *[other] { $period }; без даты: { $undated }.
}
coverage-undated = В подборке { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
   *[other] { $articles } статей
} на { $languages }, без дат.

## Кнопки

button-context = Контекст { $number }
button-more = Ещё
button-nearest = Ближайшие отрывки
button-all-dates = Все даты

## Начало, справка, о боте

start = Задайте вопрос своими словами. Ответ — короткий список отрывков из новостных статей и их пересказов, дословно, с источником и датой каждого.
start-next = Пришлите вопрос сообщением. Подробнее: /help
example = Например: { $question }
help-ask = Пишите вопрос так, как задали бы его человеку: по-русски, по-английски, по-испански, по-португальски или по-французски. Отрывки могут быть на любом из этих языков.
help-dates = Назовите дату или период, чтобы сузить поиск: «1 мая 2019 года», «в марте». Кнопка «{ button-all-dates }» под ответом снимает это ограничение.
help-read = Нажмите на цитату, чтобы увидеть её целиком. «Контекст» показывает текст вокруг неё, ссылка открывает саму статью.
help-digest = «Наш пересказ» означает, что цитируется наш собственный пересказ, а не слова источника.
help-group = В группе: /ask и вопрос.
help-inline = В любом чате: @{ $username } и вопрос.
help-nothing = Если в подборке нет ответа, бот так и говорит. Своих ответов он не сочиняет.
help-admin = Администраторам: /status показывает состояние бота, /reindex перечитывает подборку. /sources перечисляет источники, /article и /remove с именем файла показывают или удаляют статью. Чтобы добавить статью, пришлите в личном чате файл или адрес.
about = Бот находит отрывки в подборке новостных статей и приводит их дословно. Он ничего не добавляет и не делает выводов.
about-digests = Пометка «наш пересказ» означает, что слова — из нашего пересказа; ссылка ведёт к оригиналу.
about-ownership = Кому принадлежит источник, мы указываем, когда знаем. «Неизвестен» значит, что мы этого не знаем.
about-counts = Отрывков: { $passages }, источников: { $publishers }.
about-language = На { $language }: { $count }
about-built = Подборка прочитана: { $moment } ({ $ago }).

## Короткие фразы

question-empty = Добавьте вопрос, например: /ask { $question }
question-too-long = Для одного вопроса это слишком длинно. Уложитесь, пожалуйста, в { $limit } знаков.
failure = У нас что-то пошло не так. Попробуйте ещё раз чуть позже.
too-many-questions = Слишком много вопросов подряд. Подождите немного и спросите снова.
button-too-old = Этот ответ слишком старый, его кнопки больше не работают. Задайте вопрос ещё раз.
not-administrator = Эта команда только для администраторов.
no-snapshot = Подборка ещё готовится. Попробуйте позже.

## Администраторам

status-building = Подборка сейчас перечитывается.
status-idle = Подборка сейчас не перечитывается.
status-uptime = Время работы: { $duration }
status-questions = Вопросов с момента запуска: { $count }
status-memory = Память: { $megabytes } МБ
status-engine = Движок: { $engine }
status-snapshot = Версия индекса: { $snapshot }
status-feeds = Лент: { $count }
status-feed = { $host }: прочитана { $ago }, статей всего: { $articles }
status-feed-not-yet = { $host }: ещё не прочитана
status-feed-failing = { $host }: не читается (последний успех: { $moment }). Причина: { $reason }
status-feed-never-worked = { $host }: ни разу не удалось прочитать. Причина: { $reason }
build-started = Читаю подборку. Бот тем временем продолжает отвечать.
build-busy = Подборка уже перечитывается. Дождитесь окончания.
build-failed = Прочитать подборку не удалось; бот работает с прежней. Причина: { $reason }
build-stage = { $stage }: { $done } из { $total }
build-stage-open = { $stage }
stage-read = Чтение статей
stage-encode = Кодирование отрывков
stage-publish = Публикация индекса
build-finished = Подборка прочитана. Статей: { $articles }, отрывков: { $passages }.
build-changes = Добавлено: { $added }. Изменено: { $changed }. Удалено: { $removed }.
build-work = Отрывков закодировано: { $encoded }. Взято готовых: { $reused }. Время: { $duration }.
build-skipped = Пропущено файлов: { $count }
build-skipped-more = и ещё { $count }

## Статьи вручную

draft-many = Статей в этом файле: { $count }
draft-skipped = Пропущено частей: { $count }
draft-button-add = Добавить
draft-button-add-all = Добавить все
draft-button-cancel = Отмена
draft-button-date = Изменить дату
draft-button-publisher = Изменить источник
draft-button-remove = Удалить
draft-button-keep = Оставить
draft-button-undo = Вернуть
draft-button-reindex = Перечитать сейчас
draft-copies = Похоже на:
draft-date = Дата: { $date } (где найдена: { $found })
draft-date-unknown = Дата: неизвестна
draft-publisher = Источник: { $publisher }
draft-size = На { $language }, отрывков: { $passages }
draft-file = Файл: { $file }
draft-added = Добавлено: { $new }. Заменено: { $changed }. Уже было: { $same }.
draft-reindex = Чтобы это попало в ответы, отправьте /reindex.
draft-ask-date = Какая дата? Пришлите её в виде 2019-05-02 или словами; если неизвестна, пришлите -
draft-ask-publisher = Какой источник? Пришлите название; если неизвестен, пришлите -
draft-wrong-date = Такая дата здесь не подходит. Пришлите её в виде 2019-05-02; если неизвестна, пришлите -
draft-wrong-publisher = Это не название источника. Пришлите одну строку не длиннее 80 знаков; если неизвестен, пришлите -
draft-left = Всё осталось как было.
draft-cancelled = Ничего не изменено.
draft-gone = Это уже решено или слишком старо. Пришлите ещё раз.
draft-remove-sure = Удалить эту статью из подборки?
draft-removed = Удалено: { $file }. Из ответов статья уйдёт, когда подборка будет перечитана; до этого её можно вернуть.
draft-put-back = Статья возвращена.
draft-undo-late = Подборка с тех пор перечитана, здесь это уже не отменить. Файл остался в папке .removed.
draft-unreadable = Не получилось. Причина: { $reason }
draft-too-large = Файл больше 20 МБ. Положите его в папку корпуса.
draft-name-missing = Добавьте имя файла статьи, например: /article 2019-05-02-example-talks
sources = Источников: { $count }
