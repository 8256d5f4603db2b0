package import ActionPlan
package import Diagnostics

/// Why the ledger could not do what it was asked; nothing was changed.
package enum LedgerError: Error, Hashable, Sendable {
    /// There is no such file.
    case missing(path: String)
    /// There is already a file where a new ledger should be.
    case exists(path: String)
    /// The file is something else: why is it not a ledger.
    case notALedger(path: String, Mismatch)
    /// A later version of the program wrote it.
    case newerSchema(path: String, found: Int, known: Int)
    /// It belongs to another plan.
    case otherPlan(path: String, found: String, wanted: String)
    /// Another process owns it.
    case locked(path: String, owner: Message)
    /// It can be read, but not written.
    case readOnly(path: String)
    /// The system refused: its own words.
    case inaccessible(path: String, reason: Message)
    /// There is no room left.
    case diskFull(path: String)
    /// It can be opened, but something in it is not as it was written.
    case damaged(path: String, detail: Message)
    /// SQLite did not take a setting on which safety depends.
    case unsafeSetting(name: String, value: String)
    /// The clock is behind the latest entry.
    case clockSetBack(latest: Moment, now: Moment)
    /// Something is said to happen later than now.
    case inFuture(Moment, now: Moment)
    /// Some events cannot follow what happened before.
    case refused([Refusal])
    /// A key was used before, for another request.
    case keyReused(sender: String, key: String)
    /// An event holds what cannot be written down, such as a number that is not finite.
    case unwritable(index: Int, reason: Message)
    /// There is no such entry.
    case noEntry(number: Int, count: Int)
    /// A line of a file that should be imported is no entry, or cannot follow those in front of it.
    case notAnExport(path: String, line: Int)
    /// A checkpoint cannot be signed because the plan's identifier cannot stand in a note.
    case unsignable(origin: String)
    /// Something in the cabinet that may be used once was used meanwhile.
    case used(CabinetItem.Drawer)
    /// There is nothing to append.
    case nothingToAppend
    /// Whatever else SQLite reports.
    case database(path: String, message: String)

    /// Why a file is not a ledger.
    package enum Mismatch: String, Sendable {
        case empty
        case directory
        case notSQLite = "not-sqlite"
        case otherApplication = "other-application"
    }

    /// An event that cannot follow what happened before.
    package struct Refusal: Hashable, Sendable {
        /// Its place among the events that were to be appended, from 0.
        package var index: Int
        package var transition: IllegalTransition

        package init(index: Int, transition: IllegalTransition) {
            self.index = index
            self.transition = transition
        }
    }

    /// Who has to mend it.
    package enum Origin: Sendable {
        /// What was asked for or put in.
        case input
        /// The machine: disk, permissions, another process.
        case machine
    }

    package var origin: Origin {
        switch self {
        case .missing, .exists, .notALedger, .otherPlan, .inFuture, .refused, .keyReused, .unwritable, .noEntry,
            .nothingToAppend, .notAnExport, .unsignable, .used:
            .input
        case .newerSchema, .locked, .readOnly, .inaccessible, .diskFull, .damaged, .unsafeSetting, .clockSetBack,
            .database:
            .machine
        }
    }
}
