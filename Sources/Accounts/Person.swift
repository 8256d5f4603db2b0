import Foundation

/// Who holds an account: what is needed to greet and reach a person, and nothing more.
///
/// It is kept beside the log, where it can be changed and erased.
package struct Person: Codable, Hashable, Sendable {
    package var name: String
    package var email: String
    /// The tag of the language in which the person is written to.
    package var language: String
    /// Whether reminders are sent.
    package var wantsReminders: Bool

    package init(name: String, email: String, language: String, wantsReminders: Bool = true) {
        self.name = name
        self.email = email
        self.language = language
        self.wantsReminders = wantsReminders
    }

    /// What speaks against the data of a person; nil where nothing does.
    package var problem: Problem? {
        let name = self.name.trimmingCharacters(in: .whitespaces)
        guard !name.isEmpty, name.unicodeScalars.count <= 200, !Self.hasControls(name) else { return .name }
        let halves = email.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, halves[1].contains("."), email.utf8.count <= 254,
            email.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.forbidden.contains($0) })
        else { return .email }
        return nil
    }

    package enum Problem: Sendable, Equatable {
        /// It is empty, too long, or has control characters.
        case name
        /// It is no address to which mail can be sent.
        case email
    }

    /// Characters that could end an address in the head of a mail.
    private static let forbidden = Array("<>,;:\"()[]\\".utf8)

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}
