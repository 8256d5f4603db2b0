import ActionPlan
import Language
import Rules

/// What feeds call the things that they speak of, in their language.
struct FeedNames {
    let plan: PlanIndex
    let language: String
    let words: Catalogue

    /// How many items are named one by one.
    private static let most = 40

    init(_ plan: PlanIndex, _ source: FeedSource) {
        self.plan = plan
        language = source.language
        words = FeedWords.table.catalogue(source.language)
    }

    /// A period of a calendar.
    func period(_ period: PeriodID, _ calendar: String) -> String {
        guard let calendar = plan.calendar(calendar), let found = calendar.period(period) else {
            return period.rawValue
        }
        return words.language.name(of: found, calendar.frequency)
    }

    /// Items line by line; of many the first, and how many more there are.
    func headings(_ items: [ItemID]) -> [String] {
        let named = items.prefix(Self.most).map { "– " + plan.heading(of: $0, language) }
        guard items.count > Self.most else { return named }
        return named + [words("and {1} more", words.language.number(items.count - Self.most))]
    }
}
