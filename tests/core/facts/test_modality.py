"""Obligation and conditions: shifts that matter, and the many ways to say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import FindingKind
from tests.core.facts.cases import Case, check, compared, loud

ENGLISH = (
    Case(
        "must to may",
        "The tenant must notify the landlord within ten days of the damage.",
        "The tenant may notify the landlord within ten days of the damage.",
        "obligation",
        "must notify",
        "may notify",
    ),
    Case(
        "must to should",
        "Operators must wear goggles while the lathe is running.",
        "Operators should wear goggles while the lathe is running.",
        "obligation",
        "must wear",
        "should wear",
    ),
    Case(
        "shall to may",
        "The licensee shall return all copies at the end of the term.",
        "The licensee may return all copies at the end of the term.",
        "obligation",
        "shall return",
        "may return",
    ),
    Case(
        "required to recommended",
        "Divers are required to carry two lamps below thirty metres.",
        "Divers are advised to carry two lamps below thirty metres.",
        "obligation",
        "are required to carry",
        "are advised to carry",
    ),
    Case(
        "must not to need not",
        "Visitors must not enter the hall during the ceremony.",
        "Visitors need not enter the hall during the ceremony.",
        "obligation",
        "must not enter",
        "need not enter",
    ),
    Case(
        "must be to may be",
        "Every grant must be approved by the board before it is paid.",
        "Every grant may be approved by the board before it is paid.",
        "obligation",
        "must be approved",
        "may be approved",
    ),
    Case(
        "should to may",
        "Students should hand in the essay on paper as well.",
        "Students may hand in the essay on paper as well.",
        "obligation",
        "should hand",
        "may hand",
        "look",
    ),
    Case(
        "must dropped",
        "Each form must be signed by both parents before the trip.",
        "Each form is signed by both parents before the trip.",
        "obligation",
        "must be signed",
        "is signed",
        "look",
    ),
    Case(
        "forced to allowed",
        "Employees are now forced to delete the app from their phones.",
        "Employees are now allowed to delete the app from their phones.",
        "obligation",
        "forced to delete",
        "allowed to delete",
    ),
    Case(
        "unless to if",
        "The fee is charged unless the guest cancels by noon.",
        "The fee is charged if the guest cancels by noon.",
        "condition",
        "unless the guest",
        "if the guest",
    ),
    Case(
        "only put in",
        "The warranty covers parts that were bought from a dealer.",
        "The warranty covers only parts that were bought from a dealer.",
        "condition",
        "parts",
        "only parts",
    ),
    Case(
        "only left out",
        "The drug was tested only in adults with severe asthma.",
        "The drug was tested in adults with severe asthma.",
        "condition",
        "only in adults",
        "adults",
    ),
    Case(
        "except put in",
        "The airline will open the route to all carriers from Norway next month.",
        "The airline will open the route to all except carriers from Norway next month.",
        "condition",
        "carriers",
        "except carriers",
    ),
    Case(
        "condition left out",
        "The bridge will be closed to traffic on Monday if the wind exceeds the limit.",
        "The bridge will be closed to traffic on Monday.",
        "condition",
        "if the wind exceeds the limit",
        "",
        "look",
    ),
    Case(
        "condition became a fact",
        "If the mayor signs the order, the mill will close in spring.",
        "The mayor signs the order and the mill will close in spring.",
        "condition",
        "If the mayor",
        "mayor",
    ),
    Case("must and have to", "Drivers must stop at the second gate.", "Drivers have to stop at the second gate."),
    Case(
        "must and required",
        "The tenant must notify the landlord of any damage.",
        "The tenant is required to notify the landlord of any damage.",
    ),
    Case(
        "shall and must",
        "The licensee shall return all copies at the end of the term.",
        "The licensee must return all copies at the end of the term.",
    ),
    Case(
        "may and allowed",
        "Members may bring one guest to the annual dinner.",
        "Members are allowed to bring one guest to the annual dinner.",
    ),
    Case("may and can", "Members may bring one guest to the annual dinner.", "Members can bring one guest to the annual dinner."),
    Case("may and might", "The glacier may vanish within decades, she warned.", "The glacier might vanish within decades, she warned."),
    Case("month of May", "The strike began in May and ended in June.", "The strike that began in May ended in June."),
    Case("order", "You must close the valve before you open the lid.", "Close the valve before you open the lid."),
    Case("cannot and may not", "Guests cannot smoke in the rooms or on the stairs.", "Guests may not smoke in the rooms or on the stairs."),
    Case(
        "need not",
        "You do not have to register the printer to use it.",
        "You need not register the printer to use it.",
    ),
    Case("would and will", "The bank said it would open two branches.", "The bank said it will open two branches."),
    Case("if and provided", "The loan is paid out if the deed is signed.", "The loan is paid out provided that the deed is signed."),
    Case("if and when", "The alarm sounds if the door is opened.", "The alarm sounds when the door is opened."),
    Case("if and whether", "Lena asked if the train would stop in Fulda.", "Lena asked whether the train would stop in Fulda."),
    Case("unless and if not", "The alarm sounds unless the door is shut.", "The alarm sounds if the door is not shut."),
    Case("except and apart from", "All shops except the bakery are closed.", "All shops apart from the bakery are closed."),
    Case(
        "only elsewhere",
        "Only cars longer than five metres will be charged the fee.",
        "The fee will be charged for cars only if they are longer than five metres.",
    ),
    Case("only a view", "Brazil would become only the third nation to host it.", "Brazil would become the third nation to host it."),
    Case(
        "only and solely", "The trust acts only in the interest of the children.", "The trust acts solely in the interest of the children."
    ),
    Case("not only", "The mill employed women.", "The mill not only employed women."),
    Case(
        "a condition said of whom it holds for",
        "A site that is named by many large sites receives a high place in the list.",
        "If a site is named by many large sites, it receives a high place in the list.",
    ),
    Case(
        "if and when",
        "When the trams come back, the street will be quiet again.",
        "If and when the trams come back, the street will be quiet again.",
    ),
    Case("an only thing", "He sold our bicycle to the neighbours last week.", "He sold our only bicycle to the neighbours last week."),
)
GERMAN = (
    Case(
        "muss zu kann",
        "Der Mieter muss den Schaden innerhalb von zehn Tagen melden.",
        "Der Mieter kann den Schaden innerhalb von zehn Tagen melden.",
        "obligation",
        "muss den Schaden",
        "kann den Schaden",
    ),
    Case(
        "muss zu sollte",
        "Der Bediener muss eine Schutzbrille tragen, solange die Maschine läuft.",
        "Der Bediener sollte eine Schutzbrille tragen, solange die Maschine läuft.",
        "obligation",
        "muss eine Schutzbrille",
        "sollte eine Schutzbrille",
    ),
    Case(
        "nur entfallen",
        "Die Garantie gilt nur für Teile, die vom Händler stammen.",
        "Die Garantie gilt für Teile, die vom Händler stammen.",
        "condition",
        "nur für Teile",
        "Teile",
    ),
    Case(
        "Bedingung entfallen",
        "Die Brücke wird am Montag gesperrt, falls der Sturm stärker wird.",
        "Die Brücke wird am Montag gesperrt.",
        "condition",
        "falls der Sturm stärker wird",
        "",
        "look",
    ),
    Case("darf und kann", "Der Gast darf den Vertrag kündigen.", "Der Gast kann den Vertrag kündigen."),
    Case("wenn und falls", "Der Alarm ertönt, wenn die Tür offen steht.", "Der Alarm ertönt, falls die Tür offen steht."),
    Case("außer und ausgenommen", "Alle Läden außer der Bäckerei sind zu.", "Alle Läden ausgenommen der Bäckerei sind zu."),
    Case("nur und lediglich", "Das Werk beliefert nur Kunden in Bayern.", "Das Werk beliefert lediglich Kunden in Bayern."),
    Case("verboten", "Das Betreten der Halle ist verboten.", "Das Betreten der Halle ist untersagt."),
    Case("wer", "Wer zu spät kommt, muss am Eingang warten.", "Wenn jemand zu spät kommt, muss er am Eingang warten."),
)
FRENCH = (
    Case(
        "doit en peut",
        "Le locataire doit signaler le dommage dans les dix jours.",
        "Le locataire peut signaler le dommage dans les dix jours.",
        "obligation",
        "doit signaler",
        "peut signaler",
    ),
    Case(
        "doit en devrait",
        "L'opérateur doit porter des lunettes pendant la coupe.",
        "L'opérateur devrait porter des lunettes pendant la coupe.",
        "obligation",
        "doit porter",
        "devrait porter",
    ),
    Case(
        "uniquement retiré",
        "La garantie couvre uniquement les pièces achetées chez un vendeur agréé.",
        "La garantie couvre les pièces achetées chez un vendeur agréé.",
        "condition",
        "uniquement les pièces",
        "pièces",
    ),
    Case(
        "condition retirée",
        "Le pont sera fermé lundi si le vent dépasse la limite.",
        "Le pont sera fermé lundi.",
        "condition",
        "si le vent dépasse la limite",
        "",
        "look",
    ),
    Case("doit et est tenu de", "Le locataire doit signaler le dommage.", "Le locataire est tenu de signaler le dommage."),
    Case("si et à condition", "Le prêt est versé si l'acte est signé.", "Le prêt est versé à condition que l'acte soit signé."),
    Case("sauf et excepté", "Tous les magasins sauf la boulangerie sont fermés.", "Tous les magasins excepté la boulangerie sont fermés."),
    Case("seulement et ne que", "Le musée ouvre seulement le samedi matin.", "Le musée n'ouvre que le samedi matin."),
    Case("interdit", "Il est interdit de fumer dans la salle.", "Il est prohibé de fumer dans la salle."),
    Case(
        "quiconque", "Quiconque arrive en retard doit attendre à l'entrée.", "Si quelqu'un arrive en retard, il doit attendre à l'entrée."
    ),
)
SPANISH = (
    Case(
        "debe a puede",
        "El inquilino debe avisar del daño en diez días.",
        "El inquilino puede avisar del daño en diez días.",
        "obligation",
        "debe avisar",
        "puede avisar",
    ),
    Case(
        "debe a debería",
        "El operario debe llevar gafas durante el corte.",
        "El operario debería llevar gafas durante el corte.",
        "obligation",
        "debe llevar",
        "debería llevar",
    ),
    Case(
        "solo retirado",
        "La garantía cubre solo las piezas compradas en un taller oficial.",
        "La garantía cubre las piezas compradas en un taller oficial.",
        "condition",
        "solo las piezas",
        "piezas",
    ),
    Case(
        "condición retirada",
        "El puente se cerrará el lunes si el viento supera el límite.",
        "El puente se cerrará el lunes.",
        "condition",
        "si el viento supera el límite",
        "",
        "look",
    ),
    Case("debe y tiene que", "El inquilino debe avisar del daño.", "El inquilino tiene que avisar del daño."),
    Case("salvo y excepto", "Todas las tiendas salvo la panadería cierran.", "Todas las tiendas excepto la panadería cierran."),
    Case("si y en caso", "La alarma suena si se abre la puerta.", "La alarma suena cuando se abre la puerta."),
    Case("solo y únicamente", "El museo abre solo los sábados.", "El museo abre únicamente los sábados."),
    Case("prohibido", "Está prohibido fumar en la sala.", "Se prohíbe fumar en la sala."),
    Case("quien", "Quien llega tarde debe esperar en la entrada.", "Si alguien llega tarde, debe esperar en la entrada."),
)
BY_LANGUAGE = [
    pytest.param(case, language, id=f"{language}: {case.name}")
    for language, cases in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
    for case in cases
]


@pytest.mark.parametrize(("case", "language"), BY_LANGUAGE)
def test_obligations_and_conditions(case: Case, language: str) -> None:
    check(case, language)


PARTIES = ("the tenant", "the licensee", "each supplier", "the operator")
DUTIES = ("return the keys", "inform the board", "store the records", "repair the pump")
SAME = ("must", "has to", "shall", "is required to", "is obliged to")


@given(st.sampled_from(PARTIES), st.sampled_from(DUTIES), st.sampled_from(SAME), st.sampled_from(SAME))
def test_a_duty_said_in_other_words_is_no_difference(party: str, duty: str, was: str, now: str) -> None:
    assert not loud(compared(*(f"At the end of the term, {party} {modal} {duty} without delay." for modal in (was, now))))


@given(st.sampled_from(PARTIES), st.sampled_from(DUTIES), st.sampled_from(SAME), st.sampled_from(("may", "can", "should")))
def test_a_duty_made_weaker_is_always_found(party: str, duty: str, was: str, now: str) -> None:
    found = loud(compared(*(f"At the end of the term, {party} {modal} {duty} without delay." for modal in (was, now))))
    assert [finding.kind for finding in found] == [FindingKind.OBLIGATION]
