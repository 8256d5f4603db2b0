package import ActionPlan

/// Findings, what matters most first: by severity, then in the order of the plan, then of the periods.
///
/// Those of one item are kept together, so that they can be replaced without touching the others.
package struct FindingList: Equatable, Sendable {
    /// Where each item stands in the order of the plan.
    private let places: [ItemID: Int]
    /// The findings of each severity and item, in that order.
    private var groups: [[Finding]]
    /// How many findings come before each group; at the end how many there are.
    private var starts: [Int]

    private static let severities = Finding.Severity.allCases

    /// No findings yet, of items in the order of a plan.
    package init(_ plan: Plan) {
        let items = plan.objectives.map(\.id) + plan.activities.map(\.id) + plan.indicators.map(\.id)
        places = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        groups = Array(repeating: [], count: places.count * Self.severities.count)
        starts = Array(repeating: 0, count: groups.count + 1)
    }

    /// Those of one item.
    package func of(_ item: ItemID) -> [Finding] {
        guard let place = places[item] else { return [] }
        return Self.severities.indices.flatMap { groups[$0 * places.count + place] }
    }

    /// Puts others in the place of those of some items.
    package mutating func replace(_ findings: [ItemID: [Finding]]) {
        for (item, found) in findings {
            guard let place = places[item] else { continue }
            for (position, severity) in Self.severities.enumerated() {
                let group = position * places.count + place
                let some = found.filter { $0.severity == severity }
                if some.isEmpty, groups[group].isEmpty { continue }
                groups[group] = some.enumerated()
                    .sorted { Self.key($0.element, $0.offset) < Self.key($1.element, $1.offset) }
                    .map(\.element)
            }
        }
        count()
    }

    /// Leaves some out.
    package mutating func removeAll(where isRemoved: (Finding) -> Bool) {
        for group in groups.indices where groups[group].contains(where: isRemoved) {
            groups[group].removeAll(where: isRemoved)
        }
        count()
    }

    private static func key(_ finding: Finding, _ offset: Int) -> (String, Int) {
        (finding.period?.rawValue ?? "", offset)
    }

    private mutating func count() {
        var total = 0
        for group in groups.indices {
            starts[group] = total
            total += groups[group].count
        }
        starts[groups.count] = total
    }
}

extension FindingList: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { starts[groups.count] }

    package subscript(position: Int) -> Finding {
        var low = 0
        var high = groups.count
        // The last group that begins at or before the position; empty ones before it begin there too.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if starts[middle] <= position { low = middle } else { high = middle }
        }
        return groups[low][position - starts[low]]
    }

    package func makeIterator() -> FlattenSequence<[[Finding]]>.Iterator { groups.joined().makeIterator() }
}

extension FindingList: CustomReflectable {
    /// Shown as a list, whatever else is kept to find its way in it.
    package var customMirror: Mirror { Mirror(self, unlabeledChildren: self, displayStyle: .collection) }
}
