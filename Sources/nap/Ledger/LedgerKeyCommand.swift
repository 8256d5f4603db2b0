import ArgumentParser
import Diagnostics
import Ledger
import TransparencyLog

/// The command `nap ledger key`.
struct LedgerKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes a new key that signs receipts and checkpoints, and prints its public half.",
        discussion: "Publish the public half; keep the file with the secret one apart from the ledger."
    )

    @Option(name: .long, help: ArgumentHelp("The key's name, such as the secretariat's domain.", valueName: "name"))
    var name: String

    @Option(name: .long, help: ArgumentHelp("Where to write the secret key; nothing may be there.", valueName: "file"))
    var out: String

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        guard let signer = NoteSigner(name: name) else {
            console.show([
                Diagnostic("bad-name", "\(name) can be no key's name", expected: "a name without spaces and `+`")
            ])
            throw ExitStatus.input
        }
        try KeyFile.write(signer, to: out, console)
        console.write("\(signer.verifier)\n")
    }
}

/// The command `nap ledger checkpoint`.
struct LedgerCheckpointCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Prints a signed checkpoint, to be kept elsewhere: with it a lost end or altered past shows."
    )

    @Option(name: .long, help: ArgumentHelp("The file with the secret key.", valueName: "file"))
    var key: String

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let signer = try KeyFile.signer(key, console)
        let note = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                try Ledger.open(at: ledger.ledger, access: .readOnly).checkpoint(signedBy: signer)
            }
        console.write(note.description)
    }
}
