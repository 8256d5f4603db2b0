import Accounts
import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Tracker

/// The command `nap account`.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Lets the first people into the web service.",
        subcommands: [AccountInviteCommand.self]
    )
}

/// The command `nap account invite`.
struct AccountInviteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Invites somebody and prints the link that lets her in once.",
        discussion: "While the service runs, the secretariat invites people there."
    )

    @Option(name: .long, help: "The person's name.")
    var name: String

    @Option(name: .long, help: "The person's e-mail address.")
    var email: String

    @Option(name: .long, help: ArgumentHelp("The agency or body for which she acts.", valueName: "id"))
    var body: String

    @Option(name: .long, help: ArgumentHelp("In which role.", valueName: "agency|reviewer|secretariat|chair"))
    var role: String

    @Option(
        name: .long,
        help: ArgumentHelp("Who invites: a body of the plan; the same body if left out.", valueName: "id")
    )
    var by: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Under which address browsers know the service.", valueName: "https://host")
    )
    var origin = "http://127.0.0.1:8080"

    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let console = reader.console
        let workspace = try plan.workspace(console)
        let person = Person(name: name, email: email, language: reader.chosen ?? workspace.plan.languages.first ?? "en")
        guard let role = Party.Role(rawValue: role) else {
            console.show([
                Diagnostic("unknown-role", "\(role) is no role", expected: "agency, reviewer, secretariat or chair")
            ])
            throw ExitStatus.input
        }
        if person.problem != nil {
            console.show([Diagnostic("bad-person", "\(name) <\(email)> is no name and e-mail address")])
            throw ExitStatus.input
        }
        let access = LedgerAccess(console: console)
        let opened = try access.attempt { () throws(LedgerError) in
            try Ledger.open(at: ledger.ledger, planID: workspace.plan.id, access: .readWrite)
        }
        let accounts = Accounts(Tracker(workspace, ledger: opened), ledger: opened)
        let inviter = by ?? workspace.plan.bodies.first?.id ?? body
        let now = clock.moment
        let (secret, diagnostics) = try access.attempt { () throws(LedgerError) in
            try accounts.invite(
                person,
                as: AccountEvent.Grant(body: body, role: role),
                by: Party(id: inviter, role: .secretariat),
                at: now
            )
        }
        console.show(diagnostics)
        guard let secret else { throw ExitStatus.input }
        console.write("\(origin)/\(person.language)/enter/\(secret.text)\n")
    }
}
