## Команды

command-ask = Задать вопрос
command-start = Начать
command-help = Как спрашивать
command-about = Что есть в подборке
command-status = Состояние бота
command-reindex = Перечитать подборку
command-rollback = Вернуться к прежней версии индекса
command-sources = Источники и их статьи
command-article = Показать статью
command-remove = Удалить статью
command-settings = Изменить настройки
command-only = Уточнить ответ: на русском, ТАСС, все
command-more = Ещё отрывки
command-context = Текст вокруг отрывка
command-nearest = Ближайшие отрывки
command-timeline = Статьи на тему день за днём
command-compare = Что пишет каждая сторона
command-source = Сведения об источнике
command-watch = Следить за темой
command-watches = Темы под наблюдением
command-notify = Узнавать об исправлениях
command-feedback = Оценить ответ
command-privacy = Что хранится и как долго
command-forget = Стереть всё обо мне
command-draft = Решить о статье словами
