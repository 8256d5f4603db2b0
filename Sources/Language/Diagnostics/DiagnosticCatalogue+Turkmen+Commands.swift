extension DiagnosticCatalogue {
    /// What is said of commands and the ledger, in Turkmen; a native reader has still to check them.
    static let turkmenCommands: [String: String] = [
        "Nothing is wrong.": "Hemmesi dogry.",
        "Nothing was stored.": "Hiç zat ýazga geçirilmedi.",
        "Nothing was stored. Would be taken: {1}.": "Hiç zat ýazga geçirilmedi. Kabul ediljek zat: {1}.",
        "Taken and on disk: {1}.": "Kabul edildi we diske ýazyldy: {1}.",
        "error / errors": "ýalňyşlyk",
        "warning / warnings": "duýduryş",
        "note / notes": "bellik",
        "report / reports": "hasabat",
        "draft / drafts": "garalama",
        "review / reviews": "barlag",
        "event / events": "waka",
        "Pages": "Sahypalar",
        "Reading entries": "Ýazgylar okalýar",
        "Writing entries": "Ýazgylar ýazylýar",
        "Checking the copy": "Nusga barlanýar",
        "Reading files": "Faýllar okalýar",
        "Writing files": "Faýllar ýazylýar",
        "Checking reports": "Hasabatlar barlanýar",
        "Judging items": "Bölekler bahalandyrylýar",
        "file / files": "faýl",
        "objective / objectives": "maksat",
        "activity / activities": "çäre",
        "indicator / indicators": "görkeziji",
        "agency / agencies": "edara",
        "{1}: the rule pack {2} {3}": "{1}: {2} {3} düzgünler toplumy",
        "{1}: the plan {2}": "{1}: {2} meýilnamasy",
        "reports and reviews": "hasabatlar we barlaglar",
        "{1}: an empty ledger for {2}": "{1}: {2} üçin boş žurnal",
        "{1}: {2}, files read: {3}": "{1}: {2}, okalan faýllar: {3}",
        "{1}: {2}, {3} written, {4} removed": "{1}: {2}, ýazyldy: {3}, aýryldy: {4}",
        "{1} holds reports or reviews, and it is not said of which plan":
            "{1} faýlynda hasabatlar ýa-da barlaglar bar, emma haýsy meýilnama degişlidigi aýdylmandyr",
        "add --plan and the path of the plan": "--plan we meýilnamanyň ýoluny goşuň",
        "{1} is no item or agency of this plan": "{1} bu meýilnamanyň elementi-de, edarasy-da däl",
        "{1} has neither `reports/` nor `reviews/`": "{1} bukjasynda `reports/`-da, `reviews/`-da ýok",
        "`nap init` makes an empty ledger": "`nap init` boş žurnal döredýär",
        "{1} cannot be written": "{1} ýazyp bolmady",
        "{1} cannot be written: {2}": "{1} ýazyp bolmady: {2}",
        "line {1} of {2} is no figure that a public edition showed":
            "{2} faýlynyň {1} belgili setirinde köpçülik üçin neşirde görkezilen san ýok",
        "the file as `nap publish` wrote it": "`nap publish` buýrugynyň ýazyşy ýaly faýl",
        "restore it from a backup: without it a small count could be worked out from two editions":
            "ony ätiýaçlyk nusgadan dikeldiň: onsuz iki neşirden kiçi sany hasaplap çykaryp bolar",
        "check the folder and its rights": "bukjany we oňa giriş hukuklaryny barlaň",
        "{1} is not before {2}": "{1} {2} senesinden öň däl",
        "an earlier day as --since": "--since üçin has irki gün",
        "a new folder, or one that it wrote": "täze bukja ýa-da şu buýruk ýazan bukja",
        "nothing in it was touched; name another folder": "onda hiç zat üýtgedilmedi; başga bukja görkeziň",
        "{1} holds no reports": "{1} faýlynda hasabat ýok",
        "{1} holds no reviews": "{1} faýlynda barlag ýok",
        "the file holds reports of {1}, but {2} sends it":
            "faýlda {1} edarasynyň hasabatlary bar, ony bolsa {2} iberýär",
        "`submitted` is not taken from the file: the report counts as sent now":
            "`submitted` faýldan alynmaýar: hasabat häzir iberilen hasaplanýar",
        "remove `submitted`; past reports are loaded with `nap load`":
            "`submitted` açaryny aýryň; öňki hasabatlar `nap load` bilen ýüklenýär",
        "there is no rule pack {1}": "{1} düzgünler toplumy ýok",
        "a folder with rule packs, named with --rules": "--rules bilen görkezilen düzgünler toplumlarynyň bukjasy",
        "there are no rule packs here": "bu ýerde düzgünler toplumy ýok",
        "name their folder with --rules": "olaryň bukjasyny --rules bilen görkeziň",
        "1 to 64 of a to z, 0 to 9, `-` and `.`, beginning with a letter or digit":
            "1-den 64-e çenli belgi: a–z, 0–9, `-` we `.`, harp ýa-da sifr bilen başlanýar",
        "{1} is there already": "{1} eýýäm bar",
        "take another name, or edit that one": "başga at alyň ýa-da bar bolany üýtgediň",
        "{1} cannot be made": "{1} döredip bolmady",
        "there is no ledger at {1}": "{1} žurnaly ýok",
        "there is already a file at {1}": "{1} faýly eýýäm bar",
        "{1} is empty, so it is no ledger": "{1} boş, şonuň üçin žurnal däl",
        "{1} is a directory, not a ledger": "{1} — bukja, žurnal däl",
        "{1} is not an SQLite file, so it is no ledger": "{1} SQLite faýly däl, şonuň üçin žurnal däl",
        "{1} is a database of another program": "{1} — başga programmanyň maglumat bazasy",
        "{1} has version {2} of the ledger's tables; this program knows them up to version {3}":
            "{1}: žurnalyň jedwelleriniň wersiýasy {2}, bu programma bolsa {3} wersiýa çenlisini bilýär",
        "{1} is the ledger of plan {2}, not of {3}": "{1} — {3} däl-de, {2} meýilnamasynyň žurnaly",
        "{1} is in use by {2}": "{1} eýelenen: {2}",
        "process {1} on {2}": "{2} kompýuterindäki {1} prosesi",
        "another process": "başga proses",
        "another connection": "başga baglanyşyk",
        "{1} cannot be opened: {2}": "{1} açyp bolmady: {2}",
        "its folder does not exist": "onuň bukjasy ýok",
        "there is no room left on the disk of {1}; nothing was written":
            "{1} faýlynyň diskinde ýer galmady; hiç zat ýazylmady",
        "{1} is damaged: {2}": "{1} zeper ýeten: {2}",
        "it does not say whose ledger it is": "onda kimiň žurnalydygy aýdylmandyr",
        "tables of version {1}": "{1} wersiýaly jedweller",
        "hashes of the tree are missing at level {1}": "agajyň {1} derejesinde heşler ýok",
        "an entry wants {1} at {2}": "ýazgynyň {2} ýerinde garaşylýar: {1}",
        "SQLite has “{1}” at {2}, with which nothing is written":
            "SQLite-de «{1}» parametri {2}; şeýle ýagdaýda hiç zat ýazylmaýar",
        "the clock says {1}, but the ledger's latest entry is of {2}":
            "sagat {1} görkezýär, žurnalyň soňky ýazgysy bolsa {2} wagtynda edilipdir",
        "an event of {1} lies in the future: it is {2}": "{1} wakasy entek bolmady: häzir {2}",
        "some events cannot follow what happened before": "käbir wakalar öň bolan zatlardan soň bolup bilmez",
        "{1} has used the submission key “{2}” for another content before":
            "{1} «{2}» iberiş açaryny öň başga mazmun üçin ulandy",
        "event {1} cannot be written down: {2}": "{1} wakasyny ýazyp bolmady: {2}",
        "{1} is wanted at byte {2}": "{2} baýtynda garaşylýar: {1}",
        "it would read back differently": "okalanda ol başga bolardy",
        "there is no entry {1}; the ledger has {2}": "{1} ýazgysy ýok; žurnalda {2} ýazgy bar",
        "there is nothing to append": "goşara zat ýok",
        "line {1} of {2} is not what an export has there": "{2} faýlynyň {1} setiri çykarylan faýldaky ýaly däl",
        "a checkpoint of “{1}” cannot be signed": "«{1}» barlag belligine gol çekip bolmaýar",
        "“nap init” makes a new ledger": "«nap init» täze žurnal döredýär",
        "use the version of the program that wrote it, or a later one":
            "ony ýazan programmanyň wersiýasyny ýa-da täzesini ulanyň",
        "one process owns a ledger; wait until it has ended, or ask the running server":
            "žurnala bir proses eýelik edýär; onuň tamamlanmagyna garaşyň ýa-da işleýän serwere ýüz tutuň",
        "look at the permissions of the file and of its folder": "faýla we onuň bukjasyna giriş hukuklaryny barlaň",
        "make room and try again; a repeated submission is never counted twice":
            "ýer boşadyň we gaýtalaň; gaýtadan iberilen zat iki gezek hasaba alynmaýar",
        "keep the file as it is, restore the latest backup and compare both":
            "faýly bolşy ýaly saklaň, soňky ätiýaçlyk nusgany dikeldiň we ikisini deňeşdiriň",
        "set the clock right and try again": "sagady düzediň we gaýtalaň",
        "use a new key for a new content": "täze mazmun üçin täze açar ulanyň",
        "the file is broken: {1}": "faýl bozulan: {1}",
        "“{1}” is not what it must be": "«{1}» bolmalysy ýaly däl",
        "entry {1} is not as it was written, from byte {2} on": "{1} ýazgysy {2} baýtdan başlap ýazylyşy ýaly däl",
        "entry {1} is not as it was written: its hash differs": "{1} ýazgysy ýazylyşy ýaly däl: onuň heşi başga",
        "entry {1} is not as it was written": "{1} ýazgysy ýazylyşy ýaly däl",
        "entry {1} is missing or not in its place": "{1} ýazgysy ýok ýa-da öz ýerinde däl",
        "entry {1} was recorded before the one in front of it": "{1} ýazgysy öňündäki ýazgydan öň edilipdir",
        "entry {1} cannot follow those in front of it: {2}": "{1} ýazgysy öňündäkilerden soň bolup bilmez: {2}",
        "table “{1}” is not what the entries give": "«{1}» jedweli ýazgylara laýyk gelmeýär",
        "“nap ledger rebuild” makes it anew from the entries":
            "«nap ledger rebuild» ony ýazgylar boýunça täzeden gurýar",
        "a checkpoint of {1} entries was kept, but the ledger has fewer":
            "{1} ýazgylyk barlag belligi saklanypdyr, žurnalda bolsa ondan az",
        "the first {1} entries are not those of the checkpoint that was kept":
            "ilkinji ýazgylar ({1}) saklanan barlag belligindäkiler däl",
        "the end": "soňy",
        "a whole number": "bitin san",
        "a number in its shortest form": "iň gysga görnüşdäki san",
        "an entry": "ýazgy",
        "evidence": "subutnama",
        "documented, illustrative or stated": "documented, illustrative ýa-da stated",
        "a day": "gün",
        "an instant such as 2020-07-14T05:30:00Z": "2020-07-14T05:30:00Z ýaly wagt",
        "an escaped control character": "dolandyryş belgisiniň belgilenişi",
        "an escape": "belginiň belgilenişi",
        "the shortest escape": "belginiň iň gysga belgilenişi",
        "a {1}": "{1} görnüşli baha",
        "entry / entries": "ýazgy",
        "{1}: {2}, checked": "{1}: {2}, barlandy",
        "{1}: derived tables made anew; {2}": "{1}: jedweller täzeden guruldy; {2}",
        "{1}: {2}, all as they were written": "{1}: {2}, hemmesi ýazylyşy ýaly",
        "root {1}": "kök {1}",
        "{1}: entry {2} is in {3}, entries: {4}": "{1}: {2} ýazgysy {3} žurnalynda bar, ýazgylar: {4}",
        "an earlier day as --from": "--from üçin has irki gün",
        "SQLite {1} is older than 3.51.3, before which a write-ahead log that several connections write back can be damaged":
            "SQLite {1} 3.51.3 wersiýasyndan köne; ondan öň birnäçe baglanyşyk ýazanda öňünden ýazylýan žurnal zaýalanyp bilýärdi",
        "nap writes through one connection, and so is not touched by it; let no other program write the file":
            "nap bir baglanyşyk arkaly ýazýar, şonuň üçin bu oňa degişli däl; faýla başga programmanyň ýazmagyna ýol bermäň",
        "nothing is known about {1}": "{1} barada hiç zat belli däl",
        "check its identifier": "identifikatory barlaň",
        "{1} is no secret key": "{1} gizlin açar däl",
        "a file that `nap ledger key` made": "`nap ledger key` döreden faýl",
        "{1} is no public key": "{1} açyk açar däl",
        "a key as `nap ledger key` prints it: name+number+letters":
            "`nap ledger key` çykarýan görnüşdäki açar: at+san+harplar",
        "a checkpoint proves nothing without the key": "açarsyz barlag belligi hiç zady subut etmeýär",
        "add --key": "--key goşuň",
        "{1} is no checkpoint that this key signed": "{1} şu açar bilen gol çekilen barlag belligi däl",
        "{1} can be no key's name": "{1} açaryň ady bolup bilmez",
        "a name without spaces and `+`": "boşluksyz we `+` belgisiz at",
        "{1} has sent no report on {2} for {3}": "{1} {3} üçin {2} barada hasabat ibermedi",
        "{1} is no proof of consistency, or was altered": "{1} yzygiderlilik subutnamasy däl ýa-da üýtgedilipdir",
        "{1}: {2} with {3} entries holds all that it held with {4}, unchanged":
            "{1}: {2}, ýazgylar: {3}; öňki {4} ýazgy üýtgemän saklanýar",
        "{1}: what the older checkpoint covers was altered or removed":
            "{1}: öňki barlag nokadynyň öz içine alýan zatlary üýtgedilipdir ýa-da aýrylypdyr",
        "{1} does not hold what {2} says it held": "{1} faýlynda {2} boýunça bolmaly ýazgylar ýok",
        "it is of another plan, was put back to an older state, or was altered; `nap ledger verify` tells more":
            "ol başga meýilnamanyňky, öňki ýagdaýyna gaýtarylan ýa-da üýtgedilen; `nap ledger verify` jikme-jik görkezýär",
        "a file of identity providers": "şahsyýeti tassyklaýjylaryň faýly",
        "this {1} may be used once, and was": "bu ({1}) bir gezek ulanylýar we eýýäm ulanyldy",
        "no provider stands here": "bu ýerde hiç bir tassyklaýjy görkezilmedi",
        "one provider or more": "bir ýa-da birnäçe tassyklaýjy",
        "the provider {1} is there twice": "{1} tassyklaýjysy iki gezek görkezilipdir",
        "{1} is the issuer of {2} already": "{1} eýýäm {2} üçin neşir ediji hökmünde görkezilipdir",
        "one service is one provider; leave one of them out": "bir hyzmat — bir tassyklaýjy; ýazgylaryň birini aýryň",
        "an address that begins with https://, without ?, # and @":
            "https:// bilen başlanýan, ?, # we @ bolmadyk salgy",
        "an identity provider": "şahsyýeti tassyklaýjy",
        "the secret on its first line": "gizlin söz birinji setirde",
        "{1} is no receipt, or was altered": "{1} kwitansiýa däl ýa-da üýtgedilipdir",
        "{1} was not signed with this key": "{1} bu açar bilen gol çekilmändir",
        "is it the key of this ledger?": "bu şu žurnalyň açarymy?",
        "{1}: the signature does not fit the text": "{1}: gol tekste laýyk gelmeýär",
        "{1}: the entry is not in the log that was signed": "{1}: gol çekilen žurnalda bu ýazgy ýok",
        "{1} is of the ledger {2}": "{1} {2} žurnalyna degişli",
        "Error: ":
            "Ýalňyşlyk: ",
        "Usage: ":
            "Ulanylyşy: ",
        "Missing expected argument '{1}'":
            "«{1}» argumenti ýetmeýär",
        "Missing one of: {1}":
            "şulardan biri ýetmeýär: {1}",
        "Missing value for '{1}'":
            "«{1}» üçin baha görkezilmedi",
        "Missing required subcommand.":
            "kiçi buýruk görkezilmedi.",
        "There is no command '{1}'. Did you mean '{2}'?":
            "«{1}» buýrugy ýok. Belki, «{2}» diýmek isländirsiňiz?",
        "There is no command '{1}'.":
            "«{1}» buýrugy ýok.",
        "Unknown option '{1}'. Did you mean '{2}'?":
            "näbelli opsiýa «{1}». Belki, «{2}» diýmek isländirsiňiz?",
        "Unknown option '{1}'":
            "näbelli opsiýa «{1}»",
        "Unexpected argument '{1}'":
            "artykmaç argument «{1}»",
        "{1} unexpected arguments: {2}":
            "artykmaç argumentler ({1}): {2}",
        "The option '{1}' does not take any value, but '{2}' was specified.":
            "«{1}» opsiýasy baha almaýar, emma «{2}» görkezildi.",
        "The value '{1}' is invalid for '{2}'. Please provide one of {3}.":
            "«{1}» bahasy «{2}» üçin ýaramly däl. Mümkin bolan bahalar: {3}.",
        "The value '{1}' is invalid for '{2}'. Please provide one of the following:":
            "«{1}» bahasy «{2}» üçin ýaramly däl. Mümkin bolan bahalar:",
        "The value '{1}' is invalid for '{2}': {3}":
            "«{1}» bahasy «{2}» üçin ýaramly däl: {3}",
        "The value '{1}' is invalid for '{2}'":
            "«{1}» bahasy «{2}» üçin ýaramly däl",
        "  See '{1}' for more information.":
            "  Giňişleýin: «{1}».",
        "a date that the calendar has is wanted, such as 2021-04-29":
            "senenamada bar bolan sene gerek, mysal üçin 2021-04-29",
        "the plan is not judged by {1}":
            "meýilnama {1} boýunça baha berilmeýär",
        "{1} is no measure of {2}":
            "{1} {2} toplumynyň ölçegi däl",
        "{1}/pack.yaml and tests.yaml are there: edit them, then run `{2}`":
            "{1}/pack.yaml we tests.yaml döredildi: olary redaktirläň, soňra `{2}` ýerine ýetiriň",
        "{1} is no date":
            "{1} sene däl",
        "{1} is no e-mail address": "{1} elektron poçta salgysy däl",
        "such as nap@example.org": "meselem, nap@example.org",
        "give it with --mail-from": "ony --mail-from bilen görkeziň",
        "{1} is not there or cannot be run": "{1} ýok ýa-da işledip bolmaýar",
        "install a program that sends mail, or name yours with --sendmail":
            "poçta iberýän programmany guruň ýa-da öz programmaňyzy --sendmail bilen görkeziň",
        "the program that sends mail refused it with status {1}: {2}":
            "poçta iberýän programma {1} kody bilen ret etdi: {2}",
        "the program that sends mail did not end within {1} seconds; the mail may have been sent":
            "poçta iberýän programma {1} sekundyň içinde gutarmady; hat iberilen bolmagy mümkin",
        "--mail-from is missing: from which address are the mails? Or add --dry-run":
            "--mail-from ýok: hatlar haýsy salgydan? Ýa-da --dry-run goşuň",
        "--remind-at is an hour from 0 to 23": "--remind-at 0-dan 23-e çenli sagat",
        "--mail-to-folder needs --mail-from: from which address are the mails?":
            "--mail-to-folder üçin --mail-from gerek: hatlar haýsy salgydan?",
    ]
}
