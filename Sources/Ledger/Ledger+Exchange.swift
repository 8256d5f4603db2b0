import ActionPlan
import Foundation
import GRDB
import TransparencyLog

extension Ledger {
    /// The first line of an export.
    private static func heading(planID: String) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.object { writer in
            writer.field("format", "nap-ledger/1")
            writer.field("plan", planID)
        }
        return writer.bytes
    }

    /// Writes everything as JSON Lines: a heading, then each entry's canonical bytes.
    ///
    /// - Parameter path: where; nothing may be there yet.
    /// - Throws: ``LedgerError``, and no file is left.
    package func export(to path: String) throws(LedgerError) {
        try LedgerFile.make(at: path) { (draft) throws(LedgerError) in
            guard FileManager.default.createFile(atPath: draft, contents: nil),
                let handle = FileHandle(forWritingAtPath: draft)
            else { throw LedgerError(errno: errno, path: path) }
            defer { try? handle.close() }
            var lines = Self.heading(planID: planID) + [UInt8(ascii: "\n")]
            do {
                try forEachEntry { _, bytes in
                    lines += bytes
                    lines.append(UInt8(ascii: "\n"))
                    if lines.count > 1 << 20 {
                        try handle.write(contentsOf: lines)
                        lines.removeAll(keepingCapacity: true)
                    }
                }
                try handle.write(contentsOf: lines)
            } catch {
                throw LedgerError(error, path: path)
            }
            try copyAttachments(besideFile: path)
        }
    }

    /// Makes a new ledger out of an export, all or nothing, and owns it: it has the same entries and the same root.
    ///
    /// - Parameters:
    ///   - path: where the ledger is to be; nothing may be there yet.
    ///   - planID: the plan whose ledger it must be.
    ///   - export: the export.
    /// - Returns: the ledger, open.
    /// - Throws: ``LedgerError``, and no file is left.
    package static func create(
        at path: String,
        planID: String,
        importing export: String
    ) throws(LedgerError) -> Ledger {
        guard let handle = FileHandle(forReadingAtPath: export) else { throw LedgerError(errno: errno, path: export) }
        defer { try? handle.close() }
        var lines = LineReader(handle)
        do {
            guard try lines.next() == heading(planID: planID) else {
                throw LedgerError.notAnExport(path: export, line: 1)
            }
        } catch {
            throw LedgerError(error, path: export)
        }
        try LedgerFile.make(at: path) { (draft) throws(LedgerError) in
            let ledger = try create(at: draft, planID: planID)
            defer { for suffix in [".lock", ".sha256"] { _ = unlink(draft + suffix) } }
            try ledger.load(&lines, of: export)
            let documents = try ledger.attachedDocuments().keys.sorted()
            try copyAttachments(documents, from: AttachmentStore(besideLedger: export), besideFile: path)
            try ledger.close()
        }
        return try open(at: path, planID: planID)
    }

    private func load(_ lines: inout LineReader, of export: String) throws(LedgerError) {
        try file.write { db in
            var projection = Projection(db, frontier: MerkleFrontier())
            var recorded: Moment?
            let insertion = try db.makeStatement(sql: "INSERT INTO event (number, leaf, body) VALUES (?, ?, ?)")
            while let line = try lines.next() {
                let number = projection.frontier.size + 1
                do {
                    let entry = try LedgerEntry(canonicalBytes: line)
                    let leaf = MerkleHash.leaf(line)
                    guard entry.number == number, recorded.map({ $0 <= entry.recorded }) ?? true else {
                        throw LedgerError.notAnExport(path: export, line: number + 1)
                    }
                    try projection.take(entry, leaf: leaf)
                    recorded = entry.recorded
                    try insertion.execute(arguments: [number, Projection.data(leaf), Projection.data(line)])
                } catch let error where error is EntryFault || error is IllegalTransition {
                    throw LedgerError.notAnExport(path: export, line: number + 1)
                }
            }
        }
    }
}

/// Reads a file line by line.
struct LineReader {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var start = 0

    private static let chunk = 1 << 20

    init(_ handle: FileHandle) { self.handle = handle }

    /// The next line without its line feed, also a last one that has none; nil at the end.
    mutating func next() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count - start
            buffer.removeSubrange(..<start)
            start = 0
            guard let more = try handle.read(upToCount: Self.chunk), !more.isEmpty else {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
            buffer += more
        }
    }
}
