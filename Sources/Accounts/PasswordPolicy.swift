/// What a password must be (OWASP ASVS 5.0, 6.2): long, of any characters, and none that everybody tries.
package enum PasswordPolicy {
    package static let length = 15...128

    package enum Problem: Equatable {
        case tooShort
        case tooLong
        /// It is made of one character, of a run, or of words that stand on every list.
        case tooPlain
    }

    /// What speaks against a password; nil where it may be used.
    ///
    /// - Parameters:
    ///   - password: as it was typed.
    ///   - names: the words that belong to the account, such as its name and agency.
    /// - Returns: the first fault found.
    package static func problem(with password: String, names: [String]) -> Problem? {
        let scalars = Array(password.unicodeScalars)
        guard scalars.count >= length.lowerBound else { return .tooShort }
        guard scalars.count <= length.upperBound else { return .tooLong }
        let lowered = password.lowercased()
        let differences = zip(scalars.dropFirst(), scalars).map { Int($0.value) - Int($1.value) }
        let isRun = differences.allSatisfy { $0 == differences[0] }
        let rest = (common + names.map { $0.lowercased() }).filter { $0.utf8.count >= 3 }
            .reduce(lowered) { $0.replacing($1, with: "") }
        let letters = Set(rest.unicodeScalars.filter { !$0.properties.isWhitespace && !("0"..."9").contains($0) })
        return isRun || letters.count < 5 ? .tooPlain : nil
    }

    private static let common = [
        "password", "passwort", "parol", "пароль", "qwerty", "йцукен", "letmein", "welcome", "admin", "administrator",
        "turkmenistan", "туркменистан", "türkmenistan", "ashgabat", "aşgabat", "ашхабад", "iloveyou", "dragon",
        "monkey",
    ]
}
