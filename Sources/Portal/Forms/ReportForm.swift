import Accounts
import ActionPlan
import Diagnostics
import Exchange
import Language
import Ledger
import Markup
import Rules
import Tracker

/// The form for one report: what was typed into it, and what can be said about that.
struct ReportForm: Sendable {
    let key: ReportKey
    /// What the names of its fields begin with on a page that has several forms.
    let prefix: String
    /// Documents that the report named besides the one in the form: they stay.
    var otherEvidence: [Evidence] = []
    /// By the names of ``ReportFields``; and `answer`, which says what kind of answer is given.
    var fields: [String: String]
    /// SHA-256 of documents that earlier versions of the report brought.
    var knownDocuments: Set<String> = []
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

    init(_ key: ReportKey, fields: [String: String] = [:], prefix: String = "") {
        self.key = key
        self.prefix = prefix
        self.fields = fields
    }

    /// The fields of a form as it was sent, alone or with others whose names begin otherwise.
    init(_ key: ReportKey, sent form: FormData, prefix: String = "") {
        var fields: [String: String] = [:]
        for field in form.fields where field.name.hasPrefix(prefix) {
            let name = String(field.name.dropFirst(prefix.count))
            if !Self.controls.contains(name) { fields[name] = field.value }
        }
        if fields.removeValue(forKey: "evidence-remove") != nil {
            fields["evidence-sha256"] = nil
            fields["evidence-keep"] = nil
        }
        self.init(key, fields: fields, prefix: prefix)
    }

    /// The fields that say what a report said.
    init(_ key: ReportKey, _ content: ReportContent, language: String, prefix: String = "") {
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
        fields["evidence-sha256"] = content.evidence.first?.sha256
        if content.evidence.first?.attachment != nil { fields["evidence-keep"] = "yes" }
        self.init(key, fields: fields, prefix: prefix)
    }

    /// A number as it can be read back, without signs of thousands; three digits after the point could be read as such.
    private static func text(of value: Double) -> String {
        let text = String(value)
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        let halves = text.split(separator: ".")
        return halves.count == 2 && halves[1].utf8.count == 3 ? text + "0" : text
    }

    /// Fields that steer the form and are no part of the report.
    static let controls: Set<String> = [
        PortalRequest.tokenField, "action", "request", "basis", "item", "period", "document",
    ]
    /// Fields that say something about the document and are read apart.
    private static let documentFields: Set<String> = ["evidence-sha256", "evidence-keep"]

    var answer: Answer { fields["answer"].flatMap(Answer.init(rawValue:)) ?? .value }

