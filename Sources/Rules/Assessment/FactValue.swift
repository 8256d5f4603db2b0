package import ActionPlan

/// A value as a trace shows it, apart from the language that rules are written in.
package enum FactValue: Hashable, Sendable {
    case number(Double)
    case integer(Int64)
    case text(String)
    case boolean(Bool)
    case day(Day)
    case list([FactValue])
    /// Asked for, and not there.
    case absent

    /// What it is as a number; nil where it is none.
    package var number: Double? {
        switch self {
        case .number(let number): number
        case .integer(let number): Double(number)
        case .text, .boolean, .day, .list, .absent: nil
        }
    }
}
