public import CEL
import Diagnostics
import Foundation

/// Sums, means and medians of lists of numbers, and powers.
///
/// `sum([])` is 0; of an empty list there is no mean, median, least or greatest value, and asking for it is an error.
public struct StatisticsFunctions: FunctionLibrary {
    /// What messages call it.
    public let name = "statistics"

    /// The library; it has no settings.
    public init() {}

    /// `sum`, `mean`, `least`, `greatest`, `median` and `median_deviation` of lists, `absolute` and `power`.
    public var functions: [Overload] {
        [
            Self.ofList("sum") { $0.reduce(0, +) },
            Self.ofList("mean") { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) },
            Self.ofList("least") { $0.min() },
            Self.ofList("greatest") { $0.max() },
            Self.ofList("median") { Self.median($0) },
            Self.ofList("median_deviation") { Self.medianDeviation($0) },
            Overload("absolute", [.double], .double) { (values) throws(EvaluationError) in
                guard case .double(let number) = values[0] else { return values[0] }
                return .double(abs(number))
            },
            Overload("power", [.double, .double], .double) { (values) throws(EvaluationError) in
                guard case .double(let base) = values[0], case .double(let exponent) = values[1] else {
                    return values[0]
                }
                let result = pow(base, exponent)
                guard result.isFinite else {
                    throw EvaluationError(.invalidArgument, "this power is no finite number")
                }
                return .double(result)
            },
        ]
    }

    /// The middle value, of an even number of values the mean of the two in the middle; nil where there is none.
    package static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The median of the distances from the median (MAD): unlike a standard deviation one wild value does not move it.
    package static func medianDeviation(_ values: [Double]) -> Double? {
        guard let middle = median(values) else { return nil }
        return median(values.map { abs($0 - middle) })
    }

    private static func ofList(_ name: String, _ compute: @escaping @Sendable ([Double]) -> Double?) -> Overload {
        Overload(name, [.list(.double)], .double) { (values) throws(EvaluationError) in
            guard case .list(let elements) = values[0] else { return values[0] }
            var numbers: [Double] = []
            numbers.reserveCapacity(elements.count)
            for case .double(let number) in elements { numbers.append(number) }
            guard let result = compute(numbers) else {
                throw EvaluationError(.invalidArgument, "an empty list has no \(name)")
            }
            return .double(result)
        }
    }
}
