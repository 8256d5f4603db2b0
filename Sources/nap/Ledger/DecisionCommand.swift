import ActionPlan
import ArgumentParser
import Diagnostics
import Language
import Ledger
import Rules
import Tracker

/// The command `nap decision`.
struct DecisionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision",
        abstract: "Keeps what meetings decided.",
        subcommands: [DecisionAddCommand.self, DecisionListCommand.self]
    )
}

/// The command `nap decision add`.
struct DecisionAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Records a decision for ever: what, at which meeting, who has to act and by when."
    )

    @Argument(help: "What was decided.")
    var decision: String

    @Option(name: .long, help: ArgumentHelp("The meeting: its date, or a name of its own.", valueName: "text"))
    var meeting: String

    @Option(name: .long, help: ArgumentHelp("The item that it is about.", valueName: "id"))
    var item: String?

    @Option(name: .long, help: ArgumentHelp("The agency that has to act.", valueName: "id"))
    var responsible: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The day by which it has to be done.", valueName: "date"),
        transform: DayArgument.day
    )
    var due: Day?

    @OptionGroup var office: OfficeOptions

    func run() throws {
        try office.record("Recorded and on disk.") { (tracker, workspace) throws(LedgerError) in
            let event = DecisionEvent(
                moment: office.clock.moment,
                party: office.party,
                meeting: meeting,
                text: office.text(decision, workspace),
                item: item.map { ItemID(rawValue: $0) },
                responsible: responsible.map { AgencyID(rawValue: $0) },
                due: due
            )
            return try tracker.record(event, at: office.clock.moment)
        }
    }
}

/// The command `nap decision list`.
struct DecisionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tells what meetings decided, in the order of meetings."
    )

    @Option(name: .long, help: ArgumentHelp("Of this meeting only.", valueName: "text"))
    var meeting: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let entries = try LedgerAccess(console: console)
            .withLedger(ledger) { ledger throws(LedgerError) in
                var entries: [LedgerEntry] = []
                for id in try ledger.topics(.decision) where meeting == nil || meeting == id {
                    entries += try ledger.history(of: LedgerEvent.Topic(kind: .decision, id: id))
                }
                return entries
            }
        let language = WrittenLanguage(tag: reader.language)
        for entry in entries {
            guard case .decision(let decision) = entry.event else { continue }
            let about = [
                decision.item?.rawValue, decision.responsible?.rawValue,
                decision.due.map { "≤ " + language.shortDate($0) },
            ]
            .compactMap(\.self).joined(separator: ", ")
            let text = decision.text.best(for: reader.language).text
            console.write("\(decision.meeting)  \(text)\(about.isEmpty ? "" : " (\(about))")  [\(entry.number)]\n")
        }
    }
}
