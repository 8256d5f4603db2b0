import ActionPlan
import Foundation
import Ledger
import Synchronization
import Testing

@testable import Portal

@Suite("Few threads serve many who wait")
struct FewThreadsTests {
    private static func key(_ item: Int) -> ReportKey {
        ReportKey(
            item: ItemID(rawValue: "i\(item)"),
            period: PeriodID(rawValue: "2020-H1"),
            agency: AgencyID(rawValue: "moi")
        )
    }

    private static func report(_ item: Int) -> LedgerEvent {
        let content = ReportContent(body: .value(.number(1)), provenance: .stated)
        let key = key(item)
        return .report(
            ReportEvent(key: key, moment: Moment(seconds: 1), party: .agency(key.agency), action: .submitted(content))
        )
    }

    /// What happened, and how many have the report at once.
    private final class Trace: Sendable {
        let steps = Mutex<[String]>([])
        let held = Mutex(0)

        func note(_ step: String) { steps.withLock { $0.append(step) } }

        func hold() async {
            let others = held.withLock { held in
                held += 1
                return held - 1
            }
            if others > 0 { note("two at once") }
            await Task.yield()
            held.withLock { $0 -= 1 }
        }
    }

    @Test("threads that wait for the ledger keep no task from being committed that waits on the same threads")
    func mixedWaiting() async throws {
        let path = NSTemporaryDirectory() + "few-threads-\(UUID().uuidString).sqlite"
        defer { for end in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let ledger = try Ledger.create(at: path, planID: "test-plan")
        let threads = WorkThreads(count: 2)
        try await withThrowingTaskGroup { group in
            for client in 0..<400 {
                group.addTask(executorPreference: threads) {
                    if client.isMultiple(of: 2) {
                        try await ledger.append([Self.report(client)], recorded: Moment(seconds: 2))
                    } else {
                        try Self.appendOnThread(client, to: ledger)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try ledger.count() == 400)
        #expect(try ledger.verify().isSound)
        try ledger.close()
    }

    private static func appendOnThread(_ client: Int, to ledger: Ledger) throws {
        try ledger.append([report(client)], recorded: Moment(seconds: 2))
    }

    @Test("one at a time has a report, and others have theirs meanwhile")
    func oneAtATime() async {
        let (locks, trace) = (ReportLocks(), Trace())
        await locks.withLock(Self.key(1)) {
            await locks.withLock(Self.key(2)) { trace.note("another report") }
            trace.note("first")
        }
        await withTaskGroup { group in
            for _ in 0..<200 {
                group.addTask { await locks.withLock(Self.key(1)) { await trace.hold() } }
            }
        }
        #expect(trace.steps.withLock { $0 } == ["another report", "first"])
    }
}
