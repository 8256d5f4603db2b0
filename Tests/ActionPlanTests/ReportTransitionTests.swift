import ActionPlan
import Diagnostics
import Testing

@Suite("A report goes its way step by step")
struct ReportTransitionTests {
    private let key = ReportKey(
        item: ItemID(rawValue: "i1"),
        period: PeriodID(rawValue: "2020-H1"),
        agency: AgencyID(rawValue: "mia")
    )

    private func content(_ value: Double) -> ReportContent {
        ReportContent(body: .value(.number(value)), provenance: .illustrative(note: nil))
    }

    private func event(_ second: Int64, _ action: ReportEvent.Action, by party: Party? = nil) -> ReportEvent {
        let reviewer = Party.reviewer("secretariat")
        let usual = action.kind.isReview ? reviewer : .agency(key.agency)
        return ReportEvent(key: key, moment: Moment(seconds: second), party: party ?? usual, action: action)
    }

    private func judgement(_ reason: String? = nil, version: Int? = nil) -> ReportEvent.Judgement {
        ReportEvent.Judgement(
            version: version,
            reason: reason.map { LocalizedText($0, language: "en") },
            provenance: .illustrative(note: nil)
        )
    }

    /// The record after some steps, one a second.
    private func record(after actions: ReportEvent.Action...) throws -> ReportRecord {
        var record = try ReportRecord(event(1, actions[0]))
        for (index, action) in actions.enumerated().dropFirst() { try record.apply(event(Int64(index + 1), action)) }
        return record
    }

    private let counted = Correction(reason: "counting-error")

    @Test("a draft counts for nothing until it is sent, and keeps its number when it is")
    func draft() throws {
        let draft = try record(after: .draftSaved(content(1)), .draftSaved(content(2)))
        #expect(draft.state == .draft)
        #expect(draft.effective == nil)
        let sent = try record(after: .draftSaved(content(1)), .submitted(content(3)))
        #expect(sent.versions.map(\.number) == [1])
        #expect(sent.effective?.content == content(3))
        #expect(sent.effective?.submitted == Moment(seconds: 2))
    }

    @Test("a returned report counts no longer, and the one sent again does")
    func resubmission() throws {
        let returned = try record(after: .submitted(content(1)), .returned(judgement("why so few?")))
        #expect(returned.state == .returned)
        #expect(returned.effective == nil)
        let again = try record(
            after: .submitted(content(1)),
            .returned(judgement("why so few?")),
            .submitted(content(2))
        )
        #expect(again.effective?.number == 2)
        #expect(again.effectiveReview == nil)
    }

    @Test("while a correction is drafted, returned or withdrawn, the verified version counts")
    func verifiedVersionStays() throws {
        let last: [[ReportEvent.Action]] = [
            [.draftSaved(content(9))],
            [.corrected(content(9), counted), .returned(judgement("no evidence"))],
            [.corrected(content(9), counted), .withdrawn(reason: nil)],
        ]
        for actions in last {
            var record = try record(after: .submitted(content(1)), .verified(judgement()))
            for action in actions { try record.apply(event(10, action)) }
            #expect(record.effective?.content == content(1))
            #expect(record.effectiveReview?.decision == .verified)
        }
    }

    @Test("a correction counts at once, with its reason, and still awaits a reviewer")
    func correction() throws {
        let record = try record(after: .submitted(content(1)), .verified(judgement()), .corrected(content(9), counted))
        #expect(record.state == .corrected)
        #expect(record.effective?.content == content(9))
        #expect(record.effective?.correction == counted)
        #expect(record.effectiveReview == nil)
    }

    @Test("a verified report is corrected, never just sent again")
    func verifiedIsNotResubmitted() throws {
        var record = try record(after: .submitted(content(1)), .verified(judgement()))
        let before = record
        let error = #expect(throws: IllegalTransition.self) { try record.apply(event(9, .submitted(content(2)))) }
        #expect(error?.cause == .state)
        #expect(error?.diagnostic.identifier == "illegal-transition")
        #expect(error?.diagnostic.expected?.description == "correct, draft")
        #expect(record == before)
    }

    @Test("nothing happens to a report that does not exist but its draft or submission")
    func first() {
        for action in [ReportEvent.Action.verified(judgement()), .returned(judgement("x")), .withdrawn(reason: nil)] {
            let error = #expect(throws: IllegalTransition.self) { try ReportRecord(event(1, action)) }
            #expect(error?.cause == .state)
        }
    }

    @Test("a report can be withdrawn until it is verified")
    func withdrawal() throws {
        let withdrawn = try record(after: .submitted(content(1)), .withdrawn(reason: nil), .submitted(content(2)))
        #expect(withdrawn.withdrawals.map(\.version) == [1])
        #expect(withdrawn.effective?.number == 2)
        var verified = try record(after: .submitted(content(1)), .verified(judgement()))
        #expect(throws: IllegalTransition.self) { try verified.apply(event(9, .withdrawn(reason: nil))) }
    }

