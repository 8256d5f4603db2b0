import ArgumentParser
import Diagnostics
import Foundation
import Mail

/// How mail is sent.
struct MailOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("From which address reminders are sent.", valueName: "address"))
    var mailFrom: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The program that sends mail, with the interface of sendmail.", valueName: "program")
    )
    var sendmail = "/usr/sbin/sendmail"

    @Option(
        name: .long,
        help: ArgumentHelp("Write mails into this folder and send none.", valueName: "folder")
    )
    var mailToFolder: String?

    /// From whom mails are; nil where no address was given.
    ///
    /// - Throws: how the program ends where the address is none.
    func sender(_ console: Console) throws -> MailAddress? {
        guard let mailFrom else { return nil }
        guard let address = MailAddress(mailFrom) else {
            console.show([
                Diagnostic(
                    "bad-mail-address",
                    "\(mailFrom) is no e-mail address",
                    expected: "such as nap@example.org",
                    hint: "give it with --mail-from"
                )
            ])
            throw ExitStatus.input
        }
        return address
    }

    var delivery: any MailDelivery {
        if let mailToFolder { FolderDelivery(mailToFolder) } else { SendmailDelivery(sendmail) }
    }
}

extension MailFault {
    /// The fault for a person.
    var diagnostic: Diagnostic {
        switch self {
        case .noProgram(let path):
            Diagnostic(
                "mail-no-program",
                "\(path) is not there or cannot be run",
                hint: "install a program that sends mail, or name yours with --sendmail"
            )
        case .refused(let status, let words):
            Diagnostic("mail-refused", "the program that sends mail refused it with status \(status): \(words)")
        case .tooSlow(let seconds):
            Diagnostic(
                "mail-too-slow",
                "the program that sends mail did not end within \(seconds) seconds; the mail may have been sent"
            )
        case .cannotWrite(let path):
            Diagnostic("cannot-write", "\(path) cannot be written", hint: "check the folder and its rights")
        }
    }
}
