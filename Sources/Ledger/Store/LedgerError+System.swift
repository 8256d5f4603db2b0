import Foundation
import GRDB

extension LedgerError {
    /// What an error of SQLite means for the ledger at a path.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self = error as? LedgerError ?? .database(path: path, message: String(describing: error))
            return
        }
        let message = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_NOTADB: self = .notALedger(path: path, .notSQLite)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: message)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path, owner: "another connection")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .inaccessible(path: path, reason: message)
        default: self = .database(path: path, message: message)
        }
    }

    /// What the error number of a system call means for the ledger at a path.
    init(errno number: Int32, path: String) {
        switch number {
        case ENOENT: self = .missing(path: path)
        case EEXIST: self = .exists(path: path)
        case EROFS: self = .readOnly(path: path)
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
        default: self = .inaccessible(path: path, reason: String(cString: strerror(number)))
        }
    }
}
