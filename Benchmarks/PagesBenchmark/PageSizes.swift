import StatusPages

/// How large the pages of a site are.
struct PageSizes: CustomStringConvertible {
    private let sizes: [Int]

    init(_ site: SiteRenderer) {
        sizes = site.lazy.filter { $0.path.hasSuffix(".html") }.map(\.bytes.count).sorted()
    }

    var description: String {
        guard let largest = sizes.last else { return "no pages" }
        let total = sizes.reduce(0, +)
        return "\(sizes.count) pages, median \(sizes[sizes.count / 2]) bytes, largest \(largest), all \(total)"
    }
}
