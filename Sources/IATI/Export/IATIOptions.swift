package import ActionPlan

/// Who publishes an activity file, and what of it the plan does not know.
package struct IATIOptions: Sendable {
    /// The identifier under which the publisher is registered, such as `TM-GOV-12`.
    package var publisher: String
    /// What the publisher is called.
    package var publisherName: LocalizedText
    /// A code of the sectors of the OECD's Development Assistance Committee.
    package var sector: String
    /// Under which address indicators can be looked up; nil where there is none.
    package var site: String?

    /// - Parameters:
    ///   - publisher: the identifier under which the publisher is registered.
    ///   - publisherName: what the publisher is called.
    ///   - sector: a code of five digits; 99810 says that it is not specified.
    ///   - site: an address of the status pages.
    package init(publisher: String, publisherName: LocalizedText, sector: String = "99810", site: String? = nil) {
        self.publisher = publisher
        self.publisherName = publisherName
        self.sector = sector
        self.site = site
    }
}
