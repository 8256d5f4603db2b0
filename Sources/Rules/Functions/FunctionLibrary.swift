public import CEL

/// Functions that a program adds to the language of rule packs.
///
/// A function must give the same result for the same arguments, and throw an `EvaluationError` where there is none; it may
/// not read a clock, a file or a network, and its work should grow no faster than its arguments, since it counts as one
/// step for every four elements that it is given. ``StatisticsFunctions`` is the one that comes with the program;
/// `Tests/RulesExtensionTests` has one as another package would write it.
///
/// ```swift
/// struct Doubling: FunctionLibrary {
///     let name = "doubling"
///     let functions = [
///         Overload("twice", [.double], .double) { (values) throws(EvaluationError) in
///             guard case .double(let number) = values[0] else { return values[0] }
///             return .double(2 * number)
///         }
///     ]
/// }
///
/// let engine = RuleEngine(packs: ["rules"], functions: .standard.adding(Doubling()))
/// ```
public protocol FunctionLibrary: Sendable {
    /// What it is called in messages, such as `statistics`.
    var name: String { get }
    /// The forms of its functions.
    var functions: [Overload] { get }
}

/// The functions that rule packs can use besides those of the language itself.
public struct RuleFunctions: Sendable {
    /// Where they come from, in order.
    public let libraries: [any FunctionLibrary]

    /// The functions of some libraries and no others.
    public init(_ libraries: [any FunctionLibrary]) {
        self.libraries = libraries
    }

    /// Those that come with the program.
    public static let standard = RuleFunctions([StatisticsFunctions()])

    /// These and those of one more library.
    public func adding(_ library: some FunctionLibrary) -> RuleFunctions { RuleFunctions(libraries + [library]) }

    var overloads: [Overload] { libraries.flatMap(\.functions) }
}
