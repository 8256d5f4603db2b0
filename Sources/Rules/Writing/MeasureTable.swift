package import ActionPlan
import Language

/// What a pack computed and gave for many items, one in each row: to be compared with results from elsewhere.
package struct MeasureTable: Sendable {
    /// The identifiers of the measures, in the order of the pack.
    package let measures: [String]
    /// In the order of the plan: each objective, what is below it, then agencies, then the plan.
    package let rows: [Row]

    package struct Row: Sendable {
        /// An item's or agency's identifier; the plan's for the plan itself.
        package var id: String
        package var title: LocalizedText?
        package var verdict: Verdict
        package var status: Status?
    }

    private let assessment: Assessment
    private let pack: RulePack

    /// The table of a pack; nil where the plan is not judged by it.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - id: the identifier of the pack.
    ///   - wanted: the measures that are wanted, by their identifiers; all where none is named.
    package init?(_ assessment: Assessment, pack id: String, measures wanted: [String] = []) {
        guard let pack = assessment.packs.first(where: { $0.pack.id == id })?.pack else { return nil }
        self.assessment = assessment
        self.pack = pack
        func row(_ id: String, _ title: LocalizedText?, _ verdicts: ItemVerdicts?) -> [Row] {
            guard let verdict = verdicts?.verdict(of: pack.id) else { return [] }
            return [Row(id: id, title: title, verdict: verdict, status: assessment.statuses[verdict.status])]
        }
        func walk(_ references: [ItemReference]) -> [Row] {
            references.flatMap { reference -> [Row] in
                let verdicts: ItemVerdicts? =
                    switch reference {
                    case .objective(let id): assessment.objectives.first { $0.id == id }?.verdicts
                    case .activity(let id): assessment.activities.first { $0.id == id }?.verdicts
                    case .indicator(let id): assessment.indicators.first { $0.id == id }?.verdicts
                    }
                let title = assessment.plan.title(of: reference.id)
                return row(reference.id.rawValue, title, verdicts) + walk(assessment.plan.children(of: reference.id))
            }
        }
        let plan = assessment.plan.plan
        rows =
            walk(assessment.plan.roots)
            + assessment.agencies.flatMap { agency in
                row(agency.id.rawValue, assessment.plan.agency(agency.id)?.title, agency.verdicts)
            } + row(plan.id, plan.title, assessment.overall.verdicts)
        let declared = Self.declared(in: pack)
        measures = wanted.isEmpty ? declared : wanted.filter(declared.contains)
    }

    /// The measures of a pack's sections but those of periods, each once, in the order of the file.
    package static func declared(in pack: RulePack) -> [String] {
        var seen: Set<String> = []
        return RulePack.Scope.allCases.filter { $0 != .period }
            .flatMap { scope in
                pack.scopes[scope].map { rules in rules.measureOrder.map { rules.measures[$0].id } } ?? []
            }
            .filter { seen.insert($0).inserted }
    }

    // MARK: - For programs

    /// The table as RFC 4180 has it, with commas: figures with all their digits, nothing where a measure is absent.
    package var csv: String {
        ([["item", "status", "rule"] + measures] + rows.map(cells))
            .map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private func cells(of row: Row) -> [String] {
        [row.id, row.verdict.status.rawValue, row.verdict.rule]
            + measures.map { Self.exact(row.verdict.measure($0) ?? .absent) }
    }

    private static func quoted(_ cell: String) -> String {
        let mustBeQuoted = cell.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
        return mustBeQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }

    private static func exact(_ value: FactValue) -> String {
        switch value {
        case .number(let number): "\(number)"
        case .integer(let number): "\(number)"
        case .text(let text): text
        case .boolean(let flag): "\(flag)"
        case .day(let day): day.description
        case .list(let elements): elements.map(exact).joined(separator: " ")
        case .absent: ""
        }
    }

    // MARK: - For people

    /// A table for a terminal, without measures that are absent everywhere.
    ///
    /// - Parameters:
    ///   - language: a BCP 47 tag.
    ///   - width: how many characters a line may have.
    /// - Returns: lines, each ending in a line feed.
    package func text(language: String, width: Int) -> String {
        let words = AssessmentWords(assessment, language)
        let shown = measures.filter { id in rows.contains { $0.verdict.measure(id) != nil } }
        var table = TerminalTable(
            [.init(title: words.say("Item")), .init(title: "", isElastic: true), .init(title: words.say("Status"))]
                + shown.map { .init(title: $0, isNumber: true) }
        )
        for row in rows {
            table.add(
                [row.id, words.text(row.title), words.status(row.verdict.status)]
                    + shown.map { id in
                        row.verdict.measure(id).map { words.value($0, isYear: FactNames.isYear(id)) } ?? "–"
                    }
            )
        }
        return table.lines(width: width).map { $0 + "\n" }.joined()
    }
}
