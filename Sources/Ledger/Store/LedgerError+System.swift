import Diagnostics
import Foundation
import GRDB

extension LedgerError {
    /// What an error of SQLite means for the ledger at a path.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            switch error as? LedgerError {
            case .damaged("", let detail): self = .damaged(path: path, detail: detail)
            case let error?: self = error
            case nil: self = .database(path: path, message: String(describing: error))
            }
            return
        }
        let message = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_NOTADB: self = .notALedger(path: path, .notSQLite)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: Message(verbatim: message))
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path, owner: "another connection")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .inaccessible(path: path, reason: Message(verbatim: message))
        default: self = .database(path: path, message: message)
        }
    }

    /// The same of a file under its own name, where it happened under the name that it bears while it is made.
    func naming(_ path: String, insteadOf draft: String) -> LedgerError {
        switch self {
        case .diskFull(draft): .diskFull(path: path)
        case .readOnly(draft): .readOnly(path: path)
        case .missing(draft): .inaccessible(path: path, reason: "its folder does not exist")
        case .inaccessible(draft, let reason): .inaccessible(path: path, reason: reason)
        case .database(draft, let message): .database(path: path, message: message)
        default: self
        }
    }

    /// What the error number of a system call means for the ledger at a path.
    init(errno number: Int32, path: String) {
        switch number {
        case ENOENT: self = .missing(path: path)
        case EEXIST: self = .exists(path: path)
        case EROFS: self = .readOnly(path: path)
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
        default: self = .inaccessible(path: path, reason: Message(verbatim: String(cString: strerror(number))))
        }
    }
}
