import ActionPlan
import Rules

/// Which texts of qualitative indicators the public may read.
///
/// Where the plan says so: texts that a reviewer verified, a person who has read them, and that name no number in any of
/// their languages. That is a net below the reviewer, not in place of one: a text can point to somebody without a number.
struct VerifiedTexts {
    private let policy: DisclosurePolicy

    init(_ policy: DisclosurePolicy) { self.policy = policy }

    /// Whether a period's value is a text that the public may not read, or any of its reports is.
    func withholds(_ period: PeriodAssessment) -> Bool {
        let reported = period.reports.filter { part in
            if case .value(.text)? = part.record?.effective?.content.body { true } else { false }
        }
        if case .text? = period.value, reported.isEmpty { return true }
        return reported.contains { !mayRead($0) }
    }

    private func mayRead(_ part: ReportedPart) -> Bool {
        guard policy.texts == .publishVerified, part.record?.effectiveReview?.decision == .verified,
            case .value(.text(let text))? = part.record?.effective?.content.body
        else { return false }
        return !text.entries.contains { Self.namesNumber($0.text, in: $0.language) }
    }

    /// Whether a text has a digit or the word of a small number; of a language whose words are not known it may.
    static func namesNumber(_ text: String, in language: String) -> Bool {
        guard let numerals = numerals[language] else { return true }
        if text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return true }
        return text.lowercased().split { !$0.isLetter }.contains { numerals.contains(String($0)) }
    }

    private static let numerals: [String: Set<String>] = [
        "en": words(
            "one two three four five six seven eight nine ten eleven twelve once twice thrice single sole couple pair few "
                + "several dozen half first second third fourth fifth"
        ),
        "ru": words(
            "один одна одно одного одной одному одну одним одном одни единственный единственная единственного два две двух "
                + "двум двумя двое двоих три трёх трех трём трем тремя трое троих четыре четырёх четырех четверо четверых "
                + "пять пяти пятеро пятерых шесть шести шестеро семь семи семеро восемь восьми девять девяти десять десяти "
                + "пара пары несколько нескольких дюжина половина первый первая второй вторая третий третья"
        ),
        "tk": words(
            "bir biri iki ikisi üç üçüsi dört dördüsi bäş bäşisi alty ýedi sekiz dokuz on onusy birnäçe birnäçesi jübüt ýarysy "
                + "ýeke birinji ikinji üçünji dördünji bäşinji"
        ),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
