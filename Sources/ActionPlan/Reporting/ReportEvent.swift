/// Something that happened to one report.
///
/// Events are never changed or taken back; what a report is now follows from its events in their order.
package struct ReportEvent: Hashable, Sendable {
    package var key: ReportKey
    /// When it happened.
    package var moment: Moment
    package var party: Party
    package var action: Action

    package init(key: ReportKey, moment: Moment, party: Party, action: Action) {
        self.key = key
        self.moment = moment
        self.party = party
        self.action = action
    }

    /// What happened.
    package enum Action: Hashable, Sendable {
        /// The agency kept a draft; an earlier draft is replaced.
        case draftSaved(ReportContent)
        /// The agency sent its report, for the first time, once more before a review, or again after it came back.
        case submitted(ReportContent)
        /// A reviewer sent it back; the judgement has a reason.
        case returned(Judgement)
        case verified(Judgement)
        /// The agency sent a new version of a report that had been verified.
        case corrected(ReportContent, Correction)
        /// The agency took back a draft, or what it had sent and nobody had judged.
        case withdrawn(reason: LocalizedText?)

        package var kind: Kind {
            switch self {
            case .draftSaved: .draft
            case .submitted: .submit
            case .returned: .return
            case .verified: .verify
            case .corrected: .correct
            case .withdrawn: .withdraw
            }
        }

        /// What it says, if it is the agency's.
        package var content: ReportContent? {
            switch self {
            case .draftSaved(let content), .submitted(let content), .corrected(let content, _): content
            case .returned, .verified, .withdrawn: nil
            }
        }
    }

    /// A step on a report's way, as a command names it.
    package enum Kind: String, Sendable, CaseIterable {
        case draft
        case submit
        case `return`
        case verify
        case correct
        case withdraw

        /// Whether a reviewer takes it, not the agency.
        package var isReview: Bool { self == .return || self == .verify }
    }

    /// What a reviewer says about a version of a report.
    package struct Judgement: Hashable, Sendable {
        /// The version judged; the latest sent, where left out.
        package var version: Int?
        /// Why; a return needs it.
        package var reason: LocalizedText?
        /// The reviewer's own judgement of the item.
        package var verdict: StatusID?
        package var confidence: DeliveryConfidence?
        package var provenance: Provenance

        package init(
            version: Int? = nil,
            reason: LocalizedText? = nil,
            verdict: StatusID? = nil,
            confidence: DeliveryConfidence? = nil,
            provenance: Provenance
        ) {
            self.version = version
            self.reason = reason
            self.verdict = verdict
            self.confidence = confidence
            self.provenance = provenance
        }
    }
}
