import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Rules

/// `nap check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Checks plans and rule packs.")
    @Argument var paths: [String]

    func run() throws {
        var diagnostics: [Diagnostic] = []
        for path in paths {
            if FileManager.default.fileExists(atPath: "\(path)/pack.yaml") {
                diagnostics += RulePackLoader.load(path) { RulePackLibrary(folders: ["rules"]).pack($0)?.statuses }
                    .diagnostics
                continue
            }
            diagnostics += PlanLoader.load(path).diagnostics
        }
        print(TextRenderer().render(diagnostics))
        if diagnostics.hasErrors { throw ExitCode(1) }
    }
}
