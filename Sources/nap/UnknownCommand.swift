import ArgumentParser
import Diagnostics

/// A command that there is not, and the one that was probably meant.
struct UnknownCommand {
    let name: String
    /// Below the last command that there is: `check`, `rules list`.
    let meant: String?

    /// What of the arguments is no command of a program; nil where they begin with commands that there are.
    init?(_ arguments: some Sequence<String>, of program: any ParsableCommand.Type) {
        var command = program
        for argument in arguments {
            let below = command.configuration.subcommands
            guard !below.isEmpty, argument != "help", !argument.hasPrefix("-") else { return nil }
            guard let next = below.first(where: { $0.configuration.commandName == argument }) else {
                name = argument
                meant = Self.nearest(to: argument, among: below)
                return
            }
            command = next
        }
        return nil
    }

    /// The nearest of some commands, else the one below them that has just this name.
    private static func nearest(to name: String, among commands: [any ParsableCommand.Type]) -> String? {
        if let nearest = Suggestion.nearest(to: name, among: commands.compactMap { $0.configuration.commandName }) {
            return nearest
        }
        let holder = commands.first { command in
            command.configuration.subcommands.contains { $0.configuration.commandName == name }
        }
        guard let above = holder?.configuration.commandName else { return nil }
        return "\(above) \(name)"
    }

    /// The message of the argument parser, with what it says of an argument that it does not expect replaced.
    func text(_ message: String) -> String {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let suggestion = meant.map { " Did you mean '\($0)'?" } ?? ""
        lines[0] = "Error: There is no command '\(name)'.\(suggestion)"
        return lines.joined(separator: "\n")
    }
}
