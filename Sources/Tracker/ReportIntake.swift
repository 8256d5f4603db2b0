package import ActionPlan
package import Diagnostics
package import Rules

/// Turns what an agency sent into events, or says everything that speaks against it.
package struct ReportIntake {
    private let party: Party
    private let moment: Moment
    private let language: String

    /// - Parameters:
    ///   - party: who sends.
    ///   - moment: now.
    ///   - language: of the sentences that rule packs say.
    package init(by party: Party, at moment: Moment, language: String) {
        self.party = party
        self.moment = moment
        self.language = language
    }

    /// The events that follow from some reports.
    ///
    /// A report is refused where a rule pack's check finds an error in it, and where one finds something doubtful and no
    /// comment explains it.
    ///
    /// - Parameters:
    ///   - entries: the reports, checked against the plan.
    ///   - known: the plan as it is today, and what was known before; it need not be judged.
    ///   - progress: is told how many reports are checked.
    /// - Returns: the events in the order of the reports, to be taken all together or, where anything is an error, not at
    ///   all; and what is wrong or doubtful.
    package func events(
        for entries: [ReportEntry],
        after known: LiveAssessment,
        _ progress: WorkProgress = .unseen
    ) -> (events: [ReportEvent], diagnostics: [Diagnostic]) {
        let permission = Permission(known.index)
        var events: [ReportEvent] = []
        var diagnostics: [Diagnostic] = []
        progress.over(entries) { entry in
            let event = ReportEvent(key: entry.key, moment: moment, party: party, action: entry.action)
            if var refusal = permission.refusal(of: party, event.action.kind, on: entry.key) {
                refusal.span = entry.place(of: .item)
                diagnostics.append(refusal)
            }
            if let problem = event.problem(with: known.periodLocks, after: known[entry.key])
                ?? Self.problem(with: event, after: known[entry.key])
            {
                diagnostics.append(at(entry, problem))
            }
            diagnostics += findings(entry, known)
            diagnostics += doubleCounting(entry, known)
            if let remark = LateReport.remark(on: entry, after: known[entry.key], known.index, today: known.asOf) {
                diagnostics.append(remark)
            }
            events.append(event)
        }
        return (events, diagnostics)
    }

    private static func problem(with event: ReportEvent, after record: ReportRecord?) -> Diagnostic? {
        guard var problem = event.problem(after: record) else { return nil }
        if record?.wasVerified == true, event.action.kind == .submit {
            problem.hint = "it was verified: add `correction: {reason: …}` to say why it changes"
        }
        return problem
    }

    private func at(_ entry: ReportEntry, _ problem: Diagnostic) -> Diagnostic {
        var problem = problem
        problem.span = entry.place(of: .item)
        return problem
    }

    /// What seems to be in another agency's report too: refused, or to be explained by a comment, as the plan says.
    private func doubleCounting(_ entry: ReportEntry, _ known: LiveAssessment) -> [Diagnostic] {
        guard !entry.isDraft, let indicator = known.index.indicator(entry.key.item), indicator.contributors.count > 1
        else {
            return []
        }
        let others = known.records(on: entry.key.item, in: entry.key.period)
            .compactMap { record in record.effective.map { (agency: record.key.agency, content: $0.content) } }
        let isRefused = indicator.contribution.guardedBy == .refuse
        let isError = isRefused || entry.content.comment == nil
        return DoubleCounting.signs(in: entry.content, of: entry.key.agency, beside: others, on: indicator)
            .map { found in
                let message: Message
                switch found.sign {
                case .sameDocument(let evidence):
                    message =
                        "“\(evidence.title.best(for: language).text)” stands behind the report of \(found.other) too: the same thing would be counted twice"
                case .leadHasTheOthers(let total):
                    message =
                        "the lead's \(Self.number(total)) is just what the others reported together: they would be counted twice"
                }
                return Diagnostic(
                    "double-counting",
                    message,
                    severity: isError ? .error : .warning,
                    at: entry.place(of: .evidence) ?? entry.place(of: .value),
                    hint: isRefused
                        ? "report only what no other agency reports"
                        : isError ? "mend it, or add a comment that explains it" : nil
                )
            }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }

    /// What the packs' checks find.
    private func findings(_ entry: ReportEntry, _ known: LiveAssessment) -> [Diagnostic] {
        guard !entry.isDraft else { return [] }
        let outcomes = known.checks(entry.content, entry.key, isCorrection: entry.correction != nil)
        return outcomes.map { outcome in
            let needsComment = outcome.severity == .warning && entry.content.comment == nil
            return Diagnostic(
                "check-\(outcome.check)",
                "\(outcome.message.text(language))",
                severity: outcome.severity == .error || needsComment
                    ? .error : outcome.severity == .warning ? .warning : .information,
                at: entry.place(of: outcome.field.flatMap(ReportField.init(rawValue:)) ?? .value),
                hint: needsComment ? "mend it, or add a comment that explains it" : nil,
                notes: [Diagnostic.Note("the check \(outcome.check) of the rule pack \(outcome.pack)")]
            )
        }
    }
}
