package import Diagnostics

/// Why a workbook could not be written: the machine's fault, not that of what is in it.
package struct WorkbookError: Error {
    package var reason: String

    /// In words.
    package var diagnostic: Diagnostic {
        Diagnostic(
            "cannot-write",
            "the workbook cannot be written: \(reason)",
            hint: "is there room on the disk for temporary files?"
        )
    }
}
