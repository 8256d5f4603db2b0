import ActionPlan
import Language
import Rules
import Tracker

/// What the identifiers in a ledger are called: by the plan where it is at hand, else by themselves.
struct HistoryNames {
    let language: WrittenLanguage
    private let plan: PlanIndex?
    private let statuses: [Status]

    init(_ workspace: Workspace? = nil, on moment: Moment, language: String) {
        self.language = WrittenLanguage(tag: language)
        plan = workspace.map { $0.index(on: $0.day(of: moment)) }
        statuses = workspace?.assessor.claimableStatuses ?? []
    }

    private func best(_ text: LocalizedText?) -> String? { text.map { $0.best(for: language.rawValue).text } }

    /// The title of an item; nil where the plan is not at hand or has no such item.
    func title(of item: ItemID) -> String? { best(plan?.title(of: item)) }

    func body(_ id: String) -> String {
        best(plan?.agency(AgencyID(rawValue: id))?.title) ?? best(plan?.plan.bodies.first { $0.id == id }?.title) ?? id
    }

    func period(_ id: PeriodID, of item: ItemID) -> String { best(plan?.name(of: id, for: item)) ?? id.rawValue }

    func status(_ id: StatusID) -> String { best(statuses.first { $0.id == id }?.title) ?? id.rawValue }

    /// A category of a dimension.
    func category(_ category: ReportContent.CellCategory) -> String {
        let dimension = plan?.plan.dimensions.first { $0.id == category.dimension }
        return best(dimension?.categories.first { $0.id == category.category }?.title) ?? category.category
    }

    /// A word that an indicator takes as its value.
    func word(_ id: String, of item: ItemID) -> String {
        switch plan?.indicator(item)?.measure {
        case .nominal(let words), .ordinal(let words): best(words.first { $0.id == id }?.title) ?? id
        default: id
        }
    }

    /// What a number of an indicator counts; nil where it counts nothing that has a name.
    func unit(of item: ItemID) -> String? {
        guard case .unit(let unit, _, _) = plan?.indicator(item)?.measure else { return nil }
        return best(unit)
    }

    /// One of the plan's reasons for a variation or a correction.
    func reason(_ id: String) -> String {
        let reasons = (plan?.plan.variationReasons ?? []) + (plan?.plan.correctionReasons ?? [])
        return best(reasons.first { $0.id == id }?.title) ?? id
    }

    /// An instant as clocks show it where the plan is carried out; UTC where that is not known.
    func time(_ moment: Moment) -> String {
        let offset = plan?.plan.utcOffset ?? .zero
        let seconds = moment.seconds + Int64(offset.seconds)
        let day = moment.day(at: offset)
        let minutes = Int(seconds - Int64(day.number) * 86_400) / 60
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        let time = "\(padded(minutes / 60)):\(padded(minutes % 60))" + (plan == nil ? " UTC" : "")
        // English days have one figure or two: the words after them begin at one place all the same.
        return (language == .english && day.date.day < 10 ? " " : "") + "\(language.shortDate(day)), \(time)"
    }
}
