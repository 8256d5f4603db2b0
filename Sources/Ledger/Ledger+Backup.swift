package import Diagnostics
import Foundation
import GRDB

extension Ledger {
    /// Copies the ledger, as it is at one instant, to a new file while it goes on being used.
    ///
    /// The documents that its reports name are copied beside it. The copy is checked before it gets its name; half a
    /// backup is never left behind.
    ///
    /// - Parameters:
    ///   - path: where; nothing may be there yet.
    ///   - progress: is told how much of the copy is checked, which takes the longest.
    /// - Returns: what the check of the copy found: sound.
    /// - Throws: ``LedgerError``, and no file is left.
    @discardableResult
    package func backup(to path: String, _ progress: WorkProgress = .unseen) throws(LedgerError) -> Verification {
        let verification = try LedgerFile.make(at: path) { (draft) throws(LedgerError) in
            try file.copy(to: draft)
            let verification = try Self.check(draft, planID: planID, named: path, progress)
            try copyAttachments(besideFile: path)
            return verification
        }
        Seal(of: path).write()
        return verification
    }

    /// Makes a ledger out of a backup, and owns it.
    ///
    /// - Parameters:
    ///   - backup: the backup, which stays as it is.
    ///   - path: where the ledger is to be; nothing may be there yet.
    ///   - planID: the plan whose ledger it must be; nil for whichever.
    ///   - progress: is told how much of the copy is checked, which takes the longest.
    /// - Returns: the ledger, open.
    /// - Throws: ``LedgerError``, and no file is left.
    package static func restore(
        from backup: String,
        to path: String,
        planID: String? = nil,
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> Ledger {
        try LedgerFile.make(at: path) { (draft) throws(LedgerError) in
            let source = try open(at: backup, planID: planID, access: .readOnly)
            try source.file.copy(to: draft)
            try source.copyAttachments(besideFile: path)
            try source.close()
            _ = try check(draft, planID: planID, named: backup, progress)
        }
        return try open(at: path, planID: planID)
    }

    private static func check(
        _ draft: String,
        planID: String?,
        named path: String,
        _ progress: WorkProgress
    ) throws(LedgerError) -> Verification {
        let copy = try open(at: draft, planID: planID, access: .readOnly)
        let verification = try copy.verify(against: [], progress)
        try copy.close()
        if let fault = verification.faults.first {
            throw .damaged(path: path, detail: fault.diagnostic.message)
        }
        return verification
    }
}

extension LedgerFile {
    /// Copies what the file holds at one instant, through a connection of its own that only reads.
    func copy(to path: String) throws(LedgerError) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: self.path, configuration: configuration)
            let target = try DatabaseQueue(path: path)
            try source.backup(to: target)
            try target.close()
            try source.close()
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}
