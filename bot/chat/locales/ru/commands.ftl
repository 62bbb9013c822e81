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
