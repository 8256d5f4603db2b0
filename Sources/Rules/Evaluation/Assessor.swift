package import ActionPlan
import CEL
package import Diagnostics

/// Judges a plan by its rule packs: prepared once, used for any snapshot and day.
package struct Assessor: Sendable {
    let plan: Plan
    let uses: [PreparedPack]
    let statuses: StatusSet
    let summaries: [PackSummary]
    /// The roll-ups in which a rule looks at single children.
    private let scopesReadingChildren: Set<RulePack.Scope>

    private init(plan: Plan, uses: [PreparedPack], statuses: StatusSet, summaries: [PackSummary]) {
        self.plan = plan
        self.uses = uses
        self.statuses = statuses
        self.summaries = summaries
        scopesReadingChildren = Set(
            RulePack.Scope.allCases.filter { scope in uses.contains { $0.readsChildren(in: scope) } }
        )
    }

    /// Prepares the packs that a plan names.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - find: gives a pack by its identifier, nil where there is none.
    ///   - library: where packs were looked for, to say what there is instead of one that there is not.
    ///   - digest: SHA-256 of bytes, in hexadecimal digits.
    /// - Returns: the assessor, or nil where anything is an error; and what is wrong with the plan's use of packs.
    package static func prepare(
        _ plan: Plan,
        find: (String) -> RulePack?,
        library: RulePackLibrary? = nil,
        digest: ([UInt8]) -> String
    ) -> (assessor: Assessor?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var uses: [PreparedPack] = []
        var summaries: [PackSummary] = []
        for use in plan.rules {
            guard let pack = find(use.pack) else {
                diagnostics.append(RulePackLibrary.problem(without: use, library))
                continue
            }
            if let wanted = SemanticVersion(use.version), !pack.version.satisfies(wanted) {
                diagnostics.append(
                    Diagnostic(
                        "wrong-pack-version",
                        "the plan wants version \(use.version) of \(pack.id), and there is \(pack.version)",
                        at: use.places.version.span,
                        expected: "the same first number, and not older"
                    )
                )
            }
            let values = pack.values(of: use, &diagnostics)
            uses.append(
                PreparedPack(
                    pack,
                    parameters: .object(ObjectValue(pack.parametersType, values.map(Optional.some))),
                    items: use.items
                )
            )
            summaries.append(
                PackSummary(
                    pack: pack,
                    digest: digest(pack.canonicalBytes),
                    parameters: zip(pack.parameters, values).map { MeasuredValue(id: $0.id, value: FactValue($1)) }
                )
            )
        }
        diagnostics += sharedStatuses(uses.map(\.pack), plan)
        let statuses = StatusSet(uses.flatMap(\.pack.statuses) + [Status.cannotBeJudged, Status.withheld])
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        return (Assessor(plan: plan, uses: uses, statuses: statuses, summaries: summaries), diagnostics)
    }

    /// Statuses that two packs declare under one identifier: a reader could not tell which is meant.
    private static func sharedStatuses(_ packs: [RulePack], _ plan: Plan) -> [Diagnostic] {
        var owners: [StatusID: String] = [:]
        var problems: [Diagnostic] = []
        for pack in packs {
            for status in pack.statuses {
                if let owner = owners[status.id], owner != pack.id {
                    problems.append(
                        Diagnostic(
                            "shared-status",
                            "both \(owner) and \(pack.id) declare the status \(status.id)",
                            at: plan.rules.first { $0.pack == pack.id }?.places.pack.span,
                            hint: "one of them must give it another identifier, or name the other under `uses`"
                        )
                    )
                }
                owners[status.id] = owners[status.id] ?? pack.id
            }
        }
        return problems
    }

    /// Where the plan stands as of a day.
    ///
    /// - Parameters:
    ///   - snapshot: the reports.
    ///   - asOf: the day; the amendments in force on it apply.
    ///   - progress: is told how many items are judged.
    /// - Returns: the assessment, the same for the same input.
    package func assess(_ snapshot: Snapshot, asOf: Day, _ progress: WorkProgress = .unseen) -> Assessment {
        var run = AssessmentRun(AssessmentContext(self, asOf: asOf), snapshot)
        run.judgeAll(progress)
        return run.assessment
    }

    /// The statuses that an agency may claim and a reviewer may give: those that say how well something stands.
    package var claimableStatuses: [Status] { statuses.all.filter { $0.group != .unknown && $0.group != .neutral } }

    /// Where the plan stands, judged without some of its indicators.
    ///
    /// Whatever stands above them is judged anew, as if nothing could be said of them; all else stays as it is known.
    /// Their figures are still there: taking those out is up to whoever asks.
    ///
    /// - Parameters:
    ///   - known: where it stands with all of them, as this assessor judged it.
    ///   - snapshot: the reports from which that was made.
    ///   - withholding: the indicators of which nothing may be said.
    /// - Returns: the assessment.
    package func assess(_ known: Assessment, from snapshot: Snapshot, withholding: Set<ItemID>) -> Assessment {
        guard !withholding.isEmpty else { return known }
        var run = AssessmentRun(AssessmentContext(self, asOf: known.asOf, of: known.plan), snapshot, judged: known)
        run.withhold(withholding)
        return run.assessment
    }

    /// Whether any rule on an indicator or its periods could read the parts of a figure by categories.
    package var readsCells: Bool {
        func readsCells(_ text: String) -> Bool { text.contains("cells") || text.contains("partition_sum") }
        for use in uses {
            for scope in [RulePack.Scope.period, .indicator] {
                let programs = use[scope]?.rules.programs ?? []
                if programs.contains(where: { readsCells($0.text) }) { return true }
            }
            // A helper may be called by any rule.
            if use.pack.helpers.contains(where: { readsCells($0.writtenValue) }) { return true }
        }
        return false
    }

    /// What rules see of something that is judged by what is below it; of single children only where a rule looks at them.
    func facts<Subject: RollUpSubject>(
        _ scope: RulePack.Scope,
        _ subject: Subject,
        _ table: FactTable<Subject>
    ) -> Value {
        guard !scopesReadingChildren.contains(scope) else { return table(subject) }
        var subject = subject
        subject.children = []
        return table(subject)
    }
}

