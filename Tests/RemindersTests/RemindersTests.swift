import Accounts
import ActionPlan
import Diagnostics
import Foundation
import Language
import Ledger
import Mail
import Synchronization
import Testing
import Tracker

@testable import Reminders

/// The small plan with people who have accounts.
final class Office: Sendable {
    let tracker: Tracker
    let accounts: Accounts
    let reminders: Reminders
    let path: String
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let plan = try String(
            contentsOf: root.appendingPathComponent("Tests/Fixtures/small-plan.yaml"),
            encoding: .utf8
        )
        let body = """

            bodies:
              - {id: office, title: {en: Office, ru: Секретариат, tk: Sekretariat}, provenance: {kind: illustrative}}

            """
        let file = folder.appendingPathComponent("plan.yaml")
        try Data((plan + body).utf8).write(to: file)
        let (workspace, diagnostics) = Workspace.open(
            plan: file.path,
            rules: [root.appendingPathComponent("rules").path]
        )
        let opened = try #require(workspace, "\(TextRenderer().render(diagnostics))")
        path = folder.appendingPathComponent("ledger.sqlite").path
        let ledger = try Ledger.create(at: path, planID: opened.plan.id)
        tracker = Tracker(opened, ledger: ledger)
        accounts = Accounts(tracker, ledger: ledger)
        reminders = Reminders(tracker, accounts: accounts, origin: "https://nap.example.org")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Somebody who has come in.
    @discardableResult
    func enter(
        _ body: String,
        _ role: Party.Role,
        _ name: String = "Maral",
        email: String = "maral@example.org",
        language: String = "en"
    ) throws -> AccountID {
        let (secret, problems) = try accounts.invite(
            Person(name: name, email: email, language: language),
            as: AccountEvent.Grant(body: body, role: role),
            by: Party(id: "office", role: .secretariat),
            at: Self.start
        )
        #expect(problems.isEmpty)
        let link = try #require(secret)
        let account = try #require(try accounts.account(invitedBy: link, at: Self.start))
        _ = try accounts.enter(with: link, at: Self.start)
        return account
    }

    static let start = Moment(seconds: 1_610_000_000)

    func send(_ day: String, _ delivery: any MailDelivery) throws -> [Reminders.Outcome] {
        let day = try #require(Day(day))
        return try reminders.send(
            asOf: day,
            at: Moment(startOf: day, at: .zero),
            from: try #require(MailAddress("nap@example.org")),
            by: delivery
        )
    }
}

/// Keeps what is sent, or refuses it.
final class Postman: MailDelivery {
    private let kept = Mutex<[MailMessage]>([])
    private let fault = Mutex<MailFault?>(nil)

    var mails: [MailMessage] { kept.withLock { $0 } }

    func refuse(_ fault: MailFault?) { self.fault.withLock { $0 = fault } }

    func send(_ message: MailMessage) throws(MailFault) {
        if let fault = fault.withLock({ $0 }) { throw fault }
        kept.withLock { $0.append(message) }
    }
}

@Suite("Who is reminded of what, and when")
struct RemindersTests {
    // Reports on the first half of 2021 are due on 15 July, and overdue after five days of grace.

