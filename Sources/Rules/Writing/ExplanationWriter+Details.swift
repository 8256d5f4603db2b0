import ActionPlan
import Language

/// The periods behind a verdict, and the steps to it.
extension ExplanationWriter {
    // MARK: - Periods

    func periods(_ periods: [PeriodAssessment], of item: ItemID) -> [String] {
        let shown = periods.filter { $0.state != .notDue }
        guard !shown.isEmpty else { return [] }
        return [say("Periods")] + shown.flatMap { period($0, of: item) }
    }

    private func period(_ period: PeriodAssessment, of item: ItemID) -> [String] {
        var parts = [figure(period, of: item)]
        switch period.target {
        case .number(let target)?: parts.append(words.say("target {1}", number(target, of: item)))
        case .level(let id)?: parts.append(words.say("target {1}", level(id, of: item)))
        case nil:
            if let expected = period.expected {
                parts.append(words.say("expected {1}", number(expected, of: item)))
            }
        }
        let name = words.period(period.period.id, of: item)
        let heading = TerminalTable.wrap("\(name): \(parts.joined(separator: ", "))", width: width, indent: "  ")
        return heading + period.reports.compactMap { part($0) }
    }

    private func part(_ part: ReportedPart) -> String? {
        guard part.isReceived || part.state == .overdue || part.isReturned else { return nil }
        var facts: [String] = []
        if let received = part.receivedOn {
            facts.append(words.writing.shortDate(received))
            facts.append(part.daysLate > 0 ? words.say("{1} late", words.days(part.daysLate)) : say("in time"))
            facts.append(say(part.isVerified ? "verified" : "not verified"))
        } else {
            facts.append(say("overdue") + (part.daysLate > 0 ? " (\(words.days(part.daysLate)))" : ""))
        }
        if part.isReturned { facts.append(say("returned")) }
        if part.isCorrected { facts.append(say("corrected")) }
        if part.version?.content.provenance.isIllustrative ?? false { facts.append(say("illustrative")) }
        return "    \(words.agency(part.agency)): \(facts.joined(separator: ", "))"
    }

    private func figure(_ period: PeriodAssessment, of item: ItemID) -> String {
        switch period.state {
        case .notDue: return say("not due")
        case .due: return say("due")
        case .overdue:
            let received = period.reports.count(where: \.isReceived)
            guard received > 0 else { return say("overdue") }
            let parts = words.say("{1} of {2}", String(received), String(period.reports.count))
            return "\(say("overdue")) (\(parts) \(say("received")))"
        case .nilReport: return say("nothing to report")
        case .notApplicable: return say("not applicable")
        case .withheld: return say("withheld")
        case .zero, .value: break
        }
        switch period.value {
        case .level(let id)?: return level(id, of: item)
        case .category(let id)?: return level(id, of: item)
        case .milestone(let achieved, let day)?:
            return say(achieved ? "achieved" : "not achieved")
                + (day.map { " (\(words.writing.shortDate($0)))" } ?? "")
        case .ratio(let numerator, let denominator)?:
            let parts = words.say("{1} of {2}", plain(numerator), plain(denominator))
            return period.actual.map { "\(number($0, of: item)) (\(parts))" } ?? parts
        case .text(let text)?: return TerminalTable.cut(words.text(text), to: 60)
        case .implementation(let status)?: return say(status.rawValue)
        case .number?, nil: return period.actual.map { number($0, of: item) } ?? say("reported")
        }
    }

    private func level(_ id: String, of item: ItemID) -> String {
        switch assessment.plan.indicator(item)?.measure {
        case .ordinal(let categories)?, .nominal(let categories)?:
            categories.first { $0.id == id }.map { words.text($0.title) } ?? id
        default: id
        }
    }

    private func plain(_ value: Double) -> String { words.writing.number(value, decimals: 0...2) }

    private func number(_ value: Double, of item: ItemID) -> String {
        let measure = assessment.plan.indicator(item)?.measure
        let isWhole = value == value.rounded()
        let text = words.writing.number(value, decimals: 0...(isWhole ? 0 : max(1, measure?.decimals ?? 1)))
        if case .percentage? = measure { return text + (words.writing == .english ? "%" : "\u{A0}%") }
        return text
    }

    // MARK: - Trace

    func trace(_ verdicts: ItemVerdicts) -> [String] {
        guard let verdict = verdicts.headline else { return [] }
        let trace = verdict.trace
        let version = assessment.packs.first { $0.pack.id == verdict.pack }?.pack.version.description ?? ""
        var lines = [
            say("How it came to this"),
            "  "
                + words.say(
                    "pack {1} {2}, rule {3} ({4})",
                    verdict.pack,
                    version,
                    verdict.rule,
                    "\(trace.file):\(trace.line)"
                ),
        ]
        if let condition = trace.condition {
            let holds = words.say("it holds: {1}", AssessmentWords.oneLine(condition))
            lines += TerminalTable.wrap(holds, width: width, indent: "  ")
        } else {
            lines.append("  " + say("the last resort: no rule before it held"))
        }
        if !trace.passedOver.isEmpty {
            let forms = "rule tried before and passed over / rules tried before and passed over"
            lines.append("  " + words.say.count(trace.passedOver.count, forms).replacing("\u{A0}", with: " "))
        }
        let columns = trace.inputs.map { "    \($0.path)" }.map(\.count).max() ?? 0
        for input in trace.inputs {
            let path = "    \(input.path)"
            let padding = String(repeating: " ", count: columns - path.count)
            let source = input.origin.map { "   (\(origin($0)))" } ?? ""
            lines.append("\(path)\(padding) = \(words.value(input.value, isYear: input.isYear))\(source)")
        }
        return lines
    }

    private func origin(_ origin: Trace.Origin) -> String {
        switch origin {
        case .report(let key, let version):
            words.say(
                "report of {1} for {2}, version {3}",
                words.agency(key.agency),
                words.period(key.period, of: key.item),
                String(version)
            )
        case .planItem(let item): "\(say("plan and reports")), \(item)"
        case .parameter: say("parameter")
        case .measure: say("measure")
        }
    }
}
