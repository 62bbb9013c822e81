## Оценки

button-feedback-yes = Да, сохраните мой вопрос
button-feedback-no = Нет
feedback-thanks = Спасибо, учтено. Считается только оценка, ваш вопрос не сохраняется.
feedback-thanks-kept = Спасибо, учтено. Ваш вопрос сохранён вместе с оценкой.
feedback-thanks-group = Спасибо, учтено. Ваш вопрос не сохраняется. Чтобы разрешить это, пришлите мне в личный чат /feedback on
feedback-question = Спасибо за оценку. Можно ли сохранять ваши вопросы вместе с оценками, чтобы улучшать ответы? Их увидят только администраторы бота, без вашего имени.
feedback-question-commands = /feedback on — согласиться, /feedback off — отозвать согласие в любой момент.
feedback-agreed = Ваши вопросы сохраняются вместе с оценками. /feedback off отменяет это и стирает их.
feedback-disagreed = Ваши оценки считаются без вопросов. /feedback on разрешает сохранять вопросы.
feedback-how = Чтобы оценить ответ, отправьте в ответ на него /feedback yes (отвечает) или /feedback no (не отвечает).
feedback-which = Отправьте /feedback yes или /feedback no в ответ на моё сообщение с ответом.
feedback-nobody = Оценить может только человек. Пожалуйста, оцените от своего имени.

## Администраторам

feedback-head = Оценки ответов
feedback-all = Все
feedback-line = { $name }: отвечает { $yes }, не отвечает { $no }
feedback-found = Ответ найден
feedback-nearest = Только ближайшее
feedback-nothing = Ничего не найдено
feedback-languages = По языку вопроса:
feedback-worst = Чаще всего без ответа (вопросы тех, кто согласился):
feedback-worst-line = { $count } × { $question }
feedback-no-questions = Сохранённых вопросов пока нет: никто не дал согласия и не оценил ответ.
feedback-none = Оценок пока нет.
feedback-export-how = /feedback export присылает сохранённые вопросы файлами.
feedback-exported = Вопросов с оценкой: { $judged }. Положите этот файл в папку и запустите: python -m bot evaluate ПАПКА. Для разбора вручную, во втором файле: { $other }
feedback-other = Вопросы, на которые ответ не ответил: для разбора вручную.
