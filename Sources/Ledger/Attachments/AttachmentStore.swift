package import ActionPlan
import Crypto
import Diagnostics
import Foundation

/// Documents kept in a folder beside a ledger, each under the SHA-256 of its content.
///
/// A document is on the disk before a report that names it is acknowledged, and never there in part. Nothing in the
/// folder is ever changed or removed by the program.
package struct AttachmentStore: Sendable {
    /// The folder; it is made when the first document comes.
    package let folder: String
    private let limit: Int

    /// How many bytes a document may have.
    package static let largest = 20 << 20

    /// The documents of the ledger at a path.
    package init(besideLedger path: String, limit: Int = largest) {
        folder = path + ".attachments"
        self.limit = limit
    }

    /// A document that was looked at and may be taken.
    package struct Candidate: Hashable, Sendable {
        package let path: String
        package let sha256: String
        package let attachment: Attachment
    }

    /// Looks at a file, and takes nothing yet.
    ///
    /// - Throws: ``AttachmentFault`` where it may not be taken.
    package func candidate(_ path: String) throws(AttachmentFault) -> Candidate {
        let bytes = try content(of: path)
        let type = try AttachmentInspector(name: (path as NSString).lastPathComponent, bytes: bytes).type()
        return Candidate(
            path: path,
            sha256: SHA256.hexadecimal(bytes),
            attachment: Attachment(type: type, byteCount: bytes.count)
        )
    }

    /// Takes a copy of a document; it is on the disk when this returns.
    ///
    /// - Throws: ``AttachmentFault``, and nothing is kept.
    package func take(_ candidate: Candidate) throws(AttachmentFault) {
        let bytes = try content(of: candidate.path)
        guard SHA256.hexadecimal(bytes) == candidate.sha256 else { throw .changedMeanwhile(name: candidate.path) }
        try keep(bytes, as: candidate.sha256)
    }

    /// A document, after it was compared with its SHA-256.
    ///
    /// - Throws: ``AttachmentFault/missing(sha256:)`` or ``AttachmentFault/altered(sha256:)``.
    package func content(_ sha256: String) throws(AttachmentFault) -> [UInt8] {
        guard Self.isDigest(sha256) else { throw .missing(sha256: sha256) }
        guard let data = FileManager.default.contents(atPath: path(of: sha256)) else { throw .missing(sha256: sha256) }
        let bytes = [UInt8](data)
        guard SHA256.hexadecimal(bytes) == sha256 else { throw .altered(sha256: sha256) }
        return bytes
    }

    /// What is known of a document that is kept; nil where there is none.
    ///
    /// Of a table of values it is not known that it is more than a text. A text is looked for last: what else consists of
    /// letters alone, such as a small PDF, would pass for one.
    package func attachment(_ sha256: String) -> Attachment? {
        guard let bytes = try? content(sha256) else { return nil }
        for type in Attachment.Kind.allCases.filter({ $0 != .csv && $0 != .txt }) + [.txt] {
            let inspector = AttachmentInspector(name: "a.\(type.rawValue)", bytes: bytes)
            if let found = try? inspector.type() { return Attachment(type: found, byteCount: bytes.count) }
        }
        return nil
    }

    /// The SHA-256 of each document that is kept, in order; and the names of files that are no documents, such as one
    /// that was being written when the machine stopped.
    package func inventory() -> (documents: [String], others: [String]) {
        var documents: [String] = []
        var others: [String] = []
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for path in paths.sorted() {
            let parts = path.split(separator: "/").map(String.init)
            if parts.count == 1, parts[0].utf8.count == 2 { continue }
            if parts.count == 2, let name = parts.last, name.hasPrefix(parts[0]), Self.isDigest(name) {
                documents.append(name)
            } else {
                others.append(path)
            }
        }
        return (documents, others)
    }

    /// Copies documents to another store, each compared with its SHA-256.
    ///
    /// - Throws: ``AttachmentFault``.
    package func copy(_ documents: [String], to other: AttachmentStore) throws(AttachmentFault) {
        for sha256 in documents { try other.keep(try content(sha256), as: sha256) }
    }

    private func path(of sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

    static func isDigest(_ name: String) -> Bool {
        name.utf8.count == 64 && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private func content(of path: String) throws(AttachmentFault) -> [UInt8] {
        let name = (path as NSString).lastPathComponent
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Self.system(path) }
        defer { try? handle.close() }
        let data: Data
        do {
            data = try handle.read(upToCount: limit + 1) ?? Data()
        } catch {
            throw Self.system(path)
        }
        guard data.count <= limit else {
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? data.count
            throw .tooLarge(name: name, byteCount: size, limit: limit)
        }
        return [UInt8](data)
    }

    /// Writes under another name first: a file that bears a digest is whole.
    private func keep(_ bytes: [UInt8], as sha256: String) throws(AttachmentFault) {
        if (try? content(sha256)) != nil { return }
        let target = path(of: sha256)
        let subfolder = (target as NSString).deletingLastPathComponent
        let draft = "\(target).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        do {
            try FileManager.default.createDirectory(atPath: subfolder, withIntermediateDirectories: true)
        } catch {
            throw Self.system(subfolder)
        }
        defer { _ = unlink(draft) }
        guard FileManager.default.createFile(atPath: draft, contents: Data(bytes)),
            LedgerFile.synchronize(draft), rename(draft, target) == 0, LedgerFile.synchronize(subfolder),
            LedgerFile.synchronize(folder), LedgerFile.synchronize((folder as NSString).deletingLastPathComponent)
        else { throw Self.system(target) }
    }

    private static func system(_ path: String) -> AttachmentFault {
        .system(path: path, reason: Message(verbatim: String(cString: strerror(errno))))
    }
}

extension SHA256 {
    /// The digest of bytes in hexadecimal digits.
    static func hexadecimal(_ bytes: [UInt8]) -> String { hash(data: bytes).hexadecimal }
}

extension SHA256.Digest {
    /// The digest in hexadecimal digits.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
