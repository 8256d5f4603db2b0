package import ActionPlan
package import Diagnostics
package import TransparencyLog

/// What a check of a whole ledger found.
package struct Verification: Hashable, Sendable {
    /// How many entries were read.
    package var count: Int
    /// The root of the tree over them, computed anew.
    package var root: MerkleHash
    /// What is not as it must be; none in a sound ledger.
    package var faults: [Fault]
    /// Whether every bit was compared with a digest made when the file was last closed.
    package var isSealed = false

    /// Something that is not as it must be.
    package enum Fault: Hashable, Sendable {
        /// SQLite finds the file's structure broken: its own words.
        case file(String)
        /// Some bit of the file is not as it was when the file was last closed.
        case sealBroken
        /// A document that a report names is missing or altered.
        case attachment(AttachmentProblem)
        /// A table, index, trigger or setting is not what this version makes.
        case schema(String)
        /// An entry's bytes are not canonical.
        case unreadable(number: Int, EntryFault)
        /// An entry's hash is not that of its bytes.
        case hash(number: Int)
        /// An entry is missing, or stands elsewhere than it says.
        case place(number: Int)
        /// An entry was recorded before the one in front of it.
        case order(number: Int)
        /// An entry cannot follow those in front of it.
        case illegal(number: Int, IllegalTransition)
        /// A derived table is not what the entries give; it can be rebuilt.
        case derived(table: String)
        /// The ledger is shorter than a checkpoint that was kept: entries were lost or cut off.
        case shorter(than: Checkpoint)
        /// The ledger is not the one of which a checkpoint was kept: entries were changed.
        case other(than: Checkpoint)
    }

    /// Whether everything is as it must be.
    package var isSound: Bool { faults.isEmpty }
}

extension Verification.Fault {
    /// The fault for a person.
    package var diagnostic: Diagnostic {
        switch self {
        case .file(let words): Diagnostic("ledger-file", "the file is broken: \(words)", hint: Self.restore)
        case .sealBroken:
            Diagnostic(
                "ledger-seal",
                "the file is not byte for byte what it was when it was last closed",
                hint: Self.restore
            )
        case .attachment(let problem): problem.diagnostic
        case .schema(let name): Diagnostic("ledger-schema", "“\(name)” is not what it must be", hint: Self.restore)
        case .unreadable(let number, let fault):
            Diagnostic(
                "entry-unreadable",
                "entry \(number) is not as it was written, from byte \(fault.offset) on",
                hint: Self.restore
            )
        case .hash(let number):
            Diagnostic(
                "entry-changed",
                "entry \(number) is not as it was written: its hash differs",
                hint: Self.restore
            )
        case .place(let number):
            Diagnostic("entry-misplaced", "entry \(number) is missing or not in its place", hint: Self.restore)
        case .order(let number):
            Diagnostic("entry-order", "entry \(number) was recorded before the one in front of it")
        case .illegal(let number, let transition):
            Diagnostic(
                "entry-illegal",
                "entry \(number) cannot follow those in front of it: \(transition.diagnostic.message)",
                hint: Self.restore
            )
        case .derived(let table):
            Diagnostic(
                "derived-table",
                "table “\(table)” is not what the entries give",
                hint: "“nap ledger rebuild” makes it anew from the entries"
            )
        case .shorter(let checkpoint):
            Diagnostic(
                "entries-lost",
                "a checkpoint of \(checkpoint.size) entries was kept, but the ledger has fewer",
                hint: Self.restore
            )
        case .other(let checkpoint):
            Diagnostic(
                "history-rewritten",
                "the first \(checkpoint.size) entries are not those of the checkpoint that was kept",
                hint: Self.restore
            )
        }
    }

    private static let restore: Message = "keep the file as it is, restore the latest backup and compare both"
}

extension AttachmentProblem {
    /// The problem for a person; what is too much is a warning.
    package var diagnostic: Diagnostic {
        switch self {
        case .missing(let sha256, let entry):
            var diagnostic = AttachmentFault.missing(sha256: sha256).diagnostic
            diagnostic.notes = [Diagnostic.Note("entry \(entry) names it")]
            return diagnostic
        case .altered(let sha256): return AttachmentFault.altered(sha256: sha256).diagnostic
        case .orphan(let sha256):
            return Diagnostic("attachment-orphan", "no report names the document \(sha256)", severity: .warning)
        case .stray(let name):
            return Diagnostic(
                "attachment-stray",
                "\(name) is no document that was attached",
                severity: .warning,
                hint: "it can be removed"
            )
        }
    }
}
