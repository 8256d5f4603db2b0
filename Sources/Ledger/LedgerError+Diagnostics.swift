import ActionPlan
package import Diagnostics

extension LedgerError {
    /// The error for a person; of several refused events one each.
    package var diagnostics: [Diagnostic] {
        if case .refused(let refusals) = self { return refusals.map(\.transition.diagnostic) }
        return [Diagnostic(identifier, message, hint: hint)]
    }

    private var identifier: String {
        switch self {
        case .missing: "ledger-missing"
        case .exists: "ledger-exists"
        case .notALedger: "not-a-ledger"
        case .newerSchema: "ledger-newer"
        case .otherPlan: "ledger-of-other-plan"
        case .locked: "ledger-locked"
        case .readOnly: "ledger-read-only"
        case .inaccessible: "ledger-inaccessible"
        case .diskFull: "disk-full"
        case .damaged: "ledger-damaged"
        case .unsafeSetting: "unsafe-setting"
        case .clockSetBack: "clock-set-back"
        case .inFuture: "in-future"
        case .refused: "illegal-transition"
        case .keyReused: "submission-key-reused"
        case .unwritable: "unwritable-event"
        case .noEntry: "no-entry"
        case .used: "used-already"
        case .nothingToAppend: "nothing-to-append"
        case .notAnExport: "not-an-export"
        case .unsignable: "unsignable-checkpoint"
        case .database: "ledger-failure"
        }
    }

    private var message: Message {
        switch self {
        case .missing(let path): "there is no ledger at \(path)"
        case .exists(let path): "there is already a file at \(path)"
        case .notALedger(let path, .empty): "\(path) is empty, so it is no ledger"
        case .notALedger(let path, .directory): "\(path) is a directory, not a ledger"
        case .notALedger(let path, .notSQLite): "\(path) is not an SQLite file, so it is no ledger"
        case .notALedger(let path, .otherApplication): "\(path) is a database of another program"
        case .newerSchema(let path, let found, let known):
            "\(path) has version \(found) of the ledger's tables; this program knows them up to version \(known)"
        case .otherPlan(let path, let found, let wanted): "\(path) is the ledger of plan \(found), not of \(wanted)"
        case .locked(let path, let owner): "\(path) is in use by \(owner)"
        case .readOnly(let path): "\(path) cannot be written"
        case .inaccessible(let path, let reason): "\(path) cannot be opened: \(reason)"
        case .diskFull(let path): "there is no room left on the disk of \(path); nothing was written"
        case .damaged(let path, let detail): "\(path) is damaged: \(detail)"
        case .unsafeSetting(let name, let value): "SQLite has “\(name)” at \(value), with which nothing is written"
        case .clockSetBack(let latest, let now):
            "the clock says \(now.words), but the ledger's latest entry is of \(latest.words)"
        case .inFuture(let moment, let now): "an event of \(moment.words) lies in the future: it is \(now.words)"
        case .refused: "some events cannot follow what happened before"
        case .keyReused(let sender, let key):
            "\(sender) has used the submission key “\(key)” for another content before"
        case .unwritable(let index, let reason): "event \(index + 1) cannot be written down: \(reason)"
        case .noEntry(let number, let count): "there is no entry \(number); the ledger has \(count)"
        case .used(let drawer): "this \(drawer.rawValue) may be used once, and was"
        case .nothingToAppend: "there is nothing to append"
        case .notAnExport(let path, let line): "line \(line) of \(path) is not what an export has there"
        case .unsignable(let origin): "a checkpoint of “\(origin)” cannot be signed"
        case .database(let path, let message): "\(path): \(message)"
        }
    }

    private var hint: Message? {
        switch self {
        case .missing: "“nap init” makes a new ledger"
        case .newerSchema: "use the version of the program that wrote it, or a later one"
        case .locked: "one process owns a ledger; wait until it has ended, or ask the running server"
        case .readOnly: "look at the permissions of the file and of its folder"
        case .diskFull: "make room and try again; a repeated submission is never counted twice"
        case .damaged: "keep the file as it is, restore the latest backup and compare both"
        case .clockSetBack: "set the clock right and try again"
        case .keyReused: "use a new key for a new content"
        default: nil
        }
    }
}
