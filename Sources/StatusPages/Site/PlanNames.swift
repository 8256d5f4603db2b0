import ActionPlan
import Language
import Rules

/// What is named on nearly every page, in one language: written once for all of them.
struct PlanNames: Sendable {
    let agencies: [AgencyID: (short: Phrase, full: Phrase)]
    /// The names of periods as they stand at the head of a row, by calendar.
    let periods: [String: [PeriodID: Phrase]]

    init(_ plan: Plan, language: String, _ writing: WrittenLanguage) {
        func phrase(_ text: LocalizedText) -> Phrase { Phrase(text.best(for: language), on: writing) }
        func name(_ period: ReportingPeriod, _ frequency: ReportingCalendar.Frequency) -> Phrase {
            if frequency == .custom, let title = period.title { return phrase(title) }
            return Phrase(Self.capitalized(writing.name(of: period, frequency)))
        }
        agencies = Dictionary(
            plan.agencies.map { ($0.id, (phrase($0.shortTitle ?? $0.title), phrase($0.title))) },
            uniquingKeysWith: { first, _ in first }
        )
        periods = Dictionary(
            plan.calendars.map { calendar in
                let names = calendar.periods.map { ($0.id, name($0, calendar.frequency)) }
                return (calendar.id, Dictionary(names, uniquingKeysWith: { first, _ in first }))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func capitalized(_ name: String) -> String {
        name.unicodeScalars.first.map { String($0).uppercased() + String(name.unicodeScalars.dropFirst()) } ?? name
    }
}
