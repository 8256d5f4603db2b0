extension PortalWords {
    /// What is said of what opens an account, such as another service, in Russian.
    static let russianForIdentities = """
        Connect your account with {1} => Связать учётную запись: {1}
        Disconnect => Отключить
        Forgotten? The secretariat sends you a link that lets you in once; then none is asked for. => Забыли? Секретариат пришлёт ссылку для однократного входа, тогда пароль не потребуется.
        Go on to {1} => Перейти: {1}
        Many people come in at this moment. Wait a minute, then try again. => Сейчас входит много людей. Подождите минуту и повторите.
        Sign in there; then you come back here, and your account is connected. => Войдите там; затем вы вернётесь сюда, и учётная запись будет связана.
        The password that you have until now is missing or not right. Nothing was changed. => Действующий пароль не указан или неверен. Ничего не изменено.
        Your password until now => Действующий пароль
        Sign in by {1} => Войти через: {1}
        Sign-in by another service => Вход через другую службу
        The other service cannot be asked now. Try again later, or come in otherwise. => Другая служба сейчас недоступна. Повторите попытку позже или войдите иначе.
        The other service knows you, and no account here is connected with it. Come in with the secretariat's link, then connect them on the page of your account. => Другая служба вас знает, но здесь с ней не связана ни одна учётная запись. Войдите по ссылке секретариата и свяжите их на странице своей учётной записи.
        The other service let nobody in. => Другая служба не подтвердила вход.
        This answer belongs to no attempt of this browser, or came too late. Begin again. => Этот ответ не относится к попытке входа из этого браузера или пришёл слишком поздно. Начните заново.
        This sign-in opens another account already. Disconnect it there first. => Этот вход уже связан с другой учётной записью. Сначала отключите его там.
        Your account is connected with {1}. => Учётная запись связана: {1}.
        """

    /// What is said of what opens an account, such as another service, in Turkmen.
    static let turkmenForIdentities = """
        Connect your account with {1} => Hasabyňyzy birikdiriň: {1}
        Disconnect => Aýyr
        Forgotten? The secretariat sends you a link that lets you in once; then none is asked for. => Ýatdan çykdymy? Sekretariat bir gezek girmek üçin salgy iberer, şonda parol soralmaz.
        Go on to {1} => Şuňa geçiň: {1}
        Many people come in at this moment. Wait a minute, then try again. => Häzir köp adam girýär. Bir minut garaşyp, ýene synanyşyň.
        Sign in there; then you come back here, and your account is connected. => Ol ýerde giriň; soň şu ýere dolanyp gelersiňiz we hasabyňyz birikdiriler.
        The password that you have until now is missing or not right. Nothing was changed. => Häzirki parol görkezilmedi ýa-da nädogry. Hiç zat üýtgedilmedi.
        Your password until now => Häzirki parol
        Sign in by {1} => Şunuň üsti bilen giriň: {1}
        Sign-in by another service => Başga gullugyň üsti bilen girmek
        The other service cannot be asked now. Try again later, or come in otherwise. => Beýleki gulluk häzir elýeterli däl. Soňrak gaýtalaň ýa-da başga ýol bilen giriň.
        The other service knows you, and no account here is connected with it. Come in with the secretariat's link, then connect them on the page of your account. => Beýleki gulluk sizi tanaýar, ýöne bu ýerde oňa birikdirilen hasap ýok. Sekretariatyň salgysy bilen giriň, soň hasabyňyzyň sahypasynda olary birikdiriň.
        The other service let nobody in. => Beýleki gulluk girişi tassyklamady.
        This answer belongs to no attempt of this browser, or came too late. Begin again. => Bu jogap şu brauzeriň giriş synanyşygyna degişli däl ýa-da giç geldi. Täzeden başlaň.
        This sign-in opens another account already. Disconnect it there first. => Bu giriş eýýäm başga hasaba birikdirilen. Ilki ony şol ýerde aýyryň.
        Your account is connected with {1}. => Hasabyňyz birikdirilen: {1}.
        """
}
