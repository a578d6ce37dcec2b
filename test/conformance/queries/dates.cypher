MATCH (a:Article) WHERE a.published >= '2024' RETURN a.id AS id ORDER BY id
// = ["a1"]
// = ["a3"]

MATCH (a:Article) RETURN a.id AS id, left(a.published, 4) AS year ORDER BY id
// = ["a1", "2024"]
// = ["a2", "2023"]
// = ["a3", "2024"]
// = ["a4", null]

MATCH (a:Article) WHERE a.published STARTS WITH '2024-05' RETURN a.id AS id ORDER BY id
// = ["a1"]
// = ["a3"]

RETURN date('2024-05-28') AS date, date({year: 2024, month: 5, day: 28}) AS built
// = ["2024-05-28", "2024-05-28"]

WITH date('2024-05-28') AS d RETURN d.year AS year, d.month AS month, d.day AS day
// = [2024, 5, 28]

RETURN date('2024-05-28').year AS year
// = [2024]
// embedded ! QUERY
// says: a part of a date straight from the call, `date('…').year` · 直接取日期的部分 `date('…').year`
// instead: WITH date('2024-05-28') AS d RETURN d.year AS year

RETURN date('2024-05-28') < date('2024-06-01') AS earlier, date('2024-05-28') = date('2024-05-28') AS same
// = [true, true]

RETURN date('2024-05-28') + duration('P1M2D') AS later
// = ["2024-06-30"]

RETURN date('2024-01-31') + duration('P1M') AS clipped
// = ["2024-02-29"]

RETURN duration('P1Y2M3DT4H') AS d
// = ["P1Y2M3DT4H"]

RETURN duration('P1DT2H') AS d
// = ["P1DT2H"]

RETURN duration({days: 1, hours: 2}) AS d
// = ["P1DT2H"]

RETURN duration.between(date('2024-01-01'), date('2024-03-02')) AS d
// = ["P2M1DT"]
// embedded ! QUERY
// says: `duration.between` · `duration.between`

RETURN duration.inDays(date('2024-01-01'), date('2024-03-02')).days AS days
// = [61]
// embedded ! QUERY
// says: `duration.inDays` · `duration.inDays`

RETURN date.truncate('month', date('2024-05-28')) AS month
// = ["2024-05-01"]
// embedded ! QUERY
// says: `date.truncate` · `date.truncate`
// instead: WITH date('2024-05-28') AS d RETURN date({year: d.year, month: d.month, day: 1}) AS month

WITH date('2024-05-28') AS d RETURN d.week AS week, d.dayOfWeek AS day, d.quarter AS quarter
// = [22, 2, 2]

RETURN datetime('2024-05-28T01:02:03Z') AS utc, localdatetime('2024-05-28T01:02:03') AS local
// = ["2024-05-28T01:02:03Z", "2024-05-28T01:02:03"]

RETURN datetime('2024-05-28T01:02:03+08:00') AS zoned
// = ["2024-05-28T01:02:03+08:00"]

RETURN time('01:02:03Z') AS time, localtime('01:02:03') AS local
// = ["01:02:03Z", "01:02:03"]

RETURN toString(date('2024-05-28')) AS text
// = ["2024-05-28"]

RETURN date() > date('2020-01-01') AS now
// = [true]

RETURN timestamp() > 1700000000000 AS now
// = [true]

MATCH (a:Article) WHERE size(a.published) = 10 RETURN max(date(a.published)) AS last
// = ["2024-05-29"]

RETURN date('2024-02-30') AS none
// ! QUERY

WITH datetime('2024-05-28T01:02:03Z') AS d RETURN d.epochMillis AS millis
// = [1716858123000]

RETURN datetime('2024-01-01T00:00:00+01:00') = datetime('2023-12-31T23:00:00Z') AS equal
// = [false]

RETURN duration('P1Y2M').months AS months
// = [14]
// embedded ! QUERY
// says: the parts of a duration, `duration('…').months` · 时长的部分 `duration('…').months`

WITH date('2024-05-28') AS d RETURN d.years AS years
// ! QUERY

WITH time('10:11:12.5+02:00') AS t RETURN t.hour AS hour, t.offset AS offset, t.timezone + '!' AS zone
// = [10, "+02:00", "+02:00!"]

UNWIND ['a', 'b'] AS x RETURN date(x) < true AS less
// ! QUERY

WITH 'ab' AS x RETURN date(null) <> date(x) AS other
// ! QUERY
