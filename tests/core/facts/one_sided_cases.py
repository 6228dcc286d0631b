"""Hard cases of new claims and lost facts by language, half of them decoys: other words for the same."""

from __future__ import annotations

from tests.core.facts.cases import Case

TUNNEL = "The tunnel under the river was closed for repairs on the first day of the holidays."
FERRY = "A ferry carries cyclists across the water while the works go on."
SHOPS = "Shopkeepers near the entrance complain that their customers stay away."

ENGLISH = (
    Case(
        "plain sentence",
        f"{TUNNEL} {SHOPS}",
        f"{TUNNEL} Everybody hopes for better weather soon. {SHOPS}",
        "claim",
        "",
        "Everybody hopes for better weather soon.",
        "look",
    ),
    Case(
        "sentence with a new name",
        f"{TUNNEL} {SHOPS}",
        f"{TUNNEL} The engineer Amelia Hartwell promised a quick end to it all. {SHOPS}",
        "claim",
        "",
        "The engineer Amelia Hartwell promised a quick end to it all.",
    ),
    Case(
        "sentence with a new number",
        f"{TUNNEL} {SHOPS}",
        f"{TUNNEL} Repainting the walls alone took 340 tins of colour. {SHOPS}",
        "claim",
        "",
        "Repainting the walls alone took 340 tins of colour.",
    ),
    Case(
        "sentence with an accusation",
        f"{TUNNEL} {SHOPS}",
        f"{TUNNEL} One contractor has been accused of taking bribes. {SHOPS}",
        "claim",
        "",
        "One contractor has been accused of taking bribes.",
    ),
    Case("decoy: credit", f"{TUNNEL}\n\n{SHOPS}", f"{TUNNEL}\n\n[Image by Jo Marsh/Harbour Pictures]\n\n{SHOPS}"),
    Case("decoy: call to read on", f"{TUNNEL}\n\n{SHOPS}", f"{TUNNEL}\n\nRead more: our guide to the holidays.\n\n{SHOPS}"),
    Case("dropped sentence", f"{TUNNEL} {FERRY} {SHOPS}", f"{TUNNEL} {SHOPS}", "loss", FERRY, "", "look"),
    Case(
        "clause at the end",
        "The minister visited the flooded village on foot.",
        "The minister visited the flooded village on foot, ignoring the advice of her doctors.",
        "claim",
        "",
        "ignoring the advice of her doctors",
        "look",
    ),
    Case(
        "phrase with one new word",
        "The climbers were found by a rescue team after the storm.",
        "The climbers were found in a cave by a rescue team after the storm.",
        "claim",
        "",
        "in a cave",
        "look",
    ),
    Case(
        "cause put in",
        "The bridge to the island has been closed to lorries.",
        "The bridge to the island has been closed to lorries because of rust.",
        "claim",
        "",
        "because of rust",
        "look",
    ),
    Case(
        "judging word",
        "The council agreed to sell the old library to a hotel group.",
        "The council reluctantly agreed to sell the old library to a hotel group.",
        "claim",
        "",
        "reluctantly",
        "look",
    ),
    Case(
        "accusation inside",
        "The treasurer left the club in the summer after ten years.",
        "The treasurer left the club in the summer after ten years amid claims of embezzlement.",
        "claim",
        "",
        "embezzlement",
    ),
    Case(
        "adjective put in",
        "The farm sells milk to schools in the valley.",
        "The farm sells raw milk to schools in the valley.",
        "claim",
        "",
        "raw",
        "look",
    ),
    Case(
        "adjective left out",
        "The study followed diabetic patients for a decade after surgery.",
        "The study followed patients for a decade after surgery.",
        "loss",
        "diabetic",
        "",
        "look",
    ),
    Case(
        "feeling left out",
        "The neighbours are angry about the plan for a second runway near the village.",
        "The neighbours are with the plan for a second runway near the village.",
        "loss",
        "angry",
        "",
        "look",
    ),
    Case(
        "condition left out",
        "The medicine relieves pain within an hour, provided that patients drink plenty of water beforehand.",
        "The medicine relieves pain within an hour.",
        "condition",
        "provided that patients drink plenty of water beforehand",
        "",
        "look",
    ),
    Case(
        "qualifier left out",
        "The new vaccine partly protects older patients against the virus.",
        "The new vaccine protects older patients against the virus.",
        "loss",
        "partly",
        "",
        "look",
    ),
    Case(
        "decoy: longer wording",
        "The court must decide by Friday whether the factory may reopen.",
        "By Friday, the court will have to make a decision on whether or not the factory may reopen.",
    ),
    Case(
        "decoy: told elsewhere",
        "The singer Lena grew up in a fishing village. She will open the festival with old songs.",
        "The singer Lena grew up in a fishing village. Lena, who grew up in a fishing village, will open the festival with old songs.",
    ),
    Case(
        "decoy: voice",
        "A committee of experts examined the wreck last week.",
        "The wreck was examined last week by a committee of experts.",
    ),
    Case("decoy: light nouns and verbs", "Police searched the house.", "Police officers carried out a search of the house."),
    Case(
        "decoy: split sentence",
        "The comet, which was discovered in spring, will pass the sun in autumn.",
        "The comet was discovered in spring. It will pass the sun in autumn.",
    ),
    Case(
        "decoy: spelt out",
        "The agency tested the new MRI machine on volunteers.",
        "The agency tested the new magnetic resonance imaging machine on volunteers.",
    ),
    Case(
        "decoy: connectives",
        "The first attempt failed. The team tried a thinner wire.",
        "The first attempt failed. Therefore, the team then tried a thinner wire instead.",
    ),
    Case("decoy: other adverb", "The crowd was very quiet during the speech.", "The crowd was extremely quiet during the speech."),
    Case("decoy: form of the word", "Switch the pump off before cleaning the filter.", "Before you clean the filter, switch off the pump."),
    Case(
        "another word for how often",
        "The seeds are often sold in paper bags at the market.",
        "The seeds are frequently sold in paper bags at the market.",
    ),
    Case("a word of stress is gone", "She was particularly fond of the old bridge.", "She was fond of the old bridge."),
)
GERMAN = (
    Case(
        "neuer Nebensatz",
        "Die Ministerin besuchte das überflutete Dorf zu Fuß.",
        "Die Ministerin besuchte das überflutete Dorf zu Fuß, obwohl ihre Ärzte dringend abgeraten hatten.",
        "claim",
        "",
        "obwohl ihre Ärzte dringend abgeraten",
        "look",
    ),
    Case(
        "wertendes Wort",
        "Der Stadtrat verkaufte die alte Bücherei an eine Hotelkette.",
        "Der Stadtrat verkaufte leider die alte Bücherei an eine Hotelkette.",
        "claim",
        "",
        "leider",
        "look",
    ),
    Case(
        "Einschränkung fehlt",
        "Der neue Impfstoff schützt ältere Patienten teilweise vor dem Virus.",
        "Der neue Impfstoff schützt ältere Patienten vor dem Virus.",
        "loss",
        "teilweise",
        "",
        "look",
    ),
    Case(
        "Köder: umgestellt",
        "Ein Ausschuss untersuchte in der vergangenen Woche das Wrack.",
        "In der vergangenen Woche wurde das Wrack von einem Ausschuss untersucht.",
    ),
    Case(
        "Köder: leere Wörter", "Die Polizei durchsuchte das Haus am Fluss.", "Die Polizei hat außerdem auch das Haus am Fluss durchsucht."
    ),
    Case(
        "Köder: geteilt",
        "Der Komet, der im Frühjahr entdeckt wurde, erreicht die Sonne im Herbst.",
        "Der Komet wurde im Frühjahr entdeckt. Er erreicht die Sonne im Herbst.",
    ),
)
FRENCH = (
    Case(
        "proposition ajoutée",
        "La ministre a visité le village inondé à pied.",
        "La ministre a visité le village inondé à pied, malgré les conseils prudents de ses médecins.",
        "claim",
        "",
        "malgré les conseils prudents de ses médecins",
        "look",
    ),
    Case(
        "mot de jugement",
        "Le conseil a vendu la vieille bibliothèque à un groupe hôtelier.",
        "Le conseil a malheureusement vendu la vieille bibliothèque à un groupe hôtelier.",
        "claim",
        "",
        "malheureusement",
        "look",
    ),
    Case(
        "réserve perdue",
        "Le nouveau vaccin protège partiellement les patients âgés contre le virus.",
        "Le nouveau vaccin protège les patients âgés contre le virus.",
        "loss",
        "partiellement",
        "",
        "look",
    ),
    Case(
        "leurre : passif", "Un comité a examiné l'épave la semaine dernière.", "L'épave a été examinée par un comité la semaine dernière."
    ),
    Case(
        "leurre : mots vides",
        "La police a fouillé la maison près du fleuve.",
        "Par ailleurs, la police a également fouillé la maison près du fleuve.",
    ),
    Case(
        "leurre : phrase coupée",
        "La comète, découverte au printemps, passera près du soleil en automne.",
        "La comète a été découverte au printemps. Elle passera près du soleil en automne.",
    ),
)
SPANISH = (
    Case(
        "frase añadida",
        "La ministra visitó a pie el pueblo inundado.",
        "La ministra visitó a pie el pueblo inundado, ignorando los consejos de sus médicos.",
        "claim",
        "",
        "ignorando los consejos de sus médicos",
        "look",
    ),
    Case(
        "palabra que juzga",
        "El ayuntamiento vendió la vieja biblioteca a un grupo hotelero.",
        "El ayuntamiento vendió lamentablemente la vieja biblioteca a un grupo hotelero.",
        "claim",
        "",
        "lamentablemente",
        "look",
    ),
    Case(
        "reserva perdida",
        "La nueva vacuna protege parcialmente a los pacientes mayores contra el virus.",
        "La nueva vacuna protege a los pacientes mayores contra el virus.",
        "loss",
        "parcialmente",
        "",
        "look",
    ),
    Case(
        "señuelo: pasiva", "Un comité examinó los restos la semana pasada.", "Los restos fueron examinados por un comité la semana pasada."
    ),
    Case(
        "señuelo: palabras vacías", "La policía registró la casa junto al río.", "Además, la policía también registró la casa junto al río."
    ),
    Case(
        "señuelo: frase partida",
        "El cometa, descubierto en primavera, pasará cerca del sol en otoño.",
        "El cometa fue descubierto en primavera. Pasará cerca del sol en otoño.",
    ),
)
