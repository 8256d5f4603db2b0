import ArgumentParser
import Diagnostics
import Ledger
import TransparencyLog

/// The command `nap ledger verify`.
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Reads every entry of a ledger and finds whatever was altered, lost or cut off.",
        discussion: """
            A lost end shows only against a checkpoint or receipt that was kept elsewhere: name checkpoints with \
            --checkpoint and the public key with --key.
            """
    )

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: .long,
        parsing: .singleValue,
        help: ArgumentHelp("A signed checkpoint that was kept; may be repeated.", valueName: "file")
    )
    var checkpoint: [String] = []

    @Option(name: .long, help: ArgumentHelp("The public key, or a file with it.", valueName: "key"))
    var key: String?

    func run() throws {
        let console = output.console
        let access = LedgerAccess(console: console)
        let kept = try checkpoint.map { try KeyFile.checkpoint($0, key: key, console) }
        let verification = try access.attempt { () throws(LedgerError) in
            try console.showing("Reading entries") { (progress) throws(LedgerError) in
                try Ledger.verify(at: ledger.ledger, against: kept, progress)
            }
        }
        console.show(verification.faults.map(\.diagnostic))
        guard verification.isSound else { throw ExitStatus.input }
        if output.format == .text {
            let count = console.counted(verification.count, "entry / entries")
            console.write(console.text(of: "\(ledger.ledger): \(count), all as they were written") + "\n")
            console.write(console.text(of: "root \(verification.root)") + "\n")
            console.write(console.text(of: Self.remark(on: verification)) + "\n")
        }
    }

    private static func remark(on verification: Verification) -> Message {
        verification.isSealed
            ? "every bit of the file is as it was when the file was last closed"
            : "there is no digest of the file's bytes: it is in use, or was not closed in good order"
    }
}
