extension DiagnosticCatalogue {
    /// What is said of commands and the ledger, in Russian.
    static let russianCommands: [String: String] = [
        "Nothing is wrong.": "Всё в порядке.",
        "Nothing was stored.": "Ничего не записано.",
        "Nothing was stored. Would be taken: {1}.": "Ничего не записано. Было бы принято: {1}.",
        "Taken and on disk: {1}.": "Принято и записано на диск: {1}.",
        "error / errors": "ошибка / ошибки / ошибок",
        "warning / warnings": "предупреждение / предупреждения / предупреждений",
        "note / notes": "примечание / примечания / примечаний",
        "report / reports": "отчёт / отчёта / отчётов",
        "draft / drafts": "черновик / черновика / черновиков",
        "review / reviews": "проверка / проверки / проверок",
        "event / events": "событие / события / событий",
        "Pages": "Страницы",
        "Reading entries": "Чтение записей",
        "Writing entries": "Запись в журнал",
        "Checking the copy": "Проверка копии",
        "Reading files": "Чтение файлов",
        "Writing files": "Запись файлов",
        "Checking reports": "Проверка отчётов",
        "Judging items": "Оценка пунктов",
        "file / files": "файл / файла / файлов",
        "objective / objectives": "цель / цели / целей",
        "activity / activities": "мероприятие / мероприятия / мероприятий",
        "indicator / indicators": "показатель / показателя / показателей",
        "agency / agencies": "ведомство / ведомства / ведомств",
        "{1}: the rule pack {2} {3}": "{1}: набор правил {2} {3}",
        "{1}: the plan {2}": "{1}: план {2}",
        "reports and reviews": "отчёты и проверки",
        "{1}: an empty ledger for {2}": "{1}: пустой журнал для {2}",
        "{1}: {2}, files read: {3}": "{1}: {2}, прочитано файлов: {3}",
        "{1}: {2}, {3} written, {4} removed": "{1}: {2}, записано: {3}, удалено: {4}",
        "{1} holds reports or reviews, and it is not said of which plan":
            "{1} содержит отчёты или проверки, но не указано, какого плана",
        "add --plan and the path of the plan": "добавьте --plan и путь к плану",
        "{1} is no item or agency of this plan": "{1} — не пункт и не ведомство этого плана",
        "{1} has neither `reports/` nor `reviews/`": "в {1} нет ни `reports/`, ни `reviews/`",
        "`nap init` makes an empty ledger": "`nap init` создаёт пустой журнал",
        "{1} cannot be written": "{1} не удаётся записать",
        "{1} cannot be written: {2}": "{1} не удаётся записать: {2}",
        "line {1} of {2} is no figure that a public edition showed":
            "строка {1} файла {2} не содержит числа, показанного в публичной версии",
        "the file as `nap publish` wrote it": "файл в том виде, в каком его записала команда `nap publish`",
        "restore it from a backup: without it a small count could be worked out from two editions":
            "восстановите его из резервной копии: без него малое число можно вычислить по двум версиям",
        "check the folder and its rights": "проверьте папку и права доступа к ней",
        "{1} is not before {2}": "{1} не раньше {2}",
        "an earlier day as --since": "более ранний день в --since",
        "a new folder, or one that it wrote": "новая папка или папка, записанная этой командой",
        "nothing in it was touched; name another folder": "в ней ничего не изменено; укажите другую папку",
        "{1} holds no reports": "в {1} нет отчётов",
        "{1} holds no reviews": "в {1} нет проверок",
        "the file holds reports of {1}, but {2} sends it": "в файле отчёты ведомства {1}, а отправляет его {2}",
        "`submitted` is not taken from the file: the report counts as sent now":
            "`submitted` из файла не учитывается: отчёт считается отправленным сейчас",
        "remove `submitted`; past reports are loaded with `nap load`":
            "удалите `submitted`; прошлые отчёты загружает `nap load`",
        "there is no rule pack {1}": "набора правил {1} нет",
        "a folder with rule packs, named with --rules": "папка с наборами правил, указанная в --rules",
        "there are no rule packs here": "наборов правил здесь нет",
        "name their folder with --rules": "укажите их папку в --rules",
        "1 to 64 of a to z, 0 to 9, `-` and `.`, beginning with a letter or digit":
            "от 1 до 64 знаков: a–z, 0–9, `-` и `.`, начиная с буквы или цифры",
        "{1} is there already": "{1} уже есть",
        "take another name, or edit that one": "возьмите другое имя или измените существующее",
        "{1} cannot be made": "{1} не удаётся создать",
        "there is no ledger at {1}": "журнала {1} нет",
        "there is already a file at {1}": "файл {1} уже есть",
        "{1} is empty, so it is no ledger": "{1} пуст и потому не является журналом",
        "{1} is a directory, not a ledger": "{1} — это папка, а не журнал",
        "{1} is not an SQLite file, so it is no ledger": "{1} — не файл SQLite и потому не журнал",
        "{1} is a database of another program": "{1} — база данных другой программы",
        "{1} has version {2} of the ledger's tables; this program knows them up to version {3}":
            "{1}: таблицы журнала версии {2}, а эта программа знает их до версии {3}",
        "{1} is the ledger of plan {2}, not of {3}": "{1} — журнал плана {2}, а не {3}",
        "{1} is in use by {2}": "{1} занят: {2}",
        "process {1} on {2}": "процесс {1} на {2}",
        "another process": "другой процесс",
        "another connection": "другое соединение",
        "{1} cannot be opened: {2}": "{1} не удаётся открыть: {2}",
        "its folder does not exist": "его папки не существует",
        "there is no room left on the disk of {1}; nothing was written": "на диске с {1} нет места; ничего не записано",
        "{1} is damaged: {2}": "{1} повреждён: {2}",
        "it does not say whose ledger it is": "в нём не указано, чей это журнал",
        "tables of version {1}": "таблицы версии {1}",
        "hashes of the tree are missing at level {1}": "на уровне {1} дерева нет хешей",
        "an entry wants {1} at {2}": "в записи на месте {2} ожидается: {1}",
        "SQLite has “{1}” at {2}, with which nothing is written":
            "в SQLite параметр «{1}» равен {2}; при этом ничего не записывается",
        "the clock says {1}, but the ledger's latest entry is of {2}":
            "часы показывают {1}, а последняя запись журнала сделана {2}",
        "an event of {1} lies in the future: it is {2}": "событие {1} ещё не наступило: сейчас {2}",
        "some events cannot follow what happened before": "некоторые события невозможны после того, что было раньше",
        "{1} has used the submission key “{2}” for another content before":
            "{1} уже использовал ключ отправки «{2}» для другого содержания",
        "event {1} cannot be written down: {2}": "событие {1} не удаётся записать: {2}",
        "{1} is wanted at byte {2}": "на байте {2} ожидается: {1}",
        "it would read back differently": "при чтении оно было бы другим",
        "there is no entry {1}; the ledger has {2}": "записи {1} нет; в журнале их {2}",
        "there is nothing to append": "добавлять нечего",
        "line {1} of {2} is not what an export has there": "строка {1} файла {2} — не то, что бывает в выгрузке",
        "a checkpoint of “{1}” cannot be signed": "контрольную отметку «{1}» нельзя подписать",
        "“nap init” makes a new ledger": "«nap init» создаёт новый журнал",
        "use the version of the program that wrote it, or a later one":
            "возьмите ту версию программы, которая его записала, или более позднюю",
        "one process owns a ledger; wait until it has ended, or ask the running server":
            "журналом владеет один процесс; дождитесь его окончания или обратитесь к работающему серверу",
        "look at the permissions of the file and of its folder": "проверьте права доступа к файлу и его папке",
        "make room and try again; a repeated submission is never counted twice":
            "освободите место и повторите; повторная отправка дважды не учитывается",
        "keep the file as it is, restore the latest backup and compare both":
            "сохраните файл как есть, восстановите последнюю копию и сравните оба",
        "set the clock right and try again": "исправьте часы и повторите",
        "use a new key for a new content": "для нового содержания возьмите новый ключ",
        "the file is broken: {1}": "файл испорчен: {1}",
        "“{1}” is not what it must be": "«{1}» — не то, что должно быть",
        "entry {1} is not as it was written, from byte {2} on":
            "запись {1} не такая, какой была сделана, начиная с байта {2}",
        "entry {1} is not as it was written: its hash differs":
            "запись {1} не такая, какой была сделана: её хеш другой",
        "entry {1} is not as it was written": "запись {1} не такая, какой была сделана",
        "entry {1} is missing or not in its place": "записи {1} нет или она не на своём месте",
        "entry {1} was recorded before the one in front of it": "запись {1} сделана раньше предыдущей",
        "entry {1} cannot follow those in front of it: {2}": "запись {1} невозможна после предыдущих: {2}",
        "table “{1}” is not what the entries give": "таблица «{1}» не соответствует записям",
        "“nap ledger rebuild” makes it anew from the entries": "«nap ledger rebuild» строит её заново по записям",
        "a checkpoint of {1} entries was kept, but the ledger has fewer":
            "сохранена контрольная отметка на {1} записей, а в журнале их меньше",
        "the first {1} entries are not those of the checkpoint that was kept":
            "первые записи ({1}) не те, что в сохранённой контрольной отметке",
        "the end": "конец",
        "a whole number": "целое число",
        "a number in its shortest form": "число в кратчайшей записи",
        "an entry": "запись",
        "evidence": "подтверждение",
        "documented, illustrative or stated": "documented, illustrative или stated",
        "a day": "день",
        "an instant such as 2020-07-14T05:30:00Z": "момент времени вида 2020-07-14T05:30:00Z",
        "an escaped control character": "обозначение управляющего знака",
        "an escape": "обозначение знака",
        "the shortest escape": "кратчайшее обозначение знака",
        "a {1}": "значение вида {1}",
        "entry / entries": "запись / записи / записей",
        "{1}: {2}, checked": "{1}: {2}, проверено",
        "{1}: derived tables made anew; {2}": "{1}: производные таблицы построены заново; {2}",
        "{1}: {2}, all as they were written": "{1}: {2}, все такие, какими были сделаны",
        "root {1}": "корень {1}",
        "{1}: entry {2} is in {3}, entries: {4}": "{1}: запись {2} есть в {3}, записей: {4}",
        "an earlier day as --from": "более ранний день в --from",
        "SQLite {1} is older than 3.51.3, before which a write-ahead log that several connections write back can be damaged":
            "SQLite {1} старше версии 3.51.3; до неё журнал упреждающей записи мог повредиться, если в файл пишут несколько соединений",
        "nap writes through one connection, and so is not touched by it; let no other program write the file":
            "nap пишет через одно соединение, и его это не касается; не давайте другим программам писать в файл",
        "nothing is known about {1}": "о {1} ничего не известно",
        "check its identifier": "проверьте идентификатор",
        "{1} is no secret key": "{1} — не секретный ключ",
        "a file that `nap ledger key` made": "файл, созданный командой `nap ledger key`",
        "{1} is no public key": "{1} — не открытый ключ",
        "a key as `nap ledger key` prints it: name+number+letters":
            "ключ в том виде, в каком его выводит `nap ledger key`: имя+число+буквы",
        "a checkpoint proves nothing without the key": "без ключа контрольная отметка ничего не доказывает",
        "add --key": "добавьте --key",
        "{1} is no checkpoint that this key signed": "{1} — не контрольная отметка, подписанная этим ключом",
        "{1} can be no key's name": "{1} не может быть именем ключа",
        "a name without spaces and `+`": "имя без пробелов и знака `+`",
        "{1} has sent no report on {2} for {3}": "{1} не отправлял отчёта о {2} за {3}",
        "{1} is no proof of consistency, or was altered":
            "{1} — не доказательство непрерывности, или оно изменено",
        "{1}: {2} with {3} entries holds all that it held with {4}, unchanged":
            "{1}: {2}, записей: {3}; все прежние {4} на месте и не изменены",
        "{1}: what the older checkpoint covers was altered or removed":
            "{1}: то, что охватывает прежняя контрольная точка, изменено или удалено",
        "{1} does not hold what {2} says it held": "{1} не содержит того, что было в нём по {2}",
        "it is of another plan, was put back to an older state, or was altered; `nap ledger verify` tells more":
            "это журнал другого плана, он возвращён к прежнему состоянию или изменён; подробнее скажет `nap ledger verify`",
        "a file of identity providers": "файл поставщиков удостоверений",
        "this {1} may be used once, and was": "это ({1}) действует один раз и уже использовано",
        "no provider stands here": "здесь не указан ни один поставщик входа",
        "one provider or more": "один поставщик входа или несколько",
        "the provider {1} is there twice": "поставщик входа {1} указан дважды",
        "{1} is the issuer of {2} already": "{1} уже указан как издатель {2}",
        "one service is one provider; leave one of them out":
            "одна служба — один поставщик входа; уберите одну из записей",
        "an address that begins with https://, without ?, # and @":
            "адрес, который начинается с https://, без ?, # и @",
        "an identity provider": "поставщик удостоверений",
        "the secret on its first line": "секрет в первой строке",
        "{1} is no receipt, or was altered": "{1} — не квитанция, или она изменена",
        "{1} was not signed with this key": "{1} подписана не этим ключом",
        "is it the key of this ledger?": "это ключ этого журнала?",
        "{1}: the signature does not fit the text": "{1}: подпись не подходит к тексту",
        "{1}: the entry is not in the log that was signed": "{1}: записи нет в подписанном журнале",
        "{1} is of the ledger {2}": "{1} относится к журналу {2}",
        "Error: ":
            "Ошибка: ",
        "Usage: ":
            "Использование: ",
        "Missing expected argument '{1}'":
            "не хватает аргумента «{1}»",
        "Missing one of: {1}":
            "не хватает одного из: {1}",
        "Missing value for '{1}'":
            "не указано значение для «{1}»",
        "Missing required subcommand.":
            "не указана подкоманда.",
        "There is no command '{1}'. Did you mean '{2}'?":
            "нет команды «{1}». Возможно, имелась в виду «{2}»?",
        "There is no command '{1}'.":
            "нет команды «{1}».",
        "Unknown option '{1}'. Did you mean '{2}'?":
            "неизвестный параметр «{1}». Возможно, имелся в виду «{2}»?",
        "Unknown option '{1}'":
            "неизвестный параметр «{1}»",
        "Unexpected argument '{1}'":
            "лишний аргумент «{1}»",
        "{1} unexpected arguments: {2}":
            "лишние аргументы ({1}): {2}",
        "The option '{1}' does not take any value, but '{2}' was specified.":
            "параметр «{1}» не принимает значения, а указано «{2}».",
        "The value '{1}' is invalid for '{2}'. Please provide one of {3}.":
            "значение «{1}» не подходит для «{2}». Возможные значения: {3}.",
        "The value '{1}' is invalid for '{2}'. Please provide one of the following:":
            "значение «{1}» не подходит для «{2}». Возможные значения:",
        "The value '{1}' is invalid for '{2}': {3}":
            "значение «{1}» не подходит для «{2}»: {3}",
        "The value '{1}' is invalid for '{2}'":
            "значение «{1}» не подходит для «{2}»",
        "  See '{1}' for more information.":
            "  Подробнее: «{1}».",
        "a date that the calendar has is wanted, such as 2021-04-29":
            "нужна дата, которая есть в календаре, например 2021-04-29",
        "the plan is not judged by {1}":
            "план не оценивается по {1}",
        "{1} is no measure of {2}":
            "{1} — не измерение набора {2}",
        "{1}/pack.yaml and tests.yaml are there: edit them, then run `{2}`":
            "{1}/pack.yaml и tests.yaml созданы: отредактируйте их, затем выполните `{2}`",
        "{1} is no date":
            "{1} — не дата",
        "{1} is no e-mail address": "{1} — не адрес электронной почты",
        "such as nap@example.org": "например, nap@example.org",
        "give it with --mail-from": "укажите его с --mail-from",
        "{1} is not there or cannot be run": "{1} отсутствует или не запускается",
        "install a program that sends mail, or name yours with --sendmail":
            "установите программу отправки почты или укажите свою с --sendmail",
        "the program that sends mail refused it with status {1}: {2}":
            "программа отправки почты отказала с кодом {1}: {2}",
        "the program that sends mail did not end within {1} seconds; the mail may have been sent":
            "программа отправки почты не завершилась за {1} с; письмо могло быть отправлено",
        "--mail-from is missing: from which address are the mails? Or add --dry-run":
            "нет --mail-from: с какого адреса письма? Или добавьте --dry-run",
        "--remind-at is an hour from 0 to 23": "--remind-at — час от 0 до 23",
        "--mail-to-folder needs --mail-from: from which address are the mails?":
            "для --mail-to-folder нужен --mail-from: с какого адреса письма?",
    ]
}
