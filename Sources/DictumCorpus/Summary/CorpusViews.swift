/// Views that answer what people ask of a corpus; the summary reads them, and an export carries them along.
package enum CorpusViews {
  package static let schema = """
    CREATE VIEW IF NOT EXISTS said AS
      SELECT DISTINCT speaker.article, speaker.statement, entity.corpus_entity, corpus.name AS speaker
      FROM statement_speakers AS speaker
      JOIN entities AS entity USING(article, entity)
      JOIN corpus_entities AS corpus USING(corpus_entity);
    CREATE VIEW IF NOT EXISTS speakers AS
      SELECT corpus_entity, speaker, count(*) AS statements, count(DISTINCT article) AS articles
      FROM said GROUP BY corpus_entity;
    CREATE VIEW IF NOT EXISTS stands AS
      SELECT position.article, position.position, position."of", position.statement, position.sentence,
        holder.corpus_entity AS holder_entity, holders.name AS holder,
        target.corpus_entity AS target_entity, coalesce(targets.name, lower(position.target)) AS target,
        position.target AS target_text, position.label, position.confidence
      FROM positions AS position
      JOIN position_holders AS held USING(article, position)
      JOIN entities AS holder ON holder.article = position.article AND holder.entity = held.entity
      JOIN corpus_entities AS holders ON holders.corpus_entity = holder.corpus_entity
      LEFT JOIN entities AS target ON target.article = position.article AND target.entity = position.target_entity
      LEFT JOIN corpus_entities AS targets ON targets.corpus_entity = target.corpus_entity;
    CREATE VIEW IF NOT EXISTS standings AS
      SELECT holder_entity, holder, target_entity, target,
        sum(label = 'favor') AS favor, sum(label = 'against') AS against, sum(label = 'neutral') AS neutral,
        count(DISTINCT article) AS articles, avg(confidence) AS confidence,
        CAST(sum(label = 'favor') - sum(label = 'against') AS REAL) / count(*) AS mean
      FROM stands GROUP BY holder_entity, coalesce(target_entity, target);
    """
}
