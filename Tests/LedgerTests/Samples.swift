import ActionPlan
import Foundation
import Ledger
import Testing

/// A folder for a test's files, removed afterwards.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ledger-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    func callAsFunction(_ name: String) -> String { path + "/" + name }
}

/// Events to test with.
enum Sample {
    static let plan = "test-plan"
    static let later = Moment(seconds: 2_000_000_000)
    static let note = LocalizedText([.init(language: "en", text: "why?"), .init(language: "ru", text: "почему?")])

    static func key(_ item: String = "i1", _ period: String = "2020-H1", _ agency: String = "mia") -> ReportKey {
        ReportKey(
            item: ItemID(rawValue: item),
            period: PeriodID(rawValue: period),
            agency: AgencyID(rawValue: agency)
        )
    }

    static func content(_ value: Double) -> ReportContent {
        ReportContent(body: .value(.number(value)), provenance: .illustrative(note: nil))
    }

    static func report(_ key: ReportKey, at second: Int64, _ action: ReportEvent.Action) -> LedgerEvent {
        let party = action.kind.isReview ? Party.reviewer("secretariat") : .agency(key.agency)
        return .report(ReportEvent(key: key, moment: Moment(seconds: second), party: party, action: action))
    }

    static func submitted(_ value: Double, _ key: ReportKey = key(), at second: Int64 = 1) -> LedgerEvent {
        report(key, at: second, .submitted(content(value)))
    }

    static func verified(_ key: ReportKey = key(), at second: Int64 = 2) -> LedgerEvent {
        report(key, at: second, .verified(.init(provenance: .illustrative(note: nil))))
    }

    static func change(_ change: PeriodEvent.Change, at second: Int64, _ period: String = "2020-H1") -> LedgerEvent {
        let party = Party(id: "secretariat", role: .secretariat)
        let moment = Moment(seconds: second)
        let period = PeriodID(rawValue: period)
        return .period(PeriodEvent(period: period, moment: moment, party: party, change: change, reason: note))
    }

    static let account = AccountID(rawValue: "7q2m")
    static let grant = AccountEvent.Grant(body: "mia", role: .agency)

    static func account(_ change: AccountEvent.Change, at second: Int64, by party: Party? = nil) -> AccountEvent {
        let office = Party(id: "secretariat", role: .secretariat, account: AccountID(rawValue: "chief"))
        return AccountEvent(
            account: account,
            moment: Moment(seconds: second),
            party: party ?? office,
            change: change
        )
    }

    /// What is neither about a report nor about a period.
    private static var office: [LedgerEvent] {
        let chair = Party(id: "secretariat", role: .chair)
        let moment = Moment(seconds: 10)
        let digest = String(repeating: "ff", count: 32)
        let other = AccountEvent.Grant(body: "secretariat", role: .reviewer)
        let changes: [AccountEvent.Change] = [
            .invited(grant), .opened, .granted(other), .revoked(grant, reason: note), .credentialReplaced(.token),
            .disabled(reason: note), .enabled(reason: note),
        ]
        return changes.map { .account(account($0, at: 10)) } + [
            .amendment(
                AmendmentEvent(
                    moment: moment,
                    party: chair,
                    amendment: "postponement",
                    inForce: Day(number: 18_000),
                    sha256: digest
                )
            ),
            .assessment(
                AssessmentEvent(
                    moment: moment,
                    party: chair,
                    purpose: .frozen,
                    edition: "internal",
                    asOf: Day(number: 18_000),
                    knownAt: moment,
                    entries: 9,
                    packs: [.init(id: "core", version: "1.0.0", sha256: digest)],
                    sha256: digest,
                    meeting: "m-3"
                )
            ),
            .decision(
                DecisionEvent(
                    moment: moment,
                    party: chair,
                    meeting: "m-3",
                    text: note,
                    item: ItemID(rawValue: "i2"),
                    responsible: AgencyID(rawValue: "mia"),
                    due: Day(number: 18_100)
                )
            ),
        ]
    }

    /// Some events of every kind, that can follow each other.
    static var everyKind: [LedgerEvent] {
        let key = key("i2")
        let rich = ReportContent(
            body: .value(.ratio(numerator: 1, denominator: 3.5)),
            cells: [
                .init(categories: [.init(dimension: "sex", category: "female")], value: 0.25),
                .init(categories: [], value: 1e300),
            ],
            comment: LocalizedText("“quotes” \"\\ \u{1}\n\t Ýeňme 🇹🇲 e\u{301}", language: "tk"),
            variation: "covid-19",
            claim: StatusID(rawValue: "on-track"),
            evidence: [
                Evidence(
                    title: note,
                    url: "https://example.org/a",
                    sha256: String(repeating: "0a", count: 32),
                    date: Day("2020-06-30")
                )
            ],
            provenance: .documented(source: "un", note: note)
        )
        let values: [ReportContent.Body] = [
            .nilReport, .notApplicable(note), .value(.category("a")), .value(.level("b")), .value(.text(note)),
            .value(.milestone(achieved: true, on: Day("2020-02-29"))), .value(.milestone(achieved: false, on: nil)),
            .value(.implementation(.underWay)), .value(.number(-0.0)), .value(.number(0.1)),
            .value(.number(9_007_199_254_740_994)), .value(.number(-12)),
        ]
        let judgement = ReportEvent.Judgement(
            version: 1,
            reason: note,
            verdict: StatusID(rawValue: "at-risk"),
            confidence: .inDoubt,
            provenance: .stated
        )
        let correction = Correction(reason: "other", text: note)
        return [
            report(key, at: 1, .draftSaved(rich)), report(key, at: 2, .submitted(rich)),
            report(key, at: 3, .returned(judgement)), report(key, at: 4, .submitted(content(3))),
            report(key, at: 5, .verified(.init(provenance: .illustrative(note: note)))),
            report(key, at: 6, .corrected(content(4), correction)), report(key, at: 7, .withdrawn(reason: note)),
            change(.lock, at: 8), change(.unlock, at: 9),
        ]
            + office
            + values.enumerated()
            .map { index, body in
                let content = ReportContent(body: body, provenance: .illustrative(note: nil))
                return report(Sample.key("v\(index)"), at: 20, .submitted(content))
            }
    }
}
