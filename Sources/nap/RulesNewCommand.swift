import ArgumentParser
import Diagnostics
import Foundation
import Rules

/// The command `nap rules new`.
struct RulesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a small commented rule pack that passes its own tests."
    )

    @Argument(help: "The identifier of the pack.")
    var pack: String

    @Option(name: .long, help: ArgumentHelp("The folder in which the pack's folder is made.", valueName: "folder"))
    var `in`: String = "rules"

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        guard PackTemplate.isIdentifier(pack) else {
            console.show([
                Diagnostic(
                    "malformed-value",
                    "\(pack) is no identifier",
                    expected: "1 to 64 of a to z, 0 to 9, `-` and `.`, beginning with a letter or digit"
                )
            ])
            throw ExitStatus.input
        }
        let folder = "\(`in`)/\(pack)"
        guard !FileManager.default.fileExists(atPath: folder) else {
            console.show([
                Diagnostic("already-there", "\(folder) is there already", hint: "take another name, or edit that one")
            ])
            throw ExitStatus.input
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            console.show([
                Diagnostic("cannot-write", "\(folder) cannot be made", hint: "check the folder and its rights")
            ])
            throw ExitStatus.machine
        }
        for (name, text) in PackTemplate.files(id: pack, language: reader.language) {
            try OutputFile("\(folder)/\(name)", console).write(Array(text.utf8))
        }
        let test = "nap rules test \(pack)" + (`in` == "rules" ? "" : " --rules \(`in`)")
        console.write(
            console.text(of: "\(folder)/pack.yaml and tests.yaml are there: edit them, then run `\(test)`") + "\n"
        )
    }
}
