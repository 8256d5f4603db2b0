import ActionPlan
import Language
import Rules

extension PageMaker {
    func implementation(_ status: ImplementationStatus) -> String {
        switch status {
        case .notStarted: words("not started")
        case .underWay: words("under way")
        case .completed: words("completed")
        case .suspended: words("suspended")
        case .cancelled: words("cancelled")
        }
    }

    /// The target for a report's period, or else the final one.
    func target(of key: ReportKey, in assessment: Assessment) -> String? {
        guard let indicator = assessment.plan.indicator(key.item),
            let target = indicator.periodTargets[key.period] ?? indicator.finalTarget?.value
        else { return nil }
        return words(of: target, indicator.measure)
    }

    private func words(of target: TargetValue, _ measure: Measure) -> String {
        switch target {
        case .number(let value): return number(value, measure)
        case .level(let level):
            guard case .ordinal(let levels) = measure, let found = levels.first(where: { $0.id == level }) else {
                return level
            }
            return text(found.title)
        }
    }

    func number(_ value: Double, _ measure: Measure) -> String {
        let text = writing.number(value, decimals: 0...measure.decimals)
        if case .percentage = measure { return text + "\u{A0}%" }
        return text
    }

    /// The last figure before a report's period, and the period that it is of.
    func lastValue(before key: ReportKey, in assessment: Assessment) -> String? {
        guard let indicator = assessment.plan.indicator(key.item),
            let periods = assessment.indicators.first(where: { $0.id == key.item })?.periods,
            let last = periods.prefix(while: { $0.period.id != key.period }).last(where: { $0.actual != nil }),
            let value = last.actual
        else { return nil }
        return "\(number(value, indicator.measure)) (\(name(of: last.period.id, for: key.item)))"
    }

    /// What was reported, in words.
    func value(_ content: ReportContent, of item: ItemID, in assessment: Assessment) -> String {
        switch content.body {
        case .nilReport: return words("nothing to report")
        case .notApplicable(let reason): return words("does not apply: {1}", text(reason))
        case .value(let value):
            let measure = assessment.plan.indicator(item)?.measure
            switch value {
            case .number(let value): return measure.map { number(value, $0) } ?? writing.number(value, decimals: 0...6)
            case .ratio(let numerator, let denominator):
                let parts = words(
                    "{1} of {2}",
                    writing.number(numerator, decimals: 0...6),
                    writing.number(denominator, decimals: 0...6)
                )
                guard let share = value.number, let measure else { return parts }
                return "\(number(share, measure)) (\(parts))"
            case .category(let word), .level(let word):
                switch measure {
                case .nominal(let options)?, .ordinal(let options)?:
                    return options.first { $0.id == word }.map { text($0.title) } ?? word
                default: return word
                }
            case .text(let text): return self.text(text)
            case .milestone(let achieved, let day):
                guard achieved else { return words("not achieved yet") }
                return day.map { words("achieved on {1}", self.day($0)) } ?? words("achieved")
            case .implementation(let status): return implementation(status)
            }
        }
    }
}

extension Assessment {
    /// The verdict that is shown first of an item.
    func headline(of item: ItemID) -> Verdict? {
        indicators.first { $0.id == item }?.verdicts.headline ?? activities.first { $0.id == item }?.verdicts.headline
    }
}