    @Test("each report is told of 14, 7 and 1 days before it is due and when it is overdue, and never twice")
    func days() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        let postman = Postman()
        var told: [String: Int] = [:]
        let start = try #require(Day("2021-06-30"))
        for number in 0...22 {
            let day = "\(start + number)"
            let before = postman.mails.count
            _ = try office.send(day, postman)
            guard postman.mails.count > before else { continue }
            told[day] = postman.mails.count - before
            // Run again on the same day: nothing is left to tell.
            #expect(try office.send(day, postman).isEmpty)
        }
        #expect(told == ["2021-07-01": 1, "2021-07-08": 1, "2021-07-14": 1, "2021-07-21": 1])
    }

    @Test("a day on which nothing ran is made up for, once")
    func missedDays() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        let postman = Postman()
        _ = try office.send("2021-07-05", postman)
        #expect(postman.mails.count == 1)
        _ = try office.send("2021-07-06", postman)
        #expect(postman.mails.count == 1)
        _ = try office.send("2021-07-10", postman)
        #expect(postman.mails.count == 2)
    }

    @Test("what was told is remembered by the ledger that is opened again")
    func restart() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        let postman = Postman()
        _ = try office.send("2021-07-08", postman)
        try office.tracker.close()
        let ledger = try Ledger.open(at: office.path, access: .readWrite)
        let tracker = Tracker(office.tracker.workspace, ledger: ledger)
        let again = Reminders(
            tracker,
            accounts: Accounts(tracker, ledger: ledger),
            origin: "https://nap.example.org"
        )
        let day = try #require(Day("2021-07-08"))
        let sender = try #require(MailAddress("nap@example.org"))
        #expect(try again.send(asOf: day, at: Moment(startOf: day, at: .zero), from: sender, by: postman).isEmpty)
        #expect(postman.mails.count == 1)
    }

    @Test("a mail that was surely not taken is sent again later; one that may have gone is not")
    func faults() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        let postman = Postman()
        postman.refuse(.refused(status: 75, words: "queue full"))
        #expect(try office.send("2021-07-08", postman).map(\.fault) == [.refused(status: 75, words: "queue full")])
        postman.refuse(.tooSlow(seconds: 60))
        #expect(try office.send("2021-07-08", postman).count == 1)
        postman.refuse(nil)
        #expect(try office.send("2021-07-08", postman).isEmpty)
        #expect(postman.mails.isEmpty)
    }

    @Test("a rehearsal tells what would be sent, and sends and remembers nothing")
    func rehearsal() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        let day = try #require(Day("2021-07-08"))
        for _ in 1...2 {
            let outcomes = try office.reminders.rehearse(asOf: day, at: Moment(startOf: day, at: .zero))
            #expect(outcomes.map(\.reminder.person.email) == ["maral@example.org"])
            #expect(outcomes.first?.reminder.names.contains("due-7 i-trained 2021-H1 moi") == true)
        }
    }

    @Test("each time that a report is sent back is told once, without what the reviewer wrote")
    func returned() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        let postman = Postman()
        _ = try office.send("2021-07-08", postman)
        let key = ReportKey(
            item: ItemID(rawValue: "i-trained"),
            period: PeriodID(rawValue: "2021-H1"),
            agency: AgencyID(rawValue: "moi")
        )
        for round in 1...2 {
            let moment = Moment(startOf: try #require(Day("2021-07-0\(7 + round)")), at: .zero)
            let content = ReportContent(
                body: .value(.number(104)),
                comment: LocalizedText("c", language: "en"),
                provenance: .stated
            )
            let sent = try office.tracker.submit(
                [ReportEntry(key: key, content: content)],
                by: Party(id: "moi", role: .agency),
                at: moment,
                language: "en"
            )
            #expect(!sent.diagnostics.hasErrors)
            let review = ReviewEntry(
                key: key,
                decision: .returned,
                reason: LocalizedText("3 victims are counted twice", language: "en"),
                reviewer: "office",
                provenance: .stated
            )
            let problems = try office.tracker.review(
                [review],
                by: Party(id: "office", role: .secretariat),
                at: Moment(seconds: moment.seconds + 60)
            )
            #expect(!problems.hasErrors)
            let count = postman.mails.count
            _ = try office.send("2021-07-1\(round)", postman)
            _ = try office.send("2021-07-1\(round)", postman)
            #expect(postman.mails.count == count + 1)
            let mail = try #require(postman.mails.last)
            #expect(mail.text.contains("SENT BACK TO YOU"))
            #expect(!mail.text.contains("victims"))
            #expect(!mail.text.contains("104"))
        }
    }

    @Test("nobody is reminded who wants none, has not come in yet, or whose account is closed")
    func silence() throws {
        let office = try Office()
        let account = try office.enter("moi", .agency)
        let closed = try office.enter("moi", .agency, email: "closed@example.org")
        _ = try office.accounts.change(
            closed,
            to: .disabled(reason: LocalizedText("left", language: "en")),
            by: Party(id: "office", role: .secretariat),
            at: Office.start
        )
        _ = try office.accounts.invite(
            Person(name: "New", email: "new@example.org", language: "en"),
            as: AccountEvent.Grant(body: "moi", role: .agency),
            by: Party(id: "office", role: .secretariat),
            at: Office.start
        )
        var person = try #require(try office.accounts.person(of: account, at: Office.start))
        person.wantsReminders = false
        try office.accounts.change(person, of: account)
        let postman = Postman()
        #expect(try office.send("2021-07-08", postman).isEmpty)
        // She changes her mind, and is told what is open then.
        person.wantsReminders = true
        try office.accounts.change(person, of: account)
        #expect(try office.send("2021-07-09", postman).count == 1)
    }

    @Test("the link in a mail ends the mails of its reader and of nobody else, as often as it is used")
    func optOut() throws {
        let office = try Office()
        try office.enter("moi", .agency)
        try office.enter("moi", .agency, email: "other@example.org")
        let postman = Postman()
        _ = try office.send("2021-07-08", postman)
        let mail = try #require(postman.mails.first { $0.to.address == "maral@example.org" })
        let link = try #require(mail.optOut)
        #expect(link.hasPrefix("https://nap.example.org/en/reminders/off/"))
        #expect(mail.text.contains(link))
        let secret = try #require(Secret(link.split(separator: "/").last ?? ""))
        let now = Moment(startOf: try #require(Day("2021-07-09")), at: .zero)
        #expect(try office.accounts.optOut(by: secret, at: now))
        #expect(try office.accounts.optOut(by: secret, at: now))
        #expect(try !office.accounts.optOut(by: Secret(), at: now))
        _ = try office.send("2021-07-14", postman)
        #expect(postman.mails.suffix(1).map(\.to.address) == ["other@example.org"])
        #expect(postman.mails.count == 3)
    }

    @Test("a chair is told once a week how many reports wait, are due and are overdue, and by whom")
    func digest() throws {
        let office = try Office()
        try office.enter("office", .chair, "Chair", email: "chair@example.org")
        let postman = Postman()
        // 2021-07-19 is a Monday; the days of grace end on the 20th.
        for day in ["2021-07-21", "2021-07-22", "2021-07-25", "2021-07-26"] { _ = try office.send(day, postman) }
        #expect(postman.mails.count == 2)
        let text = try #require(postman.mails.first).text
        #expect(text.contains("How reporting stands on 21\u{A0}Jul\u{A0}2021:"))
        #expect(text.contains("* Interior: overdue: 4, the oldest was due on 15\u{A0}Jul\u{A0}2021"))
    }

    @Test("each person is written to in her own language", arguments: ["en", "ru", "tk"])
    func languages(language: String) throws {
        let office = try Office()
        try office.enter("moi", .agency, language: language)
        let postman = Postman()
        _ = try office.send("2021-07-21", postman)
        let mail = try #require(postman.mails.first)
        #expect(mail.language == language)
        let expected = ["en": "Good day, Maral.", "ru": "Здравствуйте, Maral.", "tk": "Salam, Maral."]
        #expect(mail.text.hasPrefix(expected[language] ?? "?"))
        #expect(mail.text.contains("https://nap.example.org/\(language)/report/i-trained/2021-H1"))
        #expect(mail.optOut?.contains("/\(language)/reminders/off/") == true)
    }

    @Test("every sentence has its Russian and its Turkmen, with the same places for values", arguments: ["ru", "tk"])
    func words(language: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Reminders/ReminderText.swift").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        var asked = text.matches(of: #/words\(\s*"((?:[^"\\]|\\.)*)"/#).map { String($0.1) }
        asked += text.matches(of: #/words\.count\([^"]*,\s*"([^"]* \/ [^"]*)"/#).map { String($0.1) }
        #expect(asked.count > 20)
        let words = Catalogue.reminders(in: language)
        for english in asked {
            let places = { (text: String) in text.matches(of: #/\{[0-9]+\}/#).map { String($0.output) }.sorted() }
            #expect(words.pattern(english).map(places) == places(english), "\(english)")
        }
    }
}
