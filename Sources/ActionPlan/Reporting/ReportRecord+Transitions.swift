extension ReportRecord {
    /// The record of a report from the first thing that happened to it.
    package init(_ first: ReportEvent) throws(IllegalTransition) {
        try Self.check(first, after: nil)
        guard let content = first.action.content else { throw Self.refusal(of: first, after: nil, .state) }
        let isDraft = first.action.kind == .draft
        let version = ReportVersion(number: 1, content: content, isDraft: isDraft, submitted: first.moment)
        self.init(key: first.key, state: isDraft ? .draft : .submitted, versions: [version], reviews: [])
    }

    /// Takes up what happened next.
    ///
    /// A draft and the version sent after it share their number; a draft that was withdrawn keeps its own.
    ///
    /// - Throws: ``IllegalTransition``, and nothing is changed.
    package mutating func apply(_ event: ReportEvent) throws(IllegalTransition) {
        try Self.check(event, after: self)
        switch event.action {
        case .draftSaved(let content): add(content, of: event, isDraft: true, becoming: .draft)
        case .submitted(let content): add(content, of: event, becoming: .submitted)
        case .corrected(let content, let reason): add(content, of: event, becoming: .corrected, correction: reason)
        case .returned(let judgement): review(judgement, .returned, of: event, becoming: .returned)
        case .verified(let judgement): review(judgement, .verified, of: event, becoming: .verified)
        case .withdrawn(let reason):
            guard let version = versions.last?.number else { return }
            withdrawals.append(Withdrawal(version: version, reason: reason, withdrawn: event.moment))
            state = .withdrawn
        }
    }

    /// The steps that can follow, the likeliest first.
    package var legalSteps: [ReportEvent.Kind] { Self.legalSteps(after: self) }

    /// The steps that can follow a record, or begin one.
    package static func legalSteps(after record: ReportRecord?) -> [ReportEvent.Kind] {
        guard let record else { return firstSteps }
        let send: ReportEvent.Kind = record.wasVerified ? .correct : .submit
        switch record.state {
        case .draft: return [send, .draft, .withdraw]
        case .submitted, .corrected: return [.verify, .return, send, .withdraw]
        case .returned, .verified, .withdrawn: return [send, .draft]
        }
    }

    private static let firstSteps: [ReportEvent.Kind] = [.submit, .draft]

    /// Whether a version of it was ever verified: from then on a new one is a correction with its reason.
    package var wasVerified: Bool { reviews.contains { $0.decision == .verified } }

    /// When the last thing happened to it.
    package var lastChange: Moment {
        var latest = versions.last?.submitted ?? Moment(seconds: .min)
        if let review = reviews.last { latest = max(latest, review.reviewed) }
        if let withdrawal = withdrawals.last { latest = max(latest, withdrawal.withdrawn) }
        return latest
    }

    private mutating func add(
        _ content: ReportContent,
        of event: ReportEvent,
        isDraft: Bool = false,
        becoming state: ReportState,
        correction: Correction? = nil
    ) {
        if self.state == .draft { versions.removeLast() }
        let number = (versions.last?.number ?? 0) + 1
        versions.append(
            ReportVersion(
                number: number,
                content: content,
                isDraft: isDraft,
                submitted: event.moment,
                correction: correction
            )
        )
        self.state = state
    }

    private mutating func review(
        _ judgement: ReportEvent.Judgement,
        _ decision: Review.Decision,
        of event: ReportEvent,
        becoming state: ReportState
    ) {
        guard let version = latestSent?.number else { return }
        reviews.append(
            Review(
                version: version,
                decision: decision,
                reason: judgement.reason,
                verdict: judgement.verdict,
                confidence: judgement.confidence,
                reviewer: event.party.id,
                reviewed: event.moment,
                provenance: judgement.provenance
            )
        )
        self.state = state
    }

    private var latestSent: ReportVersion? { versions.last { !$0.isDraft } }

    private static func check(_ event: ReportEvent, after record: ReportRecord?) throws(IllegalTransition) {
        if let cause = cause(against: event, after: record) { throw refusal(of: event, after: record, cause) }
    }

    private static func cause(against event: ReportEvent, after record: ReportRecord?) -> IllegalTransition.Cause? {
        let kind = event.action.kind
        let isItsAgency = event.party.id == event.key.agency.rawValue
        if kind.isReview, isItsAgency { return .ownReport }
        if !kind.isReview, event.party.role == .agency, !isItsAgency { return .notItsReport }
        guard legalSteps(after: record).contains(kind) else { return .state }
        if let last = record?.lastChange, event.moment < last { return .earlierThanLast(last) }
        // Asked first, since to look into an action copies what an agency sent.
        guard kind.isReview || kind == .correct else { return nil }
        switch event.action {
        case .returned(let judgement), .verified(let judgement):
            if let latest = record?.latestSent?.number, let version = judgement.version, version != latest {
                return .otherVersion(latest: latest)
            }
            return kind == .return && judgement.reason?.isBlank ?? true ? .reasonMissing : nil
        case .corrected(_, let correction):
            return correction.reason == Plan.otherReason && correction.text?.isBlank ?? true ? .reasonMissing : nil
        case .draftSaved, .submitted, .withdrawn: return nil
        }
    }

    private static func refusal(
        of event: ReportEvent,
        after record: ReportRecord?,
        _ cause: IllegalTransition.Cause
    ) -> IllegalTransition {
        let legal = legalSteps(after: record)
        let subject = IllegalTransition.Subject.report(
            event.key,
            attempted: event.action.kind,
            state: record?.state,
            legal: legal
        )
        return IllegalTransition(subject: subject, cause: cause)
    }
}
