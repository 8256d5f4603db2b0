/// That an assessment was published, or frozen for a meeting: enough to make the very same one again, and to see that it
/// is the same.
package struct AssessmentEvent: Hashable, Sendable {
    package var moment: Moment
    package var party: Party
    package var purpose: Purpose
    /// `public` or `internal`.
    package var edition: String
    package var asOf: Day
    /// Up to when reports were taken into account.
    package var knownAt: Moment
    /// How many entries the ledger had: those after them were not seen.
    package var entries: Int
    /// The packs that judged, in the plan's order.
    package var packs: [Pack]
    /// SHA-256 of the assessment as JSON, 64 hexadecimal digits.
    package var sha256: String
    /// The meeting for which it was frozen.
    package var meeting: String?

    package enum Purpose: String, Sendable, CaseIterable {
        case published
        case frozen
    }

    /// A rule pack as it judged.
    package struct Pack: Hashable, Sendable {
        package var id: String
        package var version: String
        /// SHA-256 of its files, 64 hexadecimal digits.
        package var sha256: String

        package init(id: String, version: String, sha256: String) {
            self.id = id
            self.version = version
            self.sha256 = sha256
        }
    }

    package init(
        moment: Moment,
        party: Party,
        purpose: Purpose,
        edition: String,
        asOf: Day,
        knownAt: Moment,
        entries: Int,
        packs: [Pack],
        sha256: String,
        meeting: String? = nil
    ) {
        self.moment = moment
        self.party = party
        self.purpose = purpose
        self.edition = edition
        self.asOf = asOf
        self.knownAt = knownAt
        self.entries = entries
        self.packs = packs
        self.sha256 = sha256
        self.meeting = meeting
    }
}
