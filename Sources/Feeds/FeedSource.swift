package import ActionPlan

/// In which language a feed is written, for whom, and where the pages stand that it links.
package struct FeedSource: Sendable {
    /// The tag of the language.
    package var language: String
    /// Only what an agency has to do with; nil for all of the plan.
    package var agency: AgencyID?
    /// The address of the site; nil where there is none, and nothing is linked.
    package var address: String?
    /// Who answers for the site.
    package var publisher: LocalizedText?
    /// What the plan is called on the site.
    package var name: LocalizedText?

    package init(
        language: String,
        agency: AgencyID? = nil,
        address: String? = nil,
        publisher: LocalizedText? = nil,
        name: LocalizedText? = nil
    ) {
        self.language = language
        self.agency = agency
        self.publisher = publisher
        self.name = name
        var address = address
        while address?.utf8.last == UInt8(ascii: "/") { address?.removeLast() }
        self.address = address
    }

    /// The address of a page below the folder of the language.
    func page(_ path: String) -> String? { address.map { "\($0)/\(language)/\(path)" } }

    /// The page of what the feed is about: of the agency, or the overview.
    var home: String? { page(agency.map { "agency/\($0).html" } ?? "index.html") }

    /// The path of a feed below the folder of its language.
    ///
    /// - Parameters:
    ///   - name: of the file: `calendar.ics` or `feed.atom`.
    ///   - agency: whose it is; nil of the plan.
    /// - Returns: the path.
    package static func path(_ name: String, agency: AgencyID?) -> String {
        agency.map { "agency/\($0)/\(name)" } ?? name
    }

    /// The name of the plan, with that of the agency where it is only about that.
    func title(_ plan: Plan) -> String {
        let title = (name ?? plan.shortTitle ?? plan.title).best(for: language).text
        guard let agency, let known = plan.agencies.first(where: { $0.id == agency }) else { return title }
        return "\(title) · \((known.shortTitle ?? known.title).best(for: language).text)"
    }
}
