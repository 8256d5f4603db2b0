extension Portal {
    /// Every way into the service.
    static let routes: [Route] =
        ServiceRoutes.all + SignInRoutes.all + IdentityRoutes.all + DueRoutes.all + ReportRoutes.all + UploadRoutes.all
        + ReviewRoutes.all + OfficeRoutes.all + PeopleRoutes.all + TokenRoutes.all + SiteRoutes.all
        + FeedRoutes.all
        + API.routes
}
