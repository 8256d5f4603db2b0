/// Writes a site into a folder, so that whoever reads it meanwhile sees the old site or the new one, never half of each.
///
/// The new site is laid out in a hidden folder beside the old one: files whose bytes are the same are linked, not
/// written; then the two folders change places in one step, and the old one is removed. Where the file system cannot
/// exchange folders in one step, the old folder is moved aside first, and for that moment there is none.
package struct SiteWriter: Sendable {
    /// The folder of the site.
    package let folder: String

    /// What was done.
    package struct Outcome: Hashable, Sendable {
        /// Files that are new or whose bytes changed.
        package var written = 0
        /// Files that stayed as they were.
        package var unchanged = 0
        /// Files of the old site that the new one does not have.
        package var removed = 0

        package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
            self.written = written
            self.unchanged = unchanged
            self.removed = removed
        }
    }

    /// Why a site could not be written.
    package enum Failure: Error, Hashable, Sendable {
        /// The folder holds something that is no site of this program; it is left alone.
        case notASite(String)
        /// A step on a file failed, with the system's reason.
        case system(path: String, reason: String)
    }

    /// The file by which a folder is known as a site of this program, which may be replaced.
    static let mark = ".nap-site"

    /// The folder of the site.
    let site: Folder
    /// The hidden folder beside it in which a new site is laid out.
    let spare: Folder
    private let parent: Folder

    package init(folder: String) {
        var folder = folder
        while folder.utf8.count > 1, folder.utf8.last == UInt8(ascii: "/") { folder.removeLast() }
        self.folder = folder
        site = Folder(folder)
        parent = Folder(Self.parent(of: folder))
        spare = Folder("\(parent.path)/.\(Self.name(of: folder)).next")
    }

    /// Waits until nobody else publishes into a folder beside it.
    func lock() throws(Failure) -> Folder.Lock { try parent.lock() }

    /// Writes all files, and removes those of the old site that are not among them.
    ///
    /// - Parameters:
    ///   - files: made one at a time as they are written; no path twice.
    ///   - progress: is told how many files are done, after each.
    /// - Returns: what was done.
    /// - Throws: ``Failure``; the old site is then as it was.
    package func write(
        _ files: some Sequence<SiteFile>,
        progress: (Int) -> Void = { _ in }
    ) throws(Failure) -> Outcome {
        try replace { layer throws(Failure) in
            for file in files {
                try layer.lay(file)
                progress(layer.count.done)
            }
        }
    }

    /// Writes the pages of a site on all processors, each made when its turn comes.
    ///
    /// - Parameters:
    ///   - site: the pages.
    ///   - progress: is told now and then how many files are done.
    /// - Returns: what was done.
    /// - Throws: ``Failure``; the old site is then as it was.
    package func write(
        _ site: SiteRenderer,
        progress: (Int) -> Void = { _ in }
    ) throws(Failure) -> Outcome {
        try write(site, noting: nil, progress: progress)
    }

    /// Writes the pages of a site and tells of each what it read of the assessment.
    func write(
        _ site: SiteRenderer,
        noting: (@Sendable (PageAddress, Set<SitePart>) -> Void)?,
        progress: (Int) -> Void
    ) throws(Failure) -> Outcome {
        try replace { layer throws(Failure) in
            for start in stride(from: 0, to: site.count, by: Self.portion) {
                try layer.lay(Array(start..<min(start + Self.portion, site.count))) { position in
                    guard let noting else { return site.file(at: position) }
                    let (file, page, reads) = site.noted(at: position)
                    if let page { noting(page, reads) }
                    return file
                }
                progress(layer.count.done)
            }
        }
    }

    /// How many files are made between two reports of progress.
    private static let portion = 256

    /// Lays out a new site and lets it take the place of the old.
    private func replace(_ layOut: (SiteLayer) throws(Failure) -> Void) throws(Failure) -> Outcome {
        let (old, next) = (site, spare)
        let oldCount = try old.fileCount()
        guard oldCount == 0 || old.exists(Self.mark) else { throw .notASite(folder) }
        try parent.create()
        let lock = try lock()
        defer { lock.release() }
        try next.remove()
        try next.create()
        do throws(Failure) {
            let layer = SiteLayer(next: next, old: old)
            try layOut(layer)
            let count = layer.count
            try next.write([], to: Self.mark)
            try next.exchange(with: old)
            try next.remove()
            let markCount = oldCount > 0 ? 1 : 0
            return Outcome(
                written: count.written,
                unchanged: count.unchanged,
                removed: max(0, oldCount - count.unchanged - count.replaced - markCount)
            )
        } catch let failure {
            try? next.remove()
            throw failure
        }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
