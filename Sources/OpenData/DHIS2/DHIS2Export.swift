import ActionPlan
package import Rules

/// An assessment as data values that a DHIS2 server takes in (`/api/dataValueSets`).
///
/// A figure that is absent or withheld is no value. Values are those of all agencies together where the mapping names one
/// unit for the country, else each agency's own.
package struct DHIS2Export: Sendable {
    private let assessment: Assessment
    private let mapping: DHIS2Mapping

    package init(_ assessment: Assessment, _ mapping: DHIS2Mapping) {
        self.assessment = assessment
        self.mapping = mapping
    }

    /// One value of the server.
    private struct Value {
        var element: String
        var period: String
        var unit: String
        var combination: String
        var value: String
    }

    /// The JSON text, ending in a line feed.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.string("dataSet", mapping.dataSet)
            writer.array("dataValues", values, linewise: true) { writer, value in
                writer.object { writer in
                    writer.string("dataElement", value.element)
                    writer.string("period", value.period)
                    writer.string("orgUnit", value.unit)
                    writer.string("categoryOptionCombo", value.combination)
                    writer.string("value", value.value)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private var values: [Value] {
        mapping.elements.flatMap { element -> [Value] in
            guard let position = assessment.plan.position(ofIndicator: element.item),
                let indicator = assessment.plan.indicator(element.item),
                let frequency = indicator.calendar.flatMap({ assessment.plan.calendar($0) })?.frequency
            else { return [] }
            return assessment.indicators[position].periods
                .flatMap { period -> [Value] in
                    guard let name = DHIS2Period.name(of: period.period.id, frequency) else { return [] }
                    return figures(of: period).flatMap { values(element, $0, name) }
                }
        }
    }

    private typealias Figure = (unit: String, value: ReportedValue?, cells: [ReportContent.Cell])

    /// The figure of the country, or those of the agencies that have a unit.
    private func figures(of period: PeriodAssessment) -> [Figure] {
        if let unit = mapping.unit {
            guard period.state == .value || period.state == .zero else { return [] }
            return [(unit, period.value ?? period.actual.map { .number($0) }, period.cells)]
        }
        return period.reports.compactMap { part in
            guard part.state == .value || part.state == .zero, let unit = mapping.unit(of: part.agency),
                let content = part.record?.effective?.content, case .value(let value) = content.body
            else { return nil }
            return (unit, value, content.cells)
        }
    }

    private func values(_ element: DHIS2Mapping.Element, _ figure: Figure, _ period: String) -> [Value] {
        func value(_ combination: String, _ text: String) -> Value {
            Value(
                element: element.element,
                period: period,
                unit: figure.unit,
                combination: combination,
                value: text
            )
        }
        var values: [Value] = []
        if !element.isSumOfCells, let whole = figure.value, let text = text(whole, element.part) {
            values.append(value(element.combination ?? mapping.undivided, text))
        }
        for cell in element.cells {
            guard let known = figure.cells.first(where: { Set($0.categories) == Set(cell.categories) }) else {
                continue
            }
            values.append(value(cell.combination, Self.text(known.value)))
        }
        return values
    }

    private func text(_ value: ReportedValue, _ part: DHIS2Mapping.Part) -> String? {
        switch (value, part) {
        case (.number(let number), .value): Self.text(number)
        case (.ratio(let numerator, _), .numerator): Self.text(numerator)
        case (.ratio(_, let denominator), .denominator): Self.text(denominator)
        case (.category(let id), .value), (.level(let id), .value): id
        case (.milestone(let isAchieved, _), .value): isAchieved ? "true" : "false"
        case (.text(let text), .value): text.best(for: assessment.plan.plan.languages.first ?? "en").text
        default: nil
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : number.description
    }
}
