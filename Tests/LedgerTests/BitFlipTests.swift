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

    @Test("of a ledger of a thousand entries is found, or lies in a byte that holds nothing")
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
        let original = try Data(contentsOf: URL(fileURLWithPath: path))
        let content = try Self.content(of: path)
        var unused = 0
        for _ in 0..<Self.flips {
            let bit = Int.random(in: 0..<(original.count * 8))
            var changed = original
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let copy = folder("changed.sqlite")
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
            try changed.write(to: URL(fileURLWithPath: copy))
            guard let opened = try? Ledger.open(at: copy, planID: Sample.plan, access: .readOnly),
                let verification = try? opened.verify(against: [checkpoint]), verification.isSound
            else { continue }
            try opened.close()
            unused += 1
            #expect(try Self.content(of: copy) == content, "bit \(bit % 8) of byte \(bit / 8)")
        }
        print("bits tried: \(Self.flips), in bytes that hold nothing: \(unused) of \(original.count)")
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
