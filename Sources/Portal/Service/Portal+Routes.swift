extension Portal {
    /// Every way into the service.
    static let routes: [Route] =
        ServiceRoutes.all + SignInRoutes.all + AccountRoutes.all + IdentityRoutes.all + DueRoutes.all + ReportRoutes.all
        + ManyReportsRoutes.all + UploadRoutes.all + DocumentRoutes.all + ReviewRoutes.all + OfficeRoutes.all
        + DeadlineRoutes.all + PeopleRoutes.all + TokenRoutes.all + SiteRoutes.all + FeedRoutes.all
        + ReminderRoutes.all
        + API.routes
}
