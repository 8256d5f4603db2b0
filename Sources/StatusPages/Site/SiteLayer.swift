import Dispatch
import Synchronization

/// Lays out the files of a new site: those that are as they were are linked from the old one.
final class SiteLayer: Sendable {
    private let next: Folder
    private let old: Folder
    private let isMirror: Bool
    private let state = Mutex(State())

    /// What became of the files so far.
    struct Count: Sendable {
        var written = 0
        var unchanged = 0
        /// Of those written, how many the old site had with other bytes.
        var replaced = 0

        var done: Int { written + unchanged }
    }

    private struct State {
        var count = Count()
        var subfolders: Set<String> = []
        var written: Set<String> = []
        var failure: SiteWriter.Failure?
    }

    /// - Parameters:
    ///   - next: the folder of the new site.
    ///   - old: the folder of the old one, which may not exist.
    ///   - isMirror: whether the new one has all files of the old one already; else it is empty.
    init(next: Folder, old: Folder, isMirror: Bool = false) {
        self.next = next
        self.old = old
        self.isMirror = isMirror
    }

    var count: Count { state.withLock { $0.count } }

    /// The paths of the files that were written into a mirror.
    var written: Set<String> { state.withLock { $0.written } }

    /// Makes files on all processors and lays them out.
    ///
    /// - Parameters:
    ///   - positions: which ones.
    ///   - file: makes one; nil where it is known to be as in the old site.
    /// - Throws: the first failure; the files after it are not laid out.
    func lay(_ positions: [Int], file: @Sendable (Int) -> SiteFile?) throws(SiteWriter.Failure) {
        DispatchQueue.concurrentPerform(iterations: positions.count) { [self] number in
            guard state.withLock({ $0.failure == nil }) else { return }
            do throws(SiteWriter.Failure) {
                guard let file = file(positions[number]) else {
                    return state.withLock { $0.count.unchanged += 1 }
                }
                try lay(file)
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Makes a file of the new site the same as that of the old one, or removes it where the old site has none.
    func relink(_ path: String) throws(SiteWriter.Failure) {
        try next.remove(path)
        guard old.exists(path), try !link(path) else { return }
        throw .system(path: path, reason: "cannot be linked")
    }

    /// Gives a file of the old site a second name in the new one; false where the file system cannot.
    func link(_ path: String) throws(SiteWriter.Failure) -> Bool {
        try makeFolder(of: path)
        return next.link(path, from: old)
    }

    private func makeFolder(of path: String) throws(SiteWriter.Failure) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let subfolder = String(path[..<slash])
        guard !state.withLock({ $0.subfolders.contains(subfolder) }) else { return }
        try next.create(subfolder)
        _ = state.withLock { $0.subfolders.insert(subfolder) }
    }

    /// Lays out a file.
    func lay(_ file: SiteFile) throws(SiteWriter.Failure) {
        let comparison = old.compare(file.bytes, with: file.path)
        let isThere = isMirror ? comparison == .same : comparison == .same ? try link(file.path) : false
        if isThere {
            state.withLock { $0.count.unchanged += 1 }
            return
        }
        try makeFolder(of: file.path)
        // The file that is there is shared with the old site: it is never written into.
        if isMirror { try next.remove(file.path) }
        try next.write(file.bytes, to: file.path)
        state.withLock { state in
            state.count.written += 1
            if isMirror { state.written.insert(file.path) }
            if comparison != .absent { state.count.replaced += 1 }
        }
    }
}
