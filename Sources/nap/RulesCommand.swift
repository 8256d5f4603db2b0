import ArgumentParser
import Diagnostics
import Rules

/// `nap rules`
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", subcommands: [Test.self])
    struct Test: ParsableCommand {
        @Argument var packs: [String]
        func run() throws {
            let library = RulePackLibrary(folders: ["rules"])
            let loaded = packs.compactMap { library.pack($0) }
            print(TextRenderer().render(library.diagnostics))
            for pack in loaded {
                let used = StatusSet(library.identifiers.compactMap { library.pack($0) }.flatMap(\.statuses))
                let report = RuleTestRunner(pack, statuses: used).run()
                for result in report.results {
                    print(
                        result.test.name,
                        result.failures.isEmpty ? "ok" : result.failures.map(\.description).joined(separator: "; ")
                    )
                }
                print(pack.id, "unreached:", report.unreached)
            }
        }
    }
}
