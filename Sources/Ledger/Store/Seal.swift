import Crypto
import Foundation

/// The digest of a file's bytes, kept beside it while nobody writes to it: `FILE.sha256`, as `sha256sum` has it.
///
/// SQLite does not look at every byte of a file: what lies between the rows of a page holds nothing. With the digest a
/// change of any bit is found. It protects against chance, not against malice: whoever can write the one can write the
/// other, but not the checkpoints and receipts that others keep.
struct Seal {
    private let path: String
    private var sealPath: String { path + ".sha256" }

    init(of path: String) { self.path = path }

    /// What is found where a file is compared with its seal.
    enum State: Equatable {
        /// There is none: the file is being written, or was not closed in good order.
        case absent
        case whole
        case broken
    }

    /// Takes the seal off, before anything is written.
    func remove() -> Bool {
        guard unlink(sealPath) == 0 else { return errno == ENOENT }
        return LedgerFile.synchronize((path as NSString).deletingLastPathComponent)
    }

    /// Puts it on; leaves none where the write-ahead log still has something for the file.
    func write() {
        guard !hasLog, let digest = Self.digest(of: path) else { return }
        let name = (path as NSString).lastPathComponent
        let draft = "\(sealPath).new-\(getpid())"
        defer { _ = unlink(draft) }
        guard FileManager.default.createFile(atPath: draft, contents: Data("\(digest)  \(name)\n".utf8)),
            LedgerFile.synchronize(draft), rename(draft, sealPath) == 0
        else { return }
        _ = LedgerFile.synchronize((path as NSString).deletingLastPathComponent)
    }

    /// Compares the file with it.
    var state: State {
        guard !hasLog, let kept = Self.text(of: sealPath) else { return .absent }
        let digest = kept.prefix { $0 != " " }
        if let found = Self.digest(of: path), found == digest { return .whole }
        // Whoever took it off meanwhile has the right to write.
        return Self.text(of: sealPath) == kept ? .broken : .absent
    }

    private var hasLog: Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    private static func text(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func digest(of path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        var hasher = SHA256()
        while true {
            do {
                guard let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty else { break }
                hasher.update(data: bytes)
            } catch {
                return nil
            }
        }
        return hasher.finalize().hexadecimal
    }
}
