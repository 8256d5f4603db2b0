import Language

extension Catalogue {
    /// Sentences in Russian of what is around the items: search, dependencies, filters, statements.
    static let russianSiteTable = """
        Dependencies => Зависимости
        What waits for what => Что чего ждёт
        The plan says which activities must be finished before others. One that is late holds up all that wait for it. => План указывает, какие мероприятия должны быть завершены раньше других. Опоздание одного задерживает все, которые его ждут.
        What holds up others, or may => Что задерживает остальных или может задержать
        Should be finished => Должно быть завершено
        To be finished => Завершить до
        Who has to finish it => Кто должен завершить
        What waits for it => Что его ждёт
        further on: => далее:
        Chain {1} => Цепочка {1}
        Each activity stands below what it waits for, with a line from there. The table below says the same. => Каждое мероприятие стоит под тем, чего оно ждёт, и соединено с ним линией. В таблице ниже — то же самое.
        waits for it => ждёт его
        waits for something that should be finished => ждёт того, что уже должно быть завершено
        Finished => Завершено
        Not finished yet => Ещё не завершено
        No activity is held up: all that others wait for is in time. => Ни одно мероприятие не задерживается: всё, чего ждут другие, идёт в срок.
        The plan does not say of any activity that it waits for another. => План не указывает ни для одного мероприятия, что оно ждёт другого.
        Contact => Контакты
        Calendar => Календарь
        Search => Поиск
        About these pages => Об этих страницах
        Letters => Буквы
        All items and agencies => Все пункты и ведомства
        entry / entries => запись / записи / записей
        {1} by name, as the alphabet orders them. => {1} по названию, в порядке алфавита.
        Look for a word of a title, or a number of the plan => Введите слово из названия или номер пункта плана
        Upper and lower case and marks on letters make no difference. => Заглавные и строчные буквы, «е» и «ё» не различаются.
        Nothing is called so. => Ничего с таким названием нет.
        Found: {1} => Найдено: {1}
        Only the first {1} are shown; write more of the title. => Показаны только первые {1}; введите название полнее.
        All findings => Все замечания
        Errors => Ошибки
        Warnings => Предупреждения
        Data checks => Проверки данных
        Findings: {1} => Замечания: {1}
        Severity and kind => Важность и вид
        Accessibility statement => Заявление о доступности
        For all readers => Для всех читателей
        Standard => Стандарт
        How it was tested => Как проверено
        By a program (axe-core, and the checker of HTML) on every type of page, in every language, light and dark, on wide and narrow screens, with scripts off and with the keyboard alone. Readers with disabilities have not tested it yet. => Программой (axe-core и проверка HTML) на страницах каждого вида, на всех языках, в светлом и тёмном оформлении, на широких и узких экранах, с отключёнными скриптами и с одной клавиатуры. Читатели с инвалидностью страницы ещё не проверяли.
        Statuses keep apart for readers who see red and green alike. => Статусы различимы и для тех, кто не различает красный и зелёный.
        On narrow screens and at 400% tables become cards; nothing has to be moved sideways. => На узких экранах и при увеличении до 400 % таблицы превращаются в карточки; прокручивать вбок не нужно.
        Dark and light follow the settings of the device, and so do high contrast and forced colours. => Тёмное и светлое оформление, повышенная контрастность и системные цвета берутся из настроек устройства.
        Texts that are not in the language of the page are marked with theirs, for those who listen. => Тексты на другом языке, чем язык страницы, отмечены своим языком — для тех, кто слушает.
        The search is a list that needs no script; where scripts may run, one looks through the list. => Поиск — это список, которому скрипты не нужны; где они разрешены, скрипт просматривает этот список.
        Charts are read out by their title and description; their figures stand in the table beside them. => Графики читаются вслух по названию и описанию; их данные стоят в таблице рядом.
        Documents that reports refer to are kept elsewhere, and whether they are accessible is not known. => Документы, на которые ссылаются отчёты, хранятся в других местах; доступны ли они, неизвестно.
        Some texts await review by a native reader, and may be hard to understand. => Некоторые тексты ещё не проверены носителем языка и могут быть трудны для понимания.
        What was done for it => Что для этого сделано
        What is known to be wanting => Чего, как известно, не хватает
        If something cannot be read => Если что-то не читается
        Tell whoever publishes these pages which page it is and what is in the way. => Сообщите тем, кто публикует эти страницы, о какой странице идёт речь и что мешает.
        No address is given here yet. => Адрес здесь ещё не указан.
        There is no such page => Такой страницы нет
        It may have been removed, or the address is not written as it should be. => Возможно, она удалена или адрес написан неверно.
        """
}
