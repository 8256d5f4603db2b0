import ActionPlan
import Foundation
import GRDB
import Ledger
import Testing
import TransparencyLog

@Suite("A single changed bit")
struct BitFlipTests {
    /// How many bits to try: `NAP_BIT_FLIPS=1000` for the long run.
    private static let flips = ProcessInfo.processInfo.environment["NAP_BIT_FLIPS"].flatMap(Int.init) ?? 40

    @Test("in a ledger of a thousand entries is found, wherever it is")
    func anywhere() throws {
        let folder = try Folder()
        let path = folder("ledger.sqlite")
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        for start in stride(from: 0, to: 500, by: 20) {
            let keys = (start..<(start + 20)).map { Sample.key("item-\($0)") }
            try ledger.append(
                keys.map { Sample.submitted(7, $0) } + keys.map { Sample.verified($0) },
                recorded: Sample.later,
                submission: Submission(sender: "mia", key: "k\(start)", sha256: "ab")
            )
        }
        let checkpoint = try ledger.checkpoint()
        #expect(checkpoint.size == 1_000)
        try ledger.close()
        let whole = try Ledger.verify(at: path, planID: Sample.plan, against: [checkpoint])
        #expect(whole.isSound && whole.isSealed)
        let original = try Data(contentsOf: URL(fileURLWithPath: path))
        let seal = try Data(contentsOf: URL(fileURLWithPath: path + ".sha256"))
        let content = try Self.content(of: path)
        for _ in 0..<Self.flips {
            let bit = Int.random(in: 0..<(original.count * 8))
            var changed = original
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let copy = folder("changed.sqlite")
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
            try changed.write(to: URL(fileURLWithPath: copy))
            try seal.write(to: URL(fileURLWithPath: copy + ".sha256"))
            let place = "bit \(bit % 8) of byte \(bit / 8)"
            // Not even opening it is to find it too.
            guard let faults = try? Ledger.verify(at: copy, planID: Sample.plan, against: [checkpoint]).faults else {
                continue
            }
            #expect(faults.contains(.sealBroken), "\(place)")
            // What the seal alone finds lies in bytes that hold nothing.
            if faults == [.sealBroken] { #expect(try Self.content(of: copy) == content, "\(place)") }
        }
    }

    @Test("a ledger that is in use, or was not closed in good order, has no seal, and a stale one is never left")
    func seal() throws {
        let folder = try Folder()
        let path = folder("ledger.sqlite")
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        #expect(!FileManager.default.fileExists(atPath: path + ".sha256"))
        try ledger.close()
        #expect(try Ledger.verify(at: path).isSealed)
        let again = try Ledger.open(at: path)
        try again.append([Sample.submitted(1)], recorded: Sample.later)
        #expect(!FileManager.default.fileExists(atPath: path + ".sha256"))
        try again.close()
        #expect(try Ledger.verify(at: path).isSealed)
        let line = try String(contentsOfFile: path + ".sha256", encoding: .utf8)
        #expect(line.hasSuffix("  ledger.sqlite\n"))
    }

    /// Everything that can be read from a database.
    private static func content(of path: String) throws -> [String: [Row]] {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
            .read { db in
                var content: [String: [Row]] = [:]
                for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
                    content[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
                }
                content["sqlite_master"] = try Row.fetchAll(
                    db,
                    sql: "SELECT type, name, tbl_name, sql FROM sqlite_master"
                )
                return content
            }
    }
}
