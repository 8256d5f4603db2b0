package import ActionPlan

/// Which verdicts another version of a pack, or another pack, would change.
package struct PackDifference: Sendable {
    /// An item or agency of which the two say different things, or for different reasons.
    package struct Item: Sendable {
        package var subject: Subject
        package var before: Verdict?
        package var after: Verdict?
        /// The statuses, for their names.
        package var statusBefore: Status?
        package var statusAfter: Status?

        /// Whether the status itself changes, not only the rule that gives it.
        package var changesStatus: Bool { before?.status != after?.status }
    }

    package enum Subject: Hashable, Sendable {
        case item(ItemReference)
        case agency(AgencyID)
        case plan
    }

    /// In the order of the plan, then agencies.
    package var items: [Item]
    /// How many verdicts the two give in all.
    package var verdictCount: Int
    /// How many findings of checks each gives.
    package var findings: (before: Int, after: Int)

    /// Compares what two packs say in two assessments of the same plan, reports and day.
    ///
    /// - Parameters:
    ///   - before: an assessment, and the identifier of the pack in it.
    ///   - after: another.
    /// - Returns: every item of which they differ.
    package static func between(
        _ before: (assessment: Assessment, pack: String),
        _ after: (assessment: Assessment, pack: String)
    ) -> PackDifference {
        let old = verdicts(before.assessment, before.pack)
        let new = verdicts(after.assessment, after.pack)
        var items: [Item] = []
        for subject in subjects(after.assessment) {
            let first = old[subject]
            let second = new[subject]
            guard first?.status != second?.status || first?.rule != second?.rule else { continue }
            items.append(
                Item(
                    subject: subject,
                    before: first,
                    after: second,
                    statusBefore: first.flatMap { before.assessment.statuses[$0.status] },
                    statusAfter: second.flatMap { after.assessment.statuses[$0.status] }
                )
            )
        }
        return PackDifference(
            items: items,
            verdictCount: Set(old.keys).union(new.keys).count,
            findings: (findings(before.assessment, before.pack), findings(after.assessment, after.pack))
        )
    }

    private static func findings(_ assessment: Assessment, _ pack: String) -> Int {
        assessment.findings.count { finding in
            if case .check(pack, _) = finding.kind { true } else { false }
        }
    }

    private static func subjects(_ assessment: Assessment) -> [Subject] {
        func walk(_ references: [ItemReference]) -> [Subject] {
            references.flatMap { [.item($0)] + walk(assessment.plan.children(of: $0.id)) }
        }
        return [.plan] + walk(assessment.plan.roots) + assessment.agencies.map { .agency($0.id) }
    }

    private static func verdicts(_ assessment: Assessment, _ pack: String) -> [Subject: Verdict] {
        var verdicts: [Subject: Verdict] = [:]
        for subject in subjects(assessment) {
            if case .item(let item) = subject {
                verdicts[subject] = assessment.verdicts(of: item.id)?.verdict(of: pack)
            }
        }
        verdicts[.plan] = assessment.overall.verdicts.verdict(of: pack)
        for agency in assessment.agencies { verdicts[.agency(agency.id)] = agency.verdicts.verdict(of: pack) }
        return verdicts
    }
}
