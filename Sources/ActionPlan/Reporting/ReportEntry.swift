package import Diagnostics

/// A report as it stands in a file, before it is in any ledger.
package struct ReportEntry: Sendable {
    package var key: ReportKey
    package var content: ReportContent
    /// Kept by the agency, not to be sent yet.
    package var isDraft: Bool
    /// Why a verified report is corrected.
    package var correction: Correction?
    /// When it was sent, of a report of the past; nil for one that is sent now.
    package var submitted: Moment?
    /// Files to be attached, by the place of their evidence in the content, from 0.
    package var files: [Int: String]
    /// Where its parts stand.
    package var places: [ReportField: SourceSpan]

    package init(
        key: ReportKey,
        content: ReportContent,
        isDraft: Bool = false,
        correction: Correction? = nil,
        submitted: Moment? = nil,
        files: [Int: String] = [:],
        places: [ReportField: SourceSpan] = [:]
    ) {
        self.key = key
        self.content = content
        self.isDraft = isDraft
        self.correction = correction
        self.submitted = submitted
        self.files = files
        self.places = places
    }

    /// Where a part stands, or else the report.
    package func place(of field: ReportField) -> SourceSpan? { places[field] ?? places[.item] }
}

/// The parts of a report that a message can point to.
package enum ReportField: String, Sendable, CaseIterable {
    case agency
    case item
    case period
    case value
    case cells
    case comment
    case variation
    case claim
    case evidence
    case correction
}

/// A reviewer's decision as it stands in a file, before it is in any ledger.
package struct ReviewEntry: Sendable {
    package var key: ReportKey
    package var decision: Review.Decision
    package var reason: LocalizedText?
    package var verdict: StatusID?
    package var confidence: DeliveryConfidence?
    /// The agency or body that reviewed.
    package var reviewer: String
    /// When, of a review of the past; nil for one that is given now.
    package var reviewed: Moment?
    package var provenance: Provenance
    /// Where it stands.
    package var place: SourceSpan?

    package init(
        key: ReportKey,
        decision: Review.Decision,
        reason: LocalizedText? = nil,
        verdict: StatusID? = nil,
        confidence: DeliveryConfidence? = nil,
        reviewer: String,
        reviewed: Moment? = nil,
        provenance: Provenance,
        place: SourceSpan? = nil
    ) {
        self.key = key
        self.decision = decision
        self.reason = reason
        self.verdict = verdict
        self.confidence = confidence
        self.reviewer = reviewer
        self.reviewed = reviewed
        self.provenance = provenance
        self.place = place
    }
}
