import DictumCorpus

/// The tables and views of an export. Offsets count Unicode scalars, as SQLite's `substr` and Python do.
enum ExportSchema {
  /// Rises when a table changes so that an older file cannot be gone on with.
  static let version = 2

  /// In the order in which they are written.
  static let tables = [
    "articles", "sentences", "tokens", "entities", "aliases", "mentions", "statements", "statement_spans",
    "statement_sentences", "statement_speakers", "positions", "position_holders", "sentiments", "corpus_entities",
    "corpus_aliases", "failures",
  ]

  /// The tables whose rows belong to an article.
  static let perArticle = tables.filter { !["corpus_entities", "corpus_aliases", "failures"].contains($0) }

  static let sql = """
    CREATE TABLE IF NOT EXISTS articles(
      article INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, date TEXT, day TEXT, url TEXT, source TEXT,
      language TEXT, author TEXT, site TEXT, words INTEGER NOT NULL, text TEXT NOT NULL, pipeline TEXT NOT NULL, pipeline_hash TEXT NOT NULL,
      digest TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS sentences(
      article INTEGER NOT NULL, sentence TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
      paragraph INTEGER NOT NULL, PRIMARY KEY(article, sentence)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS tokens(
      article INTEGER NOT NULL, token INTEGER NOT NULL, sentence TEXT, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
      kind TEXT NOT NULL, upos TEXT, lemma TEXT, head INTEGER, deprel TEXT, PRIMARY KEY(article, token)) WITHOUT ROWID;
    \(EntityTables.schema)
    CREATE TABLE IF NOT EXISTS mentions(
      article INTEGER NOT NULL, mention TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
      text TEXT NOT NULL, type TEXT NOT NULL, form TEXT NOT NULL, entity TEXT, confidence REAL NOT NULL,
      PRIMARY KEY(article, mention)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS statements(
      rowid INTEGER PRIMARY KEY, article INTEGER NOT NULL, statement TEXT NOT NULL, kind TEXT NOT NULL, certainty TEXT,
      "start" INTEGER, "end" INTEGER, text TEXT NOT NULL, source TEXT NOT NULL, cue TEXT NOT NULL,
      confidence REAL NOT NULL, "by" TEXT NOT NULL, UNIQUE(article, statement));
    CREATE TABLE IF NOT EXISTS statement_spans(
      article INTEGER NOT NULL, statement TEXT NOT NULL, role TEXT NOT NULL, number INTEGER NOT NULL,
      "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY(article, statement, role, number)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS statement_sentences(
      article INTEGER NOT NULL, statement TEXT NOT NULL, sentence TEXT NOT NULL,
      PRIMARY KEY(article, statement, sentence)) WITHOUT ROWID;
    \(StatementTables.schema)
    CREATE TABLE IF NOT EXISTS sentiments(
      article INTEGER NOT NULL, "of" TEXT NOT NULL, statement TEXT, sentence TEXT, label TEXT NOT NULL,
      score REAL NOT NULL, PRIMARY KEY(article, "of")) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS failures(
      id TEXT PRIMARY KEY, code TEXT NOT NULL, stage TEXT, message TEXT NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE IF NOT EXISTS statements_fts USING fts5(
      text, content='statements', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER IF NOT EXISTS statements_added AFTER INSERT ON statements BEGIN
      INSERT INTO statements_fts(rowid, text) VALUES(new.rowid, new.text);
    END;
    CREATE TRIGGER IF NOT EXISTS statements_removed AFTER DELETE ON statements BEGIN
      INSERT INTO statements_fts(statements_fts, rowid, text) VALUES('delete', old.rowid, old.text);
    END;
    \(CorpusViews.schema)
    \(views)
    PRAGMA user_version = \(version);
    """

  /// Who said what of whom, what a search finds, and how loud each voice is.
  private static let views = """
    CREATE VIEW IF NOT EXISTS quoted AS
      SELECT articles.id, articles.title, articles.day, said.corpus_entity, said.speaker, statements.kind,
        statements.certainty, statements.source, statements.cue, statements.text, statements.confidence,
        said.article, said.statement, statements.rowid AS statement_rowid
      FROM said JOIN statements USING(article, statement) JOIN articles USING(article);
    CREATE VIEW IF NOT EXISTS said_about AS
      SELECT DISTINCT quoted.id, quoted.day, quoted.corpus_entity, quoted.speaker, about.corpus_entity AS about_entity,
        corpus_entities.name AS about, quoted.text, quoted.article, quoted.statement
      FROM quoted
      JOIN statement_spans AS span
        ON span.article = quoted.article AND span.statement = quoted.statement AND span.role = 'content'
      JOIN mentions AS mention
        ON mention.article = span.article AND mention."start" >= span."start" AND mention."end" <= span."end"
      JOIN entities AS about ON about.article = mention.article AND about.entity = mention.entity
      JOIN corpus_entities ON corpus_entities.corpus_entity = about.corpus_entity
      WHERE about.corpus_entity <> quoted.corpus_entity;
    CREATE VIEW IF NOT EXISTS share_of_voice AS
      SELECT month, corpus_entity, speaker, statements,
        CAST(statements AS REAL) / sum(statements) OVER (PARTITION BY month) AS share
      FROM (SELECT substr(day, 1, 7) AS month, corpus_entity, speaker, count(*) AS statements FROM quoted
        WHERE day IS NOT NULL GROUP BY 1, 2);
    """
}
