/// What the facts that sentences mention most are called, so that a rule can be read without its values.
enum FactNames {
    /// The name of a fact by its path, such as `indicator.latest.actual`; the path itself where it has no name.
    static func name(of path: String, _ language: String) -> String {
        let names = table[path] ?? path.split(separator: ".").last.flatMap { table[String($0)] }
        guard let names else { return path }
        switch language {
        case "ru": return names.ru
        case "tk": return names.tk
        default: return names.en
        }
    }

    /// Whether a fact or measure is a year by its name, such as `indicator.baseline_year`.
    static func isYear(_ path: String) -> Bool { path == "year" || path.hasSuffix("_year") || path.hasSuffix(".year") }

    private static let table: [String: (en: String, ru: String, tk: String)] = [
        "indicator.latest.actual": ("last value", "последнее значение", "soňky san"),
        "indicator.latest.end": ("end of its period", "конец его периода", "onuň döwrüniň soňy"),
        "indicator.latest.target": ("target of the period", "цель периода", "döwrüň maksady"),
        "indicator.previous.actual": ("value before", "предыдущее значение", "öňki san"),
        "indicator.target": ("final target", "конечная цель", "ahyrky maksat"),
        "indicator.target_by": ("day of the final target", "срок конечной цели", "ahyrky maksadyň möhleti"),
        "indicator.baseline": ("baseline", "исходный уровень", "başlangyç dereje"),
        "indicator.actual_sum": ("sum of the values", "сумма значений", "sanlaryň jemi"),
        "indicator.target_sum": ("sum of the targets", "сумма целей", "maksatlaryň jemi"),
        "indicator.judged_periods": ("number of periods", "число периодов", "döwürleriň sany"),
        "indicator.due": ("due day", "срок", "möhlet"),
        "indicator.achieved_on": ("day of achievement", "день достижения", "ýerine ýetirilen gün"),
        "indicator.band_low": ("lower end of the band", "нижняя граница", "aşaky çäk"),
        "indicator.band_high": ("upper end of the band", "верхняя граница", "ýokarky çäk"),
        "report.actual": ("value", "значение", "san"),
        "report.numerator": ("part", "часть", "bölek"),
        "report.denominator": ("whole", "целое", "tutuş"),
        "report.claim": ("status claimed", "заявленный статус", "aýdylan ýagdaý"),
        "report.partition_sum": ("sum of the breakdown", "сумма разбивки", "bölünişiň jemi"),
        "period.due": ("due day", "срок", "möhlet"),
        "period.grace_end": ("end of grace", "конец отсрочки", "goşmaça möhletiň soňy"),
        "period.expected": ("expected value", "ожидаемое значение", "garaşylýan san"),
        "end": ("last day", "последний день", "soňky gün"),
        "start": ("first day", "первый день", "ilkinji gün"),
        "days_late": ("number of days", "число дней", "günleriň sany"),
        "parts": ("number of agencies", "число ведомств", "edaralaryň sany"),
        "parts_expected": ("number expected", "ожидаемое число", "garaşylýan sany"),
        "waits_for": ("what comes before it", "предшествующее", "öňünden gelýän"),
        "milestones": ("number of milestones", "число контрольных точек", "sepgitleriň sany"),
        "milestones_overdue": ("number overdue", "число просроченных", "möhleti geçenleriň sany"),
        "last_achieved_on": ("day of the last", "день последней", "soňkynyň güni"),
        "implementation_period": ("period", "период", "döwür"),
        "achieved_on": ("day of achievement", "день достижения", "ýerine ýetirilen gün"),
        "total": ("number of all", "общее число", "jemi sany"),
        "good": ("number that stand well", "число благополучных", "gowularyň sany"),
        "attention": ("number at risk", "число под риском", "töwekgelçilikdäkileriň sany"),
        "bad": ("number off track", "число отстающих", "yza galýanlaryň sany"),
        "coverage": ("share judged", "доля оценённых", "baha berlenleriň paýy"),
        "expected": ("number expected", "ожидаемое число", "garaşylýan sany"),
        "received": ("number received", "число полученных", "gelenleriň sany"),
        "on_time": ("number in time", "число своевременных", "wagtynda gelenleriň sany"),
        "late": ("number late", "число опоздавших", "gijä galanlaryň sany"),
        "overdue": ("number overdue", "число просроченных", "möhleti geçenleriň sany"),
        "returned": ("number returned", "число возвращённых", "gaýtarylanlaryň sany"),
    ]
}
