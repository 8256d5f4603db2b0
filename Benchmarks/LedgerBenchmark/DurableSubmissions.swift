import ActionPlan
import Foundation
import GRDB
import Ledger
import Synchronization
import TransparencyLog

/// Single submissions, each on the disk before the next of the same client, against bare commits in the same run.
struct DurableSubmissions {
    let folder: String
    let clients: Int

    private static let perRound = 400
    private static let rounds = 14
    /// In the first rounds the write-ahead logs still grow to the size at which they are used again.
    private static let warmUp = 5

    func run() throws -> [Verdict] {
        let ledger = try Ledger.create(at: folder + "/durable-\(clients).sqlite", planID: "benchmark")
        let same = try BareTable(path: folder + "/same-\(clients).sqlite", rows: .asLedger)
        let entry = try BareTable(path: folder + "/entry-\(clients).sqlite", rows: .entry)
        var times: [(ledger: Double, same: Double, entry: Double)] = []
        var waits: [Double] = []
        for round in 0..<Self.rounds {
            let numbers = (round * Self.perRound)..<((round + 1) * Self.perRound)
            let values = numbers.map(Self.values)
            let events = numbers.map(SampleReports.event)
            let submissions = numbers.map(SampleReports.submission)
            let entryTime = try Stopwatch.seconds { for value in values { try entry.commit(value) } }
            let sameTime = try Stopwatch.seconds { for value in values { try same.commit(value) } }
            let taken = Mutex<[Double]>([])
            let ledgerTime = try Stopwatch.seconds {
                try Clients(clients)
                    .run { client in
                        var own: [Double] = []
                        for index in stride(from: client, to: Self.perRound, by: clients) {
                            own.append(
                                try Stopwatch.seconds {
                                    try ledger.append(
                                        [events[index]],
                                        recorded: SampleReports.recorded,
                                        submission: submissions[index]
                                    )
                                }
                            )
                        }
                        taken.withLock { $0 += own }
                    }
            }
            guard round >= Self.warmUp else { continue }
            times.append((ledgerTime, sameTime, entryTime))
            waits += taken.withLock { $0 }
        }
        try ledger.close()
        func rate(_ time: ((ledger: Double, same: Double, entry: Double)) -> Double) -> Int {
            Int(Double(Self.perRound) / Stopwatch.median(times.map(time)))
        }
        print(
            "durable submissions a second, \(clients) at once: ledger \(rate { $0.ledger }), bare commits of the same "
                + "rows \(rate { $0.same }), of the entry alone \(rate { $0.entry })"
        )
        return [
            Verdict(
                name: "submissions of \(clients) at once, against bare commits of the same rows",
                measured: 100 * Stopwatch.median(times.map { $0.same / $0.ledger }),
                unit: "%",
                limit: 85,
                isAtLeast: true
            ),
            Verdict(
                name: "the same, against bare commits of the entry alone",
                measured: 100 * Stopwatch.median(times.map { $0.entry / $0.ledger }),
                unit: "%"
            ),
            Verdict(
                name: "bare commits of the same rows, against those of the entry alone",
                measured: 100 * Stopwatch.median(times.map { $0.entry / $0.same }),
                unit: "%"
            ),
            Verdict(name: "a submission, median", measured: 1_000 * Stopwatch.median(waits), unit: "ms"),
            Verdict(name: "a submission, p99", measured: 1_000 * Stopwatch.percentile(99, of: waits), unit: "ms"),
        ]
    }

    /// The rows of a submission, as the ledger makes them.
    private static func values(_ number: Int) -> BareTable.Values {
        let submission = SampleReports.submission(number)
        let event = SampleReports.event(number)
        let entry = LedgerEntry(
            number: number + 1,
            recorded: SampleReports.recorded,
            submission: submission,
            event: event
        )
        guard case .report(let report) = event else { preconditionFailure("samples are reports") }
        return BareTable.Values(
            number: entry.number,
            leaf: entry.leaf.withUnsafeBytes { Data($0) },
            body: Data(entry.canonicalBytes),
            report: [
                report.key.item.rawValue, report.key.period.rawValue, report.key.agency.rawValue,
                report.moment.seconds, String(entry.number),
            ],
            submission: [submission.sender, submission.key, submission.sha256, entry.number, entry.number]
        )
    }
}
