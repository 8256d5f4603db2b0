import ActionPlan
import Rules

/// Takes out of reports what is never published, whatever they are about: drafts, returned and earlier versions, free
/// text, and who reviewed them.
struct PublicReports {
    /// Whether references to documents on the web stay.
    let keepsEvidence: Bool
    /// Whether the texts that are the value of a report stay.
    var keepsTexts = false

    /// - Parameters:
    ///   - reports: the reports of a period.
    ///   - censor: takes more out of what is left of each.
    func apply(to reports: inout [ReportedPart], censor: (inout ReportContent) -> Void = { _ in }) {
        for index in reports.indices {
            guard let record = reports[index].record, let version = record.effective else {
                reports[index].record = nil
                continue
            }
            let review = record.effectiveReview
            let isVerified = review?.decision == .verified
            var state = record.state
            if state == .draft || state == .returned { state = isVerified ? .verified : .submitted }
            var shown = ReportVersion(
                number: version.number,
                content: content(version.content),
                isDraft: false,
                submitted: version.submitted,
                correction: version.correction.map { Correction(reason: $0.reason) }
            )
            censor(&shown.content)
            reports[index].record = ReportRecord(
                key: record.key,
                state: state,
                versions: [shown],
                reviews: review.map { [self.review($0)] } ?? []
            )
        }
    }

    private func content(_ content: ReportContent) -> ReportContent {
        var body = content.body
        switch body {
        case .notApplicable: body = .notApplicable(Self.unpublishedReason)
        case .value(.text) where !keepsTexts: body = .value(.text(Self.unpublishedText))
        case .value, .nilReport: break
        }
        return ReportContent(
            body: body,
            cells: content.cells,
            comment: nil,
            variation: content.variation,
            claim: content.claim,
            evidence: keepsEvidence ? content.evidence.filter { $0.url != nil } : [],
            provenance: provenance(content.provenance)
        )
    }

    private func review(_ review: Review) -> Review {
        Review(
            version: review.version,
            decision: review.decision,
            reason: nil,
            verdict: review.verdict,
            confidence: review.confidence,
            reviewer: "",
            reviewed: review.reviewed,
            provenance: provenance(review.provenance)
        )
    }

    private func provenance(_ provenance: Provenance) -> Provenance {
        switch provenance {
        case .documented(let source, _): .documented(source: source, note: nil)
        case .illustrative: .illustrative(note: nil)
        case .stated: .stated
        }
    }

    private static let unpublishedReason = LocalizedText([
        .init(language: "en", text: "Reasons given in reports are not published."),
        .init(language: "ru", text: "Причины, указанные в отчётах, не публикуются."),
        .init(language: "tk", text: "Hasabatlarda görkezilen sebäpler çap edilmeýär."),
    ])
    private static let unpublishedText = LocalizedText([
        .init(language: "en", text: "Texts of reports are not published."),
        .init(language: "ru", text: "Тексты отчётов не публикуются."),
        .init(language: "tk", text: "Hasabatlaryň tekstleri çap edilmeýär."),
    ])
}
