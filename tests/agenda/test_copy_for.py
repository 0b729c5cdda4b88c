"""Who reads what: worked out from the record, for a parent and for the lawyer who acts for them."""

from __future__ import annotations

import io
import zipfile

import pytest
from minuting_papers import CarterPapers
from reed_family import ADDRESS, NURSERY, TELEPHONE, WITHHELD, ReedPapers

from agenda import records
from agenda.copies_words import WithheldKind
from agenda.copy_for import Reader, leaks, reader_of
from agenda.words import ParentalResponsibility, PersonKind, Relation


@pytest.fixture
def reeds() -> ReedPapers:
    return ReedPapers()


def test_a_father_who_must_not_learn_an_address_nor_meet_the_mother(reeds: ReedPapers) -> None:
    reader = reader_of(reeds.papers(), reeds.dean.id)
    assert (reader.name, reader.person_id) == ("Mr Holt", str(reeds.dean.id))
    assert reader.children == ("IR", "Isla Reed")
    assert reader.other_children == ("NR", "Noah Reed")
    assert reader.withheld == WITHHELD
    assert reader.apart == ("Ms Reed", "Jess Reed")
    assert reader.others == ("Mr Aziz", "Karim Aziz", "Ms Lund", "Ms Fay Lund")
    assert reader.sittings == (2,)


def test_keeping_apart_works_both_ways_and_ones_own_details_are_never_withheld(
    reeds: ReedPapers,
) -> None:
    reader = reader_of(reeds.papers(), reeds.jess.id)
    assert reader.apart == ("Mr Holt", "Dean Holt")
    assert reader.sittings == (1,)
    assert not set(WITHHELD) & set(reader.withheld)
    assert reader.children == ("IR", "Isla Reed", "NR", "Noah Reed")
    assert reader.other_children == ()


def test_everyone_elses_address_and_safe_contact_are_withheld_without_a_word(
    reeds: ReedPapers,
) -> None:
    withheld = reader_of(reeds.papers(), reeds.karim.id).withheld
    assert ADDRESS in withheld
    assert "Ring 07700 900456 after six" in withheld
    assert TELEPHONE not in withheld  # withheld from Mr Holt by name


def test_what_is_withheld_without_a_name_is_from_everybody_but_whose_it_is(
    reeds: ReedPapers,
) -> None:
    reeds.withhold("Night shifts", WithheldKind.WORK, person_id=reeds.jess.id, from_person_id=None)
    carer = reeds.withhold("Mrs Oduya", WithheldKind.CARER, child_id=reeds.isla.id)
    carer.from_person_id = None
    papers = reeds.papers()
    for person in (reeds.dean, reeds.karim):
        assert {"Night shifts", "Mrs Oduya"} <= set(reader_of(papers, person.id).withheld)
    hers = reader_of(papers, reeds.jess.id).withheld
    assert "Night shifts" not in hers
    assert "Mrs Oduya" in hers


def test_an_address_that_is_ones_own_too_is_not_withheld(reeds: ReedPapers) -> None:
    reeds.karim.address = ADDRESS.replace("\n", ", ")
    assert ADDRESS not in reader_of(reeds.papers(), reeds.karim.id).withheld


def test_a_lawyer_reads_as_their_client(reeds: ReedPapers) -> None:
    papers = reeds.papers()
    client, lawyer = (reader_of(papers, one.id) for one in (reeds.dean, reeds.dean_lawyer))
    assert lawyer.name == "Mr Okoro"
    for same in ("children", "other_children", "withheld", "apart", "others", "sittings"):
        assert getattr(lawyer, same) == getattr(client, same)


def test_a_lawyer_of_two_reads_what_both_may(reeds: ReedPapers) -> None:
    for row in reeds.records:
        if isinstance(row, records.Representation) and row.person_id == reeds.jess.id:
            row.lawyer_id = reeds.dean_lawyer.id
    reader = reader_of(reeds.papers(), reeds.dean_lawyer.id)
    assert reader.children == ("IR", "Isla Reed")
    assert {ADDRESS, TELEPHONE, NURSERY, "Ring 07700 900456 after six"} <= set(reader.withheld)
    assert {"Ms Reed", "Mr Holt"} <= set(reader.apart)


def test_a_step_parent_without_responsibility_has_no_childs_papers() -> None:
    carters = CarterPapers()
    assert reader_of(carters.papers(), carters.father.id).children == ("LC", "Lily Carter")
    for tie in carters.records:
        if isinstance(tie, records.Relationship) and tie.relation is Relation.STEP_PARENT:
            tie.parental_responsibility = ParentalResponsibility.YES
    children = reader_of(carters.papers(), carters.father.id).children
    assert children == ("JC", "Jayden Carter", "LC", "Lily Carter")


def test_a_child_not_yet_born_is_the_mothers_and_the_fathers() -> None:
    carters = CarterPapers()
    assert "BC" in reader_of(carters.papers(), carters.mother.id).children
    carters.add(
        records.Relationship(
            person_id=carters.father.id,
            child_id=carters.unborn.id,
            relation=Relation.FATHER,
            parental_responsibility=ParentalResponsibility.AT_BIRTH,
        )
    )
    assert "BC" in reader_of(carters.papers(), carters.father.id).children


def test_a_lawyer_in_the_room_is_there_for_whom_they_act(reeds: ReedPapers) -> None:
    for row in reeds.records:
        if isinstance(row, records.Attendance) and row.person_id == reeds.dean.id:
            reeds.records.remove(row)
            break
    assert reader_of(reeds.papers(), reeds.dean.id).sittings == (2,)


def test_nobody_is_no_reader(reeds: ReedPapers) -> None:
    with pytest.raises(LookupError):
        reader_of(reeds.papers(), reeds.isla.id)


def test_a_lawyer_for_nobody_reads_as_themselves(reeds: ReedPapers) -> None:
    visitor = reeds._person("Kim Shaw", "Ms Shaw", "ks", kind=PersonKind.LAWYER)
    reader = reader_of(reeds.papers(), visitor.id)
    assert reader.children == ()
    assert ADDRESS in reader.withheld


READER = Reader("Mr Holt", withheld=WITHHELD)


def packed(**members: str) -> bytes:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/"), content)
    return package.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "<w:p><w:r><w:t>Quince Orch</w:t></w:r><w:r><w:t>ard Lane</w:t></w:r></w:p>",
        "<w:p><w:t>12 Quince</w:t><w:br/><w:t>Orchard Lane</w:t></w:p>",
        '<w:tblCaption w:val="at Quince Orchard Lane"/>',
        '<v:shape alt="Quince Orchard Lane"/>',
        "<dc:title>Quince&#160;Orchard Lane</dc:title>",
    ],
)
def test_a_word_file_is_searched_through_its_tags(content: str) -> None:
    assert leaks(packed(word__document="<w:body>" + content + "</w:body>"), READER) == [ADDRESS]


def test_a_packages_names_are_searched_and_its_tags_are_no_words() -> None:
    assert leaks(packed(Larkspur_Nursery="<a/>"), READER) == [NURSERY]
    tags = '<w:tab w:val="Title"/><w:t>nothing</w:t>'
    assert leaks(packed(a=tags), Reader("x", withheld=("tab", "title", "val"))) == []


def test_a_text_and_a_files_name_are_searched() -> None:
    assert leaks("page for 0770 0900 123.docx", READER) == [TELEPHONE]
    assert leaks(b"SUMMARY:Larkspur\r\n  nursery", READER) == [NURSERY]
    assert leaks("Mr Holt", READER) == []
