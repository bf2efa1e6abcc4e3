"""The articles that the pages hold. Written for this; nothing is from a site.

A block is a paragraph; `# ` begins a subheading, `* ` an item of a list, `> ` a quotation set apart. `[words]` is a link.
"""

ENGLISH = [
    {
        "title": "Fire at the old mill leaves forty people without a home",
        "author": "Ann Lee", "day": "2026-03-01", "shown": "March 1, 2026", "lang": "en-US",
        "text": """A fire broke out at the old mill on Sunday night, and forty people had to leave their homes, the police said.

“We lost everything that we owned,” said Bo Berg, who has lived beside it for more than twenty years. “The photographs, my father's tools, all of it.”

Nobody was hurt.

The firemen of three towns, some of them on their first night of duty, fought the flames until the morning came. [The mill, built in 1871, was sold last year] to a company that meant to turn it into flats.

“It could have been worse, and we know it,” said the mayor, Carla Diaz, who came at midnight and stayed until dawn.

“How much worse?” a neighbour asked her.

“Much worse,” she said.

Firefighters first thought that the roof could be saved, but a wall fell shortly after two in the morning and took the roof with it, according to the fire chief, Omar Haddad. He said that a cable in the east wing was being looked at as a possible cause.

The council, the owner and the insurers will meet on Tuesday to decide what becomes of the building. Until then, families sleep in the school's gymnasium, where volunteers have set up beds and a kitchen.

“We will stay as long as they let us,” said Berg.""",
    },
    {
        "title": "Council votes to close the harbour to large ships",
        "author": "Omar Wells", "day": "2026-02-10", "shown": "February 10, 2026", "lang": "en-GB",
        "text": """The city council voted on Monday to close the old harbour to large ships from next summer, by thirty votes to twelve, after a debate of six hours that filled the gallery.

“The quays were built for sailing boats, not for hotels that float,” said Carla Diaz, who brought the motion and has fought for it since she was elected.

# What changes

From June on, no ship with more than five hundred guests may tie up at the quays:

* Ships of up to five hundred guests may come, two a day at most.

* Larger ones must use the new terminal, outside of the town.

* All of them have to turn off their engines while they lie in port.

Shopkeepers near the harbour fear for their trade; about a third of their guests come from the ships, they say. “Nobody asked us what it will cost,” said Ida Brook, who sells ice cream on the quay.

“Nobody?” asked Diaz when she was told. “We held four meetings.”

# What comes next

The new terminal is to be ready in two years, and a bus will bring guests to the centre. Until then, the council will pay for boats that carry them from ships at anchor in the bay, [a service that cost 1.2 million last year].

The shipping companies said that they would look at the decision before they say whether they go to court. One of them, which has called at the port since 1994, has already taken it off next year's list.""",
    },
    {
        "title": "Teachers end their strike after a night of talks",
        "author": "Maria Stone", "day": "2025-11-20", "shown": "20 November 2025", "lang": "en-GB",
        "text": """Schools open again on Thursday after the teachers' union and the county reached an agreement at four in the morning, ending a strike of nine days.

The agreement, which members still have to accept, raises pay by 5.5 per cent over two years and limits classes to twenty-six children. “It is not all that we wanted, but it is far more than they offered a week ago,” said Peter Novak, who leads the union.

The county's chief negotiator, Lena Fischer, called it “a good day for children”. She said the money would come from a fund that had been put aside for new buildings.

Parents who waited outside were relieved. “I have taken nine days of leave,” said one. “I have none left.”

Not everyone was pleased. Two members of the county's board said that they would vote against it, because the buildings cannot wait; the roof of one school has leaked for three winters.

“We pay for one hole by digging another,” said one of them, Hugo Brandt.

Members vote next week. If they accept, the new pay is due from January on.""",
    },
    {
        "title": "‘I still hear the engine’: the pilot who landed on the lake",
        "author": "Jo Marsh", "day": "2025-08-03", "shown": "August 3, 2025", "lang": "en-US", "kind": "interview",
        "text": """Ruth Adler was alone with eleven passengers when both engines stopped. A year later she talks about the ninety seconds before she put her plane down on the lake.

What do you remember first?

The quiet. People think that it is loud when engines fail. It is the opposite. You hear the wind and you hear people breathe.

When did you know that you would not reach the runway?

At once. You look at the height and at the distance, and there is nothing to work out. “We are going to the lake,” I told them. I said it as if I had planned it.

Were you afraid?

No.

Not at all?

Afterwards, yes. On the shore somebody gave me a blanket, and I could not hold it. I still hear the engine stop, most nights, between three and four.

The investigators praised your decision. What would you do otherwise?

I would have told them to take off their shoes. One man could not swim with his boots. He tells everybody that I saved him, but it was the woman in the seat behind who pulled him out.

Do you fly again?

Since March. Small planes, and never over water. That is a joke. I live by the lake; one cannot take off here without flying over water.""",
    },
    {
        "title": "Seven small towns that have saved their cinemas",
        "author": "Tess Hall", "day": "2026-01-15", "shown": "Jan. 15, 2026", "lang": "en-US", "kind": "list",
        "text": """Every month a cinema closes somewhere in the country, and most of them stay closed. These places found another way.

# 1. Alder: the bakers run it

When the last owner died, the bakers across the street bought the house for the price of an oven. Bread is baked below the screen; on cold nights the first three rows are sold out because the floor is warm.

# 2. Birch Falls: a share for everybody

Nine hundred families own one share each, and nobody may own two. “It is the only meeting in town that ends with a film,” says the chairwoman, Gwen Poole.

# 3. Cedar Point: school in the morning

The county rents the hall from eight until noon. Geography is better on a large screen, the teachers say, and the rent pays for the heating.

# 4. Dunmore: one film a week

Only one. It is chosen by a different household each time, and people come because they want to see what their neighbours like.

# 5. Elm Bay: open when it rains

A yellow lamp on the roof says whether there is a show. The fishermen run it, and when the weather is good, they are at sea.

# 6. Fairview: the night shift

The mill works around the clock, and so does the cinema: the first film begins at six in the morning.

# 7. Gorse: no roof at all

The roof was too dear to mend. They took it off, put in heaters and blankets, and sold twice as many tickets as the year before.""",
    },
    {
        "title": "Central bank leaves rates unchanged and hints at a cut in spring",
        "author": "Paul Okafor", "day": "2026-01-29", "shown": "29 January 2026 14:05", "lang": "en-GB",
        "text": """The central bank left its key rate at 3.75 per cent on Thursday, as analysts had expected, and said for the first time since 2023 that a cut was possible “in the coming quarters”.

Seven of the nine members of the board voted for the decision; two wanted to lower the rate at once. “Inflation has come down faster than we thought, and we should not wait until it hurts,” one of the two, Helen Ward, wrote in her note.

The governor, Simon Achterberg, was more careful. “A hint is not a promise,” he told reporters. He said that wages still rise too fast, by 4.1 per cent over the year, and that the price of energy could turn again.

The currency lost 0.4 per cent after the announcement. Shares of builders rose.

“They will cut in May, and then at every second meeting,” said Dora Lind, an economist at the bank Nordhaus. Others expect the first step in August.

The board meets again on 19 March.""",
    },
    {
        "title": "Museum returns a bronze head after forty years",
        "author": "Nia Cole", "day": "2025-12-05", "shown": "5 December 2025", "lang": "en-GB", "kind": "short",
        "text": """The city's museum gave a bronze head back to the town of Oke on Friday, forty years after the town first asked for it.

“It left in a soldier's bag and it comes home in a box with a blue ribbon,” said the town's speaker, Ayo Balogun. The head will stand in the hall of the market, where anybody can see it for nothing.""",
    },
    {
        "title": "What the drought has done to the valley, in the words of those who farm it",
        "author": "Sam Rivers and Ines Duarte", "day": "2025-09-14", "shown": "Sunday, September 14, 2025", "lang": "en-US", "kind": "long",
        "text": """By the time the river stopped, the frogs had been gone for a month. That was how the Ortega family knew that this year would be different: not by the gauges, which the state reads every morning, but by the silence after dark.

“My grandfather wrote down the day on which the frogs came back each spring,” said Luz Ortega, who grows almonds on sixty acres east of the bridge. “There is a list on the wall of the barn. It has seventy-one lines. There is no seventy-second.”

The valley has had three dry winters in a row. The reservoir stands at eleven per cent, the lowest figure since it was filled in 1958, and the water district has told farmers that none of them will get any from the canal before November at the earliest.

What is left lies under the ground, and it lies deeper every month. Ortega's well was drilled to two hundred feet in 1996. It went dry in June. The new one goes down to nine hundred and cost as much as a house.

# “We are farming our children's water”

Not everybody can pay for that. Along the road to Marrow, one field in four has been left bare, and dust blows from them across the others.

“We are farming our children's water,” said Ben Sato, a former president of the water district, who has let his own land lie fallow for two years. “I do not say that to make myself look good. I could afford to stop. My neighbour cannot.”

His neighbour, Will Tanner, put it another way. “If I stop pumping, the company next door does not. The water goes to them. Tell me what I have saved.”

The company next door is Greenlane, which owns nine thousand acres and has drilled fourteen wells since 2022. It said in a statement that it uses “less water per pound of nuts than any grower in the state” and that it follows all rules.

# A law that begins in 2040

There are rules, but they begin late. A law of 2014 requires the valley to pump no more than rain puts back, by 2040. Plans for it were sent back twice by the state, most recently in March, since they did not say who has to stop.

“Everyone agrees that somebody must,” said Karen Wu, who teaches water law at the state university and has read all of the plans. “That is the last sentence on which they agree.”

She thinks that the courts will decide it, as they did in the south of the state, where a judge shared out the water well by well. It took nineteen years.

Luz Ortega does not have nineteen years. She has let go two of her five workers. In the evening she sits on the step behind the barn, out of habit, and listens.""",
    },
]

