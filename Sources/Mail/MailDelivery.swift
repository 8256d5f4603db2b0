/// Hands mails on.
package protocol MailDelivery: Sendable {
    /// Hands a mail on; when this returns, somebody else answers for it.
    ///
    /// - Throws: ``MailFault``; ``MailFault/isSure`` tells whether the mail was surely not taken.
    func send(_ message: MailMessage) throws(MailFault)
}

/// Why a mail was not taken.
package enum MailFault: Error, Hashable, Sendable {
    /// The program that sends mail is not there or cannot be run.
    case noProgram(path: String)
    /// It ended with a status other than 0; its own words.
    case refused(status: Int, words: String)
    /// It did not end in time and was stopped.
    case tooSlow(seconds: Int)
    /// A file of the folder cannot be written.
    case cannotWrite(path: String)

    /// A short name of the kind of fault, which names no reader.
    package var identifier: String {
        switch self {
        case .noProgram: "no-program"
        case .refused(let status, _): "refused-\(status)"
        case .tooSlow: "too-slow"
        case .cannotWrite: "cannot-write"
        }
    }

    /// Whether nobody can have got the mail; it may have been on its way when a slow program was stopped.
    package var isSure: Bool {
        if case .tooSlow = self { false } else { true }
    }
}
