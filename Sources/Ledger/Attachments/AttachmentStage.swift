package import ActionPlan
import Crypto
import Diagnostics
import Foundation

/// Documents that were sent with a form whose report is not sent yet: kept apart for each account, in a folder beside the
/// ledger, until the report brings them or they are too old.
///
/// They are not among the documents of the ledger, are in no backup, and can be removed at any time.
package struct AttachmentStage: Sendable {
    /// The folder; it is made when the first document comes.
    package let folder: String
    private let limit: Int

    /// How many documents of one account are kept.
    package static let most = 20
    /// For how many seconds a document is kept.
    package static let lifetime: Int64 = 90 * 86_400

    /// - Parameters:
    ///   - path: the ledger's.
    ///   - limit: how many bytes a document may have.
    package init(besideLedger path: String, limit: Int = AttachmentStore.largest) {
        folder = path + ".uploads"
        self.limit = limit
    }

    /// Looks at a document and keeps it.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - name: what its file was called; only its ending is kept.
    ///   - owner: whose it is.
    /// - Returns: its SHA-256, type and size, and where it is.
    /// - Throws: ``AttachmentFault`` where it may not be taken.
    package func take(
        _ bytes: [UInt8],
        named name: String,
        of owner: AccountID
    ) throws(AttachmentFault) -> AttachmentStore.Candidate {
        guard bytes.count <= limit else {
            throw .tooLarge(name: name, byteCount: bytes.count, limit: limit)
        }
        let type = try AttachmentInspector(name: name, bytes: bytes).type()
        let sha256 = SHA256.hexadecimal(bytes)
        let path = "\(subfolder(owner))/\(sha256).\(type.rawValue)"
        do {
            try FileManager.default.createDirectory(
                atPath: subfolder(owner),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .system(path: path, reason: Message(verbatim: "\(error)"))
        }
        removeOldest(of: owner, except: path)
        return AttachmentStore.Candidate(
            path: path,
            sha256: sha256,
            attachment: Attachment(type: type, byteCount: bytes.count)
        )
    }

    /// The document of an account with a SHA-256; nil where it is not there, or not any more.
    package func document(_ sha256: String, of owner: AccountID) -> AttachmentStore.Candidate? {
        guard AttachmentStore.isDigest(sha256) else { return nil }
        for type in Attachment.Kind.allCases {
            let path = "\(subfolder(owner))/\(sha256).\(type.rawValue)"
            guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int else { continue }
            return AttachmentStore.Candidate(
                path: path,
                sha256: sha256,
                attachment: Attachment(type: type, byteCount: size)
            )
        }
        return nil
    }

    /// Removes a document that is no more needed.
    package func remove(_ sha256: String, of owner: AccountID) {
        guard let found = document(sha256, of: owner) else { return }
        try? FileManager.default.removeItem(atPath: found.path)
    }

    /// Removes what was sent longer ago than it is kept.
    ///
    /// - Parameter now: the time by which files are dated, in seconds since 1970.
    package func removeOld(at now: Int64) {
        for account in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            for file in dated("\(folder)/\(account)") where now - file.seconds > Self.lifetime {
                try? FileManager.default.removeItem(atPath: file.path)
            }
        }
    }

    private func removeOldest(of owner: AccountID, except path: String) {
        let files = dated(subfolder(owner)).filter { $0.path != path }
        for file in files.dropLast(Self.most - 1) { try? FileManager.default.removeItem(atPath: file.path) }
    }

    /// The files of a folder, the oldest first.
    private func dated(_ folder: String) -> [(path: String, seconds: Int64)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return
            names.map { name in
                let path = "\(folder)/\(name)"
                let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
                return (path, Int64(date?.timeIntervalSince1970 ?? 0))
            }
            .sorted { ($0.seconds, $0.path) < ($1.seconds, $1.path) }
    }

    /// Names of accounts are letters and digits; anything else would be a way out of the folder.
    private func subfolder(_ owner: AccountID) -> String {
        let name = owner.rawValue.utf8.filter { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return "\(folder)/\(String(decoding: name, as: UTF8.self))"
    }
}
