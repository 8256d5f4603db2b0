package import ActionPlan
package import Rules

/// The counts of persons that the public has seen, edition after edition.
///
/// What was once published cannot be taken back: whoever kept it sees what a later edition withholds, and what a
/// correction changed. The next edition is made with that in mind. It holds nothing that was not public, so it may lie
/// anywhere; without it an edition is made as if it were the first.
package struct PublishedFigures: Hashable, Sendable {
    /// What a figure is a figure of.
    package struct Key: Hashable, Comparable, Sendable {
        package var item: ItemID
        package var period: PeriodID
        /// Whose part it is; nil of the whole.
        package var agency: AgencyID?
        /// Of a cell, in the order of the dimensions' identifiers; empty of the whole.
        package var categories: [ReportContent.CellCategory] = []
        package var side = Side.count

        package static func < (left: Key, right: Key) -> Bool { left.fields.lexicographicallyPrecedes(right.fields) }

        var fields: [String] {
            [
                item.rawValue, period.rawValue, agency?.rawValue ?? "",
                categories.map { "\($0.dimension)=\($0.category)" }.joined(separator: ";"), side.rawValue,
            ]
        }
    }

    /// Which number of a value.
    package enum Side: String, Sendable, CaseIterable {
        case count
        case numerator
        case denominator
    }

    /// Every value that a figure was ever published with, ascending.
    package private(set) var values: [Key: [Int]] = [:]

    /// Nothing was published yet.
    package init() {}

    package var isEmpty: Bool { values.isEmpty }

    package subscript(_ key: Key) -> [Int] { values[key] ?? [] }

    mutating func add(_ value: Int, of key: Key) {
        var known = self[key]
        guard !known.contains(value) else { return }
        known.append(value)
        values[key] = known.sorted()
    }

    /// Adds all counts of persons that a public edition shows.
    package mutating func add(_ edition: Assessment) {
        guard edition.edition == .public else { return }
        for assessment in edition.indicators {
            guard let indicator = edition.plan.indicator(assessment.id), indicator.measure.countsPersons else {
                continue
            }
            for period in assessment.periods where period.hasFigures {
                var key = Key(item: assessment.id, period: period.period.id)
                if period.hasValue { add(period.value, of: key) }
                for cell in period.cells {
                    key.categories = cell.categories.ordered
                    add(.number(cell.value), of: key)
                }
                for part in period.reports {
                    guard case .value(let value)? = part.record?.effective?.content.body else { continue }
                    add(value, of: Key(item: assessment.id, period: period.period.id, agency: part.agency))
                }
            }
        }
    }

    private mutating func add(_ value: ReportedValue?, of key: Key) {
        func count(_ number: Double) -> Int? { Int(exactly: number) }
        var key = key
        switch value {
        case .number(let number)?: if let count = count(number) { add(count, of: key) }
        case .ratio(let numerator, let denominator)?:
            guard let numerator = count(numerator), let denominator = count(denominator) else { return }
            key.side = .numerator
            add(numerator, of: key)
            key.side = .denominator
            add(denominator, of: key)
        default: break
        }
    }
}

extension [ReportContent.CellCategory] {
    /// In the order of their dimensions: the same cell is the same however it was written.
    var ordered: Self { sorted { ($0.dimension, $0.category) < ($1.dimension, $1.category) } }
}
