import ActionPlan
import Foundation
import Ledger

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
        for clients in [1, 4, 64] { verdicts += try DurableSubmissions(folder: folder, clients: clients).run() }
        if reports > 0 { verdicts += try largeLedger(folder, reports) }
        for verdict in verdicts { print(verdict) }
        if !verdicts.allSatisfy(\.holds) { exit(1) }
    }

    private static func largeLedger(_ folder: String, _ reports: Int) throws -> [Verdict] {
        let path = folder + "/large.sqlite"
        var ledger = try Ledger.create(at: path, planID: "benchmark")
        let batch = 100_000
        var imports: [Double] = []
        var start = 0
        while start < reports {
            let events = (start..<min(start + batch, reports)).map(SampleReports.event)
            imports.append(try Stopwatch.seconds { try ledger.append(events, recorded: SampleReports.recorded) })
            start += batch
        }
        print("imports of \(batch): " + imports.map { String(format: "%.2f", $0) }.joined(separator: " ") + " s")
        try ledger.close()
        let opening = try Stopwatch.seconds { ledger = try Ledger.open(at: path) }
        var snapshots: [Double] = []
        let processor = clock()
        for _ in 0..<3 {
            snapshots.append(
                try Stopwatch.seconds {
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
            proofs.append(try Stopwatch.seconds { _ = try ledger.inclusionProof(of: number, atSize: reports) })
        }
        proofs.sort()
        let verifying = try Stopwatch.seconds {
            guard try ledger.verify().isSound else { throw CocoaError(.coderInvalidValue) }
        }
        let size = try ledger.byteCount()
        let besideReaders = try BesideReaders(ledger: ledger, first: reports).run()
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
                measured: Double(size) / Double(reports),
                unit: "bytes"
            ),
        ] + besideReaders
    }
}
