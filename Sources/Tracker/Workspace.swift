package import ActionPlan
import Crypto
package import Diagnostics
package import Rules

/// A plan with the rule packs that judge it, read and checked.
package struct Workspace: Sendable {
    /// The plan as it was first adopted.
    package let plan: Plan
    package let assessor: Assessor

    /// Reads a plan and its packs.
    ///
    /// - Parameters:
    ///   - path: the plan's file or folder.
    ///   - folders: the folders in which packs are looked for.
    /// - Returns: both, or nil where anything is an error; and all that is wrong or doubtful.
    package static func open(
        plan path: String,
        rules folders: [String]
    ) -> (workspace: Workspace?, diagnostics: [Diagnostic]) {
        var (plan, diagnostics) = PlanLoader.load(path)
        guard let plan else { return (nil, diagnostics) }
        let library = RulePackLibrary(folders: folders)
        let (assessor, problems) = Assessor.prepare(plan, find: library.pack, library: library, digest: SHA256.hexadecimal)
        diagnostics += library.diagnostics + problems
        guard let assessor, !diagnostics.hasErrors else { return (nil, diagnostics) }
        return (Workspace(plan: plan, assessor: assessor), diagnostics)
    }

    /// The plan as amended on a day, indexed.
    package func index(on day: Day) -> PlanIndex { PlanIndex(plan.amended(on: day)) }

    /// Today at the plan's offset from UTC.
    package func day(of moment: Moment) -> Day { moment.day(at: plan.utcOffset) }
}

extension SHA256 {
    /// The digest of bytes in hexadecimal digits.
    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }
}
