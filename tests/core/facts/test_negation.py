"""Negation: added, removed, moved; and the many ways to say the same with another number of negators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import FindingKind, Side
from tests.core.facts.cases import Case, check, compared, loud

ENGLISH = (
    Case(
        "a denied denial confirms",
        "The minister did not deny the report on Friday.",
        "The minister confirmed the report on Friday.",
        "negation",
        "did not deny the report",
        "report",
        "look",
    ),
    Case(
        "not removed",
        "The dam would not harm the salmon that spawn upstream, engineers said.",
        "Engineers said that the dam would harm the salmon which spawn upstream.",
        "negation",
        "would not harm",
        "would harm",
    ),
    Case(
        "contraction added",
        "The new rules apply to shops that open on Sundays in the old town.",
        "The new rules don’t apply to shops that open on Sundays in the old town.",
        "negation",
        "apply",
        "don’t apply",
    ),
    Case(
        "apostrophe lost",
        "The council won t pay for the repairs to the harbour wall.",
        "The council will pay for the repairs to the harbour wall.",
        "negation",
        "won t pay",
        "will pay",
    ),
    Case(
        "no for some",
        "Investigators found some evidence of fraud in the ledgers of the bank.",
        "Investigators found no evidence of fraud in the ledgers of the bank.",
        "negation",
        "evidence",
        "no evidence",
    ),
    Case(
        "failed to",
        "The probe captured clear pictures of the far side of the moon.",
        "The probe failed to capture clear pictures of the far side of the moon.",
        "negation",
        "captured",
        "failed to capture",
    ),
    Case(
        "never removed",
        "The minister never met the owner of the factory before the vote.",
        "The minister met the owner of the factory before the vote.",
        "negation",
        "never met",
        "met",
    ),
    Case(
        "affix added",
        "The committee called the delay acceptable in its final report.",
        "The committee called the delay unacceptable in its final report.",
        "negation",
        "acceptable",
        "unacceptable",
    ),
    Case(
        "affix removed",
        "The figures in the annual report were incorrect, the auditor wrote.",
        "The figures in the annual report were correct, the auditor wrote.",
        "negation",
        "incorrect",
        "correct",
    ),
    Case(
        "moved to another word",
        "He said that he wasn't happy living with his brother in Leeds.",
        "He said that he was happy not living with his brother in Leeds.",
        "negation",
        "wasn't happy",
        "not living",
    ),
    Case(
        "without for with",
        "The model learns to parse with explicit supervision from the teachers.",
        "The model learns to parse without explicit supervision from the teachers.",
        "negation",
        "explicit",
        "without explicit",
    ),
    Case(
        "no longer",
        "Passengers will no longer be asked to show a vaccination card at the gate.",
        "Passengers will be asked to show a vaccination card at the gate.",
        "negation",
        "will no longer be asked",
        "be asked",
    ),
    Case(
        "nobody",
        "After the meeting, somebody agreed to help the committee with the hall.",
        "After the meeting, nobody agreed to help the committee with the hall.",
        "negation",
        "agreed",
        "nobody agreed",
    ),
    Case(
        "unable to",
        "Doctors were able to save the driver after the crash on the bridge.",
        "Doctors were unable to save the driver after the crash on the bridge.",
        "negation",
        "save",
        "were unable to save",
    ),
    Case("unable", "The crew was not able to close the hatch.", "The crew was unable to close the hatch."),
    Case("n't and not", "The plan doesn't cover damage by water.", "The plan does not cover damage by water."),
    Case("apostrophe lost or not", "I don t know what they want, he said.", "“I don’t know what they want,” he said."),
    Case(
        "affix for not",
        "The union does not agree with the findings of the panel.",
        "The union disagrees with the findings of the panel.",
    ),
    Case("impossible", "It is not possible to repair the valve on site.", "It is impossible to repair the valve on site."),
    Case(
        "double negation",
        "A compromise is not impossible, the mediator said on Friday.",
        "A compromise is possible, the mediator said on Friday.",
    ),
    Case(
        "harmless",
        "The agency said that the gas would not harm residents.",
        "The agency said that the gas would be harmless to residents.",
    ),
    Case(
        "not unless",
        "She would not support the bridge unless the mayor publishes the study.",
        "She will support the bridge only if the mayor publishes the study.",
    ),
    Case("no less than", "At least eight ships left the port on Monday.", "No less than eight ships left the port on Monday."),
    Case("no fewer than", "At least eight ships left the port on Monday.", "No fewer than eight ships left the port on Monday."),
    Case(
        "not only",
        "The storm damaged roofs and it also flooded two schools in the valley.",
        "The storm not only damaged roofs but also flooded two schools in the valley.",
    ),
    Case(
        "no doubt",
        "The verdict will surely be appealed, lawyers for the family said.",
        "No doubt the verdict will be appealed, lawyers for the family said.",
    ),
    Case(
        "whether or not",
        "The panel will decide whether the mine may open next year.",
        "The panel will decide whether or not the mine may open next year.",
    ),
    Case("nothing but", "The witness told the court only the truth.", "The witness told the court nothing but the truth."),
    Case("number sign", "He lived at No. 5 Mill Lane for years.", "He lived at 5 Mill Lane for years."),
    Case("tag question", "It is a bold plan, isn't it?", "It is a bold plan."),
    Case(
        "raising",
        "I do not think that the court will hear the case this year.",
        "I think that the court will not hear the case this year.",
    ),
    Case(
        "fails to for not",
        "Write to the help desk if the website is not working.",
        "Write to the help desk if the website fails to work.",
    ),
    Case("lack of", "There was no evidence for the claim in the essay.", "There was a lack of evidence for the claim in the essay."),
    Case(
        "never and not once",
        "He never visited the town in which his father was born.",
        "He did not ever visit the town in which his father was born.",
    ),
    Case(
        "neither",
        "The firm did not confirm and did not deny the report on Tuesday.",
        "The firm neither confirmed nor denied the report on Tuesday.",
    ),
    Case(
        "hyphen or none",
        "The states drafted a non-binding list of priorities.",
        "The states drafted a nonbinding list of priorities.",
    ),
    Case(
        "not until",
        "The flu was not seen as a threat until the outbreak in the city.",
        "The flu was seen as a threat only after the outbreak in the city.",
    ),
    Case(
        "instead of",
        "The firm paid in shares rather than cash for the mill.",
        "The firm paid in shares instead of cash for the mill.",
    ),
    Case(
        "something else denied",
        "The council said the school was not paying teachers a living wage, and it promised to meet on Monday.",
        "The council said the school was not allowing any parents into the building, and it promised to meet on Monday.",
        "negation",
        "not paying teachers a living",
        "not allowing any parents into the building",
        "look",
    ),
    Case(
        "the same denied in other words",
        "The council said it was not able to pay the bill, and it promised to meet on Monday.",
        "The council said it was not in a position to pay the bill, and it promised to meet on Monday.",
    ),
    Case(
        "synonyms of what is denied",
        "The mushroom was not deemed to be a threat to cattle until the spring flood.",
        "The mushroom was not considered to be a danger to cattle until the spring flood.",
    ),
    Case(
        "a word that only seems to hold an affix",
        "One who shells his peas gets rid of the pods as best he can.",
        "One who shells his peas disposes of the pods as best he can.",
    ),
)
GERMAN = (
    Case(
        "nicht entfallen",
        "Das Gerät darf nicht im Freien betrieben werden, heißt es im Handbuch.",
        "Das Gerät darf im Freien betrieben werden, heißt es im Handbuch.",
        "negation",
        "darf nicht im Freien",
        "Freien",
    ),
    Case(
        "kein für ein",
        "Die Ermittler fanden einen Hinweis auf Brandstiftung im Keller des Hauses.",
        "Die Ermittler fanden keinen Hinweis auf Brandstiftung im Keller des Hauses.",
        "negation",
        "Hinweis",
        "keinen Hinweis",
    ),
    Case(
        "nie hinzugefügt",
        "Der Minister hat den Vertrag gelesen, bevor er ihn unterschrieb.",
        "Der Minister hat den Vertrag nie gelesen, bevor er ihn unterschrieb.",
        "negation",
        "gelesen",
        "nie gelesen",
    ),
    Case(
        "ohne für mit",
        "Der Umbau begann mit Genehmigung der Stadt im Frühjahr.",
        "Der Umbau begann ohne Genehmigung der Stadt im Frühjahr.",
        "negation",
        "Genehmigung",
        "ohne Genehmigung",
    ),
    Case(
        "Vorsilbe",
        "Die Richter nannten die Verzögerung zulässig und wiesen die Klage ab.",
        "Die Richter nannten die Verzögerung unzulässig und wiesen die Klage ab.",
        "negation",
        "zulässig",
        "unzulässig",
    ),
    Case("un- für nicht", "Es ist nicht möglich, das Ventil zu öffnen.", "Es ist unmöglich, das Ventil zu öffnen."),
    Case("nicht nur", "Der Sturm deckte Dächer ab und auch Ställe.", "Der Sturm deckte nicht nur Dächer ab, sondern auch Ställe."),
    Case(
        "es sei denn",
        "Sie stimmt dem Bau nicht zu, es sei denn, der Rat legt das Gutachten offen.",
        "Sie stimmt dem Bau nur zu, wenn der Rat das Gutachten offenlegt.",
    ),
    Case("nicht weniger als", "Mindestens acht Schiffe liefen am Montag aus.", "Nicht weniger als acht Schiffe liefen am Montag aus."),
    Case(
        "kein und nicht ein",
        "Das Unternehmen nannte keinen Termin für den Umzug.",
        "Das Unternehmen nannte nicht einen Termin für den Umzug.",
    ),
    Case("Nachfrage", "Das ist ein kühner Plan, nicht wahr?", "Das ist ein kühner Plan."),
)
FRENCH = (
    Case(
        "ne pas retiré",
        "Le maire ne soutient pas le projet de pont sur la rivière.",
        "Le maire soutient le projet de pont sur la rivière.",
        "negation",
        "ne soutient pas",
        "soutient",
    ),
    Case(
        "aucun ajouté",
        "Les enquêteurs ont trouvé une preuve de fraude dans les comptes.",
        "Les enquêteurs n'ont trouvé aucune preuve de fraude dans les comptes.",
        "negation",
        "preuve",
        "aucune preuve",
    ),
    Case(
        "sans pour avec",
        "Le chantier a commencé avec autorisation de la ville au printemps.",
        "Le chantier a commencé sans autorisation de la ville au printemps.",
        "negation",
        "autorisation",
        "sans autorisation",
    ),
    Case(
        "jamais ajouté",
        "Le ministre a rencontré le propriétaire de l'usine avant le vote.",
        "Le ministre n'a jamais rencontré le propriétaire de l'usine avant le vote.",
        "negation",
        "a rencontré",
        "a jamais rencontré",
    ),
    Case(
        "préfixe",
        "Les chiffres du rapport sont exacts, a écrit la commissaire.",
        "Les chiffres du rapport sont inexacts, a écrit la commissaire.",
        "negation",
        "exacts",
        "inexacts",
    ),
    Case("impossible", "Il n'est pas possible de réparer la vanne sur place.", "Il est impossible de réparer la vanne sur place."),
    Case("ne explétif", "Elle part avant qu'il ne revienne de la gare.", "Elle part avant qu'il revienne de la gare."),
    Case("pas moins de", "Au moins huit navires ont quitté le port lundi.", "Pas moins de huit navires ont quitté le port lundi."),
    Case(
        "pas seulement",
        "La tempête a endommagé des toits et aussi deux écoles.",
        "La tempête n'a pas seulement endommagé des toits, mais aussi deux écoles.",
    ),
    Case("ne que", "Le témoin a dit seulement la vérité au tribunal.", "Le témoin n'a dit que la vérité au tribunal."),
    Case("sans doute", "Le verdict sera sûrement contesté par la famille.", "Le verdict sera sans doute contesté par la famille."),
)
SPANISH = (
    Case(
        "no retirado",
        "El alcalde no apoya el proyecto del puente sobre el río.",
        "El alcalde apoya el proyecto del puente sobre el río.",
        "negation",
        "no apoya",
        "apoya",
    ),
    Case(
        "ningún por algún",
        "Los investigadores hallaron alguna prueba de fraude en las cuentas.",
        "Los investigadores no hallaron ninguna prueba de fraude en las cuentas.",
        "negation",
        "hallaron",
        "no hallaron",
    ),
    Case(
        "sin por con",
        "La obra empezó con autorización de la ciudad en primavera.",
        "La obra empezó sin autorización de la ciudad en primavera.",
        "negation",
        "autorización",
        "sin autorización",
    ),
    Case(
        "nunca añadido",
        "El ministro visitó la fábrica que cerró en enero.",
        "El ministro nunca visitó la fábrica que cerró en enero.",
        "negation",
        "visitó",
        "nunca visitó",
    ),
    Case(
        "prefijo",
        "El tribunal calificó la demora de aceptable en su informe.",
        "El tribunal calificó la demora de inaceptable en su informe.",
        "negation",
        "aceptable",
        "inaceptable",
    ),
    Case("imposible", "No es posible reparar la válvula en el lugar.", "Es imposible reparar la válvula en el lugar."),
    Case("concordancia", "El jueves nadie vino a la reunión del consejo.", "El jueves no vino nadie a la reunión del consejo."),
    Case("no menos de", "Al menos ocho barcos salieron el lunes.", "No menos de ocho barcos salieron el lunes."),
    Case("no solo", "La tormenta dañó techos y también dos escuelas.", "La tormenta no solo dañó techos, sino también dos escuelas."),
    Case("sin duda", "El fallo será seguramente apelado por la familia.", "El fallo será sin duda apelado por la familia."),
    Case("pregunta", "Es un plan audaz, ¿no?", "Es un plan audaz."),
)
BY_LANGUAGE = [
    pytest.param(case, language, id=f"{language}: {case.name}")
    for language, cases in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
    for case in cases
]


@pytest.mark.parametrize(("case", "language"), BY_LANGUAGE)
def test_negation(case: Case, language: str) -> None:
    check(case, language)


VERBS = ("repair", "inspect", "publish", "approve", "deliver", "translate", "examine")
THINGS = ("the northern bridge", "all the school buses", "the annual accounts", "both water pumps", "the old station clock")


@given(st.sampled_from(VERBS), st.sampled_from(THINGS), st.sampled_from(("will", "would", "could", "did")))
def test_a_negation_put_in_is_always_found(verb: str, thing: str, auxiliary: str) -> None:
    original = f"The city {auxiliary} {verb} {thing} during the winter months."
    comparison = compared(original, original.replace(auxiliary, f"{auxiliary} not"))
    assert [finding.kind for finding in loud(comparison)] == [FindingKind.NEGATION]
    (finding,) = loud(comparison)
    for side in Side:
        for span in finding.spans[side]:
            assert span.of(comparison.texts[side]).split()[-1] == verb


@given(st.sampled_from(VERBS), st.sampled_from(THINGS), st.sampled_from((("will", "won't"), ("would", "wouldn’t"), ("did", "didn t"))))
def test_a_contraction_is_no_difference(verb: str, thing: str, forms: tuple[str, str]) -> None:
    long = f"The city {forms[0]} not {verb} {thing} during the winter months."
    assert not loud(compared(long, long.replace(f"{forms[0]} not", forms[1])))
