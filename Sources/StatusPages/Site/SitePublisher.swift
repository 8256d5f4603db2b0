import Dispatch
import Synchronization

/// Keeps a site up to date: the first time all of it is written; after that only the pages that a new assessment changes
/// are made, and only those whose bytes change are written.
///
/// It holds the assessment that was published last, which is compared with the new one, and a second folder beside the
/// site, hidden, that shares with it all files that are the same in both. The files that change are written there, and the
/// two folders change places in one step. So whoever opens a file by its path meets the old site or the new one, never
/// half of each; and whoever keeps the folder itself open keeps the old site, whole, until the publication after the next
/// begins.
///
/// Where anything is not as it left it, where the plan, the rules, the day or the site's options are others, or where the
/// file system knows no links, all of the site is written as by a ``SiteWriter``.
package struct SitePublisher: Sendable {
    private let writer: SiteWriter
    private var last: Publication?

    /// What was published last.
    private struct Publication: Sendable {
        var renderer: SiteRenderer
        /// Which pages read which parts of the assessment.
        var readers: [SitePart: Set<PageAddress>]
        /// The files in which the hidden folder differs from the site.
        var stale: Set<String>
        /// By which the two folders are known again: nobody else has changed their places.
        var identity: Identity
    }

    private struct Identity: Equatable, Sendable {
        var site: UInt64
        var spare: UInt64
    }

    /// - Parameter folder: the folder of the site.
    package init(folder: String) { writer = SiteWriter(folder: folder) }

    /// Publishes a site.
    ///
    /// - Parameters:
    ///   - site: the pages.
    ///   - progress: is told now and then how many files are done, where all of them are made.
    /// - Returns: what was done.
    /// - Throws: ``SiteWriter/Failure``; the old site is then as it was.
    package mutating func publish(
        _ site: SiteRenderer,
        progress: (Int) -> Void = { _ in }
    ) throws(SiteWriter.Failure) -> SiteWriter.Outcome {
        if let outcome = try update(to: site) { return outcome }
        last = nil
        let readers = Mutex<[SitePart: Set<PageAddress>]>([:])
        let outcome = try writer.write(
            site,
            noting: { page, parts in
                readers.withLock { readers in for part in parts { readers[part, default: []].insert(page) } }
            },
            progress: progress
        )
        if let identity = try prepareSpare(for: site) {
            last = Publication(
                renderer: site,
                readers: readers.withLock { $0 },
                stale: [],
                identity: identity
            )
        }
        return outcome
    }

    /// Removes the hidden folder; the site stays.
    package mutating func close() throws(SiteWriter.Failure) {
        last = nil
        try writer.spare.remove()
    }

    /// Lays out the hidden folder as the site is; nil where the file system knows no links.
    private func prepareSpare(for site: SiteRenderer) throws(SiteWriter.Failure) -> Identity? {
        let lock = try writer.lock()
        defer { lock.release() }
        let (folder, spare) = (writer.site, writer.spare)
        try spare.remove()
        try spare.create()
        let layer = SiteLayer(next: spare, old: folder)
        for path in site.paths + [SiteWriter.mark] {
            guard try layer.link(path) else {
                try spare.remove()
                return nil
            }
        }
        return identity()
    }

    private func identity() -> Identity? {
        guard let site = writer.site.number, let spare = writer.spare.number else { return nil }
        return Identity(site: site, spare: spare)
    }

    /// Writes what changes; nil where all has to be written.
    private mutating func update(to site: SiteRenderer) throws(SiteWriter.Failure) -> SiteWriter.Outcome? {
        guard var publication = last,
            let (positions, gone) = site.difference(from: publication.renderer, readers: publication.readers)
        else { return nil }
        let lock = try writer.lock()
        defer { lock.release() }
        guard identity() == publication.identity else { return nil }
        // Whatever goes wrong from here on, the hidden folder cannot be trusted any more, and the site is as it was.
        last = nil
        let layer = SiteLayer(next: writer.spare, old: writer.site, isMirror: true)
        for path in publication.stale { try layer.relink(path) }
        let former = publication.renderer
        let readers = Mutex(publication.readers)
        try layer.lay(positions) { position in
            guard !site.isAsBefore(position, former) else { return nil }
            let (file, page, parts) = site.noted(at: position)
            if let page {
                readers.withLock { readers in for part in parts { readers[part, default: []].insert(page) } }
            }
            return file
        }
        for path in gone { try writer.spare.remove(path) }
        let written = layer.written
        publication.renderer = site
        publication.readers = readers.withLock { $0 }
        publication.stale = written.union(gone)
        if !publication.stale.isEmpty {
            try writer.spare.exchange(with: writer.site)
            swap(&publication.identity.site, &publication.identity.spare)
        }
        last = publication
        return SiteWriter.Outcome(
            written: written.count,
            unchanged: site.count - written.count,
            removed: gone.count
        )
    }
}
