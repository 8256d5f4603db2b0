import ActionPlan
import Diagnostics
import Rules
import Testing

@testable import Tracker

@Suite("A report is sent")
struct SubmissionTests {
    private func events(
        _ entries: [ReportEntry],
        after earlier: [LedgerEvent] = [],
        by party: Party = .agency(AgencyID(rawValue: "moi"))
    ) throws -> (events: [ReportEvent], diagnostics: [Diagnostic]) {
        let snapshot = try Snapshot(replaying: earlier, knownAt: Fixture.july)
        let workspace = try Fixture().workspace
        let known = LiveAssessment(workspace.assessor, snapshot, asOf: workspace.day(of: Fixture.july))
        return ReportIntake(by: party, at: Fixture.july, language: "en").events(for: entries, after: known)
    }

    private func sent(_ action: ReportEvent.Action, by party: Party) -> LedgerEvent {
        let key = Fixture.entry("i-trained", .nilReport).key
        let moment = Moment(seconds: Fixture.july.seconds - 3600)
        return .report(ReportEvent(key: key, moment: moment, party: party, action: action))
    }

    @Test("a first report is a submission, and a draft stays a draft")
    func first() throws {
        let full = Fixture.entry("i-trained", .value(.number(100)))
        let draft = Fixture.entry("i-share", .value(.ratio(numerator: 1, denominator: 2)), isDraft: true)
        let (events, diagnostics) = try events([full, draft])
        #expect(!diagnostics.hasErrors)
        #expect(events.map(\.action.kind) == [.submit, .draft])
        #expect(events.allSatisfy { $0.moment == Fixture.july })
    }

    @Test("after verification only a correction with its reason is taken")
    func correction() throws {
        let agency = Party.agency(AgencyID(rawValue: "moi"))
        let content = Fixture.entry("i-trained", .value(.number(100))).content
        let judgement = ReportEvent.Judgement(provenance: .stated)
        let earlier = [sent(.submitted(content), by: agency), sent(.verified(judgement), by: .reviewer("moe"))]
        let again = try events([Fixture.entry("i-trained", .value(.number(90)), comment: "x")], after: earlier)
        #expect(
            again.diagnostics.contains {
                $0.identifier == "illegal-transition" && $0.hint?.description.contains("correction") == true
            }
        )
        let corrected = Fixture.entry(
            "i-trained",
            .value(.number(90)),
            comment: "x",
            correction: Correction(reason: "miscount")
        )
        let (events, diagnostics) = try events([corrected], after: earlier)
        #expect(!diagnostics.hasErrors)
        #expect(events.map(\.action.kind) == [.correct])
    }

    @Test("an agency cannot send another's report")
    func otherAgency() throws {
        let (_, diagnostics) = try events(
            [Fixture.entry("i-trained", .value(.number(100)))],
            by: .agency(AgencyID(rawValue: "moe"))
        )
        #expect(diagnostics.contains { $0.identifier == "not-its-report" })
    }
}

@Suite("The past is replayed from files")
struct PastReportsTests {
    private let later = Moment("2022-01-01T00:00Z") ?? Moment(seconds: 0)

    @Test("reports and reviews of several files become events in the order of time")
    func order() throws {
        let fixture = try Fixture()
        let reports = try fixture.write(
            """
            format: nap-reports/1
            plan: small
            agency: moi
            submitted: 2021-07-10T10:00+05:00
            provenance: {kind: illustrative}
            reports:
              - {item: i-trained, period: 2021-H1, value: 100}
              - {item: i-trained, period: 2021-H1, value: 90, submitted: 2021-07-12T10:00+05:00}
            """
            .replacing(
                "\n  - {item: i-trained, period: 2021-H1, value: 90",
                with: "\n  - {item: i-share, period: 2021-H1, numerator: 1, denominator: 2"
            ),
            to: "reports/a.yaml"
        )
        let reviews = try fixture.write(
            """
            format: nap-reviews/1
            plan: small
            reviewer: moe
            reviews:
              - {agency: moi, item: i-trained, period: 2021-H1, reviewed: 2021-07-11T10:00+05:00, decision: verified}
            """,
            to: "reviews/a.yaml"
        )
        let (past, diagnostics) = PastReports(fixture.workspace)
            .events(in: [reviews, reports], keepingIn: fixture.documents, now: later)
        #expect(!diagnostics.hasErrors, "\(TextRenderer().render(diagnostics))")
        #expect(past.events.map(\.action.kind) == [.submit, .verify, .submit])
    }

    @Test(
        "what cannot have happened, or is not dated, is refused with its place",
        arguments: [
            ("reviewed: 2021-07-11T10:00+05:00, decision: verified", "illegal-transition"),
            ("decision: verified", "missing-moment"),
            ("reviewed: 2031-07-11T10:00+05:00, decision: verified", "in-the-future"),
            ("reviewed: 2021-07-11T10:00+05:00, decision: returned", "return-without-reason"),
            ("reviewed: 2021-07-11T10:00+05:00, decision: verified, verdict: splendid", "unknown-status"),
        ]
    )
    func refused(review: String, identifier: String) throws {
        let fixture = try Fixture()
        let file = try fixture.write(
            "format: nap-reviews/1\nplan: small\nreviewer: moe\nreviews:\n  - {agency: moi, item: i-trained, period: 2021-H1, \(review)}\n",
            to: "reviews/a.yaml"
        )
        let (past, diagnostics) = PastReports(fixture.workspace)
            .events(in: [file], keepingIn: fixture.documents, now: later)
        #expect(past.events.isEmpty)
        #expect(diagnostics.contains { $0.identifier == identifier && $0.span?.start.line == 5 })
    }
}
