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

    /// The parts of the agencies that are to report, then those of others that did.
    func parts(of reporters: [AgencyID], records: ArraySlice<ReportRecord>, expected: [AgencyID]) -> [ReportedPart] {
        var parts: [ReportedPart] = []
        parts.reserveCapacity(max(reporters.count, records.count))
        for agency in reporters {
            let position = records.firstIndex { $0.key.agency == agency }
            parts.append(
                part(of: agency, record: position.map { records[$0] }, isExpected: expected.contains(agency))
            )
        }
        for record in records where !reporters.contains(record.key.agency) {
            let agency = record.key.agency
            parts.append(part(of: agency, record: record, isExpected: expected.contains(agency)))
        }
        return parts
    }

    /// An agency's part of the period.
    private func part(of agency: AgencyID, record: ReportRecord?, isExpected: Bool) -> ReportedPart {
        guard let record, let effective = record.effectivePosition else {
            let state = missing(isExpected: isExpected)
            let daysLate = state == .overdue ? asOf - period.due : 0
            return ReportedPart(agency: agency, state: state, record: record, receivedOn: nil, daysLate: daysLate)
        }
        let received = receivedOn(effective, of: record)
        return ReportedPart(
            agency: agency,
            state: Self.state(of: record.versions[effective].content.body),
            record: record,
            receivedOn: received,
            daysLate: max(0, received - period.due)
        )
    }

    /// A correction counts as received when the version came that it corrects.
    private func receivedOn(_ position: Int, of record: ReportRecord) -> Day {
        var original = position
        if record.versions[position].correction != nil {
            let number = record.versions[position].number
            original =
                record.versions.lastIndex { !$0.isDraft && $0.correction == nil && $0.number < number } ?? position
        }
        return record.versions[original].submitted.day(at: offset)
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

    /// What the version that counts says.
    var body: ReportContent.Body? {
        record.flatMap { record in record.effectivePosition.map { record.versions[$0].content.body } }
    }

    /// How many pieces of evidence the version that counts names.
    var evidenceCount: Int {
        record.flatMap { record in record.effectivePosition.map { record.versions[$0].content.evidence.count } } ?? 0
    }

    /// Whether the version that counts is an illustration.
    var isIllustrative: Bool {
        record.flatMap { record in
            record.effectivePosition.map { record.versions[$0].content.provenance.isIllustrative }
        } ?? false
    }

    /// Whether a report is there that counts.
    package var isReceived: Bool { receivedOn != nil }

    /// Whether it was sent back and waits for the agency.
    package var isReturned: Bool { record?.state == .returned }

    /// Whether a reviewer verified the version that counts.
    package var isVerified: Bool { isVerifiedUnseen ?? (record?.effectiveReview?.decision == .verified) }

    /// Whether the version that counts corrects a verified one.
    package var isCorrected: Bool { version?.correction != nil }
}
