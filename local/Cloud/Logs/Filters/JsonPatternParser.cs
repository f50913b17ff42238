using System.Text.Json;

namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Reads patterns of JSON lines: <c>{ $.level = "ERROR" &amp;&amp; ($.n &gt; 3 || $.who IS NULL) }</c>. What is not there fits <c>NOT EXISTS</c> alone.</summary>
internal sealed class JsonPatternParser
{
    private readonly PatternReader _reader;

    private JsonPatternParser(PatternReader reader) => _reader = reader;

    /// <exception cref="FilterPatternException">It is none.</exception>
    public static JsonFilter Parse(string pattern)
    {
        var reader = new PatternReader(pattern);
        reader.Take("{");
        var condition = new JsonPatternParser(reader).Any();
        if (!reader.Take("}"))
        {
            throw reader.Expected("&&, || or }");
        }

        reader.SkipSpace();
        return reader.IsAtEnd ? new JsonFilter(condition) : throw reader.Expected("nothing more");
    }

    private Predicate<JsonElement> Any()
    {
        List<Predicate<JsonElement>> alternatives = [All()];
        while (_reader.Take("||"))
        {
            alternatives.Add(All());
        }

        return alternatives.Count == 1 ? alternatives[0] : root => alternatives.Exists(one => one(root));
    }

    private Predicate<JsonElement> All()
    {
        List<Predicate<JsonElement>> conditions = [One()];
        while (_reader.Take("&&"))
        {
            conditions.Add(One());
        }

        return conditions.Count == 1 ? conditions[0] : root => conditions.TrueForAll(one => one(root));
    }

    private Predicate<JsonElement> One()
    {
        _reader.SkipSpace();
        var condition = _reader.Take("(") ? InBrackets() : Comparison();
        _reader.SkipSpace();
        return condition;
    }

    private Predicate<JsonElement> InBrackets()
    {
        var inner = Any();
        return _reader.Take(")") ? inner : throw _reader.Expected("&&, || or )");
    }

    private Predicate<JsonElement> Comparison()
    {
        var selector = JsonSelector.Read(_reader);
        _reader.SkipSpace();
        var test = JsonTest.Read(_reader);
        return root => test(selector.Find(root));
    }
}
