package import ActionPlan
package import Diagnostics
import YAML

extension DHIS2Mapping {
    /// Reads a mapping and checks it against a plan.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - index: the plan.
    /// - Returns: the mapping, or nil where anything is wrong with it; and everything that is.
    package static func read(
        _ source: SourceText,
        _ index: PlanIndex
    ) -> (mapping: DHIS2Mapping?, diagnostics: [Diagnostic]) {
        let decoder = YAML.Decoder()
        let (document, problems) = Document.parse(source)
        for problem in problems { decoder.report(problem) }
        var mapping: DHIS2Mapping?
        if let document, !problems.hasErrors {
            mapping = DHIS2MappingDecoder(decoder: decoder, index: index).mapping(document.root)
        }
        let diagnostics = decoder.diagnostics.inReadingOrder()
        return (diagnostics.hasErrors ? nil : mapping, diagnostics)
    }
}

private struct DHIS2MappingDecoder {
    let decoder: YAML.Decoder
    let index: PlanIndex

    func mapping(_ root: Node) -> DHIS2Mapping? {
        guard var fields = decoder.fields(root, of: "a mapping") else { return nil }
        _ = fields.required("format") { node in
            decoder.parsed(node, expected: "`format: nap-dhis2/1`") { $0 == DHIS2Mapping.format ? $0 : nil }
        }
        let dataSet = fields.optional("data-set", uid)
        let unit = fields.optional("org-unit", uid)
        let units = fields.list("org-units", agencyUnit)
        if unit == nil, fields.key("org-units") == nil {
            fields.missing("org-unit", hint: "or write `org-units`, one for each agency")
        }
        if let key = fields.key("org-unit"), !units.isEmpty {
            decoder.report(
                "two-kinds-of-units",
                "`org-unit` and `org-units` both stand here",
                at: key,
                expected: "one of them: the unit of the country, or that of each agency"
            )
        }
        let undivided = fields.optional("undivided-combo", uid) ?? DHIS2Mapping.standardUndivided
        let elements = fields.required("elements") { decoder.list($0, element) } ?? []
        fields.finish()
        checkRepetitions(elements.map(\.node), elements.map(\.element), undivided)
        return DHIS2Mapping(
            dataSet: dataSet,
            unit: unit,
            agencyUnits: units,
            undivided: undivided,
            elements: elements.map(\.element)
        )
    }

    private func uid(_ node: Node) -> String? {
        decoder.parsed(node, expected: "an identifier of DHIS2: eleven letters and digits, the first a letter") {
            text in
            let bytes = Array(text.utf8)
            func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
            let isUID =
                bytes.count == 11 && isLetter(bytes[0])
                && bytes.allSatisfy { isLetter($0) || (48...57).contains($0) }
            return isUID ? text : nil
        }
    }

    private func agencyUnit(_ node: Node) -> (agency: AgencyID, unit: String)? {
        guard var fields = decoder.fields(node, of: "a unit") else { return nil }
        let agency = fields.required("agency") { node in
            known(node, index.plan.agencies.map(\.id.rawValue), "unknown-agency", { "\($0) is no agency of this plan" })
        }
        let unit = fields.required("unit", uid)
        fields.finish()
        guard let agency, let unit else { return nil }
        return (AgencyID(rawValue: agency), unit)
    }

    private func known(
        _ node: Node,
        _ names: [String],
        _ identifier: String,
        _ message: (String) -> Message
    ) -> String? {
        guard let text = decoder.identifier(node) else { return nil }
        if names.contains(text) { return text }
        decoder.report(
            identifier,
            message(text),
            at: node,
            hint: Suggestion.nearest(to: text, among: names).map { "did you mean \($0)?" }
        )
        return nil
    }

