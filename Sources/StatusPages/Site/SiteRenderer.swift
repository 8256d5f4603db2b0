import ActionPlan
import Feeds
import Language
package import Rules

/// Makes the status pages of an assessment: the same assessment always gives the same bytes.
///
/// Pages are made one at a time as they are asked for, so that memory does not grow with their number:
///
///     for file in SiteRenderer(assessment, since: lastMeeting) { … }
package struct SiteRenderer: Sendable {
    private let site: Site
    private let words: [Catalogue]
    private let names: [PlanNames]
    private let pages: [PageAddress]
    /// What stands beside the folders of the languages.
    private let common: [SiteFile]

    /// Prepares the pages.
    ///
    /// - Parameters:
    ///   - assessment: where the plan stands.
    ///   - previous: where it stood at the last meeting, to tell what changed; nil where there was none.
    ///   - timeAlone: where it would stand if nothing had been reported since, to tell what only time changed.
    ///   - options: what the pages say besides.
    package init(
        _ assessment: Assessment,
        since previous: Assessment? = nil,
        timeAlone: Assessment? = nil,
        options: SiteOptions = SiteOptions()
    ) {
        site = Site(assessment, since: previous, timeAlone: timeAlone, options: options)
        let words = site.languages.map { Catalogue.pages(in: $0) }
        self.words = words
        names = zip(site.languages, words).map { PlanNames(assessment.plan.plan, language: $0, $1.language) }
        pages = site.pages
        let branding = options.branding
        common =
            [
                SiteFile(path: "assets/style.css", bytes: StyleSheet.bytes(branding.accent)),
                SiteFile(path: SearchScript.path, bytes: SearchScript.bytes),
                SiteFile(path: "404.html", bytes: NotFoundPage(site, root: Self.root(branding.address)).bytes),
                SiteFile(path: "index.html", bytes: ChooserPage(site).bytes),
            ]
            + (branding.emblem.map { [SiteFile(path: $0.path, bytes: $0.bytes)] } ?? []) + options.downloads.map(\.file)
    }

    /// The folder on its server at which a site stands, between slashes.
    private static func root(_ address: String?) -> String {
        guard let address, let host = address.firstRange(of: "://"),
            let slash = address[host.upperBound...].firstIndex(of: "/")
        else { return "/" }
        let path = address[slash...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        return path.isEmpty ? "/" : "/" + path.joined(separator: "/") + "/"
    }

    /// How many files the site has.
    package var count: Int { common.count + pages.count * site.languages.count }

    /// A file by its position, from 0 to `count`.
    package func file(at position: Int) -> SiteFile {
        guard position >= common.count else { return common[position] }
        let number = position - common.count
        return file(pages[number % pages.count], language: number / pages.count)
    }

    private func file(_ address: PageAddress, language: Int) -> SiteFile {
        let context = PageContext(
            site: site,
            language: site.languages[language],
            words: words[language],
            address: address,
            names: names[language]
        )
        return SiteFile(path: path(address, language: language), bytes: context.bytes)
    }

    private func path(_ address: PageAddress, language: Int) -> String {
        "\(site.languages[language])/\(address.path)"
    }
}

// MARK: - What a new assessment changes

extension SiteRenderer {
    /// Makes a file and tells which page it is and what it read; neither for files beside the pages, nor but in the first
    /// language: a page reads the same in all of them.
    func noted(at position: Int) -> (file: SiteFile, page: PageAddress?, reads: Set<SitePart>) {
        guard (0..<pages.count).contains(position - common.count) else { return (file(at: position), nil, []) }
        let (made, reads) = PageReads.of { file(at: position) }
        return (made, pages[position - common.count], reads)
    }

    /// Whether a file is known to be as in another site of the same pages, without making it: what is told of an agency
    /// says much less than all that it is made of.
    func isAsBefore(_ position: Int, _ old: SiteRenderer) -> Bool {
        guard position >= common.count, case .news(let agency) = pages[(position - common.count) % pages.count]
        else { return false }
        return site.news.entries(of: agency) == old.site.news.entries(of: agency)
    }

    /// What has to be done to a site of another assessment to make it this one.
    ///
    /// - Parameters:
    ///   - old: the site that there is.
    ///   - readers: which of its pages read what.
    /// - Returns: the positions of the files that may be otherwise, and the paths that are gone; nil where all of them may
    ///   be otherwise.
    func difference(
        from old: SiteRenderer,
        readers: [SitePart: Set<PageAddress>]
    ) -> (positions: [Int], gone: [String])? {
        guard let parts = site.changedParts(since: old.site) else { return nil }
        let former = Set(old.pages)
        let touched = parts.reduce(into: Set<PageAddress>()) { $0.formUnion(readers[$1] ?? []) }
        let formerFiles = Dictionary(old.common.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        var positions = common.indices.filter { common[$0].bytes != formerFiles[common[$0].path] }
        let numbers = pages.indices.filter { touched.contains(pages[$0]) || !former.contains(pages[$0]) }
        // One language after the other: what the first looks up for all is there when the next ones need it.
        for language in site.languages.indices {
            positions += numbers.map { common.count + language * pages.count + $0 }
        }
        let present = Set(pages)
        let gone =
            old.pages.filter { !present.contains($0) }
            .flatMap { page in site.languages.indices.map { path(page, language: $0) } }
            + Set(formerFiles.keys).subtracting(common.map(\.path)).sorted()
        return (positions, gone)
    }

    /// The paths of all files.
    var paths: [String] {
        common.map(\.path) + site.languages.indices.flatMap { language in pages.map { path($0, language: language) } }
    }
}

extension SiteRenderer: Sequence {
    package struct Iterator: IteratorProtocol {
        fileprivate let renderer: SiteRenderer
        private var position = 0

        fileprivate init(_ renderer: SiteRenderer) { self.renderer = renderer }

        package mutating func next() -> SiteFile? {
            guard position < renderer.count else { return nil }
            defer { position += 1 }
            return renderer.file(at: position)
        }
    }

    package func makeIterator() -> Iterator { Iterator(self) }

    package var underestimatedCount: Int { count }
}
