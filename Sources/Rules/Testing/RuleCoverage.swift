/// Which outcomes of a pack's conditions its cases have shown.
package struct RuleCoverage: Sendable {
    /// A condition: of a rule, a check, a measure, or the one by which a section applies.
    package struct Condition: Hashable, Sendable {
        package var kind: Kind
        /// Where it stands, as `indicator/otherwise`.
        package var name: String
        /// Whether a case has shown it to hold, and not to hold.
        package var held = false
        package var failed = false
        /// Whether it always holds: the last resort of a list.
        package var isLastResort = false

        package enum Kind: String, Sendable {
            case rule
            case check
            case measure
            case applies
        }

        /// Whether it gives a status or a finding.
        var isRule: Bool { kind == .rule || kind == .check }

        /// Whether both outcomes were shown, or the only one there is.
        package var isFullySeen: Bool { held && (failed || isLastResort) }
    }

    package private(set) var conditions: [Condition] = []
    private var positions: [String: Int] = [:]
    private let rules: [RulePack.Scope: [String]]

    init(of pack: RulePack) {
        var rules: [RulePack.Scope: [String]] = [:]
        var conditions: [Condition] = []
        for scope in RulePack.Scope.allCases {
            guard let section = pack.scopes[scope] else { continue }
            if section.applies != nil { conditions.append(Condition(kind: .applies, name: scope.rawValue)) }
            for index in section.measureOrder where section.measures[index].when != nil {
                conditions.append(Condition(kind: .measure, name: "\(scope.rawValue)/\(section.measures[index].id)"))
            }
            for rule in section.verdicts {
                conditions.append(
                    Condition(
                        kind: .rule,
                        name: "\(scope.rawValue)/\(rule.id)",
                        isLastResort: rule.when == nil
                    )
                )
            }
            rules[scope] = section.verdicts.map(\.id)
        }
        for index in pack.reportMeasures.order where pack.reportMeasures.measures[index].when != nil {
            let measure = pack.reportMeasures.measures[index]
            conditions.append(Condition(kind: .measure, name: "report/\(measure.id)"))
        }
        for check in pack.checks { conditions.append(Condition(kind: .check, name: "report/\(check.id)")) }
        self.conditions = conditions
        self.rules = rules
        for (position, condition) in conditions.enumerated() {
            positions["\(condition.kind) \(condition.name)"] = position
        }
    }

    /// Rules and checks that no case has reached.
    package var unreached: [String] {
        conditions.filter { $0.isRule && !$0.held }.map(\.name)
    }

    /// Conditions of which a case has shown only one outcome, or none.
    package var halfSeen: [Condition] { conditions.filter { !$0.isFullySeen } }

    package var ruleCount: Int { conditions.count(where: \.isRule) }

    mutating func note(_ scope: RulePack.Scope, applies: Bool) { note(.applies, scope.rawValue, applies) }

    mutating func note(reportMeasure id: String, _ isThere: Bool) { note(.measure, "report/\(id)", isThere) }

    mutating func note(check: String, _ holds: Bool) { note(.check, "report/\(check)", holds) }

    /// Notes a verdict: its rule held, those before it did not; measures are there or not.
    mutating func note(_ scope: RulePack.Scope, _ outcome: ScopeEvaluator.Outcome) {
        note(scope, applies: true)
        for condition in conditions where condition.kind == .measure && condition.name.hasPrefix("\(scope.rawValue)/") {
            let id = condition.name.dropFirst(scope.rawValue.utf8.count + 1)
            note(.measure, condition.name, outcome.measures.contains { $0.id == id })
        }
        guard outcome.failure == nil, let verdict = outcome.verdict else { return }
        for rule in rules[scope] ?? [] {
            note(.rule, "\(scope.rawValue)/\(rule)", rule == verdict.rule)
            if rule == verdict.rule { break }
        }
    }

    private mutating func note(_ kind: Condition.Kind, _ name: String, _ holds: Bool) {
        guard let position = positions["\(kind) \(name)"] else { return }
        if holds { conditions[position].held = true } else { conditions[position].failed = true }
    }
}
