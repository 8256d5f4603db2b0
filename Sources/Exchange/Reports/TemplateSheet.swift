import ActionPlan
import Language
import Rules
import Spreadsheet

/// Writes the sheet of a template on which the reports on one objective are filled in.
struct TemplateSheet {
    private let template: ReportTemplate
    private let words: TemplateWords
    private let owed: [OwedReport]
    private let claims: [Status]
    private let lists: TemplateLists
    private let given: [ReportColumn]
    private let open: [Column]

    /// A column to be filled in.
    private enum Column {
        case named(ReportColumn)
        case part(ReportTemplate.CellColumn)
    }

    init(
        _ template: ReportTemplate,
        _ words: TemplateWords,
        _ owed: [OwedReport],
        claims: [Status],
        lists: TemplateLists
    ) {
        self.template = template
        self.words = words
        self.owed = owed
        self.claims = claims
        self.lists = lists
        let index = template.assessment.plan
        let indicators = owed.compactMap { index.indicator($0.key.item) }
        let measures = indicators.map(\.measure)
        given =
            [.item, .title]
            + (indicators.contains { $0.metadata.definition != nil } ? [.definition] : [])
            + [.period, .due, .unit, .target, .lastValue]
        let hasShares = measures.contains { if case .percentage = $0 { true } else { false } }
        let hasMilestones = measures.contains { if case .milestone = $0 { true } else { false } }
        let hasOthers = measures.contains { if case .percentage = $0 { false } else { true } }
        let stated: [ReportColumn] =
            (hasOthers || measures.count < owed.count ? [.value] : [])
            + (hasShares ? [.numerator, .denominator] : []) + (hasMilestones ? [.date] : [])
        let rest: [ReportColumn] = [
            .nilReport, .notApplicable, .comment, .variation, .claim, .evidence, .evidenceAddress, .evidenceFile,
        ]
        open =
            stated.map { .named($0) } + template.usedDimensions(owed).map { .part($0) } + rest.map { .named($0) }
    }

    private static let firstRow = 5

    func write(to sheet: SheetWriter, title: String) {
        sheet.write(title, row: 1, column: 1, style: SheetLook.title)
        let agency = template.agency.title.best(for: template.language).text
        let day = "\(words.asOf) \(template.writing.shortDate(template.assessment.asOf))"
        sheet.write("\(agency) · \(day)", row: 2, column: 1, style: SheetLook.remark.with { $0.wraps = false })
        sheet.merge(words.given, row: 3, columns: 1...given.count, style: SheetLook.group)
        sheet.merge(
            words.toFillIn,
            row: 3,
            columns: (given.count + 1)...(given.count + open.count),
            style: SheetLook.openHeading.with { $0.isCentred = true }
        )
        writeHeadings(to: sheet)
        for (offset, report) in owed.enumerated() { write(report, row: Self.firstRow + offset, to: sheet) }
        sheet.freeze(rows: Self.firstRow - 1, columns: 2)
        sheet.protect()
        sheet.printAcross()
    }

    private static func width(of column: ReportColumn) -> Double {
        switch column {
        case .title, .definition: 42
        case .item, .unit, .lastValue: 18
        case .notApplicable, .comment, .evidence: 32
        case .variation, .claim, .evidenceAddress, .evidenceFile: 22
        default: 14
        }
    }

    private func writeHeadings(to sheet: SheetWriter) {
        for (offset, column) in given.enumerated() {
            sheet.width(Self.width(of: column), columns: (offset + 1)...(offset + 1))
            sheet.write(
                column.heading(template.language),
                row: Self.firstRow - 1,
                column: offset + 1,
                style: SheetLook.heading
            )
        }
        for (offset, column) in open.enumerated() {
            let place = given.count + offset + 1
            let (heading, width) =
                switch column {
                case .part(let part): (part.heading, 14.0)
                case .named(let named): (named.heading(template.language), Self.width(of: named))
                }
            sheet.width(width, columns: place...place)
            sheet.write(heading, row: Self.firstRow - 1, column: place, style: SheetLook.openHeading)
        }
        // Headings of two or three words stand on as many lines.
        sheet.height(44, row: Self.firstRow - 1)
    }