    /// The row of a table that says the same.
    var row: ReportFields.Row {
        var row = fields.filter { $0.key != "answer" && !Self.documentFields.contains($0.key) }
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

    /// Whether nothing at all was typed or chosen.
    var isBlank: Bool {
        answer == .value && fields.keys.allSatisfy { $0 == "answer" || $0 == "evidence-keep" || blank($0) }
    }

    private func blank(_ name: String) -> Bool {
        (fields[name] ?? "").unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// The report that the fields make, or nil after problems.
    mutating func entry(_ maker: PageMaker) -> ReportEntry? {
        var forms = [self]
        let entries = Self.entries(&forms, maker)
        self = forms[0]
        return entries?.first
    }

    /// The reports that several forms make, or nil after problems in any of them.
    static func entries(_ forms: inout [ReportForm], _ maker: PageMaker) -> [ReportEntry]? {
        for position in forms.indices {
            forms[position].problems = [:]
            forms[position].tellIfEmpty(maker)
        }
        guard !forms.contains(where: \.hasErrors), let agency = forms.first?.key.agency else { return nil }
        let workspace = maker.portal.workspace
        let today = workspace.day(of: maker.request.now)
        let (table, places) = ReportFields(forms.map(\.row)).table(named: "form")
        let reader = ReportTableReader(
            workspace.index(on: today),
            agency: agency,
            statuses: workspace.assessor.claimableStatuses,
            spoken: maker.language
        )
        var (entries, diagnostics) = reader.reports(table, today: today)
        take(diagnostics, places, into: &forms, maker)
        for position in entries.indices {
            guard let form = forms.firstIndex(where: { $0.key == entries[position].key }) else { continue }
            forms[form].addDocuments(to: &entries[position], maker)
        }
        return diagnostics.hasErrors || forms.contains(where: \.hasErrors) ? nil : entries
    }

    private mutating func tellIfEmpty(_ maker: PageMaker) {
        guard isEmpty else { return }
        guard answer != .notApplicable else {
            return add(maker.words("Say why it does not apply to this period."), to: "not-applicable")
        }
        let name = firstValueField(maker)
        add(maker.words("Nothing stands here yet. Where there is nothing to report, say so above."), to: name)
    }

    /// The field in which a value begins.
    private func firstValueField(_ maker: PageMaker) -> String {
        if case .percentage? = maker.index.indicator(key.item)?.measure { "numerator" } else { "value" }
    }

    /// Adds to a report the document that was sent with the form, and those that it named before.
    private mutating func addDocuments(to entry: inout ReportEntry, _ maker: PageMaker) {
        defer { entry.content.evidence += otherEvidence }
        guard let sha256 = fields["evidence-sha256"], !sha256.isEmpty else { return }
        guard !entry.content.evidence.isEmpty else {
            return add(maker.words("Say what the document is: its title and number."), to: "evidence")
        }
        entry.content.evidence[0].sha256 = sha256
        guard fields["evidence-keep"] != nil else { return }
        if let account = maker.request.principal.member?.account,
            let staged = maker.portal.documents.document(sha256, of: account)
        {
            entry.files = [0: staged.path]
        } else if !knownDocuments.contains(sha256) {
            add(maker.words("The document is no more here: choose it again."), to: "document")
        }
    }

    /// Takes up what diagnostics say, at the fields that they are about.
    ///
    /// - Parameters:
    ///   - diagnostics: what is said.
    ///   - places: of a table with a row for each form, in their order.
    ///   - forms: take up what is said of them.
    ///   - maker: of the page, whose language is used.
    static func take(
        _ diagnostics: [Diagnostic],
        _ places: ReportFields.Places,
        into forms: inout [ReportForm],
        _ maker: PageMaker
    ) {
        for diagnostic in diagnostics where diagnostic.identifier != "rows-without-value" {
            let field = places.field(at: diagnostic.span)
            let name = field?.name ?? ""
            let row = min(field?.row ?? 0, forms.count - 1)
            let form = forms[row]
            if name.contains(":"), !Self.ofOneCell.contains(diagnostic.identifier) {
                let field = form.unevenDimension(maker).map(Self.sumField) ?? name
                forms[row].add(maker.sentences(diagnostic, about: [form.key]), to: field, severity: diagnostic.severity)
                continue
            }
            forms[row]
                .add(
                    maker.sentences(diagnostic, about: [form.key], typed: form.fields[name]),
                    to: ["item", "period"].contains(name) ? "" : name,
                    severity: diagnostic.severity
                )
        }
    }

    /// What is said of one part of a figure, and not of the parts together.
    private static let ofOneCell: Set<String> = ["no-number", "placeholder", "ambiguous-number", "unknown-dimension"]

    /// Where it is said what is wrong with the parts by a dimension together.
    static func sumField(of dimension: Dimension) -> String { "\(dimension.id):sum" }

    /// The dimension whose parts do not come to the figure, or else the first that has any.
    private func unevenDimension(_ maker: PageMaker) -> Dimension? {
        let used = maker.portal.workspace.plan.dimensions.filter { sum(of: $0) != nil }
        let whole = ReportFields.number(fields["value"] ?? fields["numerator"] ?? "")
        return used.first { dimension in
            guard dimension.partitions, let whole, let sum = sum(of: dimension) else { return false }
            return !Self.isSame(sum, whole)
        } ?? used.first
    }

    /// Whether parts come to the figure, as exactly as numbers are kept.
    static func isSame(_ sum: Double, _ whole: Double) -> Bool { abs(sum - whole) <= 1e-9 * max(1, abs(whole)) }

    /// Takes up what diagnostics say of this form alone.
    mutating func take(_ diagnostics: [Diagnostic], _ maker: PageMaker) {
        var forms = [self]
        Self.take(diagnostics, ReportFields([row]).table(named: "form").places, into: &forms, maker)
        self = forms[0]
    }

    /// Takes up a document that was chosen: keeps it apart until the report is sent, and notes its SHA-256.
    ///
    /// Of a document that is not taken is said why, at its field.
    mutating func take(document file: (name: String, bytes: [UInt8]), _ maker: PageMaker) throws {
        let account = try maker.request.member().account
        let portal = maker.portal
        guard portal.writeThrottle.tries(account.rawValue, at: Double(maker.request.now.seconds)) == nil else {
            return add(maker.words("Too many tries. Wait a minute, then try again."), to: "document")
        }
        do throws(AttachmentFault) {
            let document = try portal.documents.take(file.bytes, named: Self.plain(file.name), of: account)
            fields["evidence-sha256"] = document.sha256
        } catch {
            guard error.origin == .input else { throw error }
            add(maker.sentences(error.diagnostic), to: "document")
        }
    }

    /// The last part of a file's name, within a length that can be shown.
    private static func plain(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        return last.unicodeScalars.count > 100 ? "…" + String(last.suffix(60)) : last
    }

    /// The sum of the parts by a dimension, where any stands in the form; nil where one of them is no number.
    func sum(of dimension: Dimension) -> Double? {
        let parts = dimension.categories.compactMap { fields["\(dimension.id):\($0.id)"] }
            .filter { $0.unicodeScalars.contains { !$0.properties.isWhitespace } }
        let numbers = parts.compactMap(ReportFields.number)
        return parts.isEmpty || numbers.count < parts.count ? nil : numbers.reduce(0, +)
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

    /// What keeps it from being sent, for the head of a page: each with the field that it is about.
    ///
    /// - Parameters:
    ///   - lead: what stands before each, where a page has several forms.
    ///   - place: what is linked to where no single field is meant; nil for nothing.
    /// - Returns: the lines of the notice.
    func lines(lead: String? = nil, place: Link? = nil) -> [PortalFrame.Notice.Line] {
        notes("").filter { $0.severity == .error }
            .map { PortalFrame.Notice.Line(text: $0.text, link: place, lead: lead) }
            + wrongFields.map {
                PortalFrame.Notice.Line(text: $0.text, link: Link(path: "#\(prefix)\($0.name)"), lead: lead)
            }
    }
}
