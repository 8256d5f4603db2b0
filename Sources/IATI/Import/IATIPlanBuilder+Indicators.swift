import ActionPlan
import Diagnostics

/// Indicators: what kind of value they have, which way is better, and what they are to reach.
extension IATIPlanBuilder {
    mutating func build(
        _ read: [IATIIndicator],
        of result: IATIActivity.Result,
        _ activity: IATIActivity,
        below parent: ItemID,
        prefix: String
    ) {
        for (number, indicator) in read.enumerated() {
            let id = identifiers.item(indicator.own["id"] ?? "\(prefix)-i\(number + 1)")
            let measure = measure(of: indicator)
            var periods = periods(of: indicator)
            let final = finalTarget(in: &periods, measure)
            let built = Indicator(
                id: id,
                parent: parent,
                code: indicator.own.isEmpty ? indicator.code : indicator.own["code"],
                title: indicator.title ?? title(indicator.code ?? ""),
                measure: measure,
                direction: direction(of: indicator),
                accumulation: indicator.own["accumulation"].flatMap(Accumulation.init(rawValue:)) ?? .pointInTime,
                level: indicator.own["level"].flatMap(Indicator.Level.init(rawValue:)) ?? IATICodes.level(result.type),
                baseline: baseline(indicator.baseline, measure),
                periodTargets: [:],
                finalTarget: final,
                plausible: nil,
                disaggregation: indicator.own.isEmpty && measure.isNumeric
                    ? foundDimensions(of: indicator) : words(indicator.own["disaggregation"]),
                lead: indicator.own["lead"].flatMap { agencyIDs[$0] },
                contributors: words(indicator.own["contributors"]).compactMap { agencyIDs[$0] },
                contribution: Contribution(
                    combination: indicator.own["combine"].flatMap(Contribution.Combination.init(rawValue:)) ?? .sum
                ),
                calendar: nil,
                weight: 1,
                isCancelled: false,
                metadata: metadata(of: indicator),
                provenance: provenance(indicator.own["provenance"] == "illustrative")
            )
            if indicator.own.isEmpty, measure.isNumeric {
                notes.add(
                    "iati-accumulation-assumed",
                    "IATI does not say whether values of several periods add up: they are read as states at the end of each",
                    severity: .information,
                    at: indicator.span,
                    hint: "where they are counted anew in each period, write `accumulation: per-period`"
                )
            }
            indicators.append(
                BuiltIndicator(indicator: built, read: indicator, periods: periods, updated: activity.updated)
            )
        }
    }

    private func words(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }

    private func metadata(of read: IATIIndicator) -> Indicator.Metadata {
        var metadata = Indicator.Metadata()
        metadata.definition = read.texts["definition"] ?? read.description
        metadata.formula = read.texts["formula"]
        metadata.dataSource = read.texts["data-source"]
        metadata.meansOfVerification = read.texts["means-of-verification"]
        metadata.responsibleRole = read.texts["responsible-role"]
        metadata.limitations = read.texts["limitations"]
        metadata.question = read.texts["question"]
        return metadata
    }

    private func direction(of read: IATIIndicator) -> Direction {
        switch read.own["direction"] {
        case "maintain":
            guard let low = read.own["low"].flatMap(Double.init), let high = read.own["high"].flatMap(Double.init),
                low <= high
            else { break }
            return .maintain(low...high)
        case "zero-tolerance": return .zeroTolerance
        case "contextual": return .contextual
        case "decrease": return .decrease
        case "increase": return .increase
        default: break
        }
        return read.isAscending == false ? .decrease : .increase
    }

    // MARK: - Measures

    /// Numbers that are somewhere in an indicator.
    private func numbers(_ read: IATIIndicator) -> [Double] {
        let values = read.periods.flatMap { [$0.target].compactMap { $0 } + $0.actuals }
        return values.compactMap(\.number) + (read.baseline.map { [$0.value] } ?? [])
    }

