import ArgumentParser
import Foundation

/// The command line: one command, one file.
@main
struct Nap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nap",
        abstract: "Tracks how far a National Action Plan has come, and why it says so.",
        discussion: """
            A plan and the rules that judge it are YAML files. What agencies report goes into a ledger that keeps \
            everything. `nap assess` tells where the plan stands, `nap publish` writes the status pages.

            Exit codes: 0 all is well, 1 the input is wrong, 2 the command is wrong, 3 the machine failed.
            """,
        subcommands: [
            CheckCommand.self, InitCommand.self, LoadCommand.self, TemplateCommand.self, SubmitCommand.self,
            ImportCommand.self, ExportCommand.self,
            ReviewCommand.self, AssessCommand.self, ExplainCommand.self, MeasuresCommand.self, ChangesCommand.self,
            PublishCommand.self,
            RulesCommand.self, SchemaCommand.self,
            PeriodCommand.self, DecisionCommand.self,
            EvidenceCommand.self, ServeCommand.self, AccountCommand.self, RemindCommand.self, HistoryCommand.self,
            ReceiptCommand.self,
            VerifyCommand.self, LedgerCommand.self,
            BackupCommand.self,
            RestoreCommand.self, DoctorCommand.self,
        ]
    )

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let isAnswer = exitCode(for: error) == .success
            var message = fullMessage(for: error)
            if !isAnswer {
                let arguments = CommandLine.arguments.dropFirst()
                if let unknown = UnknownCommand(arguments, of: Nap.self) { message = unknown.text(message) }
                let language = UsageMistake.language(CommandLine.arguments, ProcessInfo.processInfo.environment)
                message = UsageMistake(language).text(message)
            }
            Foundation.exit(ExitStatus.of(error, message: message, isAnswer: isAnswer))
        }
    }
}
