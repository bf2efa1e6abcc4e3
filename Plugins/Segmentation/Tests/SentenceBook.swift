/// Cases over what makes sentence ends hard, from general knowledge of English. A bar stands where a sentence ends and a
/// space follows, a double bar where none does.
///
/// `seen` was looked at while rules were written and weights were trained. `unseen` has other cases of the same kinds,
/// written before any of them was run; of its outcomes only the count was looked at.
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
    // Attribution to a name behind a mark, and none.
    "“Damned fools!” Jenna said.", "“Why now?”|Mr. Hale had no idea.", "“Get out!” Tom Reed shouted.|They left.",
    "\"Who knows?\" Dr. Marsh asked.", "He looked at her, “That is fine.” he said.",
    // Times before days and zones.
    "He left at 5 p.m. Tuesday.", "The call is at 11 a.m. EST on Friday.", "Be here by 9 a.m. Monday, June 4.",
    // Streets and feet, parties of a case, parts of an address.
    "She lives on Elm St.|It is a quiet street.", "He is 6 ft.|She is taller.", "Go down 9th st. near the park.",
    "Baker v. Carr was decided in 1962.|It was close.", "Her flat is Apt. 4, Bldg. 2.|Ring twice.",
    "The oven was at 200 deg. when she came.", "It costs approx. $5.|Pay now.", "That is Henry Ford Jr.’s car.",
    "Were Lena and co. at the concert?", "She worked for the U.S. Congress in Washington.",
    // Other bullets and labels.
    "‣ Wash the rice|‣ Boil the water", "⁃1. Wash the rice|⁃2. Boil the water",
    "- 1. Wash the rice|- 2. Boil the water",
    "◦ Wash the rice|◦ Boil the water", "● Wash the rice|● Boil the water", "1.) The rice|2.) The water|3.) The salt",
    "A) The rice|B) The water|C) The salt", "(a) The rice.|(b) The water.",
    // Signs of numbers, names that begin with a full stop.
    "It is kept as Nº. 4.711.|Ask for it.", "I like .NET.|It is fine.", "The .50 round is heavy.",
    "See § 4.2.|It is new.", "See vol. 3, no. 2, pp. 4-9.|It is old.",
    // No space before a title; names with a mark before a capital.
    "It was late on Friday.‖Mrs. Cole slept.", "He works for Yahoo! Japan.", "Do you Yahoo!?|We do.",
    // Spaced and four-dot ellipses.
    "It ended. . . .|Nobody cried.", "He said so . . . .|She agreed.",
    "It was not ... well, you know...look . . . he never came.",
    "Mill holds that in freedom, “the minds of people grow less narrow. . . .”",
    // Sentences in brackets inside sentences.
    "She sells bread (She once ran a bakery of her own.) at the local market.",
    "\"Marx [...] drew a picture of steps [...]\" (Jones 12).",
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
    // Attribution to a name.
    "“Old cheats!” Marcus said.", "“What then?”|Ms. Ferro could not say.", "“Come back!” Ann Lowe cried.|He ran.",
    "\"Is it far?\" Prof. Adeyemi asked.", "She smiled at him, “You are late.” she said.",
    // Times.
    "They arrived at 3 p.m. Sunday.", "Dinner is at 8 p.m. GMT on Monday.", "Call us by 10 a.m. Thursday, May 9.",
    // Streets and feet, cases, addresses.
    "We met on Mill St.|The shop was shut.", "The wall is 9 ft.|It needs paint.", "Turn into 3rd st. by the bank.",
    "Hale v. Henkel is from 1906.|It is cited still.", "Write to Rm. 12, Bldg. 7.|Nobody calls.",
    "It was 40 deg. in the shade.", "They paid approx. $90.|It was worth it.", "We read John Adams Sr.’s letters.",
    "Has anyone seen Omar and co. today?", "He spoke to the U.S. Senate in March.",
    // Bullets.
    "‣ Cut the wood|‣ Sand the edges", "⁃1. Cut the wood|⁃2. Sand the edges", "- 1. Cut the wood|- 2. Sand the edges",
    "◦ Cut the wood|◦ Sand the edges", "● Cut the wood|● Sand the edges", "1.) The saw|2.) The nails|3.) The glue",
    "A) The saw|B) The nails|C) The glue", "(a) The saw.|(b) The nails.",
    // Signs of numbers.
    "The box bears Nº. 10.382.|Open it.", "She writes .NET code.|He does not.", "A .22 rifle lay there.",
    "Read § 12.1.|It was changed.", "It is in vol. 8, no. 1, pp. 30-31.|Copy it.",
    // No space, and marks.
    "We waited until noon.‖Mr. Diaz came.", "She joined Yahoo! Finance.", "Who yelled Wham!?|Nobody did.",
    // Ellipses.
    "They gave up. . . .|The lights went out.", "It was cut short . . . .|They protested.",
    "I was not ... I mean, that is...wait . . . we were not there.",
    "Rand writes that “no law will ever make us whole. . . .”",
    // Brackets.
    "He repairs boats (He had learnt it as a boy.) in the old harbour.",
    "\"Weber [...] thought of it as a cage [...]\" (Hill 9).",
  ]
}
