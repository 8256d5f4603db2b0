package import ActionPlan
package import Diagnostics

/// Why a document is not taken, or not given back.
package enum AttachmentFault: Error, Hashable, Sendable {
    case empty(name: String)
    case tooLarge(name: String, byteCount: Int, limit: Int)
    /// Its name claims none of the types that are taken.
    case typeNotTaken(name: String)
    /// Its content is not of the type that its name claims.
    case otherContent(name: String, claimed: Attachment.Kind)
    /// Its content breaks off.
    case cutOff(name: String, type: Attachment.Kind)
    /// It holds a program.
    case withProgram(name: String)
    /// It is not the document whose SHA-256 was given.
    case otherDigest(name: String, found: String)
    /// It changed between the check and the copy.
    case changedMeanwhile(name: String)
    /// The system refused: its own words.
    case system(path: String, reason: Message)
    /// There is no document of that SHA-256.
    case missing(sha256: String)
    /// What is kept under a SHA-256 is something else.
    case altered(sha256: String)
}

extension AttachmentFault {
    /// Whether the document is at fault, or the machine.
    package var origin: LedgerError.Origin {
        switch self {
        case .system, .missing, .altered: .machine
        default: .input
        }
    }

    /// The fault for a person.
    package var diagnostic: Diagnostic { Diagnostic(identifier, message, expected: expected, hint: hint) }

    private var identifier: String {
        switch self {
        case .empty: "attachment-empty"
        case .tooLarge: "attachment-too-large"
        case .typeNotTaken: "attachment-type"
        case .otherContent: "attachment-content"
        case .cutOff: "attachment-cut-off"
        case .withProgram: "attachment-with-program"
        case .otherDigest: "attachment-digest"
        case .changedMeanwhile: "attachment-changed"
        case .system: "attachment-not-accessible"
        case .missing: "attachment-missing"
        case .altered: "attachment-altered"
        }
    }

    private var message: Message {
        switch self {
        case .empty(let name): "\(name) is empty"
        case .tooLarge(let name, let byteCount, _): "\(name) has \(byteCount) bytes"
        case .typeNotTaken(let name): "\(name) is of a type that is not taken"
        case .otherContent(let name, let claimed): "\(name) calls itself \(claimed.rawValue), but holds something else"
        case .cutOff(let name, _): "\(name) breaks off before its end"
        case .withProgram(let name): "\(name) holds macros"
        case .otherDigest(let name, _): "\(name) is not the document whose SHA-256 is given"
        case .changedMeanwhile(let name): "\(name) changed while it was read"
        case .system(let path, let reason): "\(path): \(reason)"
        case .missing(let sha256): "there is no document \(sha256)"
        case .altered(let sha256): "the document \(sha256) is not as it was attached"
        }
    }

    private var expected: Message? {
        switch self {
        case .tooLarge(_, _, let limit): "at most \(limit) bytes"
        case .typeNotTaken, .otherContent:
            "one of: \(Attachment.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
        case .otherDigest(_, let found): "`sha256: \(found)`, or the other document"
        default: nil
        }
    }

    private var hint: Message? {
        switch self {
        case .cutOff: "was it still being written or downloaded?"
        case .withProgram: "save it without macros"
        case .changedMeanwhile: "close it in other programs and try again"
        case .altered, .missing: "restore the folder of attachments from a backup"
        default: nil
        }
    }
}