    @Test("a withdrawn draft keeps its number")
    func withdrawnDraft() throws {
        let record = try record(after: .draftSaved(content(1)), .withdrawn(reason: nil), .submitted(content(2)))
        #expect(record.effective?.number == 2)
        #expect(record.withdrawals.map(\.version) == [1])
    }

    @Test("a return says why", arguments: [nil, "", " \u{A0}\n"])
    func returnReason(reason: String?) throws {
        var record = try record(after: .submitted(content(1)))
        let error = #expect(throws: IllegalTransition.self) {
            try record.apply(event(2, .returned(judgement(reason))))
        }
        #expect(error?.cause == .reasonMissing)
    }

    @Test("a correction for another reason says which")
    func otherReason() throws {
        var record = try record(after: .submitted(content(1)), .verified(judgement()))
        let error = #expect(throws: IllegalTransition.self) {
            try record.apply(event(3, .corrected(content(2), Correction(reason: "other"))))
        }
        #expect(error?.cause == .reasonMissing)
        let text = LocalizedText("two lists were merged", language: "en")
        try record.apply(event(3, .corrected(content(2), Correction(reason: "other", text: text))))
        #expect(record.state == .corrected)
    }

    @Test("a reviewer cannot judge a version that was replaced meanwhile")
    func reviewRace() throws {
        var record = try record(after: .submitted(content(1)), .submitted(content(2)))
        let error = #expect(throws: IllegalTransition.self) {
            try record.apply(event(3, .verified(judgement(version: 1))))
        }
        #expect(error?.cause == .otherVersion(latest: 2))
        try record.apply(event(3, .verified(judgement(version: 2))))
        #expect(record.state == .verified)
    }

    @Test("nobody reviews a report of their own, and no agency reports for another")
    func separation() throws {
        var record = try record(after: .submitted(content(1)))
        let own = #expect(throws: IllegalTransition.self) {
            try record.apply(event(2, .verified(judgement()), by: .reviewer("mia")))
        }
        #expect(own?.cause == .ownReport)
        let foreign = #expect(throws: IllegalTransition.self) {
            try record.apply(event(2, .submitted(content(2)), by: Party(id: "moh", role: .agency)))
        }
        #expect(foreign?.cause == .notItsReport)
        try record.apply(event(2, .submitted(content(2)), by: Party(id: "office", role: .secretariat)))
    }

    @Test("a clock set back is noticed")
    func clockBack() throws {
        var record = try record(after: .submitted(content(1)), .verified(judgement()))
        let error = #expect(throws: IllegalTransition.self) {
            try record.apply(event(1, .corrected(content(2), counted)))
        }
        #expect(error?.cause == .earlierThanLast(Moment(seconds: 2)))
    }

    @Test("what was known at an instant leaves out what came later")
    func replay() throws {
        let events = [
            event(10, .submitted(content(1))), event(20, .verified(judgement())),
            event(30, .corrected(content(2), counted)),
        ]
        .map(LedgerEvent.report)
        func known(_ second: Int64) throws -> ReportRecord? {
            try Snapshot(replaying: events, knownAt: Moment(seconds: second)).records.first
        }
        #expect(try known(9) == nil)
        #expect(try known(10)?.state == .submitted)
        #expect(try known(29)?.effective?.content == content(1))
        #expect(try known(30)?.effective?.content == content(2))
    }

    @Test("a locked period takes nothing until it is unlocked, which needs a reason")
    func locks() throws {
        var book = ReportBook()
        let office = Party(id: "office", role: .secretariat)
        func change(_ second: Int64, _ change: PeriodEvent.Change, _ reason: LocalizedText? = nil) -> LedgerEvent {
            let moment = Moment(seconds: second)
            return .period(
                PeriodEvent(period: key.period, moment: moment, party: office, change: change, reason: reason)
            )
        }
        try book.apply(.report(event(1, .submitted(content(1)))))
        try book.apply(change(2, .lock))
        let locked = #expect(throws: IllegalTransition.self) {
            try book.apply(.report(event(3, .verified(judgement()))))
        }
        #expect(locked?.cause == .locked(since: Moment(seconds: 2)))
        #expect(locked?.diagnostic.identifier == "period-locked")
        #expect(throws: IllegalTransition.self) { try book.apply(change(3, .lock)) }
        let silent = #expect(throws: IllegalTransition.self) { try book.apply(change(3, .unlock)) }
        #expect(silent?.cause == .reasonMissing)
        try book.apply(change(4, .unlock, LocalizedText("a court ruling came late", language: "en")))
        #expect(throws: IllegalTransition.self) { try book.apply(.report(event(3, .verified(judgement())))) }
        try book.apply(.report(event(4, .verified(judgement()))))
        #expect(book[key]?.state == .verified)
        #expect(book.snapshot(knownAt: Moment(seconds: 4)).locks.map(\.isLocked) == [false])
    }
}
