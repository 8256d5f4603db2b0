package import ActionPlan
import Exchange
package import Rules
import YAML

/// An assessment as the folder of data that the platform Open SDG is built from: in `meta/` a file for each indicator (YAML
/// between two lines of hyphens, then text), its texts in other languages below, in `data/` a CSV file with its figures.
///
/// A figure that is absent or withheld has no row. An indicator whose values are no numbers has no data, and its metadata
/// say so. Verdicts have no place there and are not written.
package struct OpenSDGExport: Sendable {
    let assessment: Assessment
    let language: String
    private let branding: Branding
    private let numbers: OpenSDGNumbers

    /// - Parameters:
    ///   - assessment: where the plan stands.
    ///   - branding: where the site stands that sources refer to.
    ///   - language: of the metadata; the other languages of the plan are written as translations of them.
    package init(_ assessment: Assessment, branding: Branding = Branding(), language: String) {
        self.assessment = assessment
        self.language = language
        self.branding = branding
        numbers = OpenSDGNumbers(assessment.plan)
    }

    /// The files, in the order of the plan.
    package var files: [DataFile] {
        assessment.indicators.flatMap { assessed -> [DataFile] in
            guard let indicator = assessment.plan.indicator(assessed.id), let number = numbers[assessed.id] else {
                return []
            }
            let name = number.joined(separator: "-")
            var files = [DataFile(path: "meta/\(name).md", bytes: metadata(indicator, assessed, number))]
            for other in assessment.plan.plan.languages where other != language {
                files.append(DataFile(path: "meta/\(other)/\(name).md", bytes: texts(indicator, number, other)))
            }
            if indicator.measure.isNumeric {
                files.append(DataFile(path: "data/indicator_\(name).csv", bytes: data(indicator, assessed)))
            }
            return files
        }
    }

    // MARK: - Metadata

    private func metadata(_ indicator: Indicator, _ assessed: IndicatorAssessment, _ number: [String]) -> [UInt8] {
        let isNumeric = indicator.measure.isNumeric
        let hasFigures = assessed.periods.contains { $0.state == .value || $0.state == .zero }
        var entries: [YAMLText.Entry] = [
            ("indicator_number", .text(number.joined(separator: "."))),
            ("goal_number", .text(number[0])),
            ("target_number", .text(number.prefix(2).joined(separator: "."))),
            ("indicator_sort_order", .text(number.map(Self.padded).joined(separator: "-"))),
            ("published", .boolean(true)),
            ("reporting_status", .text(hasFigures ? "complete" : isNumeric ? "notstarted" : "notapplicable")),
            ("data_non_statistical", .boolean(!isNumeric)),
            ("graph_type", .text("line")),
        ]
        entries += words(indicator, number, language)
        if indicator.measure.decimals > 0 {
            entries.append(("precision", .list([.map([("decimals", .number(Double(indicator.measure.decimals)))])])))
        }
        if let options = progress(indicator) { entries.append(("progress_calculation_options", .list([options]))) }
        entries.append(("source_active_1", .boolean(true)))
        entries.append(("source_url_1", branding.address.map { .text($0) }))
        entries += own(indicator)
        return Self.file(entries, body: indicator.metadata.definition?.best(for: language).text)
    }

    /// The texts of an indicator in another language: what a translation of its metadata holds.
    private func texts(_ indicator: Indicator, _ number: [String], _ language: String) -> [UInt8] {
        Self.file(words(indicator, number, language), body: indicator.metadata.definition?[language])
    }

    private func words(_ indicator: Indicator, _ number: [String], _ language: String) -> [YAMLText.Entry] {
        func text(_ text: LocalizedText?) -> YAMLText? { text.map { .text($0.best(for: language).text) } }
        let (goal, target) = numbers.titles(of: indicator.id, assessment.plan)
        let metadata = indicator.metadata
        return [
            ("indicator_name", text(indicator.title)), ("goal_name", text(goal)), ("target_name", text(target)),
            ("graph_title", text(indicator.title)), ("computation_units", text(indicator.measure.unit)),
            ("STAT_CONC_DEF", text(metadata.definition)), ("DATA_COMP", text(metadata.formula)),
            ("SOURCE_TYPE", text(metadata.dataSource)), ("REC_USE_LIM", text(metadata.limitations)),
            ("source_organisation_1", text(indicator.lead.flatMap { assessment.plan.agency($0)?.title })),
            ("data_notice_text", notice(indicator, language).map { .text($0) }),
        ]
    }

    /// What is said of an illustration: nobody may take it for a statistic.
    private func notice(_ indicator: Indicator, _ language: String) -> String? {
        guard isIllustrative(indicator) else { return nil }
        return switch language {
        case "ru": "Иллюстративно: данные придуманы, чтобы показать, как работает система."
        case "tk": "Mysal üçin: maglumatlar ulgamyň nähili işleýändigini görkezmek üçin toslanyp tapyldy."
        default: "Illustrative: made up to show how the tracker works."
        }
    }

    private func isIllustrative(_ indicator: Indicator) -> Bool {
        assessment.plan.position(ofIndicator: indicator.id).map { assessment.indicators[$0].isIllustrative } ?? true
    }

    private func progress(_ indicator: Indicator) -> YAMLText? {
        guard indicator.measure.isNumeric else { return nil }
        let direction: String
        switch indicator.direction {
        case .increase: direction = "positive"
        case .decrease, .zeroTolerance: direction = "negative"
        case .maintain, .contextual: return nil
        }
        var entries: [YAMLText.Entry] = [("direction", .text(direction))]
        if case .known(_, let year, _, _) = indicator.baseline { entries.append(("base_year", .number(Double(year)))) }
        if let final = indicator.finalTarget, case .number(let value) = final.value {
            entries.append(("target", .number(value)))
            entries.append(("target_year", .number(Double(final.by.date.year))))
        }
        return .map(entries)
    }

    /// What the platform has no field for, so that it can be read back.
    private func own(_ indicator: Indicator) -> [YAMLText.Entry] {
        var counts: String?
        switch indicator.measure {
        case .unit(_, let counted, _), .percentage(_, _, let counted, _): counts = counted.rawValue
        case .nominal, .ordinal, .qualitative, .milestone: break
        }
        var entries: [YAMLText.Entry] = [
            ("nap_item", .text(indicator.id.rawValue)), ("nap_code", indicator.code.map { .text($0) }),
            ("nap_counts", counts.map { .text($0) }), ("nap_direction", .text(indicator.direction.keyword)),
            ("nap_accumulation", .text(indicator.accumulation.rawValue)),
            ("nap_lead", indicator.lead.map { .text($0.rawValue) }),
            ("nap_target_by", indicator.finalTarget.map { .text($0.by.description) }),
            ("nap_illustrative", isIllustrative(indicator) ? .boolean(true) : nil),
        ]
        if case .known(let value, let year, _, _) = indicator.baseline {
            entries.append(("nap_baseline", .number(value)))
            entries.append(("nap_baseline_year", .number(Double(year))))
            if baselineHasRow(of: indicator, year) { entries.append(("nap_baseline_row", .boolean(true))) }
        }
        if case .maintain(let band) = indicator.direction {
            entries.append(("nap_band", .list([.number(band.lowerBound), .number(band.upperBound)])))
        }
        return entries
    }

    private static func file(_ entries: [YAMLText.Entry], body: String?) -> [UInt8] {
        Array(("---\n" + YAMLText.map(entries).document + "---\n" + (body.map { $0 + "\n" } ?? "")).utf8)
    }

    private static func padded(_ part: String) -> String { part.utf8.count < 2 ? "0" + part : part }
}
