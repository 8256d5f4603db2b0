import Dispatch
import Synchronization

/// Lays out the files of a new site: those that are as they were are linked from the old one.
final class SiteLayer: Sendable {
    private let next: Folder
    private let old: Folder
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
        var failure: SiteWriter.Failure?
    }

    /// - Parameters:
    ///   - next: the folder of the new site, which is empty.
    ///   - old: the folder of the old one, which may not exist.
    init(next: Folder, old: Folder) {
        self.next = next
        self.old = old
    }

    var count: Count { state.withLock { $0.count } }

    /// Lays out some files of a site on all processors.
    func lay(_ site: SiteRenderer, _ positions: Range<Int>) throws(SiteWriter.Failure) {
        DispatchQueue.concurrentPerform(iterations: positions.count) { [self] offset in
            guard state.withLock({ $0.failure == nil }) else { return }
            do throws(SiteWriter.Failure) {
                try lay(site.file(at: positions.lowerBound + offset))
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Lays out a file.
    func lay(_ file: SiteFile) throws(SiteWriter.Failure) {
        if let slash = file.path.lastIndex(of: "/") {
            let subfolder = String(file.path[..<slash])
            if !state.withLock({ $0.subfolders.contains(subfolder) }) {
                try next.create(subfolder)
                _ = state.withLock { $0.subfolders.insert(subfolder) }
            }
        }
        let comparison = old.compare(file.bytes, with: file.path)
        if comparison == .same, next.link(file.path, from: old) {
            state.withLock { $0.count.unchanged += 1 }
            return
        }
        try next.write(file.bytes, to: file.path)
        state.withLock { state in
            state.count.written += 1
            if comparison != .absent { state.count.replaced += 1 }
        }
    }
}
