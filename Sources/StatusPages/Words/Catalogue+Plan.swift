import ActionPlan
import Language

/// The names of what the plan model knows.
extension Catalogue {
    func name(of state: ValueState) -> String {
        switch state {
        case .notDue: self("Not due yet")
        case .due: self("Due")
        case .overdue: self("Overdue")
        case .nilReport: self("Nothing to report")
        case .zero: self("Zero")
        case .value: self("Value")
        case .notApplicable: self("Not applicable")
        case .withheld: self("Withheld")
        }
    }

    /// What a state means and what it does not.
    func meaning(of state: ValueState) -> String {
        let name =
            switch state {
            case .notDue: "not due"
            case .due: "due"
            case .overdue: "overdue"
            case .nilReport: "nil report"
            case .zero: "zero"
            case .value: "value"
            case .notApplicable: "not applicable"
            case .withheld: "withheld"
            }
        return Glossary.all.meaning(of: name, in: language) ?? name
    }

    /// How the reports of several agencies make up a value, and what guards against counting twice.
    func meaning(of contribution: Contribution) -> String {
        switch (contribution.combination, contribution.guardedBy) {
        case (.sum, .refuse):
            self(
                "Each agency reports its own part, and the parts are added up; a report that seems to count what another has counted is not taken."
            )
        case (.sum, .flag):
            self(
                "Each agency reports its own part, and the parts are added up; a report that seems to count what another has counted needs a comment and is pointed out."
            )
        case (.sum, .allow):
            self(
                "Each agency reports its own part, and the parts are added up; whether something is counted twice is not checked."
            )
        case (.leadOnly, _):
            self("The lead agency reports the value; what the others report stands beside it and is not added.")
        case (.separate, _): self("Each agency’s figure stands for itself; there is none for all together.")
        }
    }

    func name(of status: ImplementationStatus) -> String {
        switch status {
        case .notStarted: self("Not started")
        case .underWay: self("Under way")
        case .completed: self("Completed")
        case .suspended: self("Suspended")
        case .cancelled: self("Cancelled")
        }
    }

    func name(of state: ReportState) -> String {
        switch state {
        case .draft: self("Draft")
        case .submitted: self("Submitted, not yet verified")
        case .returned: self("Returned to the agency")
        case .verified: self("Verified")
        case .corrected: self("Corrected, not yet verified")
        case .withdrawn: self("Withdrawn by the agency")
        }
    }

    func name(of decision: Review.Decision) -> String {
        switch decision {
        case .verified: self("Verified")
        case .returned: self("Returned to the agency")
        }
    }

    func name(of confidence: DeliveryConfidence) -> String {
        switch confidence {
        case .likely: self("Delivery highly likely")
        case .probable: self("Delivery probable")
        case .feasible: self("Delivery feasible, with significant issues")
        case .inDoubt: self("Delivery in doubt")
        case .unachievable: self("Delivery appears unachievable")
        }
    }

    func name(of direction: Direction) -> String {
        switch direction {
        case .increase: self("More is better")
        case .decrease: self("Less is better")
        case .maintain(let band):
            self("Stay between {1} and {2}", language.number(band.lowerBound), language.number(band.upperBound))
        case .zeroTolerance: self("Only zero is acceptable")
        case .contextual: self("Neither way is better: the trend is shown, never judged")
        }
    }

    func name(of accumulation: Accumulation) -> String {
        switch accumulation {
        case .perPeriod: self("Each period counts on its own")
        case .cumulative: self("Running total since the start of the plan")
        case .pointInTime: self("State at the end of the period")
        }
    }

    func name(of measure: Measure) -> String {
        switch measure {
        case .unit: self("Number of units")
        case .percentage: self("Percentage")
        case .nominal: self("Category")
        case .ordinal: self("Level of a scale")
        case .qualitative: self("Description in words")
        case .milestone: self("Milestone: reached or not")
        }
    }

    func name(of level: Indicator.Level) -> String {
        switch level {
        case .input: self("Input")
        case .process: self("Process")
        case .output: self("Output")
        case .outcome: self("Outcome")
        case .impact: self("Impact")
        }
    }

    func name(of kind: Agency.Kind) -> String {
        switch kind {
        case .ministry: self("Ministry")
        case .stateBody: self("State body")
        case .parliament: self("Parliament")
        case .court: self("Court")
        case .prosecution: self("Prosecution")
        case .ombudsman: self("Ombudsman")
        case .research: self("Research institution")
        case .publicAssociation: self("Public association")
        case .economicSociety: self("Economic society")
        case .mission: self("Diplomatic mission")
        case .internationalOrganization: self("International organization")
        case .other: self("Other body")
        }
    }

    func name(of role: Membership.Role) -> String {
        switch role {
        case .chair: self("Chair")
        case .deputyChair: self("Deputy chair")
        case .secretariat: self("Secretariat")
        case .member: self("Member")
        case .observer: self("Observer")
        }
    }

    func name(of frequency: ReportingCalendar.Frequency) -> String {
        switch frequency {
        case .monthly: self("Every month")
        case .quarterly: self("Every quarter")
        case .halfYearly: self("Every half-year")
        case .yearly: self("Every year")
        case .custom: self("In rounds of its own")
        }
    }

    func name(of interval: Timing.Interval) -> String {
        switch interval {
        case .month: self("Every month")
        case .quarter: self("Every quarter")
        case .halfYear: self("Every half-year")
        case .year: self("Every year")
        }
    }

    /// The name of a word that facts have for what the plan model knows, such as `contextual` in `direction`.
    func name(ofWord word: String, in fact: String) -> String? {
        switch (fact, word) {
        case ("direction", "increase"): name(of: Direction.increase)
        case ("direction", "decrease"): name(of: Direction.decrease)
        case ("direction", "zero-tolerance"): name(of: Direction.zeroTolerance)
        case ("direction", "contextual"): name(of: Direction.contextual)
        case ("measure", "unit"): self("Number of units")
        case ("measure", "percentage"): self("Percentage")
        case ("measure", "nominal"): self("Category")
        case ("measure", "ordinal"): self("Level of a scale")
        case ("measure", "qualitative"): self("Description in words")
        case ("measure", "milestone"): self("Milestone: reached or not")
        case ("timing", "fixed"): self("fixed")
        case ("timing", "recurring"): self("recurring")
        case ("timing", "permanent"): self("permanent")
        case ("accumulation", _): Accumulation(rawValue: word).map { name(of: $0) }
        case ("state", _): ValueState(rawValue: word).map { name(of: $0) }
        case ("implementation", _): ImplementationStatus(rawValue: word).map { name(of: $0) }
        default: nil
        }
    }
}
