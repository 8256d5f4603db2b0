import ActionPlan
import ArgumentParser
import Diagnostics
import Language
import Ledger
import Rules
import Tracker

/// The command `nap period`.
struct PeriodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period",
        abstract: "Closes the books of a period, and opens them again; both are recorded for ever.",
        subcommands: [PeriodLockCommand.self, PeriodUnlockCommand.self, PeriodListCommand.self]
    )
}

/// The command `nap period lock`.
struct PeriodLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Closes the books of a period: nothing about it may change until it is unlocked."
    )

    @Argument(help: "The period.")
    var period: String

    @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup var office: OfficeOptions

    func run() throws {
        try office.change(period, .lock, reason, saying: "Closed and on disk: \(period).")
    }
}

/// The command `nap period unlock`.
struct PeriodUnlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock",
        abstract: "Opens the books of a period again."
    )

    @Argument(help: "The period.")
    var period: String

    @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var office: OfficeOptions

    func run() throws {
        try office.change(period, .unlock, reason, saying: "Opened and on disk: \(period).")
    }
}

/// The command `nap period list`.
struct PeriodListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tells which periods are or were closed, since when, and why."
    )

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let locks = try LedgerAccess(console: console)
            .withLedger(ledger) { ledger throws(LedgerError) in
                try ledger.locks(knownAt: Moment(seconds: .max))
            }
        for lock in locks {
            let state = console.text(of: lock.isLocked ? "locked" : "unlocked")
            console.write("\(lock.period)  \(state)  \(console.text(of: lock.since.words))\n")
        }
    }
}

extension OfficeOptions {
    /// Closes or opens the books of a period, and says so.
    func change(_ period: String, _ change: PeriodEvent.Change, _ reason: String?, saying remark: Message) throws {
        try record(remark) { (tracker, workspace) throws(LedgerError) in
            let event = PeriodEvent(
                period: PeriodID(rawValue: period),
                moment: clock.moment,
                party: party,
                change: change,
                reason: reason.map { text($0, workspace) }
            )
            return try tracker.record(event, at: clock.moment)
        }
    }
}
