package import Language

/// What feeds say besides what the plan and its packs say.
package enum FeedWords {
    /// The Turkmen awaits review by a native reader.
    package static let table = WordTable([
        ("{1}: deadlines and meetings", "{1}: сроки и заседания", "{1}: möhletler we mejlisler"),
        ("{1}: what changed", "{1}: что изменилось", "{1}: näme üýtgedi"),
        ("Reports due: {1}", "Срок отчётов: {1}", "Hasabat möhleti: {1}"),
        ("Days of grace end on {1}.", "Льготные дни истекают {1}.", "Goşmaça günler {1} tamamlanýar."),
        ("To be done: {1}", "Срок выполнения: {1}", "Ýerine ýetiriş möhleti: {1}"),
        ("Milestone: {1}", "Контрольная точка: {1}", "Sepgit: {1}"),
        ("Target to be reached: {1}", "Срок достижения цели: {1}", "Maksada ýetilmeli möhlet: {1}"),
        ("Meeting", "Заседание", "Mejlis"),
        ("The plan ends", "Окончание плана", "Meýilnama tamamlanýar"),
        ("illustrative", "пример", "mysal üçin"),
        ("and {1} more", "и ещё {1}", "ýene {1}"),
        ("activity / activities", "мероприятие / мероприятия / мероприятий", "çäre"),
        ("indicator / indicators", "показатель / показателя / показателей", "görkeziji"),
        ("report / reports", "отчёт / отчёта / отчётов", "hasabat"),
        ("Received from {1} for {2}: {3}", "Получено: {1}, {2}, {3}", "Gelen: {1}, {2}, {3}"),
        ("Verified of {1} for {2}: {3}", "Проверено: {1}, {2}, {3}", "Barlanan: {1}, {2}, {3}"),
        ("{1}: {2} (before: {3})", "{1}: {2} (раньше: {3})", "{1}: {2} (öň: {3})"),
        ("no status", "без статуса", "ýagdaýsyz"),
        ("The plan as a whole", "План в целом", "Meýilnama tutuşlygyna"),
        (
            "Because reports came or were reviewed.", "Причина: поступили или проверены отчёты.",
            "Sebäbi: hasabatlar geldi ýa-da barlandy."
        ),
        ("Because the plan was amended.", "Причина: план изменён.", "Sebäbi: meýilnama üýtgedildi."),
        (
            "Because the rules changed.", "Причина: изменены правила оценки.",
            "Sebäbi: baha beriş düzgünleri üýtgedildi."
        ),
        ("Because time has passed.", "Причина: прошло время.", "Sebäbi: wagt geçdi."),
        ("The plan was amended: {1}", "План изменён: {1}", "Meýilnama üýtgedildi: {1}"),
    ])
}
