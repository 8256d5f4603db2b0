import ActionPlan
import Diagnostics
import Foundation
import Ledger

/// Submits reports from several clients at once and tells each acknowledgement at once, until it is killed or done:
/// the victim of the crash tests.
///
/// `ledger-writer PATH RUN CLIENTS COUNT` writes `KEY NUMBER ROOT` for each report acknowledged. It ends with 73 where
/// the ledger cannot be opened.
@main
struct LedgerWriter {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let clients = Int(arguments[3]), let count = Int(arguments[4]) else { exit(64) }
        let ledger: Ledger
        do throws(LedgerError) {
            ledger = try Ledger.open(at: arguments[1])
        } catch {
            FileHandle.standardError.write(Data("\(error.diagnostics.map(\.identifier))\n".utf8))
            exit(73)
        }
        let done = DispatchGroup()
        for client in 0..<clients {
            done.enter()
            Thread {
                submit(from: "\(arguments[2])-\(client)", count, to: ledger)
                done.leave()
            }
            .start()
        }
        done.wait()
        try ledger.close()
    }

    private static func submit(from client: String, _ count: Int, to ledger: Ledger) {
        for number in 0..<count {
            let key = "\(client)-\(number)"
            let report = ReportKey(
                item: ItemID(rawValue: "i-\(key)"),
                period: PeriodID(rawValue: "2020-H1"),
                agency: AgencyID(rawValue: client)
            )
            let event = ReportEvent(
                key: report,
                moment: Moment(seconds: 1_600_000_000),
                party: .agency(report.agency),
                action: .submitted(
                    ReportContent(body: .value(.number(Double(number))), provenance: .illustrative(note: nil))
                )
            )
            let submission = Submission(sender: client, key: key, sha256: key)
            do {
                let appended = try ledger.append(
                    [.report(event)],
                    recorded: Moment(seconds: 1_700_000_000),
                    submission: submission
                )
                let line = Array("\(key) \(appended.numbers.lowerBound) \(appended.root)\n".utf8)
                _ = write(STDOUT_FILENO, line, line.count)
            } catch {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
                exit(70)
            }
        }
    }
}
