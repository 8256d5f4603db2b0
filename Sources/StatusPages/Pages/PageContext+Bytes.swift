import ActionPlan
import Feeds

extension PageContext {
    /// The page at its address; an address of nothing gives an empty page, which the list of pages never asks for.
    var bytes: [UInt8] {
        switch address {
        case .overview: OverviewPage(self).bytes
        case .objective(let id): site.plan.objective(id).map { ObjectivePage($0, self).bytes } ?? []
        case .activity(let id): site.plan.activity(id).map { ActivityPage($0, self).bytes } ?? []
        case .indicator(let id): site.plan.indicator(id).map { IndicatorPage($0, self).bytes } ?? []
        case .agency(let id): site.plan.agency(id).map { AgencyPage($0, self).bytes } ?? []
        case .agencies: AgenciesPage(self).bytes
        case .due(let number): DuePage(number, self).bytes
        case .calendar: CalendarPage(self).bytes
        case .period(let calendar, let id):
            site.plan.calendar(calendar)
                .flatMap { calendar in calendar.period(id).map { PeriodPage($0, of: calendar, self).bytes } } ?? []
        case .findings(let filter, let number): FindingsPage(filter, number, self).bytes
        case .dependencies(let number): DependenciesPage(number, self).bytes
        case .search(let number): SearchPage(number, self).bytes
        case .searchData: SearchData(self).bytes
        case .deadlines(let agency): DeadlineCalendar(site.deadlines, source(of: agency)).bytes
        case .news(let agency): NewsFeed(site.news, source(of: agency)).bytes
        case .timeline(let number): TimelinePage(number, self).bytes
        case .brief: BriefPage(self).bytes
        case .method: MethodPage(self).bytes
        case .glossary: GlossaryPage(self).bytes
        case .about: AboutPage(self).bytes
        case .accessibility: AccessibilityPage(self).bytes
        }
    }
}
