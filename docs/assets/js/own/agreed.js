// Words that both ends of a link know already, so that it need not carry them: what leaders in Danish health and welfare
// write often, the commonest last (what is near costs least), and how an answer and a booklet begin. Never to be changed:
// links that were made with it lie with readers for ever (fingerprint in tests/unit/js/carry.test.js).

const WORDS = `
{"version":1,"tool":"kompetencer modenhedstrappen","answer":"s-","name":"","values":{"","note":"","ids":[" jobcenteret
socialforvaltningen arbejdsmarkedsforvaltningen børne- og ungeforvaltningen forvaltningsdirektøren kommunaldirektøren
hospitalsdirektøren afdelingslederen områdelederen institutionslederen skolelederen teamlederen
afdelingssygeplejersken oversygeplejersken overlægen ledende terapeut sygeplejerske socialrådgiver sagsbehandler
pædagogerne lærerne psykologen praktiserende læge egen læge lægehuset ambulatoriet akutmodtagelsen sengeafsnittet
psykiatrien sundhedsstyrelsen ministeriet Region Hovedstaden Midtjylland Syddanmark Nordjylland Sjælland københavn
aarhus odense aalborg undersøgelse dokumentation kommunikation koordinering organisation prioritering overlevering
finansiering evaluering forventninger forudsætninger rammerne ressourcer kapacitet kompetencer opbakning forankring
styregruppen arbejdsgruppen projektgruppen projektlederen brugerinddragelse udviklingsplan implementering kommissorium
mandatet dagsordenen referatet beslutningen konsekvenser udfordringen muligheder erfaringer resultaterne indsatsen
opgaven opgaverne ansvaret snitflader overgangen sammenhængende tværsektorielt samarbejde lovgivning juridisk samtykke
persondata oplysninger journal it-system telefon sundhedsaftalen genoptræning rehabilitering indlæggelse udskrivning
indlagt udskrevet behandling medicin hjælpemidler bosted plejehjem plejecenter hjemmeplejen hjemmesygeplejen akutplads
midlertidig plads sagen forløbet forløb familien forældrene børnene pårørende patienten patienterne borgerens borgerne
mandag tirsdag onsdag torsdag fredag weekenden morgen formiddag eftermiddag aften januar februar marts april juni juli
august september oktober november december foråret sommerferien efteråret nytår uge ugen måned måneden måneder kvartal
halvår året timer minutter gange om ugen hver dag dagen efter i dag i morgen i går næste gang næste møde sidste første
anden tredje to tre fire fem seks ti tyve hundrede procent kroner økonomi budgettet pengene penge betaling betaler
regning udgifter besparelse politikerne udvalget byrådet direktionen ledelsen ledergruppen lederne leder medarbejderne
medarbejder personalet kollegaerne kolleger tillidsrepræsentanten fagforeningen afdelingen afsnittet huset hospitalet
sygehuset kommunerne kommunens regionens kommunen regionen forskellige forskellig tydeligt vigtigste vigtigt svært
nemt muligt nødvendigt enige uenige klart uklart færdig klar parat bekymret tilfreds fælles sammen hinanden begge alle
ingen nogen noget andre flere færre mange hele samme eget egne deres vores jeres hendes hans selv alligevel desværre
måske derfor fordi selvom hvis når hvornår hvordan hvorfor hvilke hvilken hvem hvad hvor der hvor siden allerede endnu
ikke stadig altid aldrig ofte sjældent hurtigt hurtigere senere tidligere bedre godt dårligt meget lidt kun også både
enten mindre mere end aftalt besluttet foreslår anbefaler inddrage inddraget informere orientere undersøge afklare
afklaring beskrive beskrevet udarbejde gennemgå gennemføre evaluere følge op på følger op samle op på tage fat i tager
kontakt til kontakte indkalde invitere inviteres deltage deltager drøfte drøftes drøftet diskutere forklare fortælle
fortalte fortalt skrive skriver skrevet sende sender sendt til ringe ringer spørge spørger spurgt svare svarer svar
besked læse læser høre hører se ser vise viser vide ved ikke kende kender tro tror synes mene mener ønsker ville gerne
vil gerne prøve prøver af afprøve begynde begynder starte slutte stoppe fortsætte blive bliver blev været virker
fungerer ændre ændringer ændret løse løsning problemet problem mangler brug for har brug for venter vente på lave
laver gøre gør gjort give giver givet få får fået tage tager taget komme kommer kom gå går sætte sætter holde holder
holdt bruge bruger brugt finde finder fundet have har haft kan ikke kunne skulle skal have skal være må ikke bør Husk
at Aftal med Spørg Ring til Send en Skriv til Tal med Tag fat i Vi mangler Vi skal Vi har Vi er Vi vil Det er Der er
Der skal De vil Hun vil Han vil Jeg tager Jeg har Hvem Hvad Hvornår Møde Mødet med Aftale om Kommunen Regionen
Hospitalet Borgeren aftale om aftalen mødet møde med mellem under efter inden for inden senest samtidig i stedet for
uden over ved siden af gennem omkring ud af ud fra på tværs af i forhold til med henblik på for at få med at være at
det ikke at de at vi ikke om hvordan om der om det som vi som de som der er der ikke der skal der har det er det ikke
det skal den er de har de skal de er men det men vi og det og de og vi så vi så de så det ikke er kan vi vi kan vi
skal vi har vi er skal vi har vi hos os til os fra os for os med os til dem af dem med dem til den for den med den i
den på den til en med en for en af en i en på et til det med det for det fra det i det på det når det når de når vi
hvis de hvis det borgeren skal være kan være bliver have ikke og til med for fra den det der som
`;

/** The words as one text, each with a blank after it. */
export const AGREED = WORDS.trim().replaceAll("\n", " ").concat(" ");