FOREIGN = {
    "de": {
        "title": "Stadtrat stimmt für die Sperrung der Altstadt",
        "author": "Klaus Weber", "day": "2026-02-17", "shown": "17. Februar 2026", "lang": "de",
        "text": """Der Stadtrat hat am Dienstag mit großer Mehrheit beschlossen, die Altstadt vom kommenden Herbst an für Autos zu sperren. Lieferwagen dürfen morgens bis zehn Uhr hinein, Anwohner behalten ihre Stellplätze.

„Die Straßen gehören wieder den Menschen, die hier wohnen“, sagte Oberbürgermeisterin Petra Lang nach der Abstimmung. Sie sprach von einem Beschluss, auf den die Stadt seit zwanzig Jahren gewartet habe.

Die Händler sind geteilter Meinung. „Wer mit dem Auto kommt, kauft mehr“, sagte der Vorsitzende des Gewerbevereins, Jens Kuhn. Andere hoffen auf mehr Gäste in den Cafés.

Kuhn kündigte an, gegen den Beschluss zu klagen.

Für die Busse werden vier neue Haltestellen gebaut, die nach Angaben der Verwaltung rund 900.000 Euro kosten. Die ersten Schilder sollen im August stehen.""",
    },
    "fr": {
        "title": "Le marché couvert rouvre après trois ans de travaux",
        "author": "Claire Morel", "day": "2025-10-04", "shown": "4 octobre 2025", "lang": "fr",
        "text": """Le marché couvert a rouvert ses portes samedi matin, après trois ans de travaux et deux reports, devant plusieurs centaines d'habitants qui attendaient depuis l'aube.

« Nous avons gardé la verrière, le sol et les odeurs », a plaisanté la maire, Hélène Roux, en coupant le ruban. Le chantier a coûté 14 millions d'euros, soit quatre de plus que prévu.

Sur les soixante commerçants d'autrefois, quarante-deux sont revenus. « J'ai vendu mon fromage sous une tente pendant trois hivers, alors je ne vais pas me plaindre du loyer », raconte Marcel Petit, installé près de l'entrée nord.

L'opposition critique la hausse des loyers. Selon elle, trois étals sur dix restent vides.

La mairie promet une baisse de dix pour cent la première année.""",
    },
    "es": {
        "title": "El puente viejo se abrirá al tráfico en primavera",
        "author": "Lucía Ortiz", "day": "2026-01-08", "shown": "8 de enero de 2026", "lang": "es",
        "text": """El puente viejo se abrirá de nuevo al tráfico en primavera, un año antes de lo previsto, según anunció este jueves el consejero de Obras Públicas, Andrés Gil.

«Hemos trabajado de noche y hemos trabajado con lluvia», dijo el consejero durante una visita a las obras. Los vecinos de la orilla sur llevan dos años dando un rodeo de once kilómetros.

La asociación de vecinos recibió la noticia con cautela. «Nos prometieron el puente tres veces», recordó su presidenta, Carmen Rey. «Lo creeré cuando lo cruce».

El coste final será de 23 millones de euros, un doce por ciento más que el presupuesto inicial.

Los camiones tendrán que esperar hasta el verano.""",
    },
    "ja": {
        "title": "古い橋の工事が終わり、春から通れるように",
        "author": "田中花子", "day": "2026-02-03", "shown": "2026年2月3日", "lang": "ja",
        "text": """市は三日、二年前の台風で壊れた古い橋の工事がほぼ終わり、四月一日から車も人も通れるようになると発表した。予定より半年早い。

「住民の皆さんには長い間ご不便をおかけした」と市長の佐藤健一氏は記者会見で述べた。川の南側に住む人たちは、駅に行くのに毎日三十分の回り道をしていた。

商店街の会長、山本和夫さんは「客が戻ってくるかどうかはまだ分からない」と話す。二年の間に十二の店が閉まった。

工事の費用はおよそ十八億円で、国が半分を払う。開通の日には、近くの小学校の児童が最初に橋を渡る。""",
    },
    "ru": {
        "title": "В старом порту открыли новый маяк",
        "author": "Анна Лебедева", "day": "2025-09-21", "shown": "21 сентября 2025", "lang": "ru",
        "text": """В воскресенье в старом порту открыли новый маяк, который построили на месте прежнего, разрушенного штормом четыре года назад. На церемонию пришли несколько сотен жителей города.

«Мы ждали этого света четыре зимы», — сказал капитан порта Игорь Соколов. По его словам, за это время рыбаки трижды садились на мель у северного мыса.

Маяк виден за двадцать миль. Он работает от солнечных батарей и не нуждается в смотрителе.

Бывший смотритель, Павел Громов, получил ключ от башни на память. «Дверь всё равно не запирается», — заметил он.

Строительство обошлось в триста миллионов рублей.""",
    },
}
