package import ActionPlan
import Rules

/// What the plan says of those that the other tables name.
extension AssessmentTables {
    /// How indicators are measured and what they are to reach.
    package var indicators: DataTable {
        var table = DataTable(
            name: "indicators",
            title: "How indicators are measured, where they began and what they are to reach",
            columns: [
                .init("id", .text, "#indicator+code", "The indicator", .key),
                .init(
                    "measure",
                    .text,
                    "#indicator+type",
                    "unit, percentage, nominal, ordinal, qualitative or milestone"
                ),
                .init("counts", .text, "#meta+counts", "persons or things; empty where nothing is counted"),
                .init("direction", .text, "#meta+direction", "Which way is better; contextual: neither"),
                .init("accumulation", .text, "#meta+accumulation", "How the values of periods go together"),
                .init("calendar", .text, "#meta+calendar", "The calendar of its periods"),
                .init("baseline", .number, "#indicator+baseline", "The value before the plan; empty where unknown"),
                .init("baseline_year", .integer, "#date+baseline", "The year of that value"),
                .init("target", .text, "#indicator+target", "The final target: a number or a level"),
                .init("target_by", .day, "#date+target", "The day by which it is to be reached"),
            ] + columns("unit", "#indicator+unit", "Of what values are numbers")
                + columns("definition", "#description+definition", "What is counted, and what is not")
        )
        for indicator in assessment.plan.plan.indicators {
            var counted: String?
            switch indicator.measure {
            case .unit(_, let counts, _), .percentage(_, _, let counts, _): counted = counts.rawValue
            case .nominal, .ordinal, .qualitative, .milestone: break
            }
            let words = [
                indicator.id.rawValue, indicator.measure.keyword, counted, indicator.direction.keyword,
                indicator.accumulation.rawValue, indicator.calendar,
            ]
            table.rows.append(
                words.map { DataTable.Cell($0) } + baseline(indicator) + target(indicator)
                    + texts(indicator.measure.unit) + texts(indicator.metadata.definition)
            )
        }
        return table
    }

    private func baseline(_ indicator: Indicator) -> [DataTable.Cell] {
        guard case .known(let value, let year, _, _) = indicator.baseline else { return [.empty, .empty] }
        return [.number(value), .integer(year)]
    }

    private func target(_ indicator: Indicator) -> [DataTable.Cell] {
        if case .milestone(let due, _) = indicator.measure { return [.empty, .day(due)] }
        guard let target = indicator.finalTarget else { return [.empty, .empty] }
        switch target.value {
        case .number(let number): return [.number(number), .day(target.by)]
        case .level(let id): return [.text(id), .day(target.by)]
        }
    }

    /// The agencies, with their names.
    package var agencies: DataTable {
        var table = DataTable(
            name: "agencies",
            title: "The agencies that answer for items or report on them",
            columns: [
                .init("id", .text, "#org+code", "How the agency is called in all tables", .key),
                .init("kind", .text, "#org+type", "What kind of body it is"),
            ] + columns("title", "#org+name", "Its name") + columns("short_title", "#org+acronym", "Its short name")
        )
        for agency in assessment.plan.plan.agencies {
            table.rows.append(
                [.text(agency.id.rawValue), .text(agency.kind.rawValue)] + texts(agency.title)
                    + texts(agency.shortTitle)
            )
        }
        return table
    }
}

extension Measure {
    /// Of what its values are numbers; nil where they are none, or percentages.
    package var unit: LocalizedText? {
        switch self {
        case .unit(let unit, _, _): unit
        case .percentage: LocalizedText("%", language: "")
        case .nominal, .ordinal, .qualitative, .milestone: nil
        }
    }
}
