import ActionPlan
import Language
package import Rules
package import Spreadsheet

/// An assessment as a workbook in one language: a brief for the meeting, the matrix of the plan, how every item is judged
/// and why, the figures period by period, and the findings.
package struct AssessmentWorkbook: Sendable {
    let assessment: Assessment
    let language: String
    let words: Catalogue
    var plan: PlanIndex { assessment.plan }
    var writing: WrittenLanguage { words.language }

    /// - Parameters:
    ///   - assessment: what is written; of a public one nothing that it withholds.
    ///   - language: of headings, titles and sentences.
    package init(_ assessment: Assessment, language: String) {
        self.assessment = assessment
        self.language = language
        words = WorkbookWords.table.catalogue(language)
    }

    /// The workbook as XLSX; the same assessment gives the same bytes.
    ///
    /// - Throws: ``WorkbookError`` where the machine cannot write it.
    package func bytes() throws(WorkbookError) -> [UInt8] {
        let writer = try WorkbookWriter(title: text(plan.plan.title), date: SheetDate(assessment.asOf))
        writeBrief(try begin("Meeting brief", writer))
        writeMatrix(try begin("Plan", writer))
        writeItems(try begin("Assessment", writer))
        writeFigures(try begin("Figures", writer))
        writeFindings(try begin("Findings", writer))
        return try writer.finish()
    }

    /// The row under which tables begin.
    static let firstRow = 4

    /// A sheet with its title, and what edition of which day it is of.
    private func begin(_ name: String, _ writer: WorkbookWriter) throws(WorkbookError) -> SheetWriter {
        let sheet = try writer.sheet(words(name))
        sheet.write("\(words(name)): \(text(plan.plan.title))", row: 1, column: 1, style: SheetLook.title)
        let edition =
            assessment.edition == .public
            ? "Public edition: small counts are withheld" : "Internal edition: not for publication"
        sheet.write(
            words("As of {1}", writing.shortDate(assessment.asOf)) + ". " + words(edition) + ".",
            row: 2,
            column: 1,
            style: SheetLook.remark.with { $0.wraps = false }
        )
        return sheet
    }

    // MARK: - Words

    func text(_ text: LocalizedText?) -> String {
        text?.best(for: language, plan.plan.languages.first ?? "en").text ?? ""
    }

    func agency(_ id: AgencyID?) -> String {
        guard let id else { return "" }
        guard let agency = plan.agency(id) else { return id.rawValue }
        return text(agency.shortTitle ?? agency.title)
    }

    /// A status as it stands in cells, with its symbol: colour alone would not do.
    func name(_ status: Status) -> String { "\(status.symbol.character) \(text(status.title))" }

    func status(_ verdicts: ItemVerdicts) -> String {
        guard let id = verdicts.status else { return "" }
        return assessment.statuses[id].map(name) ?? id.rawValue
    }

    func source(_ provenance: Provenance) -> String {
        words(provenance.isIllustrative ? "illustrative" : "of the plan itself")
    }

    func state(_ state: ValueState) -> String {
        switch state {
        case .notDue: words("not due yet")
        case .due: words("due")
        case .overdue: words("overdue")
        case .nilReport: words("nothing to report")
        case .zero: words("zero")
        case .value: words("reported")
        case .notApplicable: words("not applicable")
        case .withheld: words("withheld")
        }
    }

    /// A number, or an empty cell; in the public edition nothing that is withheld is still in the assessment.
    func number(_ value: Double?, _ decimals: Int) -> TableSheet.Value {
        value.map { .number($0, decimals: decimals) } ?? .empty
    }

    func target(_ target: TargetValue?, _ indicator: Indicator) -> TableSheet.Value {
        switch target {
        case .number(let value)?: return .number(value, decimals: indicator.measure.decimals)
        case .level(let level)?: return .text(word(level, indicator))
        case nil: return .empty
        }
    }

    /// The title of a level or category.
    func word(_ id: String, _ indicator: Indicator) -> String {
        switch indicator.measure {
        case .nominal(let categories), .ordinal(let categories):
            categories.first { $0.id == id }.map { text($0.title) } ?? id
        default: id
        }
    }
}
