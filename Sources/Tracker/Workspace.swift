package import ActionPlan
import Crypto
package import Diagnostics
package import Rules
import Synchronization
import YAML

/// A plan with the rule packs that judge it, read and checked.
package struct Workspace: Sendable {
    /// The plan as it was first adopted.
    package let plan: Plan
    package let assessor: Assessor
    /// SHA-256 over the plan's files, 64 hexadecimal digits.
    package let digest: String
    private let latest = LatestIndex()

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
        let (assessor, problems) = Assessor.prepare(
            plan,
            find: library.pack,
            library: library,
            digest: SHA256.hexadecimal
        )
        diagnostics += library.diagnostics + problems
        guard let assessor, !diagnostics.hasErrors else { return (nil, diagnostics) }
        return (Workspace(plan: plan, assessor: assessor, digest: digest(of: path)), diagnostics)
    }

    /// Over the files in the order of their names: each name without its folder, and its bytes.
    private static func digest(of path: String) -> String {
        var bytes: [UInt8] = []
        for file in SourceFile.yamlFiles(at: path).paths {
            let name = file.utf8.split(separator: UInt8(ascii: "/")).last ?? file.utf8[...]
            bytes += Array(name) + [0] + (SourceFile.read(file).source?.bytes ?? []) + [0]
        }
        return SHA256.hexadecimal(bytes)
    }

    /// The plan as amended on a day, indexed.
    package func index(on day: Day) -> PlanIndex { latest.index(of: plan, on: day) }

    /// Today at the plan's offset from UTC.
    package func day(of moment: Moment) -> Day { moment.day(at: plan.utcOffset) }
}

/// The plan as it is on one day, which most questions are about.
private final class LatestIndex: Sendable {
    private let kept = Mutex<(day: Day, index: PlanIndex)?>(nil)

    func index(of plan: Plan, on day: Day) -> PlanIndex {
        kept.withLock { kept in
            if let kept, kept.day == day { return kept.index }
            let index = PlanIndex(plan.amended(on: day))
            kept = (day, index)
            return index
        }
    }
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
