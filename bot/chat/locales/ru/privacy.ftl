## /privacy

privacy-head = Что этот бот хранит о вас и как долго:
privacy-head-group = Что этот бот хранит об этой группе и как долго:
privacy-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
privacy-answers = Ответы вместе с вопросом, чтобы работали кнопки: { $duration }.
privacy-settings = Настройки: пока их не вернут или не сотрут.
privacy-watches = Темы под наблюдением: пока их не уберут. Какие отрывки уже присланы: { $duration }.
privacy-corrections = Что вам показали из статей, об исправлении которых вы просили сообщить: { $duration }.
privacy-votes = Оценки ответов без вопроса: { $duration }. Через { $linked } они становятся безымянными.
privacy-questions = Вопросы вместе с оценками: только с вашего согласия, { $duration }. /feedback off стирает их.
privacy-updates = Сообщения боту: пока они не обработаны. Затем хранится только их номер: { $duration }.
privacy-administrator = Для администраторов: статьи, ожидающие решения: { $duration }. Запись о том, что сделано со статьями, остаётся; /forget убирает из неё ваше имя.
privacy-log = В журнале нет ни вопросов, ни сообщений.
privacy-forget = /forget стирает всё это сразу.
privacy-forget-group = /forget стирает всё это сразу; это могут сделать только администраторы группы.

## /forget

forgotten = Всё, что хранилось о вас, стёрто.
forgotten-group = Всё, что хранилось об этой группе, стёрто.
forgotten-answers = Ответы: { $count }
forgotten-settings = Настройки: { $count }
forgotten-watches = Темы под наблюдением: { $count }
forgotten-corrections = Ответы, по которым ожидались исправления: { $count }
forgotten-votes = Оценки: { $count }
forgotten-drafts = Статьи, ожидавшие решения: { $count }
forgotten-other = Прочие записи: { $count }
forgotten-messages = Сообщения этого чата хранит Telegram; удалить их можно там. Кнопки под старыми ответами больше не работают.
forget-administrators-only = Стереть то, что хранится о группе, могут только её администраторы.
