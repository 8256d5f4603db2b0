import ActionPlan
import Diagnostics
import Foundation
import Ledger
import Rules
import Testing

@testable import Tracker

@Suite("What is sent is kept, once, with its documents")
struct TrackerTests {
    private let moi = Party.agency(AgencyID(rawValue: "moi"))
    private let office = Party(id: "moe", role: .secretariat)

    private func submit(
        _ tracker: Tracker,
        _ entries: ReportEntry...,
        by party: Party? = nil,
        submission: Submission? = nil,
        at moment: Moment = Fixture.july
    ) throws -> SubmissionOutcome {
        try tracker.submit(entries, by: party ?? moi, at: moment, language: "en", submission: submission)
    }

    private func number(_ value: Double, _ evidence: Evidence? = nil, agency: String = "moi") -> ReportEntry {
        Fixture.entry("i-trained", .value(.number(value)), agency: agency, evidence: evidence.map { [$0] })
    }

    @Test("the same sending again gives the same answer and no second report; another under its name is refused")
    func idempotence() throws {
        let fixture = try Fixture()
        let tracker = try fixture.tracker()
        let name = Submission(sender: "moi", key: "july", body: [1])
        let first = try submit(tracker, number(100), submission: name)
        let again = try submit(tracker, number(100), submission: name)
        #expect(first.appended?.isRepetition == false)
        #expect(again.appended?.isRepetition == true)
        #expect(again.appended?.root == first.appended?.root)
        #expect(again.reports == first.reports)
        #expect(throws: LedgerError.keyReused(sender: "moi", key: "july")) {
            try submit(tracker, number(90), submission: Submission(sender: "moi", key: "july", body: [2]))
        }
    }

    @Test("a document is kept before its report is, under its digest, and a rehearsal keeps nothing")
    func documents() throws {
        let fixture = try Fixture()
        let tracker = try fixture.tracker()
        let path = try fixture.write("names of nobody\n", to: "list.txt")
        let title = Evidence(title: LocalizedText("List", language: "en"))
        var entry = number(100, title)
        entry.files = [0: path]
        _ = try tracker.submit([entry], by: moi, at: Fixture.july, language: "en", isRehearsal: true)
        #expect(fixture.documents.inventory().documents.isEmpty)
        let outcome = try submit(tracker, entry)
        let sha256 = try #require(fixture.documents.inventory().documents.first)
        let kept = try tracker.ledger.entry(try #require(outcome.reports.first))
        guard case .report(let event) = kept.event else { return }
        #expect(event.action.content?.evidence.first?.sha256 == sha256)
        #expect(event.action.content?.evidence.first?.attachment == ActionPlan.Attachment(type: .txt, byteCount: 16))
        #expect(try fixture.documents.content(sha256) == Array("names of nobody\n".utf8))
    }

    @Test("a report with a document that is not taken is refused with its place, and keeps nothing")
    func badDocument() throws {
        let fixture = try Fixture()
        let tracker = try fixture.tracker()
        var entry = number(100, Evidence(title: LocalizedText("List", language: "en")))
        for (name, identifier) in [("list.exe", "attachment-type"), ("none.pdf", "attachment-not-accessible")] {
            entry.files = [0: name == "none.pdf" ? "none.pdf" : try fixture.write("x", to: name)]
            let outcome = try submit(tracker, entry)
            #expect(outcome.diagnostics.contains { $0.identifier == identifier && $0.severity == .error })
            #expect(outcome.appended == nil)
        }
        #expect(try tracker.ledger.count() == 0)
    }

    @Test("a report after its day is told how late it is; its resubmission is not")
    func late() throws {
        let fixture = try Fixture()
        let tracker = try fixture.tracker()
        let august = try #require(Moment("2021-08-02T10:00+05:00"))
        let first = try submit(tracker, number(100), at: august)
        let remark = try #require(first.diagnostics.first { $0.identifier == "late-report" })
        #expect(remark.severity == .information)
        #expect(
            remark.message.description.contains("15\u{A0}July\u{A0}2021") && remark.message.description.contains("18"),
            "\(remark.message.description)"
        )
        #expect(try !submit(tracker, number(100), at: august).diagnostics.contains { $0.identifier == "late-report" })
    }

    private static func shared(_ rule: String) -> (String) -> String {
        {
            $0.replacing(
                "            disaggregation: [sex]\n",
                with: "            disaggregation: [sex]\n            contributors: [moi, moe]\n\(rule)"
            )
        }
    }

    @Test(
        "a document that stands behind two parts of a sum is refused, or wants a comment, as the plan says",
        arguments: [("refuse", false, false), ("flag", false, true), ("allow", true, true)]
    )
    func doubleCounting(rule: String, isTakenWithout: Bool, isTakenWithComment: Bool) throws {
        let fixture = try Fixture(Self.shared("            double-counting: \(rule)\n"))
        let tracker = try fixture.tracker()
        let evidence = Evidence(title: LocalizedText("List", language: "en"), url: "https://example.org/list")
        #expect(try submit(tracker, number(60, evidence)).appended != nil)
        let moe = Party.agency(AgencyID(rawValue: "moe"))
        var second = number(40, evidence, agency: "moe")
        let plain = try tracker.submit([second], by: moe, at: Fixture.july, language: "en", isRehearsal: true)
        #expect(!plain.diagnostics.hasErrors == isTakenWithout)
        #expect(plain.diagnostics.contains { $0.identifier == "double-counting" } == !isTakenWithout)
        second.content.comment = LocalizedText("two rooms, one list", language: "en")
        let explained = try tracker.submit([second], by: moe, at: Fixture.july, language: "en", isRehearsal: true)
        #expect(!explained.diagnostics.hasErrors == isTakenWithComment)
    }

    @Test("each contributor's report is a line of its own; the plan says what they make together")
    func combinations() throws {
        let later = try #require(Day("2021-07-31"))
        for (rule, expected) in [("sum", 100.0), ("lead-only", 60.0)] {
            let fixture = try Fixture(Self.shared("            combine: \(rule)\n"))
            let tracker = try fixture.tracker()
            let document = Evidence(title: LocalizedText("A", language: "en"), url: "https://example.org/a")
            #expect(try submit(tracker, number(60)).appended != nil)
            let moe = Party.agency(AgencyID(rawValue: "moe"))
            #expect(try submit(tracker, number(40, document, agency: "moe"), by: moe).appended != nil)
            let assessment = try tracker.assess(asOf: later)
            let period = try #require(assessment.indicators.first { $0.id.rawValue == "i-trained" }?.periods.first)
            #expect(period.actual == expected, "\(rule)")
            #expect(period.reports.map(\.agency.rawValue).sorted() == ["moe", "moi"])
        }
    }

    @Test("what is in two parts of a sum is a finding of the assessment")
    func finding() throws {
        let fixture = try Fixture(Self.shared(""))
        let tracker = try fixture.tracker()
        let document = Evidence(title: LocalizedText("A", language: "en"), url: "https://example.org/a")
        _ = try submit(tracker, number(60, document))
        var second = number(40, document, agency: "moe")
        second.content.comment = LocalizedText("x", language: "en")
        #expect(try submit(tracker, second, by: .agency(AgencyID(rawValue: "moe"))).appended != nil)
        let findings = try tracker.assess(asOf: try #require(Day("2021-07-31"))).findings
            .filter { $0.kind == .doubleCounting }
        #expect(findings.map(\.agency?.rawValue) == ["moi"])
        #expect(findings.first?.sentence.text("en").contains("Education") == true)
    }

    @Test("with a published assessment the ledger keeps by which rules and of which reports it was made")
    func publication() throws {
        let fixture = try Fixture()
        let tracker = try fixture.tracker()
        _ = try submit(tracker, number(100))
        let assessment = try tracker.assess(asOf: try #require(Day("2021-07-31")), edition: .public)
        let august = try #require(Moment("2021-08-02T10:00+05:00"))
        #expect(try tracker.record(assessment, .published, by: office, at: august).isEmpty)
        guard case .assessment(let event) = try tracker.ledger.entry(2).event else {
            Issue.record("no assessment")
            return
        }
        #expect(event.packs.map(\.id) == ["core", "pace"])
        #expect(event.packs.map(\.sha256) == assessment.packs.map(\.digest))
        #expect(event.entries == 1)
        #expect(event.edition == "public")
        let refusal = try tracker.record(assessment, .published, by: moi, at: august)
        #expect(refusal.map(\.identifier) == ["not-the-office"])
    }

    @Test("an amendment is noted once, when the first thing after its day is taken up")
    func amendment() throws {
        let fixture = try Fixture {
            $0 + """

                amendments:
                  - id: later
                    in-force: 2021-07-01
                    title: {en: Later, ru: Позже, tk: Soň}
                    provenance: {kind: illustrative}
                    changes: [{item: i-trained, targets: [{period: 2021-H2, value: 120}]}]
                """
        }
        let tracker = try fixture.tracker()
        let first = try submit(tracker, number(100))
        #expect(first.reports == [2])
        guard case .amendment(let event) = try tracker.ledger.entry(1).event else {
            Issue.record("no amendment")
            return
        }
        #expect(event.sha256 == fixture.workspace.digest)
        #expect(try submit(tracker, Fixture.entry("i-stage", .value(.level("drafted")))).reports == [3])
    }

    @Test("the secretariat alone invites, and only for bodies of the plan")
    func accounts() throws {
        let fixture = try Fixture()
        let tracker = try fixture.tracker()
        func invite(_ body: String, _ role: Party.Role, by party: Party) throws -> [String] {
            let account = AccountID(rawValue: "a-\(body)-\(role.rawValue)")
            let grant = AccountEvent.Grant(body: body, role: role)
            return
                try tracker.record(
                    AccountEvent(account: account, moment: Fixture.july, party: party, change: .invited(grant)),
                    at: Fixture.july
                )
                .map(\.identifier)
        }
        #expect(try invite("moi", .agency, by: office).isEmpty)
        #expect(try invite("mars", .agency, by: office) == ["unknown-party"])
        #expect(try invite("moi", .agency, by: moi) == ["not-the-office"])
        #expect(try invite("moi", .chair, by: Party(id: "moe", role: .chair)) == ["not-the-office"])
        #expect(try tracker.ledger.accounts().map(\.account.rawValue) == ["a-moi-agency"])
    }
}
