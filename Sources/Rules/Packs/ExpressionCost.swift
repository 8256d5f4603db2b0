import CEL
import Diagnostics

/// How much work an expression of a pack may be, by an estimate made when the pack is loaded.
///
/// The estimate takes lists to be as long as they are in very large plans, so that what is let in is not stopped later,
/// when a verdict is wanted.
enum ExpressionCost {
    /// How many periods an item can have, and how many things can stand right below one, for which the budget must do.
    static let periods = 400
    static let children = 2000

    private static let sizes: InputSizes = {
        let most = [
            "periods": periods, "ended": periods, "children": children, "cells": 200, "others": 50, "statuses": 20,
            "scores": 20, "categories": 10, "waits_for": 100,
        ]
        // Texts and lists of which nothing else is known are identifiers, mostly.
        return InputSizes(Dictionary(uniqueKeysWithValues: most.map { (".\($0)", 0...$1) }), otherwise: 0...64)
    }()

    /// What is wrong where a program may take more steps than an evaluation is given.
    static func problem(of program: Program, budget: Int, at span: SourceSpan) -> Diagnostic? {
        let most = program.estimatedCost(for: sizes).most
        guard most > budget else { return nil }
        return Diagnostic(
            "cost-over-budget",
            most == .max ? "nothing bounds how long this expression takes" : "this expression may take \(most) steps",
            at: span,
            expected: "at most \(budget) steps, with \(periods) periods and \(children) things below an item",
            hint: "compute what does not change within a loop once, as a measure of its own"
        )
    }
}
