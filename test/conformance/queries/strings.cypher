RETURN toUpper('abc') AS up, toLower('ABC') AS low, trim('  x ') AS trim, lTrim('  x') AS left, rTrim('x  ') AS right
// = ["ABC", "abc", "x", "x", "x"]

RETURN substring('宜春经开区', 2) AS rest, substring('宜春经开区', 0, 2) AS start, left('宜春市', 2) AS left, right('宜春市', 1) AS right
// = ["经开区", "宜春", "宜春", "市"]

RETURN split('a,b,c', ',') AS list, replace('经开区', '区', '委') AS text, reverse('abc') AS back
// = [["a", "b", "c"], "经开委", "cba"]

RETURN size('宜春😀') AS size
// = [3]

RETURN 'a' + 'b' AS text, 'n' + 1 AS number, 'f' + 1.5 AS float
// = ["ab", "n1", "f1.5"]

RETURN 'a' + null AS nothing
// = [null]

MATCH (c:Company) WHERE c.name STARTS WITH '晨星' RETURN c.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]

MATCH (c:Company) WHERE c.name ENDS WITH '有限公司' RETURN count(*) AS n
// = [6]

MATCH (n:Entity) WHERE n.name CONTAINS '电池' RETURN n.id AS id ORDER BY id
// = ["c2"]
// = ["j1"]
// = ["z3"]

MATCH (c:Company) WHERE c.name =~ '.*科技.*' RETURN c.id AS id
// = ["c1"]

MATCH (c:Company) WHERE c.name =~ '(?i)acme.*' RETURN c.id AS id
// = ["c5"]

MATCH (c:Company) WHERE c.name =~ '科技' RETURN c.id AS id
// = nothing

RETURN '晨星' < '远图' AS less, 'a' < 'B' AS order, 'a' = 'A' AS same
// = [true, false, false]

RETURN toString(1) AS int, toString(1.5) AS float, toString(true) AS yes, toString('x') AS text
// = ["1", "1.5", "true", "x"]

RETURN toString(1.0) AS float
// = ["1.0"]

RETURN toString(1e21) AS large
// = ["1.0E21"]
// embedded ! QUERY
// says: `toString` of a float of ten million and more · 一千万以上浮点数的 `toString`

RETURN toString(0.1 + 0.2) AS sum
// = ["0.30000000000000004"]

RETURN toInteger('42') AS int, toInteger('4.9') AS cut, toInteger('x') AS none, toInteger(4.9) AS float
// = [42, 4, null, 4]

RETURN toFloat('1.5') AS float, toFloat('x') AS none, toFloat(2) AS int
// = [1.5, null, 2]

RETURN toBoolean('true') AS yes, toBoolean('x') AS none
// = [true, null]

RETURN 'it''s' AS quoted
// ! QUERY

RETURN 'tab\tend' AS tab, "double \"quoted\"" AS quoted, '\u5b9c' AS escaped
// = ["tab\tend", "double \"quoted\"", "宜"]

RETURN normalize('Å') = 'Å' AS same
// = [true]

RETURN char_length('宜春') AS n
// = [2]

RETURN substring('abc', 5) AS beyond
// = [""]

RETURN trim('\u3000宜春\u3000') AS text
// = ["宜春"]

RETURN split('a', '') AS letters
// = [["a"]]
// embedded ! QUERY
// says: text split at nothing · 按空串拆分文本
// instead: WITH 'a' AS text RETURN [i IN range(0, size(text) - 1) | substring(text, i, 1)] AS letters

RETURN 'abc' CONTAINS '' AS empty, null CONTAINS 'x' AS nothing
// = [true, null]

RETURN 'a' || 'b' AS text
// = ["ab"]

RETURN 1 + 'a' AS x
// = ["1a"]

MATCH (c:Company {id: 'c1'}) RETURN c.mentions + c.name AS x
// = ["5晨星科技有限公司"]

RETURN toBoolean(1) AS x
// = [true]

RETURN toString(1e-7) AS small, toString(123456789.123) AS large
// = ["1.0E-7", "1.23456789123E8"]
// embedded ! QUERY
// says: `toString` of a float below a thousandth · 小于千分之一的浮点数的 `toString`

RETURN btrim(' a ') AS x
// = ["a"]
// embedded ! QUERY
// says: `btrim` · `btrim`
// instead: RETURN trim(' a ') AS x

RETURN '晨' =~ '\\w' AS w, '１' =~ '\\d' AS d, 'É' =~ '(?i)é' AS i, 'a\nb' =~ 'a.b' AS dot, '\r' =~ '.' AS cr, '　' =~ '\\s' AS sp
// = [false, false, false, false, false, false]

RETURN 'a1-' =~ '[\\w-]+' AS w, 'AB' =~ '(?i)[a-c]+' AS range, 'Ab' =~ '(?i)aB' AS i, '\n' =~ '(?s).' AS s
// = [true, true, true, true]

RETURN '晨星' =~ '\\p{IsHan}+' AS han, 'a.b' =~ 'a\\.b' AS dot, 'it\'s' =~ 'it\'s' AS quote, 'a\\b' =~ 'a\\\\b' AS back
// = [true, true, true, true]

RETURN '🚀' =~ '.' AS x, '🚀' =~ '[🚀]' AS y, '-' =~ '[a-]' AS z, null =~ 'a' AS n
// = [true, true, true, null]

MATCH (c:Company) WHERE c.name =~ $pattern RETURN c.id AS id ORDER BY id
// parameters: {"pattern": "(?i)acme\\W+"}
// = ["c5"]

RETURN 'aa' =~ 'a++' AS whole, 'aa' =~ '(a)\\1' AS back
// = [true, true]
// embedded ! QUERY
// says: repetitions that give nothing back (`a++`), back references and bounds of words in regular expressions · 正则表达式的占有量词（`a++`）、反向引用与词界

WITH '科技' AS part MATCH (c:Company) WHERE c.name =~ ('.*' + part + '.*') RETURN c.id AS id
// = ["c1"]
// embedded ! QUERY
// says: a regular expression that is worked out · 由运算得出的正则表达式
// instead: WITH '科技' AS part MATCH (c:Company) WHERE c.name CONTAINS part RETURN c.id AS id
