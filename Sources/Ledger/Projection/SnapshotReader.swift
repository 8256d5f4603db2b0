import ActionPlan
import Dispatch
import GRDB
import Synchronization

/// Reads all reports as they were known at an instant; of a large ledger several parts at once.
///
/// Entries never change, so that each part can be read through a connection of its own. What happened to one report is
/// applied in order: at once where it all lies in one part, else when all parts are read.
final class SnapshotReader: Sendable {
    private let file: LedgerFile
    private let knownAt: Moment
    private let count: Int
    /// The place in the order of keys of the report that each entry is about, from 1; 0 where it is about none, negative
    /// where what happened to the report lies in several parts.
    private let places: [Int32]
    private let records: RecordTable
    private let length: Int

    /// How many entries are worth a part of their own.
    private static let leastLength = 20_000

    /// - Parameters:
    ///   - file: the ledger's file.
    ///   - db: a connection to it, in a transaction.
    ///   - knownAt: the instant.
    /// - Throws: what the database does.
    init(_ file: LedgerFile, _ db: Database, knownAt: Moment) throws {
        self.file = file
        self.knownAt = knownAt
        count = try Ledger.count(db)
        let processors = max(1, min(8, LedgerFile.processorCount))
        length = max(Self.leastLength, (count + processors - 1) / processors)
        (places, records) = try Self.places(db, count, length)
    }

    private static func places(_ db: Database, _ count: Int, _ length: Int) throws -> ([Int32], RecordTable) {
        var places = [Int32](repeating: 0, count: count + 1)
        var reports: Int32 = 0
        let lists = try String.fetchCursor(db, sql: "SELECT entries FROM report ORDER BY item, period, agency")
        while let list = try lists.next() {
            reports += 1
            var first: Int?
            var isSplit = false
            for number in EntryNumbers(list) where places.indices.contains(number) {
                if let first, (first - 1) / length != (number - 1) / length { isSplit = true }
                first = first ?? number
                places[number] = reports
            }
            guard isSplit else { continue }
            for number in EntryNumbers(list) where places.indices.contains(number) { places[number] = -reports }
        }
        return (places, RecordTable(count: Int(reports)))
    }

    /// An event that waits until all parts are read.
    private struct Split {
        var place: Int
        var event: ReportEvent
    }

    /// The records in the order of keys.
    func run(_ db: Database) throws -> [ReportRecord] {
        let parts = (count + length - 1) / length
        let results = Mutex<[Int: Result<[Split], any Error>]>([:])
        if parts <= 1 {
            _ = try read(1...max(1, count), db)
        } else {
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                let range = (part * length + 1)...min((part + 1) * length, count)
                let result = Result { try file.read { db in try self.read(range, db) } }
                results.withLock { $0[part] = result }
            }
        }
        for (_, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            for split in try result.get() { try records.apply(split.event, at: split.place) }
        }
        return records.takeAll()
    }

    /// Applies what happened in a range of entries.
    ///
    /// - Returns: what has to wait, in order.
    private func read(_ range: ClosedRange<Int>, _ db: Database) throws -> [Split] {
        var split: [Split] = []
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT number, body FROM event WHERE number BETWEEN ? AND ? ORDER BY number"),
            arguments: [range.lowerBound, range.upperBound]
        )
        while let row = try rows.next() {
            let number: Int = row[0]
            guard places.indices.contains(number), places[number] != 0 else { continue }
            let event = try row.withCanonicalReader(1) { reader throws(EntryFault) in
                try LedgerEntry.report(from: &reader)
            }
            guard let event, event.moment <= knownAt else { continue }
            let place = Int(places[number].magnitude) - 1
            if places[number] < 0 {
                split.append(Split(place: place, event: event))
            } else {
                try records.apply(event, at: place)
            }
        }
        return split
    }
}
