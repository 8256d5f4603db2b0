import ActionPlan

/// What rules ask of the parts of a figure together: above all of those that came.
struct ReceivedParts: Sendable {
    /// How many came.
    private(set) var count = 0
    /// Whether a reviewer verified all that came.
    private(set) var areVerified = true
    private(set) var isAnyReturned = false
    private(set) var isAnyCorrected = false
    private(set) var isAnyLate = false
    /// The most days by which one is late, be it here or not.
    private(set) var daysLate = 0
    private(set) var haveComment = false
    private(set) var evidenceCount = 0
    /// The first agency's claim, and the first reviewer's verdict.
    private(set) var claim: StatusID?
    private(set) var review: StatusID?

    init(_ parts: [ReportedPart]) {
        for part in parts {
            daysLate = max(daysLate, part.daysLate)
            if part.isReturned { isAnyReturned = true }
            guard part.isReceived else { continue }
            count += 1
            if part.daysLate > 0 { isAnyLate = true }
            if !part.isVerified { areVerified = false }
            guard let record = part.record, let position = record.effectivePosition else { continue }
            if record.versions[position].correction != nil { isAnyCorrected = true }
            if record.versions[position].content.comment != nil { haveComment = true }
            evidenceCount += record.versions[position].content.evidence.count
            if claim == nil { claim = record.versions[position].content.claim }
            if review == nil { review = record.effectiveReview?.verdict }
        }
    }
}
