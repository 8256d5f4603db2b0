import ActionPlan
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Accounts are in the log, people are not")
struct OfficeTests {
    private let folder: Folder
    private let ledger: Ledger
    private let now = Sample.later

    init() throws {
        folder = try Folder()
        ledger = try Ledger.create(at: folder("ledger.sqlite"), planID: Sample.plan)
    }

    private func person(_ name: String, expires: Moment? = nil) -> CabinetItem {
        CabinetItem(drawer: .person, key: "7q2m", owner: Sample.account, expires: expires, body: Array(name.utf8))
    }

    @Test("an account stands where its events lead, also after opening again and at an earlier instant")
    func account() throws {
        try ledger.record(Sample.account(.invited(Sample.grant), at: 1), recorded: now)
        try ledger.record(Sample.account(.opened, at: 2), recorded: now)
        try ledger.close()
        let again = try Ledger.open(at: folder("ledger.sqlite"))
        #expect(try again.account(Sample.account)?.allows(Sample.grant) == true)
        #expect(try again.account(Sample.account, knownAt: Moment(seconds: 1))?.state == .invited)
        #expect(try again.account(AccountID(rawValue: "none")) == nil)
        #expect(try again.accounts().map(\.account) == [Sample.account])
        #expect(throws: LedgerError.self) { try again.record(Sample.account(.opened, at: 3), recorded: now) }
    }

    @Test("an event and what changes with it in the cabinet are kept both or neither")
    func together() throws {
        let event = Sample.account(.invited(Sample.grant), at: 1)
        try ledger.record(event, recorded: now, changing: [.put(person("Aýna"))])
        #expect(try ledger.item(.person, key: "7q2m", at: now)?.body == Array("Aýna".utf8))
        #expect(throws: LedgerError.self) {
            try ledger.record(
                Sample.account(.granted(Sample.grant), at: 2),
                recorded: now,
                changing: [.put(person("Maral"))]
            )
        }
        #expect(try ledger.item(.person, key: "7q2m", at: now)?.body == Array("Aýna".utf8))
    }

    @Test("what was erased is in no byte of the file, of an export or of a backup")
    func erased() throws {
        let secret = "Aýna Öwezowa 8d2f7c51"
        try ledger.record(
            Sample.account(.invited(Sample.grant), at: 1),
            recorded: now,
            changing: [.put(person(secret))]
        )
        try ledger.export(to: folder("all.jsonl"))
        try ledger.keep([.erase(owner: Sample.account)])
        try ledger.backup(to: folder("backup.sqlite"))
        try ledger.close()
        #expect(try Ledger.open(at: folder("ledger.sqlite"), access: .readOnly).count() == 1)
        for name in ["all.jsonl", "backup.sqlite", "ledger.sqlite"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder(name)))
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
        }
    }

    @Test("what has ended is not there, and can be swept out")
    func expiry() throws {
        try ledger.keep([.put(person("x", expires: Moment(seconds: 100)))])
        #expect(try ledger.item(.person, key: "7q2m", at: Moment(seconds: 99)) != nil)
        #expect(try ledger.item(.person, key: "7q2m", at: Moment(seconds: 100)) == nil)
        try ledger.keep([.removeExpired(Moment(seconds: 100))])
        #expect(try ledger.items(.person, at: Moment(seconds: 0)).isEmpty)
    }

    @Test("what may be used once is used once, and nothing else of the same change is done a second time")
    func usedOnce() throws {
        try ledger.keep([.put(CabinetItem(drawer: .invitation, key: "a", owner: Sample.account, body: []))])
        let change: [CabinetChange] = [
            .use(.invitation, key: "a"), .put(CabinetItem(drawer: .session, key: "b", owner: Sample.account, body: [])),
        ]
        try ledger.keep(change)
        try ledger.keep([.remove(.session, key: "b")])
        #expect(throws: LedgerError.used(.invitation)) { try ledger.keep(change) }
        #expect(throws: LedgerError.used(.invitation)) {
            try ledger.append(Sample.everyKind, recorded: now, changing: change)
        }
        #expect(try ledger.items(.session, at: now).isEmpty)
        #expect(try ledger.count() == 0)
    }

    @Test("what is renewed has to be there")
    func renewed() throws {
        let item = CabinetItem(drawer: .session, key: "a", owner: Sample.account, body: [1])
        try ledger.keep([.renew(item)])
        #expect(try ledger.items(.session, at: now).isEmpty)
        try ledger.keep([.put(item)])
        var other = item
        other.body = [2]
        try ledger.keep([.renew(other)])
        #expect(try ledger.item(.session, key: "a", at: now)?.body == [2])
    }

    @Test("drawers are apart, and one owner's things are found and removed together")
    func drawers() throws {
        let other = AccountID(rawValue: "other")
        try ledger.keep([
            .put(CabinetItem(drawer: .session, key: "b", owner: Sample.account, body: [2])),
            .put(CabinetItem(drawer: .session, key: "a", owner: Sample.account, body: [1])),
            .put(CabinetItem(drawer: .session, key: "c", owner: other, body: [3])),
            .put(CabinetItem(drawer: .draft, key: "a", owner: Sample.account, body: [4])),
        ])
        #expect(try ledger.items(.session, of: Sample.account, at: now).map(\.key) == ["a", "b"])
        try ledger.keep([.put(CabinetItem(drawer: .session, key: "a", owner: other, body: [5]))])
        #expect(try ledger.item(.session, key: "a", at: now)?.owner == other)
        try ledger.keep([.empty(.session, owner: Sample.account), .remove(.draft, key: "a")])
        #expect(try ledger.items(.session, at: now).map(\.key) == ["a", "c"])
        #expect(try ledger.items(.draft, at: now).isEmpty)
    }

    @Test("amendments, assessments and decisions are found by what they are about")
    func topics() throws {
        try ledger.append(Sample.everyKind, recorded: now)
        #expect(try ledger.topics(.amendment) == ["postponement"])
        #expect(try ledger.topics(.decision) == ["m-3"])
        let assessments = try ledger.history(of: LedgerEvent.Topic(kind: .assessment, id: "m-3"))
        guard case .assessment(let event)? = assessments.first?.event else {
            Issue.record("\(assessments)")
            return
        }
        #expect(event.packs.map(\.id) == ["core"])
    }

    @Test("a file of the first version is brought up to the present one when its owner opens it, and is sound")
    func migration() throws {
        try ledger.append((0..<300).map { Sample.submitted(Double($0), Sample.key("m\($0)")) }, recorded: now)
        try ledger.append(Array(Sample.everyKind.prefix(9)), recorded: now)
        let before = try ledger.checkpoint()
        try ledger.close()
        let path = folder("ledger.sqlite")
        try DatabaseQueue(path: path)
            .writeWithoutTransaction { db in
                try db.execute(sql: "DROP TABLE topic; DROP TABLE cabinet; PRAGMA user_version = 1")
                try db.execute(sql: "DELETE FROM tree_node WHERE level NOT IN (8, 16)")
                try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier NOT LIKE '1%'")
            }
        #expect(throws: LedgerError.self) { try Ledger.open(at: path, access: .readOnly) }
        let newer = try Ledger.open(at: path)
        try newer.record(Sample.account(.invited(Sample.grant), at: 20), recorded: now)
        #expect(try newer.verify(against: [before]).isSound)
        #expect(try newer.count() == 310)
    }
}
