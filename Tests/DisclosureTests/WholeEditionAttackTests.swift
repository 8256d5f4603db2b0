import ActionPlan
import Rules
import Testing

@testable import Disclosure

/// The strongest attacker there can be, on plans small enough to try everything: who has the program, the plan and all
/// that is published in one edition or several, publishes every set of reports that could have been sent, and keeps
/// those that give the very same editions.
///
/// Nothing is left out: figures, verdicts, sentences, measures, traces, findings, tallies and claims are compared as a
/// whole, and so is what the choice of what is withheld gives away by itself.
@Suite("Whole editions, attacked with everything that could have been reported")
struct WholeEditionAttackTests {
    /// What the small plan's reports may be: values for a case, and how they are reported.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// The indicator that is reported on.
        var item: String
        /// How many values each number takes, from 0.
        var ranges: [Int]
        /// The counts of persons behind the numbers; nil for none.
        var counts: @Sendable ([Int]) -> [Int?]
        var report: @Sendable ([Int], inout PublicPlan) -> Void
        /// Whether the numbers can have been reported.
        var isPossible: @Sendable ([Int]) -> Bool = { _ in true }
        var zero = "publish"
        var testDescription: String { "\(name), zero: \(zero)" }

        func withholdingZero() -> Case {
            var other = self
            other.zero = "withhold"
            return other
        }
    }

    private static let single = Case(
        name: "two periods",
        item: "helped",
        ranges: [6, 6],
        counts: { $0.map(Optional.some) },
        report: { numbers, plan in plan.report("helped", Double(numbers[0]), Double(numbers[1])) }
    )
    private static let parts = Case(
        name: "parts of two agencies",
        item: "joint",
        ranges: [8, 8],
        counts: { [$0[0], $0[1], $0[0] + $0[1]] },
        report: { numbers, plan in
            plan.report("joint", Double(numbers[0]))
            plan.report("joint", Double(numbers[1]), agency: "health")
        }
    )
    private static let running = Case(
        name: "a running total",
        item: "trained",
        ranges: [6, 6, 6],
        counts: { [$0[0], $0[1], $0[2], $0[0] + $0[1], $0[0] + $0[1] + $0[2]] },
        report: { numbers, plan in
            let values = numbers.indices.map { Double(numbers[...$0].reduce(0, +)) }
            plan.report("trained", values[0], values[1], values[2])
        }
    )
    private static let share = Case(
        name: "a share",
        item: "share",
        ranges: [8, 8],
        counts: { [$0[0], $0[1], $0[0] + $0[1]] },
        report: { numbers, plan in
            plan.report(
                "share",
                "2020-H1",
                .value(.ratio(numerator: Double(numbers[0]), denominator: Double(numbers[0] + numbers[1])))
            )
        }
    )
    private static let cells = Case(
        name: "cells and a rest",
        item: "helped",
        ranges: [6, 6, 4],
        // That no cell leaves anybody out is nothing to protect.
        counts: { [$0[0], $0[1], $0[2] > 0 ? $0[2] : nil, $0[0] + $0[1] + $0[2]] },
        report: { numbers, plan in
            plan.report(
                "helped",
                Double(numbers.reduce(0, +)),
                cells: [.init("sex", "female", Double(numbers[0])), .init("sex", "male", Double(numbers[1]))]
            )
        }
    )
    private static let overlapping = Case(
        name: "cells that overlap",
        item: "helped",
        ranges: [9, 9],
        counts: { [$0[0], $0[1], $0[0] - $0[1]] },
        report: { numbers, plan in
            plan.report("helped", Double(numbers[0]), cells: [.init("need", "law", Double(numbers[1]))])
        },
        isPossible: { $0[1] <= $0[0] }
    )

    private static let threshold = 3

    private func edition(_ numbers: [Int], _ tried: Case, _ assessor: Assessor) throws -> String {
        var plan = PublicPlan()
        tried.report(numbers, &plan)
        return try everything(in: plan.published(by: assessor).withoutPlan)
    }

    private func all(_ ranges: [Int]) -> [[Int]] {
        ranges.reduce([[]]) { lists, range in lists.flatMap { list in (0..<range).map { list + [$0] } } }
    }

    @Test(
        "nobody can tell a small count from all that is published",
        arguments: [single, parts, running, share, cells, overlapping]
            .flatMap { [$0, $0.withholdingZero()] }
    )
    func attack(tried: Case) throws {
        var plan = PublicPlan()
        plan.only = tried.item
        plan.zero = tried.zero
        plan.threshold = Self.threshold
        let assessor = try plan.assessor()
        var alike: [String: [[Int]]] = [:]
        for numbers in all(tried.ranges) where tried.isPossible(numbers) {
            alike[try edition(numbers, tried, assessor), default: []].append(numbers)
        }
        try check(
            alike,
            tried.ranges,
            DisclosurePolicy(threshold: Self.threshold, publishesZero: tried.zero == "publish")
        ) { tried.counts($0) }
    }

    /// Whether of each small count enough values are possible among the reports that give the same editions.
    private func check(
        _ alike: [String: [[Int]]],
        _ ranges: [Int],
        _ policy: DisclosurePolicy,
        _ counts: ([Int]) -> [Int?]
    ) throws {
        #expect(alike.count > 3, "something is published")
        // Zero is among the small counts only where it is not shown.
        let least = policy.publishesZero ? policy.threshold - 1 : policy.threshold
        for reports in alike.values.sorted(by: { $0[0].lexicographicallyPrecedes($1[0]) })
        where !reports.contains(where: { zip($0, ranges).contains { $0 == $1 - 1 } }) {
            let found = reports.map(counts)
            for position in found[0].indices where found.contains(where: { $0[position].map(policy.protects) ?? false })
            {
                let possible = Set(found.map { $0[position] ?? 0 })
                #expect(
                    possible.count >= least,
                    "\(reports.prefix(4)): count \(position) is one of \(possible.sorted())"
                )
            }
        }
    }

    @Test("nobody can tell a small count, or how few a correction concerns, from two editions one after the other")
    func corrections() throws {
        var plan = PublicPlan()
        plan.only = "helped"
        plan.threshold = Self.threshold
        let assessor = try plan.assessor()
        let ranges = [9, 9]
        var alike: [String: [[Int]]] = [:]
        for numbers in all(ranges) {
            var published = PublishedFigures()
            let editions = try numbers.map { number in
                var plan = PublicPlan()
                plan.report("helped", Double(number))
                let edition = try plan.published(by: assessor, after: published)
                published.add(edition)
                return everything(in: edition.withoutPlan)
            }
            alike[editions.joined(separator: "\n"), default: []].append(numbers)
        }
        try check(alike, ranges, DisclosurePolicy(threshold: Self.threshold, publishesZero: true)) { numbers in
            [numbers[0], numbers[1], numbers[0] == numbers[1] ? nil : abs(numbers[0] - numbers[1])]
        }
    }
}
