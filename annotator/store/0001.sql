CREATE TABLE project(id INTEGER PRIMARY KEY CHECK(id=1), uid TEXT NOT NULL UNIQUE CHECK(length(uid)=36), title TEXT NOT NULL,
  created_at TEXT NOT NULL, settings TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(settings))) STRICT;
CREATE TABLE annotator(key TEXT PRIMARY KEY CHECK(key<>''), uid TEXT NOT NULL UNIQUE CHECK(length(uid)=36),
  kind TEXT NOT NULL DEFAULT 'human' CHECK(kind IN('human','model','import')),
  role TEXT NOT NULL DEFAULT 'coder' CHECK(role IN('coder','adjudicator','manager')),
  attributes TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(attributes))) STRICT, WITHOUT ROWID;
CREATE TABLE device(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK(length(uid)=36), label TEXT NOT NULL DEFAULT '',
  app TEXT NOT NULL, opened_at TEXT NOT NULL) STRICT;
CREATE TABLE source(sha256 TEXT PRIMARY KEY CHECK(length(sha256)=64), codec TEXT NOT NULL DEFAULT 'zlib' CHECK(codec IN('zlib','raw')),
  n_bytes INTEGER NOT NULL, file_name TEXT NOT NULL DEFAULT '', media_type TEXT NOT NULL, encoding TEXT, importer TEXT NOT NULL,
  steps TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(steps)), imported_at TEXT NOT NULL,
  -- The bytes come last: what stands behind them in a row is reached only through all their pages.
  bytes BLOB) STRICT;
CREATE TABLE document(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK(length(uid)=36), source TEXT REFERENCES source(sha256),
  part INTEGER NOT NULL DEFAULT 0, copy INTEGER NOT NULL DEFAULT 0 CHECK(copy>=0), title TEXT NOT NULL DEFAULT '', author TEXT, outlet TEXT,
  published_on TEXT CHECK(published_on GLOB '[0-9][0-9][0-9][0-9]*'), url TEXT, lang TEXT NOT NULL DEFAULT 'und',
  text_sha256 TEXT NOT NULL CHECK(length(text_sha256)=64), runs TEXT CHECK(runs IS NULL OR json_valid(runs)),
  meta TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(meta)), hidden INTEGER NOT NULL DEFAULT 0 CHECK(hidden IN(0,1))) STRICT;
CREATE INDEX document_text ON document(text_sha256);
CREATE TABLE paragraph(document INTEGER NOT NULL REFERENCES document(id), ord INTEGER NOT NULL CHECK(ord>=0), start INTEGER NOT NULL CHECK(start>=0),
  kind TEXT NOT NULL DEFAULT 'body' CHECK(kind IN('title','heading','byline','dateline','body','quote','caption','boilerplate','fragment')),
  text TEXT NOT NULL CHECK(text<>'' AND instr(text,char(0))=0), PRIMARY KEY(document,ord)) STRICT;
CREATE TABLE codebook_version(version TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256)=64),
  body TEXT NOT NULL CHECK(json_valid(body)), toml TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  declarations TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(declarations)), created_at TEXT NOT NULL, frozen_at TEXT) STRICT;
CREATE TABLE target(key TEXT PRIMARY KEY CHECK(key<>''), label TEXT NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE TABLE holder(key TEXT PRIMARY KEY CHECK(key<>''), label TEXT NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE TABLE round(key TEXT PRIMARY KEY CHECK(key<>''), kind TEXT NOT NULL CHECK(kind IN('training','pilot','main','reliability','adjudication')),
  codebook TEXT NOT NULL REFERENCES codebook_version(version), opened_at TEXT, closed_at TEXT,
  settings TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(settings))) STRICT, WITHOUT ROWID;
CREATE TABLE annotation(uid TEXT PRIMARY KEY CHECK(length(uid)=36), round TEXT NOT NULL REFERENCES round(key),
  annotator TEXT NOT NULL REFERENCES annotator(key), document INTEGER NOT NULL REFERENCES document(id), paragraph INTEGER,
  layer TEXT NOT NULL, target TEXT REFERENCES target(key), holder TEXT REFERENCES holder(key),
  state TEXT NOT NULL CHECK(state IN('coded','none','cannot_tell','skipped')),
  codes TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(codes) AND json_type(codes)='array'), primary_code TEXT, value TEXT,
  evidence TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(evidence) AND json_type(evidence)='array'),
  confidence INTEGER CHECK(confidence BETWEEN 1 AND 3), note TEXT NOT NULL DEFAULT '',
  codebook TEXT NOT NULL REFERENCES codebook_version(version), rev INTEGER NOT NULL CHECK(rev>0), changed_at TEXT NOT NULL,
  device INTEGER NOT NULL REFERENCES device(id), FOREIGN KEY(document,paragraph) REFERENCES paragraph(document,ord),
  CHECK((state='coded')=(codes<>'[]' OR value IS NOT NULL)), CHECK(primary_code IS NULL OR instr(codes,'"'||primary_code||'"')>0)) STRICT;
