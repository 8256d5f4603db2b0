/// A column of a plan that is published as a table, by the names that governments give to it.
package enum PlanColumn: String, Sendable, CaseIterable {
    case objective
    case code
    case activity
    case responsible
    case implementers
    case time
    case indicator
    case unit
    case baseline
    case target
    case definition
    /// Nothing of it goes into the plan.
    case ignored

    private static let names: [PlanColumn: [String]] = [
        .objective: [
            "objective", "objectives", "goal", "section", "strategic objective", "outcome", "priority", "pillar",
            "component", "level", "цель", "цели", "задача", "раздел", "направление", "стратегическая цель", "maksat",
            "maksatlar", "bölüm", "ugur", "objectif", "objetivo",
        ],
        .code: [
            "no", "number", "id", "code", "№", "№ п/п", "n п/п", "номер", "пункт", "t/b", "t/b №", "belgi", "n°", "#",
        ],
        .activity: [
            "activity", "activities", "action", "actions", "measure", "measures", "task", "мероприятие", "мероприятия",
            "наименование мероприятия", "действие", "действия", "мера", "меры", "çäre", "çäreler", "çäräniň ady", "iş",
            "action planned", "acción", "actividad", "activité",
        ],
        .responsible: [
            "responsible", "responsible agency", "responsible agencies", "responsible body", "responsible institution",
            "lead", "lead agency", "ответственный", "ответственные", "ответственный исполнитель",
            "ответственные исполнители", "ответственные ведомства", "jogapkär", "jogapkärler", "jogapkär edara",
            "jogapkär ýerine ýetiriji", "responsable",
        ],
        .implementers: [
            "implementers", "implementer", "implementing agency", "implementing agencies", "partners", "co-executors",
            "исполнители", "исполнитель", "соисполнители", "партнёры", "ýerine ýetirijiler", "ýerine ýetiriji",
            "hyzmatdaşlar",
        ],
        .time: [
            "time", "timeframe", "time frame", "timeline", "deadline", "due date", "period", "date", "термин", "срок",
            "сроки", "срок исполнения", "сроки исполнения", "сроки реализации", "срок выполнения", "период", "möhlet",
            "möhleti", "ýerine ýetiriş möhleti", "ýerine ýetirmegiň möhleti", "échéance", "plazo",
        ],
        .indicator: [
            "indicator", "indicators", "performance indicator", "indicator of success", "показатель", "показатели",
            "индикатор", "индикаторы", "görkeziji", "görkezijiler", "indicateur",
        ],
        .unit: [
            "unit", "unit of measure", "unit of measurement", "единица измерения", "ед. изм", "единица", "birlik",
            "ölçeg birligi",
        ],
        .baseline: [
            "baseline", "baseline value", "исходное значение", "базовое значение", "başlangyç baha",
            "başlangyç görkeziji",
        ],
        .target: [
            "target", "targets", "target value", "целевое значение", "целевой показатель", "плановое значение",
            "maksat baha", "maksat görkeziji", "cible", "meta",
        ],
        .definition: ["definition", "определение", "kesgitleme"],
    ]

    private static let byName: [String: PlanColumn] = {
        var columns: [String: PlanColumn] = [:]
        for column in allCases {
            for name in names[column] ?? [] {
                columns[ReportColumn.fold(name)] = columns[ReportColumn.fold(name)] ?? column
            }
        }
        return columns
    }()

    /// The column that a heading names; nil where it names none.
    static func named(_ heading: String) -> PlanColumn? { byName[ReportColumn.fold(heading)] }

    /// What a column of this kind is for.
    var role: HeadingRole {
        switch self {
        case .objective, .code, .activity, .responsible, .implementers, .time, .unit: .about
        case .indicator, .baseline, .target: .statement
        case .definition, .ignored: .remark
        }
    }
}
