import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Rules

/// The command `nap rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Shows rule packs and runs their tests.",
        discussion: """
            A rule pack is a folder of YAML files that says how progress is judged. Packs are looked for in the folders \
            given with --rules, then in `rules/`.
            """,
        subcommands: [
            RulesListCommand.self, RulesShowCommand.self, RulesTestCommand.self, RulesNewCommand.self,
            RulesDiffCommand.self,
        ]
    )
}

/// Where rule packs are looked for.
struct RulesOptions: ParsableArguments {
    @Option(
        name: .long,
        parsing: .singleValue,
        help: ArgumentHelp("A folder with rule packs, besides `rules/`; may be repeated.", valueName: "folder")
    )
    var rules: [String] = []

    var library: RulePackLibrary { RulePackLibrary(folders: RuleFolders.all(rules, plan: nil)) }
}

extension RulePackLibrary {
    /// The packs of some names, all where none is named; stops where one is missing or has mistakes.
    func packs(_ names: [String], _ console: Console) throws -> [RulePack] {
        let names = names.isEmpty ? identifiers : names
        var problems: [Diagnostic] = []
        var packs: [RulePack] = []
        for name in names {
            if let pack = pack(name) {
                packs.append(pack)
            } else if !identifiers.contains(name) {
                problems.append(
                    Diagnostic(
                        "unknown-pack",
                        "there is no rule pack \(name)",
                        expected: identifiers.isEmpty
                            ? "a folder with rule packs, named with --rules"
                            : "one of: \(identifiers.joined(separator: ", "))",
                        hint: Suggestion.nearest(to: name, among: identifiers).map { "did you mean \($0)?" }
                    )
                )
            }
        }
        if identifiers.isEmpty, problems.isEmpty {
            problems.append(
                Diagnostic("no-packs", "there are no rule packs here", hint: "name their folder with --rules")
            )
        }
        let all = diagnostics + problems
        guard !all.isEmpty else { return packs }
        if all.hasErrors {
            console.show(all)
            throw ExitStatus.input
        }
        console.note(text: console.text(of: all, color: Console.errorIsTerminal))
        return packs
    }
}
