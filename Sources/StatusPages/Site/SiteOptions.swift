package import ActionPlan

/// What a site says besides the assessment.
package struct SiteOptions: Sendable {
    /// The languages of the pages; nil for those of the plan.
    package var languages: [String]?
    /// The name in the head of every page; nil for the plan's short title.
    package var name: LocalizedText?
    /// Who publishes the pages and answers questions about them.
    package var publisher: LocalizedText?
    /// Under which licence the data may be used.
    package var licence: Licence?
    /// The version of the program, for the page about the data.
    package var programVersion: String?

    /// A licence by name and address.
    package struct Licence: Sendable {
        package var title: LocalizedText
        package var url: String?

        package init(title: LocalizedText, url: String?) {
            self.title = title
            self.url = url
        }
    }

    package init(
        languages: [String]? = nil,
        name: LocalizedText? = nil,
        publisher: LocalizedText? = nil,
        licence: Licence? = nil,
        programVersion: String? = nil
    ) {
        self.languages = languages
        self.name = name
        self.publisher = publisher
        self.licence = licence
        self.programVersion = programVersion
    }
}
