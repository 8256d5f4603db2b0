import ActionPlan
import Language

/// The names of objectives, activities, indicators and agencies in a language, as its alphabet orders them.
struct NameIndex: Sendable {
    let names: [Name]

    struct Name: Sendable {
        var kind: Kind
        var code: String?
        var text: LocalizedText.Entry
        var address: PageAddress
        /// The letter under which it stands.
        var letter: String
    }

    enum Kind: String, Sendable {
        case objective
        case activity
        case indicator
        case agency
    }

    init(_ plan: PlanIndex, language: String) {
        let writing = WrittenLanguage(tag: language)
        var found: [(name: Name, key: [Int])] = []
        func add(_ kind: Kind, _ title: LocalizedText, _ code: String?, _ address: PageAddress) {
            let text = title.best(for: language)
            let name = Name(kind: kind, code: code, text: text, address: address, letter: Self.letter(of: text.text))
            found.append((name, writing.sortingKey(Self.sorted(text.text))))
        }
        for item in plan.plan.objectives { add(.objective, item.title, item.code, .objective(item.id)) }
        for item in plan.plan.activities { add(.activity, item.title, item.code, .activity(item.id)) }
        for item in plan.plan.indicators { add(.indicator, item.title, item.code, .indicator(item.id)) }
        for agency in plan.plan.agencies { add(.agency, agency.title, nil, .agency(agency.id)) }
        names = found.enumerated()
            .sorted { left, right in
                if left.element.key != right.element.key {
                    return left.element.key.lexicographicallyPrecedes(right.element.key)
                }
                return left.offset < right.offset
            }
            .map(\.element.name)
    }

    /// A name without the quotation marks and dashes before its first letter, by which nobody looks for it.
    private static func sorted(_ text: String) -> String {
        String(text.unicodeScalars.drop { !$0.properties.isAlphabetic && !("0"..."9").contains($0) })
    }

    /// The first letter of a name; a sign for names that begin with none.
    private static func letter(of text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0.properties.isAlphabetic || ("0"..."9").contains($0) }),
            first.properties.isAlphabetic
        else { return "0–9" }
        return first.properties.uppercaseMapping
    }
}
