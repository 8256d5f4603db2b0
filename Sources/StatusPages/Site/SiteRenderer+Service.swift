package import ActionPlan
import Language
package import Markup
package import Rules

/// What the web service shows in the same way as the pages.
extension SiteRenderer {
    /// The style sheet of the pages.
    package static var styleSheet: [UInt8] { StyleSheet.bytes(nil) }
}

extension Markup {
    /// Writes a status as the pages show it: shape, word and colour.
    package mutating func status(_ status: Status, in language: String) {
        let title = status.title.best(for: language)
        let isOwn = title.language == language || title.language.isEmpty
        let phrase = Phrase(title.text, language: isOwn ? nil : title.language)
        self.status(StatusMark(title: phrase, color: status.color, symbol: status.symbol))
    }
}

/// The chart of an indicator, as its page has it.
package struct IndicatorPicture {
    private let chart: IndicatorChart

    /// - Returns: nil where the item is no indicator, or has nothing that could be drawn.
    package init?(_ item: ItemID, in assessment: Assessment, language: String) {
        let site = Site(assessment, since: nil, options: SiteOptions())
        let context = PageContext(
            site: site,
            language: language,
            words: Catalogue.pages(in: language),
            address: PageAddress(.indicator(item))
        )
        guard let indicator = assessment.plan.indicator(item),
            let found = assessment.indicators.first(where: { $0.id == item }),
            let chart = IndicatorChart(indicator, found, context)
        else { return nil }
        self.chart = chart
    }

    package func write(into page: inout Markup) { chart.write(into: &page) }
}
