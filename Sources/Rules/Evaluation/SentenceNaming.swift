import ActionPlan
import CEL

/// Fills sentences with values: identifiers become names, days become dates.
struct SentenceNaming: Sendable {
    /// Nil where cases of a pack are tried.
    let context: AssessmentContext?
    let statuses: StatusSet
    /// The item that is spoken of; its calendar names periods, its indicator has the digits of numbers.
    let item: ItemID?

    func sentence(_ template: SentenceTemplate, _ variables: [Value?]) throws(EvaluationError) -> Sentence {
        var values: [SentenceValue] = []
        for (position, expression) in template.expressions.enumerated() {
            let value = try expression.evaluate(variables)
            values.append(self.value(value, as: template.format(of: position)))
        }
        return Sentence(template, values)
    }

    private func value(_ value: Value, as format: SentenceFormat) -> SentenceValue {
        switch value {
        case .double(let number): return .number(number, decimals: decimals)
        case .int(let number): return .integer(number)
        case .uint(let number): return .integer(Int64(clamping: number))
        case .timestamp: return value.day.map(SentenceValue.day) ?? .absent
        case .bool(let flag): return .text(flag ? "true" : "false")
        case .string(let text): return named(text, format)
        case .list(let elements):
            return .names(
                elements.compactMap { element in
                    guard case .string(let id) = element else { return nil }
                    let name =
                        format == .agencies ? agency(id) : context?.index.title(of: ItemID(rawValue: id))
                    return name ?? LocalizedText(id, language: "")
                }
            )
        default: return .absent
        }
    }

    private func named(_ id: String, _ format: SentenceFormat) -> SentenceValue {
        let name: LocalizedText? =
            switch format {
            case .status: statuses[StatusID(rawValue: id)]?.title
            case .item: context?.index.title(of: ItemID(rawValue: id))
            case .agency:
                agency(id)
            case .period: item.flatMap { context?.index.name(of: PeriodID(rawValue: id), for: $0) }
            default: nil
            }
        return name.map { .names([$0]) } ?? .text(id)
    }

    private func agency(_ id: String) -> LocalizedText? {
        context?.index.agency(AgencyID(rawValue: id)).map { $0.shortTitle ?? $0.title }
    }

    private var decimals: Int {
        item.flatMap { context?.index.indicator($0)?.measure.decimals } ?? 2
    }
}

extension SentenceTemplate {
    /// The format of an expression, where it is first used.
    func format(of position: Int) -> SentenceFormat {
        for entry in languages {
            for case .value(position, let format) in entry.parts {
                if case .forms = format { continue }
                return format
            }
        }
        return .number
    }
}
