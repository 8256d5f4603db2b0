package import CEL

/// Functions that a program adds to the language of rule packs.
///
/// A function must give the same result for the same arguments, and throw an ``EvaluationError`` where there is none; it
/// may not read a clock, a file or a network. ``StatisticsFunctions`` is the example to begin with.
package protocol FunctionLibrary: Sendable {
    /// What it is called in messages, such as `statistics`.
    var name: String { get }
    /// The forms of its functions.
    var functions: [Overload] { get }
}

/// The functions that rule packs can use besides those of the language itself.
package struct RuleFunctions: Sendable {
    package let libraries: [any FunctionLibrary]

    package init(_ libraries: [any FunctionLibrary]) {
        self.libraries = libraries
    }

    /// Those that come with the program.
    package static let standard = RuleFunctions([StatisticsFunctions()])

    var overloads: [Overload] { libraries.flatMap(\.functions) }
}
