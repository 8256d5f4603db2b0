import ActionPlan
import Diagnostics
import XMLReading

/// Results, indicators, periods and values.
extension IATIActivityReader {
    mutating func result(_ element: XMLElement) -> IATIActivity.Result {
        var result = IATIActivity.Result(
            type: element["type"],
            title: element.part("title").flatMap { text($0) },
            description: element.part("description").flatMap { text($0) },
            span: element.span
        )
        leaveBehind(["document-link", "reference"], of: element)
        result.indicators = element.parts("indicator").map { indicator($0) }
        if result.indicators.isEmpty {
            notes.add("iati-result-without-indicator", "a result without indicator is left behind", at: element.span)
        }
        return result
    }

    private mutating func leaveBehind(_ names: [String], of element: XMLElement) {
        for name in names {
            for part in element.parts(name) { notes.leaveBehind("\(element.name.local)/\(name)", at: part.span) }
        }
    }

    private mutating func indicator(_ element: XMLElement) -> IATIIndicator {
        var indicator = IATIIndicator(
            measure: element["measure"].map(IATIValues.trimmed),
            isAscending: IATIValues.boolean(element["ascending"]),
            title: element.part("title").flatMap { text($0) },
            description: nil,
            span: element.span
        )
        if let description = element.part("description"), description.own("role") == nil {
            indicator.description = text(description)
        }
        let references = element.parts("reference")
        indicator.code = references.first?["code"].map(IATIValues.trimmed)
        for reference in references.dropFirst() { notes.leaveBehind("indicator/reference", at: reference.span) }
        leaveBehind(["document-link"], of: element)
        for attribute in element.attributes where attribute.name.namespace == IATIExtension.namespace {
            indicator.own[attribute.name.local] = attribute.value
        }
        for part in element.allOwn("text") {
            guard let role = part["role"], let text = ownTexts(part) else { continue }
            indicator.texts[role] = text
        }
        indicator.categories = ownCategories(element)
        for part in element.parts("baseline") { take(part, into: &indicator) }
        indicator.periods = element.parts("period").compactMap { period($0) }
        return indicator
    }

    /// The first baseline of the whole holds.
    private mutating func take(_ element: XMLElement, into indicator: inout IATIIndicator) {
        leaveBehind(["location", "document-link"], of: element)
        guard indicator.baseline == nil, element.parts("dimension").isEmpty else {
            return notes.leaveBehind("baseline/dimension", at: element.span)
        }
        guard let value = number(element) else { return }
        let year =
            element["year"].flatMap { Int(IATIValues.trimmed($0)) }
            ?? element["iso-date"].flatMap(IATIValues.day)?.date.year
        guard let year, IATIValues.years.contains(year) else {
            return notes.add(
                "iati-baseline-without-year",
                "a baseline without year is left behind",
                at: element.span,
                expected: "a year from \(IATIValues.years.lowerBound) to \(IATIValues.years.upperBound)"
            )
        }
        indicator.baseline = .init(value: value, year: year, comment: element.part("comment").flatMap { text($0) })
    }

    private mutating func period(_ element: XMLElement) -> IATIIndicator.Period? {
        let bounds = ["period-start", "period-end"].map { name in element.part(name).flatMap { date(of: $0) } }
        guard let start = bounds[0], let end = bounds[1] else {
            if element.part("period-start") == nil || element.part("period-end") == nil {
                notes.add("iati-period-without-days", "a period without start or end is left behind", at: element.span)
            }
            return nil
        }
        guard let days = DayRange(start, end) else {
            notes.add(
                "end-before-start",
                "the period ends on \(end), before it starts on \(start)",
                at: element.span
            )
            return nil
        }
        var period = IATIIndicator.Period(days: days, span: element.span, id: element.own("id"))
        if element.own("final") != nil { period.finalBy = element.own("by").flatMap { Day($0) } ?? end }
        let targets = element.parts("target")
        for part in targets {
            var value = value(part)
            // The only one is that of the whole, wherever that is.
            if targets.count == 1, value.isOfPlaces { value.dropPlaces(&notes, "target") }
            guard period.target == nil, value.dimensions.isEmpty else {
                notes.leaveBehind("target/dimension", at: part.span)
                continue
            }
            period.target = value
        }
        period.actuals = element.parts("actual").map { value($0) }
        if period.actuals.count == 1, period.actuals[0].isOfPlaces { period.actuals[0].dropPlaces(&notes, "actual") }
        return period
    }

    private mutating func value(_ element: XMLElement) -> IATIIndicator.Value {
        var value = IATIIndicator.Value(text: element["value"].map(IATIValues.trimmed), span: element.span)
        value.number = value.text.flatMap(IATIValues.number)
        value.comment = element.part("comment").flatMap { text($0) }
        value.dimensions =
            element.parts("dimension")
            .map { (IATIValues.trimmed($0["name"] ?? ""), IATIValues.trimmed($0["value"] ?? "")) }
            + element.parts("location").map { (IATIDimension.location, IATIValues.trimmed($0["ref"] ?? "")) }
        for part in element.parts("document-link") {
            guard let url = part["url"].map(IATIValues.trimmed), let title = part.part("title").flatMap({ text($0) })
            else { continue }
            value.evidence.append(Evidence(title: title, url: url, date: documentDate(part)))
        }
        if let own = element.allOwn("value").first {
            value.numerator = own["numerator"].flatMap(IATIValues.number)
            value.denominator = own["denominator"].flatMap(IATIValues.number)
            value.on = own["on"].flatMap { Day($0) }
            value.isIllustrative = own["provenance"] == "illustrative"
            value.isOfMilestone = own["of"] == "milestone"
        }
        for part in element.allOwn("text") {
            switch part["role"] {
            case "value": value.ownText = ownTexts(part)
            case "comment": value.ownComment = ownTexts(part)
            default: continue
            }
        }
        return value
    }

    /// The number in `value`; where something else stands there, that is said.
    private mutating func number(_ element: XMLElement) -> Double? {
        guard let text = element["value"].map(IATIValues.trimmed), !text.isEmpty else { return nil }
        if let number = IATIValues.number(text) { return number }
        noteNoNumber(text, at: element.attribute("value")?.span ?? element.span)
        return nil
    }

    mutating func noteNoNumber(_ text: String, at span: SourceSpan) {
        notes.add(
            "iati-no-number",
            "“\(text)” is no number and is left behind",
            at: span,
            expected: "a number such as 1280.6",
            hint: "an absent figure is never read as 0"
        )
    }
}

extension IATIIndicator.Value {
    /// Whether nothing but places divides it from others.
    fileprivate var isOfPlaces: Bool {
        !dimensions.isEmpty && dimensions.allSatisfy { $0.name == IATIDimension.location }
    }

    fileprivate mutating func dropPlaces(_ notes: inout Notes, _ name: String) {
        dimensions = []
        notes.leaveBehind("\(name)/location", at: span)
    }
}
