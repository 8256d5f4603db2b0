import ArgumentParser

/// The command line.
@main
struct Nap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nap",
        abstract: "Tracks a National Action Plan.",
        subcommands: [CheckCommand.self, RulesCommand.self]
    )
}
