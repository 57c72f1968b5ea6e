<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>! not saved</source>
        <translation>! non salvato</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Codifica</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Modifica</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aiuto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>, {days} days apart (median)</source>
        <translation>, a {days} giorni di distanza (mediana)</translation>
    </message>
    <message>
        <source>--annotator gives no key</source>
        <translation>--annotator non dà una chiave</translation>
    </message>
    <message>
        <source>--public does not choose whether texts go out: most are under copyright</source>
        <translation>--public non decide se i testi escono: i più sono protetti dal diritto d'autore</translation>
    </message>
    <message>
        <source>--spreadsheet is for --format csv and csv-wide</source>
        <translation>--spreadsheet vale per --format csv e csv-wide</translation>
    </message>
    <message>
        <source>--target, --holder and --numbers are for --format csv-wide</source>
        <translation>--target, --holder e --numbers servono per --format csv-wide</translation>
    </message>
    <message>
        <source>0 is kept for none_shortcut</source>
        <translation>0 è riservato a none_shortcut</translation>
    </message>
    <message>
        <source>1 already there</source>
        <translation>1 già presente</translation>
    </message>
    <message>
        <source>1 cannot be read</source>
        <translation>1 illeggibile</translation>
    </message>
    <message>
        <source>1 character left</source>
        <translation>1 carattere rimasto</translation>
    </message>
    <message>
        <source>1 doubtful</source>
        <translation>1 dubbio</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 non riuscito</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 nota</translation>
    </message>
    <message>
        <source>1 remark</source>
        <translation>1 osservazione</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 brano</translation>
    </message>
    <message>
        <source>1 with remarks</source>
        <translation>1 con osservazioni</translation>
    </message>
    <message>
        <source>1000 are enough for an interval</source>
        <translation>1000 bastano per un intervallo</translation>
    </message>
    <message>
        <source>1000 draws are enough</source>
        <translation>1000 estrazioni bastano</translation>
    </message>
    <message>
        <source>1–9 kind · M merge with the next · Enter to the words, and there to part · N next doubtful · Ctrl+Z take back</source>
        <translation>1–9 tipo · M unisci al seguente · Invio alle parole, e lì per dividere · N dubbio seguente · Ctrl+Z annulla</translation>
    </message>
    <message>
        <source>A note or sureness needs an answer to belong to: answer first</source>
        <translation>Una nota o un grado di certezza appartiene a una risposta: prima rispondi</translation>
    </message>
    <message>
        <source>A page down</source>
        <translation>Una pagina giù</translation>
    </message>
    <message>
        <source>A page up</source>
        <translation>Una pagina su</translation>
    </message>
    <message>
        <source>A project is one file with its articles and all answers. Or drop a file here.</source>
        <translation>Un progetto è un solo file con gli articoli e tutte le risposte. Oppure trascina qui un file.</translation>
    </message>
    <message>
        <source>A quotation: whose voice?</source>
        <translation>Una citazione: di chi è la voce?</translation>
    </message>
    <message>
        <source>A row of a table of spans holds one code, not a set</source>
        <translation>Una riga di una tabella di brani contiene un solo codice, non un insieme</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>A&amp;ccordo</translation>
    </message>
    <message>
        <source>A&amp;nnotator</source>
        <translation>C&amp;hi codifica</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>Informazioni su Annotator</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Aggiungi una cartella…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Aggiungi file…</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accordo</translation>
    </message>
    <message>
        <source>Agreement by code</source>
        <translation>Accordo per codice</translation>
    </message>
    <message>
        <source>Agreement by target</source>
        <translation>Accordo per target</translation>
    </message>
    <message>
        <source>Agreement over time</source>
        <translation>Accordo nel tempo</translation>
    </message>
    <message>
        <source>Agreement with oneself</source>
        <translation>Accordo con sé stessi</translation>
    </message>
    <message>
        <source>Agreement — {title}</source>
        <translation>Accordo — {title}</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Accordo…</translation>
    </message>
    <message>
        <source>All answers that could be compared are the same. This is too little variation, not unreliability: code articles in which other answers are likely.</source>
        <translation>Tutte le risposte confrontabili sono uguali. È troppa poca variazione, non inaffidabilità: codifica articoli in cui siano probabili altre risposte.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tutti i file</translation>
    </message>
    <message>
        <source>All of them: F2</source>
        <translation>Tutte: F2</translation>
    </message>
    <message>
        <source>All targets</source>
        <translation>Tutti i target</translation>
    </message>
    <message>
        <source>All values are numbers; they are compared as names unless a distance is named (--distance interval, or --order).</source>
        <translation>Tutti i valori sono numeri; vengono confrontati come nomi, se non si indica una distanza (--distance interval, oppure --order).</translation>
    </message>
    <message>
        <source>Alpha has a distance, and no weights</source>
        <translation>Alpha ha una distanza, non pesi</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Già presenti</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotatore</translation>
    </message>
    <message>
        <source>Annotator demo</source>
        <translation>Demo di Annotator</translation>
    </message>
    <message>
        <source>Annotator first project</source>
        <translation>Primo progetto di Annotator</translation>
    </message>
    <message>
        <source>Annotator projects</source>
        <translation>Progetti di Annotator</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Codificatori</translation>
    </message>
    <message>
        <source>Annotators disagreed more than chance would make them: {share} % of it.</source>
        <translation>Il disaccordo è più di quello che darebbe il caso: il {share} %.</translation>
    </message>
    <message>
        <source>Annotators disagreed {share} % as much as chance would make them.</source>
        <translation>Il disaccordo è il {share} % di quello che darebbe il caso.</translation>
    </message>
    <message>
        <source>Annotators of this project</source>
        <translation>Codificatori di questo progetto</translation>
    </message>
    <message>
        <source>Annotators: {names}</source>
        <translation>Codificatori: {names}</translation>
    </message>
    <message>
        <source>Another voice for the last position…</source>
        <translation>Un'altra voce per l'ultima posizione…</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Articolo</translation>
    </message>
    <message>
        <source>Article by article the figure lies between {low} and {high}. Each stands for itself: few units make it jump.</source>
        <translation>Articolo per articolo la cifra sta tra {low} e {high}. Ognuno sta per sé: con poche unità il valore salta.</translation>
    </message>
    <message>
        <source>Article {number} of {n}</source>
        <translation>Articolo {number} di {n}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articoli</translation>
    </message>
    <message>
        <source>Articles that the table changed: {n}.</source>
        <translation>Articoli cambiati dalla tabella: {n}.</translation>
    </message>
    <message>
        <source>Articles · {n}</source>
        <translation>Articoli · {n}</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autore</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Prima di cominciare</translation>
    </message>
    <message>
        <source>Beside it: {figures}</source>
        <translation>Accanto: {figures}</translation>
    </message>
    <message>
        <source>Between two codes</source>
        <translation>Tra due codici</translation>
    </message>
    <message>
        <source>By target</source>
        <translation>Per target</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV, units by annotators</source>
        <translation>CSV, unità per codificatori</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Non determinabile</translation>
    </message>
    <message>
        <source>Caret left</source>
        <translation>Cursore a sinistra</translation>
    </message>
    <message>
        <source>Caret right</source>
        <translation>Cursore a destra</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celle</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Scegli una cartella…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Scegli i file…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Chiudi lo stesso</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Chiudi il progetto</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Code against code</source>
        <translation>Codice contro codice</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebook</translation>
    </message>
    <message>
        <source>Codebook, here</source>
        <translation>Codebook, qui</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Codebook</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codifica</translation>
    </message>
    <message>
        <source>Cohen's κ</source>
        <translation>κ di Cohen</translation>
    </message>
    <message>
        <source>Column: {field}</source>
        <translation>Colonna: {field}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Riga di comando</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Confronta</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>Confrontato per</translation>
    </message>
    <message>
        <source>Computing every figure with its interval…</source>
        <translation>Calcolo di tutte le cifre con il loro intervallo…</translation>
    </message>
    <message>
        <source>Computing the intervals… · {took}</source>
        <translation>Calcolo degli intervalli… · {took}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy methods paragraph</source>
        <translation>Copia il paragrafo di metodo</translation>
    </message>
    <message>
        <source>Copy the figures as text</source>
        <translation>Copia le cifre come testo</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copia il rapporto</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Dataset folder</source>
        <translation>Cartella di dataset</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definizioni</translation>
    </message>
    <message>
        <source>Dim the other paragraphs</source>
        <translation>Attenua gli altri paragrafi</translation>
    </message>
    <message>
        <source>Disagreement in the article</source>
        <translation>Disaccordo nell’articolo</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Disaccordi</translation>
    </message>
    <message>
        <source>Disagreements are not listed for these figures.</source>
        <translation>Per queste cifre i disaccordi non sono elencati.</translation>
    </message>
    <message>
        <source>Disagreements · {n}, hardest first</source>
        <translation>Disaccordi · {n}, prima i più gravi</translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation>Trascina qui file o una cartella</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codifica</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Enter to the paragraphs · Delete leaves a file out</source>
        <translation>Invio ai paragrafi · Canc toglie un file</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every article is done.</source>
        <translation>Tutti gli articoli sono finiti.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Esempi</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Escludi</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Extend a word left</source>
        <translation>Estendi di una parola a sinistra</translation>
    </message>
    <message>
        <source>Extend a word right</source>
        <translation>Estendi di una parola a destra</translation>
    </message>
    <message>
        <source>Extend left</source>
        <translation>Estendi a sinistra</translation>
    </message>
    <message>
        <source>Extend right</source>
        <translation>Estendi a destra</translation>
    </message>
    <message>
        <source>F1 by character</source>
        <translation>F1 per carattere</translation>
    </message>
    <message>
        <source>F1, overlapping words</source>
        <translation>F1, parole sovrapposte</translation>
    </message>
    <message>
        <source>F1, same words</source>
        <translation>F1, stesse parole</translation>
    </message>
    <message>
        <source>F2: the rules beside {codes}</source>
        <translation>F2: le regole accanto a {codes}</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riusciti</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Fill in what is proposed</source>
        <translation>Inserisci ciò che è proposto</translation>
    </message>
    <message>
        <source>Filter by title, author, outlet</source>
        <translation>Filtra per titolo, autore, testata</translation>
    </message>
    <message>
        <source>First open or make a project, then drop the articles on it.</source>
        <translation>Prima apri o crea un progetto, poi trascina qui gli articoli.</translation>
    </message>
    <message>
        <source>First paragraph</source>
        <translation>Primo paragrafo</translation>
    </message>
    <message>
        <source>First take your changes of this file back</source>
        <translation>Prima annulla le tue modifiche a questo file</translation>
    </message>
    <message>
        <source>Fleiss' kappa of one category needs equally many ratings of every unit</source>
        <translation>La kappa di Fleiss di una sola categoria vuole lo stesso numero di giudizi per ogni unità</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Cartella del progetto</translation>
    </message>
    <message>
        <source>For all such files</source>
        <translation>Per tutti i file simili</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Framing and stance in news (ships with the program)</source>
        <translation>Frame e posizione nelle notizie (incluso nel programma)</translation>
    </message>
    <message>
        <source>From {first} in the first part to {last} in the last. Each part stands for itself: few units make it jump.</source>
        <translation>Da {first} nella prima parte a {last} nell'ultima. Ogni parte sta per sé: con poche unità il valore salta.</translation>
    </message>
    <message>
        <source>Give this answer up</source>
        <translation>Rinuncia a questa risposta</translation>
    </message>
    <message>
        <source>Give this position to:</source>
        <translation>Attribuisci questa posizione a:</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Destinazione</translation>
    </message>
    <message>
        <source>Grey, dashed: fewer than {n} shared units</source>
        <translation>Grigio, tratteggiato: meno di {n} unità in comune</translation>
    </message>
    <message>
        <source>Happened {n} times.</source>
        <translation>Successo {n} volte.</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Voce</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>How many units are enough</source>
        <translation>Quante unità bastano</translation>
    </message>
    <message>
        <source>How much to code twice</source>
        <translation>Quanto codificare due volte</translation>
    </message>
    <message>
        <source>How often one person gave the one code and another person the other, counted over pairs of people with unequal answers. A cell shows its paragraphs.</source>
        <translation>Quante volte una persona ha dato un codice e un'altra l'altro, contando le coppie di persone con risposte diverse. Una casella mostra i suoi paragrafi.</translation>
    </message>
    <message>
        <source>How often two answers to the same unit met: equal ones on the diagonal. A cell beside it shows its paragraphs.</source>
        <translation>Quante volte due risposte alla stessa unità si sono incontrate: quelle uguali sulla diagonale. Una casella fuori dalla diagonale mostra i suoi paragrafi.</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certezza</translation>
    </message>
    <message>
        <source>How sure?</source>
        <translation>Quanto è sicuro?</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importa una cartella</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importa una cartella…</translation>
    </message>
    <message>
        <source>Import all</source>
        <translation>Importa tutto</translation>
    </message>
    <message>
        <source>Import all ({n})</source>
        <translation>Importa tutto ({n})</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Importa articoli</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importa articoli…</translation>
    </message>
    <message>
        <source>Import text files, or drop them here. A blank line parts the paragraphs.</source>
        <translation>Importa file di testo, o trascinali qui. Una riga vuota separa i paragrafi.</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Includi</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Istruzioni</translation>
    </message>
    <message>
        <source>JSONL</source>
        <translation>JSONL</translation>
    </message>
    <message>
        <source>Keep the files in the project</source>
        <translation>Conserva i file nel progetto</translation>
    </message>
    <message>
        <source>Keep trying</source>
        <translation>Continua a provare</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Conserva</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Kind: {kind}. It is not coded.</source>
        <translation>Tipo: {kind}. Non si codifica.</translation>
    </message>
    <message>
        <source>Krippendorff's ordinal distance depends on the answers, so that it makes no weights for {name}</source>
        <translation>La distanza ordinale di Krippendorff dipende dalle risposte, perciò non dà pesi per {name}</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Livelli</translation>
    </message>
    <message>
        <source>Leaving one out takes at least three annotators.</source>
        <translation>Per escluderne uno servono almeno tre codificatori.</translation>
    </message>
    <message>
        <source>Leaving one person out needs at least three people on the same paragraphs.</source>
        <translation>Per lasciare fuori una persona ne servono almeno tre sugli stessi paragrafi.</translation>
    </message>
    <message>
        <source>Leaving out {name} changes the figure most: from {before} to {after} ({change}). That says who differs from the others, not who is right.</source>
        <translation>Senza {name} la cifra cambia di più: da {before} a {after} ({change}). Questo dice chi si discosta dagli altri, non chi ha ragione.</translation>
    </message>
    <message>
        <source>Letters the word begins with; Enter takes it.</source>
        <translation>Le lettere con cui la parola comincia; Invio la prende.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Larghezza delle righe</translation>
    </message>
    <message>
        <source>Line {line} belongs to the layer {other}, and the lines before to {layer}</source>
        <translation>La riga {line} appartiene al livello {other}, quelle prima a {layer}</translation>
    </message>
    <message>
        <source>Line {line} gives another length to the text than an earlier or later line</source>
        <translation>La riga {line} dà al testo una lunghezza diversa da un'altra riga</translation>
    </message>
    <message>
        <source>Line {line} has a span and no code</source>
        <translation>La riga {line} ha un tratto di testo e nessun codice</translation>
    </message>
    <message>
        <source>Line {line} has a span that ends behind its text</source>
        <translation>La riga {line} ha un tratto che finisce oltre il testo</translation>
    </message>
    <message>
        <source>Line {line} has a span that ends where it starts, or before</source>
        <translation>La riga {line} ha un tratto che finisce dove comincia, o prima</translation>
    </message>
    <message>
        <source>Line {line} has a start without an end, or an end without a start</source>
        <translation>La riga {line} ha un inizio senza fine, o una fine senza inizio</translation>
    </message>
    <message>
        <source>Line {line} has a state, and the first line has none</source>
        <translation>La riga {line} ha uno stato, la prima riga non ne ha</translation>
    </message>
    <message>
        <source>Line {line} has no {column}</source>
        <translation>Nella riga {line} manca {column}</translation>
    </message>
    <message>
        <source>Line {line} has the state {state}</source>
        <translation>La riga {line} ha lo stato {state}</translation>
    </message>
    <message>
        <source>Line {line} has {n} fields, and the header has {width}</source>
        <translation>La riga {line} ha {n} campi, l'intestazione {width}</translation>
    </message>
    <message>
        <source>Line {line} holds a set with an empty code</source>
        <translation>La riga {line} contiene un insieme con un codice vuoto</translation>
    </message>
    <message>
        <source>Line {line} holds a value that is no text, number or list of these</source>
        <translation>La riga {line} contiene un valore che non è testo, numero o una loro lista</translation>
    </message>
    <message>
        <source>Line {line} holds the sign NUL, which is no text</source>
        <translation>La riga {line} contiene il segno NUL, che non è testo</translation>
    </message>
    <message>
        <source>Line {line} holds {cell} as {column}, which is no number of characters</source>
        <translation>La riga {line} contiene {cell} in {column}, che non è un numero di caratteri</translation>
    </message>
    <message>
        <source>Line {line} holds {code}, which is not among the codes in order ({codes})</source>
        <translation>La riga {line} contiene {code}, che non è tra i codici dell'ordine ({codes})</translation>
    </message>
    <message>
        <source>Line {line} holds {code}, which is not among the codes of {source}</source>
        <translation>La riga {line} contiene {code}, che non è tra i codici di {source}</translation>
    </message>
    <message>
        <source>Line {line} is no JSON object: {trouble}</source>
        <translation>La riga {line} non è un oggetto JSON: {trouble}</translation>
    </message>
    <message>
        <source>Line {line} is no well-formed row: {trouble}</source>
        <translation>La riga {line} non è ben formata: {trouble}</translation>
    </message>
    <message>
        <source>Line {line} mixes lists and single values in one column</source>
        <translation>La riga {line} mescola liste e valori singoli in una colonna</translation>
    </message>
    <message>
        <source>Line {line} of the table is not UTF-8 text</source>
        <translation>La riga {line} della tabella non è testo UTF-8</translation>
    </message>
    <message>
        <source>Lines {earlier} and {line} give two different values for unit {unit} by {annotator}</source>
        <translation>Le righe {earlier} e {line} danno due valori diversi per l'unità {unit} di {annotator}</translation>
    </message>
    <message>
        <source>List of articles</source>
        <translation>Elenco degli articoli</translation>
    </message>
    <message>
        <source>Looking at the files: {n} to go</source>
        <translation>Lettura dei file: ne restano {n}</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>Ricerca dei file…</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Perde</translation>
    </message>
    <message>
        <source>Lost here: {what}.</source>
        <translation>Qui si è perso: {what}.</translation>
    </message>
    <message>
        <source>MIT licence. The faces Source Serif and Source Sans are under the SIL Open Font License.</source>
        <translation>Licenza MIT. I caratteri Source Serif e Source Sans sono sotto la SIL Open Font License.</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Crea il progetto</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Merge with the next</source>
        <translation>Unisci al seguente</translation>
    </message>
    <message>
        <source>Merge with the next paragraph</source>
        <translation>Unisci al paragrafo seguente</translation>
    </message>
    <message>
        <source>Metadata from a table</source>
        <translation>Metadati da una tabella</translation>
    </message>
    <message>
        <source>Metadata from a table…</source>
        <translation>Metadati da una tabella…</translation>
    </message>
    <message>
        <source>More than {limit} draws are not made</source>
        <translation>Non si fanno più di {limit} estrazioni</translation>
    </message>
    <message>
        <source>Most texts are under copyright: say whether they go out.</source>
        <translation>La maggior parte dei testi è protetta da diritto d'autore: indica se escono.</translation>
    </message>
    <message>
        <source>My own codebook (TOML)…</source>
        <translation>Un mio codebook (TOML)…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nomi</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Stretta</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nuovo progetto</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nuovo progetto…</translation>
    </message>
    <message>
        <source>Nexis or Factiva</source>
        <translation>Nexis o Factiva</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Prossimo articolo</translation>
    </message>
    <message>
        <source>Next article that is not done</source>
        <translation>Prossimo articolo non finito</translation>
    </message>
    <message>
        <source>Next open paragraph</source>
        <translation>Prossimo paragrafo aperto</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>Paragrafo successivo</translation>
    </message>
    <message>
        <source>Next target</source>
        <translation>Target successivo</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>Nessun articolo corrisponde.</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Ancora nessun articolo</translation>
    </message>
    <message>
        <source>No code has been compared yet: two people have to answer the same paragraphs.</source>
        <translation>Nessun codice è stato ancora confrontato: due persone devono rispondere sugli stessi paragrafi.</translation>
    </message>
    <message>
        <source>No disagreement was observed.</source>
        <translation>Non si è osservato alcun disaccordo.</translation>
    </message>
    <message>
        <source>No figure compares free text: read the answers beside each other.</source>
        <translation>Nessuna cifra confronta testo libero: leggi le risposte una accanto all'altra.</translation>
    </message>
    <message>
        <source>No paragraph has two answers that could be set side by side yet.</source>
        <translation>Nessun paragrafo ha ancora due risposte da mettere a confronto.</translation>
    </message>
    <message>
        <source>No paragraph of this article is doubtful.</source>
        <translation>Nessun paragrafo di questo articolo è dubbio.</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Ancora nessun progetto</translation>
    </message>
    <message>
        <source>No target is asked here</source>
        <translation>Qui non si chiede nessun target</translation>
    </message>
    <message>
        <source>No two annotators have coded the same paragraphs yet.</source>
        <translation>Non ci sono ancora due codificatori che abbiano codificato gli stessi paragrafi.</translation>
    </message>
    <message>
        <source>No unit of the pilot has two answers, so nothing can be redrawn</source>
        <translation>Nessuna unità del pilota ha due risposte, quindi non si può riestrarre nulla</translation>
    </message>
    <message>
        <source>No word begins with {w}.</source>
        <translation>Nessuna parola comincia con {w}.</translation>
    </message>
    <message>
        <source>Nobody could choose the category {category}</source>
        <translation>Nessuno poteva scegliere la categoria {category}</translation>
    </message>
    <message>
        <source>Nobody disagreed.</source>
        <translation>Nessun disaccordo.</translation>
    </message>
    <message>
        <source>Nobody has answered the same paragraph twice yet. Let people code some articles again in another round, without looking at their first answers: agreement between people can hardly be higher than that with oneself.</source>
        <translation>Nessuno ha ancora risposto due volte allo stesso paragrafo. Fai ricodificare alcuni articoli in un'altra tornata, senza guardare le prime risposte: l'accordo tra persone difficilmente supera quello con sé stessi.</translation>
    </message>
    <message>
        <source>Nobody has answered this question yet.</source>
        <translation>Nessuno ha ancora risposto a questa domanda.</translation>
    </message>
    <message>
        <source>Nobody has coded what another person has coded. Let a second person code some of the same articles.</source>
        <translation>Nessuno ha codificato ciò che un altro ha codificato. Fai codificare alcuni degli stessi articoli a una seconda persona.</translation>
    </message>
    <message>
        <source>None of the hardest disagreements is of this kind.</source>
        <translation>Nessuno dei disaccordi più gravi è di questo tipo.</translation>
    </message>
    <message>
        <source>Not now: the last answers are not saved yet</source>
        <translation>Non ora: le ultime risposte non sono ancora salvate</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non salvato</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>Non questo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on {answer}</source>
        <translation>Nota su {answer}</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Nota…</translation>
    </message>
    <message>
        <source>Nothing is ticked in one of the lists.</source>
        <translation>In uno degli elenchi non è spuntato nulla.</translation>
    </message>
    <message>
        <source>Nothing to compare over time yet: a batch is fifty paragraphs coded by two.</source>
        <translation>Ancora niente da confrontare nel tempo: un lotto è di cinquanta paragrafi codificati da due.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Niente da ripetere</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Niente da annullare</translation>
    </message>
    <message>
        <source>Nothing was answered about the target {target}</source>
        <translation>Sul target {target} non c'è nessuna risposta</translation>
    </message>
    <message>
        <source>Nothing was answered by two people yet.</source>
        <translation>Niente ha ancora la risposta di due persone.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numeri</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>One row is</source>
        <translation>Una riga è</translation>
    </message>
    <message>
        <source>Only doubtful paragraphs ({n})</source>
        <translation>Solo i paragrafi dubbi ({n})</translation>
    </message>
    <message>
        <source>Only one person has coded so far. Let a second person code some of the same articles: Annotator → Who is coding…, or merge their file.</source>
        <translation>Finora ha codificato una sola persona. Fai codificare alcuni degli stessi articoli a una seconda: Annotatore → Chi codifica…, oppure unisci il suo file.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Apri un progetto</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Apri un progetto…</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Apri il registro</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Altra cartella…</translation>
    </message>
    <message>
        <source>Other pane</source>
        <translation>Altro riquadro</translation>
    </message>
    <message>
        <source>Other place…</source>
        <translation>Altrove…</translation>
    </message>
    <message>
        <source>Otherwise only their hash is kept, which tells them apart</source>
        <translation>Altrimenti se ne conserva solo l’impronta, che li distingue</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Testata</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Nel tempo</translation>
    </message>
    <message>
        <source>Overview of the article</source>
        <translation>Panoramica dell'articolo</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Pag giù</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Pag su</translation>
    </message>
    <message>
        <source>Pairs of annotators</source>
        <translation>Coppie di annotatori</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Paragrafi</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Part at the caret</source>
        <translation>Dividi al cursore</translation>
    </message>
    <message>
        <source>Part this paragraph…</source>
        <translation>Dividi questo paragrafo…</translation>
    </message>
    <message>
        <source>People agreed with themselves at α {own}, and with each other at {others}: the first is the most that can be hoped for. {n} answers were given twice{between}.</source>
        <translation>L'accordo con sé stessi è α {own}, quello tra persone {others}: il primo è il massimo che si possa sperare. {n} risposte sono state date due volte{between}.</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>Paragrafo precedente</translation>
    </message>
    <message>
        <source>Previous target</source>
        <translation>Target precedente</translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation>Prodigy</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Pseudonimo</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Domanda</translation>
    </message>
    <message>
        <source>Questions and comparisons</source>
        <translation>Domande e confronti</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>REFI-QDA</source>
        <translation>REFI-QDA</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Leggi come</translation>
    </message>
    <message>
        <source>Read every file of this form in the same way</source>
        <translation>Leggi allo stesso modo tutti i file di questa forma</translation>
    </message>
    <message>
        <source>Read news paragraph by paragraph, code framing and stance, and agree on it.</source>
        <translation>Leggi le notizie paragrafo per paragrafo, codifica frame e posizioni, e misura l'accordo.</translation>
    </message>
    <message>
        <source>Read, code, agree</source>
        <translation>Leggi, codifica, confronta</translation>
    </message>
    <message>
        <source>Reading Parquet needs the package pyarrow</source>
        <translation>Per leggere Parquet serve il pacchetto pyarrow</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>Lettura, senza codici</translation>
    </message>
    <message>
        <source>Reading the answers…</source>
        <translation>Lettura delle risposte…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Progetti recenti</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Redrawing the answers so far…</source>
        <translation>Riestrazione delle risposte fin qui…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sostituisci</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Tornate</translation>
    </message>
    <message>
        <source>Same person, second pass</source>
        <translation>Stessa persona, seconda volta</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Salva il rapporto…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salva il rapporto</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>Salva questa figura</translation>
    </message>
    <message>
        <source>Save this picture…</source>
        <translation>Salva questa figura…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Salvato: {path}</translation>
    </message>
    <message>
        <source>Say where it goes.</source>
        <translation>Indica la destinazione.</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Non selezionare nulla</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>Seleziona la frase</translation>
    </message>
    <message>
        <source>Select the word that begins so…</source>
        <translation>Seleziona la parola che comincia così…</translation>
    </message>
    <message>
        <source>Several files: zipped, or a folder if the name does not end in .zip.</source>
        <translation>Più file: compressi in uno zip, o una cartella se il nome non finisce in .zip.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostra tutti</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Mostra il file</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Salta</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testo più piccolo</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Qualcuno di nuovo</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Qualcosa è andato storto</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Spans need a column for where they start and one for where they end</source>
        <translation>I brani hanno bisogno di una colonna per l'inizio e di una per la fine</translation>
    </message>
    <message>
        <source>Start coding</source>
        <translation>Comincia a codificare</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Resta qui</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Fermato.</translation>
    </message>
    <message>
        <source>Table, one row a figure</source>
        <translation>Tabella, una riga per cifra</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tables of the kind {suffix} cannot be read</source>
        <translation>Le tabelle del tipo {suffix} non si possono leggere</translation>
    </message>
    <message>
        <source>Take away: {code}</source>
        <translation>Togli: {code}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Take duplicates in as copies</source>
        <translation>Importa i doppioni come copie</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Annulla l’ultima modifica</translation>
    </message>
    <message>
        <source>Take this article in</source>
        <translation>Importa questo articolo</translation>
    </message>
    <message>
        <source>Taken for each other most often: {one} and {other}, {n} times.</source>
        <translation>Scambiati più spesso: {one} e {other}, {n} volte.</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Importazione…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Text, web pages, Word, OpenDocument, RTF, PDF, EPUB, tables, ZIP files, and downloads of Nexis and Factiva. You see each article before it is taken in.</source>
        <translation>Testo, pagine web, Word, OpenDocument, RTF, PDF, EPUB, tabelle, file ZIP e scaricamenti da Nexis e Factiva. Vedi ogni articolo prima che sia importato.</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Non ha funzionato</translation>
    </message>
    <message>
        <source>The article before</source>
        <translation>L’articolo precedente</translation>
    </message>
    <message>
        <source>The codebook versions of the answers are not known, so they cannot be compared</source>
        <translation>Le versioni del codebook delle risposte non sono note, quindi non si possono confrontare</translation>
    </message>
    <message>
        <source>The distance table has no row for {value}</source>
        <translation>La tabella delle distanze non ha una riga per {value}</translation>
    </message>
    <message>
        <source>The distance table holds something that is no number from 0 up</source>
        <translation>La tabella delle distanze contiene qualcosa che non è un numero da 0 in su</translation>
    </message>
    <message>
        <source>The distance table is not square</source>
        <translation>La tabella delle distanze non è quadrata</translation>
    </message>
    <message>
        <source>The distance table is not symmetric with zeros on its diagonal</source>
        <translation>La tabella delle distanze non è simmetrica con zeri sulla diagonale</translation>
    </message>
    <message>
        <source>The distance table was asked for, and none was given</source>
        <translation>È stata chiesta la tabella delle distanze, ma non è stata data</translation>
    </message>
    <message>
        <source>The distance {distance} compares sets of codes, and makes no weights for {name} where an answer is one code</source>
        <translation>La distanza {distance} confronta insiemi di codici, e non dà pesi per {name} dove una risposta è un solo codice</translation>
    </message>
    <message>
        <source>The distance {distance} does not compare sets of codes</source>
        <translation>La distanza {distance} non confronta insiemi di codici</translation>
    </message>
    <message>
        <source>The distance {distance} needs codes that are numbers or stand in an order</source>
        <translation>La distanza {distance} vuole codici che siano numeri o stiano in ordine</translation>
    </message>
    <message>
        <source>The documents are not known, so they cannot be redrawn</source>
        <translation>I documenti non sono noti, quindi non si possono riestrarre</translation>
    </message>
    <message>
        <source>The documents of the answers are not known, so they cannot be compared</source>
        <translation>I documenti delle risposte non sono noti, quindi non si possono confrontare</translation>
    </message>
    <message>
        <source>The figures could not be computed.</source>
        <translation>Non è stato possibile calcolare le cifre.</translation>
    </message>
    <message>
        <source>The file holds something else than before: what you had changed is gone.</source>
        <translation>Il contenuto del file non è più quello di prima: le modifiche che avevi fatto non ci sono più.</translation>
    </message>
    <message>
        <source>The first {n} articles are shown; all of the file is taken in.</source>
        <translation>Si vedono i primi {n} articoli; il file è importato tutto.</translation>
    </message>
    <message>
        <source>The intervals are those before the last answer; new ones in a moment · {took}</source>
        <translation>Gli intervalli sono quelli di prima dell'ultima risposta; tra poco i nuovi · {took}</translation>
    </message>
    <message>
        <source>The intervals could not be computed.</source>
        <translation>Non è stato possibile calcolare gli intervalli.</translation>
    </message>
    <message>
        <source>The layer {layer} holds free text, for which nothing can be planned</source>
        <translation>Il livello {layer} contiene testo libero, per il quale non si può pianificare nulla</translation>
    </message>
    <message>
        <source>The length of {n} texts is not known (--length-column); each is taken to end where its last span ends.</source>
        <translation>La lunghezza di {n} testi non è nota (--length-column); si assume che ciascuno finisca dove finisce il suo ultimo brano.</translation>
    </message>
    <message>
        <source>The log is {log}.</source>
        <translation>Il registro è {log}.</translation>
    </message>
    <message>
        <source>The measure {metric} is that of one category</source>
        <translation>La misura {metric} riguarda una sola categoria</translation>
    </message>
    <message>
        <source>The measure {metric} takes no distances of this kind</source>
        <translation>La misura {metric} non ammette distanze di questo tipo</translation>
    </message>
    <message>
        <source>The methods paragraph is on the clipboard.</source>
        <translation>Il paragrafo di metodo è negli appunti.</translation>
    </message>
    <message>
        <source>The next article</source>
        <translation>L’articolo seguente</translation>
    </message>
    <message>
        <source>The next position is that of {holder}</source>
        <translation>La prossima posizione è di {holder}</translation>
    </message>
    <message>
        <source>The number for {name} is too small</source>
        <translation>Il numero indicato per {name} è troppo piccolo</translation>
    </message>
    <message>
        <source>The number of draws and the seed cannot be negative</source>
        <translation>Il numero di estrazioni e il seme non possono essere negativi</translation>
    </message>
    <message>
        <source>The pilot has no code {code}</source>
        <translation>Il pilota non ha un codice {code}</translation>
    </message>
    <message>
        <source>The plan could not be computed.</source>
        <translation>Non è stato possibile calcolare il piano.</translation>
    </message>
    <message>
        <source>The planner needs a pilot: some articles that two people have coded.</source>
        <translation>Il pianificatore ha bisogno di un pilota: alcuni articoli codificati da due persone.</translation>
    </message>
    <message>
        <source>The probability that α lies below .667 is {low}, below .800 it is {high}.</source>
        <translation>La probabilità che α sia sotto .667 è {low}, sotto .800 è {high}.</translation>
    </message>
    <message>
        <source>The program has made a mistake and goes on. Your answers are in the project file. Please send the text below to whoever looks after the program; it is also in {log}.</source>
        <translation>Il programma ha commesso un errore e va avanti. Le tue risposte sono nel file del progetto. Manda il testo qui sotto a chi cura il programma; si trova anche in {log}.</translation>
    </message>
    <message>
        <source>The ratio distance needs numbers from 0 up, and {number:g} is negative</source>
        <translation>La distanza ratio vuole numeri da 0 in su, e {number:g} è negativo</translation>
    </message>
    <message>
        <source>The rest is not addressed, done</source>
        <translation>Il resto non è trattato, fatto</translation>
    </message>
    <message>
        <source>The rounds of the answers are not known, so they cannot be compared</source>
        <translation>Le tornate delle risposte non sono note, quindi non si possono confrontare</translation>
    </message>
    <message>
        <source>The table cannot be read: {trouble}</source>
        <translation>La tabella non si può leggere: {trouble}</translation>
    </message>
    <message>
        <source>The table is empty</source>
        <translation>La tabella è vuota</translation>
    </message>
    <message>
        <source>The table is no sound Parquet file: {trouble}</source>
        <translation>La tabella non è un file Parquet integro: {trouble}</translation>
    </message>
    <message>
        <source>The table is not UTF-8 text</source>
        <translation>La tabella non è testo UTF-8</translation>
    </message>
    <message>
        <source>The table was changed while it was read</source>
        <translation>La tabella è stata cambiata mentre veniva letta</translation>
    </message>
    <message>
        <source>The times of the answers are not known, so batches cannot be compared</source>
        <translation>I tempi delle risposte non sono noti, quindi i gruppi non si possono confrontare</translation>
    </message>
    <message>
        <source>The times of the answers are not known, so weeks cannot be compared</source>
        <translation>I tempi delle risposte non sono noti, quindi le settimane non si possono confrontare</translation>
    </message>
    <message>
        <source>The values “{one}” and “{other}” differ only in spaces or capitals and count as different.</source>
        <translation>I valori “{one}” e “{other}” differiscono solo per spazi o maiuscole e contano come diversi.</translation>
    </message>
    <message>
        <source>The words of the paragraph</source>
        <translation>Le parole del paragrafo</translation>
    </message>
    <message>
        <source>The {name} must lie between 0 and 1</source>
        <translation>Il valore di {name} deve stare tra 0 e 1</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>There are at most {limit} draws, and the seed is not negative</source>
        <translation>Le estrazioni sono al massimo {limit}, e il seme non è negativo</translation>
    </message>
    <message>
        <source>There are several columns {column}</source>
        <translation>Ci sono più colonne {column}</translation>
    </message>
    <message>
        <source>There are too many pairs of annotators for Light's kappa</source>
        <translation>Ci sono troppe coppie di codificatori per la kappa di Light</translation>
    </message>
    <message>
        <source>There are {n} different values, and the {distance} distance takes at most {most}</source>
        <translation>Ci sono {n} valori diversi, e la distanza {distance} ne ammette al massimo {most}</translation>
    </message>
    <message>
        <source>There is no annotator {name} to be put into a group</source>
        <translation>Non c'è un codificatore {name} da mettere in un gruppo</translation>
    </message>
    <message>
        <source>There is no column {column}; the columns are: {columns}</source>
        <translation>Non c'è una colonna {column}; le colonne sono: {columns}</translation>
    </message>
    <message>
        <source>There is no format {name}</source>
        <translation>Non c'è un formato {name}</translation>
    </message>
    <message>
        <source>There is no measure {metric}</source>
        <translation>Non c'è una misura {metric}</translation>
    </message>
    <message>
        <source>There is no other target to go to</source>
        <translation>Non c'è un altro target a cui andare</translation>
    </message>
    <message>
        <source>There is no pair of unequal answers to this question.</source>
        <translation>A questa domanda non ci sono coppie di risposte diverse.</translation>
    </message>
    <message>
        <source>There is no {kind} {name}</source>
        <translation>Non c'è nessun {kind} {name}</translation>
    </message>
    <message>
        <source>There is nothing to compare yet: at least two parts with answers of two people are needed.</source>
        <translation>Non c'è ancora niente da confrontare: servono almeno due parti con risposte di due persone.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Questo articolo</translation>
    </message>
    <message>
        <source>This article has no paragraph that two people have coded.</source>
        <translation>Questo articolo non ha paragrafi codificati da due persone.</translation>
    </message>
    <message>
        <source>This article is done</source>
        <translation>Questo articolo è finito</translation>
    </message>
    <message>
        <source>This article is in the project already; it is not taken in again.</source>
        <translation>Questo articolo è già nel progetto; non è importato di nuovo.</translation>
    </message>
    <message>
        <source>This article is in the project already; it is taken in as a copy.</source>
        <translation>Questo articolo è già nel progetto; è importato come copia.</translation>
    </message>
    <message>
        <source>This article is not in the project any more.</source>
        <translation>Questo articolo non è più nel progetto.</translation>
    </message>
    <message>
        <source>This is the only open place of the article</source>
        <translation>Questo è l'unico punto aperto dell'articolo</translation>
    </message>
    <message>
        <source>This paragraph is a</source>
        <translation>Questo paragrafo è</translation>
    </message>
    <message>
        <source>This project can only be read here: nothing can be saved.</source>
        <translation>Questo progetto qui si può solo leggere: non si può salvare nulla.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Title, author, outlet, date and address; otherwise only those chosen by hand</source>
        <translation>Titolo, autore, testata, data e indirizzo; altrimenti solo quelli scelti a mano</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>Da guardare</translation>
    </message>
    <message>
        <source>Today's safety copy was not made: {why}</source>
        <translation>La copia di sicurezza di oggi non è stata fatta: {why}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Prova la demo</translation>
    </message>
    <message>
        <source>Two codes mark the same words, so that one figure over all codes is not defined: see the codes one by one.</source>
        <translation>Due codici marcano le stesse parole, perciò una cifra su tutti i codici non è definita: guarda i codici uno per uno.</translation>
    </message>
    <message>
        <source>UIMA CAS JSON</source>
        <translation>UIMA CAS JSON</translation>
    </message>
    <message>
        <source>UIMA CAS XMI</source>
        <translation>UIMA CAS XMI</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla l'ultima risposta</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Dimensione abituale del testo</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Indirizzo web</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Pagina web</translation>
    </message>
    <message>
        <source>WebAnno TSV</source>
        <translation>WebAnno TSV</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Che cosa non va</translation>
    </message>
    <message>
        <source>What stands below may be answered all the same.</source>
        <translation>A quello che segue si può comunque rispondere.</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>Che cosa è stato preso per che cosa</translation>
    </message>
    <message>
        <source>Where should the demo go?</source>
        <translation>Dove metto la demo?</translation>
    </message>
    <message>
        <source>Which files are shown</source>
        <translation>Quali file si vedono</translation>
    </message>
    <message>
        <source>Who is coding?</source>
        <translation>Chi codifica?</translation>
    </message>
    <message>
        <source>Who is coding…</source>
        <translation>Chi codifica…</translation>
    </message>
    <message>
        <source>Whole article</source>
        <translation>Articolo intero</translation>
    </message>
    <message>
        <source>Whole project (bundle)</source>
        <translation>Progetto intero (bundle)</translation>
    </message>
    <message>
        <source>Whose voice?</source>
        <translation>Di chi è la voce?</translation>
    </message>
    <message>
        <source>Whose voice…</source>
        <translation>Di chi è la voce…</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Larga</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Finestra</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Senza</translation>
    </message>
    <message>
        <source>Without one annotator</source>
        <translation>Senza un codificatore</translation>
    </message>
    <message>
        <source>Without one person</source>
        <translation>Senza una persona</translation>
    </message>
    <message>
        <source>Word left</source>
        <translation>Parola a sinistra</translation>
    </message>
    <message>
        <source>Word right</source>
        <translation>Parola a destra</translation>
    </message>
    <message>
        <source>Words of the paragraph</source>
        <translation>Parole del paragrafo</translation>
    </message>
    <message>
        <source>Writing Parquet needs the package pyarrow</source>
        <translation>Per scrivere Parquet serve il pacchetto pyarrow</translation>
    </message>
    <message>
        <source>Writing REFI-QDA needs the package lxml</source>
        <translation>Per scrivere REFI-QDA serve il pacchetto lxml</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Scrittura di {file}…</translation>
    </message>
    <message>
        <source>You have changed files that are not imported yet: {n}.</source>
        <translation>Hai modificato file non ancora importati: {n}.</translation>
    </message>
    <message>
        <source>Your answers are kept under a pseudonym. Choose one that does not name you; several people can share one file and do not see each other's answers.</source>
        <translation>Le tue risposte stanno sotto uno pseudonimo. Scegline uno che non ti nomini; più persone possono usare lo stesso file e non vedono le risposte degli altri.</translation>
    </message>
    <message>
        <source>Your last answer is not saved: {why}.</source>
        <translation>La tua ultima risposta non è salvata: {why}.</translation>
    </message>
    <message>
        <source>a bundle is the whole project, with all that tells annotators apart</source>
        <translation>un bundle è il progetto intero, con tutto ciò che distingue i codificatori</translation>
    </message>
    <message>
        <source>a bundle is the whole project; it cannot be only some of its answers</source>
        <translation>un bundle è il progetto intero; non può contenere solo una parte delle risposte</translation>
    </message>
    <message>
        <source>a card: languages, counts, codebook, annotators, agreement</source>
        <translation>una scheda: lingue, conteggi, codebook, codificatori, accordo</translation>
    </message>
    <message>
        <source>a code of a scale needs its place on it</source>
        <translation>un codice di una scala ha bisogno del suo posto</translation>
    </message>
    <message>
        <source>a codebook holds definitions and short examples; keep articles elsewhere</source>
        <translation>un codebook contiene definizioni e brevi esempi; tieni gli articoli altrove</translation>
    </message>
    <message>
        <source>a distance belongs to alpha, weights to weighted kappa, Fleiss, Conger, Light, AC2 and S</source>
        <translation>una distanza va con alpha; i pesi vanno con kappa pesata, Fleiss, Conger, Light, AC2 e S</translation>
    </message>
    <message>
        <source>a download of {layout} with {n} articles; what their heads say beside headline and byline stands in the metadata</source>
        <translation>un file scaricato da {layout} con {n} articoli; quello che le intestazioni dicono oltre a titolo e firma sta nei metadati</translation>
    </message>
    <message>
        <source>a few words, then Enter</source>
        <translation>qualche parola, poi Invio</translation>
    </message>
    <message>
        <source>a line of it is: "Their label" = {example}</source>
        <translation>una sua riga è: "Etichetta del file" = {example}</translation>
    </message>
    <message>
        <source>a name, or choose below</source>
        <translation>un nome, o scegli qui sotto</translation>
    </message>
    <message>
        <source>a newer version of the database engine is using this project</source>
        <translation>una versione più recente del motore di database sta usando questo progetto</translation>
    </message>
    <message>
        <source>a pair rule is about exactly two codes</source>
        <translation>una regola di coppia riguarda esattamente due codici</translation>
    </message>
    <message>
        <source>a paragraph, with all its answers</source>
        <translation>un paragrafo, con tutte le sue risposte</translation>
    </message>
    <message>
        <source>a paragraph, with one final answer to each question</source>
        <translation>un paragrafo, con una risposta finale per ogni domanda</translation>
    </message>
    <message>
        <source>a plot cannot be saved as {suffix}</source>
        <translation>un grafico non si può salvare come {suffix}</translation>
    </message>
    <message>
        <source>a program was stopped in the middle of writing to this project; that must be put right before it can be read</source>
        <translation>un programma è stato interrotto mentre scriveva in questo progetto; bisogna rimediare prima di poterlo leggere</translation>
    </message>
    <message>
        <source>a record of this project cannot be read ({reason})</source>
        <translation>una registrazione di questo progetto non si può leggere ({reason})</translation>
    </message>
    <message>
        <source>a wide table holds one question</source>
        <translation>una tabella larga contiene una sola domanda</translation>
    </message>
    <message>
        <source>a wide table of “{layer}” is about one target</source>
        <translation>una tabella larga di “{layer}” riguarda un solo target</translation>
    </message>
    <message>
        <source>about {code}</source>
        <translation>su {code}</translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>aggiungi una nota</translation>
    </message>
    <message>
        <source>add a table [[holder]], or take holder out: then it is the author</source>
        <translation>aggiungi una tabella [[holder]], o togli holder: allora è l'autore</translation>
    </message>
    <message>
        <source>add a table [[target]], or take per_target out</source>
        <translation>aggiungi una tabella [[target]], o togli per_target</translation>
    </message>
    <message>
        <source>add a table [[{key}]]</source>
        <translation>aggiungi una tabella [[{key}]]</translation>
    </message>
    <message>
        <source>add codes = ["…"] or state = "…"</source>
        <translation>aggiungi codes = ["…"] oppure state = "…"</translation>
    </message>
    <message>
        <source>add codes that are not retired</source>
        <translation>aggiungi codici che non siano ritirati</translation>
    </message>
    <message>
        <source>add default = true to one of them, as a rule to the author</source>
        <translation>aggiungi default = true a uno di loro, di norma all'autore</translation>
    </message>
    <message>
        <source>add it to the list once more, and look at what is in it now</source>
        <translation>aggiungilo di nuovo all’elenco e guarda che cosa contiene ora</translation>
    </message>
    <message>
        <source>add it, or take the name out</source>
        <translation>aggiungilo, o togli il nome</translation>
    </message>
    <message>
        <source>add natural ones in the other languages; they need not be translations</source>
        <translation>aggiungine di naturali nelle altre lingue; non devono essere traduzioni</translation>
    </message>
    <message>
        <source>add none to its states, or take this out</source>
        <translation>aggiungi none ai suoi stati, o togli questo</translation>
    </message>
    <message>
        <source>add per_target = true, or take targets out</source>
        <translation>aggiungi per_target = true, o togli targets</translation>
    </message>
    <message>
        <source>add retired = true, or take replaced_by out</source>
        <translation>aggiungi retired = true, o togli replaced_by</translation>
    </message>
    <message>
        <source>add the annotator first</source>
        <translation>prima aggiungi il codificatore</translation>
    </message>
    <message>
        <source>add the table [{key}]</source>
        <translation>aggiungi la tabella [{key}]</translation>
    </message>
    <message>
        <source>add value = …, rising from code to code</source>
        <translation>aggiungi value = …, crescente da codice a codice</translation>
    </message>
    <message>
        <source>add {key} = …</source>
        <translation>aggiungi {key} = …</translation>
    </message>
    <message>
        <source>add {key}.{tag}</source>
        <translation>aggiungi {key}.{tag}</translation>
    </message>
    <message>
        <source>addressed or not</source>
        <translation>trattato o no</translation>
    </message>
    <message>
        <source>addresses of articles</source>
        <translation>gli indirizzi degli articoli</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>accordo</translation>
    </message>
    <message>
        <source>all four states (cannot_tell and skipped are ignored tasks, with the state in meta)</source>
        <translation>tutti e quattro gli stati (cannot_tell e skipped sono compiti ignorati, con lo stato in meta)</translation>
    </message>
    <message>
        <source>all four states, sets of codes, main codes, words written as an answer</source>
        <translation>tutti e quattro gli stati, insiemi di codici, codici principali, parole scritte come risposta</translation>
    </message>
    <message>
        <source>all paragraphs in scope, or all articles, with their metadata</source>
        <translation>tutti i paragrafi da codificare, o tutti gli articoli, con i loro metadati</translation>
    </message>
    <message>
        <source>all that the lines by paragraph in JSONL keep</source>
        <translation>tutto ciò che conservano le righe per paragrafo in JSONL</translation>
    </message>
    <message>
        <source>all that the long table in CSV keeps</source>
        <translation>tutto ciò che conserva la tabella lunga in CSV</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>tutti insieme</translation>
    </message>
    <message>
        <source>all {value}</source>
        <translation>tutti {value}</translation>
    </message>
    <message>
        <source>allow it, unless the text always tells</source>
        <translation>permettilo, a meno che il testo non lo dica sempre</translation>
    </message>
    <message>
        <source>allow none, cannot_tell or skipped, or write required = false</source>
        <translation>permetti none, cannot_tell o skipped, oppure scrivi required = false</translation>
    </message>
    <message>
        <source>already in the project</source>
        <translation>già nel progetto</translation>
    </message>
    <message>
        <source>an annotator needs a name</source>
        <translation>un codificatore ha bisogno di un nome</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>una risposta</translation>
    </message>
    <message>
        <source>an answer on the whole article has been changed elsewhere since</source>
        <translation>nel frattempo una risposta sull'articolo intero è stata cambiata altrove</translation>
    </message>
    <message>
        <source>an article, with one final answer to each question</source>
        <translation>un articolo, con una risposta finale per ogni domanda</translation>
    </message>
    <message>
        <source>an empty list of codes stands for none; for the state write state = "none"</source>
        <translation>una lista di codici vuota vale none; per lo stato scrivi state = "none"</translation>
    </message>
    <message>
        <source>an event of the answer {uid} says nothing</source>
        <translation>un evento della risposta {uid} non dice nulla</translation>
    </message>
    <message>
        <source>an object of JSON is expected, and this is none</source>
        <translation>ci si aspetta un oggetto JSON, e questo non lo è</translation>
    </message>
    <message>
        <source>and {n} more answers</source>
        <translation>e altre {n} risposte</translation>
    </message>
    <message>
        <source>annotations of words, also of several and upon each other, with all their features</source>
        <translation>annotazioni di parole, anche di più parole e sovrapposte, con tutte le loro proprietà</translation>
    </message>
    <message>
        <source>annotations without any words</source>
        <translation>annotazioni senza parole</translation>
    </message>
    <message>
        <source>annotators are numbers, by {file}: Label Studio takes answers only of numbers that its users have</source>
        <translation>i codificatori sono numeri, secondo {file}: Label Studio accetta solo risposte di numeri che hanno i suoi utenti</translation>
    </message>
    <message>
        <source>another voice…</source>
        <translation>un'altra voce…</translation>
    </message>
    <message>
        <source>answer {uid}: the log does not know it</source>
        <translation>risposta {uid}: il registro non la conosce</translation>
    </message>
    <message>
        <source>answer {uid}: the log says otherwise</source>
        <translation>risposta {uid}: il registro dice altro</translation>
    </message>
    <message>
        <source>answer {uid}: {reason}</source>
        <translation>risposta {uid}: {reason}</translation>
    </message>
    <message>
        <source>answers about whole articles</source>
        <translation>risposte su articoli interi</translation>
    </message>
    <message>
        <source>answers cannot_tell</source>
        <translation>risposte cannot_tell</translation>
    </message>
    <message>
        <source>answers made with an older codebook in which the question meant something else</source>
        <translation>risposte date con un codebook precedente in cui la domanda significava altro</translation>
    </message>
    <message>
        <source>answers none (an empty list says so only for all questions at once)</source>
        <translation>risposte none (un elenco vuoto lo dice solo per tutte le domande insieme)</translation>
    </message>
    <message>
        <source>answers skipped</source>
        <translation>risposte skipped</translation>
    </message>
    <message>
        <source>answers to “{layer}” have no holders</source>
        <translation>le risposte a “{layer}” non hanno voci</translation>
    </message>
    <message>
        <source>answers without a number</source>
        <translation>risposte senza un numero</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articoli</translation>
    </message>
    <message>
        <source>articles of files that are cut off: {n}</source>
        <translation>articoli di file troncati: {n}</translation>
    </message>
    <message>
        <source>articles of whose head no headline could be told: {n}</source>
        <translation>articoli nella cui testata non si riconosce un titolo: {n}</translation>
    </message>
    <message>
        <source>articles redrawn {draws} times, seed {seed}</source>
        <translation>articoli riestratti {draws} volte, seme {seed}</translation>
    </message>
    <message>
        <source>articles that open with what looks like remains of a page: {n}</source>
        <translation>articoli che cominciano con quello che sembra un resto di pagina: {n}</translation>
    </message>
    <message>
        <source>articles that stop without a full stop, perhaps cut off: {n}</source>
        <translation>articoli che si fermano senza punto, forse tagliati: {n}</translation>
    </message>
    <message>
        <source>articles with characters that XML cannot hold</source>
        <translation>articoli con caratteri che XML non ammette</translation>
    </message>
    <message>
        <source>articles with control characters: {n}</source>
        <translation>articoli con caratteri di controllo: {n}</translation>
    </message>
    <message>
        <source>articles with pages that have no text, perhaps scanned: {n}</source>
        <translation>articoli con pagine senza testo, forse scansioni: {n}</translation>
    </message>
    <message>
        <source>articles with their metadata and the kinds of their paragraphs</source>
        <translation>gli articoli con i loro metadati e i tipi dei paragrafi</translation>
    </message>
    <message>
        <source>articles with tracked changes, which were accepted: {n}</source>
        <translation>articoli con revisioni, lette come se fossero accettate: {n}</translation>
    </message>
    <message>
        <source>articles with unreadable characters, which stand as U+FFFD: {n}</source>
        <translation>articoli con caratteri illeggibili, resi con U+FFFD: {n}</translation>
    </message>
    <message>
        <source>articles with zero bytes, which stand as U+FFFD: {n}</source>
        <translation>articoli con byte zero, sostituiti da U+FFFD: {n}</translation>
    </message>
    <message>
        <source>articles without an answer</source>
        <translation>articoli senza una risposta</translation>
    </message>
    <message>
        <source>articles without an answer, and what is known of articles beside their texts</source>
        <translation>articoli senza una risposta, e ciò che si sa degli articoli oltre al testo</translation>
    </message>
    <message>
        <source>articles without the mark at their end; the download may be cut off: {n}</source>
        <translation>articoli senza il segno di fine; il file scaricato è forse troncato: {n}</translation>
    </message>
    <message>
        <source>at most {most} characters fit here</source>
        <translation>qui stanno al massimo {most} caratteri</translation>
    </message>
    <message>
        <source>back to coding</source>
        <translation>torna a codificare</translation>
    </message>
    <message>
        <source>batches of 50</source>
        <translation>gruppi di 50</translation>
    </message>
    <message>
        <source>begin with format = 1</source>
        <translation>comincia con format = 1</translation>
    </message>
    <message>
        <source>body</source>
        <translation>corpo</translation>
    </message>
    <message>
        <source>boilerplate</source>
        <translation>resti di pagina</translation>
    </message>
    <message>
        <source>borrow from a scale, or change the answer</source>
        <translation>prendi i codici da una scala, o cambia il tipo di risposta</translation>
    </message>
    <message>
        <source>brat</source>
        <translation>brat</translation>
    </message>
    <message>
        <source>bring them in with: annotator merge PROJECT {name}</source>
        <translation>portale dentro con: annotator merge PROJECT {name}</translation>
    </message>
    <message>
        <source>bring them in with: annotator merge PROJECT {name} --annotator KEY</source>
        <translation>portale dentro con: annotator merge PROJECT {name} --annotator KEY</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>firma</translation>
    </message>
    <message>
        <source>byte {position} is not {encoding}</source>
        <translation>il byte {position} non è {encoding}</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>non determinabile</translation>
    </message>
    <message>
        <source>cannot_tell and skipped are empty cells, as units that were not seen</source>
        <translation>cannot_tell e skipped sono celle vuote, come le unità non viste</translation>
    </message>
    <message>
        <source>cannot_tell and skipped are left out</source>
        <translation>cannot_tell e skipped sono tralasciati</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>didascalia</translation>
    </message>
    <message>
        <source>change {change}</source>
        <translation>variazione {change}</translation>
    </message>
    <message>
        <source>chapters without text (covers, pictures) were left out</source>
        <translation>i capitoli senza testo (copertine, immagini) sono stati tralasciati</translation>
    </message>
    <message>
        <source>chapters without text (covers, pictures), left out: {n}</source>
        <translation>capitoli senza testo (copertine, immagini), tralasciati: {n}</translation>
    </message>
    <message>
        <source>characters that XML cannot hold</source>
        <translation>caratteri che XML non può contenere</translation>
    </message>
    <message>
        <source>characters that XML cannot hold, in notes and in words written as an answer</source>
        <translation>i caratteri che XML non può contenere, in note e in parole scritte come risposta</translation>
    </message>
    <message>
        <source>check it with the program that made it</source>
        <translation>controllalo con il programma che lo ha fatto</translation>
    </message>
    <message>
        <source>check its name and folder</source>
        <translation>controlla nome e cartella</translation>
    </message>
    <message>
        <source>check its name and your rights</source>
        <translation>controlla il nome e i tuoi permessi</translation>
    </message>
    <message>
        <source>check that it is a codebook (QDC), or a project (QDPX)</source>
        <translation>controlla che sia un codebook (QDC) o un progetto (QDPX)</translation>
    </message>
    <message>
        <source>check that the column holds codes, or choose the nominal distance</source>
        <translation>controlla che la colonna contenga codici, o scegli la distanza nominale</translation>
    </message>
    <message>
        <source>check that the right file was chosen</source>
        <translation>controlla di aver scelto il file giusto</translation>
    </message>
    <message>
        <source>check that the right file was chosen, and what --from says</source>
        <translation>controlla di aver scelto il file giusto, e che cosa dice --from</translation>
    </message>
    <message>
        <source>check that you may list it, or choose the files in it</source>
        <translation>controlla di poterla elencare, o scegli i file che contiene</translation>
    </message>
    <message>
        <source>check that you may read it and that its disk is there</source>
        <translation>controlla di poterlo leggere e che il suo disco ci sia</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>controlla il nome</translation>
    </message>
    <message>
        <source>check the name and the rights</source>
        <translation>controlla nome e permessi</translation>
    </message>
    <message>
        <source>check the name and the rights of the file</source>
        <translation>controlla nome e permessi del file</translation>
    </message>
    <message>
        <source>check the name, or make a new project with: annotator new {path}</source>
        <translation>controlla il nome, o crea un nuovo progetto con: annotator new {path}</translation>
    </message>
    <message>
        <source>check your rights</source>
        <translation>controlla i tuoi permessi</translation>
    </message>
    <message>
        <source>choose a file that Annotator made; its name usually ends in .annot</source>
        <translation>scegli un file fatto da Annotator; di solito il nome finisce in .annot</translation>
    </message>
    <message>
        <source>choose a folder that exists and that you may write in</source>
        <translation>scegli una cartella che esiste e in cui puoi scrivere</translation>
    </message>
    <message>
        <source>choose a layer of sets (--layer), or scale, ordinal_gwet, interval, linear</source>
        <translation>scegli un livello di insiemi (--layer), oppure scale, ordinal_gwet, interval, linear</translation>
    </message>
    <message>
        <source>choose a name that does not end in .zip, such as {name}</source>
        <translation>scegli un nome che non finisca in .zip, per esempio {name}</translation>
    </message>
    <message>
        <source>choose a name that ends in .html, .pdf, .md, .tex, .csv or .json</source>
        <translation>scegli un nome che finisca in .html, .pdf, .md, .tex, .csv o .json</translation>
    </message>
    <message>
        <source>choose a name that ends in .svg, .pdf or .png</source>
        <translation>scegli un nome che finisca in .svg, .pdf o .png</translation>
    </message>
    <message>
        <source>choose all, or make a file for one coder with: annotator split</source>
        <translation>scegli tutto, oppure crea il file di un solo codificatore con: annotator split</translation>
    </message>
    <message>
        <source>choose another</source>
        <translation>scegline un altro</translation>
    </message>
    <message>
        <source>choose another article</source>
        <translation>scegli un altro articolo</translation>
    </message>
    <message>
        <source>choose another format for what is to be published</source>
        <translation>scegli un altro formato per ciò che vuoi pubblicare</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>scegli un altro nome</translation>
    </message>
    <message>
        <source>choose another name, or choose {annotator} in the list</source>
        <translation>scegli un altro nome, o scegli {annotator} nell'elenco</translation>
    </message>
    <message>
        <source>choose another name, or open that file</source>
        <translation>scegli un altro nome, o apri quel file</translation>
    </message>
    <message>
        <source>choose another name, such as {name}</source>
        <translation>scegli un altro nome, come {name}</translation>
    </message>
    <message>
        <source>choose another place, or make room</source>
        <translation>scegli un altro posto, o fai spazio</translation>
    </message>
    <message>
        <source>choose another with --layer</source>
        <translation>scegline un altro con --layer</translation>
    </message>
    <message>
        <source>choose another, or none</source>
        <translation>scegline un altro, o nessuno</translation>
    </message>
    <message>
        <source>choose another; the label may be what you like</source>
        <translation>scegline un'altra; l'etichetta può essere quella che vuoi</translation>
    </message>
    <message>
        <source>choose conger, which says nearly the same</source>
        <translation>scegli conger, che dice quasi lo stesso</translation>
    </message>
    <message>
        <source>choose from {colours}</source>
        <translation>scegli tra {colours}</translation>
    </message>
    <message>
        <source>choose from {keys}</source>
        <translation>scegli tra {keys}</translation>
    </message>
    <message>
        <source>choose from {known}</source>
        <translation>scegli tra {known}</translation>
    </message>
    <message>
        <source>choose from {options}</source>
        <translation>scegli tra {options}</translation>
    </message>
    <message>
        <source>choose it with --layer: {layers}</source>
        <translation>sceglila con --layer: {layers}</translation>
    </message>
    <message>
        <source>choose it with --target: {targets}</source>
        <translation>sceglilo con --target: {targets}</translation>
    </message>
    <message>
        <source>choose masi, jaccard or nominal</source>
        <translation>scegli masi, jaccard o nominal</translation>
    </message>
    <message>
        <source>choose one of {known}</source>
        <translation>scegli tra {known}</translation>
    </message>
    <message>
        <source>choose one of: {rounds}</source>
        <translation>scegli una di queste: {rounds}</translation>
    </message>
    <message>
        <source>choose one with --layer</source>
        <translation>scegline uno con --layer</translation>
    </message>
    <message>
        <source>choose ordinal_gwet, linear or interval, which are fixed before</source>
        <translation>scegli ordinal_gwet, linear o interval, che sono fissate prima</translation>
    </message>
    <message>
        <source>choose such a key; the label may be what you like</source>
        <translation>scegli una chiave così; l'etichetta può essere quella che vuoi</translation>
    </message>
    <message>
        <source>choose the interval distance</source>
        <translation>scegli la distanza interval</translation>
    </message>
    <message>
        <source>choose {annotator} in the list</source>
        <translation>scegli {annotator} nell'elenco</translation>
    </message>
    <message>
        <source>close the other program, then open the project again</source>
        <translation>chiudi l'altro programma, poi riapri il progetto</translation>
    </message>
    <message>
        <source>codebook {version}</source>
        <translation>codebook {version}</translation>
    </message>
    <message>
        <source>codebooks, rounds, targets, holders, annotators</source>
        <translation>codebook, tornate, target, voci, codificatori</translation>
    </message>
    <message>
        <source>coder {name}</source>
        <translation>codificatore {name}</translation>
    </message>
    <message>
        <source>codes is missing: when what is answered?</source>
        <translation>manca codes: quando viene risposto che cosa?</translation>
    </message>
    <message>
        <source>comments in the margin, left out: {n}</source>
        <translation>commenti a margine, tralasciati: {n}</translation>
    </message>
    <message>
        <source>control characters (U+0080 to U+009F) in the text: {n}; perhaps {encoding} is not its encoding</source>
        <translation>caratteri di controllo (da U+0080 a U+009F) nel testo: {n}; forse la codifica non è {encoding}</translation>
    </message>
    <message>
        <source>control characters, which XML cannot hold</source>
        <translation>i caratteri di controllo, che XML non ammette</translation>
    </message>
    <message>
        <source>copy it to a folder of your own and open the copy</source>
        <translation>copialo in una tua cartella e apri la copia</translation>
    </message>
    <message>
        <source>copy the file, then run: annotator check {path}</source>
        <translation>copia il file, poi esegui: annotator check {path}</translation>
    </message>
    <message>
        <source>correct it there; texts stand in quotes, and a quote within them as \"</source>
        <translation>correggilo lì; i testi stanno tra virgolette, e una virgoletta al loro interno si scrive \"</translation>
    </message>
    <message>
        <source>count from 0; the end is the first character outside</source>
        <translation>si conta da 0; la fine è il primo carattere fuori</translation>
    </message>
    <message>
        <source>dateline</source>
        <translation>luogo e data</translation>
    </message>
    <message>
        <source>did you mean {nearest}?</source>
        <translation>intendevi {nearest}?</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>intendevi {near}?</translation>
    </message>
    <message>
        <source>did {what} again, whole article</source>
        <translation>ripetuto {what}, articolo intero</translation>
    </message>
    <message>
        <source>did {what} again, ¶ {number}</source>
        <translation>ripetuto {what}, ¶ {number}</translation>
    </message>
    <message>
        <source>do not use this archive unless you know where it comes from</source>
        <translation>non usare questo archivio se non sai da dove viene</translation>
    </message>
    <message>
        <source>doccano</source>
        <translation>doccano</translation>
    </message>
    <message>
        <source>done</source>
        <translation>finito</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dubbio</translation>
    </message>
    <message>
        <source>downloads of an unknown layout, each kept as one article: {n}</source>
        <translation>file scaricati di formato ignoto, ciascuno tenuto come un solo articolo: {n}</translation>
    </message>
    <message>
        <source>downloads of which something was left out as no part of any article: {n}</source>
        <translation>file scaricati di cui si è tralasciato ciò che non fa parte di alcun articolo: {n}</translation>
    </message>
    <message>
        <source>each type has its row</source>
        <translation>ogni tipo ha la sua riga</translation>
    </message>
    <message>
        <source>elements of the kind {kind} are not read: {n}</source>
        <translation>gli elementi di tipo {kind} non vengono letti: {n}</translation>
    </message>
    <message>
        <source>every answer as it stands: state, set of codes, main code, marked words, sureness, notes</source>
        <translation>ogni risposta com'è: stato, insieme di codici, codice principale, parole evidenziate, certezza, note</translation>
    </message>
    <message>
        <source>every answer with annotator, round, state, codes, main code, sureness and marked words</source>
        <translation>ogni risposta con codificatore, tornata, stato, codici, codice principale, certezza e parole evidenziate</translation>
    </message>
    <message>
        <source>every answer with its state, set of codes and main code</source>
        <translation>ogni risposta con stato, insieme di codici e codice principale</translation>
    </message>
    <message>
        <source>every change of the log, and with that every answer as it stands</source>
        <translation>ogni modifica del registro, e con questo ogni risposta così com’è ora</translation>
    </message>
    <message>
        <source>every paragraph in scope, also where nobody answered</source>
        <translation>ogni paragrafo da codificare, anche dove nessuno ha risposto</translation>
    </message>
    <message>
        <source>evidence is only for codes of paragraphs</source>
        <translation>si evidenziano parole solo per codici di paragrafi</translation>
    </message>
    <message>
        <source>evidence missing</source>
        <translation>mancano le parole</translation>
    </message>
    <message>
        <source>export it again as UIMA CAS XMI or JSON 0.4.0</source>
        <translation>esportalo di nuovo come UIMA CAS XMI o JSON 0.4.0</translation>
    </message>
    <message>
        <source>export it with the format UIMA CAS XMI or JSON, or WebAnno TSV</source>
        <translation>esportalo nel formato UIMA CAS XMI o JSON, o WebAnno TSV</translation>
    </message>
    <message>
        <source>export it with: prodigy db-out</source>
        <translation>esportalo con: prodigy db-out</translation>
    </message>
    <message>
        <source>export or copy it again</source>
        <translation>esportalo o copialo di nuovo</translation>
    </message>
    <message>
        <source>export or copy it again, and do not edit it</source>
        <translation>esportalo o copialo di nuovo, senza modificarlo</translation>
    </message>
    <message>
        <source>export the annotations again, or correct the file</source>
        <translation>esporta di nuovo le annotazioni, o correggi il file</translation>
    </message>
    <message>
        <source>export the answers of this file as JSONL and merge these</source>
        <translation>esporta le risposte di questo file come JSONL e unisci quelle</translation>
    </message>
    <message>
        <source>export the file again as WebAnno TSV 3.3</source>
        <translation>esporta di nuovo il file come WebAnno TSV 3.3</translation>
    </message>
    <message>
        <source>export the file again from the tool that made it</source>
        <translation>esporta di nuovo il file dallo strumento che lo ha fatto</translation>
    </message>
    <message>
        <source>export the file again, and keep its type system (TypeSystem.xml) beside it</source>
        <translation>esporta di nuovo il file e tieni accanto la descrizione dei suoi tipi (TypeSystem.xml)</translation>
    </message>
    <message>
        <source>export the project again, or get a whole copy of the file</source>
        <translation>esporta di nuovo il progetto, o procurati una copia intera del file</translation>
    </message>
    <message>
        <source>export the project from Label Studio as JSON</source>
        <translation>esporta il progetto da Label Studio come JSON</translation>
    </message>
    <message>
        <source>export the project from doccano as JSONL</source>
        <translation>esporta il progetto da doccano come JSONL</translation>
    </message>
    <message>
        <source>fairly</source>
        <translation>abbastanza</translation>
    </message>
    <message>
        <source>figures in {ms} ms</source>
        <translation>cifre in {ms} ms</translation>
    </message>
    <message>
        <source>fill both in, or neither</source>
        <translation>compila entrambi, o nessuno dei due</translation>
    </message>
    <message>
        <source>fill in “{column}”, or remove it</source>
        <translation>compila “{column}”, o togli la riga</translation>
    </message>
    <message>
        <source>fill it in, or take the line out</source>
        <translation>compilala, o togli la riga</translation>
    </message>
    <message>
        <source>fill the code in, or take the line out</source>
        <translation>aggiungi il codice, o togli la riga</translation>
    </message>
    <message>
        <source>for example: Chips and blocs</source>
        <translation>per esempio: Chip e blocchi</translation>
    </message>
    <message>
        <source>for spreadsheets: an apostrophe before cells that would be computed</source>
        <translation>per fogli di calcolo: un apostrofo davanti alle celle che verrebbero calcolate</translation>
    </message>
    <message>
        <source>for the annotations, export the documents as UIMA CAS XMI or JSON, and merge those</source>
        <translation>per le risposte, esporta i documenti come UIMA CAS XMI o JSON, e unisci quelli</translation>
    </message>
    <message>
        <source>for the annotations, merge it: annotator merge PROJECT FILE</source>
        <translation>per le annotazioni, uniscilo: annotator merge PROJECT FILE</translation>
    </message>
    <message>
        <source>for the public: new numbers for annotators, no notes, times cut to the hour</source>
        <translation>per il pubblico: nuovi numeri per i codificatori, niente note, orari ridotti all'ora</translation>
    </message>
    <message>
        <source>for the team; Ctrl+Enter is done</source>
        <translation>per il gruppo; Ctrl+Invio chiude</translation>
    </message>
    <message>
        <source>found: {what}</source>
        <translation>trovato: {what}</translation>
    </message>
    <message>
        <source>fractions of a second of the time of an answer</source>
        <translation>le frazioni di secondo dell'ora di una risposta</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>frammento</translation>
    </message>
    <message>
        <source>free text, not compared</source>
        <translation>testo libero, non confrontato</translation>
    </message>
    <message>
        <source>from the column “{name}”</source>
        <translation>dalla colonna “{name}”</translation>
    </message>
    <message>
        <source>from “{words}”</source>
        <translation>da “{words}”</translation>
    </message>
    <message>
        <source>gave ¶ {number} its kind again</source>
        <translation>ridato il suo tipo a ¶ {number}</translation>
    </message>
    <message>
        <source>get a newer Annotator, or write format = 1 and see what it says</source>
        <translation>procurati un Annotator più recente, o scrivi format = 1 e guarda che cosa dice</translation>
    </message>
    <message>
        <source>get a whole copy of it</source>
        <translation>procurati una copia intera</translation>
    </message>
    <message>
        <source>get a whole copy of the file</source>
        <translation>procurati una copia intera del file</translation>
    </message>
    <message>
        <source>give 0 or more; 0 draws give no interval</source>
        <translation>indica 0 o più; 0 estrazioni non danno intervallo</translation>
    </message>
    <message>
        <source>give a pseudonym: --annotator {name}=KEY</source>
        <translation>indica uno pseudonimo: --annotator {name}=KEY</translation>
    </message>
    <message>
        <source>give at least 1</source>
        <translation>indica almeno 1</translation>
    </message>
    <message>
        <source>give at least 2</source>
        <translation>indica almeno 2</translation>
    </message>
    <message>
        <source>give each a label of its own</source>
        <translation>dai a ciascuno una sua etichetta</translation>
    </message>
    <message>
        <source>give each column a name of its own</source>
        <translation>dai a ogni colonna un suo nome</translation>
    </message>
    <message>
        <source>give each entry in every language, in the same order</source>
        <translation>dai ogni voce in ogni lingua, nello stesso ordine</translation>
    </message>
    <message>
        <source>give each its own key: --annotator THEIRS=KEY</source>
        <translation>dai a ciascuno la sua chiave: --annotator THEIRS=KEY</translation>
    </message>
    <message>
        <source>give each pair of values one distance, and a value 0 to itself</source>
        <translation>dai a ogni coppia di valori una sola distanza, e 0 a un valore con se stesso</translation>
    </message>
    <message>
        <source>give every line a state, or none</source>
        <translation>dai a ogni riga uno stato, o a nessuna</translation>
    </message>
    <message>
        <source>give every line of a unit the same length</source>
        <translation>dai a tutte le righe di un'unità la stessa lunghezza</translation>
    </message>
    <message>
        <source>give every line the same keys; a missing rating is null</source>
        <translation>dai a ogni riga le stesse chiavi; un giudizio mancante è null</translation>
    </message>
    <message>
        <source>give every value a row</source>
        <translation>dai una riga a ogni valore</translation>
    </message>
    <message>
        <source>give one of the two codebooks a new version number; answers to different questions cannot be put together</source>
        <translation>dai a uno dei due codebook un nuovo numero di versione; risposte a domande diverse non si possono unire</translation>
    </message>
    <message>
        <source>give one, or choose another distance</source>
        <translation>indicane uno, o scegli un'altra distanza</translation>
    </message>
    <message>
        <source>give the answers of the file a key of their own: --annotator {theirs}{annotator}_2</source>
        <translation>dai alle risposte del file una chiave propria: --annotator {theirs}{annotator}_2</translation>
    </message>
    <message>
        <source>given table</source>
        <translation>tabella data</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>intertitolo</translation>
    </message>
    <message>
        <source>history and revision numbers</source>
        <translation>cronologia e numeri di revisione</translation>
    </message>
    <message>
        <source>history, revision numbers and time spent</source>
        <translation>cronologia, numeri di revisione e tempo impiegato</translation>
    </message>
    <message>
        <source>history: how an answer came about, and what was taken back</source>
        <translation>la cronologia: come si è arrivati a una risposta, e che cosa è stato ritirato</translation>
    </message>
    <message>
        <source>if this is another person, merge with --rename {key}={annotator}_2; if it is the same person, merge with --same {annotator}</source>
        <translation>se è un'altra persona, unisci con --rename {key}={annotator}_2; se è la stessa, unisci con --same {annotator}</translation>
    </message>
    <message>
        <source>imported files and metadata of articles but the title</source>
        <translation>i file importati e i metadati degli articoli tranne il titolo</translation>
    </message>
    <message>
        <source>in INCEpTION import the layers of {file} before the texts</source>
        <translation>in INCEpTION importa i livelli di {file} prima dei testi</translation>
    </message>
    <message>
        <source>in the window ? shows the keys</source>
        <translation>nella finestra ? mostra i tasti</translation>
    </message>
    <message>
        <source>in the window Space goes to the next open paragraph</source>
        <translation>nella finestra Spazio va al prossimo paragrafo aperto</translation>
    </message>
    <message>
        <source>in the window c says how sure the answer is</source>
        <translation>nella finestra c dice quanto la risposta è sicura</translation>
    </message>
    <message>
        <source>in the window h says whose voice it is</source>
        <translation>nella finestra h dice di chi è la voce</translation>
    </message>
    <message>
        <source>in the window j goes to the next paragraph</source>
        <translation>nella finestra j va al paragrafo successivo</translation>
    </message>
    <message>
        <source>in the window k goes to the previous paragraph</source>
        <translation>nella finestra k va al paragrafo precedente</translation>
    </message>
    <message>
        <source>in the window m selects the sentence</source>
        <translation>nella finestra m seleziona la frase</translation>
    </message>
    <message>
        <source>in the window n writes a note</source>
        <translation>nella finestra n scrive una nota</translation>
    </message>
    <message>
        <source>in the window the comma selects a word</source>
        <translation>nella finestra la virgola seleziona una parola</translation>
    </message>
    <message>
        <source>in the window u answers cannot tell</source>
        <translation>nella finestra u risponde non determinabile</translation>
    </message>
    <message>
        <source>install it: pip install "annotator[docx]"</source>
        <translation>installalo: pip install "annotator[docx]"</translation>
    </message>
    <message>
        <source>install it: pip install "annotator[parquet]"</source>
        <translation>installalo: pip install "annotator[parquet]"</translation>
    </message>
    <message>
        <source>install it: pip install "annotator[parquet]"; or save the table as .csv</source>
        <translation>installalo: pip install "annotator[parquet]"; oppure salva la tabella come .csv</translation>
    </message>
    <message>
        <source>install it: pip install "annotator[{extra}]"</source>
        <translation>installalo: pip install "annotator[{extra}]"</translation>
    </message>
    <message>
        <source>install the newest Annotator, then merge it again</source>
        <translation>installa la versione più recente di Annotator, poi uniscilo di nuovo</translation>
    </message>
    <message>
        <source>install the newest Annotator, then open it again</source>
        <translation>installa l'Annotator più recente, poi riaprilo</translation>
    </message>
    <message>
        <source>install them with: {line}</source>
        <translation>installale con: {line}</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>intervallo</translation>
    </message>
    <message>
        <source>interval by formula</source>
        <translation>intervallo da formula</translation>
    </message>
    <message>
        <source>interval {interval}</source>
        <translation>intervallo {interval}</translation>
    </message>
    <message>
        <source>it cannot be read on: {reason}</source>
        <translation>non si può leggere oltre: {reason}</translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <translation>è chiuso con una password</translation>
    </message>
    <message>
        <source>it lacks the part {name}</source>
        <translation>gli manca la parte {name}</translation>
    </message>
    <message>
        <source>it names no chapters, as every EPUB must</source>
        <translation>non indica capitoli, come deve fare ogni EPUB</translation>
    </message>
    <message>
        <source>its encoding cannot be told</source>
        <translation>la sua codifica non si può riconoscere</translation>
    </message>
    <message>
        <source>its first line names the columns: {columns}</source>
        <translation>la prima riga indica le colonne: {columns}</translation>
    </message>
    <message>
        <source>keep the one that counts</source>
        <translation>tieni quella che conta</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>tasti</translation>
    </message>
    <message>
        <source>kinds is empty, so the layer is never asked</source>
        <translation>kinds è vuoto, quindi il livello non viene mai chiesto</translation>
    </message>
    <message>
        <source>kinds is only for layers whose unit is paragraph</source>
        <translation>kinds vale solo per livelli con unit = paragraph</translation>
    </message>
    <message>
        <source>kinds of paragraphs</source>
        <translation>i tipi dei paragrafi</translation>
    </message>
    <message>
        <source>labels and definitions of codes</source>
        <translation>etichette e definizioni dei codici</translation>
    </message>
    <message>
        <source>labels in {name} were passed over{count}; to bring them in, type: annotator merge PROJECT {path} --annotator KEY</source>
        <translation>le etichette in {name} sono state saltate{count}; per portarle dentro, scrivi: annotator merge PROJECT {path} --annotator KEY</translation>
    </message>
    <message>
        <source>labels of devices</source>
        <translation>le etichette dei dispositivi</translation>
    </message>
    <message>
        <source>labels that the codebook does not have: {labels}; nothing was written</source>
        <translation>etichette che il codebook non ha: {labels}; non è stato scritto nulla</translation>
    </message>
    <message>
        <source>later answers of an annotator who answered a unit in several rounds</source>
        <translation>le risposte successive di chi ha risposto a un'unità in più tornate</translation>
    </message>
    <message>
        <source>leave --by out, or take the project itself, which knows them</source>
        <translation>togli --by, o usa il progetto stesso, che li conosce</translation>
    </message>
    <message>
        <source>leave --holder out</source>
        <translation>togli --holder</translation>
    </message>
    <message>
        <source>leave --numbers out</source>
        <translation>togli --numbers</translation>
    </message>
    <message>
        <source>leave --sets out, and give every code of a span a row of its own</source>
        <translation>togli --sets, e dai a ogni codice di un brano una riga propria</translation>
    </message>
    <message>
        <source>leave one row a file</source>
        <translation>lascia una sola riga per file</translation>
    </message>
    <message>
        <source>leave out --annotator, --map, --absent-is-none and --from</source>
        <translation>togli --annotator, --map, --absent-is-none e --from</translation>
    </message>
    <message>
        <source>leave out the signs | and #, and spaces at the ends</source>
        <translation>togli i segni | e #, e gli spazi alle estremità</translation>
    </message>
    <message>
        <source>leave the option out</source>
        <translation>togli l'opzione</translation>
    </message>
    <message>
        <source>leave the target out</source>
        <translation>togli il target</translation>
    </message>
    <message>
        <source>left out as no part of any article: {n} paragraphs; the first begins “{words}”</source>
        <translation>tralasciati perché non fanno parte di nessun articolo: {n} paragrafi; il primo comincia con “{words}”</translation>
    </message>
    <message>
        <source>left out as no part of the article: {n} pieces of the page with {words} words; the longest begins “{longest}”</source>
        <translation>tralasciati perché non fanno parte dell'articolo: {n} pezzi della pagina con {words} parole; il più lungo comincia con “{longest}”</translation>
    </message>
    <message>
        <source>left out as page numbers, running heads or feet: {n} lines, the first “{words}”</source>
        <translation>tralasciate come numeri di pagina, testatine o piè di pagina: {n} righe, la prima “{words}”</translation>
    </message>
    <message>
        <source>let a second annotator code some of the same units, or plan without it</source>
        <translation>fai codificare alcune delle stesse unità a un secondo codificatore, o pianifica senza pilota</translation>
    </message>
    <message>
        <source>line breaks at the ends of marked words</source>
        <translation>gli a capo alle estremità delle parole evidenziate</translation>
    </message>
    <message>
        <source>line breaks in notes and in words written as an answer</source>
        <translation>gli a capo nelle note e nelle parole scritte come risposta</translation>
    </message>
    <message>
        <source>line breaks in notes and words</source>
        <translation>a capo in note e parole</translation>
    </message>
    <message>
        <source>line {line} has {n} fields, the header has {columns}</source>
        <translation>la riga {line} ha {n} campi, l'intestazione ha {columns}</translation>
    </message>
    <message>
        <source>line {line} is cut off in the middle; the file is not whole</source>
        <translation>la riga {line} è tagliata a metà; il file non è intero</translation>
    </message>
    <message>
        <source>line {line} is longer than 64 MiB</source>
        <translation>la riga {line} è più lunga di 64 MiB</translation>
    </message>
    <message>
        <source>line {line} is no JSON: {trouble}</source>
        <translation>la riga {line} non è JSON: {trouble}</translation>
    </message>
    <message>
        <source>line {line} is no annotation: {trouble}</source>
        <translation>la riga {line} non è una risposta: {trouble}</translation>
    </message>
    <message>
        <source>line {line} is no row of a table: {trouble}</source>
        <translation>la riga {line} non è una riga di tabella: {trouble}</translation>
    </message>
    <message>
        <source>line {line} is no task</source>
        <translation>la riga {line} non è un task</translation>
    </message>
    <message>
        <source>line {line} is no text with labels</source>
        <translation>la riga {line} non è un testo con etichette</translation>
    </message>
    <message>
        <source>line {line} is nothing that a bundle holds: {trouble}</source>
        <translation>la riga {line} non è nulla che un bundle contenga: {trouble}</translation>
    </message>
    <message>
        <source>line {line}: no words follow the text of this sentence</source>
        <translation>riga {line}: al testo di questa frase non seguono parole</translation>
    </message>
    <message>
        <source>line {line}: there are fewer columns than the head of the file says</source>
        <translation>riga {line}: ci sono meno colonne di quante ne dice la testa del file</translation>
    </message>
    <message>
        <source>line {line}: this is no WebAnno TSV 3</source>
        <translation>riga {line}: questo non è WebAnno TSV 3</translation>
    </message>
    <message>
        <source>line {line}: this is no line of a word</source>
        <translation>riga {line}: questa non è la riga di una parola</translation>
    </message>
    <message>
        <source>line {line}: this word does not begin where its sentence does</source>
        <translation>riga {line}: questa parola non comincia dove comincia la sua frase</translation>
    </message>
    <message>
        <source>line {line}: words stand before the text of their sentence</source>
        <translation>riga {line}: ci sono parole prima del testo della loro frase</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>lineare</translation>
    </message>
    <message>
        <source>log in to a desktop, or use the commands that need no window: annotator --help</source>
        <translation>entra in una sessione grafica, o usa i comandi che non hanno bisogno di finestra: annotator --help</translation>
    </message>
    <message>
        <source>look at the end and the length of the text</source>
        <translation>controlla la fine e la lunghezza del testo</translation>
    </message>
    <message>
        <source>look at the file with: annotator check</source>
        <translation>esamina il file con: annotator check</translation>
    </message>
    <message>
        <source>main codes</source>
        <translation>codici principali</translation>
    </message>
    <message>
        <source>main codes, sureness and notes</source>
        <translation>codici principali, certezza e note</translation>
    </message>
    <message>
        <source>main round</source>
        <translation>tornata principale</translation>
    </message>
    <message>
        <source>make one rule of the two</source>
        <translation>fai delle due una sola regola</translation>
    </message>
    <message>
        <source>make room, and a folder of this name that you may write in</source>
        <translation>fai spazio, e crea una cartella con questo nome in cui puoi scrivere</translation>
    </message>
    <message>
        <source>make the draft of a codebook of it: annotator codebook draft {name}</source>
        <translation>fanne la bozza di un codebook: annotator codebook draft {name}</translation>
    </message>
    <message>
        <source>marked words</source>
        <translation>parole evidenziate</translation>
    </message>
    <message>
        <source>marked words of no code in particular</source>
        <translation>parole evidenziate per nessun codice in particolare</translation>
    </message>
    <message>
        <source>marked words with line breaks at their ends</source>
        <translation>parole evidenziate con a capo alle estremità</translation>
    </message>
    <message>
        <source>marked words, in a file of their own</source>
        <translation>parole evidenziate, in un file a parte</translation>
    </message>
    <message>
        <source>marked words, sureness and notes</source>
        <translation>parole marcate, sicurezza e note</translation>
    </message>
    <message>
        <source>marked words, sureness, notes, times, texts, history</source>
        <translation>parole evidenziate, certezza, note, orari, testi, cronologia</translation>
    </message>
    <message>
        <source>marked words, with those around them, and sureness</source>
        <translation>parole marcate, con quelle intorno, e sicurezza</translation>
    </message>
    <message>
        <source>max_length is less than 1</source>
        <translation>max_length è minore di 1</translation>
    </message>
    <message>
        <source>max_length may be {limit} at most</source>
        <translation>max_length può essere al massimo {limit}</translation>
    </message>
    <message>
        <source>mend or remove it; a file that is cut off must be got again</source>
        <translation>correggilo o toglilo; se il file è tagliato, va procurato di nuovo</translation>
    </message>
    <message>
        <source>metadata of articles</source>
        <translation>metadati degli articoli</translation>
    </message>
    <message>
        <source>name a file that was made from it with: annotator split</source>
        <translation>indica un file creato da esso con: annotator split</translation>
    </message>
    <message>
        <source>name a layer that has [[layer.code]] tables</source>
        <translation>indica un livello che ha tabelle [[layer.code]]</translation>
    </message>
    <message>
        <source>name a layer with unit = {unit}</source>
        <translation>indica un livello con unit = {unit}</translation>
    </message>
    <message>
        <source>name a new folder, or a file that ends in .zip</source>
        <translation>indica una cartella nuova, o un file che finisce in .zip</translation>
    </message>
    <message>
        <source>name an earlier layer, or change their order</source>
        <translation>indica un livello precedente, o cambia l'ordine</translation>
    </message>
    <message>
        <source>name another project</source>
        <translation>indica un altro progetto</translation>
    </message>
    <message>
        <source>name another, such as utf-8, cp1252 or iso8859-1</source>
        <translation>indicane un'altra, come utf-8, cp1252 o iso8859-1</translation>
    </message>
    <message>
        <source>name at least one kind, or write retired = true</source>
        <translation>indica almeno un tipo, o scrivi retired = true</translation>
    </message>
    <message>
        <source>name both: --start-column and --end-column</source>
        <translation>indica tutte e due: --start-column e --end-column</translation>
    </message>
    <message>
        <source>name codes that are not retired</source>
        <translation>indica codici che non siano ritirati</translation>
    </message>
    <message>
        <source>name each with: annotator split {project} --annotator NAME --add -o NAME.annot</source>
        <translation>indica ognuno con: annotator split {project} --annotator NOME --add -o NOME.annot</translation>
    </message>
    <message>
        <source>name every code in the order, low to high</source>
        <translation>indica tutti i codici nell'ordine, dal basso all'alto</translation>
    </message>
    <message>
        <source>name it: category=...</source>
        <translation>indicala: category=...</translation>
    </message>
    <message>
        <source>name its format with --from; there are: {known}</source>
        <translation>indica il formato con --from; ci sono: {known}</translation>
    </message>
    <message>
        <source>name the codes from low to high (--order), or choose nominal</source>
        <translation>indica i codici dal basso all'alto (--order), o scegli nominal</translation>
    </message>
    <message>
        <source>name the column of file names “file”</source>
        <translation>chiama “file” la colonna dei nomi dei file</translation>
    </message>
    <message>
        <source>name the column that holds it</source>
        <translation>indica la colonna che lo contiene</translation>
    </message>
    <message>
        <source>name the column that holds them (--document-column)</source>
        <translation>indica la colonna che li contiene (--document-column)</translation>
    </message>
    <message>
        <source>name the distance</source>
        <translation>indica la distanza</translation>
    </message>
    <message>
        <source>name the encoding, or save the file as UTF-8</source>
        <translation>indica la codifica, o salva il file in UTF-8</translation>
    </message>
    <message>
        <source>name the file of a coder</source>
        <translation>indica il file di un codificatore</translation>
    </message>
    <message>
        <source>name the folder, or a file that ends in .zip: -o NAME</source>
        <translation>indica la cartella, o un file che finisce in .zip: -o NAME</translation>
    </message>
    <message>
        <source>name the right encoding, or save the file as UTF-8</source>
        <translation>indica la codifica giusta, o salva il file in UTF-8</translation>
    </message>
    <message>
        <source>name the targets of this layer, or take targets out: then all are asked</source>
        <translation>indica i target di questo livello, o togli targets: allora si chiedono tutti</translation>
    </message>
    <message>
        <source>names of holders: a stance has a row for each type</source>
        <translation>i nomi delle voci: una posizione ha una riga per ogni tipo</translation>
    </message>
    <message>
        <source>names of rounds</source>
        <translation>nomi delle tornate</translation>
    </message>
    <message>
        <source>names of rounds of answers</source>
        <translation>nomi delle tornate di risposte</translation>
    </message>
    <message>
        <source>names of rounds, history, revision numbers, time spent and times of answers</source>
        <translation>nomi delle tornate, cronologia, numeri di revisione, tempo impiegato e orari delle risposte</translation>
    </message>
    <message>
        <source>names of rounds, history, time spent on answers</source>
        <translation>nomi delle tornate, cronologia, tempo impiegato per le risposte</translation>
    </message>
    <message>
        <source>needs exactly two annotators</source>
        <translation>servono esattamente due codificatori</translation>
    </message>
    <message>
        <source>new: {name}</source>
        <translation>nuovo: {name}</translation>
    </message>
    <message>
        <source>next</source>
        <translation>avanti</translation>
    </message>
    <message>
        <source>next open</source>
        <translation>prossimo aperto</translation>
    </message>
    <message>
        <source>no article came from a file named “{name}”; its row was passed over</source>
        <translation>nessun articolo viene da un file di nome “{name}”; la sua riga è stata saltata</translation>
    </message>
    <message>
        <source>no article in it</source>
        <translation>non contiene articoli</translation>
    </message>
    <message>
        <source>no disagreement</source>
        <translation>nessun disaccordo</translation>
    </message>
    <message>
        <source>no file can be made in this folder ({reason})</source>
        <translation>in questa cartella non si può creare un file ({reason})</translation>
    </message>
    <message>
        <source>no headline could be told from the head of this article</source>
        <translation>dall'intestazione di questo articolo non si è potuto riconoscere un titolo</translation>
    </message>
    <message>
        <source>no holder is the default</source>
        <translation>nessuna voce è quella predefinita</translation>
    </message>
    <message>
        <source>no language is declared</source>
        <translation>nessuna lingua è dichiarata</translation>
    </message>
    <message>
        <source>no question is asked here</source>
        <translation>qui non si chiede nulla</translation>
    </message>
    <message>
        <source>no shared unit</source>
        <translation>nessuna unità in comune</translation>
    </message>
    <message>
        <source>no target is current: choose one first</source>
        <translation>nessun target è attivo: prima scegline uno</translation>
    </message>
    <message>
        <source>no unit coded by two</source>
        <translation>nessuna unità codificata da due</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>nominale</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>none as a value of its own, or as 0 of every code of a set</source>
        <translation>none come valore a sé, o come 0 per ogni codice di un insieme</translation>
    </message>
    <message>
        <source>none is no answer of this layer</source>
        <translation>none non è una risposta di questo livello</translation>
    </message>
    <message>
        <source>none is no code</source>
        <translation>none non è un codice</translation>
    </message>
    <message>
        <source>none of them (empty set)</source>
        <translation>nessuno di questi (insieme vuoto)</translation>
    </message>
    <message>
        <source>not coded by two</source>
        <translation>non codificato da due</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>non ancora letto</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non detto</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non salvato</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>note</translation>
    </message>
    <message>
        <source>notes and words as an answer with characters that XML cannot hold</source>
        <translation>note e parole come risposta con caratteri che XML non ammette</translation>
    </message>
    <message>
        <source>notes stand as paragraphs at the end: footnotes {footnotes}, endnotes {endnotes}</source>
        <translation>le note stanno come paragrafi alla fine: a piè di pagina {footnotes}, di chiusura {endnotes}</translation>
    </message>
    <message>
        <source>notes, names of rounds, history, revision numbers and time spent</source>
        <translation>note, nomi delle tornate, cronologia, numeri di revisione e tempo impiegato</translation>
    </message>
    <message>
        <source>notes, times, versions of the codebook, history</source>
        <translation>note, orari, versioni del codebook, cronologia</translation>
    </message>
    <message>
        <source>nothing coded yet</source>
        <translation>ancora niente di codificato</translation>
    </message>
    <message>
        <source>nothing was taken in</source>
        <translation>nulla è stato importato</translation>
    </message>
    <message>
        <source>now {n}</source>
        <translation>ora {n}</translation>
    </message>
    <message>
        <source>observed agreement {value}</source>
        <translation>accordo osservato {value}</translation>
    </message>
    <message>
        <source>one annotator</source>
        <translation>un annotatore</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>una risposta</translation>
    </message>
    <message>
        <source>one article</source>
        <translation>un articolo</translation>
    </message>
    <message>
        <source>one beside the other: {n}</source>
        <translation>uno accanto all’altro: {n}</translation>
    </message>
    <message>
        <source>one code</source>
        <translation>un codice</translation>
    </message>
    <message>
        <source>one final answer a question: adjudicated, the only one, or the majority</source>
        <translation>una risposta finale per domanda: quella arbitrata, l'unica, o quella di maggioranza</translation>
    </message>
    <message>
        <source>one for the other: {n}</source>
        <translation>uno al posto dell’altro: {n}</translation>
    </message>
    <message>
        <source>one more offered · key {keys}</source>
        <translation>un altro a richiesta · tasto {keys}</translation>
    </message>
    <message>
        <source>only a position has a holder: give one first</source>
        <translation>solo una posizione ha una voce: prima dai una posizione</translation>
    </message>
    <message>
        <source>only one annotator</source>
        <translation>un solo codificatore</translation>
    </message>
    <message>
        <source>only the codes of a scale have a value</source>
        <translation>solo i codici di una scala hanno un valore</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aperto</translation>
    </message>
    <message>
        <source>open it once in Annotator, where you may write to it; if you copy it, copy the files beside it too whose names begin with its own</source>
        <translation>aprilo una volta in Annotator, dove puoi scriverci; se lo copi, copia anche i file accanto il cui nome comincia con il suo</translation>
    </message>
    <message>
        <source>open it with the password, save it without one, and import that</source>
        <translation>aprilo con la password, salvalo senza, e importa quello</translation>
    </message>
    <message>
        <source>open it: annotator {path}</source>
        <translation>apritelo: annotator {path}</translation>
    </message>
    <message>
        <source>open the paragraph</source>
        <translation>apri il paragrafo</translation>
    </message>
    <message>
        <source>open: {what}</source>
        <translation>aperto: {what}</translation>
    </message>
    <message>
        <source>ordinal (Gwet)</source>
        <translation>ordinale (Gwet)</translation>
    </message>
    <message>
        <source>ordinal (Krippendorff)</source>
        <translation>ordinale (Krippendorff)</translation>
    </message>
    <message>
        <source>other pane</source>
        <translation>altro riquadro</translation>
    </message>
    <message>
        <source>other questions, texts, marked words, main codes, sureness, notes, times, history</source>
        <translation>altre domande, testi, parole evidenziate, codici principali, certezza, note, orari, cronologia</translation>
    </message>
    <message>
        <source>over .99</source>
        <translation>più di .99</translation>
    </message>
    <message>
        <source>pages of which something was left out as no part of the article: {n}</source>
        <translation>pagine di cui si è tralasciato qualcosa che non fa parte dell'articolo: {n}</translation>
    </message>
    <message>
        <source>pages that are kept whole, as no article could be told in them: {n}</source>
        <translation>pagine conservate per intero, perché non vi si è potuto riconoscere un articolo: {n}</translation>
    </message>
    <message>
        <source>pages without text, perhaps pictures: {pages}</source>
        <translation>pagine senza testo, forse immagini: {pages}</translation>
    </message>
    <message>
        <source>paragraph {paragraph} has {length} characters; at most {limit} are taken</source>
        <translation>il paragrafo {paragraph} ha {length} caratteri; se ne accettano al massimo {limit}</translation>
    </message>
    <message>
        <source>paragraphs without an answer</source>
        <translation>paragrafi senza una risposta</translation>
    </message>
    <message>
        <source>paragraphs without an answer, so articles cannot be rebuilt</source>
        <translation>paragrafi senza una risposta: gli articoli non si possono ricostruire</translation>
    </message>
    <message>
        <source>places of marked words</source>
        <translation>i punti delle parole evidenziate</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>testo semplice</translation>
    </message>
    <message>
        <source>positions of other holders</source>
        <translation>posizioni di altre voci</translation>
    </message>
    <message>
        <source>positive answers: {n}</source>
        <translation>risposte positive: {n}</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>principale</translation>
    </message>
    <message>
        <source>primary_question is never asked, because primary is no</source>
        <translation>primary_question non viene mai posta, perché primary è no</translation>
    </message>
    <message>
        <source>proposed: {value}</source>
        <translation>proposto: {value}</translation>
    </message>
    <message>
        <source>pseudonyms: numbers stand for them, the key is in annotators.csv</source>
        <translation>pseudonimi: al loro posto ci sono numeri, la chiave è in annotators.csv</translation>
    </message>
    <message>
        <source>put blank lines between its paragraphs</source>
        <translation>metti righe vuote tra i paragrafi</translation>
    </message>
    <message>
        <source>put it back where it was, or open it where it is now</source>
        <translation>rimettilo dov'era, o aprilo dov'è ora</translation>
    </message>
    <message>
        <source>put texts in double quotes, and write a quotation mark in them twice</source>
        <translation>metti i testi tra virgolette doppie, e scrivi due volte una virgoletta al loro interno</translation>
    </message>
    <message>
        <source>put texts in double quotes, or name another delimiter by the file's ending (.csv, .tsv)</source>
        <translation>metti i testi tra virgolette doppie, o indica un altro separatore con la fine del nome (.csv, .tsv)</translation>
    </message>
    <message>
        <source>put texts with commas in quotes, and export the table again</source>
        <translation>metti tra virgolette i testi con virgole, ed esporta di nuovo la tabella</translation>
    </message>
    <message>
        <source>put the .txt file of the same name beside it</source>
        <translation>mettici accanto il file .txt con lo stesso nome</translation>
    </message>
    <message>
        <source>put the codes in the order of their values; one beside the scale is aside = true</source>
        <translation>metti i codici nell'ordine dei loro valori; uno a lato della scala ha aside = true</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>citazione</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>rapporto</translation>
    </message>
    <message>
        <source>relations, slots and chains, which are listed</source>
        <translation>relazioni, slot e catene, che vengono elencati</translation>
    </message>
    <message>
        <source>rest not addressed, next</source>
        <translation>il resto non è trattato, avanti</translation>
    </message>
    <message>
        <source>revision numbers above 1</source>
        <translation>numeri di revisione oltre 1</translation>
    </message>
    <message>
        <source>round {r}</source>
        <translation>tornata {r}</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>tornate</translation>
    </message>
    <message>
        <source>row {row} of the table {table} points to something that is not in {parent}</source>
        <translation>la riga {row} della tabella {table} rimanda a qualcosa che non è in {parent}</translation>
    </message>
    <message>
        <source>run a program that recognises text (OCR) over it, and import what that writes</source>
        <translation>passaci un programma che riconosce il testo (OCR), e importa quello che scrive</translation>
    </message>
    <message>
        <source>save it again with the encoding UTF-8</source>
        <translation>salvalo di nuovo con la codifica UTF-8</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>salvalo in UTF-8</translation>
    </message>
    <message>
        <source>save it when two people have coded the same paragraphs</source>
        <translation>salvalo quando due persone avranno codificato gli stessi paragrafi</translation>
    </message>
    <message>
        <source>save its text as a text file (.txt) and import that</source>
        <translation>salva il suo testo come file di testo (.txt) e importa quello</translation>
    </message>
    <message>
        <source>save the article as a text file (.txt) and import that</source>
        <translation>salva l'articolo come file di testo (.txt) e importa quello</translation>
    </message>
    <message>
        <source>save the sheet as CSV (UTF-8) and import that</source>
        <translation>salva il foglio come CSV (UTF-8) e importa quello</translation>
    </message>
    <message>
        <source>save the table again as text in UTF-8</source>
        <translation>salva di nuovo la tabella come testo UTF-8</translation>
    </message>
    <message>
        <source>save the table as .csv, .tsv, .jsonl or .parquet</source>
        <translation>salva la tabella come .csv, .tsv, .jsonl o .parquet</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>salvato {time}</translation>
    </message>
    <message>
        <source>say --text or --no-text</source>
        <translation>indica --text o --no-text</translation>
    </message>
    <message>
        <source>say in what the two differ</source>
        <translation>di' in che cosa i due differiscono</translation>
    </message>
    <message>
        <source>say it: --annotator KEY, a pseudonym such as k7</source>
        <translation>dillo: --annotator KEY, uno pseudonimo come k7</translation>
    </message>
    <message>
        <source>say what each means in a table, and give it with --map labels.toml; it begins with [labels], a line is {example}, and “= false” leaves a label out</source>
        <translation>di' in una tabella che cosa significa ciascuna, e indicala con --map labels.toml; comincia con [labels], una riga è {example}, e “= false” tralascia un'etichetta</translation>
    </message>
    <message>
        <source>say which one does (in a command: --text-column NAME); there are: {names}</source>
        <translation>indica quale (in un comando: --text-column NOME); ci sono: {names}</translation>
    </message>
    <message>
        <source>say who each one is: --annotator THEIRS=KEY, once for each</source>
        <translation>di' chi è ciascuno: --annotator THEIRS=KEY, una volta per ognuno</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>scala</translation>
    </message>
    <message>
        <source>scale table</source>
        <translation>tabella della scala</translation>
    </message>
    <message>
        <source>set of codes</source>
        <translation>insieme di codici</translation>
    </message>
    <message>
        <source>set of voices</source>
        <translation>insieme di voci</translation>
    </message>
    <message>
        <source>sets of codes and marked words as lists</source>
        <translation>insiemi di codici e parole evidenziate come elenchi</translation>
    </message>
    <message>
        <source>sets of codes, targets and holders, words written as an answer</source>
        <translation>insiemi di codici, bersagli e voci, parole scritte come risposta</translation>
    </message>
    <message>
        <source>sets of codes; stances as target:holder:code</source>
        <translation>insiemi di codici; posizioni come target:holder:code</translation>
    </message>
    <message>
        <source>share</source>
        <translation>quota</translation>
    </message>
    <message>
        <source>share of equal pairs</source>
        <translation>quota di coppie uguali</translation>
    </message>
    <message>
        <source>shared units: {n}</source>
        <translation>unità in comune: {n}</translation>
    </message>
    <message>
        <source>shares of annotators by code, the majority with ties, the adjudicated answer</source>
        <translation>quote di codificatori per codice, la maggioranza con i pareggi, la risposta arbitrata</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>accorcialo</translation>
    </message>
    <message>
        <source>signs that only a font of symbols knows, left out: {n}</source>
        <translation>segni che solo un carattere di simboli conosce, tralasciati: {n}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>saltato</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>brani</translation>
    </message>
    <message>
        <source>spans overlap</source>
        <translation>tratti sovrapposti</translation>
    </message>
    <message>
        <source>split it into one file an article</source>
        <translation>dividilo in un file per articolo</translation>
    </message>
    <message>
        <source>split it into smaller files</source>
        <translation>dividilo in file più piccoli</translation>
    </message>
    <message>
        <source>split it, or unpack it and import the folder</source>
        <translation>dividilo, o scompattalo e importa la cartella</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>ancora aperto</translation>
    </message>
    <message>
        <source>stretches of hidden text, left out: {n}</source>
        <translation>tratti di testo nascosto, tralasciati: {n}</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicuro</translation>
    </message>
    <message>
        <source>sureness</source>
        <translation>certezza</translation>
    </message>
    <message>
        <source>sureness and notes</source>
        <translation>certezza e note</translation>
    </message>
    <message>
        <source>take a copy that only Annotator has written, for instance from 'backups'</source>
        <translation>prendi una copia scritta solo da Annotator, per esempio da 'backups'</translation>
    </message>
    <message>
        <source>take a file that annotator export --format bundle has written</source>
        <translation>prendi un file scritto da annotator export --format bundle</translation>
    </message>
    <message>
        <source>take a file that annotator export has written</source>
        <translation>prendi un file scritto da annotator export</translation>
    </message>
    <message>
        <source>take alpha of the yes/no question, or leave out units with fewer ratings</source>
        <translation>usa alpha della domanda sì/no, o escludi le unità con meno giudizi</translation>
    </message>
    <message>
        <source>take an undamaged copy of the file</source>
        <translation>prendi una copia integra del file</translation>
    </message>
    <message>
        <source>take an undamaged copy, or export the answers of this file as JSONL and merge these</source>
        <translation>prendi una copia integra, oppure esporta le risposte di questo file come JSONL e unisci quelle</translation>
    </message>
    <message>
        <source>take another; these are free: {keys}</source>
        <translation>prendine un altro; questi sono liberi: {keys}</translation>
    </message>
    <message>
        <source>take default out of one of them</source>
        <translation>togli default a uno di loro</translation>
    </message>
    <message>
        <source>take it out, or add it to languages and translate everything</source>
        <translation>toglilo, o aggiungilo a languages e traduci tutto</translation>
    </message>
    <message>
        <source>take it out, or change the answer</source>
        <translation>toglilo, o cambia il tipo di risposta</translation>
    </message>
    <message>
        <source>take it out, or change the answer of the layer</source>
        <translation>toglilo, o cambia il tipo di risposta del livello</translation>
    </message>
    <message>
        <source>take it out, or change the unit</source>
        <translation>toglilo, o cambia l'unità</translation>
    </message>
    <message>
        <source>take it out, or write answer = "scale" in the layer</source>
        <translation>toglilo, o scrivi answer = "scale" nel livello</translation>
    </message>
    <message>
        <source>take it out; a document or text layer has evidence = "no"</source>
        <translation>toglilo; un livello di documento o di testo ha evidence = "no"</translation>
    </message>
    <message>
        <source>take it out; no key is free</source>
        <translation>toglilo; nessun tasto è libero</translation>
    </message>
    <message>
        <source>take it out; the keys here are {keys}</source>
        <translation>toglila; qui le chiavi sono {keys}</translation>
    </message>
    <message>
        <source>take one of the two out</source>
        <translation>togli uno dei due</translation>
    </message>
    <message>
        <source>take one out</source>
        <translation>togline uno</translation>
    </message>
    <message>
        <source>take out {excess}</source>
        <translation>togline {excess}</translation>
    </message>
    <message>
        <source>take the sign | out that has no code beside it</source>
        <translation>togli il segno | che non ha un codice accanto</translation>
    </message>
    <message>
        <source>take them out of kinds here, or add them there</source>
        <translation>toglili da kinds qui, o aggiungili là</translation>
    </message>
    <message>
        <source>taken in: 1 paragraph</source>
        <translation>importato: 1 paragrafo</translation>
    </message>
    <message>
        <source>taken in: {n} articles</source>
        <translation>importati: {n} articoli</translation>
    </message>
    <message>
        <source>taken in: {n} paragraphs</source>
        <translation>importato: {n} paragrafi</translation>
    </message>
    <message>
        <source>tallest: {share} of all disagreement</source>
        <translation>il più alto: {share} di tutto il disaccordo</translation>
    </message>
    <message>
        <source>targets and holders, also named ones</source>
        <translation>bersagli e voci, anche con nome</translation>
    </message>
    <message>
        <source>targets is empty, so nothing can be asked</source>
        <translation>targets è vuoto, quindi non si può chiedere nulla</translation>
    </message>
    <message>
        <source>targets is only for layers with per_target = true</source>
        <translation>targets vale solo per livelli con per_target = true</translation>
    </message>
    <message>
        <source>text</source>
        <translation>testo</translation>
    </message>
    <message>
        <source>texts of all articles, and what is known of them, as variables</source>
        <translation>i testi di tutti gli articoli, e ciò che se ne sa, come variabili</translation>
    </message>
    <message>
        <source>texts of all paragraphs, and what is known of their articles</source>
        <translation>i testi di tutti i paragrafi, e ciò che si sa dei loro articoli</translation>
    </message>
    <message>
        <source>texts of answered articles</source>
        <translation>i testi degli articoli con risposte</translation>
    </message>
    <message>
        <source>texts of answered articles with their paragraphs, sentences and words, and what is known</source>
        <translation>i testi degli articoli con risposte, con paragrafi, frasi e parole, e ciò che se ne sa</translation>
    </message>
    <message>
        <source>texts of answered paragraphs, and what is known of their articles</source>
        <translation>i testi dei paragrafi con risposte, e ciò che si sa dei loro articoli</translation>
    </message>
    <message>
        <source>texts of articles, but for those that are annotated, and what else is known of them</source>
        <translation>i testi degli articoli, tranne quelli annotati, e ciò che d'altro se ne sa</translation>
    </message>
    <message>
        <source>texts, if asked for</source>
        <translation>i testi, se richiesti</translation>
    </message>
    <message>
        <source>texts, sentence by sentence</source>
        <translation>i testi, frase per frase</translation>
    </message>
    <message>
        <source>the annotations in this project of INCEpTION are in a form that only Java reads</source>
        <translation>le annotazioni di questo progetto di INCEpTION sono in una forma che solo Java legge</translation>
    </message>
    <message>
        <source>the answer {uid} does not belong to its place</source>
        <translation>la risposta {uid} non appartiene al suo posto</translation>
    </message>
    <message>
        <source>the answers to “{layer}” are no scale</source>
        <translation>le risposte a “{layer}” non sono una scala</translation>
    </message>
    <message>
        <source>the archive has a member named “{name}”, which leads out of its folder</source>
        <translation>l'archivio ha un membro di nome “{name}”, che porta fuori dalla sua cartella</translation>
    </message>
    <message>
        <source>the archive has {n} members; at most {limit} are taken</source>
        <translation>l'archivio ha {n} membri; se ne accettano al massimo {limit}</translation>
    </message>
    <message>
        <source>the archive is larger than {limit} MB</source>
        <translation>l'archivio supera {limit} MB</translation>
    </message>
    <message>
        <source>the archive unpacks to more than is taken ({limit} MB in all, a member at most {ratio} times its packed size)</source>
        <translation>l'archivio, scompattato, supera quanto si accetta ({limit} MB in tutto, un membro al massimo {ratio} volte la sua dimensione compressa)</translation>
    </message>
    <message>
        <source>the article has no ¶ {number}</source>
        <translation>l'articolo non ha un ¶ {number}</translation>
    </message>
    <message>
        <source>the article {title} has another {fields} now</source>
        <translation>l'articolo {title} ora ha altro in {fields}</translation>
    </message>
    <message>
        <source>the article {title} has another {fields} there; ours stays</source>
        <translation>per l'articolo {title} il file ha altri valori in {fields}; restano i nostri</translation>
    </message>
    <message>
        <source>the article {title} is divided into other paragraphs here</source>
        <translation>qui l'articolo {title} è diviso in altri paragrafi</translation>
    </message>
    <message>
        <source>the article {title} is not in this project; import it first</source>
        <translation>l'articolo {title} non è in questo progetto; prima importalo</translation>
    </message>
    <message>
        <source>the article {uid} of an answer is not in the file</source>
        <translation>l'articolo {uid} di una risposta non è nel file</translation>
    </message>
    <message>
        <source>the backup cannot be written ({reason})</source>
        <translation>la copia di sicurezza non si può scrivere ({reason})</translation>
    </message>
    <message>
        <source>the bytes of an imported file have changed: {sha256}</source>
        <translation>i byte di un file importato sono cambiati: {sha256}</translation>
    </message>
    <message>
        <source>the chapter {name}, which its list names, is not in the archive</source>
        <translation>il capitolo {name}, indicato nel suo elenco, non è nell'archivio</translation>
    </message>
    <message>
        <source>the code is replaced, and still in use</source>
        <translation>il codice è sostituito, e ancora in uso</translation>
    </message>
    <message>
        <source>the codebook has mistakes ({count}):
{lines}</source>
        <translation>il codebook ha errori ({count}):
{lines}</translation>
    </message>
    <message>
        <source>the codebook has: {codes}</source>
        <translation>il codebook ha: {codes}</translation>
    </message>
    <message>
        <source>the codebook {version} has no layer {layer}</source>
        <translation>il codebook {version} non ha un livello {layer}</translation>
    </message>
    <message>
        <source>the codebook {version} is not in this project</source>
        <translation>il codebook {version} non è in questo progetto</translation>
    </message>
    <message>
        <source>the codebook {version} is not the one that its hash was made of</source>
        <translation>il codebook {version} non è quello da cui è stata calcolata la sua impronta</translation>
    </message>
    <message>
        <source>the codebook {version} of the file is another one than the codebook {version} of this project ({theirs}… instead of {ours}…)</source>
        <translation>il codebook {version} del file non è il codebook {version} di questo progetto ({theirs}… invece di {ours}…)</translation>
    </message>
    <message>
        <source>the codebook {version} of the file is another one than the codebook {version} of this project; the first difference is in {place}: {ours} here, {theirs} there</source>
        <translation>il codebook {version} del file non è il codebook {version} di questo progetto; la prima differenza è in {place}: {ours} qui, {theirs} là</translation>
    </message>
    <message>
        <source>the codebook {version} of the file is damaged: it is not what its hash says</source>
        <translation>il codebook {version} del file è rovinato: non è quello che dice la sua impronta</translation>
    </message>
    <message>
        <source>the codes of the layer {name} have no values, and a scale needs them</source>
        <translation>i codici del livello {name} non hanno valori, e una scala ne ha bisogno</translation>
    </message>
    <message>
        <source>the colour {colour} is that of {other} already</source>
        <translation>il colore {colour} è già di {other}</translation>
    </message>
    <message>
        <source>the columns are: {names}</source>
        <translation>le colonne sono: {names}</translation>
    </message>
    <message>
        <source>the database is damaged: {reason}</source>
        <translation>il database è danneggiato: {reason}</translation>
    </message>
    <message>
        <source>the default is {other} already</source>
        <translation>il predefinito è già {other}</translation>
    </message>
    <message>
        <source>the difference between none and no answer: none is an empty list</source>
        <translation>la differenza tra none e nessuna risposta: none è un elenco vuoto</translation>
    </message>
    <message>
        <source>the encoding “{encoding}” is not known</source>
        <translation>la codifica “{encoding}” non è nota</translation>
    </message>
    <message>
        <source>the export cannot be written: {trouble}</source>
        <translation>l'esportazione non si può scrivere: {trouble}</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason})</source>
        <translation>il file non si può leggere ({reason})</translation>
    </message>
    <message>
        <source>the file cannot be read: {trouble}</source>
        <translation>il file non si può leggere: {trouble}</translation>
    </message>
    <message>
        <source>the file could not be read within {seconds} seconds</source>
        <translation>il file non si è potuto leggere entro {seconds} secondi</translation>
    </message>
    <message>
        <source>the file does not say who answered</source>
        <translation>il file non dice chi ha risposto</translation>
    </message>
    <message>
        <source>the file ends before all of its groups are closed: it may be cut off</source>
        <translation>il file finisce prima che tutti i suoi gruppi siano chiusi: può essere tagliato</translation>
    </message>
    <message>
        <source>the file has answers of several annotators: {names}</source>
        <translation>il file ha risposte di più codificatori: {names}</translation>
    </message>
    <message>
        <source>the file has changed since it was looked at, and nothing of it was taken in</source>
        <translation>il file è cambiato da quando è stato letto, e non ne è stato importato nulla</translation>
    </message>
    <message>
        <source>the file has tracked changes, and was read as if all were accepted: insertions taken {insertions}, deletions left out {deletions}, moves {moves}</source>
        <translation>il file ha revisioni, ed è stato letto come se fossero tutte accettate: inserimenti presi {insertions}, eliminazioni tralasciate {deletions}, spostamenti {moves}</translation>
    </message>
    <message>
        <source>the file holds exported answers, not an article</source>
        <translation>il file contiene risposte esportate, non un articolo</translation>
    </message>
    <message>
        <source>the file holds what no project can hold ({reason}); nothing was written</source>
        <translation>il file contiene ciò che nessun progetto può contenere ({reason}); non è stato scritto nulla</translation>
    </message>
    <message>
        <source>the file is Excel (XLSX), which is not read</source>
        <translation>il file è Excel (XLSX), che non si legge</translation>
    </message>
    <message>
        <source>the file is a codebook of REFI-QDA (QDC), and no article</source>
        <translation>il file è un codebook REFI-QDA (QDC), e non un articolo</translation>
    </message>
    <message>
        <source>the file is cut off: its last line, which says how long it is, is missing</source>
        <translation>il file è troncato: manca l’ultima riga, che dice quanto è lungo</translation>
    </message>
    <message>
        <source>the file is damaged or cut off ({trouble})</source>
        <translation>il file è rovinato o tagliato ({trouble})</translation>
    </message>
    <message>
        <source>the file is larger than 1 MiB</source>
        <translation>il file supera 1 MiB</translation>
    </message>
    <message>
        <source>the file is larger than {limit} MB</source>
        <translation>il file supera {limit} MB</translation>
    </message>
    <message>
        <source>the file is locked with a password</source>
        <translation>il file è chiuso con una password</translation>
    </message>
    <message>
        <source>the file is no UIMA CAS in {form}</source>
        <translation>il file non è un UIMA CAS in {form}</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text (byte {position})</source>
        <translation>il file non è testo UTF-8 (byte {position})</translation>
    </message>
    <message>
        <source>the file is not as it was written: it has {lines} lines and should have {due}, or something in them has changed</source>
        <translation>il file non è come fu scritto: ha {lines} righe e dovrebbe averne {due}, oppure qualcosa in esse è cambiato</translation>
    </message>
    <message>
        <source>the file is not text but binary data</source>
        <translation>il file non è testo ma dati binari</translation>
    </message>
    <message>
        <source>the file is not written in UTF-8 (byte {place})</source>
        <translation>il file non è scritto in UTF-8 (byte {place})</translation>
    </message>
    <message>
        <source>the file is not written in {encoding} (byte {byte})</source>
        <translation>il file non è scritto in {encoding} (byte {byte})</translation>
    </message>
    <message>
        <source>the file is {kind}, not plain text</source>
        <translation>il file è {kind}, non testo semplice</translation>
    </message>
    <message>
        <source>the file is {kind}, which holds answers to questions about its text</source>
        <translation>il file è {kind}, che contiene risposte a domande sul suo testo</translation>
    </message>
    <message>
        <source>the file is {kind}, which is not read</source>
        <translation>il file è {kind}, che non si legge</translation>
    </message>
    <message>
        <source>the file names an annotator by an address, {name}; names stay out of projects</source>
        <translation>il file indica un codificatore con un indirizzo, {name}; i nomi restano fuori dai progetti</translation>
    </message>
    <message>
        <source>the file was changed while it was read; nothing was written</source>
        <translation>il file è stato cambiato mentre veniva letto; non è stato scritto nulla</translation>
    </message>
    <message>
        <source>the file “{name}” has two rows</source>
        <translation>il file “{name}” ha due righe</translation>
    </message>
    <message>
        <source>the file's name promises another form than its content has</source>
        <translation>il nome del file promette un formato diverso da quello del contenuto</translation>
    </message>
    <message>
        <source>the folder cannot be written: {trouble}</source>
        <translation>la cartella non può essere scritta: {trouble}</translation>
    </message>
    <message>
        <source>the format is missing</source>
        <translation>manca il formato</translation>
    </message>
    <message>
        <source>the format is not a number</source>
        <translation>il formato non è un numero</translation>
    </message>
    <message>
        <source>the imported bytes of articles; how a file was read and its hash stay</source>
        <translation>i byte importati degli articoli; restano il modo in cui il file fu letto e la sua impronta</translation>
    </message>
    <message>
        <source>the key {key} has a meaning of its own in the program</source>
        <translation>la chiave {key} ha un suo significato nel programma</translation>
    </message>
    <message>
        <source>the key {key} is used already at {other}</source>
        <translation>la chiave {key} è già usata in {other}</translation>
    </message>
    <message>
        <source>the language {tag} is declared already at {other}</source>
        <translation>la lingua {tag} è già dichiarata in {other}</translation>
    </message>
    <message>
        <source>the layer asks for each target, and there is none</source>
        <translation>il livello chiede ogni target, e non ce n'è nessuno</translation>
    </message>
    <message>
        <source>the layer asks for the holder, and there is none</source>
        <translation>il livello chiede la voce, e non ce n'è nessuna</translation>
    </message>
    <message>
        <source>the layer has codes of its own and codes_from</source>
        <translation>il livello ha codici propri e codes_from</translation>
    </message>
    <message>
        <source>the layer has no code {name}</source>
        <translation>il livello non ha un codice {name}</translation>
    </message>
    <message>
        <source>the layer has no codes</source>
        <translation>il livello non ha codici</translation>
    </message>
    <message>
        <source>the layer must be answered, and cannot_tell is not allowed</source>
        <translation>al livello si deve rispondere, e cannot_tell non è permesso</translation>
    </message>
    <message>
        <source>the layer must be answered, and there is no way to answer without a code</source>
        <translation>al livello si deve rispondere, e non c'è modo di rispondere senza un codice</translation>
    </message>
    <message>
        <source>the layer that when names does not take the state {name}</source>
        <translation>il livello indicato da when non ammette lo stato {name}</translation>
    </message>
    <message>
        <source>the layer {layer} does not ask about the target {target}</source>
        <translation>il livello {layer} non chiede il target {target}</translation>
    </message>
    <message>
        <source>the layer {layer} does not know the holder {holder}</source>
        <translation>il livello {layer} non conosce la voce {holder}</translation>
    </message>
    <message>
        <source>the layer {layer} is answered once a {unit}</source>
        <translation>al livello {layer} si risponde una volta per ogni {unit}</translation>
    </message>
    <message>
        <source>the layer {name} does not come before this one</source>
        <translation>il livello {name} non viene prima di questo</translation>
    </message>
    <message>
        <source>the layer {name} has no codes of its own</source>
        <translation>il livello {name} non ha codici propri</translation>
    </message>
    <message>
        <source>the layer {name} is asked of another unit</source>
        <translation>il livello {name} riguarda un'altra unità</translation>
    </message>
    <message>
        <source>the layer {name} is not asked of these kinds: {kinds}</source>
        <translation>il livello {name} non si chiede per questi tipi: {kinds}</translation>
    </message>
    <message>
        <source>the lines look wrapped at the same width; they were put together to {n} paragraphs where a line ends short</source>
        <translation>le righe sembrano spezzate alla stessa larghezza; sono state riunite in {n} paragrafi dove una riga finisce prima</translation>
    </message>
    <message>
        <source>the lines look wrapped, but where paragraphs end could not be told; each of the {n} lines is a paragraph</source>
        <translation>le righe sembrano spezzate, ma non si è potuto riconoscere dove finiscono i paragrafi; ognuna delle {n} righe è un paragrafo</translation>
    </message>
    <message>
        <source>the log of the file names the {thing} {name}, which is not in the file: it is damaged</source>
        <translation>il registro del file nomina {name} ({thing}), che nel file non c’è: è danneggiato</translation>
    </message>
    <message>
        <source>the main one</source>
        <translation>quello principale</translation>
    </message>
    <message>
        <source>the mark at the end of this article is missing: the download may be cut off</source>
        <translation>manca il segno di fine di questo articolo: il file scaricato può essere tagliato</translation>
    </message>
    <message>
        <source>the name ends in {ending}, but the content is {form} and was read so</source>
        <translation>il nome finisce in {ending}, ma il contenuto è {form} ed è stato letto così</translation>
    </message>
    <message>
        <source>the name {annotator} has control characters, or spaces at its ends</source>
        <translation>il nome {annotator} ha caratteri di controllo, o spazi alle estremità</translation>
    </message>
    <message>
        <source>the paragraphs of article {document} do not follow each other</source>
        <translation>i paragrafi dell'articolo {document} non si susseguono</translation>
    </message>
    <message>
        <source>the plot cannot be written: {trouble}</source>
        <translation>il grafico non si può scrivere: {trouble}</translation>
    </message>
    <message>
        <source>the project file has been moved, removed or replaced since it was opened; nothing was written</source>
        <translation>il file del progetto è stato spostato, tolto o sostituito da quando è stato aperto; non è stato scritto nulla</translation>
    </message>
    <message>
        <source>the project has no annotators yet, so there is nobody to make a file for</source>
        <translation>il progetto non ha ancora codificatori, quindi non c’è nessuno per cui creare un file</translation>
    </message>
    <message>
        <source>the record has no text</source>
        <translation>il record non ha testo</translation>
    </message>
    <message>
        <source>the report cannot be written as {suffix}</source>
        <translation>il rapporto non si può scrivere come {suffix}</translation>
    </message>
    <message>
        <source>the report cannot be written: {trouble}</source>
        <translation>il rapporto non si può scrivere: {trouble}</translation>
    </message>
    <message>
        <source>the rest is not addressed, done</source>
        <translation>il resto non è trattato, fatto</translation>
    </message>
    <message>
        <source>the round {key} has other settings now, or was opened or closed</source>
        <translation>la tornata {key} ora ha altre impostazioni, oppure è stata aperta o chiusa</translation>
    </message>
    <message>
        <source>the round {round} is blind: nobody sees how far the answers agree while it is open</source>
        <translation>la tornata {round} è cieca: finché è aperta nessuno vede quanto le risposte concordano</translation>
    </message>
    <message>
        <source>the row has {n} fields, but the first line names {n_names} columns</source>
        <translation>la riga ha {n} campi, ma la prima riga indica {n_names} colonne</translation>
    </message>
    <message>
        <source>the row that begins here cannot be read ({reason})</source>
        <translation>la riga che comincia qui non si può leggere ({reason})</translation>
    </message>
    <message>
        <source>the same text as {file}</source>
        <translation>lo stesso testo di {file}</translation>
    </message>
    <message>
        <source>the shortcut {shortcut} of {owner} is that of {other} already</source>
        <translation>il tasto {shortcut} di {owner} è già di {other}</translation>
    </message>
    <message>
        <source>the table has no column “file”, which names the file of each article</source>
        <translation>la tabella non ha una colonna “file”, che indichi il file di ogni articolo</translation>
    </message>
    <message>
        <source>the table is not written in UTF-8</source>
        <translation>la tabella non è scritta in UTF-8</translation>
    </message>
    <message>
        <source>the table of labels cannot be used: {trouble}</source>
        <translation>la tabella delle etichette non si può usare: {trouble}</translation>
    </message>
    <message>
        <source>the table says: {value}</source>
        <translation>la tabella dice: {value}</translation>
    </message>
    <message>
        <source>the tables of this file are not those of a project; changed or foreign: {names}</source>
        <translation>le tabelle di questo file non sono quelle di un progetto; cambiate o estranee: {names}</translation>
    </message>
    <message>
        <source>the text has more than the {limit} paragraphs that an article may have</source>
        <translation>il testo ha più dei {limit} paragrafi che un articolo può avere</translation>
    </message>
    <message>
        <source>the text has {length} characters, at most {limit} are allowed</source>
        <translation>il testo ha {length} caratteri, se ne ammettono al massimo {limit}</translation>
    </message>
    <message>
        <source>the text is longer than the {limit} characters that an article may have</source>
        <translation>il testo supera i {limit} caratteri che un articolo può avere</translation>
    </message>
    <message>
        <source>the text of answered paragraphs, unless left out</source>
        <translation>il testo dei paragrafi con risposte, se non è tralasciato</translation>
    </message>
    <message>
        <source>the text of article {document} is not the one that was imported</source>
        <translation>il testo dell'articolo {document} non è quello importato</translation>
    </message>
    <message>
        <source>the text of the article is another one here</source>
        <translation>qui il testo dell'articolo è un altro</translation>
    </message>
    <message>
        <source>the text of the article {title} is not what its hash says</source>
        <translation>il testo dell'articolo {title} non corrisponde al suo hash</translation>
    </message>
    <message>
        <source>the text of this standoff file is missing</source>
        <translation>manca il testo di questo file standoff</translation>
    </message>
    <message>
        <source>the text of ¶ {number} is another one here</source>
        <translation>qui il testo del ¶ {number} è un altro</translation>
    </message>
    <message>
        <source>the translations have different numbers of entries: {lengths}</source>
        <translation>le traduzioni hanno un numero diverso di voci: {lengths}</translation>
    </message>
    <message>
        <source>the two files tell different things under one number (event {number} of {at}): one of them was changed by other means than Annotator, or a copy was put back in its place</source>
        <translation>i due file dicono cose diverse sotto lo stesso numero (evento {number} di {at}): uno dei due è stato cambiato con mezzi diversi da Annotator, o una copia è stata rimessa al suo posto</translation>
    </message>
    <message>
        <source>the value is not greater than that of {other}</source>
        <translation>il valore non è maggiore di quello di {other}</translation>
    </message>
    <message>
        <source>the version {version} is not MAJOR.MINOR.PATCH</source>
        <translation>la versione {version} non è MAJOR.MINOR.PATCH</translation>
    </message>
    <message>
        <source>the whole article still owes: {list}</source>
        <translation>all'articolo intero manca ancora: {list}</translation>
    </message>
    <message>
        <source>the window needs libraries that this machine lacks: {packages}</source>
        <translation>la finestra ha bisogno di librerie che mancano su questa macchina: {packages}</translation>
    </message>
    <message>
        <source>the words “{words}” do not stand at their place</source>
        <translation>le parole “{words}” non sono al loro posto</translation>
    </message>
    <message>
        <source>the {language} text is missing</source>
        <translation>manca il testo in {language}</translation>
    </message>
    <message>
        <source>the {what} {key} is “{ours}” here and “{theirs}” there; ours stays</source>
        <translation>{what} {key} qui è “{ours}” e là “{theirs}”; resta il nostro</translation>
    </message>
    <message>
        <source>the {what} {key} was “{ours}”, it is “{theirs}” now</source>
        <translation>{what} {key} era “{ours}”, ora è “{theirs}”</translation>
    </message>
    <message>
        <source>there are examples in {languages} only</source>
        <translation>ci sono esempi solo in {languages}</translation>
    </message>
    <message>
        <source>there are no codes in it</source>
        <translation>non contiene codici</translation>
    </message>
    <message>
        <source>there are no texts of the format {form} in it</source>
        <translation>non contiene testi del formato {form}</translation>
    </message>
    <message>
        <source>there are {count} codes to choose from, and this answer needs {least}</source>
        <translation>ci sono {count} codici tra cui scegliere, e questa risposta ne vuole {least}</translation>
    </message>
    <message>
        <source>there are {count} entries, at most {limit} are allowed</source>
        <translation>ci sono {count} voci, se ne ammettono al massimo {limit}</translation>
    </message>
    <message>
        <source>there are: jsonl and parquet --by paragraph; csv and parquet --by paragraph --final; csv and parquet --by document</source>
        <translation>ci sono: jsonl e parquet --by paragraph; csv e parquet --by paragraph --final; csv e parquet --by document</translation>
    </message>
    <message>
        <source>there are: {known}</source>
        <translation>ci sono: {known}</translation>
    </message>
    <message>
        <source>there is already a file of this name</source>
        <translation>c'è già un file con questo nome</translation>
    </message>
    <message>
        <source>there is an annotator {annotator} already</source>
        <translation>c'è già un codificatore {annotator}</translation>
    </message>
    <message>
        <source>there is another annotator {annotator} here already</source>
        <translation>qui c'è già un altro codificatore {annotator}</translation>
    </message>
    <message>
        <source>there is another annotator {annotator} here already, who is no import</source>
        <translation>qui c'è già un altro codificatore {annotator}, che non viene da un'importazione</translation>
    </message>
    <message>
        <source>there is no annotator {annotator} in this project</source>
        <translation>in questo progetto non c'è un codificatore {annotator}</translation>
    </message>
    <message>
        <source>there is no colour {colour}</source>
        <translation>non c'è un colore {colour}</translation>
    </message>
    <message>
        <source>there is no column “{column}” for the {field}</source>
        <translation>non c'è una colonna “{column}” per {field}</translation>
    </message>
    <message>
        <source>there is no key {key} here</source>
        <translation>qui non c'è una chiave {key}</translation>
    </message>
    <message>
        <source>there is no layer {name}</source>
        <translation>non c'è un livello {name}</translation>
    </message>
    <message>
        <source>there is no record in it</source>
        <translation>non contiene nessun record</translation>
    </message>
    <message>
        <source>there is no round {round} in this project</source>
        <translation>in questo progetto non c'è una tornata {round}</translation>
    </message>
    <message>
        <source>there is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)</source>
        <translation>non c'è uno schermo su cui aprire una finestra (né DISPLAY né WAYLAND_DISPLAY sono impostati)</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>non c'è un file così</translation>
    </message>
    <message>
        <source>there is no target {name}</source>
        <translation>non c'è un target {name}</translation>
    </message>
    <message>
        <source>there is no text in it</source>
        <translation>non contiene testo</translation>
    </message>
    <message>
        <source>there is no text in this PDF; its pages are pictures, perhaps scanned</source>
        <translation>in questo PDF non c'è testo; le pagine sono immagini, forse scansioni</translation>
    </message>
    <message>
        <source>there is no {name} in it: it is no REFI-QDA project, or is cut off</source>
        <translation>dentro non c'è {name}: non è un progetto REFI-QDA, o è troncato</translation>
    </message>
    <message>
        <source>there is no {thing} “{name}” here</source>
        <translation>qui non c'è {thing} “{name}”</translation>
    </message>
    <message>
        <source>there is nothing in this plot yet</source>
        <translation>in questo grafico non c’è ancora niente</translation>
    </message>
    <message>
        <source>there is something under this name already, and a folder is to be written</source>
        <translation>c'è già qualcosa con questo nome, e si deve scrivere una cartella</translation>
    </message>
    <message>
        <source>these two codes have a rule already at {other}</source>
        <translation>questi due codici hanno già una regola in {other}</translation>
    </message>
    <message>
        <source>this annotator is here already, under the name {annotator}</source>
        <translation>questo codificatore è già qui, con il nome {annotator}</translation>
    </message>
    <message>
        <source>this article is not in the project</source>
        <translation>questo articolo non è nel progetto</translation>
    </message>
    <message>
        <source>this codebook was made for a newer program</source>
        <translation>questo codebook è fatto per un programma più recente</translation>
    </message>
    <message>
        <source>this file is a project; the export would take its place</source>
        <translation>questo file è un progetto; l'esportazione ne prenderebbe il posto</translation>
    </message>
    <message>
        <source>this file is a project; the report would take its place</source>
        <translation>questo file è un progetto; il rapporto ne prenderebbe il posto</translation>
    </message>
    <message>
        <source>this file is no part of the project “{title}”; nothing was written</source>
        <translation>questo file non è una parte del progetto “{title}”; non è stato scritto nulla</translation>
    </message>
    <message>
        <source>this file was written by Annotator: it says itself whose answers it has</source>
        <translation>questo file è stato scritto da Annotator: dice da sé di chi sono le risposte</translation>
    </message>
    <message>
        <source>this is a bundle of another version ({found}; this program reads {known})</source>
        <translation>questo è un bundle di un’altra versione ({found}; questo programma legge {known})</translation>
    </message>
    <message>
        <source>this is a folder that cannot be read as a file</source>
        <translation>è una cartella, e non si può leggere come file</translation>
    </message>
    <message>
        <source>this is a pipe, not a file</source>
        <translation>questa è una pipe, non un file</translation>
    </message>
    <message>
        <source>this is a project of INCEpTION, whose annotations only Java reads; its texts are taken</source>
        <translation>questo è un progetto di INCEpTION, le cui risposte si leggono solo con Java; se ne prendono i testi</translation>
    </message>
    <message>
        <source>this is a project of INCEpTION; its texts are taken, its annotations are not</source>
        <translation>questo è un progetto di INCEpTION; se ne prendono i testi, non le annotazioni</translation>
    </message>
    <message>
        <source>this is a project, not an article</source>
        <translation>questo è un progetto, non un articolo</translation>
    </message>
    <message>
        <source>this is an archive within an archive</source>
        <translation>questo è un archivio dentro un archivio</translation>
    </message>
    <message>
        <source>this is no RTF file</source>
        <translation>questo non è un file RTF</translation>
    </message>
    <message>
        <source>this is no Web Annotation, which is an object</source>
        <translation>questa non è una Web Annotation, che è un oggetto</translation>
    </message>
    <message>
        <source>this is no Web Annotation: {trouble}</source>
        <translation>questa non è una Web Annotation: {trouble}</translation>
    </message>
    <message>
        <source>this is no export of annotations</source>
        <translation>non è un'esportazione di risposte</translation>
    </message>
    <message>
        <source>this is no file with labels that is known here</source>
        <translation>questo non è un file con etichette che qui si conosca</translation>
    </message>
    <message>
        <source>this is not JSON ({reason})</source>
        <translation>questo non è JSON ({reason})</translation>
    </message>
    <message>
        <source>this is not TOML: {reason}</source>
        <translation>non è TOML: {reason}</translation>
    </message>
    <message>
        <source>this is not an Annotator project</source>
        <translation>non è un progetto di Annotator</translation>
    </message>
    <message>
        <source>this is the project itself</source>
        <translation>questo è il progetto stesso</translation>
    </message>
    <message>
        <source>this looks like a download of Nexis or Factiva, but its layout is not known; all of it is one article</source>
        <translation>sembra un file scaricato da Nexis o Factiva, ma la sua forma non è nota; è tutto un solo articolo</translation>
    </message>
    <message>
        <source>this project was made by a newer Annotator (file version {found}; this program reads up to {known})</source>
        <translation>questo progetto è stato fatto da un Annotator più recente (versione del file {found}; questo programma legge fino alla {known})</translation>
    </message>
    <message>
        <source>this project was made by an older Annotator and must be brought up to date, but it is read-only</source>
        <translation>questo progetto è stato fatto da un Annotator meno recente e va aggiornato, ma è di sola lettura</translation>
    </message>
    <message>
        <source>this project was opened for reading only, because its file or folder is read-only</source>
        <translation>questo progetto è stato aperto in sola lettura, perché il file o la cartella sono di sola lettura</translation>
    </message>
    <message>
        <source>this version reads plain text; save the article as a text file</source>
        <translation>questa versione legge testo semplice; salva l'articolo come file di testo</translation>
    </message>
    <message>
        <source>time spent on answers</source>
        <translation>tempo impiegato per le risposte</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titolo</translation>
    </message>
    <message>
        <source>title, outlet and date of the article</source>
        <translation>titolo, testata e data dell'articolo</translation>
    </message>
    <message>
        <source>to read {form} files, {module} is needed, which is not installed</source>
        <translation>per leggere file {form} serve {module}, che non è installato</translation>
    </message>
    <message>
        <source>too little variation</source>
        <translation>variazione troppo scarsa</translation>
    </message>
    <message>
        <source>took back the kind of ¶ {number}</source>
        <translation>annullato il tipo di ¶ {number}</translation>
    </message>
    <message>
        <source>took back {what}, whole article</source>
        <translation>annullato {what}, articolo intero</translation>
    </message>
    <message>
        <source>took back {what}, ¶ {number}</source>
        <translation>annullato {what}, ¶ {number}</translation>
    </message>
    <message>
        <source>try again when no other program is writing to it</source>
        <translation>riprova quando nessun altro programma ci scrive</translation>
    </message>
    <message>
        <source>two annotators of the file would both be {annotator} here</source>
        <translation>due codificatori del file sarebbero entrambi {annotator} qui</translation>
    </message>
    <message>
        <source>two columns are named “{name}”</source>
        <translation>due colonne si chiamano “{name}”</translation>
    </message>
    <message>
        <source>type a short pseudonym, for instance k7</source>
        <translation>scrivi uno pseudonimo breve, per esempio k7</translation>
    </message>
    <message>
        <source>under .01</source>
        <translation>meno di .01</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>annulla</translation>
    </message>
    <message>
        <source>units coded by two or more</source>
        <translation>unità codificate da due o più</translation>
    </message>
    <message>
        <source>units redrawn {draws} times, seed {seed}</source>
        <translation>unità riestratte {draws} volte, seme {seed}</translation>
    </message>
    <message>
        <source>units with two positions of one annotator for one type of holder</source>
        <translation>unità con due posizioni di un codificatore per un tipo di voce</translation>
    </message>
    <message>
        <source>units: {n}</source>
        <translation>unità: {n}</translation>
    </message>
    <message>
        <source>unpack it and import the folder, if you know where it comes from</source>
        <translation>scompattalo e importa la cartella, se sai da dove viene</translation>
    </message>
    <message>
        <source>unpack it and take the folder</source>
        <translation>scompattalo e usa la cartella</translation>
    </message>
    <message>
        <source>unpack it with the password, and import what was in it</source>
        <translation>scompattalo con la password, e importa quello che conteneva</translation>
    </message>
    <message>
        <source>unpack the outer one, and import both</source>
        <translation>scompatta quello esterno, e importa tutti e due</translation>
    </message>
    <message>
        <source>unreadable characters, which stand as the mark U+FFFD: {n}</source>
        <translation>caratteri illeggibili, resi con il segno U+FFFD: {n}</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerto</translation>
    </message>
    <message>
        <source>use letters, digits and signs only</source>
        <translation>usa solo lettere, cifre e segni</translation>
    </message>
    <message>
        <source>values of the scale instead of codes</source>
        <translation>valori della scala invece dei codici</translation>
    </message>
    <message>
        <source>version and hash of the codebook</source>
        <translation>versione e hash del codebook</translation>
    </message>
    <message>
        <source>versions of the codebook</source>
        <translation>versioni del codebook</translation>
    </message>
    <message>
        <source>wait until it is closed</source>
        <translation>aspetta che sia conclusa</translation>
    </message>
    <message>
        <source>wait until it is written, then try again</source>
        <translation>aspetta che sia scritta, poi riprova</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>settimane</translation>
    </message>
    <message>
        <source>what each annotator answered to each unit of one question</source>
        <translation>che cosa ha risposto ogni codificatore a ogni unità di una domanda</translation>
    </message>
    <message>
        <source>what reads files of this kind failed on it ({trouble})</source>
        <translation>il lettore dei file di questo tipo non ci è riuscito ({trouble})</translation>
    </message>
    <message>
        <source>when has both codes and state</source>
        <translation>when ha sia codes sia state</translation>
    </message>
    <message>
        <source>where all chose the code</source>
        <translation>dove tutti hanno scelto il codice</translation>
    </message>
    <message>
        <source>which column holds the text cannot be told</source>
        <translation>non si può riconoscere quale colonna contiene il testo</translation>
    </message>
    <message>
        <source>which part of the page is the article could not be told; all its text is kept</source>
        <translation>non si è potuto riconoscere quale parte della pagina è l'articolo; tutto il suo testo è conservato</translation>
    </message>
    <message>
        <source>which position</source>
        <translation>quale posizione</translation>
    </message>
    <message>
        <source>which position, without mixed</source>
        <translation>quale posizione, senza la mista</translation>
    </message>
    <message>
        <source>who answered what: the answers of single annotators</source>
        <translation>chi ha risposto che cosa: le risposte dei singoli codificatori</translation>
    </message>
    <message>
        <source>who answered, and in which round (in meta)</source>
        <translation>chi ha risposto, e in quale tornata (in meta)</translation>
    </message>
    <message>
        <source>who answered, and when, to the second</source>
        <translation>chi ha risposto, e quando, al secondo</translation>
    </message>
    <message>
        <source>who answered, and when, to the second; names of rounds in descriptions</source>
        <translation>chi ha risposto, e quando, al secondo; nomi delle tornate nelle descrizioni</translation>
    </message>
    <message>
        <source>who answered, in which round, with which version of the codebook</source>
        <translation>chi ha risposto, in quale tornata, con quale versione del codebook</translation>
    </message>
    <message>
        <source>who answered, when, how long it took, in which round, with which codebook</source>
        <translation>chi ha risposto, quando, in quanto tempo, in quale tornata, con quale codebook</translation>
    </message>
    <message>
        <source>whole article</source>
        <translation>articolo intero</translation>
    </message>
    <message>
        <source>whole files embedded in the text, left out: {n}</source>
        <translation>file interi incorporati nel testo, tralasciati: {n}</translation>
    </message>
    <message>
        <source>wholly below the rest</source>
        <translation>tutto al di sotto del resto</translation>
    </message>
    <message>
        <source>whose voice</source>
        <translation>voce di chi</translation>
    </message>
    <message>
        <source>width of the interval</source>
        <translation>ampiezza dell’intervallo</translation>
    </message>
    <message>
        <source>with cannot tell as an answer</source>
        <translation>con “non determinabile” come risposta</translation>
    </message>
    <message>
        <source>with texts</source>
        <translation>con i testi</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>senza {name}</translation>
    </message>
    <message>
        <source>without: only places of marked words</source>
        <translation>senza: solo i punti delle parole evidenziate</translation>
    </message>
    <message>
        <source>words broken at the end of a line and kept with their hyphen, as it may be their own: {n}</source>
        <translation>parole spezzate a fine riga e lasciate con il trattino, che può essere il loro: {n}</translation>
    </message>
    <message>
        <source>words broken at the end of a line and put together, as they stand whole elsewhere: {n}, the first is “{word}”</source>
        <translation>parole spezzate a fine riga e ricongiunte, perché altrove compaiono intere: {n}, la prima è “{word}”</translation>
    </message>
    <message>
        <source>words written as an answer</source>
        <translation>parole scritte come risposta</translation>
    </message>
    <message>
        <source>words written as an answer, and marked words of no code</source>
        <translation>parole scritte come risposta, e parole evidenziate senza codice</translation>
    </message>
    <message>
        <source>write [[{key}]] before each of them</source>
        <translation>scrivi [[{key}]] davanti a ciascuno</translation>
    </message>
    <message>
        <source>write [{key}], and its keys below</source>
        <translation>scrivi [{key}], e le sue chiavi sotto</translation>
    </message>
    <message>
        <source>write a BCP 47 tag such as en, it or pt-BR</source>
        <translation>scrivi un'etichetta BCP 47 come en, it o pt-BR</translation>
    </message>
    <message>
        <source>write a quote inside quotes as "" and close every quote</source>
        <translation>scrivi una virgoletta tra virgolette come "" e chiudi ogni virgoletta</translation>
    </message>
    <message>
        <source>write a share such as .05</source>
        <translation>scrivi una quota come .05</translation>
    </message>
    <message>
        <source>write a smaller number</source>
        <translation>scrivi un numero più piccolo</translation>
    </message>
    <message>
        <source>write a whole number, counted from 0</source>
        <translation>scrivi un numero intero, contato da 0</translation>
    </message>
    <message>
        <source>write ask = "offered" for those that are seldom addressed: it saves coding time</source>
        <translation>scrivi ask = "offered" per quelli trattati di rado: fa risparmiare tempo</translation>
    </message>
    <message>
        <source>write coded, none, cannot_tell or skipped</source>
        <translation>scrivi coded, none, cannot_tell o skipped</translation>
    </message>
    <message>
        <source>write codes = ["…", "…"] with two different ones; none is allowed</source>
        <translation>scrivi codes = ["…", "…"] con due diversi; none è permesso</translation>
    </message>
    <message>
        <source>write each value that holds the delimiter or a line end in quotes</source>
        <translation>metti tra virgolette ogni valore che contiene il separatore o una fine di riga</translation>
    </message>
    <message>
        <source>write either [[layer.code]] tables or codes_from</source>
        <translation>scrivi tabelle [[layer.code]] oppure codes_from</translation>
    </message>
    <message>
        <source>write every distance as a number, 0 for equal values</source>
        <translation>scrivi ogni distanza come numero, 0 per valori uguali</translation>
    </message>
    <message>
        <source>write every value as a list, or none</source>
        <translation>scrivi ogni valore come lista, o nessuno</translation>
    </message>
    <message>
        <source>write format = 1</source>
        <translation>scrivi format = 1</translation>
    </message>
    <message>
        <source>write how many characters an answer may have</source>
        <translation>scrivi quanti caratteri può avere una risposta</translation>
    </message>
    <message>
        <source>write it again, or save it as .csv</source>
        <translation>scrivila di nuovo, o salvala come .csv</translation>
    </message>
    <message>
        <source>write it as 2025-02-14, 2025-02 or 2025</source>
        <translation>scrivila come 2025-02-14, 2025-02 o 2025</translation>
    </message>
    <message>
        <source>write it in digits, without quotes</source>
        <translation>scrivilo in cifre, senza virgolette</translation>
    </message>
    <message>
        <source>write one object a line</source>
        <translation>scrivi un oggetto per riga</translation>
    </message>
    <message>
        <source>write one object a line: {{"title": "…", "text": "…"}}</source>
        <translation>scrivi un oggetto per riga: {{"title": "…", "text": "…"}}</translation>
    </message>
    <message>
        <source>write primary = "optional" or "required", or take the question out</source>
        <translation>scrivi primary = "optional" o "required", o togli la domanda</translation>
    </message>
    <message>
        <source>write the code as text, a set as a list, a missing rating as null</source>
        <translation>scrivi il codice come testo, un insieme come lista, un giudizio mancante come null</translation>
    </message>
    <message>
        <source>write the languages of the texts, as in languages = ["en"]</source>
        <translation>scrivi le lingue dei testi, come in languages = ["en"]</translation>
    </message>
    <message>
        <source>write the text into a file and import that</source>
        <translation>scrivi il testo in un file e importa quello</translation>
    </message>
    <message>
        <source>write three whole numbers, as in version = "1.0.0"</source>
        <translation>scrivi tre numeri interi, come in version = "1.0.0"</translation>
    </message>
    <message>
        <source>write true or false, without quotes</source>
        <translation>scrivi true o false, senza virgolette</translation>
    </message>
    <message>
        <source>write {keys}</source>
        <translation>scrivi {keys}</translation>
    </message>
    <message>
        <source>write {key} = "…"</source>
        <translation>scrivi {key} = "…"</translation>
    </message>
    <message>
        <source>write {key} = ["…", "…"]</source>
        <translation>scrivi {key} = ["…", "…"]</translation>
    </message>
    <message>
        <source>yes / no</source>
        <translation>sì / no</translation>
    </message>
    <message>
        <source>zero bytes in the file, replaced by the mark U+FFFD: {n}</source>
        <translation>byte zero nel file, sostituiti dal segno U+FFFD: {n}</translation>
    </message>
    <message>
        <source>{at} is no time like 2026-03-02T09:14:07.512Z</source>
        <translation>{at} non è un orario come 2026-03-02T09:14:07.512Z</translation>
    </message>
    <message>
        <source>{code} is no code of this question any more</source>
        <translation>{code} non è più un codice di questa domanda</translation>
    </message>
    <message>
        <source>{code}, primary</source>
        <translation>{code}, principale</translation>
    </message>
    <message>
        <source>{count} targets are always asked, of every unit</source>
        <translation>{count} target si chiedono sempre, per ogni unità</translation>
    </message>
    <message>
        <source>{done} of {all} coded</source>
        <translation>{done} di {all} codificati</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} di {all} finiti</translation>
    </message>
    <message>
        <source>{file} has the same text; it is taken in once.</source>
        <translation>{file} ha lo stesso testo; è importato una volta sola.</translation>
    </message>
    <message>
        <source>{file} has the same text; this one is taken in as a copy.</source>
        <translation>{file} ha lo stesso testo; questo è importato come copia.</translation>
    </message>
    <message>
        <source>{file} is there already. It will be replaced.</source>
        <translation>{file} c'è già. Verrà sostituito.</translation>
    </message>
    <message>
        <source>{file}, rows: {n}</source>
        <translation>{file}, righe: {n}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} e {second}</translation>
    </message>
    <message>
        <source>{form} does not leave the choice of --text or --no-text</source>
        <translation>{form} non lascia la scelta tra --text e --no-text</translation>
    </message>
    <message>
        <source>{form} has no such table</source>
        <translation>{form} non ha una tabella così</translation>
    </message>
    <message>
        <source>{form} is one file, which is not zipped</source>
        <translation>{form} è un file solo, che non viene compresso</translation>
    </message>
    <message>
        <source>{form} is written as a folder of several files</source>
        <translation>{form} si scrive come cartella di più file</translation>
    </message>
    <message>
        <source>{form} needs a package that is not installed. Install it: pip install "annotator[{extra}]"</source>
        <translation>{form} richiede un pacchetto che non è installato. Per installarlo: pip install "annotator[{extra}]"</translation>
    </message>
    <message>
        <source>{holder} already has a position on this target</source>
        <translation>{holder} ha già una posizione su questo target</translation>
    </message>
    <message>
        <source>{holder} cannot be a holder's name</source>
        <translation>{holder} non può essere il nome di una voce</translation>
    </message>
    <message>
        <source>{holder} is no name for a holder</source>
        <translation>{holder} non è il nome di una voce</translation>
    </message>
    <message>
        <source>{holder} is no type of holder</source>
        <translation>{holder} non è un tipo di voce</translation>
    </message>
    <message>
        <source>{key} cannot be {given}</source>
        <translation>{key} non può essere {given}</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>manca {key}</translation>
    </message>
    <message>
        <source>{key} is neither true nor false</source>
        <translation>{key} non è né true né false</translation>
    </message>
    <message>
        <source>{key} is no key: a letter a to z, then letters, digits and _, 32 in all at most</source>
        <translation>{key} non è una chiave: una lettera da a a z, poi lettere, cifre e _, in tutto al massimo 32</translation>
    </message>
    <message>
        <source>{key} is not a list of tables</source>
        <translation>{key} non è una lista di tabelle</translation>
    </message>
    <message>
        <source>{key} is not a list of texts in quotes</source>
        <translation>{key} non è una lista di testi tra virgolette</translation>
    </message>
    <message>
        <source>{key} is not a list of words in quotes</source>
        <translation>{key} non è una lista di parole tra virgolette</translation>
    </message>
    <message>
        <source>{key} is not a number</source>
        <translation>{key} non è un numero</translation>
    </message>
    <message>
        <source>{key} is not a table</source>
        <translation>{key} non è una tabella</translation>
    </message>
    <message>
        <source>{key} is not a whole number</source>
        <translation>{key} non è un numero intero</translation>
    </message>
    <message>
        <source>{key} is not given as lists of texts by language</source>
        <translation>{key} non è dato come liste di testi per lingua</translation>
    </message>
    <message>
        <source>{key} is not given as text by language</source>
        <translation>{key} non è dato come testo per lingua</translation>
    </message>
    <message>
        <source>{key} is not text in quotes</source>
        <translation>{key} non è testo tra virgolette</translation>
    </message>
    <message>
        <source>{key} is only for codes of layers whose answer is {answer}</source>
        <translation>{key} vale solo per codici di livelli con risposta {answer}</translation>
    </message>
    <message>
        <source>{key} is only for layers whose answer is {answers}</source>
        <translation>{key} vale solo per livelli con risposta {answers}</translation>
    </message>
    <message>
        <source>{key} means nothing here.</source>
        <translation>{key} qui non significa nulla.</translation>
    </message>
    <message>
        <source>{kind} is no kind of paragraph</source>
        <translation>{kind} non è un tipo di paragrafo</translation>
    </message>
    <message>
        <source>{kind}, not coded</source>
        <translation>{kind}, non si codifica</translation>
    </message>
    <message>
        <source>{label}: with {n} units the interval is {width} wide</source>
        <translation>{label}: con {n} unità l’intervallo è ampio {width}</translation>
    </message>
    <message>
        <source>{language} is none of the codebook's languages</source>
        <translation>{language} non è tra le lingue del codebook</translation>
    </message>
    <message>
        <source>{layer} The words are still missing</source>
        <translation>{layer} Mancano ancora le parole</translation>
    </message>
    <message>
        <source>{layer} cannot be answered so</source>
        <translation>a {layer} non si può rispondere così</translation>
    </message>
    <message>
        <source>{layer} has no main code</source>
        <translation>{layer} non ha un codice principale</translation>
    </message>
    <message>
        <source>{layer} is not asked by holder</source>
        <translation>{layer} non si chiede voce per voce</translation>
    </message>
    <message>
        <source>{layer} is not asked here</source>
        <translation>{layer} qui non si chiede</translation>
    </message>
    <message>
        <source>{layer} is not asked how sure</source>
        <translation>per {layer} non si chiede quanto è sicuro</translation>
    </message>
    <message>
        <source>{layer} open</source>
        <translation>{layer} aperto</translation>
    </message>
    <message>
        <source>{layer} open: U {cannot_tell}</source>
        <translation>{layer} aperto: U {cannot_tell}</translation>
    </message>
    <message>
        <source>{layer} open: {key} {none}</source>
        <translation>{layer} aperto: {key} {none}</translation>
    </message>
    <message>
        <source>{layer} open: {key} {none}, U {cannot_tell}</source>
        <translation>{layer} aperto: {key} {none}, U {cannot_tell}</translation>
    </message>
    <message>
        <source>{layer}: mark the words that show it</source>
        <translation>{layer}: evidenzia le parole che lo mostrano</translation>
    </message>
    <message>
        <source>{layer}: which one is the main one? Shift and its digit</source>
        <translation>{layer}: qual è il principale? Maiusc e la sua cifra</translation>
    </message>
    <message>
        <source>{level} % CI {low} – {high}</source>
        <translation>IC {level} % {low} – {high}</translation>
    </message>
    <message>
        <source>{ms} is no duration in milliseconds</source>
        <translation>{ms} non è una durata in millisecondi</translation>
    </message>
    <message>
        <source>{name} is no code in use that could replace this one</source>
        <translation>{name} non è un codice in uso che possa sostituire questo</translation>
    </message>
    <message>
        <source>{name}: {field} was “{before}” and is “{after}” now</source>
        <translation>{name}: {field} era “{before}” e ora è “{after}”</translation>
    </message>
    <message>
        <source>{n} already there</source>
        <translation>{n} già presenti</translation>
    </message>
    <message>
        <source>{n} annotators</source>
        <translation>{n} annotatori</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} risposte</translation>
    </message>
    <message>
        <source>{n} answers were made with an older codebook in which “{layer}” meant something else; they are left out</source>
        <translation>{n} risposte sono state date con un codebook meno recente, in cui “{layer}” significava altro; sono escluse</translation>
    </message>
    <message>
        <source>{n} answers written to {file}.</source>
        <translation>{n} risposte scritte in {file}.</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} articoli</translation>
    </message>
    <message>
        <source>{n} articles by ≥ 2 of {people}</source>
        <translation>{n} articoli da ≥ 2 di {people}</translation>
    </message>
    <message>
        <source>{n} by one person only</source>
        <translation>{n} da una sola persona</translation>
    </message>
    <message>
        <source>{n} cannot be read</source>
        <translation>{n} illeggibili</translation>
    </message>
    <message>
        <source>{n} cannot tell</source>
        <translation>{n} non determinabili</translation>
    </message>
    <message>
        <source>{n} cells began with = + - or @ and got an apostrophe before it</source>
        <translation>{n} caselle cominciavano con = + - o @ e hanno avuto un apostrofo davanti</translation>
    </message>
    <message>
        <source>{n} cells begin with = + - or @: a spreadsheet would compute them; --spreadsheet makes them harmless</source>
        <translation>{n} caselle cominciano con = + - o @: un foglio di calcolo le calcolerebbe; --spreadsheet le rende innocue</translation>
    </message>
    <message>
        <source>{n} characters left</source>
        <translation>{n} caratteri rimasti</translation>
    </message>
    <message>
        <source>{n} coded</source>
        <translation>codificati {n}</translation>
    </message>
    <message>
        <source>{n} doubtful</source>
        <translation>{n} dubbi</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} non riusciti</translation>
    </message>
    <message>
        <source>{n} more offered · keys {keys}</source>
        <translation>altri {n} a richiesta · tasti {keys}</translation>
    </message>
    <message>
        <source>{n} not addressed by Enter</source>
        <translation>{n} non trattati con Invio</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} note</translation>
    </message>
    <message>
        <source>{n} paragraphs by ≥ 2 of {people}</source>
        <translation>{n} paragrafi da ≥ 2 di {people}</translation>
    </message>
    <message>
        <source>{n} ratings stand twice with the same value; each counts once.</source>
        <translation>{n} giudizi compaiono due volte con lo stesso valore; ognuno conta una volta.</translation>
    </message>
    <message>
        <source>{n} remarks</source>
        <translation>{n} osservazioni</translation>
    </message>
    <message>
        <source>{n} rows written to {file}.</source>
        <translation>{n} righe scritte in {file}.</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <translation>{n} saltati</translation>
    </message>
    <message>
        <source>{n} spans</source>
        <translation>{n} brani</translation>
    </message>
    <message>
        <source>{n} units by ≥ 2 of {people}</source>
        <translation>{n} unità da ≥ 2 di {people}</translation>
    </message>
    <message>
        <source>{n} with remarks</source>
        <translation>{n} con osservazioni</translation>
    </message>
    <message>
        <source>{one} against {other}</source>
        <translation>{one} contro {other}</translation>
    </message>
    <message>
        <source>{one} or {other}?</source>
        <translation>{one} o {other}?</translation>
    </message>
    <message>
        <source>{other} has the same definition</source>
        <translation>{other} ha la stessa definizione</translation>
    </message>
    <message>
        <source>{other} has the same label</source>
        <translation>{other} ha la stessa etichetta</translation>
    </message>
    <message>
        <source>{percent} % of its text is that of “{title}”; is it the same article?</source>
        <translation>il {percent} % del suo testo è quello di “{title}”; è lo stesso articolo?</translation>
    </message>
    <message>
        <source>{question}, code against code</source>
        <translation>{question}, codice contro codice</translation>
    </message>
    <message>
        <source>{question}, how much to code twice</source>
        <translation>{question}, quanto codificare due volte</translation>
    </message>
    <message>
        <source>{question}, over time</source>
        <translation>{question}, nel tempo</translation>
    </message>
    <message>
        <source>{question}, same person, second pass</source>
        <translation>{question}, stessa persona, seconda volta</translation>
    </message>
    <message>
        <source>{question}, without one person</source>
        <translation>{question}, senza una persona</translation>
    </message>
    <message>
        <source>{rev} is no revision</source>
        <translation>{rev} non è una revisione</translation>
    </message>
    <message>
        <source>{share} of all disagreement</source>
        <translation>{share} di tutto il disaccordo</translation>
    </message>
    <message>
        <source>{share} of answers</source>
        <translation>{share} delle risposte</translation>
    </message>
    <message>
        <source>{share} of the draws give no figure</source>
        <translation>{share} delle estrazioni non dà un valore</translation>
    </message>
    <message>
        <source>{shortcut} is not one of the keys that a codebook can have</source>
        <translation>{shortcut} non è tra i tasti che un codebook può avere</translation>
    </message>
    <message>
        <source>{tag} is no language tag</source>
        <translation>{tag} non è un'etichetta di lingua</translation>
    </message>
    <message>
        <source>{taken} taken in, {there} already there, {failed} failed.</source>
        <translation>{taken} importati, {there} già presenti, {failed} non riusciti.</translation>
    </message>
    <message>
        <source>{type} · Tab: another</source>
        <translation>{type} · Tab: un altro</translation>
    </message>
    <message>
        <source>{type}: say who, by name</source>
        <translation>{type}: di' chi, per nome</translation>
    </message>
    <message>
        <source>{type}: type the name</source>
        <translation>{type}: scrivi il nome</translation>
    </message>
    <message>
        <source>{uid} is no annotator's uid</source>
        <translation>{uid} non è l'uid di un codificatore</translation>
    </message>
    <message>
        <source>{what} · {n}</source>
        <translation>{what} · {n}</translation>
    </message>
    <message>
        <source>{where}: a coding without a code of the project</source>
        <translation>{where}: una codifica senza un codice del progetto</translation>
    </message>
    <message>
        <source>{where}: a further annotation of one person is read as {kind}</source>
        <translation>{where}: un'ulteriore annotazione di una persona è letta come {kind}</translation>
    </message>
    <message>
        <source>{where}: a memo on words without a code is not read</source>
        <translation>{where}: un appunto su parole senza codice non viene letto</translation>
    </message>
    <message>
        <source>{where}: it is about a line that is not read</source>
        <translation>{where}: riguarda una riga che non viene letta</translation>
    </message>
    <message>
        <source>{where}: it was rejected, which is no answer</source>
        <translation>{where}: è stato rifiutato, e non è una risposta</translation>
    </message>
    <message>
        <source>{where}: marked words without a place</source>
        <translation>{where}: parole evidenziate senza un punto nel testo</translation>
    </message>
    <message>
        <source>{where}: no text in it</source>
        <translation>{where}: non contiene testo</translation>
    </message>
    <message>
        <source>{where}: no words are marked here; it is not read</source>
        <translation>{where}: qui non sono evidenziate parole; non viene letto</translation>
    </message>
    <message>
        <source>{where}: relations between marked words are not read</source>
        <translation>{where}: le relazioni tra parole evidenziate non vengono lette</translation>
    </message>
    <message>
        <source>{where}: results of the kind {kind} are not read</source>
        <translation>{where}: i risultati di tipo {kind} non vengono letti</translation>
    </message>
    <message>
        <source>{where}: sureness is 1, 2 or 3, not {sureness}; it is left out</source>
        <translation>{where}: la sicurezza è 1, 2 o 3, non {sureness}; è tralasciata</translation>
    </message>
    <message>
        <source>{where}: the annotation gives no label</source>
        <translation>{where}: l'annotazione non dà nessuna etichetta</translation>
    </message>
    <message>
        <source>{where}: the equivalence is not read</source>
        <translation>{where}: l'equivalenza non viene letta</translation>
    </message>
    <message>
        <source>{where}: the event is not read, only the words of its parts</source>
        <translation>{where}: l'evento non viene letto, solo le parole delle sue parti</translation>
    </message>
    <message>
        <source>{where}: the feature {feature} is in no type system here; not read: {n}</source>
        <translation>{where}: la proprietà {feature} non è in nessun sistema di tipi qui; non letti: {n}</translation>
    </message>
    <message>
        <source>{where}: the line cannot be read</source>
        <translation>{where}: la riga non si può leggere</translation>
    </message>
    <message>
        <source>{where}: the link {type} of a chain is not read</source>
        <translation>{where}: l’anello {type} di una catena non viene letto</translation>
    </message>
    <message>
        <source>{where}: the marked words {start}–{end} lie outside the text</source>
        <translation>{where}: le parole evidenziate {start}–{end} sono fuori dal testo</translation>
    </message>
    <message>
        <source>{where}: the marked words “{words}” do not stand at {start}–{end} of the text</source>
        <translation>{where}: le parole evidenziate “{words}” non stanno a {start}–{end} del testo</translation>
    </message>
    <message>
        <source>{where}: the normalisation is not read</source>
        <translation>{where}: la normalizzazione non viene letta</translation>
    </message>
    <message>
        <source>{where}: the project does not hold its text</source>
        <translation>{where}: il progetto non contiene il suo testo</translation>
    </message>
    <message>
        <source>{where}: the relation is not read</source>
        <translation>{where}: la relazione non viene letta</translation>
    </message>
    <message>
        <source>{where}: the relation {type} is not read</source>
        <translation>{where}: la relazione {type} non viene letta</translation>
    </message>
    <message>
        <source>{where}: the type {type} is in no type system here; not read: {n}</source>
        <translation>{where}: il tipo {type} non è in nessun sistema di tipi qui; non letti: {n}</translation>
    </message>
    <message>
        <source>{where}: the type {type} says nothing of answers; not read: {n}</source>
        <translation>{where}: il tipo {type} non dice nulla di risposte; non letti: {n}</translation>
    </message>
    <message>
        <source>{where}: the words “{words}” do not stand at {begin}–{end} of the text; the line is not read</source>
        <translation>{where}: le parole “{words}” non stanno a {begin}–{end} del testo; la riga non viene letta</translation>
    </message>
    <message>
        <source>{where}: there is no state “{state}”; it is left out</source>
        <translation>{where}: non c’è uno stato «{state}»; è tralasciato</translation>
    </message>
    <message>
        <source>{where}: this lies outside the text</source>
        <translation>{where}: questo sta fuori dal testo</translation>
    </message>
    <message>
        <source>{where}: what it refers to ({feature}) is not read</source>
        <translation>{where}: ciò a cui rimanda ({feature}) non viene letto</translation>
    </message>
    <message>
        <source>{where}: what stands as a label is none</source>
        <translation>{where}: ciò che sta come etichetta non lo è</translation>
    </message>
    <message>
        <source>{where}: where in the text it belongs cannot be told</source>
        <translation>{where}: non si può dire a quale punto del testo appartiene</translation>
    </message>
    <message>
        <source>{where}: {begin}–{end} (UTF-16) is within a character; it is not read</source>
        <translation>{where}: {begin}–{end} (UTF-16) è dentro un carattere; non viene letto</translation>
    </message>
    <message>
        <source>{word} stands twice in {key}</source>
        <translation>{word} compare due volte in {key}</translation>
    </message>
    <message>
        <source>¶ 1 opens with “{words}”, which looks like remains of the page; the words after it are kept and may be a sentence cut at its start</source>
        <translation>¶ 1 comincia con “{words}”, che sembra un resto della pagina; le parole che seguono restano e possono essere una frase tagliata all'inizio</translation>
    </message>
    <message>
        <source>¶ {number}</source>
        <translation>¶ {number}</translation>
    </message>
    <message>
        <source>¶ {number} has been changed elsewhere since; the step stays as it is</source>
        <translation>¶ {number} nel frattempo è stato cambiato altrove; il passo resta com'è</translation>
    </message>
    <message>
        <source>¶ {number} of an article has another kind than the log says</source>
        <translation>¶ {number} di un articolo ha un tipo diverso da quello del registro</translation>
    </message>
    <message>
        <source>¶ {number} of the article {title} is {kind} there; ours stays</source>
        <translation>¶ {number} dell'articolo {title} là è {kind}; resta il nostro</translation>
    </message>
    <message>
        <source>¶ {number} still owes: {list}</source>
        <translation>a ¶ {number} manca ancora: {list}</translation>
    </message>
    <message>
        <source>¶ {number}, the last one, stops without a full stop: the text may be cut off</source>
        <translation>¶ {number}, l'ultimo, si ferma senza punto: il testo può essere tagliato</translation>
    </message>
    <message>
        <source>¶ {number}: an answer {state} has no codes and no words</source>
        <translation>¶ {number}: una risposta {state} non ha codici né parole</translation>
    </message>
    <message>
        <source>¶ {number}: how sure is a number from 1 to 3</source>
        <translation>¶ {number}: la certezza è un numero da 1 a 3</translation>
    </message>
    <message>
        <source>¶ {number}: marked words name their paragraph only for the whole article</source>
        <translation>¶ {number}: le parole evidenziate indicano il paragrafo solo per l'articolo intero</translation>
    </message>
    <message>
        <source>¶ {number}: more than {limit} characters</source>
        <translation>¶ {number}: più di {limit} caratteri</translation>
    </message>
    <message>
        <source>¶ {number}: only one of these can be the answer of the layer {layer}: {codes}</source>
        <translation>¶ {number}: solo uno di questi può essere la risposta del livello {layer}: {codes}</translation>
    </message>
    <message>
        <source>¶ {number}: the layer {layer} does not allow the answer {state}</source>
        <translation>¶ {number}: il livello {layer} non permette la risposta {state}</translation>
    </message>
    <message>
        <source>¶ {number}: the layer {layer} has no code of these: {codes}</source>
        <translation>¶ {number}: il livello {layer} non ha un codice tra questi: {codes}</translation>
    </message>
    <message>
        <source>¶ {number}: the layer {layer} is answered in words</source>
        <translation>¶ {number}: al livello {layer} si risponde a parole</translation>
    </message>
    <message>
        <source>¶ {number}: the layer {layer} is answered with codes</source>
        <translation>¶ {number}: al livello {layer} si risponde con codici</translation>
    </message>
    <message>
        <source>¶ {number}: the layer {layer} takes no marked words</source>
        <translation>¶ {number}: il livello {layer} non prevede parole evidenziate</translation>
    </message>
    <message>
        <source>¶ {number}: the main code must be one of these: {codes}</source>
        <translation>¶ {number}: il codice principale deve essere uno di questi: {codes}</translation>
    </message>
    <message>
        <source>¶ {number}: the marked words lie outside the text</source>
        <translation>¶ {number}: le parole evidenziate sono fuori dal testo</translation>
    </message>
    <message>
        <source>¶ {number}: the note or the words have signs that are no text</source>
        <translation>¶ {number}: la nota o le parole hanno segni che non sono testo</translation>
    </message>
    <message>
        <source>¶ {number}: words are marked for a code that is not in the answer</source>
        <translation>¶ {number}: sono evidenziate parole per un codice che non è nella risposta</translation>
    </message>
    <message>
        <source>α with {distance} distance</source>
        <translation>α con distanza {distance}</translation>
    </message>
    <message>
        <source>– {n} not addressed</source>
        <translation>– {n} non trattati</translation>
    </message>
    <message>
        <source>“{name}” is the file of {n} articles; its row was passed over</source>
        <translation>“{name}” è il file di {n} articoli; la sua riga è stata saltata</translation>
    </message>
    <message>
        <source>“{words}” is not a date that means one day</source>
        <translation>“{words}” non è una data che indichi un solo giorno</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… e altri {n}</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter takes · Esc leaves</source>
        <translation>↑↓ scegli · Invio prende · Esc esce</translation>
    </message>
    <message>
        <source>⇧ and its key</source>
        <translation>⇧ e il suo tasto</translation>
    </message>
    <message>
        <source>⇧ digit</source>
        <translation>⇧ cifra</translation>
    </message>
    <message>
        <source>✎ note</source>
        <translation>✎ nota</translation>
    </message>
    <message>
        <source>✓ Every article is done.</source>
        <translation>✓ Tutti gli articoli sono finiti.</translation>
    </message>
    <message>
        <source>✓ This article is done. Next: {title}</source>
        <translation>✓ Questo articolo è finito. Il prossimo: {title}</translation>
    </message>
</context>
</TS>
