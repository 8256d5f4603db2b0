package import ActionPlan

/// Judges when a report came, and in which state it leaves its part of a period.
struct ReportReceipt {
    let period: ReportingPeriod
    let asOf: Day
    let offset: UTCOffset

    /// The state of a part without a report that counts.
    ///
    /// Where nobody is expected to report, nothing falls due.
    func missing(isExpected: Bool) -> ValueState {
        guard isExpected, period.days.end < asOf else { return .notDue }
        return asOf > period.graceEnd ? .overdue : .due
    }

    /// An agency's part of the period.
    func part(of agency: AgencyID, record: ReportRecord?, isExpected: Bool) -> ReportedPart {
        guard let version = record?.effective else {
            let state = missing(isExpected: isExpected)
            let daysLate = state == .overdue ? asOf - period.due : 0
            return ReportedPart(agency: agency, state: state, record: record, receivedOn: nil, daysLate: daysLate)
        }
        let received = receivedOn(version, of: record)
        return ReportedPart(
            agency: agency,
            state: Self.state(of: version.content.body),
            record: record,
            receivedOn: received,
            daysLate: max(0, received - period.due)
        )
    }

    /// A correction counts as received when the version came that it corrects.
    private func receivedOn(_ version: ReportVersion, of record: ReportRecord?) -> Day {
        var original = version
        if version.correction != nil, let record {
            let earlier = record.versions.last { !$0.isDraft && $0.correction == nil && $0.number < version.number }
            original = earlier ?? version
        }
        return original.submitted.day(at: offset)
    }

    private static func state(of body: ReportContent.Body) -> ValueState {
        switch body {
        case .nilReport: .nilReport
        case .notApplicable: .notApplicable
        case .value(let value): value.number == 0 ? .zero : .value
        }
    }
}

extension ReportedPart {
    /// The version that counts.
    package var version: ReportVersion? { record?.effective }

    /// Whether a report is there that counts.
    package var isReceived: Bool { receivedOn != nil }

    /// Whether it was sent back and waits for the agency.
    package var isReturned: Bool { record?.state == .returned }

    /// Whether a reviewer verified the version that counts.
    package var isVerified: Bool { isVerifiedUnseen ?? (record?.effectiveReview?.decision == .verified) }

    /// Whether the version that counts corrects a verified one.
    package var isCorrected: Bool { version?.correction != nil }
}
