import Diagnostics
import Testing

@testable import ActionPlan

/// A small plan; what is to be tried is put in.
enum SmallPlan {
    /// The text of the plan.
    ///
    /// - Parameters:
    ///   - header: lines under `plan:`, each beginning with two spaces.
    ///   - top: whole top-level keys.
    ///   - activity: lines of the activity `a1`, each beginning with eight spaces.
    ///   - indicators: indicators of the activity in flow style, without their braces.
    /// - Returns: one plan file.
    static func text(header: String = "", top: String = "", activity: String = "", indicators: [String] = []) -> String
    {
        """
        format: nap-plan/1
        plan:
          id: p
          title: A plan
          start: 2020-01-01
          end: 2022-12-31
          languages: [en]
          calendar: half-yearly
          provenance: {kind: illustrative}
        \(header)
        agencies:
          - {id: mfa, title: Foreign affairs, kind: ministry}
          - {id: mia, title: Internal affairs, kind: ministry}
        calendars:
          - {id: half-yearly, frequency: half-yearly, due-day: 15}
        \(top)
        objectives:
          - id: o1
            title: Prevention
            lead: mfa
            activities:
              - id: a1
                title: Seminars
        \(activity)
                indicators: [\(indicators.map { "{\($0)}" }.joined(separator: ", "))]

        """
    }

    static func load(_ text: String) -> (plan: Plan?, diagnostics: [Diagnostic]) {
        PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
    }

    /// The plan of a text that has no mistakes.
    static func plan(
        header: String = "",
        top: String = "",
        activity: String = "",
        indicators: [String] = []
    ) throws -> Plan {
        let text = text(header: header, top: top, activity: activity, indicators: indicators)
        let (plan, diagnostics) = load(text)
        return try #require(plan, "\(TextRenderer().render(diagnostics))")
    }
}

/// A day that the calendar has.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
