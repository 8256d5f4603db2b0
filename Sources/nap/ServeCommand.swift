import Accounts
import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Logging
import Portal
import Tracker

/// The command `nap serve`.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs the web service: forms for agencies, review, status pages.",
        discussion: """
            It listens at 127.0.0.1 unless told otherwise; towards the outside it stands behind a web server that speaks \
            https (docs/operations.md). The first people are invited with `nap account invite`. It stops in good order \
            on SIGTERM or Ctrl-C. With --mail-from it reminds people by mail once a day (`nap remind --dry-run` tells of what).
            """
    )

    @Option(name: .long, help: ArgumentHelp("The address to listen at.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(name: .long, help: ArgumentHelp("The port to listen at.", valueName: "number"))
    var port = 8080

    @Option(
        name: .long,
        help: ArgumentHelp("Under which address browsers know the service.", valueName: "https://host")
    )
    var origin: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Where the pages are kept; beside the ledger if left out.", valueName: "folder")
    )
    var site: String?

    @Option(name: .long, help: ArgumentHelp("The file with the secret key that signs receipts.", valueName: "file"))
    var key: String?

    @Option(
        name: .long,
        help: ArgumentHelp("How many reports an account may send in a minute.", valueName: "number")
    )
    var writesPerMinute = 60

    @Option(
        name: .long,
        help: ArgumentHelp("How many questions a program may ask in a minute.", valueName: "number")
    )
    var readsPerMinute = 600

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Tell figures for Prometheus at this port of the machine itself, under /metrics.",
            valueName: "number"
        )
    )
    var metricsPort: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("Services that may vouch for people: docs/operations.md.", valueName: "file")
    )
    var identityProviders: String?

    @Flag(name: .long, help: "Behind a reverse proxy: take the client's address from it.")
    var behindProxy = false

    @Option(
        name: .long,
        help: ArgumentHelp("From which hour of the day on reminders are sent, at the plan's time.", valueName: "0-23")
    )
    var remindAt = 8

    @OptionGroup var mail: MailOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions
    @OptionGroup var clock: ClockOptions

    func validate() throws {
        guard (0...23).contains(remindAt) else { throw ValidationError("--remind-at is an hour from 0 to 23") }
        guard mail.mailToFolder == nil || mail.mailFrom != nil else {
            throw ValidationError("--mail-to-folder needs --mail-from: from which address are the mails?")
        }
    }

    func run() throws {
        let console = reader.console
        let sender = try mail.sender(console)
        let workspace = try plan.workspace(console)
        let signer = try key.map { try KeyFile.signer($0, console) }
        let providers =
            try identityProviders
            .map { try IdentityProviderFile.providers($0, languages: workspace.plan.languages, console) }
        let access = LedgerAccess(console: console)
        let opened = try access.attempt { () throws(LedgerError) in
            try Ledger.open(at: ledger.ledger, planID: workspace.plan.id, access: .readWrite)
        }
        let tracker = Tracker(workspace, ledger: opened)
        let options = PortalOptions(
            host: host,
            port: port,
            origin: origin,
            siteFolder: site ?? ledger.ledger + "-site",
            isBehindProxy: behindProxy,
            writesPerMinute: max(1, writesPerMinute),
            readsPerMinute: max(1, readsPerMinute),
            figuresPort: metricsPort,
            identityProviders: providers ?? [],
            signer: signer,
            mail: sender.map { PortalOptions.Mail(sender: $0, delivery: mail.delivery, hour: remindAt) }
        )
        // Where the clock was set to another time it goes on from there.
        let shift = clock.moment.seconds - Int64(Date().timeIntervalSince1970)
        let portal = Portal(tracker, accounts: Accounts(tracker, ledger: opened), options: options) {
            Moment(seconds: Int64(Date().timeIntervalSince1970) + shift)
        }
        console.note("\(options.origin) – stop with Ctrl-C")
        try Waiting.wait {
            LoggingSystem.bootstrap(JSONLog.init)
            try await portal.run(logger: Logger(label: "nap"))
        }
        try access.attempt { () throws(LedgerError) in try opened.close() }
    }
}

/// Waits for work that is done beside.
private enum Waiting {
    /// Does some work and returns when it is done.
    static func wait(_ work: @escaping @Sendable () async throws -> Void) throws {
        let done = DispatchSemaphore(value: 0)
        let box = ErrorBox()
        Task {
            do { try await work() } catch { box.error = error }
            done.signal()
        }
        done.wait()
        if let error = box.error { throw error }
    }

    /// Written before the semaphore is signalled and read after it.
    private final class ErrorBox: @unchecked Sendable {
        var error: (any Error)?
    }
}
