extension DiagnosticCatalogue {
    /// What is said of workbooks and of published tables, in Russian.
    static let russianSpreadsheets: [String: String] = [
        "{1} is no spreadsheet, or it is damaged": "{1} — не электронная таблица либо файл повреждён",
        "a workbook saved as XLSX or ODS": "книга, сохранённая в формате XLSX или ODS",
        "open it in the spreadsheet program and save it again as “Excel Workbook (.xlsx)”":
            "откройте файл в табличной программе и сохраните его заново как «Книга Excel (.xlsx)»",
        "{1} is an old Excel file (.xls), or it is protected by a password":
            "{1} — файл старого Excel (.xls) или файл, защищённый паролем",
        "a workbook saved as XLSX, without password": "книга в формате XLSX без пароля",
        "open it in the spreadsheet program and save it as “Excel Workbook (.xlsx)” without password":
            "откройте файл в табличной программе и сохраните его как «Книга Excel (.xlsx)» без пароля",
        "{1} is protected by a password": "{1} защищён паролем",
        "open it in the spreadsheet program and save it without password":
            "откройте файл в табличной программе и сохраните его без пароля",
        "{1} lacks the part {2}": "в файле {1} нет части {2}",
        "open it in the spreadsheet program and save it again":
            "откройте файл в табличной программе и сохраните его заново",
        "{1} is damaged: the part {2} cannot be unpacked": "{1} повреждён: часть {2} не распаковывается",
        "send the file again, or open it in the spreadsheet program and save it again":
            "отправьте файл ещё раз либо откройте его в табличной программе и сохраните заново",
        "{1} is damaged: the part {2} cannot be read: {3}": "{1} повреждён: часть {2} не читается: {3}",
        "{1} holds more than is taken": "{1} содержит больше, чем принимается",
        "at most {1} {2}": "не более {1}: {2}",
        "at most {1} merged cells": "не более {1} объединённых ячеек",
        "divide it, or remove what is not needed": "разделите файл или удалите лишнее",
        "bytes": "байты", "files inside it": "файлы внутри", "bytes when it is unpacked": "байты после распаковки",
        "sheets": "листы", "rows": "строки", "columns": "столбцы", "cells": "ячейки", "texts": "тексты",
        "bytes of text": "байты текста", "merged ranges": "объединённые области",
        "the document ends in the middle": "документ обрывается",
        "it is not well-formed": "разметка нарушена",
        "an element is closed by the name of another": "элемент закрыт именем другого",
        "it declares a document type, which is never needed here and can do harm":
            "в нём объявлен тип документа: здесь он не нужен и может навредить",
        "it names an entity that XML does not have by itself": "в нём названа сущность, которой в самом XML нет",
        "it is not in UTF-8": "он не в кодировке UTF-8",
        "it holds a character that XML does not allow": "в нём есть знак, недопустимый в XML",
        "elements are nested too deeply": "слишком глубокая вложенность элементов",
        "a name, value or text in it is too long": "слишком длинное имя, значение или текст",
        "an element has too many attributes": "у элемента слишком много атрибутов",
        "it cannot be unpacked": "он не распаковывается",
        "the workbook cannot be written: {1}": "не удаётся записать книгу: {1}",
        "is there room on the disk for temporary files?": "есть ли на диске место для временных файлов?",
        "the sheet {1} says the same as the sheet {2}": "лист «{1}» повторяет лист «{2}»",
        "remove one of the two": "удалите один из двух",
        "no sheet of {1} has a line of headings that is known":
            "ни на одном листе файла {1} нет строки с известными заголовками",
        "sheets left out because they have no headings: {1}": "пропущены листы без заголовков: {1}",
        "one cell stands for {1} rows: it cannot be told to which its value belongs":
            "одна ячейка объединяет строки (всего {1}): неясно, к какой из них относится значение",
        "unmerge the cells, and write in each row what is its own":
            "отмените объединение ячеек и впишите в каждую строку её значение",
        "the cell holds the error {1}": "в ячейке ошибка {1}",
        "mend it, or empty it": "исправьте или очистите её",
        "the cell holds a formula whose value was not saved": "в ячейке формула, значение которой не сохранено",
        "open the file in the spreadsheet program, save it and send it again":
            "откройте файл в табличной программе, сохраните и отправьте снова",
        "each agency sends its own reports": "каждое ведомство отправляет свои отчёты",
        "{1} is no kind of value": "{1} — это не вид значения",
        "the heading of a column of the template, such as “{1}”": "заголовок столбца из шаблона, например «{1}»",
        "a second “{1}” for the same item and period": "второе «{1}» для того же пункта и периода",
        "rows left out because baselines and targets are stated by the plan: {1}":
            "пропущено строк с исходными и целевыми значениями, которые задаёт сам план: {1}",
        "no column is that of activities or of indicators": "нет столбца с мероприятиями или показателями",
        "a line of headings such as “Activity”, “Мероприятие”, “Çäre”": "строка заголовков, например «Мероприятие»",
        "say which column is what in a file, and name it with --columns":
            "укажите назначение столбцов в файле и назовите его в --columns",
        "the table holds neither activities nor indicators": "в таблице нет ни мероприятий, ни показателей",
        "the table names no years from which the plan's start and end could be told":
            "в таблице не названы годы, по которым можно определить начало и конец плана",
        "say them with --start and --end": "укажите их в --start и --end",
        "`format: nap-columns/1`": "`format: nap-columns/1`",
        "a column": "столбец",
        "name another folder, or move the file away": "укажите другую папку или уберите файл",
        "{1}: {2}, {3} for a human": "{1}: {2}, для человека: {3}",
        "question / questions": "вопрос / вопроса / вопросов",
        "What needs a human": "Что решает человек",
        "the plan bears the name of the file: what is its title?": "план назван по имени файла: каково его название?",
        "the texts were taken to be in “{1}”": "язык текстов определён как «{1}»",
        "the plan was taken to last from {1} to {2}, the first and the last year that are named":
            "срок плана принят с {1} по {2} по названным годам",
        "when and by whom was the plan adopted, and where is it published?":
            "когда и кем принят план и где он опубликован?",
        "by what calendar do agencies report? Until one is named, no report is ever due":
            "по какому календарю отчитываются ведомства? Пока он не назван, ни один отчёт не ожидается",
        "“{1}” was taken for {2} bodies: {3}": "«{1}» понято как несколько органов ({2}): {3}",
        "nothing of the column “{1}” was taken over": "из столбца «{1}» ничего не перенесено",
        "the table names no objectives: all activities stand below one without a title":
            "в таблице нет целей: все мероприятия стоят под одной целью без названия",
        "the row was left out: it names neither an activity nor an indicator":
            "строка пропущена: в ней нет ни мероприятия, ни показателя",
        "the objective “{1}” has no number, others have one": "у цели «{1}» нет номера, у других он есть",
        "no activity is named: the indicators stand below one that bears the objective's title":
            "мероприятие не названо: показатели стоят под одним, которое носит название цели",
        "nobody is named as responsible": "ответственный не назван",
        "the number {1} stands twice, first in {2}: was {3}0 meant?":
            "номер {1} стоит дважды, впервые: {2}; имелось в виду {3}0?",
        "the number {1} stands twice, first in {2}": "номер {1} стоит дважды, впервые: {2}",
        "no time is named": "срок не назван",
        "the time “{1}” could not be told: it stands beside the activity as a remark only":
            "срок «{1}» не распознан: он записан у мероприятия только как примечание",
        "the time “{1}” says more than was understood": "в сроке «{1}» понято не всё",
        "of which year is the baseline?": "к какому году относится исходное значение?",
        "how is it measured, which way is better, and does it count persons?":
            "как измеряется показатель, какое направление лучше и считает ли он людей?",
        "“{1}” in the column “{2}” is no number that could be told":
            "«{1}» в столбце «{2}» не удалось прочитать как число",
        "is it one unit that is spelt {1}?": "одна ли это единица, записанная по-разному: {1}?",
    ]
}
