import ActionPlan
import Diagnostics
import Foundation
import GRDB
import Ledger
import Testing
import TransparencyLog

@Suite("Whatever is altered in a ledger is found")
struct VerifyingTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder("ledger.sqlite")
    }

    private func make(_ events: [LedgerEvent] = Sample.everyKind) throws -> Checkpoint {
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        try ledger.append(events, recorded: Sample.later, submission: Submission(sender: "a", key: "b", sha256: "cc"))
        let checkpoint = try ledger.checkpoint()
        try ledger.close()
        return checkpoint
    }

    private func tamper(_ statements: String...) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for statement in statements { try db.execute(sql: statement) }
        }
        try queue.close()
    }

    private func faults(against checkpoints: [Checkpoint] = []) throws -> [Verification.Fault] {
        let ledger = try Ledger.open(at: path, access: .readOnly)
        return try ledger.verify(against: checkpoints).faults
    }

    @Test("a ledger that nobody touched is sound, and its root is that of its checkpoint")
    func sound() throws {
        let checkpoint = try make()
        let verification = try Ledger.open(at: path).verify(against: [checkpoint])
        #expect(verification.isSound, "\(verification.faults)")
        #expect(verification.root == checkpoint.root)
        #expect(verification.count == 31)
    }

    @Test("an empty ledger is sound")
    func empty() throws {
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        #expect(try ledger.verify(against: [ledger.checkpoint()]).isSound)
        #expect(try ledger.checkpoint().root == .emptyRoot)
    }

    @Test("a trigger that is missing is found")
    func missingTrigger() throws {
        _ = try make()
        try tamper("DROP TRIGGER event_unchanged")
        #expect(try faults().contains(.schema("event_unchanged")))
    }

    @Test(
        "whoever switches the triggers off and on again is still found",
        arguments: [
            (
                "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '{\"number\":3}', '{\"number\":8}') AS BLOB) WHERE number = 4",
                Verification.Fault.hash(number: 4)
            ),
            ("DELETE FROM event WHERE number = 4", .place(number: 4)),
            ("UPDATE event SET leaf = zeroblob(32) WHERE number = 22", .hash(number: 22)),
        ]
    )
    func changedBehindTriggers(sql: String, fault: Verification.Fault) throws {
        _ = try make()
        let triggers = try DatabaseQueue(path: path)
            .read { db in
                try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
            }
        try tamper("DROP TRIGGER event_unchanged", "DROP TRIGGER event_kept", sql)
        for trigger in triggers where trigger.contains("event_unchanged") || trigger.contains("event_kept") {
            try tamper(trigger)
        }
        #expect(try faults().contains(fault))
    }

    @Test("a lost end and a rewritten history show against a checkpoint that was kept")
    func checkpoints() throws {
        let kept = try make()
        try FileManager.default.removeItem(atPath: path)
        let shorter = try make(Array(Sample.everyKind.dropLast()))
        #expect(try faults(against: [shorter]).isEmpty)
        #expect(try faults(against: [kept]) == [.shorter(than: kept)])
        try FileManager.default.removeItem(atPath: path)
        _ = try make([Sample.submitted(5)] + Sample.everyKind.dropFirst(9))
        #expect(try faults(against: [shorter]).map(\.diagnostic.identifier) == ["entries-lost"])
        let early = Checkpoint(origin: kept.origin, size: 1, root: kept.root)
        #expect(try faults(against: [early]) == [.other(than: early)])
    }

    @Test(
        "a derived table that was changed is found and rebuilt as it was",
        arguments: [
            "UPDATE report SET state = 'verified'", "DELETE FROM report WHERE item = 'v3'",
            "UPDATE period_lock SET locked = 1 - locked", "DELETE FROM submission",
            "UPDATE submission SET sha256 = 'dd'",
            "INSERT INTO tree_node (level, place, hash) VALUES (8, 0, zeroblob(32))",
        ]
    )
    func derived(sql: String) throws {
        _ = try make()
        let before = try tables()
        try tamper(sql)
        #expect(try tables() != before)
        #expect(try faults().map(\.diagnostic.identifier).contains("derived-table"))
        let ledger = try Ledger.open(at: path)
        try ledger.rebuild()
        #expect(try ledger.verify().isSound)
        try ledger.close()
        #expect(try tables() == before)
    }

    @Test("rebuilding a sound ledger changes nothing, and it goes on growing")
    func rebuild() throws {
        _ = try make((0..<600).map { Sample.submitted(Double($0), Sample.key("i\($0 % 300)"), at: Int64($0)) })
        let before = try tables()
        let ledger = try Ledger.open(at: path)
        try ledger.rebuild()
        try ledger.append([Sample.submitted(1, Sample.key("new"))], recorded: Sample.later)
        #expect(try ledger.verify().isSound)
        try ledger.close()
        #expect(try tables() != before)
    }

    @Test(
        "an added trigger, table or index is found",
        arguments: [
            "CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM report; END", "CREATE TABLE extra (x)",
            "CREATE INDEX extra ON report (state)", "PRAGMA user_version = 0",
        ]
    )
    func schema(sql: String) throws {
        _ = try make()
        try tamper(sql)
        let ledger = try? Ledger.open(at: path, access: .readOnly)
        #expect(try ledger?.verify().isSound != true)
    }

    @Test("the two tables that Litestream makes in a ledger are no damage; anything else under their names is")
    func replicated() throws {
        _ = try make()
        try tamper(
            "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
            "CREATE TABLE _litestream_lock (id INTEGER)"
        )
        #expect(try faults() == [])
        try tamper(
            "DROP TABLE _litestream_lock",
            "CREATE TRIGGER _litestream_lock AFTER INSERT ON event BEGIN SELECT 1; END"
        )
        #expect(try faults().contains(.schema("_litestream_lock")))
    }

    /// Everything in the derived tables.
    private func tables() throws -> [[Row]] {
        try DatabaseQueue(path: path)
            .read { db in
                try ["report", "period_lock", "submission", "tree_node"]
                    .map { try Row.fetchAll(db, sql: "SELECT * FROM \($0) ORDER BY 1, 2") }
            }
    }
}
