import ActionPlan
import Diagnostics
import Foundation
import GRDB
import Ledger
import Synchronization
import Testing
import TransparencyLog

@Suite("The ledger only grows")
struct AppendingTests {
    private let folder: Folder
    private let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger.create(at: folder("ledger.sqlite"), planID: Sample.plan)
    }

    @Test("what is appended is known from the moment it happened, also after opening again")
    func snapshots() throws {
        try ledger.append([Sample.submitted(1, at: 10), Sample.verified(at: 20)], recorded: Sample.later)
        try ledger.close()
        let again = try Ledger.open(at: folder("ledger.sqlite"), planID: Sample.plan)
        #expect(try again.snapshot(knownAt: Moment(seconds: 9)).records.isEmpty)
        #expect(try again.snapshot(knownAt: Moment(seconds: 10)).records.map(\.state) == [.submitted])
        #expect(try again.snapshot(knownAt: Moment(seconds: 20)).records.map(\.state) == [.verified])
        #expect(try again.count() == 2)
    }

    @Test("a snapshot is what replaying the events gives")
    func replay() throws {
        try ledger.append(Sample.everyKind, recorded: Sample.later)
        for second: Int64 in [0, 1, 3, 5, 6, 8, 9, 20] {
            let knownAt = Moment(seconds: second)
            #expect(try ledger.snapshot(knownAt: knownAt) == Snapshot(replaying: Sample.everyKind, knownAt: knownAt))
        }
    }

    @Test("the root is that of the entries' canonical bytes")
    func root() throws {
        let appended = try ledger.append(Sample.everyKind, recorded: Sample.later)
        let entries = Sample.everyKind.enumerated()
            .map { index, event in
                LedgerEntry(number: index + 1, recorded: Sample.later, event: event).canonicalBytes
            }
        #expect(appended.numbers == 1...entries.count)
        #expect(appended.root == MerkleTree(leaves: entries).root)
    }

    @Test("one illegal event refuses all, and every illegal one is named")
    func allOrNothing() throws {
        let error = #expect(throws: LedgerError.self) {
            try ledger.append(
                [Sample.submitted(1), Sample.verified(Sample.key("i9")), Sample.verified(Sample.key("i8"))],
                recorded: Sample.later
            )
        }
        guard case .refused(let refusals) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusals.map(\.index) == [1, 2])
        #expect(error?.diagnostics.map(\.identifier) == ["illegal-transition", "illegal-transition"])
        #expect(try ledger.count() == 0)
        #expect(try ledger.snapshot(knownAt: Sample.later).records.isEmpty)
    }

    @Test("a trial tells what would be refused and writes nothing")
    func trial() throws {
        let events = [Sample.submitted(1), Sample.verified(Sample.key("i9"))]
        #expect(try ledger.refusals(of: events, recorded: Sample.later).map(\.index) == [1])
        #expect(try ledger.refusals(of: [Sample.submitted(1)], recorded: Sample.later).isEmpty)
        #expect(try ledger.count() == 0)
        try ledger.append([Sample.submitted(1)], recorded: Sample.later)
        #expect(try ledger.count() == 1)
    }

    @Test("the same request again gives the same answer and no second report")
    func idempotence() throws {
        let submission = Submission(sender: "mia", key: "k", sha256: "aa")
        let first = try ledger.append([Sample.submitted(1)], recorded: Sample.later, submission: submission)
        try ledger.append([Sample.submitted(1, Sample.key("i2"))], recorded: Sample.later)
        let second = try ledger.append([Sample.submitted(1)], recorded: Sample.later, submission: submission)
        #expect(!first.isRepetition)
        #expect(second.isRepetition)
        #expect(second.numbers == first.numbers)
        #expect(second.root == first.root)
        #expect(try ledger.count() == 2)
        #expect(throws: LedgerError.keyReused(sender: "mia", key: "k")) {
            try ledger.append(
                [Sample.submitted(2)],
                recorded: Sample.later,
                submission: Submission(sender: "mia", key: "k", sha256: "bb")
            )
        }
        let others = Submission(sender: "moh", key: "k", sha256: "bb")
        let key = Sample.key("i1", "2020-H1", "moh")
        #expect(try !ledger.append([Sample.submitted(2, key)], recorded: Sample.later, submission: others).isRepetition)
    }

    @Test("a thousand repetitions of one request at once make one entry and a thousand equal answers")
    func concurrentRepetition() async throws {
        let ledger = ledger
        let answers = try await withThrowingTaskGroup(of: Appended.self) { group in
            for _ in 0..<1_000 {
                group.addTask {
                    try ledger.append(
                        [Sample.submitted(1)],
                        recorded: Sample.later,
                        submission: Submission(sender: "mia", key: "k", sha256: "aa")
                    )
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 1_000)
        #expect(answers.filter { !$0.isRepetition }.count == 1)
        #expect(Set(answers.map(\.root)).count == 1)
        #expect(try ledger.count() == 1)
    }

    @Test("a clock behind the latest entry stops writing, and so does an event of the future")
    func clocks() throws {
        try ledger.append([Sample.submitted(1, at: 5)], recorded: Moment(seconds: 100))
        let back = Moment(seconds: 39)
        #expect(throws: LedgerError.clockSetBack(latest: Moment(seconds: 100), now: back)) {
            try ledger.append([Sample.submitted(1, Sample.key("i2"))], recorded: back)
        }
        let future = Moment(seconds: 101)
        #expect(throws: LedgerError.inFuture(future, now: Moment(seconds: 100))) {
            try ledger.append([Sample.verified(at: 101)], recorded: Moment(seconds: 100))
        }
        #expect(try ledger.count() == 1)
    }

    @Test("a request that waited while the clock went on is recorded with the latest entry")
    func waited() throws {
        try ledger.append([Sample.submitted(1, at: 5)], recorded: Moment(seconds: 100))
        try ledger.append([Sample.submitted(1, Sample.key("i2"))], recorded: Moment(seconds: 99))
        #expect(try ledger.entry(2).recorded == Moment(seconds: 100))
        #expect(try ledger.verify().isSound)
    }

    private final class Results: Sendable {
        let all = Mutex<[Int: Result<Appended, LedgerError>]>([:])
    }

    /// What a client of many asks for; that of every third cannot be taken up whole.
    private static func request(of client: Int) -> [LedgerEvent] {
        let first = Sample.submitted(1, Sample.key("a\(client)"))
        let isLegal = !client.isMultiple(of: 3)
        return [first, isLegal ? Sample.submitted(2, Sample.key("b\(client)")) : Sample.verified(Sample.key("none"))]
    }

    @Test("requests at once are each taken whole or refused whole, whoever shares their commit")
    func sharedCommits() throws {
        let ledger = ledger
        try ledger.append([Sample.submitted(1)], recorded: Sample.later)
        let results = Mutex<[Int: Result<Appended, LedgerError>]>([:])
        DispatchQueue.concurrentPerform(iterations: 64) { client in
            let result: Result<Appended, LedgerError>
            do throws(LedgerError) {
                result = .success(try ledger.append(Self.request(of: client), recorded: Sample.later))
            } catch {
                result = .failure(error)
            }
            results.withLock { $0[client] = result }
        }
        try check(results.withLock { $0 })
    }

    @Test("tasks at once are each taken whole or refused whole, beside threads that wait, too")
    func sharedCommitsOfTasks() async throws {
        let ledger = ledger
        try await ledger.append([Sample.submitted(1)], recorded: Sample.later)
        let results = Results()
        let threads = DispatchGroup()
        for client in 0..<32 {
            DispatchQueue.global()
                .async(group: threads) {
                    let result = Result { () throws(LedgerError) in
                        try ledger.append(Self.request(of: client), recorded: Sample.later)
                    }
                    results.all.withLock { $0[client] = result }
                }
        }
        await withTaskGroup { group in
            for client in 32..<532 {
                group.addTask {
                    let result: Result<Appended, LedgerError>
                    do throws(LedgerError) {
                        result = .success(try await ledger.append(Self.request(of: client), recorded: Sample.later))
                    } catch {
                        result = .failure(error)
                    }
                    results.all.withLock { $0[client] = result }
                }
            }
        }
        await withCheckedContinuation { done in threads.notify(queue: .global()) { done.resume() } }
        let all = results.all.withLock { $0 }
        #expect(all.count == 532)
        try check(all)
    }

    /// Every request was taken up whole or refused whole, and all that was taken up can be proven.
    private func check(_ results: [Int: Result<Appended, LedgerError>]) throws {
        let verification = try ledger.verify()
        #expect(verification.isSound, "\(verification.faults)")
        var numbers: [Int] = [1]
        for (client, result) in results {
            switch result {
            case .success(let appended):
                #expect(!client.isMultiple(of: 3))
                numbers += Array(appended.numbers)
                #expect(try ledger.checkpoint(atSize: appended.numbers.upperBound).root == appended.root)
            case .failure(let error):
                #expect(client.isMultiple(of: 3))
                #expect(error.diagnostics.map(\.identifier) == ["illegal-transition"])
            }
        }
        #expect(numbers.sorted() == Array(1...numbers.count))
        #expect(try ledger.count() == numbers.count)
    }

    @Test("a reader that takes its time keeps no submission waiting, and sees what was there when it began")
    func slowReader() throws {
        let ledger = ledger
        try ledger.append([Sample.submitted(1)], recorded: Sample.later)
        let isReading = DispatchSemaphore(value: 0)
        let isWritten = DispatchSemaphore(value: 0)
        let seen = Mutex<Int?>(nil)
        let reader = Thread {
            var count = 0
            try? ledger.forEachEntry { _, _ in
                isReading.signal()
                if isWritten.wait(timeout: .now() + 20) == .success { count += 1 }
            }
            seen.withLock { $0 = count }
        }
        reader.start()
        #expect(isReading.wait(timeout: .now() + 20) == .success)
        for number in 0..<20 {
            try ledger.append([Sample.submitted(1, Sample.key("w\(number)"))], recorded: Sample.later)
        }
        #expect(try ledger.count() == 21)
        isWritten.signal()
        while !reader.isFinished { usleep(1_000) }
        #expect(seen.withLock { $0 } == 1)
    }

    @Test("what cannot be written down is refused", arguments: [Double.nan, .infinity, -.infinity])
    func unwritable(value: Double) throws {
        #expect(throws: LedgerError.self) { try ledger.append([Sample.submitted(value)], recorded: Sample.later) }
        #expect(try ledger.count() == 0)
        #expect(throws: LedgerError.nothingToAppend) { try ledger.append([], recorded: Sample.later) }
    }

    @Test("a locked period refuses in the ledger too, also after opening again")
    func locks() throws {
        try ledger.append([Sample.change(.lock, at: 3)], recorded: Sample.later)
        try ledger.close()
        let again = try Ledger.open(at: folder("ledger.sqlite"))
        let error = #expect(throws: LedgerError.self) {
            try again.append([Sample.submitted(1, at: 5)], recorded: Sample.later)
        }
        #expect(error?.diagnostics.map(\.identifier) == ["period-locked"])
        try again.append([Sample.change(.unlock, at: 6), Sample.submitted(1, at: 6)], recorded: Sample.later)
    }

    @Test("the history of an item has all its entries in order")
    func history() throws {
        try ledger.append(Sample.everyKind, recorded: Sample.later)
        #expect(try ledger.history(of: Sample.key("i2")).map(\.number) == Array(1...7))
        #expect(try ledger.history(item: ItemID(rawValue: "v3")).map(\.number) == [23])
        #expect(try ledger.history(of: Sample.key("none")).isEmpty)
        #expect(try ledger.entry(8).event == Sample.change(.lock, at: 8))
        #expect(throws: LedgerError.noEntry(number: 32, count: 31)) { try ledger.entry(32) }
    }

    @Test(
        "no statement changes or removes an entry",
        arguments: [
            "UPDATE event SET body = x'00'", "DELETE FROM event", "UPDATE event SET number = number + 10",
            "INSERT OR REPLACE INTO event SELECT 1, leaf, x'00' FROM event WHERE number = 2",
            "INSERT INTO event SELECT 9, leaf, body FROM event WHERE number = 2", "UPDATE ledger SET plan = 'x'",
            "DELETE FROM ledger", "REPLACE INTO ledger (id, plan) VALUES (1, 'x')",
        ]
    )
    func appendOnly(sql: String) throws {
        try ledger.append([Sample.submitted(1), Sample.verified()], recorded: Sample.later)
        try ledger.close()
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA recursive_triggers = ON") }
        let queue = try DatabaseQueue(path: folder("ledger.sqlite"), configuration: configuration)
        let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        #expect(error?.message == "the ledger is append-only")
    }
}
