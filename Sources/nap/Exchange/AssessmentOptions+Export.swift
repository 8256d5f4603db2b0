import ActionPlan
import ArgumentParser
import Diagnostics
import OpenData
import Rules
import StatusPages

extension AssessmentOptions {
    /// Where the plan stands, in the public edition if no other is asked for; noted beside the ledger before anything is
    /// written: what was shown and not noted would be forgotten.
    func exported(_ console: Console) throws -> Assessment {
        let assessments = try opened(console, standard: .public)
        let value = try assessments.assess(asOf: asOf ?? assessments.today)
        try assessments.note(value)
        return value
    }

    /// What `site.yaml` beside the plan says; ends the program where anything is wrong with it.
    func branding(of plan: Plan, _ console: Console) throws -> Branding {
        let (branding, problems) = BrandingLoader.load(besidePlan: self.plan.plan, languages: plan.languages)
        console.show(problems.filter { $0.severity == .error })
        guard let branding else { throw ExitStatus.input }
        return branding
    }
}

/// A folder that an export writes, anew each time.
struct ExportedFolder {
    let path: String
    let console: Console

    /// Writes all files, so that whoever looks sees the old ones or the new ones; what nap did not write is left alone.
    func write(_ files: [DataFile]) throws {
        do {
            let outcome = try console.showing("Writing files") { (progress) throws(SiteWriter.Failure) in
                try SiteWriter(folder: path)
                    .write(files.lazy.map { SiteFile(path: $0.path, bytes: $0.bytes) }) {
                        progress($0, of: files.count)
                    }
            }
            let count = console.counted(outcome.written + outcome.unchanged, "file / files")
            console.note("\(path): \(count), \(outcome.written) written, \(outcome.removed) removed")
        } catch {
            console.show([error.diagnostic])
            throw error.exitCode
        }
    }
}
