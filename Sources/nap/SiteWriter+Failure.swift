import ArgumentParser
import Diagnostics
import StatusPages

extension SiteWriter.Failure {
    /// What is said of it.
    var diagnostic: Diagnostic {
        switch self {
        case .notASite(let folder):
            Diagnostic(
                "not-a-site",
                "\(folder) holds files that nap did not write",
                expected: "a new folder, or one that it wrote",
                hint: "nothing in it was touched; name another folder"
            )
        case .system(let path, let reason):
            Diagnostic("cannot-write", "\(path) cannot be written: \(reason)", hint: "check the folder and its rights")
        }
    }

    /// How the program ends.
    var exitCode: ExitCode {
        if case .notASite = self { ExitStatus.input } else { ExitStatus.machine }
    }
}
