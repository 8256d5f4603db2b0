import Foundation
import Ledger
import Synchronization

/// Submissions of four clients while others read: what a person waits for who sends a report as pages are made.
struct BesideReaders {
    let ledger: Ledger
    /// The number of the first report that is not yet in the ledger.
    let first: Int

    private static let clients = 4
    private static let perClient = 500

    func run() throws -> [Verdict] {
        let ended = Mutex(false)
        let snapshots = Mutex(0)
        let readers = DispatchGroup()
        for _ in 0..<2 {
            readers.enter()
            Thread { [ledger] in
                while !ended.withLock({ $0 }) {
                    _ = try? ledger.snapshot(knownAt: SampleReports.recorded)
                    snapshots.withLock { $0 += 1 }
                }
                readers.leave()
            }
            .start()
        }
        let waits = Mutex<[Double]>([])
        try Clients(Self.clients)
            .run { client in
                for index in 0..<Self.perClient {
                    let number = first + index * Self.clients + client
                    let wait = try Stopwatch.seconds {
                        try ledger.append(
                            [SampleReports.event(number)],
                            recorded: SampleReports.recorded,
                            submission: SampleReports.submission(number)
                        )
                    }
                    waits.withLock { $0.append(wait) }
                }
            }
        ended.withLock { $0 = true }
        readers.wait()
        let times = waits.withLock { $0 }
        print(
            "\(times.count) submissions beside two readers, who took \(snapshots.withLock { $0 }) snapshots meanwhile"
        )
        return [50, 99, 100]
            .map { percent in
                Verdict(
                    name: "a submission beside two readers, p\(percent)",
                    measured: 1_000 * Stopwatch.percentile(percent, of: times),
                    unit: "ms"
                )
            }
    }
}
