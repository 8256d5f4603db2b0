import Accounts
import ActionPlan
import Diagnostics
import Exchange
import Language
import Ledger
import Rules
import Tracker

/// The form for one report: what was typed into it, and what can be said about that.
struct ReportForm: Sendable {
    let key: ReportKey
    /// By the names of ``ReportFields``; and `answer`, which says what kind of answer is given.
    var fields: [String: String]
    /// What is wrong with a field, by its name; under the empty name what is wrong with all of it.
    private(set) var problems: [String: [Problem]] = [:]

    struct Problem: Hashable, Sendable {
        var text: String
        var severity: Diagnostic.Severity
    }

    /// What an agency can answer.
    enum Answer: String, CaseIterable, Sendable {
        case value
        case `nil`
        case notApplicable = "not-applicable"
    }

    init(_ key: ReportKey, fields: [String: String] = [:]) {
        self.key = key
        self.fields = fields
    }

    /// The fields of a form as it was sent.
    init(_ key: ReportKey, sent form: FormData) {
        var fields: [String: String] = [:]
        for field in form.fields where !Self.controls.contains(field.name) { fields[field.name] = field.value }
        self.init(key, fields: fields)
    }

    /// The fields that say what a report said.
    init(_ key: ReportKey, _ content: ReportContent, language: String) {
        var fields: [String: String] = [:]
        func number(_ value: Double) -> String { Self.text(of: value) }
        switch content.body {
        case .nilReport: fields["answer"] = Answer.nil.rawValue
        case .notApplicable(let reason):
            fields["answer"] = Answer.notApplicable.rawValue
            fields["not-applicable"] = reason.best(for: language).text
        case .value(let value):
            switch value {
            case .number(let value): fields["value"] = number(value)
            case .ratio(let numerator, let denominator):
                fields["numerator"] = number(numerator)
                fields["denominator"] = number(denominator)
            case .category(let word), .level(let word): fields["value"] = word
            case .text(let text): fields["value"] = text.best(for: language).text
            case .milestone(let achieved, let day):
                fields["value"] = achieved ? "yes" : "no"
                fields["date"] = day.map(\.description)
            case .implementation(let status): fields["value"] = status.rawValue
            }
        }
        for cell in content.cells {
            let name = cell.categories.map { "\($0.dimension):\($0.category)" }.joined(separator: "+")
            fields[name] = number(cell.value)
        }
        fields["comment"] = content.comment?.best(for: language).text
        fields["variation"] = content.variation
        fields["claim"] = content.claim?.rawValue
        fields["evidence"] = content.evidence.first?.title.best(for: language).text
        fields["evidence-url"] = content.evidence.first?.url
        self.init(key, fields: fields)
    }

    /// A number as it can be read back, without signs of thousands; three digits after the point could be read as such.
    private static func text(of value: Double) -> String {
        let text = String(value)
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        let halves = text.split(separator: ".")
        return halves.count == 2 && halves[1].utf8.count == 3 ? text + "0" : text
    }

    /// Fields that steer the form and are no part of the report.
    static let controls: Set<String> = [PortalRequest.tokenField, "action", "request", "basis"]

    var answer: Answer { fields["answer"].flatMap(Answer.init(rawValue:)) ?? .value }

    /// The row of a table that says the same.
    var row: ReportFields.Row {
        var row = fields.filter { $0.key != "answer" }
        row["item"] = key.item.rawValue
        row["period"] = key.period.rawValue
        let values = row.keys.filter { ["value", "numerator", "denominator", "date"].contains($0) || $0.contains(":") }
        switch answer {
        case .value: row["not-applicable"] = nil
        case .nil:
            row["nil"] = "yes"
            row["not-applicable"] = nil
            for name in values { row[name] = nil }
        case .notApplicable: for name in values { row[name] = nil }
        }
        return row
    }

    /// Names the request, so that sending a form twice makes one report; nil where the form has no number.
    func submission(_ number: String?, of agency: AgencyID) -> Submission? {
        guard let number, number.utf8.count <= 64 else { return nil }
        let body = row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        return Submission(sender: agency.rawValue, key: number, body: Array(body.utf8))
    }

    /// Whether nothing was typed that would be a report.
    var isEmpty: Bool {
        guard answer == .value else { return answer == .notApplicable && blank("not-applicable") }
        return ["value", "numerator", "denominator", "date"].allSatisfy(blank)
    }

    private func blank(_ name: String) -> Bool {
        (fields[name] ?? "").unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// The report that the fields make, or nil after problems.
    mutating func entry(_ maker: PageMaker) -> ReportEntry? {
        problems = [:]
        guard !isEmpty else {
            let name = answer == .notApplicable ? "not-applicable" : "value"
            add(maker.words("Nothing stands here yet. Where there is nothing to report, say so above."), to: name)
            return nil
        }
        let workspace = maker.portal.workspace
        let today = workspace.day(of: maker.request.now)
        let (table, places) = ReportFields([row]).table(named: "form")
        let reader = ReportTableReader(
            workspace.index(on: today),
            agency: key.agency,
            statuses: workspace.assessor.claimableStatuses,
            spoken: maker.language
        )
        let (entries, diagnostics) = reader.reports(table, today: today)
        take(diagnostics, places, maker)
        return diagnostics.hasErrors ? nil : entries.first
    }

    /// Takes up what diagnostics say, at the fields that they are about.
    mutating func take(_ diagnostics: [Diagnostic], _ places: ReportFields.Places?, _ maker: PageMaker) {
        let translation = DiagnosticCatalogue.translation(into: maker.writing)
        for diagnostic in diagnostics where diagnostic.identifier != "rows-without-value" {
            let name = places?.field(at: diagnostic.span)?.name ?? ""
            var sentences = [diagnostic.message.text(translation)]
            if let expected = diagnostic.expected {
                sentences.append(maker.words("Expected: {1}", expected.text(translation)))
            }
            if let hint = diagnostic.hint { sentences.append(hint.text(translation)) }
            problems[["item", "period"].contains(name) ? "" : name, default: []]
                .append(
                    Problem(text: sentences.map(Self.sentence).joined(separator: " "), severity: diagnostic.severity)
                )
        }
    }

    mutating func add(_ text: String, to name: String, severity: Diagnostic.Severity = .error) {
        problems[name, default: []].append(Problem(text: text, severity: severity))
    }

    var hasErrors: Bool { problems.values.joined().contains { $0.severity == .error } }

    /// What is wrong, field by field in the order of their names; of each the first.
    var wrongFields: [(name: String, text: String)] {
        problems.sorted { $0.key < $1.key }
            .compactMap { name, problems in
                name.isEmpty ? nil : problems.first { $0.severity == .error }.map { (name, $0.text) }
            }
    }

    /// What is wrong or doubtful about a field.
    func notes(_ name: String) -> [Problem] { problems[name] ?? [] }

    /// A text with a capital letter and a stop.
    private static func sentence(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return text }
        let capitalized = String(first).uppercased() + String(text.unicodeScalars.dropFirst())
        return [".", "!", "?"].contains(last) ? capitalized : capitalized + "."
    }
}
