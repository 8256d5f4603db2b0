import ActionPlan
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("A ledger is opened safely or not at all")
struct OpeningTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder("ledger.sqlite")
    }

    private func error(opening planID: String? = nil, _ access: Ledger.Access = .readWrite) -> LedgerError? {
        #expect(throws: LedgerError.self) { try Ledger.open(at: path, planID: planID, access: access) }
    }

    private func make() throws {
        let ledger = try Ledger.create(at: path, planID: Sample.plan)
        try ledger.append([Sample.submitted(1)], recorded: Sample.later)
        try ledger.close()
    }

    private func execute(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    @Test("a missing file is said to be missing, and none is made")
    func missing() {
        #expect(error() == .missing(path: path))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a new ledger never replaces a file")
    func exists() throws {
        try make()
        #expect(throws: LedgerError.exists(path: path)) { try Ledger.create(at: path, planID: Sample.plan) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["ledger.sqlite", "ledger.sqlite.lock", "ledger.sqlite.sha256"])
    }

    @Test("an empty file, a text, a folder and another program's database are no ledgers")
    func otherFiles() throws {
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(error() == .notALedger(path: path, .empty))
        try Data(repeating: 0x41, count: 10_000).write(to: URL(fileURLWithPath: path))
        #expect(error() == .notALedger(path: path, .notSQLite))
        try FileManager.default.removeItem(atPath: path)
        try execute("CREATE TABLE person (name)")
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(error() == .notALedger(path: path, .otherApplication))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(error() == .notALedger(path: path, .directory))
    }

    @Test("a ledger of another plan is refused")
    func otherPlan() throws {
        try make()
        #expect(error(opening: "other") == .otherPlan(path: path, found: Sample.plan, wanted: "other"))
    }

    @Test("a ledger of a later version is left alone")
    func newer() throws {
        try make()
        try execute("PRAGMA user_version = 99")
        #expect(error() == .newerSchema(path: path, found: 99, known: 3))
    }

    @Test("a second owner is refused with the name of the first; a reader is not")
    func locked() throws {
        try make()
        let ledger = try Ledger.open(at: path)
        guard case .locked(path, let owner) = error() else {
            Issue.record("not locked")
            return
        }
        #expect(owner.description.contains("process \(getpid()) on "))
        let reader = try Ledger.open(at: path, access: .readOnly)
        try ledger.append([Sample.verified()], recorded: Sample.later)
        #expect(try reader.count() == 2)
        #expect(throws: LedgerError.self) {
            try reader.append([Sample.submitted(1, Sample.key("i3"))], recorded: Sample.later)
        }
    }

    @Test("the owner's lock ends with the ledger")
    func lockEnds() throws {
        try make()
        try make2()
    }

    private func make2() throws {
        let ledger = try Ledger.open(at: path)
        #expect(try ledger.count() == 1)
    }

    @Test("a file of somebody else can be read, and says so when it is to be written", .enabled(if: canBeNobody))
    func readOnly() throws {
        try make()
        #expect(try Ledger.open(at: path, access: .readOnly).count() == 1)
        // The superuser may write to any file, so that another has to try.
        let program = folder("writer")
        try FileManager.default.copyItem(at: CrashTests.program, to: URL(fileURLWithPath: program))
        let process = Process()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.setpriv)
        process.arguments = [
            "--reuid", "65534", "--regid", "65534", "--clear-groups", program, path, "run", "1", "1",
        ]
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 73)
        #expect(words.contains("ledger-read-only"), "\(words)")
        #expect(try Ledger.open(at: path, access: .readOnly).count() == 1)
    }

    private static let setpriv = "/usr/bin/setpriv"

    /// Whether this process may start another as somebody who may do nothing.
    private static var canBeNobody: Bool {
        getuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv)
    }

    @Test("a read-only file says so to its own user too", .enabled(if: getuid() != 0))
    func readOnlyToItsUser() throws {
        try make()
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        #expect(error() == .readOnly(path: path))
        #expect(try Ledger.open(at: path, access: .readOnly).count() == 1)
    }

    @Test("a file that was cut is damaged, not empty")
    func cut() throws {
        try make()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
        guard case .damaged = error() else {
            Issue.record("opened")
            return
        }
    }

    @Test("every error tells a person what is wrong and who has to mend it")
    func diagnostics() {
        let errors: [LedgerError] = [
            .missing(path: "p"), .locked(path: "p", owner: "process 7 on host"), .diskFull(path: "p"),
            .newerSchema(path: "p", found: 2, known: 1),
        ]
        #expect(
            errors.map { $0.diagnostics[0].identifier } == [
                "ledger-missing", "ledger-locked", "disk-full", "ledger-newer",
            ]
        )
        #expect(errors.map(\.origin) == [.input, .machine, .machine, .machine])
    }

    @Test(
        "an SQLite with the fault in resetting its log is told from one without",
        arguments: [("3.40.1", false), ("3.51.2", false), ("3.51.3", true), ("3.52.0", true), ("4.0.0", true)]
    )
    func engine(version: String, isFree: Bool) throws {
        #expect(SQLiteEngine(version: version).isFreeOfLogResetFault == isFree)
        #expect(try SQLiteEngine().version.hasPrefix("3."))
    }
}
