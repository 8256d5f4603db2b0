import Charts
import Markup
import Testing

/// Charts of data that nobody would wish for.
enum ExtremeData {
    typealias Actual = Reading<Double>

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var write: @Sendable (inout Markup) -> Void
        var testDescription: String { name }
    }

    private static let long = "Второе полугодие две тысячи двадцать первого года (уточнённые данные)"
    private static let longTexts = TrajectoryChart.Texts(
        actual: String(repeating: "Представлено в отчётах ведомства ", count: 5),
        unverified: "Непроверенноеоченьдлинноесловобезединогопробелавнёмкотороенеразорвать",
        target: "Цель",
        finalTarget: "Итог",
        expected: "Ожидание",
        band: "Полоса",
        baseline: "База",
        forecast: "Прогноз",
        today: "Сегодня",
        nilReport: "Нет",
        notApplicable: "Неприменимо",
        withheld: "Скрыто",
        missing: "Отчёт не представлен",
        awaited: "Ожидается",
        cutAxis: "Ось не с нуля"
    )

    private static func trajectory(
        _ name: String,
        _ actuals: [Actual],
        label: @escaping (Int) -> String = { "H\($0 % 2 + 1) \(2020 + $0 / 2)" },
        short: (Int) -> String? = { "\($0 % 2 + 1)/\(20 + $0 / 2)" },
        target: (Int) -> Double? = { _ in nil },
        baseline: Double? = nil,
        finalTarget: Double? = nil,
        targetLabel: String = "31.12.2022",
        isPercentage: Bool = false,
        mark: String? = nil,
        format: NumberFormat? = nil,
        texts: TrajectoryChart.Texts = Samples.english
    ) -> [Case] {
        [TrajectoryChart.Form.line, .columns]
            .flatMap { form in
                [320.0, 390, 720]
                    .map { width in
                        let chart = TrajectoryChart(
                            frame: Samples.frame("x", width: width, mark: mark),
                            periods: actuals.enumerated()
                                .map { index, actual in
                                    TrajectoryChart.Period(
                                        label: label(index),
                                        shortLabel: short(index),
                                        actual: actual,
                                        target: target(index),
                                        expected: target(index),
                                        band: target(index).map { .init(lower: $0 * 0.9, upper: nil) }
                                    )
                                },
                            form: form,
                            baseline: baseline.map { .init(value: $0, label: "2019") },
                            finalTarget: finalTarget.map { .init(value: $0, label: targetLabel, period: nil) },
                            today: Double(actuals.count) - 0.5,
                            isPercentage: isPercentage,
                            format: format ?? (isPercentage ? Samples.percent : Samples.format),
                            texts: texts
                        )
                        return Case(name: "\(name), \(form), \(Int(width)) wide") { chart.write(into: &$0) }
                    }
            }
    }

    private static func values(_ values: [Double]) -> [Actual] { values.map { .value($0, isVerified: true) } }

    static let trajectories: [Case] =
        trajectory("no periods", []) + trajectory("one point", values([7]), baseline: 3, finalTarget: 9)
        + trajectory("one period, nothing known", [.missing])
        + trajectory("a hundred periods", values((0..<100).map { Double($0 * $0 % 37) }), finalTarget: 40)
        + trajectory("a hundred periods without short names", values((0..<100).map(Double.init)), short: { _ in nil })
        + trajectory(
            "a hundred periods with gaps",
            (0..<100)
                .map { [.value(Double($0), isVerified: $0 % 3 == 0), .missing, .withheld, .nilReport][$0 % 7 % 4] }
        ) + trajectory("huge", values([1e11, 9.7e11, 5e11]), finalTarget: 1e12)
        + trajectory("tiny", values([0.000_001, 0.000_004]), baseline: 0.000_002)
        + trajectory("negative", values([-50, -20, -80]), baseline: -10, finalTarget: -100)
        + trajectory("both sides of zero", values([-5, 5, 0]), baseline: 0)
        + trajectory("all equal", values([42, 42, 42, 42]), target: { _ in 42 }, baseline: 42, finalTarget: 42)
        + trajectory("all zero", values([0, 0, 0]), baseline: 0, finalTarget: 0)
        + trajectory("all zero per cent", values([0, 0]), baseline: 0, finalTarget: 0, isPercentage: true)
        + trajectory("over a hundred per cent", values([90, 140]), finalTarget: 95, isPercentage: true)
        + trajectory("nothing but withheld", [.withheld, .withheld, .withheld])
        + trajectory("not numbers", values([.nan, .infinity, -.infinity, 3]), baseline: .nan)
        + trajectory("beyond all reason", values([1e300, -1e300, 1]), finalTarget: 1e308)
        + trajectory(
            "long Russian words",
            values([10, 20, 30]),
            label: { "\(long) \($0)" },
            short: { _ in nil },
            target: { Double($0) * 12 },
            baseline: 5,
            finalTarget: 40,
            targetLabel: long,
            mark: "Иллюстративные данные, не являются сведениями государственных органов Туркменистана",
            texts: longTexts
        )

    static let others: [Case] = [320.0, 400, 900]
        .flatMap { width -> [Case] in
            let frame = Samples.frame("x", width: width, mark: "Иллюстративно")
            let statuses = DistributionBar(
                frame: frame,
                parts: StatusSymbol.allCases.enumerated()
                    .map { index, symbol in
                        .init(
                            label: index % 2 == 0 ? long : "On track",
                            count: index == 0 ? 100_000 : 1,
                            countText: index == 0 ? "100 000" : "1",
                            symbol: symbol,
                            style: "s"
                        )
                    }
            )
            let none = DistributionBar(frame: frame, parts: [])
            let levels = LevelChart(
                frame: frame,
                levels: (0..<7).map { "\(long) \($0)" } + ["x"],
                isOrdered: true,
                periods: (0..<40)
                    .map { index in
                        .init(
                            label: "\(index) \(long)",
                            actual: index % 5 == 0 ? .missing : .value(index % 9, isVerified: true)
                        )
                    },
                finalTarget: 99,
                today: 3,
                texts: longTexts
            )
            let noLevels = LevelChart(frame: frame, levels: [], isOrdered: false, periods: [], texts: Samples.english)
            let timeline = TimelineChart(
                frame: frame,
                rows: (0..<5)
                    .map { index in
                        .init(
                            label: index == 0 ? String(repeating: long + " ", count: 6) : long,
                            symbol: .cross,
                            style: "s",
                            start: -500,
                            end: Double(index) * 400 - 600,
                            milestones: [.init(day: 1e9, state: .overdue), .init(day: 5, state: .unknown)]
                        )
                    },
                span: 0...1000,
                ticks: (0..<200).map { .init(day: Double($0) * 5, label: "\($0) квартал") },
                today: 2000,
                texts: Samples.timelineTexts
            )
            let instant = TimelineChart(
                frame: frame,
                rows: [],
                span: 3...3,
                ticks: [.init(day: 3, label: long)],
                today: 3,
                texts: Samples.timelineTexts
            )
            let progress = ProgressBar(
                frame: frame,
                elapsed: .nan,
                progress: 7,
                elapsedLabel: String(repeating: long, count: 3),
                progressLabel: String(repeating: long + " ", count: 3)
            )
            let named: [(String, @Sendable (inout Markup) -> Void)] = [
                ("statuses", { statuses.write(into: &$0) }), ("no statuses", { none.write(into: &$0) }),
                ("levels", { levels.write(into: &$0) }), ("no levels", { noLevels.write(into: &$0) }),
                ("timeline", { timeline.write(into: &$0) }), ("an instant", { instant.write(into: &$0) }),
                ("progress", { progress.write(into: &$0) }),
            ]
            return named.map { Case(name: "\($0.0), \(Int(width)) wide", write: $0.1) }
        }

    static let sparklines: [Case] = [
        [], values([1]), values([0, 0]), values([.nan, 1e300]), [.missing, .withheld],
    ]
    .map { readings in
        Case(name: "sparkline of \(readings.count)") { Sparkline(readings: readings, target: 5).write(into: &$0) }
    }
}
