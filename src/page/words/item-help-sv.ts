/** The help for items, editions, copies and output in Swedish, by that of the schema. */
export const ITEM_HELP_SV: Readonly<Record<string, string>> = {
  'The version of the brief format.': 'Versionen av underlagens format.',
  'Its number.': 'Dess nummer.',
  "Its brief file, relative to this brief's folder.": 'Dess fil, räknat från underlagets mapp.',
  'The hash of its brief file.': 'Filens hash.',
  'A BCP 47 language tag.': 'En språktagg enligt BCP 47.',
  'The scale that every `likelihood` is a term of: PHIA (without it) or ICD 203.':
    'Skalan som varje sannolikhet är ett ord ur: PHIA (om inget anges) eller ICD 203.',
  'How sources are cited in the text: raised numbers of notes (without it), author and date, or numbers in brackets.':
    'Hur källor anges i texten: upphöjda notnummer (om inget anges), författare och årtal, eller siffror inom hakparentes.',
  'The brief as a whole; an item without a `tlp` bears this.':
    'Underlaget som helhet; det gäller varje punkt utan egen TLP.',
  'Printed in capitals at the top and bottom of each page.': 'Trycks med versaler överst och nederst på varje sida.',
  'The classification tier.': 'Säkerhetsklassens nivå.',
  'True prints -SENSITIVE after OFFICIAL.': 'Skriver ut -SENSITIVE efter OFFICIAL.',
  'Handling markings, such as the organisations that may hold it.':
    'Hanteringsmärkningar, till exempel vilka organisationer som får ha det.',
  'Text that is printed as it stands, whatever characters it holds.':
    'Text som trycks som den står, vilka tecken den än har.',
  'Kinds of sensitive information in it.': 'Slag av känsliga uppgifter i det.',
  'Further words on what may be done with it.': 'Vad mer som gäller för hur det får användas.',
  'True prints that what is said may be used, but not who said it.':
    'Skriver ut att det sagda får användas, men inte vem som sade det.',
  'True prints its marking in front of the title, each item and each paragraph.':
    'Skriver ut märkningen framför titeln, varje punkt och varje stycke.',
  'The security classification of this item, where it differs from that of the brief (`marking.gscp`).':
    'Punktens säkerhetsklass, där den skiljer sig från underlagets.',
  'Lower-case letters and digits, joined by hyphens.': 'Gemener och siffror, sammanbundna med bindestreck.',
  'A person, an office or a unit: at least one key.': 'En person, en funktion eller en enhet: minst ett fält.',
  'What one office said of the draft.': 'Vad en enhet sade om utkastet.',
  'Who was asked.': 'Vem som tillfrågades.',
  'What they answered.': 'Vad de svarade.',
  'The day of the answer.': 'Dagen för svaret.',
  'What they added.': 'Vad de tillade.',
  'Its marking, where it differs from that of the brief.': 'Dess märkning, där den skiljer sig från underlagets.',
  'Its security classification, where it differs from that of the brief (`marking.gscp`).':
    'Dess säkerhetsklass, där den skiljer sig från underlagets.',
  'The readers it is for. Without it, it is for every reader.':
    'De läsare som det är till för. Om inget anges är det till för alla.',
  'What is asked: to decide between options, to agree, to note, or to discuss.':
    'Vad som begärs: att besluta mellan alternativ, godkänna, ta del av eller diskutera.',
  'By when an answer is needed.': 'När svaret senast behövs.',
  'Why then.': 'Varför just då.',
  'What we recommend.': 'Vad vi rekommenderar.',
  'The ways to decide; to decide takes two or more.': 'De alternativ som finns; ett beslut kräver minst två.',
  'One of the ways to decide.': 'Ett av alternativen.',
  'The option, in a few words.': 'Alternativet, i några ord.',
  'What speaks for it.': 'Vad som talar för det.',
  'Inline Markdown (emphasis, strong, code, links, citations such as [@source-id]): one string in the main language, or a map from language tag to string.':
    'Text med Markdown (betoning, länkar, källor som [@källa]), på huvudspråket eller på flera språk.',
  'What speaks against it.': 'Vad som talar emot det.',
  'True for the option that is recommended.': 'Det alternativ som rekommenderas.',
  'When it begins.': 'När det börjar.',
  'When it ends: a time of the same day, or another day or day and time.':
    'När det slutar: ett klockslag samma dag, eller en annan dag, med eller utan klockslag.',
  'The time zone of the place, as the IANA names it. The time is then printed as the clocks there show it, and as `at` gives it where that differs.':
    'Platsens tidszon, med IANA:s namn. Tiden trycks då som klockorna där visar den, och som den är angiven där det skiljer sig.',
  'Where it is held.': 'Var det hålls.',
  'What it is for.': 'Vad det är till för.',
  'What we want to have reached at its end: one to three.': 'Vad vi vill ha uppnått när det är slut: ett till tre mål.',
  'Who is in the room.': 'Vilka som är i rummet.',
  'Somebody in the room: a name, or a person with name, role and organisation.':
    'Någon i rummet: ett namn, eller en person med namn, roll och organisation.',
  'Whom they come for. Those of one side are printed as a group, under its name.':
    'Vem de företräder. De på samma sida trycks som en grupp, under dess namn.',
  'Who does what, when.': 'Vem som gör vad, och när.',
  'Which media are there, and what they are told.': 'Vilka medier som är där, och vad de får veta.',
  'Something that is known, and its source. What has no source is a judgement.':
    'Något som är känt, och dess källa. Det som saknar källa är en bedömning.',
  "A source's id, or an object with the place in it.": 'En källas id, eller källan med stället i den.',
  'The day after which it has to be looked at again.': 'Dagen då det senast måste ses över.',
  'Something we think, how likely it is, and on what it rests.':
    'Något vi tror, hur sannolikt det är och vad det vilar på.',
  'A state, body or person with a part in the matter.': 'En stat, ett organ eller en person som har del i saken.',
  'Words as they were said, by whom, where and when.': 'Ord som de sades: av vem, var och när.',
  'The words of a quote in another language.': 'Citatets ord på ett annat språk.',
  'The language it is in.': 'Språket det är på.',
  'The translation, printed as it stands.': 'Översättningen, som trycks som den står.',
  'Who stands for it: an official translation, our own, or a machine.':
    'Vem som svarar för den: en officiell översättning, vår egen eller en maskins.',
  'Who translated.': 'Vem som översatte.',
  'Something we do not know and want to.': 'Något vi inte vet men vill veta.',
  'Where the answer, or what is known of it, comes from.': 'Varifrån svaret kommer, eller det man vet om det.',
  'Something that happened: at one date, or from one to another, each as exactly as it is known.':
    'Något som hände: en dag eller mellan två, var och en så noga som den är känd.',
  'True where the date is not certain: it is printed as "c. 2013".': 'För ett osäkert datum: det trycks som ”ca 2013”.',
  'A chart or a matrix, drawn from the data given here or in a CSV file. A line `:::chart{#its-id}`, and `:::` below it, in any long text prints it there.':
    'Ett diagram eller en matris, ritad av uppgifterna här eller i en CSV-fil. Raden :::chart{#dess-id}, med ::: på raden under, i en lång text placerar den där.',
  'A line or columns over time, bars to compare, shares of a whole; or a matrix: the positions of actors on issues, options against criteria, traffic lights.':
    'En linje eller staplar över tid, staplar att jämföra, delar av en helhet; eller en matris: aktörers hållning i frågor, alternativ mot kriterier, trafikljus.',
  'What it shows, printed above it.': 'Vad den visar; trycks ovanför.',
  'What its numbers count, printed beside the title.': 'Vad talen räknar; trycks bredvid titeln.',
  'The names of the columns; the first is that of the years, places or options down the side.':
    'Kolumnernas namn; den första är den med år, platser eller alternativ längs sidan.',
  'Plain text: one string, which then serves every language, or a map from language tag to string. It is printed as it stands.':
    'Ren text, en för alla språk eller en för varje. Den trycks som den står.',
  'The data: one list for each row, with a cell for each column.':
    'Uppgifterna: en lista för varje rad, med en cell för varje kolumn.',
  'A number, plain text (one string, or a map from language tag to string), or null where nothing is known.':
    'Ett tal, ren text, eller inget där inget är känt.',
  "A CSV file with its data, relative to the brief's folder and inside it; its first line names the columns.":
    'En CSV-fil med uppgifterna, i underlagets mapp; dess första rad namnger kolumnerna.',
  'Where its data comes from: one citation or more.': 'Varifrån uppgifterna kommer: en eller flera källor.',
  'What a reader has to know of the data, printed below it.': 'Vad läsaren måste veta om uppgifterna; trycks under.',
  'Something that may go wrong.': 'Något som kan gå fel.',
  'Something to say.': 'Något att säga.',
  'Whether to raise it, or to say it if the other side raises it; raise without it.':
    'Om det ska tas upp, eller sägas om motparten tar upp det; tas upp om inget anges.',
  'A question that may come, and the line to take.': 'En fråga som kan komma, och svaret på den.',
  'Something to be done, by whom and by when.': 'Något som ska göras: av vem och när.',
  'A section of your own, under a heading of its own.': 'Ett eget avsnitt, under en egen rubrik.',
  'What it stands after: a part of the brief, such as keyFacts or analysis, or the id of another section. Without it, it follows the other matter, before the next steps. A template that asks for it by its id prints it where it asks.':
    'Vad det står efter: en del av underlaget, som keyFacts eller analysis, eller ett annat avsnitts id. Om inget anges står det sist, före nästa steg. En mall som frågar efter det med dess id trycker det där.',
  'A word and its meaning.': 'Ett ord och vad det betyder.',
  'Matter that is too long for the brief: written here, or in a Markdown file.':
    'Det som är för långt för underlaget: skrivet här, eller i en Markdown-fil.',
  "A Markdown file with its text, relative to the brief's folder and inside it.":
    'En Markdown-fil med dess text, i underlagets mapp.',
  'A named cut of this brief for other readers.': 'En namngiven version av underlaget för andra läsare.',
  'Its name, which also goes into the file name.': 'Dess namn, som också blir en del av filnamnet.',
  'Items above this are withheld; it is also the marking of the edition.':
    'Punkter över detta undanhålls; det är också utgåvans märkning.',
  'Items of a higher tier are withheld; it is also the security classification of the edition. Without it, an edition whose `maxTlp` is below the marking of the brief has none.':
    'Punkter på en högre nivå undanhålls; det är också utgåvans säkerhetsklass. Om inget anges har en utgåva vars högsta TLP är under underlagets märkning ingen.',
  'Items for other audiences are withheld.': 'Punkter för andra läsare undanhålls.',
  'The languages of this edition, of those the brief has.': 'Utgåvans språk, av dem som underlaget har.',
  'What this edition says in place of the brief.': 'Vad utgåvan säger i stället för underlaget.',
  'In place of the title.': 'I stället för titeln.',
  'In place of the subtitle. Null leaves it out.': 'I stället för undertiteln. Null utelämnar den.',
  'In place of the reference. Null leaves it out.': 'I stället för diarienumret. Null utelämnar det.',
  'In place of the summary.': 'I stället för sammanfattningen.',
  'In place of the background. Null leaves it out.': 'I stället för bakgrunden. Null utelämnar den.',
  'In place of the analysis. Null leaves it out.': 'I stället för analysen. Null utelämnar den.',
  'In place of the sender. Null leaves it out.': 'I stället för avsändaren. Null utelämnar den.',
  'In place of the addressees. Null leaves it out.': 'I stället för mottagarna. Null utelämnar dem.',
  'In place of those who receive copies. Null leaves it out.': 'I stället för dem som får kopior. Null utelämnar dem.',
  'One numbered copy and its holder.': 'Ett numrerat exemplar och vem som har det.',
  'The number of the copy.': 'Exemplarets nummer.',
  'Who holds it.': 'Vem som har det.',
  'The office that holds it.': 'Enheten som har det.',
  'Where the holder works.': 'Var innehavaren arbetar.',
  'The id of the edition this copy is of. Without it, and without `clearance` and `groups`, it is of the whole brief.':
    'Id för utgåvan som exemplaret är av. Utan den, och utan behörighet och grupper, är det av hela underlaget.',
  'The highest marking that the holder may read. Without `edition`, it chooses the edition.':
    'Den högsta märkning som innehavaren får läsa. Utan utgåva väljer den utgåvan.',
  'The audiences that the holder belongs to. Without `edition`, they choose the edition.':
    'De läsargrupper som innehavaren tillhör. Utan utgåva väljer de utgåvan.',
  'The language of the copy; the first of its edition without it.':
    'Exemplarets språk; utgåvans första om inget anges.',
  'Where it is mailed to. It stays out of the documents and of the brief inside them.':
    'Vart det mejlas. Adressen står varken i dokumenten eller i underlaget inuti dem.',
  'What prints it: its address (IPP), or its name on this computer.':
    'Vad som skriver ut det: dess adress (IPP), eller dess namn på den här datorn.',
  'How it is sent.': 'Hur det skickas.',
  'The template pack; chosen by `type` without it.': 'Mallen; vald efter typen om ingen anges.',
  'The theme file, or the name of a theme that comes along: large-print, greyscale.':
    'Temats fil, eller namnet på ett tema som följer med: large-print, greyscale.',
  'The paper size.': 'Papperets storlek.',
  'The most pages it may have.': 'Det högsta antalet sidor.',
  'What to do when it has more pages: fail, or set it tighter; error without it.':
    'Vad som ska ske när sidorna är fler: ett fel, eller tätare satt; fel om inget anges.',
  'How much space there is between blocks and in tables; the size of the type stays. normal without it.':
    'Hur mycket luft det är mellan stycken och i tabeller; stilens storlek är densamma. Normal om inget anges.',
  'The smallest size of body type that tightening may reach, in points.':
    'Den minsta brödtext som får sättas när den sätts tätare, i punkter.',
  'Whether each annex begins on a right-hand page, after an empty one where it takes that: for printing on both sides.':
    'Om varje bilaga börjar på en högersida, efter en tom sida där det behövs: för dubbelsidig utskrift.',
  'Millimetres that the inner margin has more, for holes or a spine; 0 without it.':
    'Hur många millimeter mer den inre marginalen har, för hål eller rygg; 0 om inget anges.',
  'The files inside the PDF: the brief without its comments, the memo and the build record (brief), these and the edition before (all), or nothing (none); brief without it.':
    'Filerna inuti PDF:en: underlaget utan kommentarer, PM:et och byggprotokollet (brief), dessa och den tidigare utgåvan (all), eller inga (none); brief om inget anges.',
  'What the PDF conforms to: PDF/UA-1 with PDF/A-3a (ua1), or PDF/UA-2 with PDF/A-4f, in PDF 2.0 (ua2); ua1 without it.':
    'Vad PDF:en följer: PDF/UA-1 med PDF/A-3a (ua1), eller PDF/UA-2 med PDF/A-4f, i PDF 2.0 (ua2); ua1 om inget anges.',
};
