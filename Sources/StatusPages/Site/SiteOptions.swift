package import ActionPlan

/// What a site says besides the assessment.
package struct SiteOptions: Sendable {
    /// The languages of the pages; nil for those of the plan.
    package var languages: [String]?
    /// Whose the site is, and how it looks.
    package var branding: Branding
    /// The version of the program, for the page about the data.
    package var programVersion: String?
    /// Where in the ledger reports stand; nil where it is not at hand.
    package var ledger: LedgerStanding?
    /// Files to be taken along, such as tables of the assessment.
    package var downloads: [Download]

    /// A file that readers can take along.
    package struct Download: Sendable {
        package var content: Content
        /// The file, its path below the site's folder.
        package var file: SiteFile
        /// SHA-256 of its bytes, 64 hexadecimal digits.
        package var digest: String

        /// What is in a file.
        package enum Content: String, Sendable, CaseIterable {
            /// The whole assessment as JSON.
            case assessment
            /// Tables as CSV.
            case items
            case verdicts
            case figures
            case findings
        }

        package init(_ content: Content, file: SiteFile, digest: String) {
            self.content = content
            self.file = file
            self.digest = digest
        }
    }

    package init(
        languages: [String]? = nil,
        branding: Branding = Branding(),
        programVersion: String? = nil,
        ledger: LedgerStanding? = nil,
        downloads: [Download] = []
    ) {
        self.languages = languages
        self.branding = branding
        self.programVersion = programVersion
        self.ledger = ledger
        self.downloads = downloads
    }
}
