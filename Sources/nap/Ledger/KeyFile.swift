import ArgumentParser
import Diagnostics
import Foundation
import TransparencyLog
import YAML

/// Keys, signed checkpoints and receipts in files.
enum KeyFile {
    private static let format = "nap-key/1"

    /// Writes a new secret key so that only its owner can read it.
    static func write(_ signer: NoteSigner, to path: String, _ console: Console) throws {
        let text = "\(format)\n\(signer.verifier.name)\n\(Data(signer.privateKey).base64EncodedString())\n"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            try stop(Diagnostic("cannot-write", "\(path) cannot be written: \(reason)"), console, ExitStatus.machine)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
        } catch {
            try stop(Diagnostic("cannot-write", "\(path) cannot be written"), console, ExitStatus.machine)
        }
    }

    /// The secret key in a file.
    static func signer(_ path: String, _ console: Console) throws -> NoteSigner {
        let lines = try text(path, console).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count >= 3, lines[0] == format, let secret = Data(base64Encoded: String(lines[2])),
            let signer = NoteSigner(name: String(lines[1]), privateKey: Array(secret))
        {
            return signer
        }
        try stop(
            Diagnostic(
                "not-a-key",
                "\(path) is no secret key",
                expected: "a file that `nap ledger key` made"
            ),
            console
        )
    }

    /// A public key, given itself or by the file that holds it.
    static func verifier(_ argument: String, _ console: Console) throws -> NoteVerifier {
        if let key = NoteVerifier(argument) { return key }
        let text = try text(argument, console)
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        if let key = NoteVerifier(line) { return key }
        try stop(
            Diagnostic(
                "not-a-key",
                "\(argument) is no public key",
                expected: "a key as `nap ledger key` prints it: name+number+letters"
            ),
            console
        )
    }

    /// A signed checkpoint that was kept, after its signature was checked.
    static func checkpoint(_ path: String, key: String?, _ console: Console) throws -> Checkpoint {
        guard let key else {
            try stop(
                Diagnostic("no-key", "a checkpoint proves nothing without the key", hint: "add --key"),
                console
            )
        }
        return try checkpoint(path, verifier: try verifier(key, console), console).checkpoint
    }

    /// A kept checkpoint that a key signed, and the note that it stands in.
    static func checkpoint(
        _ path: String,
        verifier: NoteVerifier,
        _ console: Console
    ) throws -> (checkpoint: Checkpoint, note: SignedNote) {
        guard let note = SignedNote(try text(path, console)),
            let checkpoint = try? Checkpoint(note, verifiedBy: [verifier])
        else {
            try stop(
                Diagnostic("not-a-checkpoint", "\(path) is no checkpoint that this key signed"),
                console
            )
        }
        return (checkpoint, note)
    }

    /// The bytes of a file.
    static func bytes(_ path: String, _ console: Console) throws -> [UInt8] {
        let (source, problem) = SourceFile.read(path)
        if let problem { try stop(problem, console) }
        return source?.bytes ?? []
    }

    /// The text of a small file.
    static func text(_ path: String, _ console: Console) throws -> String {
        let (source, problem) = SourceFile.read(path, limit: 1 << 20)
        if let problem { try stop(problem, console) }
        return String(decoding: source?.bytes ?? [], as: UTF8.self)
    }

    private static func stop(
        _ problem: Diagnostic,
        _ console: Console,
        _ status: ExitCode = ExitStatus.input
    ) throws -> Never {
        console.show([problem])
        throw status
    }
}
