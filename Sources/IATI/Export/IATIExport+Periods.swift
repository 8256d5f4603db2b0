import ActionPlan
import Markup
import Rules

/// Periods with their targets and actual values.
extension IATIExport {
    func writePeriods(of indicator: Indicator, to xml: inout XMLWriter) {
        let known = index.position(ofIndicator: indicator.id)
            .flatMap { position in
                assessment.indicators.indices.contains(position) ? assessment.indicators[position].periods : nil
            }
        let assessed = Dictionary((known ?? []).map { ($0.period.id, $0) }, uniquingKeysWith: { first, _ in first })
        for period in index.periods(of: indicator.id) {
            xml.element("period", [("nap:id", period.id.rawValue)]) { xml in
                writeDays(period.days, to: &xml)
                if let target = indicator.periodTargets[period.id] {
                    write(target, of: indicator, comment: nil, to: &xml)
                } else if case .milestone(let due, _) = indicator.measure, period.days.contains(due) {
                    xml.element("target", [("value", "1")]) { $0.empty("nap:value", [("of", "milestone")]) }
                }
                if let assessed = assessed[period.id] { write(assessed, of: indicator, to: &xml) }
            }
        }
        guard let final = indicator.finalTarget, let days = days(until: final.by) else { return }
        xml.element("period", [("nap:final", "true"), ("nap:by", final.by.description)]) { xml in
            writeDays(days, to: &xml)
            write(
                final.value,
                of: indicator,
                comment: words(indicator.accumulation == .perPeriod ? .eachPeriod : .finalTarget),
                to: &xml
            )
        }
    }

    /// From the start of the plan, or the day before where the end leaves no other.
    private func days(until end: Day) -> DayRange? { DayRange(min(plan.days.start, end + -1), end) }

    private func writeDays(_ days: DayRange, to xml: inout XMLWriter) {
        xml.empty("period-start", [("iso-date", days.start.description)])
        xml.empty("period-end", [("iso-date", days.end.description)])
    }

    private func write(
        _ target: TargetValue,
        of indicator: Indicator,
        comment: LocalizedText?,
        to xml: inout XMLWriter
    ) {
        var value: String?
        var level: LocalizedText?
        switch target {
        case .number(let number): value = Self.text(number)
        case .level(let id): (value, level) = category(id, of: indicator)
        }
        let comments = [level, comment].compactMap { $0 }
        xml.element("target", [("value", value)]) { xml in
            if !comments.isEmpty { xml.element("comment") { narratives(joined(comments), to: &$0) } }
        }
    }

    /// The number of a category or level, from 1, and what it is called.
    private func category(_ id: String, of indicator: Indicator) -> (String?, LocalizedText?) {
        switch indicator.measure {
        case .nominal(let categories), .ordinal(let categories):
            guard let position = categories.firstIndex(where: { $0.id == id }) else { return (nil, nil) }
            return (String(position + 1), categories[position].title)
        default: return (nil, nil)
        }
    }

    private func write(_ period: PeriodAssessment, of indicator: Indicator, to xml: inout XMLWriter) {
        if period.state == .value || period.state == .zero {
            let record = period.reports.count == 1 ? period.reports[0].record : nil
            let content = record?.effective?.content
            let value = period.value ?? period.actual.map(ReportedValue.number)
            if let value { write(value, period, content, of: indicator, agency: nil, to: &xml) }
            for cell in period.cells { write(cell, of: indicator, agency: nil, to: &xml) }
        }
        guard indicator.reporters.count > 1 || period.reports.count > 1 else { return }
        for part in period.reports {
            guard let content = part.record?.effective?.content, case .value(let value) = content.body else { continue }
            write(value, period, content, of: indicator, agency: part.agency, to: &xml)
            for cell in content.cells { write(cell, of: indicator, agency: part.agency, to: &xml) }
        }
    }

    private func write(
        _ value: ReportedValue,
        _ period: PeriodAssessment,
        _ content: ReportContent?,
        of indicator: Indicator,
        agency: AgencyID?,
        to xml: inout XMLWriter
    ) {
        var attributes: [XMLWriter.Attribute] = []
        // The standard takes attributes of others on most elements, but only elements of others in a value.
        var own: [XMLWriter.Attribute] = []
        var comments: [LocalizedText?] = []
        switch value {
        case .number(let number): attributes.append(("value", Self.text(number)))
        case .ratio(let numerator, let denominator):
            // A share of nothing is no number, and the standard wants one.
            guard let share = value.number else { return }
            attributes.append(("value", Self.text(share)))
            own.append(("numerator", Self.text(numerator)))
            own.append(("denominator", Self.text(denominator)))
        case .category(let id), .level(let id):
            let (number, title) = category(id, of: indicator)
            guard let number else { return }
            attributes.append(("value", number))
            comments.append(title)
        case .text(let text): comments.append(text)
        case .milestone(let isAchieved, let day):
            attributes.append(("value", isAchieved ? "1" : "0"))
            own.append(("on", day?.description))
            comments.append(words(isAchieved ? .achieved : .notAchieved))
        case .implementation: return
        }
        let isIllustrative = content?.provenance.isIllustrative ?? period.isIllustrative
        own.append(("provenance", isIllustrative ? "illustrative" : nil))
        if isIllustrative { comments.append(words(.illustrative)) }
        if agency == nil, !period.withheldCells.isEmpty { comments.append(words(.partsWithheld)) }
        let said = comments.compactMap { $0 } + (content?.comment.map { [$0] } ?? [])
        xml.element("actual", attributes) { xml in
            writeDimensions([], agency, to: &xml)
            if !said.isEmpty { xml.element("comment") { narratives(joined(said), to: &$0) } }
            for evidence in content?.evidence ?? [] {
                guard let url = evidence.url else { continue }
                writeDocument(url, evidence.title, category: "A08", date: evidence.date, to: &xml)
            }
            if own.contains(where: { $0.1 != nil }) { xml.empty("nap:value", own) }
            if case .text(let value) = value { text("value", value, to: &xml) }
            if let comment = content?.comment { text("comment", comment, to: &xml) }
        }
    }

    private func write(_ cell: ReportContent.Cell, of indicator: Indicator, agency: AgencyID?, to xml: inout XMLWriter)
    {
        xml.element("actual", [("value", Self.text(cell.value))]) { writeDimensions(cell.categories, agency, to: &$0) }
    }

    private func writeDimensions(
        _ categories: [ReportContent.CellCategory],
        _ agency: AgencyID?,
        to xml: inout XMLWriter
    ) {
        if let agency {
            xml.empty("dimension", [("name", IATIDimension.agency), ("value", agency.rawValue)])
        }
        for category in categories {
            xml.empty("dimension", [("name", category.dimension), ("value", category.category)])
        }
    }

    /// Several texts as one, language by language.
    private func joined(_ texts: [LocalizedText]) -> LocalizedText {
        guard texts.count > 1 else { return texts.first ?? LocalizedText([]) }
        let languages =
            plan.languages + texts.flatMap { $0.entries.map(\.language) }.filter { !plan.languages.contains($0) }
        var seen: Set<String> = []
        return LocalizedText(
            languages.filter { seen.insert($0).inserted }
                .compactMap { language in
                    let parts = texts.compactMap { $0[language] }
                    return parts.isEmpty ? nil : .init(language: language, text: parts.joined(separator: " "))
                }
        )
    }
}

/// A dimension that is ours.
enum IATIDimension {
    /// Whose part of a figure that several agencies report.
    static let agency = "reporting-agency"
    /// Under which a place of the activity is kept that an actual value names.
    static let location = "location"
}
