"""Hedges: another attitude of a reporting verb, another certainty; words of one kind are equal."""

from __future__ import annotations

import pytest

from tests.core.facts.cases import Case, by_language, check

ENGLISH = [
    Case(
        "said becomes claimed",
        "The minister said the tunnel would be finished before the summer.",
        "The minister claimed the tunnel would be finished before the summer.",
        "hedge",
        "said",
        "claimed",
    ),
    Case(
        "saying becomes implying",
        "The coach spoke to fans on Sunday, saying the club had ignored his advice.",
        "The coach spoke to fans on Sunday, implying the club had ignored his advice.",
        "hedge",
        "saying",
        "implying",
    ),
    Case(
        "say becomes believe",
        "Doctors at the clinic say the new drug shortens the illness by a week.",
        "Doctors at the clinic believe the new drug shortens the illness by a week.",
        "hedge",
        "say",
        "believe",
        "look",
    ),
    Case(
        "said becomes admitted",
        "The company said that three lorries had left the depot without papers.",
        "The company admitted that three lorries had left the depot without papers.",
        "hedge",
        "said",
        "admitted",
        "look",
    ),
    Case(
        "reportedly added",
        "The actor has sold his house on the coast to a Swiss couple.",
        "The actor has reportedly sold his house on the coast to a Swiss couple.",
        "hedge",
        "",
        "reportedly",
        "look",
    ),
    Case(
        "may becomes will",
        "Frequent charging at high voltage may shorten the life of the battery.",
        "Frequent charging at high voltage will shorten the life of the battery.",
        "hedge",
        "may",
        "will",
    ),
    Case(
        "is becomes may be",
        "The old mine is a danger to hikers who leave the marked path.",
        "The old mine may be a danger to hikers who leave the marked path.",
        "hedge",
        "",
        "may",
        "look",
    ),
    Case(
        "suggests becomes proves",
        "The trial with forty mice suggests that the enzyme protects the liver.",
        "The trial with forty mice proves that the enzyme protects the liver.",
        "hedge",
        "suggests",
        "proves",
    ),
    Case(
        "allegedly dropped",
        "The accountant allegedly moved the money to an account in Malta.",
        "The accountant moved the money to an account in Malta.",
        "hedge",
        "allegedly",
        "",
        "look",
    ),
    Case(
        "a word of certainty added",
        "The defendant knew that the brakes of the bus had failed twice.",
        "The defendant undoubtedly knew that the brakes of the bus had failed twice.",
        "hedge",
        "",
        "undoubtedly",
        "look",
    ),
    Case("said and told", "The mayor said the bridge was safe.", "The mayor told reporters the bridge was safe."),
    Case("said and added", "The mayor said the old bridge was safe for cars.", "The mayor added that the old bridge was safe for cars."),
    Case("said and revealed", "The bank said it had closed ten branches.", "The bank revealed it had closed ten branches."),
    Case("may and might", "The ferry may be late because of the strong wind.", "The ferry might be late because of the strong wind."),
    Case("perhaps and maybe", "Perhaps the letter was lost on the way to Cork.", "Maybe the letter was lost on the way to Cork."),
    Case("probably and likely", "The fire was probably caused by a cigarette.", "The fire was likely caused by a cigarette."),
    Case(
        "reportedly and reports",
        "The singer reportedly left the hotel at night.",
        "According to reports, the singer left the hotel at night.",
    ),
    Case("the month of May", "The museum opens to the public in May.", "The museum opens to the public."),
    Case("a noun is no verb", "The court rejected the claim of the tenants.", "The court rejected the demand of the tenants."),
    Case("may and can", "The lamp may become hot during use in the workshop.", "The lamp can become hot during use in the workshop."),
    Case(
        "a risk that is told otherwise",
        "The dam may burst within the next few days.",
        "There is a risk the dam bursts within the next few days.",
    ),
]

