// 按名称或简称搜索
// Search by name or short name
// Parameters: {"text": "科技"}
CALL db.index.fulltext.queryNodes('names', $text) YIELD node
WHERE node.name CONTAINS $text OR any(alias IN node.aliases WHERE alias CONTAINS $text)
RETURN node.type AS type, node.name AS name, node.aliases AS aliases
ORDER BY type, name, node.id
