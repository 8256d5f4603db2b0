import ArgumentParser
import Diagnostics
import Ledger
import TransparencyLog

/// The command `nap ledger consistency`.
struct LedgerConsistencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Prints a proof that a ledger only grew since a checkpoint: nothing in it was altered or removed.",
        discussion: "Whoever has the public key checks it offline: nap verify PROOF --key KEY."
    )

    @Argument(help: "A signed checkpoint that was kept.")
    var older: String

    @Option(name: .long, help: ArgumentHelp("A later one that was kept; the present if left out.", valueName: "file"))
    var newer: String?

    @Option(name: .long, help: ArgumentHelp("The file with the secret key.", valueName: "file"))
    var key: String

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let signer = try KeyFile.signer(key, console)
        let old = try KeyFile.checkpoint(older, verifier: signer.verifier, console)
        let new = try newer.map { try KeyFile.checkpoint($0, verifier: signer.verifier, console) }
        let proof = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                try Ledger.open(at: ledger.ledger, access: .readOnly).consistency(of: old, with: new, signedBy: signer)
            }
        guard let proof else {
            console.show([
                Diagnostic(
                    "not-consistent",
                    "\(ledger.ledger) does not hold what \(older) says it held",
                    hint:
                        "it is of another plan, was put back to an older state, or was altered; `nap ledger verify` tells more"
                )
            ])
            throw ExitStatus.input
        }
        console.write(proof.description)
    }
}
