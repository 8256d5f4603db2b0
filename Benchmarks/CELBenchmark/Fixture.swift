import CEL

/// The values that the expressions are evaluated over, with declared types and as maps without types.
struct Fixture {
    let environment: Environment
    let variables: [Value?]

    private static let indicatorFields: [(String, CELType, Value)] = [
        ("code", .string, .string("1.2.b")),
        ("name", .string, .string("Area of protected victims' shelters")),
        ("status", .string, .string("off_track")),
        ("baseline", .double, .double(10)),
        ("target", .double, .double(80)),
        ("actual", .double, .double(74.5)),
        ("days_late", .int, .int(12)),
        ("updated_at", .timestamp, Timestamp("2021-04-29T12:30:00Z").map { .timestamp($0) } ?? .null),
    ]

    private static let periodFields: [(String, CELType)] = [("actual", .double), ("target", .double)]

    /// Twelve periods of which none is half as much again above its target, so that all are looked at.
    private static let periods: [[Value]] = (0..<12)
        .map { index in
            [.double(Double(index) * 5.5), .double(Double(index) * 5 + (index % 2 == 0 ? 1 : -1) + 6)]
        }

    private static let today: Value = Timestamp("2021-12-31T00:00:00Z").map { .timestamp($0) } ?? .null

    static let typed: Fixture = {
        let indicator = ObjectType("Indicator", fields: indicatorFields.map { field in .init(field.0, field.1) })
        let period = ObjectType("Period", fields: periodFields.map { field in .init(field.0, field.1) })
        return Fixture(
            environment: Environment(variables: [
                .init("indicator", .object(indicator)), .init("periods", .list(.object(period))),
                .init("today", .timestamp),
            ]),
            variables: [
                .object(ObjectValue(indicator, indicatorFields.map(\.2))),
                .list(periods.map { .object(ObjectValue(period, $0)) }), today,
            ]
        )
    }()

    static let untyped: Fixture = {
        func map(_ entries: [(String, Value)]) -> Value {
            var map = MapValue()
            for (key, value) in entries { _ = map.insert(.string(key), value) }
            return .map(map)
        }
        return Fixture(
            environment: Environment(variables: [
                .init("indicator", .dyn), .init("periods", .dyn), .init("today", .dyn),
            ]),
            variables: [
                map(indicatorFields.map { ($0.0, $0.2) }),
                .list(periods.map { values in map(zip(periodFields.map(\.0), values).map { ($0, $1) }) }), today,
            ]
        )
    }()
}
