import HTTPTypes

/// What all agencies owe and by when, for those who run the plan.
enum DeadlineRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/deadlines", .leadership) { try DeadlinesPage($0).response() }
    ]
}
