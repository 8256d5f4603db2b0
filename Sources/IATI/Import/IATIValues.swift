import ActionPlan

/// Numbers, dates and words as publishers write them in activity files.
enum IATIValues {
    /// `1280.6`, `1,280`, `1 280`, `75%`; nil where it is no number, or one that no reader could tell.
    static func number(_ text: String) -> Double? {
        var written = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            written.unicodeScalars.append(scalar == "\u{2212}" ? "-" : scalar)
        }
        if written.hasSuffix("%") { written.removeLast() }
        if written.utf8.contains(UInt8(ascii: ",")) {
            guard isGrouped(written) else { return nil }
            written.removeAll { $0 == "," }
        }
        let allowed = written.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
        guard allowed, written.utf8.count <= 40, let number = Double(written), number.isFinite, abs(number) < 1e15
        else { return nil }
        return number
    }

    /// Whether its commas stand before groups of three digits.
    private static func isGrouped(_ text: String) -> Bool {
        let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first?.drop(while: { $0 == "-" || $0 == "+" }) else { return false }
        return (1...3).contains(first.utf8.count) && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
            && !text.dropFirst(whole.count).utf8.contains(UInt8(ascii: ","))
    }

    /// `2014-09-10`, also with a time or an offset after it.
    static func day(_ text: String) -> Day? {
        let trimmed = trimmed(text)
        guard let day = Day(String(trimmed.prefix(10))) else { return nil }
        guard let next = trimmed.utf8.dropFirst(10).first else { return plausible(day) }
        return "TZ+- ".utf8.contains(next) ? plausible(day) : nil
    }

    /// The years that a plan can lie in.
    static let years = 1900...2200

    private static func plausible(_ day: Day) -> Day? { years.contains(day.date.year) ? day : nil }

    static func moment(_ text: String) -> Moment? {
        let trimmed = trimmed(text)
        return Moment(trimmed) ?? Moment(trimmed + "Z") ?? day(trimmed).map { Moment(startOf: $0, at: .zero) }
    }

    static func boolean(_ text: String?) -> Bool? {
        switch text.map(trimmed)?.lowercased() {
        case "1", "true": true
        case "0", "false": false
        default: nil
        }
    }

    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value == 0xFEFF
    }

    /// An identifier made of a text: small letters and digits, everything else a hyphen; nil where nothing is left.
    static func identifier(_ text: String) -> String? {
        var written = ""
        for scalar in text.lowercased().unicodeScalars {
            let isKept = (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
            if isKept {
                written.unicodeScalars.append(scalar)
            } else if !written.hasSuffix("-"), !written.isEmpty {
                written += "-"
            }
        }
        while written.hasSuffix("-") { written.removeLast() }
        return written.isEmpty ? nil : String(written.prefix(48))
    }

    /// A language tag as plans have it, or nil.
    static func language(_ text: String?) -> String? {
        guard let text = text.map(trimmed)?.lowercased(), (2...8).contains(text.utf8.count),
            text.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 }), text.utf8.first != 45
        else { return nil }
        return text
    }
}
