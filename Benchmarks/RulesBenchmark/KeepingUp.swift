import ActionPlan
import Rules

/// Measures how long it takes until the whole assessment is up to date after one report.
///
/// That is from the report as it is sent to a value of the same type and content as judging everything gives: whether the
/// report may follow what was there, its record, the item and all above it, the agencies concerned, findings, counts. What
/// it takes to store the report is not in it.
struct KeepingUp {
    /// Nothing else holds the assessment before the report.
    private var alone: [Double] = []
    /// Somebody still reads the assessment before the report, which must stay as it was.
    private var shared: [Double] = []
    /// The report is only tried out on a copy.
    private var tried: [Double] = []
    /// Whether the bytes in the end are those of judging everything.
    let isExact: Bool

    init(_ benchmark: BenchmarkPlan, _ assessor: Assessor, _ snapshot: Snapshot, _ day: Day) {
        let clock = ContinuousClock()
        var live = LiveAssessment(assessor, snapshot, asOf: day)
        var records = snapshot.records
        let step = max(1, records.count / 150)
        for (round, place) in stride(from: 0, to: records.count, by: step).enumerated() {
            let event = Self.event(after: records[place], on: day, round)
            records[place] = (try? ReportRecord(records[place], after: event, lock: nil)) ?? records[place]
            switch round % 3 {
            case 0: alone.append(milliseconds(clock.measure { _ = try? live.apply(.report(event)) }))
            case 1:
                let reader = live.assessment
                shared.append(milliseconds(clock.measure { _ = try? live.apply(.report(event)) }))
                withExtendedLifetime(reader) {}
            default:
                var trial = live
                tried.append(milliseconds(clock.measure { _ = try? trial.apply(.report(event)) }))
                live = trial
            }
        }
        let whole = assessor.assess(Snapshot(knownAt: live.assessment.knownAt, records: records), asOf: day)
        isExact = AssessmentJSON.bytes(of: live.assessment) == AssessmentJSON.bytes(of: whole)
    }

    /// The agency sends its report once more, with another figure.
    private static func event(after record: ReportRecord, on day: Day, _ round: Int) -> ReportEvent {
        let content = ReportContent(
            body: .value(.number(Double(40 + round % 30))),
            provenance: .illustrative(note: nil)
        )
        return ReportEvent(
            key: record.key,
            moment: Moment(startOf: day, at: .zero),
            party: .agency(record.key.agency),
            action: .submitted(content)
        )
    }

    func lines(against baseline: Double) -> [String] {
        [("after one report", alone), ("… while somebody reads the assessment before", shared), ("… on a copy", tried)]
            .map { name, times in
                let sorted = times.sorted()
                let middle = sorted[sorted.count / 2]
                return "\(name.padding(to: 45)) \(rounded(middle)) ms  1/\(Int(baseline / middle))"
                    + "  (of \(times.count); longest \(rounded(sorted.last ?? 0)) ms)"
            }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
