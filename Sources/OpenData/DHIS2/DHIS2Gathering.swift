import ActionPlan
import Diagnostics
import JSONReading

/// Gathers the values of a file by the report that they belong to.
struct DHIS2Gathering {
    /// What a value of the server is.
    private enum Meaning {
        case whole(DHIS2Mapping.Element)
        case cell(DHIS2Mapping.Element, [ReportContent.CellCategory])
    }

    /// What is known of one report.
    private struct Draft {
        var numbers: [DHIS2Mapping.Part: (text: String, span: SourceSpan)] = [:]
        var cells: [(categories: [ReportContent.CellCategory], value: Double)] = []
        var comment: String?
        var isSum = false
        var span: SourceSpan
    }

    private let mapping: DHIS2Mapping
    private let index: PlanIndex
    private let agency: AgencyID
    private let source: SourceText
    private var notes: Notes
    private var meanings: [String: Meaning] = [:]
    private let elements: Set<String>
    private var order: [ReportKey] = []
    private var drafts: [ReportKey: Draft] = [:]
    private var unmapped: [String] = []
    private var unmappedCount = 0
    private var otherUnits = 0

    init(
        _ mapping: DHIS2Mapping,
        _ index: PlanIndex,
        _ agency: AgencyID,
        _ source: SourceText,
        _ notes: Notes
    ) {
        self.mapping = mapping
        self.index = index
        self.agency = agency
        self.source = source
        self.notes = notes
        elements = Set(mapping.elements.map(\.element))
        for element in mapping.elements {
            if !element.isSumOfCells {
                meanings["\(element.element) \(element.combination ?? mapping.undivided)"] = .whole(element)
            }
            for cell in element.cells {
                meanings["\(element.element) \(cell.combination)"] = .cell(element, cell.categories)
            }
        }
    }

    // MARK: - Values

    mutating func take(_ node: JSONNode, in root: JSONNode) {
        let span = SourceSpan(source, node.range)
        // What all values share may stand once, at the top.
        func field(_ key: String) -> String? { node[key]?.string ?? root[key]?.string }
        guard let element = field("dataElement"), let period = field("period"), let unit = field("orgUnit") else {
            return notes.add(
                "incomplete-value",
                "a value without dataElement, period or orgUnit",
                severity: .error,
                at: span,
                expected: "{\"dataElement\": …, \"period\": …, \"orgUnit\": …, \"value\": …}"
            )
        }
        guard isOfAgency(unit) else {
            otherUnits += 1
            return
        }
        let combination = field("categoryOptionCombo") ?? mapping.undivided
        guard let meaning = meanings["\(element) \(combination)"] else {
            unmappedCount += 1
            let name = elements.contains(element) ? "\(element).\(combination)" : element
            if unmapped.count < 8, !unmapped.contains(name) { unmapped.append(name) }
            return
        }
        // A value that was removed there is none here.
        guard node["deleted"]?.boolean != true, let text = text(node["value"]), !text.isEmpty else { return }
        take(meaning, text, period: period, comment: node["comment"]?.string, at: span)
    }

    private func isOfAgency(_ unit: String) -> Bool {
        mapping.unit.map { $0 == unit } ?? (mapping.unit(of: agency) == unit)
    }

    private func text(_ node: JSONNode?) -> String? {
        switch node?.value {
        case .string(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
        case .boolean(let isTrue): isTrue ? "true" : "false"
        default: nil
        }
    }

    private mutating func take(
        _ meaning: Meaning,
        _ text: String,
        period name: String,
        comment: String?,
        at span: SourceSpan
    ) {
        let element: DHIS2Mapping.Element
        switch meaning {
        case .whole(let whole): element = whole
        case .cell(let divided, _): element = divided
        }
        guard let calendar = index.indicator(element.item)?.calendar.flatMap({ index.calendar($0) }) else {
            return notes.add(
                "not-reported",
                "nothing is reported regularly on \(element.item)",
                severity: .error,
                at: span
            )
        }
        guard let period = DHIS2Period.period(name, in: calendar) else {
            return notes.add(
                "unknown-period",
                "\(element.item) has no period that DHIS2 calls \(name)",
                severity: .error,
                at: span,
                expected: DHIS2Period.example(calendar).map { "a period such as \($0)" }
            )
        }
        let key = ReportKey(item: element.item, period: period.id, agency: agency)
        if drafts[key] == nil { order.append(key) }
        var draft = drafts[key] ?? Draft(span: span)
        if let comment, !comment.isEmpty { draft.comment = draft.comment ?? comment }
        draft.isSum = draft.isSum || element.isSumOfCells
        var isSecond = false
        switch meaning {
        case .whole:
            isSecond = draft.numbers[element.part] != nil
            draft.numbers[element.part] = (text, span)
        case .cell(_, let categories):
            guard let number = number(text, span) else { return }
            isSecond = draft.cells.contains { $0.categories == categories }
            draft.cells.append((categories, number))
        }
        if isSecond {
            notes.add(
                "duplicate-value",
                "a second value of \(element.item) for \(name)",
                severity: .error,
                at: span,
                hint: "keep one of the two"
            )
        }
        drafts[key] = draft
    }

    private mutating func number(_ text: String, _ span: SourceSpan) -> Double? {
        if let number = OpenSDGFile.number(text) { return number }
        notes.add(
            "no-number",
            "“\(text)” is no number",
            severity: .error,
            at: span,
            expected: "a number such as 1280.6",
            hint: "an absent figure is never read as 0"
        )
        return nil
    }

    // MARK: - Reports

    mutating func finish() -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        let entries = order.compactMap { key in drafts[key].flatMap { entry(key, $0) } }
        if unmappedCount > 0 {
            notes.add(
                "unmapped-values",
                "\(unmappedCount) values are left out, which the mapping does not know: \(unmapped.joined(separator: ", "))",
                severity: .information,
                at: nil
            )
        }
        if otherUnits > 0 {
            notes.add(
                "values-of-others",
                "\(otherUnits) values of other units than that of \(agency) are left out",
                severity: .information,
                at: nil
            )
        }
        if entries.isEmpty, !notes.hasErrors {
            notes.add(
                "no-reports",
                "\(source.name) holds no value of \(agency) that the mapping knows",
                severity: .error,
                at: nil,
                expected: "values of the elements and units of the mapping"
            )
        }
        return (entries, notes.all)
    }

