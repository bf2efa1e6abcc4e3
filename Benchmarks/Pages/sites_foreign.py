"""Sites in other languages, whose classes and ids are not English."""
from pieces import *

COOKIE_DE = "<div class='einwilligung'><p>Wir und unsere 612 Partner speichern und verarbeiten Informationen auf Ihrem Gerät, um Ihnen Werbung zu zeigen, die zu Ihnen passt, und um zu messen, wie sie wirkt.</p></div>"
LINKS_DE = "<ul>" + "".join(f"<li><a href='/{i}'>{t}</a></li>" for i, t in enumerate(["Brücke bleibt bis Mai gesperrt", "Neue Buslinie nach Norden", "Das Wetter am Wochenende", "Handball: Sieg im Derby"])) + "</ul>"


@site("de")
def zeitung(a):
    return page(a, og(a, "Kurier"), f"{COOKIE_DE}<div class='kopfzeile'>{LINKS_DE}</div><main class='inhalt'><article class='beitrag'><span class='dachzeile'>Verkehr</span><h1 class='ueberschrift'>{a['title']}</h1><div class='autorenzeile'>Von {a['author']}</div><div class='beitrag__text'>"
        + body(a, between={2: f"<div class='lesetipps'><h4>Lesen Sie auch</h4>{LINKS_DE}</div>"}) + f"</div><div class='autor-info'><p>{a['author']} berichtet seit 2009 für den Kurier über Verkehr und Verwaltung.</p></div></article></main><div class='fusszeile'><p>© 2026 Kurier Verlag. Alle Rechte vorbehalten.</p></div>", " | Kurier")


@site("de")
def tageblatt(a):
    return page(a, f"<meta name='date' content='{a['day']}T10:00:00'>", f"<div id='seite'>{LINKS_DE}<div id='artikel'><h2>{a['title']}</h2><p class='vorspann'><strong>{inline(blocks(a)[0])}</strong></p>{body(a, skip=1)}<p>Mehr zum Thema: <a href='/1'>Brücke bleibt bis Mai gesperrt</a></p></div><div id='kommentare'><h3>Leserkommentare</h3><p>Das wurde auch Zeit, sage ich. Seit Jahren wird darüber geredet, und nie ist etwas geschehen, weil alle an ihr Auto denken.</p><p>Und wo sollen die Leute dann parken? Bei mir vor der Tür, so wie jeden Samstag, das kennt man ja.</p></div></div>", " - Tageblatt")


@site("fr")
def journal(a):
    return page(a, ld(a) + og(a, "Le Courrier"), f"<header class='entete'>{LINKS}</header><section class='zone'><h1 class='titre'>{a['title']}</h1><p class='chapo'>{inline(blocks(a)[0])}</p><div class='signature'>Par {a['author']}, publié le {a['shown']} à 10h02</div><div class='contenu-article'>"
        + body(a, skip=1, between={1: "<div class='lire-aussi'><strong>À lire aussi</strong> <a href='/2'>Le tramway arrive enfin au nord de la ville</a></div>"}) + "</div><div class='abonnement'><p>Il vous reste trois articles gratuits ce mois-ci. Abonnez-vous pour un euro et lisez tout le journal, sans publicité.</p></div></section><footer class='pied'>Mentions légales · © Le Courrier 2025</footer>", " - Le Courrier")


@site("es")
def diario(a):
    return page(a, og(a, "El Correo del Sur"), f"<div class='cabecera'>{LINKS}</div><div class='noticia'><h1 class='titular'>{a['title']}</h1><div class='firma'>{a['author']} | {a['shown']}</div><div class='cuerpo-noticia'>{body(a)}</div><div class='archivado-en'>Archivado en: <a>Obras</a> <a>Tráfico</a></div></div><div class='te-puede-interesar'><h3>Te puede interesar</h3>{LINKS}</div>", " | El Correo del Sur")


@site("es")
def periodico(a):
    return page(a, ld(a), f"<div class='portada'><div class='entradilla'><h2>{a['title']}</h2></div><div class='fecha'>{a['shown']}</div><div class='texto'>{breaks(a)}</div></div><div class='comentarios'><p>Ya era hora, llevamos dos años dando la vuelta por el otro lado, y nadie nos ha pedido perdón por ello.</p></div>", " - Periódico")


@site("ja")
def shimbun(a):
    return page(a, og(a, "河北日報"), f"<div class='header'><ul><li><a href='/'>ホーム</a></li><li><a href='/s'>社会</a></li><li><a href='/k'>経済</a></li></ul></div><div class='kiji'><h1>{a['title']}</h1><p class='hizuke'>{a['shown']} 18時05分</p><div class='honbun'>{body(a)}</div></div><div class='kanren'><h2>関連記事</h2><ul><li><a href='/1'>台風の後、町はどう変わったか</a></li><li><a href='/2'>新しい駅の計画を発表</a></li></ul></div><div class='footer'>Copyright 河北日報社 無断転載を禁じます</div>", " | 河北日報")


@site("ja")
def yomimono(a):
    return page(a, "", f"<div id='menu'><a href='/'>トップ</a><a href='/n'>ニュース</a></div><div id='naiyo'><h2>{a['title']}</h2><span>{a['shown']}</span><br><br>{breaks(a)}</div><div>（C）町の新聞</div>", "", doctype="")


@site("ru")
def gazeta(a):
    return page(a, og(a, "Портовая газета"), f"<div class='shapka'>{LINKS}</div><div class='novost'><h1>{a['title']}</h1><div class='data'>{a['shown']}, 12:30</div><div class='tekst'>{body(a)}</div><div class='istochnik'>Источник: собственный корреспондент</div></div><div class='podval'>© Портовая газета</div>", " — Портовая газета")