GERMAN = [
    Case(
        "sagte wird behauptete",
        "Der Minister sagte, die Brücke sei sicher.",
        "Der Minister behauptete, die Brücke sei sicher.",
        "hedge",
        "sagte",
        "behauptete",
    ),
    Case(
        "angeblich fällt weg",
        "Der Makler hat angeblich drei Häuser in Lübeck gekauft.",
        "Der Makler hat drei Häuser in Lübeck gekauft.",
        "hedge",
        "angeblich",
        "",
        "look",
    ),
    Case(
        "vielleicht wird sicherlich",
        "Das alte Kraftwerk geht vielleicht noch in diesem Jahr vom Netz.",
        "Das alte Kraftwerk geht sicherlich noch in diesem Jahr vom Netz.",
        "hedge",
        "vielleicht",
        "sicherlich",
    ),
    Case(
        "soll haben ist Hörensagen",
        "Der Fahrer soll vor der Fahrt zwei Gläser Wein getrunken haben.",
        "Der Fahrer hat vor der Fahrt zwei Gläser Wein getrunken.",
        "hedge",
        "soll",
        "",
        "look",
    ),
    Case("sagte und erklärte", "Die Richterin sagte, das Urteil falle am Montag.", "Die Richterin erklärte, das Urteil falle am Montag."),
    Case(
        "vielleicht und möglicherweise",
        "Vielleicht kommt der Zug wegen des Schnees später an.",
        "Möglicherweise kommt der Zug wegen des Schnees später an.",
    ),
    Case("wahrscheinlich und vermutlich", "Das Feuer brach wahrscheinlich im Keller aus.", "Das Feuer brach vermutlich im Keller aus."),
    Case("angeblich und soll", "Er hat den Ring angeblich in einem Zug gefunden.", "Er soll den Ring in einem Zug gefunden haben."),
]

FRENCH = [
    Case(
        "dit devient prétendu",
        "Le ministre a déclaré que le pont était sûr.",
        "Le ministre a prétendu que le pont était sûr.",
        "hedge",
        "déclaré",
        "prétendu",
    ),
    Case(
        "le conditionnel tombe",
        "L'acteur aurait vendu sa maison de campagne à un couple suisse.",
        "L'acteur a vendu sa maison de campagne à un couple suisse.",
        "hedge",
        "aurait",
        "",
        "look",
    ),
    Case(
        "probablement tombe",
        "L'incendie a probablement commencé dans la cave du restaurant.",
        "L'incendie a commencé dans la cave du restaurant.",
        "hedge",
        "probablement",
        "",
        "look",
    ),
    Case("déclaré et expliqué", "La juge a déclaré que le procès durerait un mois.", "La juge a expliqué que le procès durerait un mois."),
    Case(
        "peut-être et éventuellement",
        "Le train arrivera peut-être avec une heure de retard.",
        "Le train arrivera éventuellement avec une heure de retard.",
    ),
    Case(
        "un vrai conditionnel",
        "Si la pluie cessait, le match aurait lieu dimanche.",
        "Si la pluie cessait, le match se tiendrait dimanche.",
    ),
]

SPANISH = [
    Case(
        "dijo pasa a alegó",
        "El ministro dijo que el puente era seguro.",
        "El ministro alegó que el puente era seguro.",
        "hedge",
        "dijo",
        "alegó",
    ),
    Case(
        "presuntamente se pierde",
        "El contable presuntamente desvió el dinero a una cuenta en Malta.",
        "El contable desvió el dinero a una cuenta en Malta.",
        "hedge",
        "presuntamente",
        "",
        "look",
    ),
    Case(
        "sugiere pasa a demuestra",
        "El estudio con ratones sugiere que la enzima protege el hígado.",
        "El estudio con ratones demuestra que la enzima protege el hígado.",
        "hedge",
        "sugiere",
        "demuestra",
    ),
    Case("dijo y explicó", "La jueza dijo que el juicio duraría un mes.", "La jueza explicó que el juicio duraría un mes."),
    Case("quizá y tal vez", "Quizá la carta se perdió en el camino a Vigo.", "Tal vez la carta se perdió en el camino a Vigo."),
    Case(
        "supuestamente y presuntamente", "El chófer supuestamente bebió antes del viaje.", "El chófer presuntamente bebió antes del viaje."
    ),
]

ALL = by_language(ENGLISH, GERMAN, FRENCH, SPANISH)


@pytest.mark.parametrize(("language", "case"), ALL, ids=lambda value: value.name if isinstance(value, Case) else value)
def test_certainty(language: str, case: Case) -> None:
    check(case, language)