    private func write(_ report: OwedReport, row: Int, to sheet: SheetWriter) {
        var texts: [(text: String, width: Double)] = []
        for (offset, column) in given.enumerated() {
            if column == .due {
                sheet.write(SheetDate(report.due), row: row, column: offset + 1, style: SheetLook.given)
            } else {
                let text = template.text(column, of: report)
                texts.append((text, Self.width(of: column)))
                sheet.write(text, row: row, column: offset + 1, style: SheetLook.given)
            }
        }
        if let height = SheetLook.height(texts) { sheet.height(height, row: row) }
        let indicator = template.assessment.plan.indicator(report.key.item)
        for (offset, column) in open.enumerated() {
            let place = given.count + offset + 1
            guard takes(column, indicator) else {
                sheet.write("–", row: row, column: place, style: SheetLook.crossedOut)
                continue
            }
            sheet.write(blank: row, column: place, style: style(column, indicator))
            if let rule = rule(column, indicator) { sheet.validate(row: row, column: place, rule) }
        }
    }

    /// Whether a report on an indicator, or on an activity where there is none, has something in a column.
    private func takes(_ column: Column, _ indicator: Indicator?) -> Bool {
        switch column {
        case .part(let part): return indicator?.disaggregation.contains(part.dimension) ?? false
        case .named(.value):
            if case .percentage? = indicator?.measure { return false }
            return true
        case .named(.numerator), .named(.denominator):
            if case .percentage? = indicator?.measure { return true }
            return false
        case .named(.date):
            if case .milestone? = indicator?.measure { return true }
            return false
        case .named: return true
        }
    }

    private func style(_ column: Column, _ indicator: Indicator?) -> CellStyle {
        switch column {
        case .named(.date): SheetLook.open.with { $0.numberFormat = "dd\\.mm\\.yyyy" }
        case .named(.value), .named(.numerator), .named(.denominator), .part:
            indicator.map { $0.measure.isNumeric } == true
                ? SheetLook.number(indicator?.measure.decimals ?? 0, SheetLook.open) : SheetLook.open
        // Whatever is typed there is meant as a text, also where it looks like a number or a formula.
        default: SheetLook.open.with { $0.numberFormat = "@" }
        }
    }

    // MARK: - What may be written

    private func rule(_ column: Column, _ indicator: Indicator?) -> CellValidation? {
        switch column {
        case .part: return indicator.map(number)
        case .named(let named):
            switch named {
            case .value: return value(indicator)
            case .numerator, .denominator: return indicator.map(number)
            case .date:
                let days = template.assessment.plan.plan.days
                let last = max(SheetDate(template.assessment.asOf), SheetDate(days.start))
                // What was done before the plan began can count, such as a law that was in force already.
                let first = SheetDate(year: SheetDate(days.start).year - 20, month: 1, day: 1)
                return CellValidation(.date(first...last), advice: words.date, refusal: words.date)
            case .nilReport: return list([ReportVocabulary.yes(template.language)])
            case .claim: return list(claims.map { $0.title.best(for: template.language).text })
            case .variation:
                return list(
                    template.assessment.plan.plan.variationReasons.map { $0.title.best(for: template.language).text }
                )
            default: return nil
            }
        }
    }

    private func list(_ choices: [String]) -> CellValidation? {
        guard !choices.isEmpty else { return nil }
        return CellValidation(.list(lists.range(of: choices)), refusal: words.oneOf)
    }

    private func value(_ indicator: Indicator?) -> CellValidation? {
        guard let indicator else { return list(ReportVocabulary.implementationWords(template.language)) }
        switch indicator.measure {
        case .unit, .percentage: return number(indicator)
        case .nominal(let categories), .ordinal(let categories):
            return list(categories.map { $0.title.best(for: template.language).text })
        case .milestone: return list([ReportVocabulary.yes(template.language), ReportVocabulary.no(template.language)])
        case .qualitative: return nil
        }
    }

    private func number(_ indicator: Indicator) -> CellValidation {
        let lowest = indicator.measure.countsPersons ? 0.0 : -1e12
        var advice = indicator.measure.decimals == 0 ? words.wholeNumber : words.number
        if case .unit = indicator.measure, let plausible = indicator.plausible {
            let range = [plausible.lowerBound, plausible.upperBound]
                .map { template.writing.number($0, decimals: 0...indicator.measure.decimals) }
            advice += " \(words.usually): \(range.joined(separator: " – "))."
        }
        return indicator.measure.decimals == 0
            ? CellValidation(.wholeNumber(Int(lowest)...1_000_000_000_000), advice: advice, refusal: words.wholeNumber)
            : CellValidation(.number(lowest...1e12), advice: advice, refusal: words.number)
    }
}
