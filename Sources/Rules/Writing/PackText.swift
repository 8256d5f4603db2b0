import ActionPlan
import CEL
import Language

/// A rule pack in plain words.
package enum PackText {
    /// What a pack is, which statuses it gives, and when.
    ///
    /// - Parameters:
    ///   - pack: the pack.
    ///   - statuses: its statuses and those of the packs that it uses.
    ///   - language: a BCP 47 tag.
    ///   - width: how many characters a line may have.
    ///   - conditions: whether to show conditions and formulas as they are written.
    /// - Returns: lines, each ending in a line feed.
    package static func text(
        of pack: RulePack,
        statuses: StatusSet,
        language: String,
        width: Int = 100,
        conditions: Bool = true
    ) -> String {
        let writer = PackWriter(pack, statuses, language, width: width, conditions: conditions)
        return writer.blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// What a rule says, with its values as they are called: “‹Reached share of the expected› of what was expected by ‹end›”.
    ///
    /// - Parameters:
    ///   - template: the sentence.
    ///   - pack: the pack that it comes from.
    ///   - scope: the section that it stands in; nil for a check.
    ///   - parameters: values of parameters, by name; the defaults where there is none.
    ///   - language: a BCP 47 tag.
    /// - Returns: the sentence.
    package static func pattern(
        of template: SentenceTemplate,
        in pack: RulePack,
        _ scope: RulePack.Scope?,
        parameters: [MeasuredValue] = [],
        language: String
    ) -> String {
        guard let entry = template.languages.first(where: { $0.language == language }) ?? template.languages.first
        else { return "" }
        let writing = WrittenLanguage(tag: entry.language)
        return entry.parts
            .map { part -> String in
                guard case .value(let position, let format) = part else {
                    if case .text(let text) = part { return text }
                    return ""
                }
                if case .forms(let forms) = format { return writing.form(5, of: forms) }
                let text = template.expressions[position].text
                if let helper = pack.helpers.first(where: { text.hasPrefix("\($0.id)(") }), let title = helper.title {
                    return "‹\(title.best(for: language).text)›"
                }
                let path = text.split(separator: ".").map(String.init)
                switch path.first {
                case "params" where path.count == 2:
                    return value(path[1], pack, parameters).map { $0.written(as: format, writing, entry.language) }
                        ?? "‹\(path[1])›"
                case "measures" where path.count == 2:
                    let measures = scope.map { pack.scopes[$0]?.measures ?? [] } ?? pack.reportMeasures.measures
                    let measure = measures.first { $0.id == path[1] }
                    return "‹\(measure?.title?.best(for: language).text ?? path[1])›"
                default: return "‹\(FactNames.name(of: path.joined(separator: "."), entry.language))›"
                }
            }
            .joined()
    }

    private static func value(_ id: String, _ pack: RulePack, _ given: [MeasuredValue]) -> SentenceValue? {
        let known = given.first { $0.id == id }?.value
        let value = known ?? pack.parameters.first { $0.id == id }.map { FactValue($0.defaultValue) }
        switch value {
        case .number(let number)?: return .number(number, decimals: 4)
        case .integer(let number)?: return .integer(number)
        case .text(let text)?: return .text(text)
        default: return nil
        }
    }
}

/// Writes one pack.
private struct PackWriter {
    let pack: RulePack
    let statuses: StatusSet
    let language: String
    let width: Int
    let conditions: Bool
    let say: Catalogue

    init(_ pack: RulePack, _ statuses: StatusSet, _ language: String, width: Int, conditions: Bool) {
        self.pack = pack
        self.statuses = statuses
        self.language = language
        self.width = width
        self.conditions = conditions
        say = RulesWords.table.catalogue(language)
    }

    var blocks: [[String]] {
        [heading, citations, parameters, helpers, statusList] + RulePack.Scope.allCases.map(section) + [checks]
    }

    private func text(_ text: LocalizedText?) -> String {
        AssessmentWords.oneLine(text?.best(for: language, "en").text ?? "")
    }

    private func wrap(_ text: String, _ indent: Int = 0) -> [String] {
        TerminalTable.wrap(text, width: width, indent: String(repeating: " ", count: indent))
    }

    private func status(_ id: StatusID) -> String {
        statuses[id].map { "\($0.symbol.character) \(text($0.title))" } ?? id.rawValue
    }

    private var heading: [String] {
        var lines = ["\(text(pack.title)) (\(pack.id) \(pack.version))"]
        if let summary = pack.summary { lines += wrap(text(summary)) }
        if !pack.uses.isEmpty { lines.append(say("Gives statuses of: {1}", pack.uses.joined(separator: ", "))) }
        return lines
    }

    private var citations: [String] {
        guard !pack.citations.isEmpty else { return [] }
        return [say("Published as")]
            + pack.citations.flatMap { citation -> [String] in
                let address = citation.url.map { " <\($0)>" } ?? ""
                let says = citation.says.map { ": \(text($0))" } ?? ""
                return wrap("\(text(citation.title))\(address)\(says)", 2)
            }
    }

    private var parameters: [String] {
        guard !pack.parameters.isEmpty else { return [] }
        return [say("Parameters")]
            + pack.parameters.flatMap { parameter -> [String] in
                let bounds =
                    [parameter.low, parameter.high].contains { $0 != nil }
                    ? " [\(number(parameter.low))–\(number(parameter.high))]" : ""
                let unit = parameter.unit.map { " \(text($0))" } ?? ""
                return wrap(
                    "\(parameter.id) = \(value(parameter.defaultValue))\(unit)\(bounds): \(text(parameter.title))",
                    2
                )
            }
    }

    private func number(_ number: Double?) -> String {
        number.map { say.language.number($0, decimals: 0...4) } ?? "…"
    }

    private func value(_ value: Value) -> String {
        switch FactValue(value) {
        case .number(let number): self.number(number)
        case .integer(let number): say.language.number(Int(number))
        case .text(let text): text
        case .boolean(let flag): say(flag ? "yes" : "no")
        case .day, .list, .absent: ""
        }
    }

    private var statusList: [String] {
        guard !pack.statuses.isEmpty else { return [] }
        return [say("Statuses")]
            + pack.statuses.sorted { $0.rank < $1.rank }
            .flatMap { status -> [String] in
                let advice = status.advice.map { ". \(text($0))" } ?? ""
                return wrap("\(status.symbol.character) \(text(status.title)) (\(status.id))\(advice)", 2)
            }
    }

    private var helpers: [String] {
        guard !pack.helpers.isEmpty, conditions else { return [] }
        return [say("Helpers")]
            + pack.helpers.flatMap { helper -> [String] in
                let title = helper.title.map { "\(text($0)): " } ?? ""
                return wrap("\(title)\(helper.signature) = \(helper.writtenValue)", 2)
            }
    }

    private func measures(_ measures: [ScopeRules.Measure], _ order: [Int]) -> [String] {
        order.flatMap { index -> [String] in
            let measure = measures[index]
            let title = measure.title.map { text($0) } ?? measure.id
            let lines = wrap(conditions ? "\(title) (\(measure.id)) = \(measure.value.text)" : title, 2)
            guard conditions, let when = measure.when else { return lines }
            return lines + wrap(say("only where: {1}", when.text), 6)
        }
    }

    private func drawing(_ rules: ScopeRules) -> [String] {
        guard conditions else { return [] }
        let band = rules.drawing.band.map {
            wrap(say("Drawn on the chart as the edge of the tolerance band: {1}", $0), 2)
        }
        let forecast = rules.drawing.forecast.map { wrap(say("Drawn on the chart as the forecast: {1}", $0), 2) }
        return (band ?? []) + (forecast ?? [])
    }

    private func section(_ scope: RulePack.Scope) -> [String] {
        guard let rules = pack.scopes[scope] else { return [] }
        var lines = [say(Self.title(of: scope))]
        if let applies = rules.applies, conditions { lines += wrap(say("only where: {1}", applies.text), 2) }
        lines += measures(rules.measures, rules.measureOrder) + drawing(rules)
        for (position, rule) in rules.verdicts.enumerated() {
            let because = PackText.pattern(of: rule.because, in: pack, scope, language: language)
            lines += wrap("\(position + 1). \(status(rule.status)) — \(because)", 2)
            guard conditions else { continue }
            lines += wrap(rule.when.map { "\(rule.id): \($0.text)" } ?? "\(rule.id): \(say("in all other cases"))", 6)
        }
        if let bounds = rules.bounds {
            lines += wrap(
                say(
                    "If all that is unknown stood best: {1}; worst: {2}.",
                    status(bounds.best),
                    status(bounds.worst)
                ),
                2
            )
        }
        return lines
    }

    private static func title(of scope: RulePack.Scope) -> String {
        switch scope {
        case .period: "Of a reporting period"
        case .indicator: "Of an indicator"
        case .activity: "Of an activity"
        case .objective: "Of an objective"
        case .agency: "Of an agency"
        case .plan: "Of the plan"
        }
    }

    private var checks: [String] {
        guard !pack.checks.isEmpty else { return [] }
        return [say("Checks on a report")] + measures(pack.reportMeasures.measures, pack.reportMeasures.order)
            + pack.checks.flatMap { check -> [String] in
                let message = PackText.pattern(of: check.message, in: pack, nil, language: language)
                return wrap("\(say(check.severity.rawValue)) — \(message)", 2)
                    + (conditions ? wrap("\(check.id): \(check.when.text)", 6) : [])
            }
    }
}
