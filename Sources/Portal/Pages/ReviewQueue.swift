import ActionPlan
import Rules

/// The reports that wait for a review, the oldest first, and what is the matter with each.
struct ReviewQueue {
    let entries: [Entry]

    struct Entry {
        var record: ReportRecord
        /// What the rules and checks say against it.
        var findings: Int
        /// How many days after its due day it came.
        var daysLate: Int

        /// Whether it is one of those that a place shows.
        func `is`(_ matter: ReviewPlace.Matter) -> Bool {
            switch matter {
            case .all: true
            case .findings: findings > 0
            case .late: daysLate > 0
            }
        }
    }

    /// - Parameters:
    ///   - assessment: how everything stands.
    ///   - own: the bodies of whoever looks, whose reports others judge.
    init(_ assessment: Assessment, without own: Set<String>) {
        let findings = Dictionary(grouping: assessment.findings, by: \.item)
        entries = assessment.records
            .filter { record in
                [.submitted, .corrected].contains(record.state) && !own.contains(record.key.agency.rawValue)
            }
            .sorted { $1.isNewer(than: $0) }
            .map { record in
                let part = assessment.part(of: record.key)
                return Entry(
                    record: record,
                    findings: findings[record.key.item, default: []].count { $0.concerns(record.key) },
                    daysLate: part?.receivedOn == nil ? 0 : part?.daysLate ?? 0
                )
            }
    }

    /// Those of an agency, or of all, with which something is the matter.
    func entries(of agency: AgencyID?, _ matter: ReviewPlace.Matter) -> [Entry] {
        entries.filter { (agency == nil || $0.record.key.agency == agency) && $0.is(matter) }
    }
}
