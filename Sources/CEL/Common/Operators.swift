/// The functions that operators stand for.
enum Operator {
    static let conditional = "_?_:_"
    static let and = "_&&_"
    static let or = "_||_"
    static let not = "!_"
    static let negate = "-_"
    static let index = "_[_]"
    static let membership = "@in"

    /// Binary operators by how they are written, with how strongly they bind.
    static let binary: [String: (function: String, precedence: Int)] = [
        "||": (or, 1), "&&": (and, 2),
        "<": ("_<_", 3), "<=": ("_<=_", 3), ">": ("_>_", 3), ">=": ("_>=_", 3), "==": ("_==_", 3), "!=": ("_!=_", 3),
        "in": (membership, 3),
        "+": ("_+_", 4), "-": ("_-_", 4), "*": ("_*_", 5), "/": ("_/_", 5), "%": ("_%_", 5),
    ]

    /// How a function that an operator stands for is written; other names as they are.
    static func spelling(_ function: String) -> String {
        switch function {
        case conditional: "? :"
        case index: "[ ]"
        case membership: "in"
        default:
            function.hasPrefix("_") || function.hasPrefix("!") || function.hasPrefix("-")
                ? String(function.filter { $0 != "_" }) : function
        }
    }
}
