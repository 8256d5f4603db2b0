import ActionPlan
import Foundation
import GRDB
import Testing
import TransparencyLog

@testable import Ledger

/// How thoroughly to try what is tried at random: `NAP_CRASH_ROUNDS=500` for the long run.
private let rounds = ProcessInfo.processInfo.environment["NAP_CRASH_ROUNDS"].flatMap(Int.init) ?? 50

/// How many ledgers are tried side by side.
private let lanes = 4

@Suite("Nothing that was acknowledged is ever lost")
struct CrashTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder("ledger.sqlite")
    }

    /// A report that was acknowledged.
    private struct Acknowledgement {
        var key: String
        var number: Int
        var root: MerkleHash

        init?(_ line: Substring) {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let number = Int(fields[1]), let root = MerkleHash(hexadecimal: fields[2]) else {
                return nil
            }
            key = String(fields[0])
            self.number = number
            self.root = root
        }
    }

    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("ledger-writer")

    /// Lets a process of its own write, kills it after a while, and gives what it acknowledged.
    private func write(run: Int, killingAfter microseconds: UInt32) throws -> [Acknowledgement] {
        let process = Process()
        let output = Pipe()
        process.executableURL = Self.program
        process.arguments = [path, "r\(run)", "4", "100000"]
        process.standardOutput = output
        try process.run()
        var bytes = output.fileHandleForReading.availableData
        usleep(microseconds)
        kill(process.processIdentifier, SIGKILL)
        while true {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            bytes += more
        }
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        // A line that the kill cut short is no acknowledgement that anyone read.
        let whole = bytes.prefix(through: bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex)
        return String(decoding: whole, as: UTF8.self).split(separator: "\n").compactMap(Acknowledgement.init)
    }

    @Test(
        "four clients killed at a random moment: every acknowledged report is there, none twice",
        arguments: 0..<lanes
    )
    func killed(lane: Int) throws {
        var numbers = SystemRandomNumberGenerator()
        var acknowledged = 0
        let runs = (rounds + lanes - 1 - lane) / lanes
        for run in 0..<runs {
            if run.isMultiple(of: 5) {
                Self.remove(path)
                try Ledger.create(at: path, planID: Sample.plan).close()
            }
            let acknowledgements = try write(run: run, killingAfter: .random(in: 0...25_000, using: &numbers))
            acknowledged += acknowledgements.count
            let ledger = try Ledger.open(at: path)
            let verification = try ledger.verify()
            #expect(verification.isSound, "\(verification.faults)")
            var entries: [String: [Int]] = [:]
            try ledger.forEachEntry { entry, _ in entries[entry.submission?.key ?? "", default: []].append(entry.number)
            }
            for acknowledgement in acknowledgements {
                #expect(entries[acknowledgement.key] == [acknowledgement.number])
                #expect(try ledger.checkpoint(atSize: acknowledgement.number).root == acknowledgement.root)
            }
            #expect(entries.values.allSatisfy { $0.count == 1 })
            try ledger.close()
        }
        #expect(acknowledged > runs)
    }

    @Test("a write-ahead log cut anywhere opens as a beginning, and what is missing is named")
    func cutLog() async throws {
        let signer = try #require(NoteSigner(name: "ledger.example", privateKey: Array(repeating: 3, count: 32)))
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        var receipts: [Receipt] = []
        for number in 0..<12 {
            let report = Sample.submitted(1, Sample.key("i\(number)"))
            let appended = try await ledger.append([report], recorded: Sample.later)
            receipts.append(try ledger.receipt(for: appended.numbers.lowerBound, signedBy: signer))
        }
        let database = try Data(contentsOf: URL(fileURLWithPath: path))
        let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
        let frame = 24 + 2_048
        var cuts = Array(stride(from: 32, through: log.count, by: frame)) + [0, 1, 31, 33, log.count]
        var numbers = SystemRandomNumberGenerator()
        cuts += (0..<(2 * rounds)).map { _ in Int.random(in: 0...log.count, using: &numbers) }
        let sizes = try await withThrowingTaskGroup(of: Set<Int>.self) { group in
            for lane in 0..<lanes {
                let copy = folder("cut-\(lane).sqlite")
                let cuts = stride(from: lane, to: cuts.count, by: lanes).map { cuts[$0] }
                group.addTask { [receipts] in
                    var sizes: Set<Int> = []
                    for cut in cuts {
                        Self.remove(copy)
                        try database.write(to: URL(fileURLWithPath: copy))
                        try log.prefix(cut).write(to: URL(fileURLWithPath: copy + "-wal"))
                        let shorter = try Ledger.open(at: copy)
                        let verification = try shorter.verify()
                        #expect(verification.isSound, "cut at \(cut): \(verification.faults)")
                        #expect(try ledger.checkpoint(atSize: verification.count).root == verification.root)
                        #expect(try shorter.missing(receipts) == Array(receipts.dropFirst(verification.count)))
                        sizes.insert(verification.count)
                        try shorter.close()
                    }
                    return sizes
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
        }
        #expect(sizes == Set(0...12))
    }

    /// Removes a ledger with all that stands beside it.
    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", ".lock", ".sha256"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    @Test("an acknowledged report costs at least one sync of the disk", .enabled(if: CrashTests.canTrace))
    func syncs() throws {
        try Ledger.create(at: path, planID: Sample.plan).close()
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments = [
            "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", folder("trace"), Self.program.path, path, "r", "1", "40",
        ]
        process.standardOutput = output
        try process.run()
        let lines = output.fileHandleForReading.readDataToEndOfFile().filter { $0 == UInt8(ascii: "\n") }.count
        process.waitUntilExit()
        let trace = try String(contentsOfFile: folder("trace"), encoding: .utf8)
        let syncs = trace.split(separator: "\n").filter { $0.contains("sync(") && !$0.contains("resumed") }.count
        #expect(lines == 40)
        #expect(syncs >= 40)
    }

    static var canTrace: Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments = ["-o", "/dev/null", "/bin/true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test("a full disk refuses the report, harms nothing, and the next one after room was made is taken")
    func diskFull() throws {
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        try ledger.append([Sample.submitted(1)], recorded: Sample.later)
        try ledger.file.limitPages(toBytes: try ledger.byteCount())
        let many = (0..<500).map { Sample.submitted(1, Sample.key("i-\($0)")) }
        #expect(throws: LedgerError.diskFull(path: path)) { try ledger.append(many, recorded: Sample.later) }
        #expect(try ledger.count() == 1)
        #expect(try ledger.verify().isSound)
        try ledger.file.limitPages(toBytes: 1 << 30)
        #expect(try ledger.append(many, recorded: Sample.later).numbers == 2...501)
        #expect(try ledger.verify().isSound)
    }
}

extension LedgerFile {
    /// Lets the file grow no further than to a size.
    fileprivate func limitPages(toBytes bytes: Int) throws {
        try queue.writeWithoutTransaction { db in
            let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 1
            try db.execute(sql: "PRAGMA max_page_count = \(bytes / size)")
        }
    }
}
