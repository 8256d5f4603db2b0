import Language

extension Catalogue {
    /// The sentences of reminders in a language; in English where it is none of ours.
    static func reminders(in language: String) -> Catalogue {
        switch WrittenLanguage(rawValue: language) {
        case .russian: russian
        case .turkmen: turkmen
        case .english, nil: english
        }
    }

    private static let english = Catalogue(.english, patterns: [:])
    private static let russian = Catalogue(.russian, table: ReminderWords.russian)
    private static let turkmen = Catalogue(.turkmen, table: ReminderWords.turkmen)
}

/// The tables of the sentences; all of the Turkmen awaits a native reader.
enum ReminderWords {
    static let russian = """
        Agencies that owe something: => Ведомства, от которых ожидаются отчёты:
        All that is open: {1} => Все открытые отчёты: {1}
        Due => К сдаче
        Good day, {1}. => Здравствуйте, {1}.
        How reporting stands on {1}: => Состояние отчётности на {1}:
        It is due by {1}, {2} are left. => Срок — {1}, осталось: {2}.
        It is due today. => Срок — сегодня.
        It was due on {1}, {2} ago. => Срок был {1}, {2} назад.
        Overdue => Просрочено
        Reports to review: {1} => Отчёты на проверке: {1}
        Sent back to you => Возвращено вам
        The pages of the plan: {1} => Страницы о ходе плана: {1}
        The reviewer's reason stands beside the form. => Причина, указанная проверяющим, приведена рядом с формой.
        These reports are open: => Открыты следующие отчёты:
        This mail was written by the service that keeps the reports under {1}. => Это письмо составлено системой учёта отчётов: {1}.
        You want no more of them: {1} => Больше не получать таких писем: {1}
        and {1} => и ещё {1}
        day / days => день / дня / дней / дня
        due within two weeks: {1} => к сдаче в ближайшие две недели: {1}
        how reporting stands => состояние отчётности
        other report / other reports => отчёт / отчёта / отчётов / отчёта
        overdue: {1} => просрочено: {1}
        report is open / reports are open => отчёт открыт / отчёта открыты / отчётов открыто / отчёта открыто
        sent back: {1} => возвращено: {1}
        the oldest was due on {1} => срок самого давнего был {1}
        waiting for a review: {1} => ожидают проверки: {1}
        """

    static let turkmen = """
        Agencies that owe something: => Hasabatlaryna garaşylýan edaralar:
        All that is open: {1} => Açyk hasabatlaryň hemmesi: {1}
        Due => Tabşyrmaly
        Good day, {1}. => Salam, {1}.
        How reporting stands on {1}: => Hasabatlylygyň {1} senesine görä ýagdaýy:
        It is due by {1}, {2} are left. => Möhleti {1}, {2} galdy.
        It is due today. => Möhleti şu gün.
        It was due on {1}, {2} ago. => Möhleti {1} boldy, {2} öň.
        Overdue => Möhleti geçen
        Reports to review: {1} => Barlanmaly hasabatlar: {1}
        Sent back to you => Size gaýtarylan
        The pages of the plan: {1} => Meýilnamanyň sahypalary: {1}
        The reviewer's reason stands beside the form. => Barlagçynyň görkezen sebäbi hasabatyň sahypasynda dur.
        These reports are open: => Şu hasabatlar açyk:
        This mail was written by the service that keeps the reports under {1}. => Bu haty hasabatlary ýöredýän ulgam ýazdy: {1}.
        You want no more of them: {1} => Şeýle hatlary indi almazlyk: {1}
        and {1} => we ýene {1}
        day / days => gün / gün
        due within two weeks: {1} => iki hepdäniň içinde tabşyrmaly: {1}
        how reporting stands => hasabatlylygyň ýagdaýy
        other report / other reports => hasabat / hasabat
        overdue: {1} => möhleti geçen: {1}
        report is open / reports are open => hasabat açyk / hasabat açyk
        sent back: {1} => gaýtarylan: {1}
        the oldest was due on {1} => iň köneniň möhleti {1} boldy
        waiting for a review: {1} => barlaga garaşýar: {1}
        """
}