    private mutating func entry(_ key: ReportKey, _ draft: Draft) -> ReportEntry? {
        guard let indicator = index.indicator(key.item), let value = value(indicator, key, draft) else { return nil }
        return ReportEntry(
            key: key,
            content: ReportContent(
                body: .value(value),
                cells: draft.cells.map { .init(categories: $0.categories, value: $0.value) },
                comment: draft.comment.map { LocalizedText($0, language: index.plan.languages.first ?? "en") },
                provenance: .stated
            ),
            places: [.item: draft.span]
        )
    }

    private mutating func value(_ indicator: Indicator, _ key: ReportKey, _ draft: Draft) -> ReportedValue? {
        switch indicator.measure {
        case .percentage:
            guard let numerator = draft.numbers[.numerator], let denominator = draft.numbers[.denominator] else {
                notes.add(
                    "half-a-percentage",
                    "\(key.item) for \(key.period) has only one of its two numbers",
                    severity: .error,
                    at: draft.span,
                    expected: "numerator and denominator"
                )
                return nil
            }
            guard let part = number(numerator.text, numerator.span),
                let whole = number(denominator.text, denominator.span)
            else { return nil }
            return .ratio(numerator: part, denominator: whole)
        case .unit:
            if draft.isSum { return sum(key, draft) }
            return whole(key, draft).flatMap { number($0.text, $0.span) }.map { .number($0) }
        case .milestone:
            guard let (text, span) = whole(key, draft) else { return nil }
            switch text {
            case "true", "1": return .milestone(achieved: true, on: nil)
            case "false", "0": return .milestone(achieved: false, on: nil)
            default:
                notes.add(
                    "no-truth-value",
                    "“\(text)” does not say whether the milestone is reached",
                    severity: .error,
                    at: span,
                    expected: "true or false"
                )
                return nil
            }
        case .nominal: return whole(key, draft).map { .category($0.text) }
        case .ordinal: return whole(key, draft).map { .level($0.text) }
        case .qualitative:
            return whole(key, draft)
                .map { .text(LocalizedText($0.text, language: index.plan.languages.first ?? "en")) }
        }
    }

    private mutating func whole(_ key: ReportKey, _ draft: Draft) -> (text: String, span: SourceSpan)? {
        if let whole = draft.numbers[.value] { return whole }
        notes.add(
            "parts-without-whole",
            "\(key.item) for \(key.period) has parts, but no value of the whole",
            severity: .error,
            at: draft.span,
            hint: "parts may overlap; where they do not, write `sum-of-cells: true` in the mapping"
        )
        return nil
    }

    /// The sum of all cells; nothing where one is missing, which is not the same as 0.
    private mutating func sum(_ key: ReportKey, _ draft: Draft) -> ReportedValue? {
        let wanted = mapping.elements.first { $0.item == key.item && $0.isSumOfCells }?.cells ?? []
        let missing = wanted.filter { cell in !draft.cells.contains { $0.categories == cell.categories } }
        guard missing.isEmpty else {
            notes.add(
                "cells-missing",
                "\(key.item) for \(key.period) lacks the cells of \(missing.map(\.combination).joined(separator: ", "))",
                severity: .error,
                at: draft.span,
                hint: "an absent figure is never read as 0: where it is 0, it has to be written there"
            )
            return nil
        }
        return .number(draft.cells.map(\.value).reduce(0, +))
    }
}
