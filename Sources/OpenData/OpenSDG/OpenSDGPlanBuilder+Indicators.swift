import ActionPlan
import Diagnostics
import Exchange
import YAML

/// Indicators: what kind of value they have, which way is better, what they are to reach.
extension OpenSDGPlanBuilder {
    mutating func build(_ file: OpenSDGFile, below parent: ItemID, _ lead: AgencyID, _ provenance: Provenance) {
        let number = file.number.joined(separator: "-")
        var data = folder.data[number] ?? OpenSDGData()
        let isText = file["data_non_statistical"] == "true"
        let wish = file["nap_item"].flatMap { Self.isIdentifier($0) ? $0 : nil } ?? Slug.make("i-" + number)
        let measure: Measure = isText ? .qualitative : self.measure(file, data)
        if file["nap_accumulation"] == nil, !isText, let span = data.rows.first?.span { noteAccumulation(span) }
        let baseline = baseline(file, &data)
        var metadata = Indicator.Metadata()
        metadata.definition =
            text(file, "STAT_CONC_DEF")
            ?? (file.body.utf8.contains { $0 > 0x20 }
                ? LocalizedText(Self.trimmed(file.body), language: language) : nil)
        metadata.formula = text(file, "DATA_COMP")
        metadata.dataSource = text(file, "SOURCE_TYPE")
        metadata.limitations = text(file, "REC_USE_LIM")
        let indicator = Indicator(
            id: identifier(wish),
            parent: parent,
            code: file["nap_code"] ?? file.number.joined(separator: "."),
            title: text(file, "indicator_name") ?? LocalizedText(number, language: language),
            measure: measure,
            direction: direction(file),
            accumulation: file["nap_accumulation"].flatMap(Accumulation.init(rawValue:)) ?? .pointInTime,
            baseline: isText ? .unknown : baseline,
            periodTargets: [:],
            finalTarget: isText ? nil : target(file),
            disaggregation: isText ? [] : disaggregation(data),
            lead: lead,
            contributors: [],
            weight: 1,
            isCancelled: false,
            metadata: metadata,
            provenance: provenance
        )
        built.append(
            Built(
                indicator: indicator,
                rows: isText ? [] : data.rows,
                isIllustrative: file["nap_illustrative"] == "true"
            )
        )
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, (1...64).contains(text.utf8.count), first != 45, first != 46 else {
            return false
        }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }

    private mutating func measure(_ file: OpenSDGFile, _ data: OpenSDGData) -> Measure {
        let unit = text(file, "computation_units") ?? data.unit.map { LocalizedText($0, language: language) }
        let values = data.rows.map(\.value)
        let isShare = unit?.entries.contains { $0.text.contains("%") || $0.text.lowercased().hasPrefix("percent") }
        var counts = file["nap_counts"].flatMap(Measure.Counted.init(rawValue:))
        if counts == nil {
            // Counts of persons are the ones that have to be protected, so whatever could be one counts as one.
            let couldBePersons = isShare != true && values.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
            counts = couldBePersons ? .persons : .things
        }
        return .unit(
            unit ?? LocalizedText("–", language: language),
            counts: counts ?? .persons,
            decimals: values.map(Self.decimals).max() ?? 0
        )
    }

    private static func decimals(_ number: Double) -> Int {
        var scaled = abs(number)
        for digits in 0..<6 {
            if abs(scaled - scaled.rounded()) < 1e-9 * max(1, scaled) { return digits }
            scaled *= 10
        }
        return 6
    }

    private func direction(_ file: OpenSDGFile) -> Direction {
        switch file["nap_direction"] {
        case "decrease": return .decrease
        case "zero-tolerance": return .zeroTolerance
        case "contextual": return .contextual
        case "maintain":
            let band = (file.node.value(ofKey: "nap_band")?.elements ?? []).compactMap { OpenSDGFile.number($0.text) }
            if band.count == 2, band[0] <= band[1] { return .maintain(band[0]...band[1]) }
        default: break
        }
        return file.first(of: "progress_calculation_options", "direction") == "negative" ? .decrease : .increase
    }

    private func target(_ file: OpenSDGFile) -> FinalTarget? {
        guard let value = file.first(of: "progress_calculation_options", "target").flatMap(OpenSDGFile.number) else {
            return nil
        }
        if let by = file["nap_target_by"].flatMap({ Day($0) }) { return FinalTarget(value: .number(value), by: by) }
        guard let year = file.first(of: "progress_calculation_options", "target_year").flatMap({ Int($0) }),
            OpenSDGData.years.contains(year), let by = Day(year: year, month: 12, day: 31)
        else { return nil }
        return FinalTarget(value: .number(value), by: by)
    }

    /// The value of the base year; in files of our own it stands in a row for the platform's sake, which is taken out.
    private func baseline(_ file: OpenSDGFile, _ data: inout OpenSDGData) -> Baseline {
        let written = file["nap_baseline_year"] ?? file.first(of: "progress_calculation_options", "base_year")
        guard let year = written.flatMap({ Int($0) }),
            OpenSDGData.years.contains(year)
        else { return .unknown }
        if let value = file.number("nap_baseline") {
            if file["nap_baseline_row"] == "true" { data.dropBaseline(of: year, value) }
            return .known(value: value, year: year, source: nil, comment: nil)
        }
        guard let row = data.rows.first(where: { $0.year == year && $0.categories.isEmpty && $0.period == nil }) else {
            return .unknown
        }
        return .known(value: row.value, year: year, source: nil, comment: nil)
    }

    /// The dimensions of an indicator; their categories are those that occur.
    private mutating func disaggregation(_ data: OpenSDGData) -> [String] {
        var used: [String] = []
        for heading in data.headings
        where data.rows.contains(where: { $0.categories.contains { $0.heading == heading } }) {
            let id = dimension(heading)
            if !used.contains(id) { used.append(id) }
            for row in data.rows {
                for category in row.categories where category.heading == heading { add(category.category, to: id) }
            }
        }
        return used
    }

    private mutating func dimension(_ heading: String) -> String {
        if let known = dimensionIDs[heading] { return known }
        var id = Slug.make(heading).isEmpty ? "dimension" : Slug.make(heading)
        while dimensions.contains(where: { $0.id == id }) { id += "-x" }
        dimensionIDs[heading] = id
        dimensions.append(
            Dimension(id: id, title: LocalizedText(heading, language: language), partitions: false, categories: [])
        )
        return id
    }

    private mutating func add(_ word: String, to dimension: String) {
        guard categoryIDs[dimension]?[word] == nil,
            let position = dimensions.firstIndex(where: { $0.id == dimension })
        else { return }
        var id = Slug.make(word).isEmpty ? "category" : Slug.make(word)
        while dimensions[position].categories.contains(where: { $0.id == id }) { id += "-x" }
        categoryIDs[dimension, default: [:]][word] = id
        dimensions[position].categories.append(.init(id: id, title: LocalizedText(word, language: language)))
    }
}
