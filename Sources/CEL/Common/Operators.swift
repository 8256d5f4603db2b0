/// The functions that operators stand for.
enum Operator {
    static let conditional = "_?_:_"
    static let and = "_&&_"
    static let or = "_||_"
    static let not = "!_"
    static let negate = "-_"
    static let index = "_[_]"
    static let optionalIndex = "_[?_]"
    static let membership = "@in"
    static let equal = "_==_"
    static let notEqual = "_!=_"

    /// The function of a binary operator, and how strongly it binds; nil for what is none.
    static func binary(_ symbol: Token.Symbol) -> (function: String, precedence: Int)? {
        switch symbol {
        case .or: (or, 1)
        case .and: (and, 2)
        case .less: ("_<_", 3)
        case .lessEqual: ("_<=_", 3)
        case .greater: ("_>_", 3)
        case .greaterEqual: ("_>=_", 3)
        case .equal: (equal, 3)
        case .notEqual: (notEqual, 3)
        case .in: (membership, 3)
        case .plus: ("_+_", 4)
        case .minus: ("_-_", 4)
        case .times: ("_*_", 5)
        case .divide: ("_/_", 5)
        case .remainder: ("_%_", 5)
        default: nil
        }
    }

    /// How a binary operator is written, and how strongly it binds; nil for a function that is none.
    static func written(_ function: String) -> (symbol: String, precedence: Int)? {
        switch function {
        case or: ("||", 1)
        case and: ("&&", 2)
        case "_<_": ("<", 3)
        case "_<=_": ("<=", 3)
        case "_>_": (">", 3)
        case "_>=_": (">=", 3)
        case equal: ("==", 3)
        case notEqual: ("!=", 3)
        case membership: ("in", 3)
        case "_+_": ("+", 4)
        case "_-_": ("-", 4)
        case "_*_": ("*", 5)
        case "_/_": ("/", 5)
        case "_%_": ("%", 5)
        default: nil
        }
    }

    /// How a function that an operator stands for is written; other names as they are.
    static func spelling(_ function: String) -> String {
        switch function {
        case conditional: "? :"
        case index, optionalIndex: "[ ]"
        case membership: "in"
        default:
            function.hasPrefix("_") || function.hasPrefix("!") || function.hasPrefix("-")
                ? String(function.filter { $0 != "_" }) : function
        }
    }
}
