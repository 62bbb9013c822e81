# Что видят читатели, по-русски. Ключи и переменные те же, что в остальных каталогах; разметки здесь нет.
# Даты оканчиваются на «г.», поэтому после { $period } и { $day } точка не ставится.

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
note-ambiguous-date = Дату можно прочесть и как «день/месяц», и как «месяц/день», поэтому она не учтена: напишите месяц словом (3 мая 2019).
note-one-side = Всё, что об этом нашлось, представляет одну сторону.
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
