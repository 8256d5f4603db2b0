import Foundation

/// Writes mails into a folder instead of sending them: each is a file that mail programs open.
package struct FolderDelivery: MailDelivery {
    private let folder: String

    /// - Parameter folder: it is made where it is not there.
    package init(_ folder: String) {
        self.folder = folder
    }

    package func send(_ message: MailMessage) throws(MailFault) {
        let path = "\(folder)/\(message.id).eml"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(message.bytes(lineEnd: .carriageReturnLineFeed))
                .write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .cannotWrite(path: path)
        }
    }
}
