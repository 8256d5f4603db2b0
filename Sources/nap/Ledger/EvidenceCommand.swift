import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger

/// The command `nap evidence`.
struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Keeps documents beside a ledger and gives them back.",
        discussion: """
            A report names a document by `file`, or by the `sha256` of one that was added before. Taken are pdf, png, \
            jpeg, xlsx, ods, docx, csv and txt, up to 20 MiB. Never add a document about single persons: nothing that \
            was added and reported can be taken back.
            """,
        subcommands: [EvidenceAddCommand.self, EvidenceGetCommand.self, EvidenceListCommand.self]
    )
}

/// The command `nap evidence add`.
struct EvidenceAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Takes a copy of a document and prints its SHA-256, by which a report can name it."
    )

    @Argument(help: "The document.")
    var file: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        // Only beside a ledger: a folder elsewhere is of no use to any report.
        let store = try LedgerAccess(console: console)
            .withLedger(ledger) { (opened) throws(LedgerError) in opened.attachments }
        let document = try EvidenceAccess(console: console)
            .attempt { () throws(AttachmentFault) in
                let document = try store.candidate(file)
                try store.take(document)
                return document
            }
        console.write(document.sha256 + "\n")
    }
}

/// The command `nap evidence get`.
struct EvidenceGetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Writes a document that is kept, after comparing it with its SHA-256."
    )

    @Argument(help: "The document's SHA-256.")
    var sha256: String

    @Option(name: .long, help: ArgumentHelp("Where to write it.", valueName: "file"))
    var out: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let store = try LedgerAccess(console: console)
            .withLedger(ledger) { (opened) throws(LedgerError) in opened.attachments }
        let bytes = try EvidenceAccess(console: console)
            .attempt { () throws(AttachmentFault) in try store.content(sha256) }
        try OutputFile(out, console).write(bytes)
    }
}

/// The command `nap evidence list`.
struct EvidenceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the documents that are kept: SHA-256, type, size, and the entry that first names each."
    )

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let (store, named) = try LedgerAccess(console: console)
            .withLedger(ledger) { (opened) throws(LedgerError) in (opened.attachments, try opened.attachedDocuments()) }
        for sha256 in store.inventory().documents {
            let known = store.attachment(sha256)
            let type = known.map { "\($0.type.rawValue)  \($0.byteCount)" } ?? "?"
            console.write("\(sha256)  \(type)  \(named[sha256].map(String.init) ?? "–")\n")
        }
    }
}

/// Says in words why a document is not taken or given back.
struct EvidenceAccess {
    let console: Console

    /// What a piece of work gives; ends the program with a message where it fails.
    func attempt<Result>(_ work: () throws(AttachmentFault) -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            console.show([error.diagnostic])
            if case .system = error { throw ExitStatus.machine }
            throw ExitStatus.input
        }
    }
}
