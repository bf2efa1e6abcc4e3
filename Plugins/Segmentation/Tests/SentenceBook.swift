/// Cases over what makes sentence ends hard, from general knowledge of English. A bar stands where a sentence ends and a
/// space follows, a double bar where none does.
///
/// `seen` was looked at while rules were written and weights were trained; `unseen` was written before, and only its
/// count of right answers was.
enum SentenceBook {
  static let seen: [String] = [
    // Times of day, before a title or a new sentence.
    "At 7 a.m. Ms. Ortega opened the shop.|She closed it at 6 p.m.|Mr. Wolff then counted the till.",
    "The ferry leaves at 11 P.M.|Dr. Chen will be on it.", "We met at noon and left at 3 p.m.|It had rained all day.",
    "By 8:30 a.m. Captain Reyes had slept two hours.", "Doors open at 9 a.m. on Sundays.",
    // Initials of countries and bodies.
    "They moved to the U.K.|What about their cats?", "She studied in the E.U.|How did she like it?",
    "The U.S. Navy sent two ships.", "He left the U.S. in 1987.|Nobody missed him.",
    "The U.N. Secretary General spoke first.",
    "I grew up in the U.S. but moved abroad.", "The firm is based in Washington, D.C.|It employs ninety people.",
    // Companies.
    "She sued Harlow Bros. in May.|They settled.", "The loan went to Meyer & Co.|It was repaid within a year.",
    "He joined Brandt Ltd.|He stayed for ten years.", "Orders reached Tidewater Inc. by fax.",
    "The plant belongs to Norvik Corp. of Oslo.", "They bought shares of Pell Inc.|She sold hers at once.",
    // Initials inside names.
    "My aunt is Clara E. Voss.", "T. S. Marlow wrote the preface.", "Was it you or I?|Henry I. Dobbs cannot say.",
    "We make a pair, you and I.|Have you met Laura I. Stone?", "Samuel L. Okoro sang.|He was tired.",
    // Titles and ranks.
    "Prof. Amara Diallo teaches here.|Rev. Stiles does not.", "Lt. Col. Brandt signed for Gen. Marsh.",
    "Sen. Pruitt of Ohio voted no.", "St. Mary’s stands on Mt. Pleasant.",
    // Numbers, pages, sections.
    "Please turn to p. 112.|The map is there.", "See No. 14 on the list.", "Cf. Sec. 12 of the act.|It is short.",
    "It costs $4.99.|That is cheap.", "Chapter 3.2 explains it.|Read it twice.", "Pi is about 3.14159.|Remember that.",
    "The file is kept as No. 55.201.7.|Ask for it at the desk.", "Art. 5 and Fig. 2 say otherwise.",
    // Items that run on in one line.
    "1. Wash the rice|2. Boil the water", "1.) Wash the rice.|2.) Boil the water.",
    "1) Wash the rice|2) Boil the water",
    "• Wash the rice|• Boil the water|• Serve", "a. Wash the rice|b. Boil the water|c. Serve",
    "a) Wash the rice|b) Boil the water", "1. Wash the rice.|2. Boil the water.|3. Serve.",
    "(1) Wash the rice.|(2) Boil the water.", "• 1. Wash the rice|• 2. Boil the water",
    "i. Wash the rice.|ii. Boil the water.", "The vote was 3.|4 members were away.",
    // Mail and web.
    "Write to Ann.Lee@example.org.|She will answer.", "Our page is https://www.example.org/New/Page.html.|Have a look.",
    "Visit www.Example.com.|It is new.", "The file is Report.Final.pdf.|Open it.", "Ask Help@Example.com for a key.",
    // No space behind a full stop.
    "He shut the door.‖She cried.", "It was late.‖Nobody spoke.|The end.", "We asked.‖They refused.",
    "Version 2.5 is out.|Node.js is old.", "Is it true?‖Yes!",
    // Ellipses.
    "I never said that....|She hung up.", "Well ... I meant no harm.", "He stopped . . . then went on.",
    "The law was repealed . . . .|Nobody noticed.", "She waited… and waited.", "“I thought …”|He broke off.",
    "The witness [...] did not appear.|The court rose.", "It was, well...see for yourself.",
    // Names that end in a mark.
    "He writes for Yahoo! in Dublin.", "She won Jeopardy! twice.", "Have you seen Mamma Mia! on stage?",
    "They sang Oklahoma! at school.|It was loud.", "We listen to Panic! at the Disco.",
    // Quotations and brackets.
    "She turned and said, “It is over.”|He wept.", "“Stop!” he cried.|Nobody did.", "“Why?” asked Tom.|“Because.”",
    "She whispered, ‘Go now.’|He went.", "He left (it was late).|We stayed.", "He left.|(It was late.)|We stayed.",
    "\"I am done.\"|She stood up.", "“We won!”|The crowd roared.", "Did he say “no”?|He did.",
    // Several marks.
    "Hello!!|Long time no see.", "What?!|Are you sure?", "Really??|Yes, really.",
    // Full stops of other scripts.
    "これは本です。‖あれはペンです。", "Hello。‖World。", "安全第一！‖行きましょう。",
    // And a few that must go on.
    "He bought apples, pears, etc. for the party.", "It grows in N. Africa and S. Europe.",
    "Jones vs. Jones was heard in Jan. 2004.", "She earned a Ph.D. in physics.|Then she left.",
    "The road runs approx. 5 km.|It is steep.", "He is 6 ft. tall.", "Mix 2 oz. of rum with ice.",
  ]
  static let unseen: [String] = [
    // Times of day.
    "At 6 p.m. Mrs. Novak locked the gate.|She came back at 5 a.m.|Dr. Pell was already there.",
    "The bus goes at 10 A.M.|Prof. Lund never misses it.", "They ate at 1 p.m.|Then they slept.",
    "By 7:15 p.m. Sergeant Cole had found the key.", "The office shuts at 4 p.m. on Fridays.",
    // Countries and bodies.
    "We flew back to the U.S.|When did you arrive?", "She works in the U.K.|Why did she move?",
    "The U.S. Treasury denied it.", "He visited the U.S.S.R. in 1979.|It was cold.", "The E.U. Commission has agreed.",
    "I lived in the U.K. for a year.", "The office is in Arlington, Va.|It opens at nine.",
    // Companies.
    "He worked for Lowe Bros. until 1999.|They went broke.", "The parts came from Adler & Co.|They did not fit.",
    "She founded Quill Ltd.|She sold it in 2012.", "Letters to Marble Inc. come back.",
    "The mine is run by Orex Corp. in Peru.", "He owns half of Dalton Co.|He never visits it.",
    // Initials.
    "His name is Peter J. Hale.", "R. D. Laski drew the maps.", "It was either he or I.|Walter I. Benn knows.",
    "They are as old as you and I.|Did you know Nora I. Quist?", "Anna B. Sorel danced.|She was good.",
    // Titles.
    "Dr. Imani Bell operated.|Nurse Hall helped.", "Maj. Gen. Ross wrote to Adm. Pike.",
    "Rep. Soto of Texas spoke last.",
    "Ft. Worth lies west of St. Paul’s.",
    // Numbers.
    "Look at p. 7.|It is blank.", "He lives at No. 9 in our street.", "See Vol. 2 of the papers.|It is rare.",
    "The bill was $18.50.|He paid.", "Part 4.1 is new.|Skip it.", "The rate fell to 2.75.|Banks were glad.",
    "The case is No. 88.104.3.|It is closed.", "Figs. 3 and 4 show it.",
    // Items.
    "1. Cut the wood|2. Sand the edges", "1.) Cut the wood.|2.) Sand the edges.", "1) Cut the wood|2) Sand the edges",
    "• Cut the wood|• Sand the edges|• Paint", "a. Cut the wood|b. Sand the edges|c. Paint",
    "a) Cut the wood|b) Sand the edges", "1. Cut the wood.|2. Sand the edges.|3. Paint.",
    "(1) Cut the wood.|(2) Sand the edges.", "• 1. Cut the wood|• 2. Sand the edges",
    "i. Cut the wood.|ii. Sand the edges.",
    "They scored 2.|5 players were hurt.",
    // Mail and web.
    "Send it to Bob.Ray@example.net.|He is in.", "See http://www.example.net/Old/Site.htm.|It is slow.",
    "Go to www.Sample.org.|It is free.", "Open Notes.Old.txt.|Read it.", "Mail Info@Sample.org about it.",
    // No space.
    "The lights went out.‖We waited.", "It works.‖Trust me.|Good night.", "He asked.‖I said no.",
    "Python 3.9 is fine.|Use it.",
    "Ready?‖Go!",
    // Ellipses.
    "We ran out of time....|They left.", "So ... that is it.", "He hoped . . . but lost.",
    "The rest was cut . . . .|It was long.",
    "They sang… and sang.", "“If only …”|She sighed.", "The report [...] was late.|Nobody read it.",
    "It was, um...never mind.",
    // Names with marks.
    "He left Yahoo! last year.", "She hosts Jeopardy! now.", "Did you like Oliver! at all?",
    "We saw Hairspray! on Sunday.|It was fun.",
    "He plays bass in Wham! on weekends.",
    // Quotations.
    "He rose and said, “We are done.”|She nodded.", "“Run!” she yelled.|They ran.", "“Who?” said Jan.|“Me.”",
    "He muttered, ‘Not yet.’|She sat.", "She smiled (she always did).|He frowned.",
    "She smiled.|(She always did.)|He frowned.",
    "\"It is cold.\"|He shut the door.", "“They lied!”|The room fell silent.", "Who said “maybe”?|She did.",
    // Marks.
    "Stop!!|Think first.", "Who?!|I have no idea.", "Now??|Yes, now.",
    // Other scripts.
    "今日は雨です。‖明日は晴れです。", "Stop。‖Go。", "危ない！‖気をつけて。",
    // Going on.
    "Bring pens, paper, etc. to class.", "He toured N. Ireland and E. Anglia.",
    "Ward vs. Ward was filed in Sept. 2010.",
    "He has an M.D. from Lagos.|She has none.", "It weighs approx. 3 kg.|Lift it.", "The wall is 9 ft. high.",
    "Add 4 lbs. of sugar to the pot.",
  ]
}
