package import Accounts
package import ActionPlan
import Crypto
package import Ledger
package import Mail
package import Tracker

/// Reminds people by mail of what is due, overdue or sent back, and tells the chair how reporting stands.
///
/// What is told is noted in the ledger's cabinet before the mail is handed on, and taken back only where surely nobody got
/// it. So nothing is told twice, whenever this is run and whatever stops it; at worst a mail is lost with the machine.
package struct Reminders: Sendable {
    private let tracker: Tracker
    private let accounts: Accounts
    private let origin: String

    /// - Parameters:
    ///   - tracker: the plan and its ledger.
    ///   - accounts: of the same ledger.
    ///   - origin: the scheme, host and port under which browsers know the service.
    package init(_ tracker: Tracker, accounts: Accounts, origin: String) {
        self.tracker = tracker
        self.accounts = accounts
        self.origin = origin
    }

    /// What became of one mail.
    package struct Outcome: Sendable {
        package var reminder: Reminder
        /// What it says in its head.
        package var subject: String
        /// Why it was not taken; nil where it was, or where nothing was to be sent yet.
        package var fault: MailFault?
    }

    /// What would be sent.
    ///
    /// - Parameters:
    ///   - day: as of which.
    ///   - now: the instant.
    /// - Returns: the reminders in the order of accounts.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func rehearse(asOf day: Day, at now: Moment) throws(LedgerError) -> [Outcome] {
        let index = tracker.workspace.index(on: day)
        return try reminders(asOf: day, at: now)
            .map { reminder in
                Outcome(
                    reminder: reminder,
                    subject: ReminderText(reminder, index, origin: origin, asOf: day).subject,
                    fault: nil
                )
            }
    }

    /// Sends what was not sent before.
    ///
    /// - Parameters:
    ///   - day: as of which.
    ///   - now: the instant.
    ///   - sender: from whom mails are.
    ///   - delivery: what hands mails on.
    ///   - isWanted: asked before each mail; what is left when it says no is sent another time.
    /// - Returns: what became of each.
    /// - Throws: ``LedgerError`` where the ledger fails; what was sent until then is noted.
    package func send(
        asOf day: Day,
        at now: Moment,
        from sender: MailAddress,
        by delivery: any MailDelivery,
        while isWanted: () -> Bool = { true }
    ) throws(LedgerError) -> [Outcome] {
        let index = tracker.workspace.index(on: day)
        var outcomes: [Outcome] = []
        for reminder in try reminders(asOf: day, at: now) {
            let text = ReminderText(reminder, index, origin: origin, asOf: day)
            guard isWanted() else { break }
            guard let reader = MailAddress(reminder.person.email, name: reminder.person.name) else { continue }
            let link = try accounts.note(reminder.names, to: reminder.account, at: now)
            let optOut = "\(origin)/\(text.language)/reminders/off/\(link.text)"
            let message = MailMessage(
                from: sender,
                to: reader,
                subject: text.subject,
                text: text.body(optOut: optOut),
                language: text.language,
                written: MailDate(now),
                id: Self.id(reminder),
                optOut: optOut
            )
            var outcome = Outcome(reminder: reminder, subject: text.subject, fault: nil)
            do throws(MailFault) {
                try delivery.send(message)
            } catch {
                outcome.fault = error
                if error.isSure { try accounts.takeBack(reminder.names, to: reminder.account, link) }
            }
            outcomes.append(outcome)
        }
        return outcomes
    }

    private func reminders(asOf day: Day, at now: Moment) throws(LedgerError) -> [Reminder] {
        let planner = ReminderPlanner(try tracker.assess(asOf: day))
        let people = Dictionary(
            try accounts.people(at: now).map { ($0.account, $0.person) },
            uniquingKeysWith: { first, _ in first }
        )
        var reminders: [Reminder] = []
        for record in try accounts.records() {
            guard let person = people[record.account],
                let reminder = planner.reminder(
                    to: person,
                    record,
                    after: try accounts.occasionsTold(to: record.account, at: now)
                )
            else { continue }
            reminders.append(reminder)
        }
        return reminders
    }

    /// The same for the same reader and occasions, so that mail programs too would see a mail that came twice.
    private static func id(_ reminder: Reminder) -> String {
        let named = ([reminder.account.rawValue] + reminder.names).joined(separator: "\n")
        let digits = SHA256.hash(data: Array(named.utf8)).prefix(16)
            .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        return "nap-" + digits.joined()
    }
}
