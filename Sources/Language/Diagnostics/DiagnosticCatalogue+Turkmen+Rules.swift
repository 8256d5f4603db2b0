extension DiagnosticCatalogue {
    /// What is said of rule packs and their tests, in Turkmen; a native reader has still to check them.
    static let turkmenRules: [String: String] = [
        "put it under rules/, or name its folder with --rules":
            "ony rules/ içine goýuň ýa-da bukjasyny --rules bilen görkeziň",
        "the plan wants version {1} of {2}, and there is {3}":
            "meýilnama {2} toplumynyň {1} wersiýasy gerek, bar bolany bolsa {3}",
        "the same first number, and not older": "birinji sany şol bir we ondan köne däl",
        "both {1} and {2} declare the status {3}": "{3} ýagdaýy hem {1}, hem {2} toplumynda yglan edilipdir",
        "one of them must give it another identifier, or name the other under `uses`":
            "olaryň biri oňa başga identifikator bermeli ýa-da beýlekisini `uses` astynda görkezmeli",
        "{1} is no parameter of the rule pack {2}": "{1} {2} düzgünler toplumynyň parametri däl",
        "the plan gives the parameter {1} of {2} a value that it cannot have":
            "meýilnama {2} toplumynyň {1} parametrine mümkin bolmadyk baha berýär",
        "this power is no finite number": "bu dereje çäkli san däl",
        "an empty list has no {1}": "boş sanawda {1} ýok",
        "a section on reports": "hasabatlar baradaky bölüm",
        "a second check {1}": "ikinji {1} barlagy",
        "a check": "hasabatyň barlagy",
        "this sentence is in one language only": "bu sözlem diňe bir dilde",
        "this sentence is missing in: {1}": "bu sözlem şu dillerde ýok: {1}",
        "the value that begins here is not closed": "bu ýerde başlanan baha ýapylmandyr",
        "{1} is no format": "{1} format däl",
        "a value of type {1} cannot be written so": "{1} tipli bahany beýle ýazyp bolmaýar",
        "a format that fits, such as number for numbers, date for days, text for texts":
            "laýyk format: sanlar üçin number, günler üçin date, tekst üçin text",
        "a rule pack": "düzgünler toplumy",
        "a version such as 1.0.0": "1.0.0 ýaly wersiýa",
        "there is no rule pack {1}, or it has mistakes": "{1} düzgünler toplumy ýok ýa-da onda ýalňyşlyk bar",
        "the status {1} is declared twice": "{1} ýagdaýy iki gezek yglan edilipdir",
        "the status {1} is declared by {2} already": "{1} ýagdaýy eýýäm {2} toplumynda yglan edilipdir",
        "give it another identifier, or leave it out: with `uses` the other's can be given":
            "oňa başga identifikator beriň ýa-da ony aýryň: `uses` bilen beýleki toplumyň ýagdaýyny berip bolýar",
        "no rule gives the status {1}": "hiç bir düzgün {1} ýagdaýyny bermeýär",
        "a name of a to z, 0 to 9 and `_`, beginning with a letter":
            "a–z harplaryndan, 0–9 sifrlerinden we `_` belgisinden durýan, harp bilen başlanýan at",
        "a citation": "çeşmä salgylanma",
        "a status": "ýagdaý",
        "no expression reads the parameter {1}": "{1} parametrini hiç bir aňlatma okamaýar",
        "a parameter": "parametr",
        "the default of {1} is out of its own bounds": "{1} parametriniň başdaky bahasy öz çäklerinden daşarda",
        "a value from {1} to {2}": "{1} bilen {2} aralygyndaky baha",
        "a value of at least {1}": "{1} sandan kiçi bolmadyk baha",
        "a value of at most {1}": "{1} sandan uly bolmadyk baha",
        "a whole number of at least {1}": "{1} sandan kiçi bolmadyk bitin san",
        "a whole number of at most {1}": "{1} sandan uly bolmadyk bitin san",
        "this is no file of a rule pack": "bu düzgünler toplumynyň faýly däl",
        "{1} holds {2} files with `format: nap-rules/1`":
            "{1} bukjasynda `format: nap-rules/1` bolan faýllaryň sany: {2}",
        "exactly one": "takyk bir",
        "a section of rules": "düzgünler bölümi",
        "bounds": "çäkler",
        "{1} is no status of this pack or of one that it uses":
            "{1} bu toplumyň-da, onuň ulanýan toplumlarynyň-da ýagdaýy däl",
        "a status, declared under `statuses`": "`statuses` astynda yglan edilen ýagdaý",
        "a verdict": "baha beriş düzgüni",
        "a second verdict {1}": "ikinji {1} baha beriş düzgüni",
        "this verdict is never reached": "bu düzgüne hiç haçan gezek ýetmeýär",
        "move it up": "ony ýokary geçiriň",
        "the list of verdicts has no last resort": "düzgünleriň sanawynda galan ýagdaýlar üçin soňkusy ýok",
        "a last verdict without `when`": "`when` bolmadyk soňky düzgün",
        "measures": "ölçegler",
        "a measure": "ölçeg",
        "one of: number, percent, percent1, integer, date, text":
            "şulardan biri: number, percent, percent1, integer, date, text",
        "the measure {1} refers to itself: {2}": "{1} ölçegi özüne salgylanýar: {2}",
        "one of these must not need the others": "olaryň biri beýlekilerine bagly bolmaly däl",
        "a file of cases": "mysallaryň faýly",
        "a case": "mysal",
        "facts": "faktlar",
        "{1} is nothing that this section sees": "{1} bu bölümde elýeterli däl",
        "an expectation": "garaşylýan netije",
        "sentences": "sözlemler",
        "a date, as 2021-04-29": "2021-04-29 ýaly sene",
        "{1} is no parameter of this pack": "{1} bu toplumyň parametri däl",
        "a map": "jübütler",
        "the pack has no rules for {1}": "toplumda {1} üçin düzgün ýok",
        "the section does not apply": "bölüm ulanylmaýar",
        "the section applies: {1}": "bölüm ulanylýar: {1}",
        "status {1}, expected {2}": "ýagdaý {1}, garaşylany {2}",
        "rule {1}, expected {2}": "düzgün {1}, garaşylany {2}",
        "measure {1}: {2}, expected {3}": "{1} ölçegi: {2}, garaşylany {3}",
        "{1}: “{2}”, expected “{3}”": "{1}: «{2}», garaşylany «{3}»",
        "found {1}, expected {2}": "tapyldy: {1}, garaşylany: {2}",
        "a helper":
            "kömekçi aňlatma",
        "helpers":
            "kömekçi aňlatmalar",
        "the helper {1} calls itself: {2}":
            "{1} kömekçi aňlatmasy özüni çagyrýar: {2}",
        "{1} is a function of the language already":
            "{1} eýýäm diliň funksiýasy",
        "give the helper another name":
            "kömekçi aňlatma başga at beriň",
        "one of: {1}, or a list of one, such as list(double)":
            "şulardan biri: {1} — ýa-da sanaw, mysal üçin list(double)",
        "no expression calls the helper {1}":
            "hiç bir aňlatma {1} kömekçisini çagyrmaýar",
        "remove it":
            "ony aýryň",
        "this expression may take {1} steps":
            "bu aňlatma şunça ädim alyp biler: {1}",
        "nothing bounds how long this expression takes":
            "bu aňlatmanyň hasaplanyş wagty hiç zat bilen çäklendirilmeýär",
        "at most {1} steps, with {2} periods and {3} things below an item":
            "{2} döwürde we tabyn {3} bentde {1} ädimden köp däl",
        "compute what does not change within a loop once, as a measure of its own":
            "gaýtalanmanyň içinde üýtgemeýän zady bir gezek, aýratyn ölçeg hökmünde hasaplaň",
        "a chart":
            "diagramma",
        "{1} is no measure of this section":
            "{1} bu bölümiň ölçegi däl",
        "a measure, declared under `measures`":
            "`measures` astynda yglan edilen ölçeg",
        "the measure {1} is of type {2}":
            "{1} ölçeginiň tipi {2}",
        "a measure that is {1}":
            "şeýle ölçeg: {1}",
        "remove it, or write `shared: true` if other packs give it":
            "ony aýryň ýa-da, başga toplumlar berýän bolsa, `shared: true` ýazyň",
        "no value lies between these bounds":
            "bu çäkleriň arasynda hiç bir baha ýok",
        "`low` not above `high`":
            "`low` `high`-dan uly däl",
        "bounds of a parameter that is no number":
            "san bolmadyk parametriň çäkleri",
        "remove `low` and `high`":
            "`low` we `high` aýryň",
        "{1} is no language of this rule pack":
            "{1} bu düzgünler toplumynyň dillerine girmeýär",
        "the languages of a pack are those of its title: add it there first":
            "toplumyň dilleri onuň adynyň dilleridir: ilki şol ýere goşuň",
        "this one always holds":
            "bu hemişe dogry",
        "mend the condition, which never holds":
            "hiç haçan ýerine ýetmeýän şerti düzediň",
        "move it up, or mend one of the two":
            "ony ýokary geçiriň ýa-da iki şertiň birini düzediň",
        "wherever it holds, this one holds and comes first":
            "ol ýerine ýeten ýerinde, ondan öň bu şert ýerine ýetýär",
        "the plan is judged by {1}, but that rule pack has mistakes":
            "meýilnama {1} boýunça baha berilýär, emma ol düzgünler toplumynda ýalňyşlyk bar",
        "mend the pack first":
            "ilki toplumy düzediň",
        "the plan is judged by {1}, but there is no such rule pack":
            "meýilnama {1} boýunça baha berilýär, emma beýle düzgünler toplumy ýok",
        "it was looked for in: {1}":
            "şu ýerlerden gözlendi: {1}",
    ]
}
