import ActionPlan
import Diagnostics
import GRDB
import TransparencyLog

/// One check of a whole ledger.
struct Inspection {
    private let db: Database
    private let checkpoints: [Checkpoint]
    private let progress: WorkProgress
    private var faults: [Verification.Fault] = []
    private var frontier = MerkleFrontier()
    private var roots: [Int: MerkleHash] = [:]

    /// How many faults are enough.
    private static let limit = 100

    init(_ db: Database, checkpoints: [Checkpoint], _ progress: WorkProgress) {
        self.db = db
        self.checkpoints = checkpoints
        self.progress = progress
    }

    mutating func run() -> Verification {
        step { try $0.checkStructure() }
        step { try $0.checkSchema() }
        step { try $0.checkEntries() }
        checkCheckpoints()
        return Verification(count: frontier.size, root: frontier.root, faults: Array(faults.prefix(Self.limit)))
    }

    private mutating func step(_ check: (inout Inspection) throws -> Void) {
        do {
            try check(&self)
        } catch {
            faults.append(.file((error as? DatabaseError)?.message ?? String(describing: error)))
        }
    }

    private mutating func checkStructure() throws {
        let words = try String.fetchAll(db, sql: "PRAGMA main.integrity_check(20)")
        if words != ["ok"] { faults += words.map { .file($0) } }
    }

    /// Compares what the file declares with what this version declares in an empty one.
    private mutating func checkSchema() throws {
        let model = try DatabaseQueue()
        try Schema.migrator.migrate(model)
        let expected = try model.read { try Self.declarations($0) }
        let found = try Self.declarations(db)
        for name in Set(expected.keys).union(found.keys).sorted() where expected[name] != found[name] {
            faults.append(.schema(name))
        }
    }

    /// Tables that Litestream makes in a file that it copies, for its own bookkeeping; nothing of a ledger is in them.
    private static let othersTables = ["_litestream_lock", "_litestream_seq"]

    private static func declarations(_ db: Database) throws -> [String: String] {
        var declarations: [String: String] = [:]
        let sql = "SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_master ORDER BY name"
        for row in try Row.fetchAll(db, sql: sql) {
            if (row[0] as String) == "table", othersTables.contains(row[1]) { continue }
            declarations[row[1]] = "\(row[0] as String) on \(row[2] as String): \(row[3] as String)"
        }
        let migrations = try String.fetchAll(db, sql: "SELECT identifier FROM main.grdb_migrations ORDER BY 1")
        declarations["migrations"] = migrations.joined(separator: ", ")
        for setting in ["user_version", "encoding"] {
            declarations[setting] = try String.fetchOne(db, sql: "PRAGMA main.\(setting)")
        }
        return declarations
    }

    private mutating func checkEntries() throws {
        for statement in Schema.derivedTables(in: "temp") { try db.execute(sql: statement) }
        var projection = Projection(db, schema: "temp", frontier: MerkleFrontier())
        let sizes = Set(checkpoints.map(\.size))
        var isProjected = true
        var recorded: Moment?
        let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM main.event") ?? 0
        let rows = try Row.fetchCursor(db, sql: "SELECT number, leaf, body FROM main.event ORDER BY number")
        while faults.count < Self.limit, let row = try rows.next() {
            let number = frontier.size + 1
            if (row[0] as Int) != number { faults.append(.place(number: number)) }
            let leaf = try row.withUnsafeData(atIndex: 2) { MerkleHash.leaf($0 ?? Projection.data([])) }
            let stored = try row.withUnsafeData(atIndex: 1) { $0.flatMap { MerkleHash(bytes: $0) } }
            if stored != leaf { faults.append(.hash(number: number)) }
            frontier.append(leaf)
            progress(frontier.size, of: total)
            if sizes.contains(number) { roots[number] = frontier.root }
            do {
                let entry = try LedgerEntry(row, column: 2)
                if entry.number != number { faults.append(.place(number: number)) }
                if let recorded, entry.recorded < recorded { faults.append(.order(number: number)) }
                recorded = entry.recorded
                if isProjected { try projection.take(entry, leaf: leaf) }
            } catch let fault as EntryFault {
                faults.append(.unreadable(number: number, fault))
                isProjected = false
            } catch let error as IllegalTransition {
                faults.append(.illegal(number: number, error))
                isProjected = false
            }
        }
        if isProjected { try compareDerivedTables() }
    }

    private mutating func compareDerivedTables() throws {
        for table in Schema.derivedTables {
            let difference = """
                SELECT count(*) FROM (
                    SELECT * FROM (SELECT * FROM main.\(table) EXCEPT SELECT * FROM temp.\(table))
                    UNION ALL
                    SELECT * FROM (SELECT * FROM temp.\(table) EXCEPT SELECT * FROM main.\(table))
                )
                """
            if try Int.fetchOne(db, sql: difference) != 0 { faults.append(.derived(table: table)) }
        }
    }

    private mutating func checkCheckpoints() {
        roots[0] = .emptyRoot
        for checkpoint in checkpoints {
            if checkpoint.size > frontier.size {
                faults.append(.shorter(than: checkpoint))
            } else if roots[checkpoint.size] != checkpoint.root {
                faults.append(.other(than: checkpoint))
            }
        }
    }
}
