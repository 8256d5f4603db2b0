/// Titles and sentences of a made-up plan, as long as those of real ones, in three languages.
enum SampleTexts {
    /// A text in the three languages of the plan, as YAML has it.
    static func yaml(_ text: (en: String, ru: String, tk: String)) -> String {
        "{en: \"\(text.en)\", ru: \"\(text.ru)\", tk: \"\(text.tk)\"}"
    }

    static func objective(_ number: Int) -> String {
        yaml(
            (
                "Objective \(number): bridges and roads that people can rely on in every season",
                "Цель \(number): мосты и дороги, на которые можно положиться в любое время года",
                "Maksat \(number): ýylyň ähli paslynda ynamly köprüler we ýollar"
            )
        )
    }

    static func activity(_ number: Int) -> String {
        let (place, work) = (places[number % places.count], works[number / places.count % works.count])
        return yaml(("\(work.en) \(place.en)", "\(work.ru) \(place.ru)", "\(place.tk) \(work.tk)"))
    }

    static func activityDescription(_ number: Int) -> String {
        yaml(
            (
                "Under item \(number) the lead agency prepares the work, carries it out with its partners, and reports on it each quarter.",
                "По пункту \(number) ответственное ведомство готовит работы, проводит их вместе с партнёрами и ежеквартально представляет отчёт.",
                "\(number) belgili bölek boýunça jogapkär edara işleri taýýarlaýar, hyzmatdaşlary bilen geçirýär we her çärýekde hasabat berýär."
            )
        )
    }

    static func indicator(_ number: Int, of activity: Int) -> String {
        let (thing, place) = (things[number % things.count], places[activity % places.count])
        return yaml(("\(thing.en) \(place.en)", "\(thing.ru) \(place.ru)", "\(place.tk) \(thing.tk)"))
    }

    static let definition = yaml(
        (
            "Counted once in the quarter in which the work was accepted, by the act of acceptance; repairs under guarantee are left out.",
            "Учитывается один раз в квартале приёмки работ, по акту приёмки; гарантийный ремонт не учитывается.",
            "Işiň kabul edilen çärýeginde bir gezek, kabul ediş resminamasy boýunça hasaplanýar; kepillikli abatlaýyş hasaba alynmaýar."
        )
    )

    static let verification = yaml(
        (
            "Register of bridges; acts of acceptance kept by the lead agency.",
            "Реестр мостов; акты приёмки, хранящиеся в ответственном ведомстве.",
            "Köprüleriň sanawy; jogapkär edarada saklanýan kabul ediş resminamalary."
        )
    )

    static let unit = yaml(("bridges", "мостов", "köpri"))

    static func agency(_ number: Int) -> String {
        let place = places[number % places.count]
        return yaml(("Road service \(place.en)", "Дорожная служба \(place.ru)", "\(place.tk) ýol gullugy"))
    }

    private static let places: [(en: String, ru: String, tk: String)] = [
        ("of the northern province", "северной области", "demirgazyk welaýatyň"),
        ("of the southern province", "южной области", "günorta welaýatyň"),
        ("of the eastern valleys", "восточных долин", "gündogar jülgeleriň"),
        ("of the western coast", "западного побережья", "günbatar kenaryň"),
        ("of the capital", "столицы", "paýtagtyň"),
        ("of the border districts", "приграничных районов", "serhet etraplarynyň"),
        ("along the main canal", "вдоль главного канала", "baş kanalyň boýunyň"),
    ]

    private static let works: [(en: String, ru: String, tk: String)] = [
        ("Inspect and record all bridges", "Осмотреть и учесть все мосты", "ähli köprülerini barlamak we hasaba almak"),
        (
            "Train inspectors for the bridges", "Подготовить инспекторов для мостов",
            "köprüleri üçin barlagçylary taýýarlamak"
        ),
        ("Repair the railings of the bridges", "Отремонтировать перила мостов", "köprüleriniň germewlerini abatlamak"),
        (
            "Tell drivers about the bridges", "Информировать водителей о мостах",
            "köprüleri barada sürüjilere habar bermek"
        ),
        ("Measure the traffic on the bridges", "Измерять движение на мостах", "köprülerindäki hereketi ölçemek"),
    ]

    private static let things: [(en: String, ru: String, tk: String)] = [
        ("Bridges inspected", "Осмотренные мосты", "barlanan köprüleri"),
        ("Inspectors trained for the bridges", "Подготовленные инспекторы для мостов", "okadylan köpri barlagçylary"),
        (
            "Metres of railing repaired on bridges", "Отремонтированные метры перил на мостах",
            "köprülerinde abatlanan germew metrleri"
        ),
        (
            "Drivers reached on the bridges", "Водители, получившие сведения о мостах",
            "köprüler barada habarly sürüjileri"
        ),
        ("Accidents on the bridges", "Аварии на мостах", "köprülerindäki heläkçilikleri"),
    ]
}
