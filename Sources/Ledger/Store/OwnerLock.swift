import Diagnostics
import Foundation
import Synchronization

/// Makes one process the owner of a ledger, by a lock on a file beside it that names the owner.
///
/// The system drops the lock when the process ends, however it ends; the file stays.
final class OwnerLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock of the ledger at a path.
    ///
    /// - Throws: ``LedgerError/locked(path:owner:)`` where another process has it, else what the system says.
    init(ledger path: String) throws(LedgerError) {
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            let number = errno
            throw number == EACCES || number == EROFS ? .readOnly(path: path) : LedgerError(errno: number, path: path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            let owner = Self.owner(descriptor)
            _ = close(descriptor)
            throw number == EWOULDBLOCK
                ? .locked(path: path, owner: owner) : LedgerError(errno: number, path: path)
        }
        self.descriptor = Mutex(descriptor)
        let name = Array("\(getpid()) \(Self.host)\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, name, name.count, 0)
    }

    deinit { release() }

    /// Lets others own the ledger.
    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor {
                // Said, not left to closing: a process that is just being started may have the descriptor too.
                _ = flock(open, LOCK_UN)
                _ = close(open)
            }
            descriptor = nil
        }
    }

    private static func owner(_ descriptor: Int32) -> Message {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let line = bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return "another process" }
        return "process \(words[0]) on \(words[1])"
    }

    private static var host: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "localhost" }
        return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
