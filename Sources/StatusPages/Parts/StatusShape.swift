import Charts
import Markup
import Rules

extension Markup {
    /// Writes the shape of a status; the word beside it says the same.
    mutating func symbol(_ symbol: Status.Symbol) { symbol.drawn.write(into: &self) }
}

extension Status.Symbol {
    /// The same shape as charts draw it.
    var drawn: StatusSymbol {
        switch self {
        case .check: .check
        case .star: .star
        case .circle: .circle
        case .triangle: .triangle
        case .cross: .cross
        case .clock: .clock
        case .question: .question
        case .dash: .dash
        case .diamond: .diamond
        case .ring: .ring
        }
    }
}
