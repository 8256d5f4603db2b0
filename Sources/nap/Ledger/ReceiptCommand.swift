import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import TransparencyLog

/// The command `nap receipt`.
struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Gives a submitter a small file that proves, years later and offline, what was taken up."
    )

    @Argument(help: "The item that was reported on.")
    var item: String

    @Option(name: .long, help: ArgumentHelp("The period.", valueName: "id"))
    var period: String

    @Option(name: .long, help: ArgumentHelp("The agency.", valueName: "id"))
    var agency: String

    @Option(name: .long, help: ArgumentHelp("The file with the secret key.", valueName: "file"))
    var key: String

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let signer = try KeyFile.signer(key, console)
        let report = ReportKey(
            item: ItemID(rawValue: item),
            period: PeriodID(rawValue: period),
            agency: AgencyID(rawValue: agency)
        )
        let receipt = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) -> Receipt? in
                let opened = try Ledger.open(at: ledger.ledger, access: .readOnly)
                let sent = try opened.history(of: report)
                    .last { entry in
                        if case .report(let event) = entry.event { event.action.content != nil } else { false }
                    }
                guard let last = sent else { return nil }
                return try opened.receipt(for: last.number, signedBy: signer)
            }
        guard let receipt else {
            console.show([Diagnostic("no-such-report", "\(agency) has sent no report on \(item) for \(period)")])
            throw ExitStatus.input
        }
        guard let out else { return console.write(receipt.description) }
        try OutputFile(out, console).write(Array(receipt.description.utf8))
    }
}

/// The command `nap verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks receipts offline: with the public key alone, without the ledger.",
        discussion: "Also checks what `nap ledger consistency` prints: that a ledger only grew between two checkpoints."
    )

    @Argument(help: "The file with one receipt or several one after the other, or with a proof of consistency.")
    var receipt: String

    @Option(name: .long, help: ArgumentHelp("The public key, or a file with it.", valueName: "key"))
    var key: String

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let verifier = try KeyFile.verifier(key, console)
        let text = try KeyFile.text(receipt, console)
        if text.hasPrefix(ConsistencyFile.format) { return try checkConsistency(text, verifier, console) }
        do throws(Receipt.Fault) {
            for proof in try Receipt.all(in: text) {
                let (entry, checkpoint) = try proof.verify(with: [verifier])
                let found: Message =
                    "\(receipt): entry \(entry.number) is in \(checkpoint.origin), entries: \(checkpoint.size)"
                console.write(console.text(of: found) + "\n")
                console.write(HistoryText.line(entry, language: reader.language) + "\n")
            }
        } catch {
            console.show([Self.diagnostic(error, receipt)])
            throw ExitStatus.input
        }
    }

    private func checkConsistency(_ text: String, _ verifier: NoteVerifier, _ console: Console) throws {
        guard let proof = ConsistencyFile(text) else {
            console.show([Diagnostic("not-a-proof", "\(receipt) is no proof of consistency, or was altered")])
            throw ExitStatus.input
        }
        do throws(ConsistencyFile.Fault) {
            let (older, newer) = try proof.verify(with: [verifier])
            let found: Message =
                "\(receipt): \(newer.origin) with \(newer.size) entries holds all that it held with \(older.size), unchanged"
            console.write(console.text(of: found) + "\n")
        } catch {
            console.show([Self.diagnostic(error, receipt)])
            throw ExitStatus.input
        }
    }

    private static func diagnostic(_ fault: ConsistencyFile.Fault, _ path: String) -> Diagnostic {
        switch fault {
        case .checkpoint(let fault): diagnostic(Receipt.Fault.checkpoint(fault), path)
        case .otherLog(let origin): Diagnostic("other-ledger", "\(path) is of the ledger \(origin)")
        case .notConsistent:
            Diagnostic("altered-past", "\(path): what the older checkpoint covers was altered or removed")
        }
    }

    private static func diagnostic(_ fault: Receipt.Fault, _ path: String) -> Diagnostic {
        switch fault {
        case .malformed: Diagnostic("not-a-receipt", "\(path) is no receipt, or was altered")
        case .checkpoint(.unsigned):
            Diagnostic("other-key", "\(path) was not signed with this key", hint: "is it the key of this ledger?")
        case .checkpoint: Diagnostic("forged-receipt", "\(path): the signature does not fit the text")
        case .notIncluded: Diagnostic("forged-receipt", "\(path): the entry is not in the log that was signed")
        case .otherLedger(let origin): Diagnostic("other-ledger", "\(path) is of the ledger \(origin)")
        }
    }
}
