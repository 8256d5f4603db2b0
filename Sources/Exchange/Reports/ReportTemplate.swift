package import ActionPlan
import Language
package import Rules

/// A table with the reports that an agency owes, to be filled in and sent back.
package struct ReportTemplate {
    let assessment: Assessment
    let agency: Agency
    let language: String
    let writing: WrittenLanguage

    /// - Parameters:
    ///   - assessment: where the plan stands.
    ///   - agency: whose reports.
    ///   - language: of headings and titles; the agency's own if nil.
    package init(_ assessment: Assessment, agency: Agency, language: String? = nil) {
        self.assessment = assessment
        self.agency = agency
        self.language = language ?? agency.language ?? assessment.plan.plan.languages.first ?? "en"
        writing = WrittenLanguage(tag: self.language)
    }

    /// The template as CSV.
    package var csv: [UInt8] {
        var writer = CSVWriter()
        let dimensions = usedDimensions(owed)
        writer.row(Self.columns.map { $0.heading(language) } + dimensions.map(\.heading))
        for report in owed { writer.row(row(report, dimensions)) }
        return writer.bytes
    }

    /// What the agency still has to send.
    var owed: [OwedReport] { assessment.agencies.first { $0.id == agency.id }?.owed ?? [] }

    private static let columns: [ReportColumn] = [
        .item, .title, .period, .unit, .target, .lastValue, .value, .numerator, .denominator, .date, .nilReport,
        .notApplicable, .comment, .variation, .claim, .evidence, .evidenceAddress,
        .evidenceFile,
    ]

    /// A column for parts of values.
    struct CellColumn {
        var dimension: String
        var heading: String
    }

    /// The columns for the parts by which any of some reports are broken down.
    func usedDimensions(_ owed: [OwedReport]) -> [CellColumn] {
        let used = owed.flatMap { assessment.plan.indicator($0.key.item)?.disaggregation ?? [] }
        return assessment.plan.plan.dimensions.filter { used.contains($0.id) }
            .flatMap { dimension in
                dimension.categories.map { category in
                    let title = dimension.title.best(for: language).text
                    return CellColumn(
                        dimension: dimension.id,
                        heading: "\(title): \(category.title.best(for: language).text)"
                    )
                }
            }
    }

    private func row(_ report: OwedReport, _ dimensions: [CellColumn]) -> [String] {
        let broken = assessment.plan.indicator(report.key.item)?.disaggregation ?? []
        return Self.columns.map { text($0, of: report) }
            + dimensions.map { broken.contains($0.dimension) ? "" : "–" }
    }

    /// What a template has in a column that is not to be filled in; nothing in the others.
    func text(_ column: ReportColumn, of report: OwedReport) -> String {
        let plan = assessment.plan
        let key = report.key
        let indicator = plan.indicator(key.item)
        return switch column {
        case .item: key.item.rawValue
        case .title: plan.title(of: key.item)?.best(for: language).text ?? ""
        case .definition: indicator?.metadata.definition?.best(for: language).text ?? ""
        case .period: key.period.rawValue
        case .unit: indicator.map { unit($0) } ?? ""
        case .target: indicator.map { target($0, key.period) } ?? ""
        case .lastValue: lastValue(key)
        default: ""
        }
    }

    private func unit(_ indicator: Indicator) -> String {
        switch indicator.measure {
        case .unit(let unit, _, _): unit.best(for: language).text
        case .percentage: "%"
        case .nominal(let words), .ordinal(let words):
            words.map { $0.title.best(for: language).text }.joined(separator: " / ")
        case .qualitative: ""
        case .milestone(let due, _): "≤ " + writing.shortDate(due)
        }
    }

    private func target(_ indicator: Indicator, _ period: PeriodID) -> String {
        guard let target = indicator.periodTargets[period] ?? indicator.finalTarget?.value else { return "" }
        switch target {
        case .number(let value): return writing.number(value, decimals: 0...indicator.measure.decimals)
        case .level(let level):
            if case .ordinal(let levels) = indicator.measure, let found = levels.first(where: { $0.id == level }) {
                return found.title.best(for: language).text
            }
            return level
        }
    }

    /// The last figure before a period.
    private func lastValue(_ key: ReportKey) -> String {
        guard let indicator = assessment.plan.indicator(key.item),
            let periods = assessment.indicators.first(where: { $0.id == key.item })?.periods
        else { return "" }
        let earlier = periods.prefix { $0.period.id != key.period }
        guard let value = earlier.last(where: { $0.actual != nil })?.actual else { return "" }
        return writing.number(value, decimals: 0...indicator.measure.decimals)
    }
}
