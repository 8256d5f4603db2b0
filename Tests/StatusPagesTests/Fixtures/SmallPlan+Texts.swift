extension SmallPlan {
    static let plan = """
        format: nap-plan/1
        plan:
          id: small-plan
          title:
            en: National Plan for Safe Bridges 2020-2022
            ru: Национальный план безопасности мостов на 2020–2022 годы
            tk: 2020-2022-nji ýyllar üçin köprüleriň howpsuzlygynyň milli meýilnamasy
          short-title: {en: Safe Bridges 2020-2022, ru: Безопасные мосты 2020–2022, tk: Howpsuz köprüler 2020-2022}
          description: {en: A made-up plan for tests., ru: Вымышленный план для проверок., tk: Synag üçin oýlanyp tapylan meýilnama.}
          start: 2020-01-01
          end: 2022-12-31
          languages: [en, ru, tk]
          utc-offset: "+05:00"
          provenance: {kind: illustrative}
          awaiting-review: [tk]
          calendar: half-yearly
          rules:
            - {pack: small, version: "1.0", parameters: {enough: 0.8}}
          variation-reasons:
            - {id: pandemic, title: {en: Restrictions during the pandemic, ru: Ограничения в период пандемии, tk: Pandemiýa döwründäki çäklendirmeler}}
          correction-reasons:
            - {id: counting-error, title: {en: Counting error, ru: Ошибка подсчёта, tk: Hasaplama ýalňyşlygy}}
          meetings:
            - {date: 2021-02-12, title: {en: Third meeting, ru: Третье заседание, tk: Üçünji mejlis}}
        sources:
          - {id: gazette, title: {en: Bridge Gazette 7/2019, ru: Мостовой вестник 7/2019, tk: Köpri habarlary 7/2019}, publisher: {en: Bridge Press, ru: Мост-пресс, tk: Köpri metbugaty}, date: 2019-12-20, url: "https://example.org/gazette?no=7&year=2019"}
        bodies:
          - {id: group, title: {en: Working group on bridges, ru: Рабочая группа по мостам, tk: Köprüler boýunça iş topary}}
        agencies:
          - id: roads
            title: {en: Ministry of Roads, ru: Министерство дорог, tk: Ýollar ministrligi}
            short-title: {en: MoR, ru: Миндор, tk: ÝM}
            kind: ministry
            membership: [{body: group, role: chair, from: 2020-01-15}]
            provenance: {kind: documented, source: gazette}
          - id: rail
            title: {en: State Railway Service, ru: Государственная железнодорожная служба, tk: Döwlet demirýol gullugy}
            kind: state-body
          - id: office
            title: {en: Statistics Office, ru: Статистическое управление, tk: Statistika müdirligi}
            kind: state-body
            membership: [{body: group, role: secretariat}]
          - id: divers
            title: {en: Divers' Association, ru: Ассоциация водолазов, tk: Çümüjiler birleşigi}
            kind: public-association
        calendars:
          - {id: half-yearly, frequency: half-yearly, due-day: 15, due-month: 1, grace-days: 5}
        dimensions:
          - id: sex
            title: {en: Sex, ru: Пол, tk: Jynsy}
            partitions: true
            categories:
              - {id: female, title: {en: Women, ru: Женщины, tk: Zenanlar}}
              - {id: male, title: {en: Men, ru: Мужчины, tk: Erkekler}}
        objectives:
          - id: o1
            code: "1"
            title: {en: Bridges are inspected by trained people, ru: Мосты осматривают подготовленные специалисты, tk: Köprüleri taýýarlykly hünärmenler barlaýar}
            description: {en: Everyone who inspects knows how., ru: Каждый проверяющий знает как., tk: Barlaýan her kim nähili barlamalydygyny bilýär.}
            activities:
              - id: a1
                code: "1.1"
                title: {en: Train the inspectors, ru: Обучить инспекторов, tk: Barlagçylary okatmak}
                lead: roads
                partners: [divers]
                timing: {kind: fixed, start: 2020-03-01, end: 2021-12-31, stated: "March 2020 to the end of 2021"}
                funding:
                  - {source: {en: Donor fund, ru: Донорский фонд, tk: Donor gaznasy}, amount: 25000, currency: USD}
                provenance: {kind: documented, source: gazette}
                indicators:
                  - id: i-trained
                    code: 1.1.1
                    title: {en: Inspectors trained, ru: Подготовленные инспекторы, tk: Okadylan barlagçylar}
                    measure: unit
                    unit: {en: persons trained, ru: обученных лиц, tk: okadylan adam}
                    direction: increase
                    accumulation: cumulative
                    baseline: {value: 0, year: 2019, source: gazette}
                    target: {value: 600}
                    disaggregation: [sex]
                    definition: {en: Persons with a certificate., ru: Лица с удостоверением., tk: Şahadatnamasy bolan adamlar.}
                    question: {en: Who was not reached?, ru: Кого не охватили?, tk: Kime ýetilmedi?}
                  - id: i-share
                    title: {en: Share of bridges inspected, ru: Доля осмотренных мостов, tk: Barlanan köprüleriň paýy}
                    measure: percentage
                    numerator: {en: bridges inspected, ru: осмотренные мосты, tk: barlanan köprüler}
                    denominator: {en: all bridges, ru: все мосты, tk: ähli köprüler}
                    counts: things
                    direction: increase
                    accumulation: point-in-time
                    baseline: {value: 20, year: 2019}
                    target: {value: 80}
              - id: a2
                code: "1.2"
                title: {en: Manual of inspection, ru: Руководство по осмотру, tk: Barlag gollanmasy}
                lead: rail
                depends-on: [a1]
                timing: {kind: fixed, start: 2020-06-01, end: 2021-06-30, stated: "II quarter 2021"}
                indicators:
                  - {id: m-draft, title: {en: Draft is ready, ru: Проект готов, tk: Taslama taýýar}, measure: milestone, due: 2020-12-31}
                  - {id: m-adopted, title: {en: Manual is adopted, ru: Руководство принято, tk: Gollanma kabul edildi}, measure: milestone, due: 2021-06-30, after: [m-draft]}
          - id: o2
            code: "2"
            title: {en: Accidents become rare, ru: Аварии становятся редкими, tk: Heläkçilikler seýrekleşýär}
            activities:
              - id: a3
                title: {en: Watch the bridges day and night, ru: Круглосуточное наблюдение за мостами, tk: Köprülere gije-gündiz gözegçilik}
                lead: rail
                implementers: [roads, divers]
                timing: {kind: permanent, stated: "permanently"}
              - id: a4
                title: {en: Meet every year, ru: Ежегодные встречи, tk: Her ýyl duşuşmak}
                timing: {kind: recurring, every: year, stated: "annually"}
            indicators:
              - id: i-accidents
                title: {en: Accidents on bridges, ru: Аварии на мостах, tk: Köprülerdäki heläkçilikler}
                measure: unit
                unit: {en: accidents, ru: аварий, tk: heläkçilik}
                counts: things
                direction: decrease
                accumulation: per-period
                baseline: {value: 40, year: 2019}
                targets: [{period: 2020-H1, value: 35}, {period: 2020-H2, value: 30}, {period: 2021-H1, value: 25}]
                target: {value: 10}
                contributors: [roads, rail]
              - id: i-calls
                title: {en: Calls to the bridge line, ru: Звонки на мостовую линию, tk: Köpri liniýasyna jaňlar}
                measure: unit
                unit: {en: calls, ru: звонков, tk: jaň}
                direction: contextual
                accumulation: per-period
                lead: office
              - id: i-rating
                title: {en: Safety rating, ru: Оценка безопасности, tk: Howpsuzlyk bahasy}
                measure: ordinal
                scale:
                  - {id: low, title: {en: Low, ru: Низкая, tk: Pes}}
                  - {id: medium, title: {en: Medium, ru: Средняя, tk: Orta}}
                  - {id: high, title: {en: High, ru: Высокая, tk: Ýokary}}
                direction: increase
                targets: [{period: 2021-H1, value: high}]
                lead: office
              - id: i-story
                title: {en: What drivers say, ru: Что говорят водители, tk: Sürüjiler näme diýýär}
                measure: qualitative
                lead: office
        """

    static let reports = [
        """
        format: nap-reports/1
        plan: small-plan
        agency: roads
        submitted: 2020-07-10T10:00+05:00
        provenance: {kind: illustrative}
        reports:
          - {item: i-trained, period: 2020-H1, value: 120, claim: on-track, cells: [{sex: female, value: 70}, {sex: male, value: 50}], comment: {ru: Обучение начато.}, evidence: [{title: {en: List of certificates}, url: "https://example.org/list", date: 2020-06-30}]}
          - {item: i-share, period: 2020-H1, numerator: 60, denominator: 180}
          - {item: i-accidents, period: 2020-H1, value: 20}
        """,
        """
        format: nap-reports/1
        plan: small-plan
        agency: roads
        submitted: 2021-02-03T10:00+05:00
        provenance: {kind: illustrative}
        reports:
          - {item: i-trained, period: 2020-H2, value: 180, claim: on-track, variation: pandemic}
          - {item: i-share, period: 2020-H2, numerator: 0, denominator: 180}
          - {item: i-accidents, period: 2020-H2, value: 0}
        """,
        """
        format: nap-reports/1
        plan: small-plan
        agency: roads
        submitted: 2021-07-12T10:00+05:00
        provenance: {kind: illustrative}
        reports:
          - {item: i-trained, period: 2021-H1, value: 250, claim: on-track, cells: [{sex: female, value: 150}, {sex: male, value: 90}]}
          - {item: i-trained, period: 2020-H1, value: 125, correction: {reason: counting-error, text: {ru: Пять человек учтены позже.}}}
          - {item: i-share, period: 2021-H1, not-applicable: {ru: Осмотры приостановлены.}}
        """,
        """
        format: nap-reports/1
        plan: small-plan
        agency: rail
        submitted: 2021-01-12T10:00+05:00
        provenance: {kind: illustrative}
        reports:
          - {item: m-draft, period: 2020-H2, achieved: true, on: 2020-12-20}
          - {item: i-accidents, period: 2020-H1, value: 10}
          - {item: i-accidents, period: 2020-H2, value: 12}
          - {item: a3, period: 2020-H2, implementation: under-way, claim: on-track}
        """,
        """
        format: nap-reports/1
        plan: small-plan
        agency: office
        submitted: 2021-07-15T10:00+05:00
        provenance: {kind: illustrative}
        reports:
          - {item: i-calls, period: 2020-H1, value: 9}
          - {item: i-calls, period: 2020-H2, nil: true}
          - {item: i-calls, period: 2021-H1, value: 1234}
          - {item: i-rating, period: 2021-H1, value: medium}
          - {item: i-story, period: 2021-H1, value: {ru: Стало тише.}}
        """,
    ]

    static let reviews = [
        """
        format: nap-reviews/1
        plan: small-plan
        reviewer: office
        provenance: {kind: illustrative}
        reviews:
          - {agency: roads, item: i-trained, period: 2020-H1, reviewed: 2020-07-20T09:00+05:00, decision: verified, verdict: on-track, confidence: probable}
          - {agency: roads, item: i-trained, period: 2021-H1, reviewed: 2021-07-20T09:00+05:00, decision: verified, verdict: off-track, confidence: in-doubt, reason: {ru: Темп недостаточен.}}
          - {agency: roads, item: i-share, period: 2020-H2, reviewed: 2021-02-20T09:00+05:00, decision: returned, reason: {ru: Проверьте ноль.}}
        """
    ]
}
