import ArgumentParser
import Spreadsheet

extension Console {
    /// What the making of a workbook gives; ends the program with a message where the machine cannot.
    func attempt<Result>(_ work: () throws(WorkbookError) -> Result) throws -> Result {
        do throws(WorkbookError) {
            return try work()
        } catch {
            show([error.diagnostic])
            throw ExitStatus.machine
        }
    }
}
