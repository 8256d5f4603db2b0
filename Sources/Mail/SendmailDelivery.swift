import Foundation

/// Hands mails to the machine's own program for that, by the interface that all of them have: that of sendmail.
package struct SendmailDelivery: MailDelivery {
    private let program: String
    private let patience: Int

    /// - Parameters:
    ///   - program: its path.
    ///   - patience: how many seconds it may take for one mail.
    package init(_ program: String = "/usr/sbin/sendmail", patience: Int = 60) {
        self.program = program
        self.patience = patience
    }

    package func send(_ message: MailMessage) throws(MailFault) {
        guard FileManager.default.isExecutableFile(atPath: program) else { throw .noProgram(path: program) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // -i: a line with a dot alone is text. No shell is in between, and what follows `--` is no option.
        process.arguments = ["-i", "-f", message.from.address, "--", message.to.address]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
        // Files and no pipes: a program that stops reading or says much cannot stop this one.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-mail-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (mail, words) = (folder.appendingPathComponent("mail"), folder.appendingPathComponent("words"))
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(message.bytes(lineEnd: .lineFeed)).write(to: mail)
            try Data().write(to: words)
            process.standardInput = try FileHandle(forReadingFrom: mail)
            let output = try FileHandle(forWritingTo: words)
            process.standardOutput = output
            process.standardError = output
        } catch {
            throw .cannotWrite(path: folder.path)
        }
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw .noProgram(path: program)
        }
        guard ended.wait(timeout: .now() + .seconds(patience)) == .success else {
            process.terminate()
            if ended.wait(timeout: .now() + .seconds(2)) != .success { kill(process.processIdentifier, SIGKILL) }
            throw .tooSlow(seconds: patience)
        }
        guard process.terminationStatus == 0 else {
            let said = (try? Data(contentsOf: words)).map { String(decoding: $0.prefix(300), as: UTF8.self) } ?? ""
            throw .refused(
                status: Int(process.terminationStatus),
                words: HeaderText.withoutControls(said)
            )
        }
    }
}
