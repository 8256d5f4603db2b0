extension DiagnosticCatalogue {
    /// What is said of open data and of other programs' data, in Russian.
    static let russianOpenData: [String: String] = [
        "{1} holds no metadata of indicators": "в {1} нет метаданных показателей",
        "files such as meta/1-1-1.md beside data/indicator_1-1-1.csv":
            "файлы вида meta/1-1-1.md рядом с data/indicator_1-1-1.csv",
        "{1} does not begin with metadata": "{1} не начинается с метаданных",
        "YAML between two lines `---`": "YAML между двумя строками `---`",
        "{1} holds no fields": "в {1} нет полей",
        "{1} has no columns Year and Value": "в {1} нет столбцов Year и Value",
        "a line of headings such as Year,Sex,Value": "строка заголовков, например Year,Sex,Value",
        "“{1}” is no year: the row is left behind": "«{1}» — не год: строка пропущена",
        "a year such as 2021": "год, например 2021",
        "the indicator has values in {1} and in {2}: the latter are left behind":
            "у показателя есть значения в {1} и в {2}: вторые пропущены",
        "a plan has no place for codes of places: the column is left behind":
            "в плане нет места для кодов территорий: столбец пропущен",
        "“{1}” is no part of a year that is known: the row is left behind":
            "«{1}» — неизвестная часть года: строка пропущена",
        "2021-H1, 2021-Q1 or 2021-01, of one length in a file":
            "2021-H1, 2021-Q1 или 2021-01, в одном файле — одной длины",
        "{1}, {2}: there are parts, but no row of the whole: both are left behind":
            "{1}, {2}: есть части, но нет строки целого: пропущено и то и другое",
        "a second value of {1} for {2} is left behind": "второе значение {1} за {2} пропущено",
        "{1} is translated nowhere: the number stands in its place": "{1} нигде не переведено: вместо него стоит номер",
        "a text, or a key of a file such as translations/en/global_targets.yml":
            "текст или ключ из файла вида translations/en/global_targets.yml",
        "nothing says whether values of several years add up: they are read as states at the end of each":
            "нигде не сказано, складываются ли значения нескольких лет: они прочитаны как состояния на конец каждого",
        "where they are counted anew in each year, write `accumulation: per-period`":
            "если каждый год считают заново, напишите `accumulation: per-period`",
        "at most {1}": "не более {1}",
        "lines of the form `key: value`": "строки вида `key: value`",
        "this is no JSON": "это не JSON",
        "a data value set: {\"dataValues\": […]}": "набор значений: {\"dataValues\": […]}",
        "{1} holds no list `dataValues`": "в {1} нет списка `dataValues`",
        "{1} holds {2} values": "в {1} значений: {2}",
        "or write `org-units`, one for each agency": "или напишите `org-units`, по одной на ведомство",
        "`org-unit` and `org-units` both stand here": "здесь стоят и `org-unit`, и `org-units`",
        "one of them: the unit of the country, or that of each agency":
            "одно из двух: единица страны или каждого ведомства",
        "an identifier of DHIS2: eleven letters and digits, the first a letter":
            "идентификатор DHIS2: одиннадцать букв и цифр, первая — буква",
        "a unit": "единица",
        "an element": "элемент",
        "{1} is no indicator of this plan": "в этом плане нет показателя {1}",
        "the cells of {1} are not all categories of one dimension that divides it: they have no sum":
            "ячейки {1} — не все категории одного разреза, который делит его без остатка: суммы у них нет",
        "a cell for each category of a dimension with `partitions: true`":
            "по ячейке на каждую категорию разреза с `partitions: true`",
        "{1} is a percentage, which is kept as its two numbers": "{1} — доля, она хранится двумя числами",
        "{1} is no percentage: it has no two numbers": "{1} — не доля: двух чисел у него нет",
        "`part: numerator`, and another element with `part: denominator`":
            "`part: numerator` и ещё один элемент с `part: denominator`",
        "no `part`": "без `part`",
        "the periods of {1} are the plan's own, which DHIS2 does not know":
            "периоды {1} — собственные периоды плана, DHIS2 их не знает",
        "an indicator with a monthly, quarterly, half-yearly or yearly calendar":
            "показатель с месячным, квартальным, полугодовым или годовым календарём",
        "{1} is not divided by {2}": "{1} не делится по {2}",
        "{1}: a value is mapped twice": "{1}: значение сопоставлено дважды",
        "for each number of an item one element, and no combination twice in an element":
            "для каждого числа показателя один элемент, и ни одна комбинация не дважды в элементе",
        "a value without dataElement, period or orgUnit": "значение без dataElement, period или orgUnit",
        "nothing is reported regularly on {1}": "о {1} регулярно не отчитываются",
        "{1} has no period that DHIS2 calls {2}": "у {1} нет периода, который в DHIS2 называется {2}",
        "a period such as {1}": "период, например {1}",
        "a second value of {1} for {2}": "второе значение {1} за {2}",
        "“{1}” is no number": "«{1}» — не число",
        "{1} values are left out, which the mapping does not know: {2}":
            "пропущено значений, которых нет в сопоставлении: {1} ({2})",
        "{1} values of other units than that of {2} are left out": "пропущено значений других единиц, не {2}: {1}",
        "{1} holds no value of {2} that the mapping knows": "в {1} нет значений {2}, известных сопоставлению",
        "values of the elements and units of the mapping": "значения элементов и единиц из сопоставления",
        "{1} for {2} has only one of its two numbers": "у {1} за {2} есть только одно из двух чисел",
        "numerator and denominator": "числитель и знаменатель",
        "“{1}” does not say whether the milestone is reached": "«{1}» не говорит, достигнута ли контрольная точка",
        "{1} for {2} has parts, but no value of the whole": "у {1} за {2} есть части, но нет целого",
        "parts may overlap; where they do not, write `sum-of-cells: true` in the mapping":
            "части могут пересекаться; если нет, напишите в сопоставлении `sum-of-cells: true`",
        "{1} for {2} lacks the cells of {3}": "у {1} за {2} нет ячеек {3}",
        "an absent figure is never read as 0: where it is 0, it has to be written there":
            "отсутствующее число никогда не читается как 0: если это 0, его надо там записать",
        "{1} is too large": "{1} слишком велик",
        "at most {1} files with {2} MB": "не более {1} файлов объёмом {2} МБ",
        "{1} is no part of the country by which the item is divided":
            "{1} — не часть страны, по которой делится показатель",
        "a category of a dimension of the item; NAT, or nothing, for the whole country":
            "категория разреза показателя; NAT или ничего — для всей страны",
        "“{1}” stands in a row of a part of the country": "«{1}» стоит в строке части страны",
        "only values are divided by zones": "по территориям делятся только значения",
        "{1} holds files that nap did not write": "в {1} есть файлы, которые записал не nap",
    ]
}
