import ActionPlan
import Language
import Markup
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

    /// What the plan asks for in a report, name by name: what is counted, how it is checked, until when.
    func asked(of key: ReportKey, in assessment: Assessment) -> [(name: String, value: String)] {
        let metadata = assessment.plan.indicator(key.item)?.metadata
        var facts = [(words("Code"), code(of: key.item) ?? key.item.rawValue)]
        for (name, value) in [
            (words("Definition"), metadata?.definition), (words("Formula"), metadata?.formula),
            (words("Question"), metadata?.question), (words("Means of verification"), metadata?.meansOfVerification),
        ] {
            if let value { facts.append((name, text(value))) }
        }
        if let period = assessment.plan.periods(of: key.item).first(where: { $0.id == key.period }) {
            facts.append((words("Due by"), day(period.due)))
        }
        return facts
    }

    /// What a report is compared with, name by name: the target and what was reported for the period before.
    ///
    /// Where several agencies make a figure together, their sum and the one agency's own part are told apart.
    ///
    /// - Parameters:
    ///   - key: the report.
    ///   - assessment: where it is read from.
    ///   - isOwn: whether the agency itself reads it.
    /// - Returns: what is known, in the order in which it is shown.
    func comparison(for key: ReportKey, in assessment: Assessment, isOwn: Bool) -> [(name: String, value: String)] {
        let isShared = assessment.plan.expectedReporters(of: key.item).count > 1
        let before = assessment.periods(of: key.item).prefix { $0.period.id != key.period }
        func told(_ value: String, _ period: PeriodAssessment) -> String {
            "\(value) (\(name(of: period.period.id, for: key.item)))"
        }
        var facts: [(name: String, value: String)] = []
        if let target = target(of: key, in: assessment) {
            facts.append((isShared ? words("Target of all agencies together") : words("Target"), target))
        }
        let measure = assessment.plan.indicator(key.item)?.measure
        if let last = before.last(where: { $0.actual != nil || $0.value != nil }) {
            let value =
                last.actual.map { number in measure.map { self.number(number, $0) } ?? writing.number(number) }
                ?? last.value.map { self.value($0, measure) } ?? ""
            facts.append(
                (isShared ? words("Last value of all agencies together") : words("Last value"), told(value, last))
            )
        }
        guard isShared else { return facts }
        for period in before.reversed() {
            guard let part = period.reports.first(where: { $0.agency == key.agency && $0.isReceived }),
                let content = part.record?.versions.last(where: { !$0.isDraft })?.content
            else { continue }
            facts.append(
                (
                    isOwn ? words("Your own last value") : words("The agency's own last value"),
                    told(value(content, of: key.item, in: assessment), period)
                )
            )
            break
        }
        return facts
    }

    /// The parts of a figure by category, and what was said to it, each as a fact.
    func partsAndComment(of content: ReportContent, _ page: inout Markup) {
        for cell in content.cells {
            let names = cell.categories.map { name(of: $0) }.joined(separator: ", ")
            page.fact(names, writing.number(cell.value, decimals: 0...6))
        }
        if let comment = content.comment { page.fact(words("Comment"), text(comment)) }
    }

    /// What was reported, in words.
    func value(_ content: ReportContent, of item: ItemID, in assessment: Assessment) -> String {
        switch content.body {
        case .nilReport: return words("nothing to report")
        case .notApplicable(let reason): return words("does not apply: {1}", text(reason))
        case .value(let value): return self.value(value, assessment.plan.indicator(item)?.measure)
        }
    }

    private func value(_ value: ReportedValue, _ measure: Measure?) -> String {
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
