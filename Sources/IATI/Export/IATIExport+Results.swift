import ActionPlan
import Markup
import Rules

/// Results and indicators.
extension IATIExport {
    /// The indicators directly below an item: a result for each run of them that are of one level.
    func writeResults(of item: ItemID, _ title: LocalizedText, to xml: inout XMLWriter) {
        let indicators = index.children(of: item).compactMap { index.indicator($0.id) }
        var rest = indicators[...]
        while let first = rest.first {
            let run = rest.prefix { $0.level == first.level }
            rest = rest.dropFirst(run.count)
            xml.element("result", [("type", IATICodes.resultType(first.level))]) { xml in
                xml.element("title") { narratives(title, to: &$0) }
                for indicator in run { write(indicator, to: &xml) }
            }
        }
    }

    private func write(_ indicator: Indicator, to xml: inout XMLWriter) {
        xml.element("indicator", attributes(of: indicator)) { xml in
            xml.element("title") { narratives(indicator.title, to: &$0) }
            xml.element("description", [("nap:role", "words")]) { narratives(description(of: indicator), to: &$0) }
            let address = options.site.map { "\($0)#\(indicator.id)" }
            xml.empty("reference", [("vocabulary", "99"), ("code", indicator.id.rawValue), ("indicator-uri", address)])
            if case .known(let value, let year, _, let comment) = indicator.baseline {
                xml.element("baseline", [("year", String(year)), ("value", Self.text(value))]) { xml in
                    if let comment { xml.element("comment") { narratives(comment, to: &$0) } }
                }
            }
            writePeriods(of: indicator, to: &xml)
            writeOwn(of: indicator, to: &xml)
        }
    }

    private func attributes(of indicator: Indicator) -> [XMLWriter.Attribute] {
        var ascending: String?
        var band: ClosedRange<Double>?
        switch indicator.direction {
        case .increase: ascending = "1"
        case .decrease, .zeroTolerance: ascending = "0"
        case .maintain(let range): band = range
        case .contextual: break
        }
        var due: String?
        if case .milestone(let day, _) = indicator.measure { due = day.description }
        let isLevelKnown = IATICodes.level(IATICodes.resultType(indicator.level)) == indicator.level
        return [
            ("measure", IATICodes.measure(indicator.measure)), ("ascending", ascending),
            ("nap:id", indicator.id.rawValue), ("nap:code", indicator.code),
            ("nap:measure", indicator.measure.keyword), ("nap:direction", indicator.direction.keyword),
            ("nap:low", band.map { Self.text($0.lowerBound) }), ("nap:high", band.map { Self.text($0.upperBound) }),
            ("nap:accumulation", indicator.accumulation.rawValue),
            (
                "nap:counts",
                indicator.measure.isNumeric ? (indicator.measure.countsPersons ? "persons" : "things") : nil
            ),
            ("nap:decimals", indicator.measure.isNumeric ? String(indicator.measure.decimals) : nil),
            ("nap:due", due), ("nap:level", isLevelKnown ? nil : indicator.level?.rawValue),
            ("nap:lead", indicator.lead?.rawValue),
            ("nap:contributors", Self.list(indicator.contributors.map(\.rawValue))),
            ("nap:combine", indicator.contributors.isEmpty ? nil : indicator.contribution.combination.rawValue),
            ("nap:disaggregation", Self.list(indicator.disaggregation)),
            ("nap:provenance", indicator.provenance.isIllustrative ? "illustrative" : nil),
        ]
    }

    private static func list(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: " ") }

    /// In words what IATI has no codes for: what is measured, in which unit, how periods go together.
    private func description(of indicator: Indicator) -> LocalizedText {
        let accumulation: IATIWords =
            switch indicator.accumulation {
            case .perPeriod: .perPeriod
            case .cumulative: .cumulative
            case .pointInTime: .pointInTime
            }
        return LocalizedText(
            plan.languages.map { language in
                func text(_ text: LocalizedText?) -> String? { text?.best(for: language).text }
                var sentences: [String?] = [text(indicator.metadata.definition)]
                switch indicator.measure {
                case .unit(let unit, _, _): sentences.append(text(unit).map { "[\($0)]" })
                case .percentage(let numerator, let denominator, _, _):
                    sentences.append("[100 × \(text(numerator) ?? "") / \(text(denominator) ?? "")]")
                case .nominal(let categories), .ordinal(let categories):
                    let words = categories.enumerated().map { "\($0 + 1) = \(text($1.title) ?? $1.id)" }
                    sentences.append("[\(words.joined(separator: "; "))]")
                case .qualitative, .milestone: break
                }
                if indicator.measure.isNumeric { sentences.append(words(accumulation)[language]) }
                if indicator.provenance.isIllustrative { sentences.append(words(.illustrative)[language]) }
                let said = sentences.compactMap { $0 }.filter { !$0.isEmpty }
                return .init(
                    language: language,
                    text: said.isEmpty ? text(indicator.title) ?? "" : said.joined(separator: " ")
                )
            }
        )
    }

    private func writeOwn(of indicator: Indicator, to xml: inout XMLWriter) {
        switch indicator.measure {
        case .unit(let unit, _, _): text("unit", unit, to: &xml)
        case .percentage(let numerator, let denominator, _, _):
            text("numerator", numerator, to: &xml)
            text("denominator", denominator, to: &xml)
        case .nominal(let categories), .ordinal(let categories): self.categories(categories, to: &xml)
        case .qualitative, .milestone: break
        }
        let metadata = indicator.metadata
        text("definition", metadata.definition, to: &xml)
        text("formula", metadata.formula, to: &xml)
        text("data-source", metadata.dataSource, to: &xml)
        text("means-of-verification", metadata.meansOfVerification, to: &xml)
        text("responsible-role", metadata.responsibleRole, to: &xml)
        text("limitations", metadata.limitations, to: &xml)
        text("question", metadata.question, to: &xml)
    }

    /// A number with a decimal point and as many digits as tell it from every other.
    static func text(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return number.description
    }
}
