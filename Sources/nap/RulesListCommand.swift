import ActionPlan
import ArgumentParser
import Foundation
import Rules

/// The command `nap rules list`.
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the rule packs that there are."
    )

    @OptionGroup var location: RulesOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let packs = try location.library.packs([], console)
        switch output.format {
        case .text:
            let width = packs.map { $0.id.count + $0.version.description.count + 1 }.max() ?? 0
            for pack in packs {
                let name = "\(pack.id) \(pack.version)"
                let padding = String(repeating: " ", count: width - name.count)
                console.write("\(name)\(padding)  \(pack.title.best(for: output.language, "en").text)\n")
                if let summary = pack.summary {
                    console.write(
                        String(repeating: " ", count: width + 2) + summary.best(for: output.language, "en").text + "\n"
                    )
                }
            }
        case .json: console.write(PackListJSON.bytes(of: packs))
        }
    }
}
