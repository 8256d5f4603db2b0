import ActionPlan
import CEL

/// Fills sentences with values: identifiers become names, days become dates.
struct SentenceNaming: Sendable {
    /// Nil where cases of a pack are tried.
    private let context: AssessmentContext?
    private let statuses: StatusSet
    /// The item that is spoken of; its calendar names periods.
    private let item: ItemID?
    /// How many digits numbers have, after the item's indicator.
    private let decimals: Int

    init(context: AssessmentContext?, statuses: StatusSet, item: ItemID?) {
        self.context = context
        self.statuses = statuses
        self.item = item
        let position = item.flatMap { context?.index.position(ofIndicator: $0) }
        decimals = position.flatMap { context?.index.plan.indicators[$0].measure.decimals } ?? 2
    }

    func sentence(_ template: SentenceTemplate, _ variables: [Value?]) throws(EvaluationError) -> Sentence {
        var values: [SentenceValue] = []
        values.reserveCapacity(template.expressions.count)
        for (position, expression) in template.expressions.enumerated() {
            let value = try expression.evaluate(variables)
            values.append(self.value(value, as: template.formats[position]))
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
}
