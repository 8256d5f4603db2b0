/// Where a report stands on its way.
package enum ReportState: String, Sendable, CaseIterable {
    /// Kept by the agency, not yet sent.
    case draft
    case submitted
    /// Sent back to the agency with a reason.
    case returned
    case verified
    /// A new version of a verified report, to be verified again.
    case corrected
    /// Taken back by the agency; what was verified before still counts.
    case withdrawn
}

/// All that is known about one report: its versions and what reviewers decided.
package struct ReportRecord: Hashable, Sendable {
    package var key: ReportKey
    package var state: ReportState
    /// From the first to the latest, never empty.
    package var versions: [ReportVersion]
    package var reviews: [Review]
    package var withdrawals: [Withdrawal]

    package init(
        key: ReportKey,
        state: ReportState,
        versions: [ReportVersion],
        reviews: [Review],
        withdrawals: [Withdrawal] = []
    ) {
        self.key = key
        self.state = state
        self.versions = versions
        self.reviews = reviews
        self.withdrawals = withdrawals
    }

    /// The version that counts: the latest that was sent; nil while there is only a draft, or where the latest sent
    /// was returned or withdrawn and nothing earlier was verified.
    package var effective: ReportVersion? { effectivePosition.map { versions[$0] } }

    /// Where the version that counts stands among the versions.
    package var effectivePosition: Int? {
        switch state {
        case .submitted, .verified, .corrected: return versions.lastIndex { !$0.isDraft }
        case .draft, .returned, .withdrawn:
            guard let review = reviews.lastIndex(where: { $0.decision == .verified }) else { return nil }
            return versions.lastIndex { $0.number == reviews[review].version }
        }
    }

    /// The review of the version that counts, if there was one.
    package var effectiveReview: Review? {
        guard !reviews.isEmpty, let position = effectivePosition else { return nil }
        let number = versions[position].number
        return reviews.last { $0.version == number }
    }
}

/// One version of a report.
package struct ReportVersion: Hashable, Sendable {
    /// From 1.
    package var number: Int
    package var content: ReportContent
    package var isDraft: Bool
    package var submitted: Moment
    /// Why a verified report was corrected.
    package var correction: Correction?

    package init(number: Int, content: ReportContent, isDraft: Bool, submitted: Moment, correction: Correction? = nil) {
        self.number = number
        self.content = content
        self.isDraft = isDraft
        self.submitted = submitted
        self.correction = correction
    }
}

/// Why a verified report was corrected.
package struct Correction: Hashable, Sendable {
    /// One of the plan's correction reasons.
    package var reason: String
    package var text: LocalizedText?

    package init(reason: String, text: LocalizedText? = nil) {
        self.reason = reason
        self.text = text
    }
}

/// That an agency took back a version of a report.
package struct Withdrawal: Hashable, Sendable {
    /// The version taken back.
    package var version: Int
    package var reason: LocalizedText?
    package var withdrawn: Moment

    package init(version: Int, reason: LocalizedText? = nil, withdrawn: Moment) {
        self.version = version
        self.reason = reason
        self.withdrawn = withdrawn
    }
}

/// What a reviewer decided about a version of a report.
package struct Review: Hashable, Sendable {
    /// The version judged.
    package var version: Int
    package var decision: Decision
    /// Why; always there when returned.
    package var reason: LocalizedText?
    /// The reviewer's own judgement.
    package var verdict: StatusID?
    package var confidence: DeliveryConfidence?
    /// The agency or body that reviewed.
    package var reviewer: String
    package var reviewed: Moment
    package var provenance: Provenance

    package enum Decision: String, Sendable, CaseIterable {
        case verified
        case returned
    }

    package init(
        version: Int,
        decision: Decision,
        reason: LocalizedText? = nil,
        verdict: StatusID? = nil,
        confidence: DeliveryConfidence? = nil,
        reviewer: String,
        reviewed: Moment,
        provenance: Provenance
    ) {
        self.version = version
        self.decision = decision
        self.reason = reason
        self.verdict = verdict
        self.confidence = confidence
        self.reviewer = reviewer
        self.reviewed = reviewed
        self.provenance = provenance
    }
}

/// How sure a person is that an activity will be delivered (after the five points of the United Kingdom's
/// Infrastructure and Projects Authority).
package enum DeliveryConfidence: String, Sendable, CaseIterable {
    case likely
    case probable
    case feasible
    case inDoubt = "in-doubt"
    case unachievable
}
