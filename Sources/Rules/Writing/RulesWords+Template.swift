import Language

extension RulesWords {
    /// What stands in a new pack in the writer's language: comments, and the names of cases.
    static let template: [WordTable.Row] = [
        (
            "A rule pack says how progress is judged. docs/rule-packs.md lists all that can stand here.",
            "Набор правил говорит, как оценивается ход работ. Всё, что здесь может стоять, перечислено в docs/rule-packs.md.",
            "Düzgünler toplumy işiň gidişine nähili baha berilýändigini aýdýar. Bu ýerde durup biljek zatlaryň ählisi docs/rule-packs.md içinde."
        ),
        (
            "Look for mistakes with `nap check rules/PACK`, run its tests with `nap rules test PACK`.",
            "Ошибки ищет `nap check rules/PACK`, примеры выполняет `nap rules test PACK`.",
            "Ýalňyşlyklary `nap check rules/PACK` gözleýär, mysallary `nap rules test PACK` ýerine ýetirýär."
        ),
        (
            "1.0.1 for a mended text, 1.1.0 for a new rule, 2.0.0 where verdicts change",
            "1.0.1 — исправлен текст, 1.1.0 — новое правило, 2.0.0 — меняются оценки",
            "1.0.1 — tekst düzedildi, 1.1.0 — täze düzgün, 2.0.0 — bahalar üýtgeýär"
        ),
        (
            "so that the statuses of core, such as on-track, can be given",
            "чтобы можно было присваивать статусы core, например on-track",
            "core toplumynyň ýagdaýlaryny, mysal üçin on-track, berip bolar ýaly"
        ),
        (
            "a plan may set it between the bounds",
            "план может задать его в этих пределах",
            "meýilnama ony şu çäklerde kesgitläp biler"
        ),
        (
            "named expressions that all others can call",
            "именованные выражения, которые могут вызывать все остальные",
            "beýleki ählisiniň çagyryp bilýän atly aňlatmalary"
        ),
        (
            "Nothing is said of indicators for which this is false. What can be absent is asked for with has(…).",
            "О показателях, для которых это неверно, ничего не говорится. Есть ли то, чего может не быть, спрашивает has(…).",
            "Bu dogry bolmadyk görkezijiler barada hiç zat aýdylmaýar. Ýok bolup biljek zat has(…) bilen soralýar."
        ),
        (
            "from the top down, the first whose `when` holds gives the status",
            "сверху вниз; статус даёт первая, чьё условие `when` выполнено",
            "ýokardan aşak; ýagdaýy `when` şerti ilkinji ýerine ýeten berýär"
        ),
        (
            "the last has no `when`: it always holds",
            "у последней нет `when`: она верна всегда",
            "soňkusynda `when` ýok: ol hemişe dogry"
        ),
        (
            "questions to a report before it is taken: error, warning or info",
            "вопросы к отчёту до его приёма: error, warning или info",
            "hasabat kabul edilmezden öňki soraglar: error, warning ýa-da info"
        ),
        (
            "Cases that the pack states about itself: facts, and what is said of them. `nap rules test` runs them and names the",
            "Примеры, которые набор приводит о себе: факты и что о них говорится. `nap rules test` выполняет их и называет",
            "Toplumyň özi barada getirýän mysallary: faktlar we olar barada aýdylýan zat. `nap rules test` olary ýerine ýetirýär we"
        ),
        (
            "rules that no case has reached. A fact that is left out is absent or, where it cannot be, 0, '' or false.",
            "правила, до которых не дошёл ни один пример. Неуказанный факт отсутствует или, если это невозможно, равен 0, '' или false.",
            "hiç bir mysalyň ýetmedik düzgünlerini aýdýar. Görkezilmedik fakt ýok ýa-da, bu mümkin däl bolsa, 0, '' ýa-da false."
        ),
        (
            "the target is reached",
            "цель достигнута",
            "maksada ýetildi"
        ),
        (
            "four fifths are enough",
            "четырёх пятых достаточно",
            "bäşden dördi ýeterlik"
        ),
        (
            "less is not",
            "меньшего недостаточно",
            "ondan az ýeterlik däl"
        ),
        (
            "a plan may want more",
            "план может требовать большего",
            "meýilnama köpräk talap edip biler"
        ),
        (
            "without a value nothing is known",
            "без значения ничего не известно",
            "san bolmasa hiç zat belli däl"
        ),
        (
            "nothing is said of what is to decrease",
            "о том, что должно снижаться, ничего не говорится",
            "peselmeli zat barada hiç zat aýdylmaýar"
        ),
        (
            "a value far above the target is questioned",
            "значение намного выше цели вызывает вопрос",
            "maksatdan has ýokary san sorag döredýär"
        ),
        (
            "twice the target is not",
            "двойная цель — не вызывает",
            "maksatdan iki esse — döretmeýär"
        ),
    ]
}
