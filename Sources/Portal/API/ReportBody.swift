import ActionPlan
import Diagnostics
import JSONReading

/// A report as a program sends it: what it says, and where in the body each part stands.
struct ReportBody {
    let entry: ReportEntry
    /// What is wrong with its parts by the plan's own words.
    private(set) var diagnostics: [Diagnostic] = []
    private var pointers: [Int: String] = [:]

    /// - Parameters:
    ///   - node: the body, which is as ``APISchemas/newReport`` has it.
    ///   - bytes: its text.
    ///   - key: which report it is.
    ///   - index: the plan.
    init(_ node: JSONNode, _ bytes: [UInt8], _ key: ReportKey, _ index: PlanIndex) {
        let source = SourceText(name: "body", bytes: bytes)
        let language = index.agency(key.agency)?.language ?? index.plan.languages.first ?? "en"
        var places: [ReportField: SourceSpan] = [:]
        var pointers: [Int: String] = [:]
        for member in node.members {
            pointers[member.node.range.lowerBound] = "/\(member.key)"
            places[Self.field(member.key)] = SourceSpan(source, member.node.range)
        }
        var problems: [Diagnostic] = []
        func text(_ key: String, in node: JSONNode) -> LocalizedText? {
            node[key]?.string.map { LocalizedText($0, language: language) }
        }
        let indicator = index.indicator(key.item)
        let cells = (node["cells"]?.elements ?? []).enumerated()
            .map { place, cell in
                pointers[cell.range.lowerBound] = "/cells/\(place)"
                return Self.cell(cell, SourceSpan(source, cell.range), indicator, index, &problems)
            }
        entry = ReportEntry(
            key: key,
            content: ReportContent(
                body: Self.body(node, indicator, language),
                cells: cells,
                comment: text("comment", in: node),
                variation: node["variation"]?.string,
                claim: node["claim"]?.string.map(StatusID.init(rawValue:)),
                evidence: (node["evidence"]?.elements ?? [])
                    .map { evidence in
                        Evidence(
                            title: text("title", in: evidence) ?? LocalizedText([]),
                            url: evidence["url"]?.string,
                            sha256: evidence["sha256"]?.string,
                            date: evidence["date"]?.string.flatMap { Day($0) }
                        )
                    },
                provenance: .stated
            ),
            correction: node["correction"]
                .map { Correction(reason: $0["reason"]?.string ?? "", text: text("text", in: $0)) },
            places: places
        )
        self.pointers = pointers
        diagnostics = problems
        checkDays(node, source)
        checkTexts(node, source)
    }

    /// Where in the body something stands that a diagnostic is about; the whole of it where it says nothing.
    func pointer(of diagnostic: Diagnostic) -> String {
        diagnostic.span.flatMap { pointers[$0.range.lowerBound] } ?? ""
    }

    private static func field(_ name: String) -> ReportField { ReportField(rawValue: name) ?? .value }

    private static func body(_ node: JSONNode, _ indicator: Indicator?, _ language: String) -> ReportContent.Body {
        if node["nil"] != nil { return .nilReport }
        if let reason = node["not_applicable"]?.string {
            return .notApplicable(LocalizedText(reason, language: language))
        }
        if let word = node["implementation"]?.string, let status = ImplementationStatus(rawValue: word) {
            return .value(.implementation(status))
        }
        if let achieved = node["achieved"]?.boolean {
            return .value(.milestone(achieved: achieved, on: node["on"]?.string.flatMap { Day($0) }))
        }
        if let numerator = node["numerator"]?.number, let denominator = node["denominator"]?.number {
            return .value(.ratio(numerator: numerator, denominator: denominator))
        }
        if let number = node["value"]?.number { return .value(.number(number)) }
        let word = node["value"]?.string ?? ""
        switch indicator?.measure {
        case .nominal: return .value(.category(word))
        case .ordinal: return .value(.level(word))
        default: return .value(.text(LocalizedText(word, language: language)))
        }
    }

    private static func cell(
        _ node: JSONNode,
        _ place: SourceSpan,
        _ indicator: Indicator?,
        _ index: PlanIndex,
        _ diagnostics: inout [Diagnostic]
    ) -> ReportContent.Cell {
        let dimensions = indicator?.disaggregation ?? []
        var categories: [ReportContent.CellCategory] = []
        for member in node["categories"]?.members ?? [] {
            let category = member.node.string ?? ""
            let known = index.plan.dimensions.first { $0.id == member.key }
            if !dimensions.contains(member.key) || known == nil {
                diagnostics.append(
                    Diagnostic(
                        "unknown-dimension",
                        "\(member.key) is no dimension by which this item is broken down",
                        at: place
                    )
                )
            } else if let known, !known.categories.contains(where: { $0.id == category }) {
                diagnostics.append(
                    Diagnostic(
                        "unknown-category",
                        "\(category) is no category of \(member.key)",
                        at: place,
                        expected: "one of: \(known.categories.map(\.id).joined(separator: ", "))"
                    )
                )
            }
            categories.append(ReportContent.CellCategory(dimension: member.key, category: category))
        }
        func position(_ category: ReportContent.CellCategory) -> Int {
            dimensions.firstIndex(of: category.dimension) ?? dimensions.count
        }
        return ReportContent.Cell(
            categories: categories.sorted { (position($0), $0.dimension) < (position($1), $1.dimension) },
            value: node["value"]?.number ?? 0
        )
    }

    /// Days that no calendar has, such as the 31st of June.
    private mutating func checkDays(_ node: JSONNode, _ source: SourceText) {
        let days =
            [node["on"].map { ($0, "/on") }]
            + (node["evidence"]?.elements ?? []).enumerated()
            .map { place, evidence in evidence["date"].map { ($0, "/evidence/\(place)/date") } }
        for case (let day, let pointer)? in days where day.string.flatMap({ Day($0) }) == nil {
            report(
                Diagnostic(
                    "bad-date",
                    "\(day.string ?? "") is no day of the calendar",
                    at: SourceSpan(source, day.range)
                ),
                pointer
            )
        }
    }

    /// Texts of nothing but spaces, which would read as if something had been said.
    private mutating func checkTexts(_ node: JSONNode, _ source: SourceText) {
        var texts = ["value", "not_applicable", "comment"].map { (node[$0], "/\($0)") }
        for (place, evidence) in (node["evidence"]?.elements ?? []).enumerated() {
            texts.append((evidence["title"], "/evidence/\(place)/title"))
        }
        texts.append((node["correction"]?["text"], "/correction/text"))
        for (text, pointer) in texts {
            guard let text, let words = text.string,
                words.unicodeScalars.allSatisfy({ $0.properties.isWhitespace })
            else { continue }
            report(Diagnostic("blank-text", "a text that says nothing", at: SourceSpan(source, text.range)), pointer)
        }
    }

    private mutating func report(_ diagnostic: Diagnostic, _ pointer: String) {
        if let span = diagnostic.span { pointers[span.range.lowerBound] = pointer }
        diagnostics.append(diagnostic)
    }
}
