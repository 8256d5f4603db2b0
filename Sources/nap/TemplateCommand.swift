import ActionPlan
import ArgumentParser
import Exchange
import Foundation
import Ledger
import Rules
import Spreadsheet
import Tracker

/// The command `nap template`.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Makes a table with the reports that an agency owes, to be filled in and sent with `nap submit`."
    )

    /// As what a template can be made.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case xlsx
    }

    @Option(name: .long, help: ArgumentHelp("A text with separators, or a workbook.", valueName: "csv|xlsx"))
    var format: Format = .csv

    @Option(name: .long, help: ArgumentHelp("The agency.", valueName: "id"))
    var agency: String

    @Option(
        name: .long,
        help: ArgumentHelp("The day as of which; today if left out.", valueName: "date"),
        transform: DayArgument.day
    )
    var asOf: Day?

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    @Option(name: .long, help: ArgumentHelp("The language; the agency's own if left out.", valueName: "tag"))
    var language: String?

    @OptionGroup var plan: PlanOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        var console = Console(language: language ?? "en")
        let workspace = try plan.workspace(console)
        let id = try AgencyArgument(agency).id(in: workspace.plan, console)
        console.language = language ?? workspace.plan.agencies.first { $0.id == id }?.language ?? "en"
        let access = LedgerAccess(console: console)
        let tracker = try access.open(ledger, workspace, writing: false)
        let assessment = try access.attempt { () throws(LedgerError) in
            try tracker.assess(asOf: asOf ?? workspace.day(of: clock.moment))
        }
        guard let agency = assessment.plan.agency(id) else { return }
        let template = ReportTemplate(assessment, agency: agency, language: language)
        let bytes: [UInt8]
        switch format {
        case .csv: bytes = template.csv
        case .xlsx:
            bytes = try console.attempt { () throws(WorkbookError) in
                try template.workbook(claims: workspace.assessor.claimableStatuses)
            }
        }
        guard let out else { return console.write(bytes) }
        try OutputFile(out, console).write(bytes)
    }
}
