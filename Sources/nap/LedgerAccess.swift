import ActionPlan
import ArgumentParser
import Diagnostics
import Ledger
import Rules
import Tracker

/// Opens a ledger for a command, and says in words why it cannot.
struct LedgerAccess {
    let console: Console

    /// The tracker over a ledger that exists.
    func open(_ options: LedgerOptions, _ workspace: Workspace, writing: Bool) throws -> Tracker {
        try attempt { () throws(LedgerError) in
            let ledger = try Ledger.open(
                at: options.ledger,
                planID: workspace.plan.id,
                access: writing ? .readWrite : .readOnly
            )
            return Tracker(workspace, ledger: ledger)
        }
    }

    /// The tracker over a new ledger.
    func create(_ options: LedgerOptions, _ workspace: Workspace) throws -> Tracker {
        try attempt { () throws(LedgerError) in
            Tracker(workspace, ledger: try Ledger.create(at: options.ledger, planID: workspace.plan.id))
        }
    }

    /// What a piece of work on a ledger gives; the ledger is closed in good order afterwards.
    func withLedger<Result>(
        _ options: LedgerOptions,
        planID: String? = nil,
        writing: Bool = false,
        _ work: (Ledger) throws(LedgerError) -> Result
    ) throws -> Result {
        try attempt { () throws(LedgerError) in
            let ledger = try Ledger.open(
                at: options.ledger,
                planID: planID,
                access: writing ? .readWrite : .readOnly
            )
            let result = try work(ledger)
            try ledger.close()
            return result
        }
    }

    /// What a piece of work gives; ends the program with a message where the ledger fails.
    func attempt<Result>(_ work: () throws(LedgerError) -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            console.show(error.diagnostics)
            throw error.origin == .input ? ExitStatus.input : ExitStatus.machine
        }
    }
}

extension Tracker {
    /// Closes the ledger after work whose outcome is known: what was acknowledged is on the disk already.
    func closeQuietly() { try? close() }
}
