package import ActionPlan
package import Diagnostics
package import Disclosure
package import Ledger
package import Rules
package import TransparencyLog

/// The use cases over one plan and its ledger.
///
/// Permission is checked here, for every way in.
package struct Tracker: Sendable {
    package let workspace: Workspace
    let ledger: Ledger
    /// What reports are held against that come in; it is never judged, so that nobody who sends waits for that.
    let known: Present
    /// Where the plan stands.
    let present: Present

    /// - Parameters:
    ///   - workspace: the plan and the packs that judge it.
    ///   - ledger: the plan's ledger, open.
    package init(_ workspace: Workspace, ledger: Ledger) {
        self.workspace = workspace
        self.ledger = ledger
        known = Present(workspace, ledger: ledger)
        present = Present(workspace, ledger: ledger)
    }

    /// Where the plan stands.
    ///
    /// - Parameters:
    ///   - asOf: the day as of which is judged.
    ///   - edition: for whom; the public one withholds small counts.
    ///   - knownAt: up to when reports are taken into account; the end of that day if nil.
    ///   - published: what earlier public editions showed.
    ///   - progress: is told how many items are judged.
    /// - Returns: the assessment.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func assess(
        asOf: Day,
        edition: Assessment.Edition = .internal,
        knownAt: Moment? = nil,
        after published: PublishedFigures = PublishedFigures(),
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> Assessment {
        let endOfDay = Moment(seconds: Moment(startOf: asOf + 1, at: workspace.plan.utcOffset).seconds - 1)
        let snapshot = try ledger.snapshot(knownAt: knownAt ?? endOfDay)
        let known = workspace.assessor.assess(snapshot, asOf: asOf, progress)
        return switch edition {
        case .internal: known
        case .public: Disclosure(workspace.assessor).edition(of: known, from: snapshot, after: published)
        }
    }

    /// Takes reports, all of them or, where anything is an error, none.
    ///
    /// - Parameters:
    ///   - entries: the reports, checked against the plan.
    ///   - party: who sends.
    ///   - moment: now.
    ///   - language: of the sentences that rule packs say.
    ///   - submission: names the request, so that repeating it gives the same answer and changes nothing.
    ///   - isRehearsal: whether only to tell what would happen.
    ///   - progress: is told how many reports are checked.
    /// - Returns: what is wrong or doubtful; where nothing is an error, and it is no rehearsal, what was taken: reports
    ///   and documents are on the disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func submit(
        _ entries: [ReportEntry],
        by party: Party,
        at moment: Moment,
        language: String,
        submission: Submission? = nil,
        isRehearsal: Bool = false,
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> SubmissionOutcome {
        let intake = try look(
            at: entries,
            by: party,
            at: moment,
            language: language,
            submission,
            isRehearsal,
            progress
        )
        if let answer = intake.answer { return answer }
        let appended = try append(intake.events, by: party, at: moment, submission: submission)
        return try outcome(appended, of: intake)
    }

    /// Takes reports as the other way of calling it does; the thread is left to others while the disk is waited for.
    package func submit(
        _ entries: [ReportEntry],
        by party: Party,
        at moment: Moment,
        language: String,
        submission: Submission? = nil,
        isRehearsal: Bool = false
    ) async throws(LedgerError) -> SubmissionOutcome {
        let intake = try look(at: entries, by: party, at: moment, language: language, submission, isRehearsal)
        if let answer = intake.answer { return answer }
        let appended = try await append(intake.events, by: party, at: moment, submission: submission)
        return try outcome(appended, of: intake)
    }

    /// What is to be done with reports that came: they are answered at once, or events are appended.
    private struct Intake {
        var answer: SubmissionOutcome?
        var events: [LedgerEvent] = []
        var diagnostics: [Diagnostic] = []
    }

    private func look(
        at entries: [ReportEntry],
        by party: Party,
        at moment: Moment,
        language: String,
        _ submission: Submission?,
        _ isRehearsal: Bool,
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> Intake {
        let (entries, documents, problems) = AttachmentIntake(ledger.attachments).look(at: entries)
        let intake = ReportIntake(by: party, at: moment, language: language)
        // A copy, so that others who send are looked at meanwhile; whether events can follow the ledger asks once more.
        let (events, findings) = intake.events(for: entries, after: try known.with(at: moment) { $0 }, progress)
        let diagnostics = problems + findings
        guard !diagnostics.hasErrors, !isRehearsal else {
            // What was taken up before may be no longer possible: it is answered as it was then.
            if let submission, let earlier = try ledger.earlier(submission) {
                return Intake(answer: try outcome(earlier, []))
            }
            return Intake(answer: SubmissionOutcome(diagnostics: diagnostics))
        }
        if let problem = keep(documents) {
            return Intake(answer: SubmissionOutcome(diagnostics: diagnostics + [problem]))
        }
        return Intake(events: events.map { .report($0) }, diagnostics: diagnostics)
    }

    private func outcome(_ appended: Appended, of intake: Intake) throws(LedgerError) -> SubmissionOutcome {
        guard !appended.isRepetition else { return try outcome(appended, intake.diagnostics) }
        // Amendments may come in front of them.
        let reports = Array(appended.numbers.suffix(intake.events.count))
        return SubmissionOutcome(diagnostics: intake.diagnostics, appended: appended, reports: reports)
    }

    /// Keeps documents before a report that names them is taken up; says why one cannot be.
    private func keep(_ documents: [AttachmentStore.Candidate]) -> Diagnostic? {
        do throws(AttachmentFault) {
            for document in documents { try ledger.attachments.take(document) }
            return nil
        } catch {
            return error.diagnostic
        }
    }

    private func outcome(_ appended: Appended, _ diagnostics: [Diagnostic]) throws(LedgerError) -> SubmissionOutcome {
        var reports: [Int] = []
        for number in appended.numbers {
            if case .report = try ledger.entry(number).event { reports.append(number) }
        }
        return SubmissionOutcome(diagnostics: diagnostics, appended: appended, reports: reports)
    }

    /// Appends events, and in front of them that amendments are in force which nobody had noted.
    @discardableResult
    func append(
        _ events: [LedgerEvent],
        by party: Party,
        at moment: Moment,
        submission: Submission? = nil
    ) throws(LedgerError) -> Appended {
        let amendments = try amendmentsToNote(by: party, at: moment)
        return try ledger.append(amendments + events, recorded: moment, submission: submission)
    }

    /// Appends events as the other way of calling it does, leaving the thread to others meanwhile.
    @discardableResult
    func append(
        _ events: [LedgerEvent],
        by party: Party,
        at moment: Moment,
        submission: Submission? = nil
    ) async throws(LedgerError) -> Appended {
        let amendments = try amendmentsToNote(by: party, at: moment)
        return try await ledger.append(amendments + events, recorded: moment, submission: submission)
    }

    private func amendmentsToNote(by party: Party, at moment: Moment) throws(LedgerError) -> [LedgerEvent] {
        let today = workspace.day(of: moment)
        let noted = workspace.plan.amendments.isEmpty ? [] : try ledger.topics(.amendment)
        return workspace.plan.amendments.filter { $0.inForce <= today && !noted.contains($0.id) }
            .map { amendment in
                .amendment(
                    AmendmentEvent(
                        moment: moment,
                        party: party,
                        amendment: amendment.id,
                        inForce: amendment.inForce,
                        sha256: workspace.digest
                    )
                )
            }
    }

    /// Closes the ledger in good order.
    package func close() throws(LedgerError) { try ledger.close() }

    /// Receipts for some entries.
    package func receipts(for numbers: [Int], signedBy signer: NoteSigner) throws(LedgerError) -> [Receipt] {
        var receipts: [Receipt] = []
        for number in numbers { receipts.append(try ledger.receipt(for: number, signedBy: signer)) }
        return receipts
    }

    /// Takes reviewers' decisions, all of them or none.
    ///
    /// - Parameters:
    ///   - entries: the decisions.
    ///   - party: who decides, in which role; the reviewers that the entries name, where left out.
    ///   - moment: now.
    /// - Returns: what is wrong; where nothing is an error the decisions are on disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func review(
        _ entries: [ReviewEntry],
        by party: Party? = nil,
        at moment: Moment
    ) throws(LedgerError) -> [Diagnostic] {
        let permission = Permission(workspace.index(on: workspace.day(of: moment)))
        let keys = Set(entries.map(\.key))
        let (records, locks) = try known.with(at: moment) { live in
            (Dictionary(uniqueKeysWithValues: keys.map { ($0, live[$0]) }), live.periodLocks)
        }
        var diagnostics: [Diagnostic] = []
        var events: [LedgerEvent] = []
        for entry in entries {
            var event = entry.event(at: moment)
            if let party { event.party = party }
            if var refusal = permission.refusal(of: event.party, event.action.kind, on: entry.key) {
                refusal.span = entry.place
                diagnostics.append(refusal)
            } else if var problem = event.problem(with: locks, after: records[entry.key] ?? nil)
                ?? event.problem(after: records[entry.key] ?? nil)
            {
                problem.span = entry.place
                diagnostics.append(problem)
            }
            events.append(.report(event))
        }
        if !diagnostics.hasErrors, let party = events.first?.party { try append(events, by: party, at: moment) }
        return diagnostics
    }

    /// Replays the past into the ledger, all of it or nothing.
    ///
    /// - Parameters:
    ///   - past: what happened, with the documents that it names.
    ///   - moment: when it is recorded.
    ///   - progress: is told how many events are written.
    /// - Returns: why a document that it brings is not taken; nothing where all is on the disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func replay(
        _ past: PastReports.Events,
        at moment: Moment,
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> [Diagnostic] {
        if let problem = keep(past.documents) { return [problem] }
        try ledger.append(past.events.map { .report($0) }, recorded: moment, progress)
        return []
    }
}
