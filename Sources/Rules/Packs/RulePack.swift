package import ActionPlan
package import CEL
package import Diagnostics

/// A way of judging progress: statuses, and the rules by which they are given.
package struct RulePack: Sendable {
    package var id: String
    package var version: SemanticVersion
    package var title: LocalizedText
    package var summary: LocalizedText?
    /// Where the method is published.
    package var citations: [Citation]
    /// Packs whose statuses it gives too.
    package var uses: [String]
    package var parameters: [Parameter]
    /// Named expressions that the others call, each after those it calls itself.
    package var helpers: [Helper]
    package var statuses: [Status]
    package var scopes: [Scope: ScopeRules]
    /// What checks on a report measure in it.
    package var reportMeasures: MeasureList
    package var checks: [Check]
    package var tests: [RuleTest]
    /// The files that it was read from, in the order of their names.
    package var sources: [SourceText]

    package struct Citation: Sendable {
        package var title: LocalizedText
        package var url: String?
        package var says: LocalizedText?
    }

    /// A threshold or the like, which a plan may set.
    package struct Parameter: Sendable {
        package var id: String
        package var type: CELType
        package var defaultValue: Value
        package var low: Double?
        package var high: Double?
        package var title: LocalizedText
        package var unit: LocalizedText?
    }

    /// What a section of a pack judges.
    package enum Scope: String, Sendable, CaseIterable {
        case period
        case indicator
        case activity
        case objective
        case agency
        case plan
    }
}

/// The rules of a pack for one kind of thing.
package struct ScopeRules: Sendable {
    /// Where it is false nothing is said.
    package var applies: Program?
    /// In an order in which each comes after those it refers to.
    package var measures: [Measure]
    /// The measures in the order of the file.
    package var measureOrder: [Int]
    package var measuresType: ObjectType
    /// The first that holds gives the status.
    package var verdicts: [Rule]
    package var bounds: Verdict.Bounds?
    package var drawing = Drawing()

    /// The measures that are drawn on the chart of an indicator.
    package struct Drawing: Hashable, Sendable {
        /// In a period's section: from which value on the period counts as on track.
        package var band: String?
        /// In an indicator's section: on which day the target is reached at the present pace.
        package var forecast: String?
    }

    package struct Measure: Sendable {
        package var id: String
        package var title: LocalizedText?
        package var format: SentenceFormat
        /// Where it is false the measure is absent.
        package var when: Program?
        package var value: Program
    }

    package struct Rule: Sendable {
        package var id: String
        /// Nil for the last resort.
        package var when: Program?
        package var status: StatusID
        package var because: SentenceTemplate
        package var file: String
        package var line: Int
    }
}

extension RulePack {
    /// All its expressions, those of sentences too; helpers by themselves are none.
    var programs: [Program] {
        scopes.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value.programs) + reportMeasures.programs
            + checks.flatMap { [$0.when] + $0.message.expressions }
    }
}

extension ScopeRules {
    /// All its expressions, those of sentences too.
    var programs: [Program] {
        var programs = applies.map { [$0] } ?? []
        for measure in measures { programs += (measure.when.map { [$0] } ?? []) + [measure.value] }
        for rule in verdicts { programs += (rule.when.map { [$0] } ?? []) + rule.because.expressions }
        return programs
    }
}

/// A question to a report: where its condition holds, something is wrong or doubtful.
package struct Check: Sendable {
    package var id: String
    package var when: Program
    package var severity: Finding.Severity
    /// The part of the report it is about.
    package var field: String?
    package var message: SentenceTemplate
}

extension RulePack {
    /// A file of the pack as traces name it, the same on every machine: `pace/pack.yaml`.
    func name(of file: String) -> String {
        let folder = sources.first.flatMap { source in
            source.name.lastIndex(of: "/").map { source.name[...$0] }
        }
        if let folder, file.hasPrefix(folder) { return "\(id)/\(file.dropFirst(folder.count))" }
        return "\(id)/\(file.split(separator: "/").last ?? "pack.yaml")"
    }

    /// The type of `params` in its expressions.
    var parametersType: ObjectType {
        ObjectType("params", fields: parameters.map { parameter in .init(parameter.id, parameter.type) })
    }
}
