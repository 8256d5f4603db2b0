import ActionPlan
import Foundation
import GRDB
import Ledger
import Synchronization

/// Measures the ledger against the limits that it has to keep; fails where one is broken.
///
/// `LedgerBenchmark [REPORTS]`, 1,000,000 reports where left out; 0 for single submissions only.
@main
struct LedgerBenchmark {
    static func main() throws {
        let reports = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
        let folder = NSTemporaryDirectory() + "ledger-benchmark-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var verdicts: [Verdict] = []
        verdicts.append(try durableSubmissions(folder, clients: 1))
        verdicts.append(try durableSubmissions(folder, clients: 4))
        if reports > 0 { verdicts += try largeLedger(folder, reports) }
        for verdict in verdicts { print(verdict) }
        if !verdicts.allSatisfy(\.holds) { exit(1) }
    }

    /// What was measured, and what it had to be.
    private struct Verdict: CustomStringConvertible {
        var name: String
        var measured: Double
        var unit: String
        var limit: Double?
        var isAtLeast = false

        var holds: Bool {
            guard let limit else { return true }
            return isAtLeast ? measured >= limit : measured <= limit
        }

        var description: String {
            let value = (measured * 1_000).rounded() / 1_000
            guard let limit else { return "  -   \(name): \(value) \(unit)" }
            return
                "\(holds ? " ok " : "FAIL")  \(name): \(value) \(unit) (\(isAtLeast ? "at least" : "at most") \(limit))"
        }
    }

    /// Single submissions, each on the disk before the next, against bare commits of the same bytes in the same run.
    private static func durableSubmissions(_ folder: String, clients: Int) throws -> Verdict {
        let ledger = try Ledger.create(at: folder + "/durable-\(clients).sqlite", planID: "benchmark")
        let bare = try BareTable(path: folder + "/bare-\(clients).sqlite")
        let perRound = 400
        var ratios: [Double] = []
        var best = (ledger: Double.infinity, bare: Double.infinity)
        for round in 0..<12 {
            let events = (0..<perRound).map { SampleReports.event($0 + round * perRound) }
            let bodies = events.enumerated()
                .map { index, event in
                    LedgerEntry(
                        number: round * perRound + index + 1,
                        recorded: SampleReports.recorded,
                        submission: SampleReports.submission(index + round * perRound),
                        event: event
                    )
                    .canonicalBytes
                }
            let bareTime = try seconds { for body in bodies { try bare.commit(body) } }
            let ledgerTime = try seconds {
                try atOnce(clients) { client in
                    for index in stride(from: client, to: perRound, by: clients) {
                        try ledger.append(
                            [events[index]],
                            recorded: SampleReports.recorded,
                            submission: SampleReports.submission(index + round * perRound)
                        )
                    }
                }
            }
            // In the first rounds both write-ahead logs still grow to the size at which they are used again.
            if round < 3 { continue }
            ratios.append(bareTime / ledgerTime)
            best = (min(best.ledger, ledgerTime), min(best.bare, bareTime))
        }
        print(
            "durable submissions a second, \(clients) at once: ledger \(Int(Double(perRound) / best.ledger)), "
                + "bare commits \(Int(Double(perRound) / best.bare))"
        )
        try ledger.close()
        let median = ratios.sorted()[ratios.count / 2]
        return Verdict(
            name: "durable submissions of \(clients) at once, against bare commits",
            measured: 100 * median,
            unit: "%",
            limit: 85,
            isAtLeast: true
        )
    }

    private static func largeLedger(_ folder: String, _ reports: Int) throws -> [Verdict] {
        let path = folder + "/large.sqlite"
        var ledger = try Ledger.create(at: path, planID: "benchmark")
        let batch = 100_000
        var imports: [Double] = []
        var start = 0
        while start < reports {
            let events = (start..<min(start + batch, reports)).map(SampleReports.event)
            imports.append(try seconds { try ledger.append(events, recorded: SampleReports.recorded) })
            start += batch
        }
        print("imports of \(batch): " + imports.map { String(format: "%.2f", $0) }.joined(separator: " ") + " s")
        try ledger.close()
        let opening = try seconds { ledger = try Ledger.open(at: path) }
        var snapshots: [Double] = []
        let processor = clock()
        for _ in 0..<3 {
            snapshots.append(
                try seconds {
                    let count = try ledger.snapshot(knownAt: SampleReports.recorded).records.count
                    guard count == reports else { throw CocoaError(.coderInvalidValue) }
                }
            )
        }
        let snapshotProcessor = Double(clock() - processor) / Double(CLOCKS_PER_SEC) / 3
        var numbers = SystemRandomNumberGenerator()
        var proofs: [Double] = []
        for _ in 0..<200 {
            let number = Int.random(in: 1...reports, using: &numbers)
            proofs.append(try seconds { _ = try ledger.inclusionProof(of: number, atSize: reports) })
        }
        proofs.sort()
        let verifying = try seconds {
            guard try ledger.verify().isSound else { throw CocoaError(.coderInvalidValue) }
        }
        return [
            Verdict(name: "import of \(batch) rows", measured: imports[0], unit: "s", limit: 5),
            Verdict(name: "opening \(reports) reports", measured: 1_000 * opening, unit: "ms"),
            Verdict(name: "snapshot of \(reports) reports, best", measured: snapshots.min() ?? 0, unit: "s", limit: 2),
            Verdict(name: "snapshot, processor time", measured: snapshotProcessor, unit: "s"),
            Verdict(name: "inclusion proof, median", measured: 1_000 * proofs[proofs.count / 2], unit: "ms", limit: 1),
            Verdict(name: "inclusion proof, slowest of 200", measured: 1_000 * proofs[199], unit: "ms"),
            Verdict(name: "verifying all", measured: verifying, unit: "s"),
            Verdict(
                name: "file size for each report",
                measured: Double(try ledger.byteCount()) / Double(reports),
                unit: "bytes"
            ),
        ]
    }

    /// Runs some work in several threads and waits for all.
    private static func atOnce(_ clients: Int, _ work: @escaping @Sendable (Int) throws -> Void) throws {
        if clients == 1 { return try work(0) }
        let done = DispatchGroup()
        let failures = Mutex<[any Error]>([])
        for client in 0..<clients {
            done.enter()
            Thread {
                do { try work(client) } catch { failures.withLock { $0.append(error) } }
                done.leave()
            }
            .start()
        }
        done.wait()
        if let failure = failures.withLock({ $0.first }) { throw failure }
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(work)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
