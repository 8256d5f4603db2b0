import ActionPlan
import Ledger

/// Reports as a plan of many items gets them.
enum SampleReports {
    static let recorded = Moment(seconds: 1_700_000_000)

    static func event(_ number: Int) -> LedgerEvent {
        let agency = AgencyID(rawValue: "agency-\(number % 20)")
        let key = ReportKey(
            item: ItemID(rawValue: "i\(number / 240)-\(number % 12)"),
            period: PeriodID(rawValue: "20\(20 + number / 20 % 6)-H\(number / 120 % 2 + 1)"),
            agency: AgencyID(rawValue: "agency-\(number % 240)")
        )
        let content = ReportContent(
            body: .value(.number(Double(number % 997))),
            comment: number.isMultiple(of: 3) ? LocalizedText("по данным за период", language: "ru") : nil,
            claim: StatusID(rawValue: "on-track"),
            provenance: .illustrative(note: nil)
        )
        return .report(
            ReportEvent(
                key: key,
                moment: Moment(seconds: 1_600_000_000 + Int64(number)),
                party: Party(id: agency.rawValue, role: .secretariat),
                action: .submitted(content)
            )
        )
    }

    static func submission(_ number: Int) -> Submission {
        Submission(
            sender: "agency-\(number % 20)",
            key: "request-\(number)",
            sha256: String(repeating: "0a", count: 32)
        )
    }
}
