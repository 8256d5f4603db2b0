import ArgumentParser
import Foundation
import Rules

/// The command `nap rules show`.
struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tells in plain words how a rule pack judges."
    )

    @Argument(help: "The identifier of a pack.")
    var pack: String

    @Flag(name: .long, help: "Leave conditions and formulas out.")
    var brief = false

    @OptionGroup var location: RulesOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let library = location.library
        for pack in try library.packs([pack], console) {
            switch output.format {
            case .text:
                console.write(
                    PackText.text(
                        of: pack,
                        statuses: library.statuses(of: pack),
                        language: output.language,
                        width: Console.width,
                        conditions: !brief
                    )
                )
            case .json: console.write(PackListJSON.bytes(of: [pack], detailed: true))
            }
        }
    }
}
