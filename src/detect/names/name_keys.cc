#include "detect/names/name_keys.h"

#include <algorithm>
#include <string>

#include "detect/names/name_fold.h"
#include "text/casefold.h"

namespace privet {
namespace {

// An object whose keys are data (a million ids) must not fill the memory.
constexpr std::size_t kMostKnown = 4096;
constexpr std::size_t kLongestKey = 64;

// Folded, without accents; a space on both sides of each.
constexpr std::string_view kSureKeys =
    " fullname legalname realname personname sendername fromname recipientname toname authorname contactname "
    "customername clientname patientname employeename ownername guestname passengername holdername cardholder "
    "cardholdername accountholder beneficiaryname billingname shippingname nameoncard signername signedby studentname "
    "teachername parentname childname spousename fathername mothername doctorname physician physicianname "
    "attendingphysician nextofkin emergencycontact emergencycontactname applicantname candidatename drivername "
    "tenantname landlordname attendeename participantname speakername reviewername assigneename managername "
    "signatory signatoryname givenby lastfirst fullnames vollername vollstandigername nombrecompleto nomcomplet "
    "nomecompleto nomecognome nomeecognome volledigenaam imieinazwisko celejmeno teljesnev adsoyad adisoyadi "
    "numecomplet fulltnavn fullstandigtnamn kokonimi фио полноеимя піб 姓名 氏名 お名前 이름 성명 성함 ";

constexpr std::string_view kPersonKeys =
    " author authors sender recipient recipients participant participants writtenby assignee assignees reporter "
    "reviewer patient employee applicant candidate student teacher attendee attendees passenger speaker interviewee "
    "interviewer approvedby preparedby submittedby requestedby requester attorney lawyer plaintiff defendant witness "
    "tenant landlord beneficiary insured signer correspondent caller callee respondent informant spouse husband wife "
    "nurse doctor counterpart autor autorin auteur autore forfatter absender empfanger expediteur destinataire "
    "remitente destinatario mittente afzender ontvanger avsender afsender avsandare mottagare modtager lahettaja "
    "vastaanottaja nadawca odbiorca odesilatel prijemce felado cimzett gonderen alici expeditor patiente paciente "
    "paziente pasient mitarbeiter ansprechpartner kontaktperson отправитель получатель автор відправник отримувач "
    "発信者 送信者 差出人 受信者 发送者 发件人 收件人 보낸사람 받는사람 ";

constexpr std::string_view kNameKeys =
    " name names from to cc bcc owner contact contacts customer client user member members person people host seller "
    "buyer manager creator createdby updatedby modifiedby sentby sentto postedby uploadedby assignedto assignedby "
    "handledby guest profile friend friends lead who holder agent username displayname nickname by approver nome nom "
    "nombre naam navn namn nimi imie jmeno meno nev nume isim kunde kundin klant cliente usuario utilisateur utente "
    "benutzer kontakt contacto contatto von an de para nomedocliente имя кто ім'я имяпользователя 名前 名字 ";

constexpr std::string_view kGivenKeys =
    " givenname givennames firstname firstnames forename forenames middlename middlenames vorname vornamen prenom "
    "prenoms nombredepila nombres primernombre segundonombre primeironome fornavn fornamn etunimi voornaam voornamen "
    "pierwszeimie krestnijmeno krstnemeno keresztnev utonev prenume ilkad onoma given отчество patronymic "
    "middleinitial preferredname ";

constexpr std::string_view kFamilyKeys =
    " familyname familynames lastname lastnames surname surnames nachname familienname apellido apellidos "
    "primerapellido segundoapellido cognome cognomi sobrenome apelido ultimonome achternaam efternavn etternavn "
    "efternamn sukunimi nazwisko prijmeni priezvisko vezeteknev numedefamilie soyad soyadi soyisim nomdefamille "
    "maidenname birthname geburtsname lname фамилия прізвище 姓 family eponymo ";

// Above a "name": whose it is.
constexpr std::string_view kPersonsAbove =
    " user users author authors sender senders from to cc recipient recipients contact contacts customer customers "
    "client clients patient patients employee employees person people persons member members participant participants "
    "owner owners assignee assignees reporter creator guest guests student students teacher teachers attendee "
    "attendees profile friend friends applicant applicants candidate candidates driver passenger passengers buyer "
    "seller tenant landlord doctor physician spouse parent parents child children mother father manager signatory "
    "beneficiary insured cardholder requester reviewer reviewers colleague colleagues staffmember respondent caller "
    "kontakt kontakte kunde kunden benutzer mitarbeiter usuario usuarios utilisateur utilisateurs cliente clientes "
    "persona personas personne personnes paciente pacientes empleado empleados employe employes absender empfanger "
    "committer emergencycontact actor sentby createdby ";

// Beside a "name": what only persons have.
constexpr std::string_view kPersonsBeside =
    " email emailaddress mail emails mobile mobilephone cellphone homephone firstname lastname givenname familyname "
    "surname middlename birthdate dateofbirth dob birthday birthyear gender sex age ssn nationality maritalstatus "
    "spouse occupation jobtitle nickname username handle vorname nachname prenom apellido apellidos cognome "
    "geburtsdatum fechadenacimiento datedenaissance correo correoelectronico courriel passport passportnumber salary "
    "pronouns phone phonenumber telephone telefon telefono ";

bool holds(std::string_view keys, std::string_view key) {
  std::string spaced = " ";
  spaced += key;
  spaced += ' ';
  return key.find(' ') == std::string_view::npos && keys.find(spaced) != std::string_view::npos;
}

KeyRole role_of(std::string_view folded) {
  if (holds(kSureKeys, folded)) return KeyRole::kSure;
  if (holds(kGivenKeys, folded)) return KeyRole::kGiven;
  if (holds(kFamilyKeys, folded)) return KeyRole::kFamily;
  if (holds(kPersonKeys, folded)) return KeyRole::kPerson;
  if (holds(kNameKeys, folded)) return KeyRole::kName;
  return KeyRole::kNone;
}

}  // namespace

NameKey name_key(std::string_view key) {
  NameKey out;
  if (key.empty() || key.size() > kLongestKey) return out;
  std::string folded;
  append_name_fold(folded_key(key), folded);
  if (folded.empty()) return out;
  out.person_above = holds(kPersonsAbove, folded);
  out.person_beside = holds(kPersonsBeside, folded);
  out.role = role_of(folded);
  if (out.role != KeyRole::kNone) return out;

  // The last words of it: "billing_first_name", "message_sender", "buyer_name".
  std::string words;
  append_name_fold(key_words(key), words);
  while (words.size() > 1 && words[words.size() - 2] >= '0' && words[words.size() - 2] <= '9') {
    words.erase(words.size() - 2, 1);  // "sender_name_2", "author1"
    if (words.size() > 1 && words[words.size() - 2] == ' ') words.pop_back();
  }
  if (words.size() < 3) return out;
  const std::size_t last = words.rfind(' ', words.size() - 2);
  const std::string_view tail = std::string_view(words).substr(last + 1, words.size() - last - 2);
  std::string_view before = std::string_view(words).substr(0, last);
  before.remove_prefix(std::min<std::size_t>(1, before.size()));
  if (before.empty()) {
    out.role = role_of(tail);  // a number was taken off
    return out;
  }
  const std::string_view one = before.substr(before.rfind(' ') + 1);
  const KeyRole two = role_of(std::string(one) + std::string(tail));
  if (two != KeyRole::kNone) {
    out.role = two;
  } else if (tail == "name") {
    out.role = holds(kPersonsAbove, one) ? KeyRole::kSure : KeyRole::kNone;
  } else if (holds(kPersonKeys, tail)) {
    out.role = KeyRole::kPerson;
  }
  return out;
}

NameKey NameKeys::of(std::string_view key) {
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(key, name_key(key)).first->second;
}

}  // namespace privet