CREATE UNIQUE INDEX annotation_identity ON annotation(document,round,annotator,ifnull(paragraph,-1),layer,ifnull(target,''),ifnull(holder,''));
CREATE TABLE event(seq INTEGER PRIMARY KEY AUTOINCREMENT, device INTEGER NOT NULL REFERENCES device(id),
  device_seq INTEGER NOT NULL CHECK(device_seq>0), step INTEGER NOT NULL CHECK(step BETWEEN 1 AND device_seq),
  act TEXT NOT NULL DEFAULT 'do' CHECK(act IN('do','undo','redo','merge')), rest INTEGER NOT NULL DEFAULT 0 CHECK(rest IN(0,1)),
  at TEXT NOT NULL, annotator TEXT NOT NULL REFERENCES annotator(key), thing TEXT NOT NULL DEFAULT 'annotation'
    CHECK(thing IN('annotation','kind','adjudication','comment','assignment','review','look')),
  uid TEXT NOT NULL CHECK(length(uid)=36), rev INTEGER NOT NULL CHECK(rev>0), before TEXT CHECK(before IS NULL OR json_valid(before)),
  after TEXT CHECK(after IS NULL OR json_valid(after)), duration_ms INTEGER CHECK(duration_ms>=0), UNIQUE(device,device_seq)) STRICT;
CREATE INDEX event_uid ON event(uid,rev);

CREATE TRIGGER paragraph_no_update BEFORE UPDATE OF document,ord,start,text ON paragraph BEGIN SELECT RAISE(ABORT,'paragraph text is immutable'); END;
CREATE TRIGGER paragraph_no_delete BEFORE DELETE ON paragraph WHEN EXISTS(SELECT 1 FROM annotation WHERE document=OLD.document)
  BEGIN SELECT RAISE(ABORT,'document has annotations'); END;
CREATE TRIGGER document_no_rehash BEFORE UPDATE OF uid,source,copy,text_sha256,runs ON document
    BEGIN SELECT RAISE(ABORT,'document text is immutable'); END;
CREATE TRIGGER paragraph_no_replace BEFORE INSERT ON paragraph WHEN EXISTS(SELECT 1 FROM paragraph WHERE document=NEW.document AND ord=NEW.ord)
  BEGIN SELECT RAISE(ABORT,'paragraph text is immutable'); END;
CREATE TRIGGER document_no_replace BEFORE INSERT ON document WHEN EXISTS(SELECT 1 FROM document WHERE id=NEW.id OR uid=NEW.uid)
  BEGIN SELECT RAISE(ABORT,'document is already there'); END;
CREATE TRIGGER codebook_no_replace BEFORE INSERT ON codebook_version
  WHEN EXISTS(SELECT 1 FROM codebook_version WHERE version=NEW.version OR sha256=NEW.sha256)
  BEGIN SELECT RAISE(ABORT,'codebook version is already there'); END;
CREATE TRIGGER event_no_replace BEFORE INSERT ON event WHEN EXISTS(SELECT 1 FROM event WHERE seq=NEW.seq) OR
  EXISTS(SELECT 1 FROM event WHERE device=NEW.device AND device_seq=NEW.device_seq) BEGIN SELECT RAISE(ABORT,'events are append-only'); END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'events are append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'events are append-only'); END;
CREATE TRIGGER codebook_frozen BEFORE UPDATE ON codebook_version WHEN OLD.frozen_at IS NOT NULL AND (NEW.version<>OLD.version OR
    NEW.name<>OLD.name OR NEW.sha256<>OLD.sha256 OR NEW.body<>OLD.body OR NEW.toml<>OLD.toml OR NEW.frozen_at IS NOT OLD.frozen_at)
  BEGIN SELECT RAISE(ABORT,'codebook version is frozen'); END;
CREATE TRIGGER codebook_no_delete BEFORE DELETE ON codebook_version WHEN OLD.frozen_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT,'codebook version is frozen'); END;

CREATE VIEW frame_labels AS SELECT a.round, a.annotator, d.uid AS document, d.title, a.paragraph, p.kind, a.layer, a.state, c.value AS code, a.value,
    c.value IS a.primary_code AND c.value IS NOT NULL AS is_primary, a.confidence, a.codebook, a.changed_at, a.uid
  FROM annotation a JOIN document d ON d.id=a.document LEFT JOIN paragraph p ON p.document=a.document AND p.ord=a.paragraph
  LEFT JOIN json_each(a.codes) c WHERE a.target IS NULL;
CREATE VIEW stances AS SELECT a.round, a.annotator, d.uid AS document, d.title, a.paragraph, p.kind, a.layer, a.target, a.holder, a.state,
    c.value AS code,
    a.confidence, a.codebook, a.changed_at, a.uid
  FROM annotation a JOIN document d ON d.id=a.document LEFT JOIN paragraph p ON p.document=a.document AND p.ord=a.paragraph
  LEFT JOIN json_each(a.codes) c WHERE a.target IS NOT NULL;
PRAGMA application_id = 1095650892;
PRAGMA user_version = 1;
