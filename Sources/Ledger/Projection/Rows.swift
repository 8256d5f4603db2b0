import ActionPlan
import Diagnostics
import Foundation
import GRDB
import TransparencyLog

extension LedgerEntry {
    /// The entry whose canonical bytes are in a column.
    ///
    /// - Throws: ``EntryFault`` where they are not canonical.
    init(_ row: Row, column: Int) throws {
        self = try row.withCanonicalReader(column) { reader throws(EntryFault) in try LedgerEntry(from: &reader) }
    }
}

extension Row {
    /// Gives a closure the canonical bytes in a column; it has to read them to the end.
    func withCanonicalReader<Value>(
        _ column: Int,
        _ read: (inout CanonicalReader) throws(EntryFault) -> Value
    ) throws -> Value {
        try withUnsafeData(atIndex: column) { data in
            guard let data else { throw EntryFault(offset: 0, expected: "an entry") }
            return try data.withUnsafeBytes { buffer in
                var reader = CanonicalReader(buffer)
                let value = try read(&reader)
                try reader.end()
                return value
            }
        }
    }
}

extension Database {
    /// One entry; nil where there is none.
    func entry(_ number: Int) throws -> LedgerEntry? {
        let rows = try Row.fetchCursor(
            cachedStatement(sql: "SELECT body FROM main.event WHERE number = ?"),
            arguments: [number]
        )
        return try rows.next().map { try LedgerEntry($0, column: 0) }
    }
}

extension Database {
    /// The numbers of the entries about a topic, in order.
    func entryNumbers(of topic: LedgerEvent.Topic, schema: String = "main") throws -> [Int] {
        let entries = try String.fetchOne(
            cachedStatement(sql: "SELECT entries FROM \(schema).topic WHERE kind = ? AND id = ?"),
            arguments: [topic.kind.rawValue, topic.id]
        )
        return entries.map { Array(EntryNumbers($0)) } ?? []
    }

    /// Where an account stands after what happened up to an instant; nil where there is none.
    func account(
        _ account: AccountID,
        schema: String = "main",
        knownAt: Moment = Moment(seconds: .max)
    ) throws -> AccountRecord? {
        var record: AccountRecord?
        for number in try entryNumbers(of: LedgerEvent.Topic(kind: .account, id: account.rawValue), schema: schema) {
            guard case .account(let event) = try entry(number)?.event, event.moment <= knownAt else { continue }
            if record == nil { record = try AccountRecord(event) } else { try record?.apply(event) }
        }
        return record
    }
}

extension Projection {
    /// A hash as a column's value.
    static func data(_ hash: MerkleHash) -> Data { hash.withUnsafeBytes { Data($0) } }

    /// Bytes as a column's value.
    static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }
}

/// The numbers of entries in a column of a derived table: digits, with a space between two.
struct EntryNumbers: Sequence, IteratorProtocol {
    private var rest: Substring.UTF8View

    init(_ column: String) { rest = Substring(column).utf8 }

    mutating func next() -> Int? {
        guard !rest.isEmpty else { return nil }
        var number = 0
        while let digit = rest.popFirst(), (0x30...0x39).contains(digit) {
            number = number &* 10 &+ Int(digit - 0x30)
        }
        return number
    }
}
