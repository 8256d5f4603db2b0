import ActionPlan
import YAML

extension PlanDraft {
    /// The plan as a file that `nap check` takes, with remarks where a human has to look.
    package var text: String {
        var lines = [
            "# yaml-language-server: $schema=../../docs/schemas/plan.schema.json",
            "#",
            "# A draft, made of the table \(YAMLText.comment(source)). What needs a human is listed in import/questions.md and",
            "# stands beside the items as “to be decided”. Titles are in the table's words.",
            "format: nap-plan/1",
            "plan:",
            "  id: \(id)",
            "  title: \(quoted(title))",
            "  start: \(days.start)",
            "  end: \(days.end)",
            "  languages: [\(language)]",
            "  provenance: {kind: documented, source: table}",
            "  # calendar: half-yearly    # to be decided: by what calendar agencies report",
            "  rules:",
            "    - {pack: core, version: \"1.0\"}",
            "    - {pack: pace, version: \"1.0\"}",
            "  headline: [core, pace]",
            "sources:",
            "  - {id: table, title: \(quoted(source))}",
        ]
        if !agencies.isEmpty {
            lines.append("agencies:")
            lines += agencies.map { agency in
                "  - {id: \(agency.id), title: \(quoted(agency.title)), kind: \(Self.kind(of: agency.title))}"
            }
        }
        lines.append("objectives:")
        for objective in objectives { lines += self.lines(objective) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func quoted(_ text: String) -> String { YAMLText.quoted(text) }

    private static func kind(of title: String) -> String {
        let title = title.lowercased()
        return ["ministry", "министерств", "ministrlig"].contains { title.contains($0) }
            ? "ministry" : "other"
    }

    private func lines(_ objective: Objective) -> [String] {
        var lines = ["  - id: \(objective.id)"]
        if let code = objective.code { lines.append("    code: \(quoted(code))") }
        lines.append("    title: \(quoted(objective.title))")
        if !objective.activities.isEmpty {
            lines.append("    activities:")
            for activity in objective.activities { lines += self.lines(activity) }
        }
        return lines
    }

    private func lines(_ activity: Activity) -> [String] {
        var lines = ["      - id: \(activity.id)"]
        if let code = activity.code { lines.append("        code: \(quoted(code))") }
        lines.append("        title: \(quoted(activity.title))")
        if let lead = activity.responsible.first { lines.append("        lead: \(lead)") }
        if activity.responsible.count > 1 {
            lines.append("        co-leads: [\(activity.responsible.dropFirst().joined(separator: ", "))]")
        }
        if !activity.implementers.isEmpty {
            lines.append("        implementers: [\(activity.implementers.joined(separator: ", "))]")
        }
        if let timing = timing(activity) {
            lines.append("        timing: \(timing)")
        } else if let stated = activity.stated {
            lines.append("        # to be decided: when; the table says “\(YAMLText.comment(stated))”")
        }
        if !activity.indicators.isEmpty {
            lines.append("        indicators:")
            for indicator in activity.indicators { lines += self.lines(indicator, indent: "          ") }
        }
        return lines
    }

    private func timing(_ activity: Activity) -> String? {
        guard let time = activity.time, let stated = activity.stated else { return nil }
        let words: String
        switch time.kind {
        case .fixed(nil, let end) where end < days.start:
            words = "kind: fixed, start: \(end), end: \(end)"
        case .fixed(let start, let end):
            words = "kind: fixed, " + (start.map { "start: \($0), " } ?? "") + "end: \(end)"
        case .recurring(let interval): words = "kind: recurring, every: \(interval.rawValue)"
        case .permanent: words = "kind: permanent"
        }
        return "{\(words), stated: \(quoted(stated))}" + (time.isDoubtful ? "  # to be decided" : "")
    }

    private func lines(_ indicator: Indicator, indent: String) -> [String] {
        var lines = ["\(indent)- id: \(indicator.id)"]
        func add(_ line: String) { lines.append("\(indent)  \(line)") }
        add("title: \(quoted(indicator.title))")
        if let definition = indicator.definition { add("definition: \(quoted(definition))") }
        guard indicator.target != nil || indicator.baseline != nil || indicator.unit != nil else {
            add("measure: qualitative       # to be decided: unit, percentage, milestone …")
            return lines
        }
        let values = [indicator.target, indicator.baseline].compactMap { $0 }
        let decimals = values.allSatisfy { $0 == $0.rounded() } && indicator.unit != "%" ? 0 : 1
        add("measure: unit              # to be decided; a percentage has a numerator and a denominator")
        add("unit: \(quoted(indicator.unit ?? "?"))\(indicator.unit == nil ? "                  # to be decided" : "")")
        if decimals > 0 { add("decimals: \(decimals)") }
        add("accumulation: point-in-time    # to be decided: per-period, cumulative or point-in-time")
        let falls = indicator.target.flatMap { target in indicator.baseline.map { target < $0 } } ?? false
        add("direction: \(falls ? "decrease" : "increase")        # to be decided")
        if let baseline = indicator.baseline {
            let year = indicator.baselineYear ?? days.start.date.year - 1
            add(
                "baseline: {value: \(YAMLText.number(baseline)), year: \(year)}\(indicator.baselineYear == nil ? "    # to be decided: the year" : "")"
            )
        }
        if let target = indicator.target { add("target: {value: \(YAMLText.number(target))}") }
        return lines
    }

    /// What needs a human, as a list to work through.
    package func questionList(_ say: (PlanQuestion) -> String, title: String) -> String {
        var lines = ["# \(title)", ""]
        for question in questions {
            let place = [question.place, question.item.map { "`\($0)`" } ?? ""].filter { !$0.isEmpty }
            lines.append("- [ ] " + (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + say(question))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
