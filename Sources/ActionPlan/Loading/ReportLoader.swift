package import Diagnostics
import YAML

/// Reads reports and reviews from YAML files.
package struct ReportLoader {
    private let index: PlanIndex
    private let statuses: [StatusID]?

    /// What some files hold.
    package struct Content: Sendable {
        package var reports: [ReportEntry] = []
        package var reviews: [ReviewEntry] = []
    }

    /// - Parameters:
    ///   - index: the plan that the reports belong to.
    ///   - statuses: what agencies may claim and reviewers give; nil where that is not known and not checked.
    package init(_ index: PlanIndex, statuses: [StatusID]?) {
        self.index = index
        self.statuses = statuses
    }

    /// What a file holds.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - today: the day on which it is read; no report may be about a period that begins later.
    /// - Returns: its content, and all that is wrong or doubtful, in reading order; use nothing of it where anything is an
    ///   error.
    package func load(_ source: SourceText, today: Day) -> (content: Content, diagnostics: [Diagnostic]) {
        let decoder = Decoder()
        let (document, problems) = Document.parse(source)
        for problem in problems { decoder.report(problem) }
        var content = Content()
        if let document {
            switch FileFormat.of(document, decoder) {
            case .reports:
                var reports = ReportFileDecoder(decoder, index)
                content.reports = reports.entries(document.root)
                let checker = ReportChecker(index, claims: statuses, today: today)
                for problem in checker.problems(with: content.reports) { decoder.report(problem) }
            case .reviews:
                content.reviews = ReviewFileDecoder(base: decoder, index: index, verdicts: statuses)
                    .entries(document.root)
            case .plan, .site, .rules, .ruleTests:
                decoder.report(
                    "wrong-format",
                    "this is no file of reports or reviews",
                    at: document.root,
                    expected: "format: nap-reports/1, or nap-reviews/1"
                )
            case nil: break
            }
        }
        return (content, decoder.diagnostics.inReadingOrder())
    }
}