    private func element(_ node: Node) -> (element: DHIS2Mapping.Element, node: Node)? {
        guard var fields = decoder.fields(node, of: "an element") else { return nil }
        let itemNode = fields.value("item")
        if itemNode == nil { fields.missing("item") }
        let item = itemNode.flatMap { node in
            known(
                node,
                index.plan.indicators.map(\.id.rawValue),
                "unknown-item",
                { "\($0) is no indicator of this plan" }
            )
        }
        let uid = fields.required("element", uid)
        let partNode = fields.value("part")
        let part = partNode.flatMap { decoder.word($0, as: DHIS2Mapping.Part.self) } ?? .value
        let combination = fields.optional("combo", self.uid)
        let isSum = fields.optional("sum-of-cells", decoder.boolean) ?? false
        let indicator = item.flatMap { index.indicator(ItemID(rawValue: $0)) }
        let cells = fields.list("cells") { cell($0, indicator) }
        fields.finish()
        guard let indicator, let uid else { return nil }
        check(indicator, part, itemNode ?? node)
        if isSum, !isComplete(cells, indicator) {
            decoder.report(
                "cells-not-all",
                "the cells of \(indicator.id) are not all categories of one dimension that divides it: they have no sum",
                at: node,
                expected: "a cell for each category of a dimension with `partitions: true`"
            )
        }
        let element = DHIS2Mapping.Element(
            item: indicator.id,
            element: uid,
            part: part,
            combination: combination,
            isSumOfCells: isSum,
            cells: cells
        )
        return (element, node)
    }

    private func check(_ indicator: Indicator, _ part: DHIS2Mapping.Part, _ node: Node) {
        var isShare = false
        if case .percentage = indicator.measure { isShare = true }
        if isShare != (part != .value) {
            decoder.report(
                "wrong-part",
                isShare
                    ? "\(indicator.id) is a percentage, which is kept as its two numbers"
                    : "\(indicator.id) is no percentage: it has no two numbers",
                at: node,
                expected: isShare ? "`part: numerator`, and another element with `part: denominator`" : "no `part`"
            )
        }
        if let id = indicator.calendar, let calendar = index.calendar(id), calendar.frequency == .custom {
            decoder.report(
                "no-such-period",
                "the periods of \(indicator.id) are the plan's own, which DHIS2 does not know",
                at: node,
                expected: "an indicator with a monthly, quarterly, half-yearly or yearly calendar"
            )
        }
    }

    private func isComplete(_ cells: [DHIS2Mapping.Cell], _ indicator: Indicator) -> Bool {
        guard let first = cells.first?.categories.first?.dimension,
            let dimension = index.plan.dimensions.first(where: { $0.id == first }), dimension.partitions
        else { return false }
        return cells.allSatisfy { $0.categories.count == 1 && $0.categories[0].dimension == first }
            && Set(cells.map { $0.categories[0].category }) == Set(dimension.categories.map(\.id))
    }

    private func cell(_ node: Node, _ indicator: Indicator?) -> DHIS2Mapping.Cell? {
        guard var fields = decoder.fields(node, of: "a cell") else { return nil }
        let categoriesNode = fields.value("categories")
        if categoriesNode == nil { fields.missing("categories") }
        let combination = fields.required("combo", uid)
        fields.finish()
        guard let categoriesNode, let indicator, categoriesNode.kind == .mapping else { return nil }
        var categories: [ReportContent.CellCategory] = []
        for position in 0..<categoriesNode.count {
            let dimension = known(
                categoriesNode.key(position),
                indicator.disaggregation,
                "unknown-dimension",
                { "\(indicator.id) is not divided by \($0)" }
            )
            let names = index.plan.dimensions.first { $0.id == dimension }?.categories.map(\.id) ?? []
            guard let dimension,
                let category = known(
                    categoriesNode.value(position),
                    names,
                    "unknown-category",
                    { "\($0) is no category of \(dimension)" }
                )
            else { return nil }
            categories.append(.init(dimension: dimension, category: category))
        }
        guard let combination, !categories.isEmpty else { return nil }
        let order = indicator.disaggregation
        categories.sort { (order.firstIndex(of: $0.dimension) ?? 0) < (order.firstIndex(of: $1.dimension) ?? 0) }
        return .init(categories: categories, combination: combination)
    }

    /// That no value of the server is two of the plan, and none of the plan two of the server.
    private func checkRepetitions(_ nodes: [Node], _ elements: [DHIS2Mapping.Element], _ undivided: String) {
        var taken: Set<[String]> = []
        for (node, element) in zip(nodes, elements) {
            var names = element.cells.map { [element.element, $0.combination] }
            if !element.isSumOfCells { names.append([element.element, element.combination ?? undivided]) }
            names.append(["item", element.item.rawValue, element.part.rawValue])
            for name in names where !taken.insert(name).inserted {
                decoder.report(
                    "mapped-twice",
                    "\(element.item): a value is mapped twice",
                    at: node,
                    expected: "for each number of an item one element, and no combination twice in an element"
                )
                break
            }
        }
    }
}
