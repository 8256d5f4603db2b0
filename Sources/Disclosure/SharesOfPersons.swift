import ActionPlan
import Rules

/// Which periods of a percentage that counts persons the public may see.
///
/// A share gives away those it counts, those it does not, and all of them. A period is withheld as a whole where one
/// of the three must be protected, in the sum or in one agency's part; of a running share also where the change since
/// the last published period must be, and of any share published before what a correction changed.
struct SharesOfPersons {
    private let indicator: Indicator
    private let periods: [PeriodAssessment]
    private let policy: DisclosurePolicy
    private let published: PublishedFigures

    init(_ indicator: Indicator, _ periods: [PeriodAssessment], _ plan: Plan, _ published: PublishedFigures) {
        self.indicator = indicator
        self.periods = periods
        self.published = published
        policy = plan.disclosure
    }

    func withheld() -> Withheld {
        var withheld = Withheld()
        var last: [Key: Counts] = [:]
        for (position, period) in periods.enumerated() where period.hasFigures {
            let found = counts(of: period)
            guard let found, found.values.allSatisfy({ isSafe($0) }),
                indicator.accumulation != .cumulative || changesAreSafe(from: last, to: found),
                correctionsAreSafe(found, of: period.period.id)
            else {
                withheld.periods.insert(position)
                continue
            }
            last.merge(found) { _, new in new }
            // Shares of parts of persons are not published at all.
            if !period.cells.isEmpty { withheld.cells[position] = Set(period.cells.map(\.categories)) }
        }
        return withheld
    }

    private enum Key: Hashable {
        case total
        case part(AgencyID)
    }

    /// Those counted, and all.
    private struct Counts: Hashable {
        var numerator: Int
        var denominator: Int

        init?(_ value: ReportedValue?) {
            guard case .ratio(let numerator, let denominator)? = value, numerator >= 0, denominator >= numerator,
                denominator <= 1e9, numerator == numerator.rounded(), denominator == denominator.rounded()
            else { return nil }
            self.numerator = Int(numerator)
            self.denominator = Int(denominator)
        }

        var all: [Int] { [numerator, denominator, denominator - numerator] }
    }

    /// Nil where a figure is not what it should be.
    private func counts(of period: PeriodAssessment) -> [Key: Counts]? {
        var counts: [Key: Counts] = [:]
        if period.hasValue, period.value != nil {
            guard let total = Counts(period.value) else { return nil }
            counts[.total] = total
        }
        for part in period.reports {
            guard case .value(let value)? = part.record?.effective?.content.body else { continue }
            guard let found = Counts(value) else { return nil }
            counts[.part(part.agency)] = found
        }
        return counts
    }

    private func isSafe(_ counts: Counts) -> Bool { !counts.all.contains(where: policy.protects) }

    private func changesAreSafe(from last: [Key: Counts], to next: [Key: Counts]) -> Bool {
        next.allSatisfy { key, counts in
            guard let earlier = last[key] else { return true }
            return zip(counts.all, earlier.all).allSatisfy { $0 >= $1 && !policy.protects($0 - $1) }
        }
    }

    private func correctionsAreSafe(_ found: [Key: Counts], of period: PeriodID) -> Bool {
        found.allSatisfy { key, counts in
            var figure = PublishedFigures.Key(item: indicator.id, period: period)
            if case .part(let agency) = key { figure.agency = agency }
            figure.side = .numerator
            let numerators = published[figure]
            figure.side = .denominator
            let denominators = published[figure]
            return areSafe(counts.numerator, numerators) && areSafe(counts.denominator, denominators)
        }
    }

    private func areSafe(_ count: Int, _ earlier: [Int]) -> Bool {
        earlier.allSatisfy { $0 == count || !policy.protects(abs(count - $0)) }
    }
}
