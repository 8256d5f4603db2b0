import Charts

/// Charts that tests draw.
enum Samples {
    static let format = NumberFormat { value, decimals in plain(value, decimals) }
    static let percent = NumberFormat { value, decimals in plain(value, decimals) + " %" }

    /// A number with a point and so many digits, without a locale.
    static func plain(_ value: Double, _ decimals: Int) -> String {
        guard abs(value) < 1e15 else { return value < 0 ? "-many" : "many" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = Int((abs(value) * scale).rounded())
        let digits = String(rounded)
        let sign = value < 0 && rounded != 0 ? "−" : ""
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    static let english = TrajectoryChart.Texts(
        actual: "Reported",
        unverified: "Reported, not yet verified",
        target: "Target of the period",
        finalTarget: "Final target",
        expected: "Expected on the way",
        band: "On track",
        baseline: "Baseline",
        forecast: "Forecast at the same pace",
        today: "Day of assessment",
        nilReport: "Nothing to report",
        notApplicable: "Not applicable",
        withheld: "Withheld to protect people",
        missing: "No report",
        awaited: "Report due",
        cutAxis: "Axis does not start at zero"
    )

    static let russian = TrajectoryChart.Texts(
        actual: "Представлено в отчётах",
        unverified: "Представлено, ещё не подтверждено",
        target: "Целевое значение на отчётный период",
        finalTarget: "Итоговое целевое значение",
        expected: "Ожидаемое значение на пути к цели",
        band: "Пределы допустимого отклонения от ожидаемого значения",
        baseline: "Исходное значение",
        forecast: "Прогноз при сохранении темпа",
        today: "Дата оценки",
        nilReport: "Нет данных для сообщения (нулевой отчёт)",
        notApplicable: "Неприменимо",
        withheld: "Не публикуется в целях защиты людей",
        missing: "Отчёт не представлен",
        awaited: "Ожидается отчёт",
        cutAxis: "Ось начинается не с нуля"
    )

    static func frame(_ id: String, width: Double = 400, mark: String? = nil) -> ChartFrame {
        ChartFrame(id: id, title: "Title of \(id)", description: "What is seen in \(id).", width: width, mark: mark)
    }

    static let halfYears: [(String, String)] = [
        ("H1 2020", "I/20"), ("H2 2020", "II/20"), ("H1 2021", "I/21"), ("H2 2021", "II/21"), ("H1 2022", "I/22"),
        ("H2 2022", "II/22"),
    ]

    static func period(
        _ index: Int,
        _ actual: TrajectoryChart.Actual,
        target: Double? = nil,
        expected: Double? = nil,
        band: TrajectoryChart.Band? = nil
    ) -> TrajectoryChart.Period {
        TrajectoryChart.Period(
            label: halfYears[index].0,
            shortLabel: halfYears[index].1,
            actual: actual,
            target: target,
            expected: expected,
            band: band,
            hint: "hint \(index)"
        )
    }

    /// A running total that falls behind, with a report missing in the middle.
    static let trainedOfficials = TrajectoryChart(
        frame: frame("trained-officials", mark: "Illustrative"),
        periods: [
            period(0, .value(48, isVerified: true), target: 50, expected: 50, band: .init(lower: 45, upper: nil)),
            period(1, .value(95, isVerified: true), target: 100, expected: 100, band: .init(lower: 90, upper: nil)),
            period(2, .missing, target: 150, expected: 150, band: .init(lower: 135, upper: nil)),
            period(3, .value(131, isVerified: true), target: 200, expected: 200, band: .init(lower: 180, upper: nil)),
            period(4, .value(152, isVerified: false), target: 250, expected: 250, band: .init(lower: 225, upper: nil)),
            period(5, .notDue, target: 300, expected: 300, band: .init(lower: 270, upper: nil)),
        ],
        form: .line,
        baseline: .init(value: 0, label: "2019"),
        finalTarget: .init(value: 300, label: "31.12.2022", period: 5),
        today: 5.1,
        forecast: [.init(period: 5, value: 181, lower: 165, upper: 197)],
        format: format,
        texts: english
    )

    /// Every state that a period may have, as columns.
    static let calls = TrajectoryChart(
        frame: frame("hotline-calls"),
        periods: [
            period(0, .value(120, isVerified: true), target: 110),
            period(1, .withheld, target: 110),
            period(2, .nilReport, target: 110),
            period(3, .notApplicable),
            period(4, .missing, target: 120),
            period(5, .awaited, target: 120),
        ],
        form: .columns,
        today: 5.9,
        format: format,
        texts: english
    )

    /// A share that is to stay in a band, in Russian, with a target beyond the last period.
    static let share = TrajectoryChart(
        frame: frame("share", mark: "Иллюстративные данные"),
        periods: [
            period(0, .value(61.5, isVerified: true)), period(1, .value(72, isVerified: true)),
            period(2, .value(83, isVerified: true)), period(3, .value(91, isVerified: false)),
        ],
        form: .line,
        baseline: .init(value: 55, label: "2019"),
        finalTarget: .init(value: 90, label: "2023", period: nil),
        kept: 70...85,
        today: 3.5,
        isPercentage: true,
        format: percent,
        texts: russian
    )

    /// Values far above zero, going down.
    static let decreasing = TrajectoryChart(
        frame: frame("decreasing"),
        periods: [
            period(0, .value(1_480, isVerified: true), expected: 1_450, band: .init(lower: nil, upper: 1_470)),
            period(1, .value(1_430, isVerified: true), expected: 1_400, band: .init(lower: nil, upper: 1_420)),
            period(2, .value(1_355, isVerified: true), expected: 1_350, band: .init(lower: nil, upper: 1_370)),
            period(3, .notDue, expected: 1_300, band: .init(lower: nil, upper: 1_320)),
        ],
        form: .line,
        baseline: .init(value: 1_500, label: "2019"),
        finalTarget: .init(value: 1_300, label: "2021", period: 3),
        today: 3.2,
        format: format,
        texts: english
    )

    static let statuses = DistributionBar(
        frame: frame("statuses"),
        parts: [
            .init(label: "Achieved", count: 7, countText: "7", symbol: .star, style: "status-blue"),
            .init(label: "On track", count: 12, countText: "12", symbol: .check, style: "status-green"),
            .init(label: "At risk", count: 5, countText: "5", symbol: .triangle, style: "status-amber"),
            .init(label: "Off track", count: 9, countText: "9", symbol: .cross, style: "status-maroon"),
            .init(label: "Overdue", count: 1, countText: "1", symbol: .clock, style: "status-red"),
            .init(label: "No data", count: 6, countText: "6", symbol: .question, style: "status-grey"),
            .init(label: "Not judged", count: 0, countText: "0", symbol: .dash, style: "status-grey"),
        ]
    )

    static let levels = LevelChart(
        frame: frame("levels", mark: "Illustrative"),
        levels: ["Not begun", "Drafted by the working group", "Adopted", "In force and applied in all regions"],
        isOrdered: true,
        periods: [
            .init(label: "H1 2020", shortLabel: "I/20", actual: .value(0, isVerified: true), target: 0),
            .init(label: "H2 2020", shortLabel: "II/20", actual: .value(1, isVerified: true), target: 1),
            .init(label: "H1 2021", shortLabel: "I/21", actual: .missing, target: 2),
            .init(label: "H2 2021", shortLabel: "II/21", actual: .value(1, isVerified: false), target: 2),
            .init(label: "H1 2022", shortLabel: "I/22", actual: .awaited, target: 3),
            .init(label: "H2 2022", shortLabel: "II/22", actual: .notDue, target: 3),
        ],
        finalTarget: 3,
        today: 5.05,
        texts: english
    )

    static let timelineTexts = TimelineChart.Texts(
        achieved: "Достигнуто",
        achievedLate: "Достигнуто с опозданием",
        overdue: "Просрочено",
        ahead: "Предстоит",
        unknown: "Нет данных",
        permanent: "Постоянно, без срока окончания",
        today: "Дата оценки",
        undated: "Срок не указан"
    )

    static let timeline = TimelineChart(
        frame: frame("timeline"),
        rows: [
            .init(
                label: "1.1 Проведение серии вебинаров для членов рабочей группы, общественных организаций и "
                    + "дипломатических миссий",
                symbol: .check,
                style: "status-green",
                start: 30,
                end: 480,
                milestones: [
                    .init(day: 120, state: .achieved, hint: "Программа"), .init(day: 300, state: .achievedLate),
                    .init(day: 470, state: .achieved),
                ]
            ),
            .init(
                label: "1.2 Запуск национального механизма перенаправления",
                symbol: .clock,
                style: "status-maroon",
                start: 200,
                end: 800,
                milestones: [
                    .init(day: 420, state: .overdue), .init(day: 500, state: .unknown), .init(day: 790, state: .ahead),
                ]
            ),
            .init(
                label: "1.3 Горячая линия",
                symbol: .question,
                style: "status-grey",
                start: 0,
                end: 1096,
                isPermanent: true
            ),
            .init(label: "1.4 Без указания срока", symbol: .ring, style: "status-grey", start: nil, end: nil),
        ],
        span: 0...1096,
        ticks: (0..<12)
            .map { quarter in
                .init(
                    day: Double(quarter) * 91.3,
                    label: "\(["I", "II", "III", "IV"][quarter % 4]) кв. \(2020 + quarter / 4)"
                )
            },
        today: 560,
        texts: timelineTexts
    )

    static let progress = ProgressBar(
        frame: frame("progress"),
        elapsed: 0.62,
        progress: 0.41,
        range: 0.41...0.7,
        elapsedLabel: "Time elapsed: 62 %",
        progressLabel: "Progress: 41 %, up to 70 % if what is missing stands well"
    )

    static let unknownProgress = ProgressBar(
        frame: frame("unknown-progress"),
        elapsed: 1.4,
        progress: nil,
        elapsedLabel: "Время: 100 %",
        progressLabel: "Ход выполнения неизвестен: отчёты не представлены"
    )

    static let sparkline = Sparkline(
        readings: [
            .value(3, isVerified: true), .value(5, isVerified: true), .missing, .value(4, isVerified: true), .nilReport,
            .value(9, isVerified: true), .value(12, isVerified: false), .notDue,
        ],
        target: 10
    )
}