/// What a check found in a report.
package struct CheckOutcome: Sendable {
    package var pack: String
    package var check: String
    package var severity: Finding.Severity
    package var field: String?
    package var message: Sentence
}

extension RulePack {
    /// The bytes by which a pack is known again: the name and content of each of its files.
    package var canonicalBytes: [UInt8] {
        sources.flatMap { source -> [UInt8] in
            let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
            return Array("\(name)\n\(source.bytes.count)\n".utf8) + source.bytes
        }
    }

    /// The values of its parameters, the plan's where it gives some.
    func values(of use: RulePackUse, _ diagnostics: inout [Diagnostic]) -> [Value] {
        for name in use.parameters.keys.sorted() where !parameters.contains(where: { $0.id == name }) {
            let known = parameters.map(\.id)
            diagnostics.append(
                Diagnostic(
                    "unknown-parameter",
                    "\(name) is no parameter of the rule pack \(id)",
                    at: use.places.parameters[name]?.span,
                    expected: "one of: \(known.joined(separator: ", "))",
                    hint: Suggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
                )
            )
        }
        return parameters.map { parameter in
            guard let given = use.parameters[parameter.id] else { return parameter.defaultValue }
            guard let value = parameter.value(given), parameter.allows(value) else {
                diagnostics.append(
                    Diagnostic(
                        "bad-parameter",
                        "the plan gives the parameter \(parameter.id) of \(id) a value that it cannot have",
                        at: use.places.values[parameter.id]?.span,
                        expected: parameter.boundsDescription
                    )
                )
                return parameter.defaultValue
            }
            return value
        }
    }
}

extension RulePack.Parameter {
    fileprivate func value(_ given: RulePackUse.ParameterValue) -> Value? {
        switch (type, given) {
        case (.double, .number(let number)): .double(number)
        case (.int, .number(let number)): Int64(exactly: number).map(Value.int)
        case (.bool, .boolean(let flag)): .bool(flag)
        case (.string, .text(let text)): .string(text)
        default: nil
        }
    }
}
