/// Accounts, documents, contributions of several agencies, sealed files.
extension DiagnosticCatalogue {
    static let turkmenOffice: [String: String] = [
        "“{1}” is not possible for {2}: there is no such account yet":
            "{2} üçin «{1}» mümkin däl: entek beýle hasap ýok",
        "{1}: nobody decides on an account of their own": "{1}: hiç kim öz hasaby barada karar kabul etmeýär",
        "{1} has the role “{2}” for {3} already": "{1} hasabynda {3} üçin «{2}» wezipesi eýýäm bar",
        "{1} does not have the role “{2}” for {3}": "{1} hasabynda {3} üçin «{2}» wezipesi ýok",
        "another person with the right to do so has to": "muny şoňa hukugy bolan başga adam etmeli",
        "invite": "çagyrmak",
        "open the account": "hasaby açmak",
        "grant a role": "wezipe bermek",
        "withdraw a role": "wezipäni almak",
        "replace what it is opened with": "giriş maglumatyny çalyşmak",
        "disable": "ýapmak",
        "enable again": "gaýtadan açmak",
        "invited": "çakyldy",
        "open": "açyk",
        "disabled": "ýapyk",
        "focal point": "jogapkär işgär",
        "reviewer": "barlaýjy",
        "secretariat": "sekretariat",
        "chair": "başlyk",
        "{1} may not do this in the role “{2}”": "{1} muny «{2}» wezipesinde edip bilmeýär",
        "the secretariat or the chair": "sekretariat ýa-da başlyk",
        "the secretariat": "sekretariat",
        "{1} is empty": "{1} boş",
        "{1} is of a type that is not taken": "{1}: bu görnüşli faýllar kabul edilmeýär",
        "{1} calls itself {2}, but holds something else": "{1} ady boýunça {2}, emma içinde başga zat bar",
        "{1} breaks off before its end": "{1} soňuna ýetmän kesilýär",
        "{1} holds macros": "{1} makroslary saklaýar",
        "{1} is not the document whose SHA-256 is given": "{1} SHA-256-sy görkezilen resminama däl",
        "{1} changed while it was read": "{1} okalýan wagty üýtgedi",
        "there is no document {1}": "{1} resminamasy ýok",
        "the document {1} is not as it was attached": "{1} resminamasy goşulandaky ýaly däl",
        "`sha256: {1}`, or the other document": "`sha256: {1}` ýa-da beýleki resminama",
        "was it still being written or downloaded?": "ol heniz ýazylýarmydy ýa-da ýüklenýärmidi?",
        "save it without macros": "ony makrossyz ýazyň",
        "close it in other programs and try again": "ony beýleki programmalarda ýapyň we gaýtadan synanyşyň",
        "restore the folder of attachments from a backup": "goşundylaryň bukjasyny ätiýaçlyk nusgadan dikeldiň",
        "entry {1} names it": "{1} ýazgysy ony görkezýär",
        "no report names the document {1}": "hiç bir hasabat {1} resminamasyny görkezmeýär",
        "{1} is no document that was attached": "{1} goşulan resminama däl",
        "it can be removed": "ony aýryp bolýar",
        "{1} is to be attached, but it is not said what it is": "{1} goşulmaly, emma onuň nämedigi aýdylmandyr",
        "the title of the document in the column for evidence": "subutnama sütüninde resminamanyň ady",
        "the file is not byte for byte what it was when it was last closed":
            "faýl soňky ýapylandaky ýaly däl, baýtlary tapawutlanýar",
        "every bit of the file is as it was when the file was last closed":
            "faýlyň her bir biti soňky ýapylandaky ýaly",
        "there is no digest of the file's bytes: it is in use, or was not closed in good order":
            "faýlyň baýtlarynyň barlag jemi ýok: ol ulanylýar ýa-da dogry ýapylmandyr",
        "the report was due on {1}; it counts as late, days: {2}":
            "hasabat {1} senesinde berilmelidi; ol giç gelen hasaplanýar, gün: {2}",
        "“{1}” stands behind the report of {2} too: the same thing would be counted twice":
            "«{1}» {2} edarasynyň hasabatynda-da görkezilipdir: şol bir zat iki gezek hasaba alnardy",
        "the lead's {1} is just what the others reported together: they would be counted twice":
            "esasy edaranyň sany ({1}) beýlekileriň bilelikde beren sanyna deň: olar iki gezek hasaba alnardy",
        "report only what no other agency reports": "diňe başga edaranyň habar bermeýän zadyny habar beriň",
        "only the lead's figure counts for {1}, but it has no lead":
            "{1} üçin diňe esasy edaranyň sany hasaplanýar, emma esasy edara görkezilmändir",
        "`lead` on it, its activity or its objective": "onda, çäresinde ýa-da wezipesinde `lead`",
        "the figures for {1} stand apart, so that nothing can be held against its target":
            "{1} üçin sanlar goşulmaýar, şonuň üçin maksat bilen deňeşdirer ýaly zat ýok",
        "`combine: sum`, or no target": "`combine: sum` ýa-da maksatsyz",
        "This was taken before; nothing is stored twice.": "Bu öň kabul edilipdi; hiç zat iki gezek saklanmaýar.",
        "{1} is no role": "{1} – wezipe däl",
        "agency, reviewer, secretariat or chair": "agency, reviewer, secretariat ýa-da chair",
        "{1} <{2}> is no name and e-mail address": "{1} <{2}> – at we elektron poçta salgysy däl",
        "{1} – stop with Ctrl-C": "{1} – saklamak: Ctrl-C",
    ]
}
