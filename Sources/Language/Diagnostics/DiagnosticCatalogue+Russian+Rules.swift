extension DiagnosticCatalogue {
    /// What is said of rule packs and their tests, in Russian.
    static let russianRules: [String: String] = [
        "put it under rules/, or name its folder with --rules": "положите его в rules/ или укажите его папку в --rules",
        "the plan wants version {1} of {2}, and there is {3}": "плану нужна версия {1} набора {2}, а есть {3}",
        "the same first number, and not older": "то же первое число и не старше",
        "both {1} and {2} declare the status {3}": "статус {3} объявлен и в {1}, и в {2}",
        "one of them must give it another identifier, or name the other under `uses`":
            "один из них должен дать ему другой идентификатор или назвать другой набор под `uses`",
        "{1} is no parameter of the rule pack {2}": "{1} — не параметр набора правил {2}",
        "the plan gives the parameter {1} of {2} a value that it cannot have":
            "план даёт параметру {1} набора {2} недопустимое значение",
        "this power is no finite number": "эта степень — не конечное число",
        "an empty list has no {1}": "у пустого списка нет {1}",
        "a section on reports": "раздел об отчётах",
        "a second check {1}": "вторая проверка {1}",
        "a check": "проверка отчёта",
        "this sentence is in one language only": "эта фраза только на одном языке",
        "this sentence is missing in: {1}": "этой фразы нет на языках: {1}",
        "the value that begins here is not closed": "значение, начатое здесь, не закрыто",
        "{1} is no format": "{1} — это не формат",
        "a value of type {1} cannot be written so": "значение типа {1} так записать нельзя",
        "a format that fits, such as number for numbers, date for days, text for texts":
            "подходящий формат: для чисел number, для дней date, для текста text",
        "a rule pack": "набор правил",
        "a version such as 1.0.0": "версия вида 1.0.0",
        "there is no rule pack {1}, or it has mistakes": "набора правил {1} нет, или в нём есть ошибки",
        "the status {1} is declared twice": "статус {1} объявлен дважды",
        "the status {1} is declared by {2} already": "статус {1} уже объявлен в {2}",
        "give it another identifier, or leave it out: with `uses` the other's can be given":
            "дайте ему другой идентификатор или уберите его: при `uses` можно присваивать статус того набора",
        "no rule gives the status {1}": "ни одно правило не даёт статус {1}",
        "a name of a to z, 0 to 9 and `_`, beginning with a letter":
            "имя из букв a–z, цифр 0–9 и `_`, начинается с буквы",
        "a citation": "ссылка на источник",
        "a status": "статус",
        "no expression reads the parameter {1}": "ни одно выражение не читает параметр {1}",
        "a parameter": "параметр",
        "the default of {1} is out of its own bounds": "значение по умолчанию для {1} вне его же пределов",
        "a value from {1} to {2}": "значение от {1} до {2}",
        "a value of at least {1}": "значение не меньше {1}",
        "a value of at most {1}": "значение не больше {1}",
        "a whole number of at least {1}": "целое число не меньше {1}",
        "a whole number of at most {1}": "целое число не больше {1}",
        "this is no file of a rule pack": "это не файл набора правил",
        "{1} holds {2} files with `format: nap-rules/1`": "в {1} файлов с `format: nap-rules/1`: {2}",
        "exactly one": "ровно один",
        "a section of rules": "раздел правил",
        "bounds": "пределы",
        "{1} is no status of this pack or of one that it uses":
            "{1} — не статус этого набора и не статус набора, которым он пользуется",
        "a status, declared under `statuses`": "статус, объявленный под `statuses`",
        "a verdict": "оценка",
        "a second verdict {1}": "вторая оценка {1}",
        "this verdict is never reached": "до этой оценки дело никогда не доходит",
        "move it up": "переместите её выше",
        "the list of verdicts has no last resort": "в списке оценок нет последней, на все прочие случаи",
        "a last verdict without `when`": "последняя оценка без `when`",
        "measures": "измерения",
        "a measure": "измерение",
        "one of: number, percent, percent1, integer, date, text":
            "одно из: number, percent, percent1, integer, date, text",
        "the measure {1} refers to itself: {2}": "измерение {1} ссылается на само себя: {2}",
        "one of these must not need the others": "одно из них не должно зависеть от других",
        "a file of cases": "файл примеров",
        "a case": "пример",
        "facts": "факты",
        "{1} is nothing that this section sees": "{1} в этом разделе недоступно",
        "an expectation": "ожидаемый исход",
        "sentences": "фразы",
        "a date, as 2021-04-29": "дата вида 2021-04-29",
        "{1} is no parameter of this pack": "{1} — не параметр этого набора",
        "a map": "набор пар",
        "the pack has no rules for {1}": "в наборе нет правил для {1}",
        "the section does not apply": "раздел не применяется",
        "the section applies: {1}": "раздел применяется: {1}",
        "status {1}, expected {2}": "статус {1}, ожидался {2}",
        "rule {1}, expected {2}": "правило {1}, ожидалось {2}",
        "measure {1}: {2}, expected {3}": "измерение {1}: {2}, ожидалось {3}",
        "{1}: “{2}”, expected “{3}”": "{1}: «{2}», ожидалось «{3}»",
        "found {1}, expected {2}": "найдено: {1}, ожидалось: {2}",
        "a helper":
            "вспомогательное выражение",
        "helpers":
            "вспомогательные выражения",
        "the helper {1} calls itself: {2}":
            "вспомогательное выражение {1} вызывает само себя: {2}",
        "{1} is a function of the language already":
            "{1} — уже функция языка",
        "give the helper another name":
            "дайте вспомогательному выражению другое имя",
        "one of: {1}, or a list of one, such as list(double)":
            "одно из: {1} — или список, например list(double)",
        "no expression calls the helper {1}":
            "ни одно выражение не вызывает {1}",
        "remove it":
            "удалите его",
        "this expression may take {1} steps":
            "это выражение может занять шагов: {1}",
        "nothing bounds how long this expression takes":
            "время вычисления этого выражения ничем не ограничено",
        "at most {1} steps, with {2} periods and {3} things below an item":
            "не больше {1} шагов при {2} периодах и {3} подчинённых пунктах",
        "compute what does not change within a loop once, as a measure of its own":
            "то, что внутри цикла не меняется, вычислите один раз — отдельным измерением",
        "a chart":
            "график",
        "{1} is no measure of this section":
            "{1} — не измерение этого раздела",
        "a measure, declared under `measures`":
            "измерение, объявленное под `measures`",
        "the measure {1} is of type {2}":
            "измерение {1} имеет тип {2}",
        "a measure that is {1}":
            "измерение вида: {1}",
        "remove it, or write `shared: true` if other packs give it":
            "удалите его или напишите `shared: true`, если его присваивают другие наборы",
        "no value lies between these bounds":
            "между этими пределами нет ни одного значения",
        "`low` not above `high`":
            "`low` не больше `high`",
        "bounds of a parameter that is no number":
            "пределы у параметра, который не число",
        "remove `low` and `high`":
            "удалите `low` и `high`",
        "{1} is no language of this rule pack":
            "{1} не входит в языки этого набора правил",
        "the languages of a pack are those of its title: add it there first":
            "языки набора — это языки его названия: сначала добавьте его туда",
        "this one always holds":
            "это условие выполняется всегда",
        "mend the condition, which never holds":
            "исправьте условие: оно не выполняется никогда",
        "move it up, or mend one of the two":
            "переместите её выше или исправьте одно из двух условий",
        "wherever it holds, this one holds and comes first":
            "где выполняется она, там раньше выполняется это условие",
        "the plan is judged by {1}, but that rule pack has mistakes":
            "план оценивается по {1}, но в этом наборе правил есть ошибки",
        "mend the pack first":
            "сначала исправьте набор",
        "the plan is judged by {1}, but there is no such rule pack":
            "план оценивается по {1}, но такого набора правил нет",
        "it was looked for in: {1}":
            "искали в: {1}",
    ]
}
