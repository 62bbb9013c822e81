## Уточнение ответа: кнопки

button-narrow = Уточнить
button-back = Назад
narrow-language = Язык
narrow-publisher = Источник
narrow-before = До даты
narrow-after = После даты
choose-language = На { $language }
choose-before = До { $day }
choose-after = После { $day }
button-all-languages = Все языки
button-all-publishers = Все источники
button-nothing-left-out = Ничего не исключать
button-timeline = Хронология
button-answers-it = Это ответ
button-not-it = Это не ответ

## Уточнение ответа: что действует

only-languages = Только на { $languages }.
only-publishers = Только источники: { $publishers }.
left-out-publishers = Исключены: { $publishers }.
left-out-owners = Исключены по владельцу: { $kinds }.
asked = Вопрос: { $question }
no-answer-narrowed = В этих пределах в собрании ничего нет.

## Уточнение словами

narrow-how = Ответьте на один из моих ответов тем, чем его ограничить, например: /only на русском, /only до { $day } или /only ТАСС. Команда /only все снимает ограничения.
more-how = Ответьте на один из моих ответов командой /more, /nearest или /context с номером.
no-more = Больше отрывков нет.

## Группы

introduction = Здравствуйте! Напишите /ask и вопрос, и я отвечу дословными цитатами из новостных статей.
button-not-yours = В этой группе кнопками может пользоваться только тот, кто задал вопрос.
other-chats-only = Этот бот работает только в определённых чатах, и этот не из их числа. До свидания!
other-people-only = Этот бот работает только в определённых чатах, и этот не из их числа.
