import CEL
import Diagnostics
import Rules

/// An example of functions added to the language of rule packs: the trend of a series.
///
/// `slope([2.0, 4.0, 6.0])` is 2: by how much a value changes from one to the next, on the straight line that lies closest
/// to all of them (least squares). Of fewer than two values there is none, and asking for it is an error.
struct TrendFunctions: FunctionLibrary {
    let name = "trend"

    var functions: [Overload] {
        [
            Overload("slope", [.list(.double)], .double) { (values) throws(EvaluationError) in
                guard case .list(let elements) = values[0] else { return values[0] }
                let series = elements.compactMap { if case .double(let number) = $0 { number } else { Double?.none } }
                guard let slope = Self.slope(of: series) else {
                    throw EvaluationError(.invalidArgument, "fewer than two values have no slope")
                }
                return .double(slope)
            }
        ]
    }

    /// The slope of the line of least squares through values at 0, 1, 2, …; nil where there are fewer than two.
    static func slope(of values: [Double]) -> Double? {
        guard values.count > 1 else { return nil }
        let middle = Double(values.count - 1) / 2
        let mean = values.reduce(0, +) / Double(values.count)
        var product = 0.0
        var square = 0.0
        for (position, value) in values.enumerated() {
            let distance = Double(position) - middle
            product += distance * (value - mean)
            square += distance * distance
        }
        return product / square
    }
}