    private mutating func measure(of read: IATIIndicator) -> Measure {
        if let own = read.own["measure"], let measure = ownMeasure(own, read) { return measure }
        let numbers = numbers(read)
        switch read.measure {
        case "2": return unit("%", numbers, counts: .things)
        case "3", "4":
            let scale = scale(numbers)
            guard !scale.isEmpty else { return .qualitative }
            notes.add(
                "iati-scale-assumed",
                "IATI names no levels: the scale has those that values and targets use",
                severity: .information,
                at: read.span,
                hint: "complete `scale`, from the lowest level to the highest"
            )
            return read.measure == "3" ? .nominal(scale) : .ordinal(scale)
        case "5": return .qualitative
        default:
            if read.measure != "1" {
                notes.add(
                    "iati-unknown-code",
                    read.measure.map { "\($0) is no measure of an indicator" } ?? "the indicator names no measure",
                    at: read.span,
                    expected: "1 to 5",
                    hint: "it was read by its values"
                )
                if numbers.isEmpty { return .qualitative }
            }
            // Counts of persons are the ones that have to be protected, so whatever could be one counts as one.
            let couldBePersons = numbers.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
            return unit(nil, numbers, counts: couldBePersons ? .persons : .things)
        }
    }

    private func ownMeasure(_ name: String, _ read: IATIIndicator) -> Measure? {
        let counts = read.own["counts"].flatMap(Measure.Counted.init(rawValue:)) ?? .persons
        let decimals = min(max(read.own["decimals"].flatMap { Int($0) } ?? 0, 0), 6)
        switch name {
        case "unit": return .unit(read.texts["unit"] ?? unitWord(nil), counts: counts, decimals: decimals)
        case "percentage":
            guard let numerator = read.texts["numerator"], let denominator = read.texts["denominator"] else {
                return nil
            }
            return .percentage(numerator: numerator, denominator: denominator, counts: counts, decimals: decimals)
        case "nominal": return read.categories.isEmpty ? nil : .nominal(read.categories)
        case "ordinal": return read.categories.isEmpty ? nil : .ordinal(read.categories)
        case "qualitative": return .qualitative
        case "milestone": return read.own["due"].flatMap { Day($0) }.map { .milestone(due: $0, after: []) }
        default: return nil
        }
    }

    private func unit(_ word: String?, _ numbers: [Double], counts: Measure.Counted) -> Measure {
        .unit(unitWord(word), counts: counts, decimals: numbers.map(Self.decimals).max() ?? 0)
    }

    private func unitWord(_ word: String?) -> LocalizedText {
        LocalizedText(
            languages.map { language in
                let unit =
                    switch language {
                    case "ru": "единиц"
                    case "tk": "birlik"
                    default: "units"
                    }
                return .init(language: language, text: word ?? unit)
            }
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

    private func scale(_ numbers: [Double]) -> [Dimension.Category] {
        Set(numbers).sorted()
            .map { number in
                let text = IATIExport.text(number)
                return Dimension.Category(id: Self.level(number), title: LocalizedText(text, language: languages[0]))
            }
    }

    /// The identifier of a level that IATI knows by its number.
    static func level(_ number: Double) -> String {
        let text = IATIExport.text(number)
        return IATIIdentifiers.isIdentifier(text) ? text : IATIValues.identifier("minus-" + text) ?? "x"
    }

    /// What a number means as the value of a target.
    func targetValue(_ number: Double, _ measure: Measure) -> TargetValue? {
        switch measure {
        case .unit, .percentage: return .number(number)
        case .nominal(let categories), .ordinal(let categories):
            return category(number, categories).map { .level($0) }
        case .qualitative, .milestone: return nil
        }
    }

    /// The category that a number stands for: its own name, or its place among them, from 1.
    func category(_ number: Double, _ categories: [Dimension.Category]) -> String? {
        let own = Self.level(number)
        if categories.contains(where: { $0.id == own && $0.title.entries.first?.text == IATIExport.text(number) }) {
            return own
        }
        guard let position = Int(exactly: number), categories.indices.contains(position - 1) else { return nil }
        return categories[position - 1].id
    }

    private func baseline(_ read: IATIIndicator.Baseline?, _ measure: Measure) -> Baseline {
        guard let read else { return .unknown }
        return .known(value: read.value, year: read.year, source: nil, comment: read.comment)
    }
}
