import ActionPlan
import Diagnostics
import Testing

@Suite("An account goes its way step by step")
struct AccountRecordTests {
    private let account = AccountID(rawValue: "7q2m")
    private let grant = AccountEvent.Grant(body: "mia", role: .agency)
    private let other = AccountEvent.Grant(body: "office", role: .reviewer)
    private let why = LocalizedText("left the service", language: "en")
    private let chief = Party(id: "office", role: .secretariat, account: AccountID(rawValue: "chief"))

    private func event(_ second: Int64, _ change: AccountEvent.Change, by party: Party? = nil) -> AccountEvent {
        AccountEvent(account: account, moment: Moment(seconds: second), party: party ?? chief, change: change)
    }

    private func record(after changes: AccountEvent.Change...) throws -> AccountRecord {
        var record = try AccountRecord(event(1, changes[0]))
        for (index, change) in changes.enumerated().dropFirst() { try record.apply(event(Int64(index + 1), change)) }
        return record
    }

    @Test("it begins with an invitation, and is of use once that was taken up")
    func invitation() throws {
        #expect(throws: IllegalTransition.self) { try AccountRecord(event(1, .opened)) }
        #expect(try !record(after: .invited(grant)).allows(grant))
        #expect(try record(after: .invited(grant), .opened).allows(grant))
        #expect(try record(after: .invited(grant), .invited(other)).grants == [other])
    }

    @Test("roles are given and taken one by one")
    func grants() throws {
        let record = try record(after: .invited(grant), .opened, .granted(other), .revoked(grant, reason: nil))
        #expect(record.grants == [other])
        #expect(!record.allows(grant))
        #expect(record.allows(other))
    }

    @Test("a role is not given twice, nor taken where it is not held")
    func twice() throws {
        var record = try record(after: .invited(grant), .opened)
        let held = #expect(throws: IllegalTransition.self) { try record.apply(event(9, .granted(grant))) }
        #expect(held?.cause == .grantHeld(grant))
        let notHeld = #expect(throws: IllegalTransition.self) {
            try record.apply(event(9, .revoked(other, reason: nil)))
        }
        #expect(notHeld?.cause == .grantNotHeld(other))
    }

    @Test("a disabled account allows nothing until it is enabled; both say why")
    func disabled() throws {
        var record = try record(after: .invited(grant), .opened, .disabled(reason: why))
        #expect(!record.allows(grant))
        let silent = #expect(throws: IllegalTransition.self) { try record.apply(event(9, .enabled(reason: nil))) }
        #expect(silent?.cause == .reasonMissing)
        #expect(throws: IllegalTransition.self) { try record.apply(event(9, .credentialReplaced(.password))) }
        try record.apply(event(9, .enabled(reason: why)))
        #expect(record.allows(grant))
    }

    @Test("nobody gives themselves a role, but anybody may replace their own password")
    func own() throws {
        var record = try record(after: .invited(grant), .opened)
        let myself = Party(id: "mia", role: .agency, account: account)
        let refused = #expect(throws: IllegalTransition.self) {
            try record.apply(event(9, .granted(other), by: myself))
        }
        #expect(refused?.cause == .ownAccount)
        try record.apply(event(9, .credentialReplaced(.password), by: myself))
        #expect(record.lastChange == Moment(seconds: 9))
    }

    @Test("an illegal step is refused with what would be legal, and changes nothing")
    func illegal() throws {
        var record = try record(after: .invited(grant))
        let before = record
        let error = #expect(throws: IllegalTransition.self) { try record.apply(event(9, .granted(other))) }
        #expect(error?.diagnostic.identifier == "illegal-transition")
        #expect(error?.diagnostic.expected?.description == "open the account, invite, disable")
        #expect(record == before)
        #expect(throws: IllegalTransition.self) { try record.apply(event(0, .opened)) }
    }
}
