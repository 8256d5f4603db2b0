import Foundation
import GRDB
import TransparencyLog

extension LedgerEntry {
    /// The entry whose canonical bytes are in a column.
    ///
    /// - Throws: ``EntryFault`` where they are not canonical.
    init(_ row: Row, column: Int) throws {
        self = try row.withUnsafeData(atIndex: column) { data in
            guard let data else { throw EntryFault(offset: 0, expected: "an entry") }
            return try data.withUnsafeBytes { buffer in
                var reader = CanonicalReader(buffer)
                let entry = try LedgerEntry(from: &reader)
                try reader.end()
                return entry
            }
        }
    }
}

extension Projection {
    /// A hash as a column's value.
    static func data(_ hash: MerkleHash) -> Data { hash.withUnsafeBytes { Data($0) } }

    /// Bytes as a column's value.
    static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }
}
